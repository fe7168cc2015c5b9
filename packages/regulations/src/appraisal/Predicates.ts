/**
 * Predicates of PermenPANRB 6/2022: the table of nine cells, the guidance in words, the usual spread, and the deadlines.
 *
 * @since 0.1.0
 */
import type { LegalSource, Parameter } from "@timbang/core/law"
import type { Deadline, DistributionAdvisory, OrganisationPredicate, Predicate, RatingProposal } from "@timbang/core/performance"

// --- models ---

/**
 * Predicate of a person, in the spelling of the regulation.
 *
 * @category models
 * @since 0.1.0
 */
export type EmployeePredicate = "Sangat Baik" | "Baik" | "Butuh Perbaikan" | "Kurang/Misconduct" | "Sangat Kurang"

/**
 * Predicate of an organisation, in the spelling of the regulation.
 *
 * @category models
 * @since 0.1.0
 */
export type OrganisationLevel = "Istimewa" | "Baik" | "Butuh Perbaikan" | "Kurang" | "Sangat Kurang"

/**
 * Every {@link EmployeePredicate}, best first.
 *
 * @category models
 * @since 0.1.0
 */
export const employeePredicates: ReadonlyArray<EmployeePredicate> = [
  "Sangat Baik",
  "Baik",
  "Butuh Perbaikan",
  "Kurang/Misconduct",
  "Sangat Kurang"
]

// --- parameters ---

const permen6Of2022 = (provision: string, note?: string): LegalSource.LegalSource => ({
  instrument: "PermenPANRB 6/2022",
  provision,
  confidence: "article-read",
  ...(note === undefined ? {} : { note })
})

const row = (above: EmployeePredicate, asExpected: EmployeePredicate, below: EmployeePredicate) => ({
  above,
  "as-expected": asExpected,
  below
})

/**
 * All nine cells: work result, then conduct.
 *
 * @category parameters
 * @since 0.1.0
 */
export const matrix: Parameter.Parameter<Predicate.Matrix<EmployeePredicate>> = {
  name: "predicate of a person",
  unit: "predicate",
  values: [{
    from: "2022-02-07",
    value: {
      predicates: employeePredicates,
      cells: {
        above: row("Sangat Baik", "Baik", "Kurang/Misconduct"),
        "as-expected": row("Baik", "Baik", "Kurang/Misconduct"),
        below: row("Butuh Perbaikan", "Butuh Perbaikan", "Sangat Kurang")
      },
      source: permen6Of2022("Lampiran, p. 99, 102-103")
    },
    source: permen6Of2022(
      "Lampiran, p. 99, 102-103",
      "The worked example of Kasubdit II (p. 202-208) prints Butuh Perbaikan for a result as expected with conduct below; the table says Kurang/Misconduct, and the table holds."
    )
  }]
}

/**
 * How "sebagian besar" and "sebagian kecil" are read in numbers. The regulation gives no number and calls the guidance an
 * example; whoever rates decides.
 *
 * @category parameters
 * @since 0.1.0
 */
export const guidance: Parameter.Parameter<RatingProposal.Guidance> = {
  name: "reading of the rating guidance",
  unit: "hundredths of results or feedback",
  values: [{
    from: "2022-02-07",
    value: {
      mostAbovePercent: 50,
      smallPartUpToPercent: 25,
      source: {
        instrument: "PermenPANRB 6/2022",
        provision: "Lampiran, p. 97-101",
        confidence: "unverified",
        note: "The guidance is in words; 50 and 25 are a reading, to be replaced by the agency's own."
      }
    },
    source: permen6Of2022("Lampiran, p. 97-101", "Words only; the numbers are a reading.")
  }]
}

const matching: Readonly<Record<OrganisationLevel, EmployeePredicate>> = {
  Istimewa: "Sangat Baik",
  Baik: "Baik",
  "Butuh Perbaikan": "Butuh Perbaikan",
  Kurang: "Kurang/Misconduct",
  "Sangat Kurang": "Sangat Kurang"
}

