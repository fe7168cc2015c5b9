#!/usr/bin/env node
/**
 * Starts `timbang`; what was compiled once is kept for the next start where Node can keep it.
 */
import * as module from "node:module"

module.enableCompileCache?.()
await import("./main.ts")
