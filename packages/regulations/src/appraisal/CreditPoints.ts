/**
 * Credit points (angka kredit) of PermenPANRB 1/2023 and Peraturan BKN 3/2023.
 *
 * @since 0.1.0
 */
import type { LegalSource, Parameter } from "@timbang/core/law"
import type { CreditPoints } from "@timbang/core/performance"
import type { EmployeePredicate } from "./Predicates.ts"

// --- models ---

/**
 * Level of a functional position, in the spelling of the regulation.
 *
 * @category models
 * @since 0.1.0
 */
export type FunctionalLevel =
  | "pemula"
  | "terampil"
  | "mahir"
  | "penyelia"
  | "ahli pertama"
  | "ahli muda"
  | "ahli madya"
  | "ahli utama"

/**
 * What promotions from a level need. Unit: hundredths of a point.
 *
 * @category models
 * @since 0.1.0
 */
export interface Needs {
  readonly level: FunctionalLevel
  /** For each rank within the level, from the lowest up. */
  readonly perRank: ReadonlyArray<number>
  readonly toNext?: { readonly level: FunctionalLevel; readonly need: number }
  /** The need for those who started in a higher rank of the level. */
  readonly toNextFrom?: Readonly<Record<string, number>>
}

/**
 * Points with which somebody enters a level. Unit: hundredths of a point.
 *
 * @category models
 * @since 0.1.0
 */
export interface EntryPoints {
  /** Base of those who enter sideways, by rank. */
  readonly baseByRank: Readonly<Record<string, number>>
  /** First appointment with a rank above the range of the level. */
  readonly aboveRange: ReadonlyArray<{
    readonly level: FunctionalLevel
    readonly ranks: ReadonlyArray<string>
    readonly points: number
    readonly ifPostAsks?: string
  }>
}

// --- parameters ---

const rule = (provision: string, note?: string): LegalSource.LegalSource => ({
  instrument: "Peraturan BKN 3/2023",
  provision,
  confidence: "article-read",
  note: note ?? "Read in excerpts of the regulation text."
})

const ratesSource: LegalSource.LegalSource = {
  instrument: "PermenPANRB 1/2023",
  provision: "Pasal 37; Lampiran A",
  confidence: "seen-in-several",
  note: "Shares and coefficients of the ahli levels seen in five or more sources, of pemula to penyelia in two."
}

/**
 * Share of the coefficient by predicate, and the yearly coefficient by level.
 *
 * @category parameters
 * @since 0.1.0
 */
export const creditPointRates: Parameter.Parameter<CreditPoints.Rates> = {
  name: "credit points of a year",
  unit: "hundredths of the coefficient; hundredths of a point",
  values: [{
    from: "2023-01-01",
    value: {
      percentByPredicate: {
        "Sangat Baik": 150,
        Baik: 100,
        "Butuh Perbaikan": 75,
        "Kurang/Misconduct": 50,
        "Sangat Kurang": 25
      } satisfies Record<EmployeePredicate, number>,
      coefficientByLevel: {
        pemula: 375,
        terampil: 500,
        mahir: 1250,
        penyelia: 2500,
        "ahli pertama": 1250,
        "ahli muda": 2500,
        "ahli madya": 3750,
        "ahli utama": 5000
      } satisfies Record<FunctionalLevel, number>,
      source: ratesSource
    },
    source: ratesSource
  }]
}

/**
 * Cumulative needs.
 *
 * @category parameters
 * @since 0.1.0
 */