const letter3Of2023: LegalSource.LegalSource = {
  instrument: "SE MenPANRB 3/2023",
  confidence: "seen-in-one",
  note: "Exact shares seen in one source that quotes the text; an advice, never a forced ranking."
}

/**
 * What spread of predicates is usual for each predicate of the organisation.
 *
 * @category parameters
 * @since 0.1.0
 */
export const usualSpread: Parameter.Parameter<DistributionAdvisory.Expectations<EmployeePredicate>> = {
  name: "usual spread of predicates",
  unit: "hundredths of the people of a unit",
  values: [{
    from: "2022-02-07",
    until: "2023-01-30",
    value: {
      byOrganisation: Object.fromEntries(Object.entries(matching).map(([organisation, predicate]) => [organisation, [{ _tag: "LargestGroup", predicate }]])),
      source: permen6Of2022("Lampiran, p. 94-97", "Ideally most people have the matching predicate; the others are not excluded, and no share is named.")
    },
    source: permen6Of2022("Lampiran, p. 94-97", "Ideally most people have the matching predicate; the others are not excluded, and no share is named.")
  }, {
    from: "2023-01-31",
    value: {
      byOrganisation: {
        Istimewa: [
          { _tag: "LargestGroup", predicate: "Sangat Baik" },
          { _tag: "AtMost", predicate: "Sangat Baik", percent: 70 }
        ],
        Baik: [
          { _tag: "AtMost", predicate: "Baik", percent: 70 },
          { _tag: "Occurs", anyOf: ["Butuh Perbaikan", "Kurang/Misconduct"] }
        ],
        "Butuh Perbaikan": [
          { _tag: "AtLeast", predicates: ["Butuh Perbaikan"], percent: 60 },
          { _tag: "AtMost", predicate: "Sangat Baik", percent: 10 }
        ],
        Kurang: [
          { _tag: "AtLeast", predicates: ["Kurang/Misconduct"], percent: 60 },
          { _tag: "AtLeast", predicates: ["Butuh Perbaikan"], percent: 10 },
          { _tag: "AtMost", predicate: "Sangat Baik", percent: 10 }
        ],
        "Sangat Kurang": [
          { _tag: "AtLeast", predicates: ["Sangat Kurang"], percent: 60 },
          { _tag: "AtLeast", predicates: ["Kurang/Misconduct", "Butuh Perbaikan"], percent: 10 },
          { _tag: "Absent", predicate: "Sangat Baik" }
        ]
      },
      // PermenPANRB 6/2022, p. 94-97: ideally most people have the predicate that matches the organisation's.
      ideal: matching,
      source: letter3Of2023
    },
    source: letter3Of2023
  }]
}

/**
 * Last day of the next year on which the predicate of an organisation is in time; after it, last year's stands in.
 *
 * @category parameters
 * @since 0.1.0
 */
export const organisationLastDay: Parameter.Parameter<OrganisationPredicate.LastDay> = {
  name: "last day of the predicate of an organisation",
  unit: "month and day",
  values: [{
    from: "2022-02-07",
    value: { monthDay: "01-31", source: permen6Of2022("Lampiran, p. 94") },
    source: permen6Of2022("Lampiran, p. 94")
  }]
}

/**
 * Deadlines around an appraisal, the objection (keberatan) among them.
 *
 * @category parameters
 * @since 0.1.0
 */
