export * as Column from "./Column.ts"
export * as Table from "./Table.ts"
