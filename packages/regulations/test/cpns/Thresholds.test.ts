import { Cohort, Outcome, type RuleSet, Selection } from "@timbang/core/selection"
import { RuleSets } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

type Score = Readonly<Record<"twk" | "tiu" | "tkp", number>>

const { cpns2018, cpns2019, cpns2021, cpns2023, cpns2024 } = RuleSets

/** One row of the decrees' tables: the general form with three parts, or TIU with a cumulative total. */
interface Row {
  readonly law: string
  readonly rules: RuleSet.RuleSet
  readonly category?: string
  readonly positions?: ReadonlyArray<string>
  readonly thresholdGroup?: string
  readonly parts: readonly [twk: number, tiu: number, tkp: number] | readonly [tiu: number, cumulative: number]
}

const rows: ReadonlyArray<Row> = [
  { law: "PermenPANRB 37/2018, umum", rules: cpns2018, category: "umum", parts: [75, 80, 143] },
  { law: "PermenPANRB 37/2018, cumlaude", rules: cpns2018, category: "cumlaude", parts: [85, 298] },
  { law: "PermenPANRB 37/2018, diaspora", rules: cpns2018, category: "diaspora", parts: [85, 298] },
  { law: "PermenPANRB 37/2018, disabilitas", rules: cpns2018, category: "disabilitas", parts: [70, 260] },
  { law: "PermenPANRB 37/2018, Papua dan Papua Barat", rules: cpns2018, category: "papua", parts: [60, 260] },
  { law: "PermenPANRB 37/2018, eks THK-II", rules: cpns2018, category: "thk-ii", parts: [60, 260] },
  {
    law: "PermenPANRB 37/2018, dokter spesialis and instruktur penerbang",
    rules: cpns2018,
    positions: ["DOKTER SPESIALIS", "Instruktur Penerbang"],
    parts: [80, 298]
  },
  {
    law: "PermenPANRB 37/2018, petugas ukur to penjaga tahanan",
    rules: cpns2018,
    positions: [
      "Petugas Ukur",
      "Juru Ukur",
      "Rescuer",
      "Anak Buah Kapal",
      "Pengamat Gunung Api",
      "Penjaga Mercusuar",
      "Pelatih Hewan",
      "Pawang Hewan",
      "PENJAGA TAHANAN"
    ],
    parts: [70, 260]
  },
  { law: "PermenPANRB 24/2019, umum", rules: cpns2019, category: "umum", parts: [65, 80, 126] },
  { law: "PermenPANRB 24/2019, cyber security", rules: cpns2019, category: "cyber-security", parts: [65, 80, 126] },
  { law: "PermenPANRB 24/2019, cumlaude", rules: cpns2019, category: "cumlaude", parts: [85, 271] },
  { law: "PermenPANRB 24/2019, diaspora", rules: cpns2019, category: "diaspora", parts: [85, 271] },
  { law: "PermenPANRB 24/2019, disabilitas", rules: cpns2019, category: "disabilitas", parts: [70, 260] },
  { law: "PermenPANRB 24/2019, Papua dan Papua Barat", rules: cpns2019, category: "papua", parts: [60, 260] },
  {
    law: "PermenPANRB 24/2019, dokter and instruktur penerbang",
    rules: cpns2019,
    positions: ["Dokter Spesialis", "Dokter Gigi Spesialis", "Dokter Pendidik Klinis", "Dokter", "Dokter Gigi", "Instruktur Penerbang"],
    parts: [80, 271]
  },
  {
    law: "PermenPANRB 24/2019, rescuer, ship crew, pengamat gunung api",
    rules: cpns2019,
    positions: [
      "Rescuer",
      "Bosun",
      "Jenang Kapal",
      "Juru Mesin Kapal",
      "Juru Minyak Kapal",
      "Juru Mudi Kapal",
      "Kelasi",
      "Kerani",
      "Oiler",
      "Nakhoda",
      "Mualim Kapal",
      "KKM",
      "Masinis Kapal",
      "Mandor Mesin",
      "Juru Masak Kapal",
      "Pengamat Gunung Api"
    ],
    parts: [70, 260]
  },
  { law: "PermenPANRB 24/2019, penjaga tahanan is general from 2019 on", rules: cpns2019, positions: ["Penjaga Tahanan"], parts: [65, 80, 126] },
  { law: "KepmenPANRB 1023/2021, umum", rules: cpns2021, category: "umum", parts: [65, 80, 166] },
  { law: "KepmenPANRB 1023/2021, cumlaude", rules: cpns2021, category: "cumlaude", parts: [85, 311] },
  { law: "KepmenPANRB 1023/2021, diaspora", rules: cpns2021, category: "diaspora", parts: [85, 311] },
  { law: "KepmenPANRB 1023/2021, disabilitas", rules: cpns2021, category: "disabilitas", parts: [60, 286] },
  { law: "KepmenPANRB 1023/2021, Papua dan Papua Barat", rules: cpns2021, category: "papua", parts: [60, 286] },
  { law: "KepmenPANRB 1023/2021, dokter", rules: cpns2021, positions: ["Dokter", "Dokter Gigi"], parts: [80, 311] },
  {
    law: "KepmenPANRB 1023/2021, anak buah kapal, rescuer, pengamat gunung api",
    rules: cpns2021,
    positions: ["Anak Buah Kapal", "Rescuer", "Pengamat Gunung Api"],
    parts: [70, 286]
  },
  { law: "KepmenPANRB 651/2023, umum", rules: cpns2023, category: "umum", parts: [65, 80, 166] },
  { law: "KepmenPANRB 651/2023, cumlaude", rules: cpns2023, category: "cumlaude", parts: [85, 311] },
  { law: "KepmenPANRB 651/2023, diaspora", rules: cpns2023, category: "diaspora", parts: [85, 311] },
  { law: "KepmenPANRB 651/2023, disabilitas", rules: cpns2023, category: "disabilitas", parts: [60, 286] },
  { law: "KepmenPANRB 651/2023, Papua", rules: cpns2023, category: "papua", parts: [60, 286] },
  { law: "KepmenPANRB 321/2024, umum", rules: cpns2024, category: "umum", parts: [65, 80, 166] },
  { law: "KepmenPANRB 321/2024, putra/putri Kalimantan", rules: cpns2024, category: "kalimantan", parts: [65, 80, 166] },
  { law: "KepmenPANRB 321/2024, cumlaude", rules: cpns2024, category: "cumlaude", parts: [85, 311] },
  { law: "KepmenPANRB 321/2024, diaspora", rules: cpns2024, category: "diaspora", parts: [85, 311] },
  { law: "KepmenPANRB 321/2024, disabilitas", rules: cpns2024, category: "disabilitas", parts: [60, 286] },
  { law: "KepmenPANRB 321/2024, Papua", rules: cpns2024, category: "papua", parts: [60, 286] },
  { law: "KepmenPANRB 321/2024, putra/putri daerah tertinggal", rules: cpns2024, category: "daerah-tertinggal", parts: [60, 286] },
  { law: "KepmenPANRB 321/2024, dokter, named by the formation", rules: cpns2024, thresholdGroup: "dokter", parts: [80, 311] },
  { law: "KepmenPANRB 321/2024, ship crew, named by the formation", rules: cpns2024, thresholdGroup: "awak-kapal", parts: [70, 286] },
  { law: "KepmenPANRB 321/2024, a dokter whose formation names no group is general", rules: cpns2024, positions: ["Dokter"], parts: [65, 80, 166] }
]

