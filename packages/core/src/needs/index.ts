export * as Claim from "./Claim.ts"
export * as Indicator from "./Indicator.ts"
export * as NeedAdjustment from "./NeedAdjustment.ts"
