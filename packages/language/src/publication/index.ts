export * as AuditSentences from "./AuditSentences.ts"
export * as CommandLines from "./CommandLines.ts"
export * as PaperWordList from "./PaperWordList.ts"
export * as VerifierTexts from "./VerifierTexts.ts"
