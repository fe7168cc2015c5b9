import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.test.ts", "packages/*/.doctest/**/*.test.ts"],
    testTimeout: 60_000,
    isolate: false,
    globalSetup: ["packages/checks/src/command.ts"],
    // Most of the time goes to commands in processes of their own, which the one worker that is usual on two cores waits for.
    maxWorkers: "100%",
    hookTimeout: 60_000
  }
})