const outcomesOf = (row: Row, position: string, scores: ReadonlyArray<Score>): ReadonlyArray<string> => {
  const formation = {
    formation: "F1",
    position,
    education: "S-1",
    location: "Jambi",
    category: row.category ?? "umum",
    seats: 9,
    ...(row.thresholdGroup === undefined ? {} : { thresholdGroup: row.thresholdGroup })
  }
  const people = scores.map((score, index) => ({ participant: String(index), formation: "F1", scores: score }))
  const cohort = Result.getOrThrow(Cohort.fromRows(row.rules, [formation], people))
  const { shortlist, ...others } = row.rules
  const { secondGroup: _, ...firstGroup } = shortlist!
  const made = Selection.run({ ...others, shortlist: firstGroup }, [formation], cohort, [], { stage: "skd" })
  return Array.from(Result.getOrThrow(made).outcome, (tag) => Outcome.tags[tag]!)
}

describe("SKD minimum scores: equal passes, one step less does not", () => {
  it.each(rows.map((row) => [row.law, row] as const))("%s", (_, row) => {
    for (const position of row.positions ?? ["Analis Kebijakan"]) {
      if (row.parts.length === 3) {
        const [twk, tiu, tkp] = row.parts
        const at = { twk, tiu, tkp }
        const below = [{ ...at, twk: twk - 5 }, { ...at, tiu: tiu - 5 }, { ...at, tkp: tkp - 1 }]
        const richer = below.map((score) => ({ ...score, twk: Math.max(score.twk, score.twk === twk ? 150 : 0) }))
        expect(outcomesOf(row, position, [at, ...below, ...richer.slice(1)]))
          .toEqual(["advanced", ...Array<string>(5).fill("below-threshold")])
      } else {
        const [tiu, cumulative] = row.parts
        const at = { twk: 100, tiu, tkp: cumulative - tiu - 100 }
        const noPartAsked = { twk: 0, tiu: 150, tkp: cumulative - 150 }
        const below = [{ ...at, tkp: at.tkp - 1 }, { twk: 150, tiu: tiu - 5, tkp: at.tkp }]
        expect(outcomesOf(row, position, [at, noPartAsked, ...below]))
          .toEqual(["advanced", "advanced", "below-threshold", "below-threshold"])
      }
    }
  })

  it("KepmenPANRB 651/2023, exceptions by position: refused by name, because no page names their numbers", () => {
    for (const thresholdGroup of ["dokter", "awak-kapal"]) {
      const formation = { formation: "F1", position: "", education: "", location: "", category: "umum", seats: 1, thresholdGroup }
      const cohort = Result.getOrThrow(Cohort.fromRows(cpns2023, [formation], []))
      const made = Selection.run(cpns2023, [formation], cohort, [], { stage: "skd" })
      expect(Result.isFailure(made) && made.failure).toMatchObject({
        _tag: "NumbersUnknown",
        numbers: [
          { path: `thresholds.groups.${thresholdGroup}.minimums.tiu` },
          { path: `thresholds.groups.${thresholdGroup}.minimums.skd` }
        ]
      })
    }
  })
})

