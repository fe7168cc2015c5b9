export * as Embedded from "./Embedded.ts"
export * as JournalSql from "./JournalSql.ts"
export * as Migrations from "./Migrations.ts"
export * as SnapshotsSql from "./SnapshotsSql.ts"
