export * as Actor from "./Actor.ts"
export * as Follow from "./Follow.ts"
