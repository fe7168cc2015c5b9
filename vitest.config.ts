import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.test.ts", "packages/*/.doctest/**/*.test.ts"],
    testTimeout: 60_000,
    isolate: false,
    hookTimeout: 60_000
  }
})
