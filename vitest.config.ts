import { availableParallelism } from "node:os"
import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.test.ts", "packages/*/.doctest/**/*.test.ts"],
    testTimeout: 60_000,
    isolate: false,
    globalSetup: ["packages/checks/src/command.ts"],
    // Most of the time goes to commands, browsers and servers in processes of their own: one worker more than there are cores
    // has something to do while the others wait for them.
    maxWorkers: availableParallelism() + 1,
    hookTimeout: 60_000
  }
})
