export * as Day from "./Day.ts"
export * as LegalSource from "./LegalSource.ts"
export * as Parameter from "./Parameter.ts"
export * as Sourced from "./Sourced.ts"
