export * as SaltsFile from "./SaltsFile.ts"
export * as TileStoreFolder from "./TileStoreFolder.ts"
export * as Turn from "./Turn.ts"
