#!/usr/bin/env node
/**
 * Starts `timbang`; what was compiled once is kept for the next start where Node can keep it.
 */
import * as module from "node:module"

/** While the program is loaded there is nothing to put back. */
const leave = () => process.exit(130)
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const

for (const signal of signals) process.on(signal, leave)
module.enableCompileCache?.()
await import("./main.ts")
for (const signal of signals) process.off(signal, leave)
