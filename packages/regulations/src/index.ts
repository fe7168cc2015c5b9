export * as Instruments from "./Instruments.ts"
export * as RuleSets from "./RuleSets.ts"
