/**
 * The law of the citizens' satisfaction survey (Survei Kepuasan Masyarakat, SKM) and of complaints, as dated parameters.
 *
 * @since 0.1.0
 */
import type { LegalSource, Parameter } from "@timbang/core/law"
import { Fraction } from "@timbang/core/number"
import type { Bands, Deadline, SampleSize, SurveyIndex } from "@timbang/core/performance"

// --- models ---

/**
 * A reading of the weight of one of nine elements. The regulation says one ninth; reports print 0.111 or 0.11, under which
 * even a perfect score stays below 100.
 *
 * @category models
 * @since 0.1.0
 */
export type WeightName = "1/9" | "0.111" | "0.11"

/**
 * Every {@link WeightName}, the exact one first.
 *
 * @category models
 * @since 0.1.0
 */
export const weightNames: ReadonlyArray<WeightName> = ["1/9", "0.111", "0.11"]

// --- parameters ---

const permen14Of2017: LegalSource.LegalSource = {
  instrument: "PermenPANRB 14/2017",
  confidence: "seen-in-several",
  note: "Seen in six sources and in real reports. Holds here from the first day of its year; no later rule was found."
}

const kepmen25Of2004: LegalSource.LegalSource = {
  instrument: "Kepmenpan 25/2004",
  confidence: "unverified",
  note: "Bands from memory; for old reports only."
}

const bandsOf2017: Bands.Bands = {
  decimals: 2,
  lowest: 2500,
  highest: 10_000,
  bands: [
    { from: 8831, label: "A" },
    { from: 7661, label: "B" },
    { from: 6500, label: "C" },
    { from: 2500, label: "D" }
  ]
}

const bandsOf2004: Bands.Bands = {
  decimals: 2,
  lowest: 2485,
  highest: 10_000,
  bands: [
    { from: 8126, label: "A" },
    { from: 6251, label: "B" },
    { from: 4376, label: "C" },
    { from: 2485, label: "D" }
  ]
}

const scale = { lowest: 1, highest: 4 }
const numbered = (count: number): ReadonlyArray<string> => Array.from({ length: count }, (_, at) => `U${at + 1}`)

/**
 * The questionnaire of fourteen elements, for reports of 2004 to 2016. Its source is not verified: using it gives a warning.
 *
 * @category parameters
 * @since 0.1.0
 */
export const questionnaireOf2004: SurveyIndex.Questionnaire = {
  elements: numbered(14),
  answers: scale,
  scale,
  factor: 25,
  weight: { name: "0.071, rounded to 3 decimals", share: Fraction.make(71, 1000), roundedTo: 3 },
  bands: bandsOf2004,
  source: kepmen25Of2004
}

const questionnaireOf2017: SurveyIndex.Questionnaire = {
  elements: numbered(9),
  answers: scale,
  scale,
  factor: 25,
  weight: { name: "1/9", share: Fraction.make(1, 9) },
  bands: bandsOf2017,
  source: permen14Of2017
}

/**
 * The questionnaire of a day: fourteen elements from 2004, nine from 2017.
 *
 * @category parameters
 * @since 0.1.0
 */
export const questionnaires: Parameter.Parameter<SurveyIndex.Questionnaire> = {
  name: "citizens' satisfaction survey",
  unit: "index of 25 to 100",
  values: [
    {
      from: "2004-01-01",
      until: "2016-12-31",
      value: questionnaireOf2004,
      source: kepmen25Of2004
    },
    { from: "2017-01-01", value: questionnaireOf2017, source: permen14Of2017 }
  ]
}

/**
 * The questionnaire of 2017 under a named reading of the weight. The lowest index a reading can give belongs to class D.
 *
 * **Example** (The reading of many reports)
 *
 * ```ts
 * import { SurveyLaw } from "@timbang/regulations"
 * SurveyLaw.questionnaire("0.111").weight.name // => "0.111"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const questionnaire = (weight: WeightName): SurveyIndex.Questionnaire => ({
  ...questionnaireOf2017,
  weight: { name: weight, share: Fraction.parseUnsafe(weight) },
  bands: weight === "1/9" ? bandsOf2017 : {
    ...bandsOf2017,
    lowest: Number(Fraction.round(Fraction.multiply(Fraction.parseUnsafe(weight), Fraction.make(225)), 2, "half-up")),
    bands: bandsOf2017.bands.map((band) => (band.label === "D" ? { ...band, from: 2400 } : band))
  }
})

/**
 * The elements that speak of the team that serves, by their names in the regulation: its competence and its conduct.
 *
 * @category parameters
 * @since 0.1.0
 */
export const teamElements: Readonly<Record<"team-competence" | "team-conduct", string>> = {
  "team-competence": "kompetensi pelaksana",
  "team-conduct": "perilaku pelaksana"
}

/**
 * Names of the nine elements by code, in Indonesian as the regulation has them. Some forms exchange U8 and U9: go by the name.
 *
 * @category parameters
 * @since 0.1.0
 */
