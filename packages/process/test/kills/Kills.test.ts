import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Server from "../../../storage-sql/test/Server.ts"
import * as Downtime from "./Downtime.ts"
import * as Kills from "./Kills.ts"

let port: number
beforeAll(async () => {
  port = (await Server.start()).port
})
afterAll(Server.stop)

describe("a durable recruitment on PostgreSQL", () => {
  it("goes on to the end when its node is killed, and repeats no finished step", async () => {
    const outcome = await Kills.run({ server: port, schema: "killed", rounds: 3, nodes: 1, kills: 2, lifeMillis: [1200, 1800], limitMillis: 60_000 })
    expect(outcome).toMatchObject({ kills: 2, again: 0, doubled: 0, unfinished: 0 })
    expect(outcome.facts).toBeGreaterThan(90)
  })

  it("honours a deadline that passed while everything was down, from the moment it passed", async () => {
    const { at, due, recordedAt, stage } = await Downtime.run(port, "down")
    expect(at).toBe(due)
    expect(recordedAt).toBeGreaterThan(due + 86_400_000)
    expect(stage).toBe("applicants")
  })
})
