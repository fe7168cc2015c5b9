export * as Apportionment from "./Apportionment.ts"
export * as Divisor from "./Divisor.ts"
export * as Formation from "./Formation.ts"
