import { spawnSync } from "node:child_process"
import { describe, expect, it } from "vitest"
import { bin } from "./timbang.ts"

describe("a reader that closes the pipe early", () => {
  it("does not turn what was found into success, on either stream", () => {
    const run = `"$0" "$1" verify none.json --key x 2>&1 | true; echo \${PIPESTATUS[0]}`
    expect(spawnSync("bash", ["-c", run, process.execPath, bin], { encoding: "utf8" }).stdout).toBe("2\n")
  })
})
