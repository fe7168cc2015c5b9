import { type Outcome, Specimen } from "@timbang/core/selection"
import { PublicRecord } from "@timbang/portal"
import { describe, expect, it } from "vitest"

const code = (outcome: Outcome.Outcome, text: string) =>
  ({ outcome, code: text, aliases: [], title: outcome, source: { instrument: "Specimen", confidence: "host" } }) as const
const codes = [code("advanced", "P/L"), code("selected", "P/L"), code("below-threshold", "TL"), code("not-selected", "TL"), code("absent", "TH")]

describe("PublicRecord.outcomeOf", () => {
  const of = (text: string, rank: number | null, stage: string) =>
    PublicRecord.outcomeOf({ ...Specimen.ruleSet, codes }, { code: text, rank, stage })

  it("tells a missed minimum from a rank that was not enough, where a round prints one code for both", () => {
    expect(of("TL", 41, "practical")).toBe("not-selected")
    expect(of("TL", null, "practical")).toBe("below-threshold")
  })

  it("tells going on from being selected by the stage, and leaves a code of one meaning alone", () => {
    expect(of("P/L", 1, "written")).toBe("advanced")
    expect(of("P/L", 1, "practical")).toBe("selected")
    expect(of("TH", null, "practical")).toBe("absent")
  })
})
