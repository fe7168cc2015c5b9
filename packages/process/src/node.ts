export * as ProcessNode from "./ProcessNode.ts"
export * as RecruitmentWorkflow from "./RecruitmentWorkflow.ts"
export * as Watch from "./Watch.ts"
