export * as JournalSuite from "./JournalSuite.ts"
export * as Suite from "./Suite.ts"
export * as TileStoreSuite from "./TileStoreSuite.ts"
export * as VaultSuite from "./VaultSuite.ts"
