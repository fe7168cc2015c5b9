export * as Instruments from "./Instruments.ts"
export * as RuleSets from "./RuleSets.ts"
export * as Sktt from "./pppk/Sktt.ts"
export * as TeacherCertificate from "./cpns/TeacherCertificate.ts"
