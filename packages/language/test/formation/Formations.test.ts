import { Allocation, Apportionment, Decree, Opening } from "@timbang/core/formation"
import { Choice, Electorate, Wisn, Workload } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { Formations, Voices, Workloads } from "@timbang/language"
import { describe, expect, it } from "vitest"

const draw = { seats: 1, among: ["P", "Q"] }
const problems: ReadonlyArray<readonly [Formations.Problem, ReadonlyArray<string>]> = [
  [new Apportionment.NotWhole({ unit: "Hulu", field: "claim", found: 1.5 }), ["Hulu", "1.5"]],
  [new Apportionment.NotWhole({ unit: undefined, field: "seats", found: -1 }), ["-1"]],
  [new Apportionment.DuplicateUnit({ unit: "Hulu" }), ["Hulu"]],
  [new Apportionment.BoundsCrossed({ unit: "Hulu", index: 0, min: 5, max: 3 }), ["Hulu", "5", "3"]],
  [new Apportionment.DoesNotFit({ total: 9, shortBy: 2, unplaced: 0 }), ["9", "2"]],
  [new Apportionment.DoesNotFit({ total: 9, shortBy: 0, unplaced: 4 }), ["9", "4"]],
  [new Apportionment.DrawnDoesNotFit({ strangers: ["Hilir"], draws: [draw] }), ["Hilir", "1", "P, Q"]],
  [new Allocation.CellRefused({ cell: "A / x", field: "need", found: "-1", expected: "0" }), ["A / x", "-1"]],
  [new Decree.NotAsked({ position: "Guru", unit: "SDN 1", granted: 4, asked: 2 }), ["Guru", "SDN 1", "4", "2"]],
  [new Opening.CategoryNotOpen({ category: "diaspora", agencyKind: "daerah", open: ["umum"] }), ["diaspora", "daerah", "umum"]],
  [new Opening.PositionNotOpen({ position: "Pengemudi", why: "closed" }), ["Pengemudi"]],
  [new Opening.PositionNotOpen({ position: "Guru", why: "not-described" }), ["Guru"]],
  [new Opening.DrawsOpen({ draws: [draw] }), ["1", "P, Q"]],
  [new Opening.BeyondGranted({ cell: "A / x", asked: 3, granted: 2 }), ["A / x", "3", "2"]]
]

describe("Formations.problem", () => {
  it("tells every fact of a problem in both languages, which differ", () => {
    for (const [problem, facts] of problems) {
      const [indonesian, english] = [Formations.problem(problem, "id"), Formations.problem(problem, "en")]
      for (const fact of facts) {
        expect(indonesian, problem._tag).toContain(fact)
        expect(english, problem._tag).toContain(fact)
      }
      expect(indonesian).not.toBe(english)
    }
  })
})

describe("Formations.reason", () => {
  it("gives the proportional share with the mark of the language", () => {
    const ceiling = { _tag: "Ceiling", share: Fraction.make(72, 25) } as const
    expect(Formations.reason(ceiling, "id")).toContain("2,88")
    expect(Formations.reason(ceiling, "en")).toContain("2.88")
  })
})

describe("Voices", () => {
  it("says for every proposal that is not in what took its share", () => {
    const out = { _tag: "Out", id: "b", cost: 9050, supporters: 3, left: 40, spentOn: [] } as const
    expect(Voices.answer({ _tag: "EqualShares", answer: out }, "id", 2)).toBe("tidak masuk: 3 suara pendukungnya mempunyai sisa 0.40 dari 90.50")
    expect(Voices.answer({ _tag: "Greedy", answer: { ...out, taker: "a" } }, "en", 2)).toBe("not in: 0.40 of 90.50 were left at its turn, after a")
    const withdrawn = { _tag: "Withdrawn", id: "c", state: "Rejected", reason: "di luar kewenangan" } as const
    expect(Voices.answer(withdrawn, "id")).toBe("tidak ikut dipilih: ditolak sebelumnya, di luar kewenangan")
  })

  it("tells what was found wrong, in both languages", () => {
    const weight = new Electorate.WeightRefused({ voter: "Hulu", found: "0" })
    const choice = new Choice.ChoiceRefused({ what: "budget", found: "-1" })
    for (const language of ["id", "en"] as const) {
      expect(Voices.problem(weight, language)).toMatch(/Hulu.*0/)
      expect(Voices.problem(choice, language)).toMatch(/(budget|anggaran).*-1/)
    }
  })
})

describe("Workloads.problem", () => {
  it("tells where, what was found and what is expected", () => {
    const refused = new Workload.WorkloadRefused({ where: 'norm of "x"', found: "0", expected: "a number above 0" })
    expect(Workloads.problem(refused, "id")).toBe('norma "x": tertulis 0, seharusnya bilangan di atas 0.')
    expect(Workloads.problem(new Wisn.AllowancesUseAllTime({ share: "6/5" }), "id")).toContain("6/5")
  })
})
