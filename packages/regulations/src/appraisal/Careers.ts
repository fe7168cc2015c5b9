/**
 * Professionalism, talent, probation and renewal of contracts.
 *
 * @since 0.1.0
 */
import { type LegalSource, type Parameter, Sourced } from "@timbang/core/law"
import type { Bands, ContractRenewal, NineBox, Probation, ProfessionalismIndex } from "@timbang/core/performance"

// --- models ---

/**
 * Kind of position; courses count differently in each.
 *
 * @category models
 * @since 0.1.0
 */
export type PositionKind = "struktural" | "fungsional" | "pelaksana"

// --- parameters ---

const unverified = (instrument: string, note: string): LegalSource.LegalSource => ({
  instrument,
  confidence: "unverified",
  note
})

const valuesSource = unverified(
  "Peraturan BKN 8/2019",
  "Values by answer come from memory or inference; a yearly letter of BKN sets the details."
)

const courses: Record<PositionKind, Readonly<Record<string, number>>> = {
  struktural: { diklatpim: 1500, "diklat teknis": 1500, seminar: 1000 },
  fungsional: { "diklat fungsional": 1500, "diklat teknis": 1500, seminar: 1000 },
  pelaksana: { "diklat teknis": 2250, seminar: 1750 }
}

const scheme = (kind: PositionKind): ProfessionalismIndex.Scheme => ({
  dimensions: [
    {
      id: "kualifikasi",
      highest: 2500,
      answers: "one",
      points: { S3: 2500, S2: 2000, "S1/D-IV": 1500, "D-III": 1000, "SLTA/D-I/D-II": 500, "di bawah SLTA": 100 },
      source: valuesSource
    },
    { id: "kompetensi", highest: 4000, answers: "several", points: courses[kind], source: valuesSource },
    {
      id: "kinerja",
      highest: 3000,
      answers: "one",
      points: { "Sangat Baik": 3000, Baik: 2500, "Butuh Perbaikan": 1500, "Kurang/Misconduct": 500, "Sangat Kurang": 100 },
      source: valuesSource
    },
    {
      id: "disiplin",
      highest: 500,
      answers: "one",
      points: { "tidak pernah": 500, ringan: 300, sedang: 200, berat: 100 },
      source: valuesSource
    }
  ],
  categories: {
    decimals: 2,
    lowest: 0,
    highest: 10_000,
    bands: [
      { from: 9100, label: "Sangat Tinggi" },
      { from: 8100, label: "Tinggi" },
      { from: 7100, label: "Sedang" },
      { from: 6100, label: "Rendah" },
      { from: 0, label: "Sangat Rendah" }
    ]
  },
  source: {
    instrument: "PermenPANRB 38/2018",
    confidence: "seen-in-several",
    note: "Weights 25, 40, 30, 5 and categories seen in several sources; categories are printed in whole numbers and read by their lower bounds."
  }
})

/**
 * Index of professionalism (Indeks Profesionalitas ASN) by kind of position.
 *
 * @category parameters
 * @since 0.1.0
 */
export const professionalism: Parameter.Parameter<Readonly<Record<PositionKind, ProfessionalismIndex.Scheme>>> = {
  name: "index of professionalism",
  unit: "hundredths of a point",
  values: [{
    from: "2019-01-01",
    value: { struktural: scheme("struktural"), fungsional: scheme("fungsional"), pelaksana: scheme("pelaksana") },
    source: valuesSource
  }]
}

/**
 * Classes of the index of how an agency keeps the norms of personnel management (NSPK).
 *
 * @category parameters
 * @since 0.1.0
 */
export const normsIndex: Parameter.Parameter<Bands.Bands> = {
  name: "NSPK index",
  unit: "hundredths of a point",
  values: [{
    from: "2022-01-01",
    value: {
      decimals: 2,
      lowest: 2500,
      highest: 10_000,
      bands: [
        { from: 8501, label: "A Unggul" },
        { from: 7001, label: "B Baik" },
        { from: 5501, label: "C Cukup" },
        { from: 4001, label: "D Kurang" },
        { from: 2500, label: "E Buruk" }
      ]
    },
    source: { instrument: "Peraturan BKN 12/2022", confidence: "article-read", note: "Read in an excerpt." }
  }]
}

/**
 * The nine-box without the limits of the potential axis, which no source consulted gives; a host supplies them.
 *
 * @category parameters
 * @since 0.1.0
 */
export const nineBox: Parameter.Parameter<{
  readonly grid: Omit<NineBox.Grid, "potentialFrom">
  readonly potentialFrom: Sourced.Sourced<NineBox.Grid["potentialFrom"]>
}> = {
  name: "nine-box of talent",
  unit: "box",
  values: [{
    from: "2020-01-01",
    value: {
      grid: {
        boxes: {
          low: { low: 1, middle: 3, high: 6 },
          middle: { low: 2, middle: 5, high: 8 },
          high: { low: 4, middle: 7, high: 9 }
        },
        performance: {
          "Sangat Baik": "high",
          Baik: "middle",
          "Butuh Perbaikan": "low",
          "Kurang/Misconduct": "low",
          "Sangat Kurang": "low"
        },
        succession: { instansi: [7, 8, 9], nasional: [9] },
        source: unverified(
          "PermenPANRB 3/2020",
          "Boxes 7 to 9 and 9 seen in one source; the numbering of the others and the place of each predicate are not verified. A decree of 2025 weighs both axes anew and was seen only in summary."
        )
      },
      potentialFrom: Sourced.unknown(unverified("PermenPANRB 3/2020", "Limits of the potential axis."))
    },
    source: unverified("PermenPANRB 3/2020", "Numbering of the boxes not verified.")
  }]
}

/**
 * End of probation of a CPNS.
 *
 * @category parameters
 * @since 0.1.0
 */
export const probation: Parameter.Parameter<Probation.Rule> = {
  name: "probation of a CPNS",
  unit: "years",
  values: [{
    from: "2017-01-01",
    value: {
      years: 1,
      goodPredicates: ["Sangat Baik", "Baik"],
      source: {
        instrument: "PP 11/2017",
        provision: "Pasal 34",
        confidence: "article-read",
        note: "One year, basic training once. That the predicate has to be at least Baik is not verified."
      }
    },
    source: { instrument: "PP 11/2017", provision: "Pasal 34", confidence: "article-read" }
  }]
}

/**
 * Renewal of the contract of a PPPK.
 *
 * @category parameters
 * @since 0.1.0
 */
export const contractRenewal: Parameter.Parameter<ContractRenewal.Rule> = {
  name: "renewal of a PPPK contract",
  unit: "predicate; months",
  values: [{
    from: "2018-01-01",
    value: {
      goodPredicates: {
        value: ["Sangat Baik", "Baik"],
        source: { instrument: "PermenPANRB 6/2024", provision: "Pasal 60", confidence: "seen-in-one", note: "At least Baik." }
      },
      earliestMonths: {
        value: 6,
        source: unverified("PermenPANRB 70/2020", "Proposed at most six months before the end.")
      },
      conditions: { instrument: "PP 49/2018", provision: "Pasal 37", confidence: "article-read" }
    },
    source: { instrument: "PP 49/2018", provision: "Pasal 37", confidence: "article-read" }
  }]
}