describe("PermenPANRB 61/2018: the second group", () => {
  const outcomes = (category: string, totals: ReadonlyArray<number>) => {
    const formation = { formation: "F1", position: "Analis", education: "S-1", location: "Jambi", category, seats: 1 }
    const people = totals.map((total, index) => ({
      participant: String(index),
      formation: "F1",
      scores: { twk: 60, tiu: 55, tkp: total - 115 }
    }))
    const cohort = Result.getOrThrow(Cohort.fromRows(cpns2018, [formation], people))
    const { outcome } = Result.getOrThrow(Selection.run(cpns2018, [formation], cohort, [], { stage: "skd" }))
    return Array.from(outcome, (tag) => Outcome.tags[tag])
  }

  it.each([["umum", 255], ["cumlaude", 255], ["diaspora", 255], ["papua", 220], ["disabilitas", 220], ["thk-ii", 220]] as const)(
    "%s: at least %i points",
    (category, least) => {
      expect(outcomes(category, [least, least - 1])).toEqual(["advanced-second-group", "below-threshold"])
    }
  )
})

describe("how sure the numbers are", () => {
  it("KepmenPANRB 321/2024: what is from memory, or from one digest, warns", () => {
    const unverified = cpns2024.thresholds.groups.filter(({ source }) => source.confidence === "unverified").map(({ id }) => id)
    expect(unverified).toEqual(["daerah-tertinggal", "oap-non-oap", "dokter", "awak-kapal"])
  })

  it("no round of CPNS has the 156 points of TKP that belong to the sekolah kedinasan of 2026", () => {
    const all = RuleSets.all.flatMap(({ thresholds }) => thresholds.groups.flatMap(({ minimums }) => minimums.map(({ minimum }) => minimum)))
    expect(all.filter((minimum) => minimum._tag === "Known" && (minimum.value === 156 || minimum.value === 281))).toEqual([])
  })
})
