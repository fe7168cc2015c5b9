export * as Fraction from "./Fraction.ts"
export * as Rounding from "./Rounding.ts"
export * as Scaled from "./Scaled.ts"
export * as Seeded from "./Seeded.ts"
