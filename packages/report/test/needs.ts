/** A small score of needs with everything a report can say: a map, an index, posts, a refused and an imputed figure. */
import { type NeedModel, NeedScore, Sensitivity } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import type { NeedsReport } from "@timbang/report"
import { Result } from "effect"

type Units = ReadonlyArray<{ readonly id: string; readonly title: string }>

const two: Units = [{ id: "1506", title: "Tanjung Jabung Timur" }, { id: "1507", title: "Tanjung Jabung <Barat>" }]
const source = { instrument: "contoh, bukan peraturan", confidence: "unverified", note: "ganti" } as const

const modelOf = (units: Units): NeedModel.NeedModel => ({
  id: "n",
  title: "Contoh",
  day: "2026-01-02",
  year: 2024,
  units,
  observations: [{ unit: "1506", indicator: "poverty-rate", year: 2024, figure: "10.14" }],
  imputeByMean: ["poverty-rate"],
  matrix: {
    id: "m",
    title: "Matriks contoh",
    from: "2025-01-01",
    source,
    pillars: [{ id: "p", title: "Kemiskinan" }],
    sectors: [{ id: "social", title: "Sosial" }],
    jobFamilies: [{ id: "helper", title: "Pekerja sosial" }],
    drivers: [{
      id: "d",
      indicator: "poverty-rate",
      reads: "level",
      risesWith: "high",
      low: 2,
      high: 20,
      pillar: "p",
      share: 1
    }],
    pillarShares: { social: { p: 1 } },
    sectorShares: { helper: { social: 1 } },
    caps: { helper: "0.25" }
  },
  workload: units.map(({ id: unit }) => ({ unit, jobFamily: "helper", people: "1234.5" })),
  voice: [{ unit: "1506", sector: "social", share: "0.42" }]
})

const square = (x: number) => ({
  type: "Polygon" as const,
  coordinates: [[[x, -1], [x + 1, -1], [x + 1, 0], [x, 0], [x, -1]]]
})

const chance = { draws: 100, seed: 7, coverage: 0.9 }
/** The first two as the tests know them, each further one a point lower. */
const indexOf = (units: Units) => units.map((_, at) => [49.75, 57.2][at] ?? 50 - at)
const variantsOf = (units: Units) => ({
  units: units.map(({ id }) => id),
  inputs: ["weight of poverty-rate"],
  scores: ([at = 0.5]: Iterable<number>) => Float64Array.from(indexOf(units), (index, unit) => (unit === 1 ? 40 + 20 * at : index))
})

const cell = { file: "p0.csv", column: "P0", indicator: "poverty-rate", region: "Tanjung Jabung <Barat>", found: "..." }

/** The same for any number of units, beginning with the two. */
export const needsOf = (units: Units): NeedsReport.Facts => facts(units, modelOf(units))

const facts = (units: Units, model: NeedModel.NeedModel): NeedsReport.Facts => ({
  title: "Dua kabupaten",
  on: "2026-01-02",
  year: 2024,
  standing: { _tag: "simulasi" },
  units,
  sectors: model.matrix.sectors,
  jobFamilies: model.matrix.jobFamilies,
  titles: { "poverty-rate": "Penduduk miskin (P0)" },
  policy: { title: model.matrix.title, source },
  scores: Result.getOrThrow(NeedScore.score(model)),
  index: {
    title: "Indeks kondisi dasar",
    index: indexOf(units),
    ranks: units.map((_, at) => [2, 1][at] ?? at + 1),
    intervals: Result.getOrThrow(Sensitivity.rankIntervals(variantsOf(units), chance)),
    mean: "arithmetic",
    groups: ["Penghidupan", "Kesehatan"],
    contributions: units.map((_, at) => [[0.3, 0.1975], [0.322, 0.25]][at] ?? [0.3, 0.2 - at / 100]),
    scale: 100
  },
  chance: { ...chance, spread: 0.25 },
  claims: units.map(({ id: unit }) => ({ unit, jobFamily: "helper", low: 1300.25, high: 1400.75 })),
  posts: {
    seats: 5,
    cells: units.map(({ id: unit }) => ({ unit, jobFamily: "helper", posts: 2, isOpen: true, low: 2, high: 3 }))
  },
  quality: [{
    indicator: "poverty-rate",
    source: "BPS 2024",
    file: "p0.csv",
    year: 2024,
    age: 2,
    units: 1,
    corrected: 0,
    refused: 1,
    imputed: 1,
    isComputed: false
  }],
  figures: [{
    unit: "1506",
    indicator: "poverty-rate",
    year: 2024,
    figure: Fraction.parseUnsafe("10.14"),
    source: "BPS 2024",
    note: ""
  }],
  notes: [{ _tag: "NotObserved", ...cell }],
  corrections: [{ _tag: "Separator", file: "p0.csv", separator: ";" }],
  map: {
    source: "Batas: contoh",
    shapes: units.map(({ id: unit }, at) => ({ unit, geometry: square(103 + at) }))
  }
})

export const needs: NeedsReport.Facts = needsOf(two)