export const elementNames: Readonly<Record<string, string>> = {
  U1: "persyaratan",
  U2: "sistem, mekanisme, dan prosedur",
  U3: "waktu penyelesaian",
  U4: "biaya/tarif",
  U5: "produk spesifikasi jenis pelayanan",
  U6: "kompetensi pelaksana",
  U7: "perilaku pelaksana",
  U8: "penanganan pengaduan, saran, dan masukan",
  U9: "sarana dan prasarana"
}

/**
 * Names of the fourteen elements of {@link questionnaireOf2004} by code. Not verified, as its source says.
 *
 * @category parameters
 * @since 0.1.0
 */
export const elementNamesOf2004: Readonly<Record<string, string>> = {
  U1: "prosedur pelayanan",
  U2: "persyaratan pelayanan",
  U3: "kejelasan petugas pelayanan",
  U4: "kedisiplinan petugas pelayanan",
  U5: "tanggung jawab petugas pelayanan",
  U6: "kemampuan petugas pelayanan",
  U7: "kecepatan pelayanan",
  U8: "keadilan mendapatkan pelayanan",
  U9: "kesopanan dan keramahan petugas",
  U10: "kewajaran biaya pelayanan",
  U11: "kepastian biaya pelayanan",
  U12: "kepastian jadwal pelayanan",
  U13: "kenyamanan lingkungan",
  U14: "keamanan pelayanan"
}

/**
 * On what {@link answerWords} rest. Not verified: a file whose answers are read from these words gives a warning.
 *
 * @category parameters
 * @since 0.1.0
 */
export const answerWordsSource: LegalSource.LegalSource = {
  instrument: "PermenPANRB 14/2017",
  provision: "printed form of the questionnaire",
  confidence: "unverified",
  note: "Words from memory. Check them against the form that was handed out, and give its own words where they differ."
}

/**
 * Words of the printed forms for each answer, whatever the element: no word stands for two answers.
 *
 * Forms of agencies differ; a host adds its own words beside these. What they rest on: {@link answerWordsSource}.
 *
 * @category parameters
 * @since 0.1.0
 */
export const answerWords: Readonly<Record<"1" | "2" | "3" | "4", ReadonlyArray<string>>> = {
  "1": ["tidak baik", "tidak sesuai", "tidak mudah", "tidak cepat", "sangat mahal", "tidak kompeten", "tidak sopan dan ramah", "tidak ada", "buruk"],
  "2": ["kurang baik", "kurang sesuai", "kurang mudah", "kurang cepat", "cukup mahal", "kurang kompeten", "kurang sopan dan ramah", "ada tetapi tidak berfungsi", "cukup"],
  "3": ["baik", "sesuai", "mudah", "cepat", "murah", "kompeten", "sopan dan ramah", "berfungsi kurang maksimal"],
  "4": ["sangat baik", "sangat sesuai", "sangat mudah", "sangat cepat", "gratis", "sangat kompeten", "sangat sopan dan ramah", "dikelola dengan baik"]
}

/**
 * What each class means, in the words of the regulation.
 *
 * @category parameters
 * @since 0.1.0
 */
export const classNames: Readonly<Record<string, string>> = {
  A: "Sangat baik",
  B: "Baik",
  C: "Kurang baik",
  D: "Tidak baik"
}

/**
 * The formula of the sample size.
 *
 * @category parameters
 * @since 0.1.0
 */
export const sampleFormula: Parameter.Parameter<SampleSize.Formula> = {
  name: "sample size of the survey",
  unit: "respondents",
  values: [{
    from: "2017-01-01",
    value: {
      chiSquare: 3.841,
      share: 0.5,
      error: 0.05,
      source: { instrument: "Krejcie and Morgan 1970", confidence: "seen-in-one" }
    },
    source: permen14Of2017
  }]
}

const law25Of2009 = (provision: string): LegalSource.LegalSource => ({
  instrument: "UU 25/2009",
  provision,
  confidence: "article-read"
})

/**
 * Outer limits of a complaint. A shorter deadline of an agency may never be shown as later than these.
 *
 * @category parameters
 * @since 0.1.0
 */
export const complaintLimits: Parameter.Parameter<ReadonlyArray<Deadline.Deadline>> = {
  name: "limits of a complaint",
  unit: "days",
  values: [{
    from: "2009-01-01",
    value: [
      { act: "complaint", after: "the service", days: 30, counts: "calendar-days", source: law25Of2009("Pasal 42") },
      { act: "answer whether the file is complete", after: "complaint", days: 14, counts: "calendar-days", source: law25Of2009("Pasal 44 (3)") },
      { act: "missing parts, else withdrawn", after: "that answer", days: 30, counts: "calendar-days", source: law25Of2009("Pasal 44 (4)-(5)") },
      { act: "decision", after: "file complete", days: 60, counts: "calendar-days", source: law25Of2009("Pasal 50 (1)") },
      { act: "decision told to the complainant", after: "decision", days: 14, counts: "calendar-days", source: law25Of2009("Pasal 50 (2)") }
    ],
    source: {
      ...law25Of2009("Pasal 42-50"),
      note: "Plain days. The deadlines of PermenPANRB 5/2025, which replaced PermenPANRB 62/2018, were not obtained. Holds here from the first day of its year."
    }
  }]
}
