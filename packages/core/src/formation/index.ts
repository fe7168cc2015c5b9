export * as Formation from "./Formation.ts"
