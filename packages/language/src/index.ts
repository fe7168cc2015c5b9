export * as Corrections from "./corrections.ts"
export * as Faults from "./faults.ts"
export * as Findings from "./findings.ts"
export * as Sentences from "./Sentences.ts"
