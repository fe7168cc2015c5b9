/**
 * The law of performance appraisal, as dated parameters with their sources.
 *
 * @since 0.1.0
 */
export * from "./appraisal/Careers.ts"
export * from "./appraisal/CreditPoints.ts"
export * from "./appraisal/Discipline.ts"
export * from "./appraisal/EarlierLaw.ts"
export * from "./appraisal/Predicates.ts"
