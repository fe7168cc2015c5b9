export * as Rounding from "./Rounding.ts"
export * as Scaled from "./Scaled.ts"