export const deadlines: Parameter.Parameter<ReadonlyArray<Deadline.Deadline<Deadline.AppraisalAct, Deadline.AppraisalEvent>>> = {
  name: "deadlines of an appraisal",
  localName: "batas waktu penilaian kinerja",
  unit: "days",
  values: [
    {
      from: "2019-01-01",
      until: "2022-02-06",
      value: [
        {
          act: "objection",
          after: "received",
          days: 14,
          counts: "calendar-days",
          isRight: true,
          source: { instrument: "PP 30/2019", provision: "Pasal 59", confidence: "article-read" }
        },
        {
          act: "decision-in-place-of-signature",
          after: "signature-refused",
          days: 7,
          counts: "working-days",
          source: { instrument: "PP 30/2019", provision: "Pasal 50", confidence: "article-read" }
        }
      ],
      source: {
        instrument: "PP 30/2019",
        confidence: "article-read",
        note: "Holds here from the first day of its year; the day of issue was not in the sources consulted."
      }
    },
    {
      from: "2022-02-07",
      value: [
        {
          act: "annual-appraisal",
          after: "period-ended",
          days: 31,
          counts: "calendar-days",
          isAnnual: true,
          source: permen6Of2022("Pasal 23-25", "At the latest at the end of January: 31 days after 31 December.")
        },
        {
          act: "report",
          after: "period-ended",
          days: 30,
          counts: "calendar-days",
          source: permen6Of2022("Lampiran, p. 114-119")
        },
        {
          act: "handing-over",
          after: "signed-by-rater",
          days: 14,
          counts: "working-days",
          source: permen6Of2022("Lampiran, p. 114-119")
        },
        {
          act: "signature",
          after: "received",
          days: 14,
          counts: "working-days",
          source: permen6Of2022("Lampiran, p. 114-119", "Read as working days, as the day before it.")
        },
        {
          act: "objection",
          after: "received",
          days: 14,
          counts: "working-days",
          isRight: true,
          source: permen6Of2022("Lampiran, p. 114-119")
        },
        {
          act: "decision-on-objection",
          after: "objected",
          days: 7,
          counts: "working-days",
          source: permen6Of2022("Lampiran, p. 114-119", "The superior of the rater decides and may change the result.")
        }
      ],
      source: permen6Of2022("Lampiran, p. 114-119")
    }
  ]
}

/**
 * Where no objection is open: a high official whom the head of the region rated. The rating is final, so its reasons are kept.
 *
 * @category parameters
 * @since 0.1.0
 */
export const finalRatings: Parameter.Parameter<"rated by the head of the region"> = {
  name: "ratings without objection",
  localName: "penilaian yang final",
  unit: "rater",
  values: [{ from: "2022-02-07", value: "rated by the head of the region", source: permen6Of2022("Lampiran, p. 90") }]
}

/**
 * Spellings of the predicates of an organisation, and the one each stands for.
 *
 * @category parameters
 * @since 0.1.0
 */
export const organisationSpellings: Readonly<Record<OrganisationLevel, ReadonlyArray<string>>> = {
  // Page 94 prints Sangat Baik under its heading Istimewa.
  Istimewa: ["sangat baik"],
  Baik: [],
  "Butuh Perbaikan": ["cukup"],
  Kurang: [],
  "Sangat Kurang": []
}

/**
 * Which predicates of an organisation say that expectations are met, as a reading: the regulation orders them and draws no line.
 *
 * @category parameters
 * @since 0.1.0
 */
export const meetsExpectation = (predicate: OrganisationLevel): boolean => predicate === "Istimewa" || predicate === "Baik"

/**
 * Spellings of predicates found in recaps, and the predicate each stands for.
 *
 * @category parameters
 * @since 0.1.0
 */
export const spellings: Readonly<Record<string, EmployeePredicate>> = {
  "sangat baik": "Sangat Baik",
  baik: "Baik",
  "butuh perbaikan": "Butuh Perbaikan",
  kurang: "Kurang/Misconduct",
  misconduct: "Kurang/Misconduct",
  "kurang/misconduct": "Kurang/Misconduct",
  "sangat kurang": "Sangat Kurang"
}

/**
 * Spellings of the levels of work result and conduct found in recaps.
 *
 * @category parameters
 * @since 0.1.0
 */
export const levelSpellings: Readonly<Record<string, Predicate.Level>> = {
  "di atas ekspektasi": "above",
  "diatas ekspektasi": "above",
  "di atas": "above",
  diatas: "above",
  "sesuai ekspektasi": "as-expected",
  sesuai: "as-expected",
  "di bawah ekspektasi": "below",
  "dibawah ekspektasi": "below",
  "di bawah": "below",
  dibawah: "below"
}
