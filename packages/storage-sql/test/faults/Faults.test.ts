import { describe, expect, it } from "vitest"
import * as Faults from "./Faults.ts"

describe("Journal on PostgreSQL, under faults", () => {
  it("loses, doubles and disorders nothing when writers, connections and the server are killed", async () => {
    const outcome = await Faults.run({ writerKills: 2, serverKills: 1, connectionCuts: 1 })
    expect(outcome).toMatchObject({ kills: 4, lost: 0, doubled: 0, disordered: 0, differing: 0 })
    expect(outcome.acknowledged).toBeGreaterThan(20)
  }, 120_000)
})
