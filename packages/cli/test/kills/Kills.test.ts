import { describe, expect, it } from "vitest"
import { bin, folder } from "../timbang.ts"
import * as Kills from "./Kills.ts"

describe("timbang publish, killed", () => {
  const here = folder()

  it("leaves a whole log for readers, and gives the log of an undisturbed run when it is run again", async () => {
    const outcome = await Kills.run({ folder: here, bin, operations: "last", moments: 0, random: Math.random })
    expect(outcome).toEqual({ kills: 3, broken: [], differing: [] })
  }, 120_000)
})
