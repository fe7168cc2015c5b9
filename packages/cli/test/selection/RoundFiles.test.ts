import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { run } from "../inProcess.ts"
import * as RoundFiles from "../../src/selection/RoundFiles.ts"
import { file, folder } from "../timbang.ts"

const here = folder()
const formations = file(here, "F.csv", "formation,position,education,location,category,seats", "F1,Surveyor,S-1,Setda,umum,1")
const select = (name: string, days: readonly [string, string], ...more: ReadonlyArray<string>) => {
  const participants = file(here, `${name}.csv`, "participant,formation,twk,tiu,tkp,scoredOn", `24-1,F1,110,150,191,${days[0]}`, `24-2,F1,100,110,179,${days[1]}`)
  const round = ["--rules", "cpns-2024", "--formations", formations, "--participants", participants, "--stage", "skd", "--lang", "en"]
  return run("select", ...round, "--out", join(here, name), ...more)
}

describe("RoundFiles.scoredOn", () => {
  it("is the earliest day, wherever it was given", () => {
    expect(RoundFiles.scoredOn("2024-10-16", "2024-10-20")).toEqual({ scoredOn: "2024-10-16" })
    expect(RoundFiles.scoredOn("2024-10-16", "2024-10-02")).toEqual({ scoredOn: "2024-10-02" })
    expect(RoundFiles.scoredOn("2024-10-16", undefined)).toEqual({ scoredOn: "2024-10-16" })
    expect(RoundFiles.scoredOn(undefined, undefined)).toEqual({})
  })
})

describe("timbang select: the column scoredOn", () => {
  it("refuses rules that begin after the first of its days, whatever --scored-on says, and writes nothing", async () => {
    const refused = "Rule set cpns-2024 holds from 2024-07-29, but scores were taken on 2024-01-10. Rules made after the scores apply only by a recorded change of law with its letter."
    expect((await select("late", ["2024-10-16", "2024-01-10"])).refusal).toBe(refused)
    expect((await select("late", ["2024-10-16", "2024-01-10"], "--scored-on", "2024-10-16")).refusal).toBe(refused)
    expect(existsSync(join(here, "late"))).toBe(false)
  })

  it("is checked and kept with the result, and says whose day is not known", async () => {
    const done = await select("early", ["2024-10-16", ""])
    expect(done).toMatchObject({ refusal: "" })
    expect(done.err).toContain("The rules held before the first score was taken (2024-10-16).")
    expect(done.err).toContain("The column scoredOn is empty for 1 participant with scores; the day of theirs was not checked.")
    expect(readFileSync(join(here, "early/manifest.json"), "utf8")).toContain("2024-10-16")
  })
})