export const creditPointNeeds: Parameter.Parameter<ReadonlyArray<Needs>> = {
  name: "credit points of a promotion",
  unit: "hundredths of a point",
  values: [{
    from: "2023-01-01",
    value: [
      { level: "pemula", perRank: [1500], toNext: { level: "terampil", need: 1500 } },
      { level: "terampil", perRank: [2000, 2000, 2000], toNext: { level: "mahir", need: 6000 }, toNextFrom: { "II/c": 4000 } },
      { level: "mahir", perRank: [5000, 5000], toNext: { level: "penyelia", need: 10_000 } },
      { level: "penyelia", perRank: [10_000] },
      { level: "ahli pertama", perRank: [5000, 5000], toNext: { level: "ahli muda", need: 10_000 }, toNextFrom: { "III/b": 5000 } },
      { level: "ahli muda", perRank: [10_000, 10_000], toNext: { level: "ahli madya", need: 20_000 } },
      { level: "ahli madya", perRank: [15_000, 15_000], toNext: { level: "ahli utama", need: 45_000 } },
      { level: "ahli utama", perRank: [20_000] }
    ],
    source: rule("Pasal 21")
  }]
}

/**
 * Points with which somebody enters a level.
 *
 * @category parameters
 * @since 0.1.0
 */
export const creditPointEntry: Parameter.Parameter<EntryPoints> = {
  name: "credit points at entry",
  unit: "hundredths of a point",
  values: [{
    from: "2024-01-01",
    value: {
      baseByRank: { "III/a": 0, "III/b": 5000, "III/c": 0, "III/d": 10_000, "IV/a": 0, "IV/b": 15_000 },
      aboveRange: [
        { level: "ahli pertama", ranks: ["III/c", "III/d", "IV/a"], points: 10_000 },
        { level: "terampil", ranks: ["III/a", "III/b", "III/c"], points: 4000, ifPostAsks: "D3" },
        { level: "terampil", ranks: ["III/a", "III/b", "III/c"], points: 6000, ifPostAsks: "SLTA" },
        { level: "pemula", ranks: ["II/b", "II/c", "II/d"], points: 1500 }
      ]
    },
    source: {
      instrument: "SE BKN 9/2024",
      confidence: "seen-in-one",
      note: "Also Peraturan BKN 3/2023, Lampiran I. IV/b is derived from a printed total; outside the cases seen the table is not known."
    }
  }]
}

/**
 * A promotion by rank or by level, ready for `CreditPoints.consider`.
 *
 * **Example** (From ahli muda to ahli madya)
 *
 * ```ts
 * import { AppraisalLaw } from "@timbang/regulations"
 * AppraisalLaw.promotion("level", 20_000).asksTestAndVacancy // => true
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const promotion = (kind: "rank" | "level", need: number): CreditPoints.Promotion => ({
  kind,
  need,
  ...(kind === "rank" ? { yearsInRank: 2 } : {}),
  goodPredicates: ["Sangat Baik", "Baik"],
  goodYears: kind === "rank" ? 2 : 1,
  asksTestAndVacancy: kind === "level",
  source: kind === "rank"
    ? rule("Pasal 15; surplus Pasal 19 (5)-(6)")
    : rule("Pasal 19", "A higher level asks a predicate of at least Baik, a competence test and a vacancy; for how many years the predicate counts was not seen.")
})

/**
 * Share of the cumulative need of one rank that a higher formal degree adds, once, with a predicate of at least Baik. Unit:
 * hundredths.
 *
 * @category parameters
 * @since 0.1.0
 */
export const degreeBonusPercent: Parameter.Parameter<number> = {
  name: "credit points of a higher degree",
  unit: "hundredths of the cumulative need of one rank",
  values: [{ from: "2023-01-01", value: 25, source: rule("Pasal 14") }]
}

/**
 * Predicates of records before PermenPANRB 6/2022 on the scale of today, for conversion.
 *
 * @category parameters
 * @since 0.1.0
 */
export const oldPredicates: Parameter.Parameter<Readonly<Record<string, EmployeePredicate>>> = {
  name: "old predicates on the new scale",
  unit: "predicate",
  values: [{
    from: "2024-01-01",
    value: {
      "Sangat Baik": "Sangat Baik",
      Baik: "Baik",
      Cukup: "Butuh Perbaikan",
      Kurang: "Kurang/Misconduct",
      Buruk: "Sangat Kurang"
    },
    source: { instrument: "SE BKN 9/2024", confidence: "seen-in-one", note: "Read in an excerpt." }
  }]
}
