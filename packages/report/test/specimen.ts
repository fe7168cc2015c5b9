/**
 * A made-up evaluation that shows every part of a report. All figures are invented.
 */
import {
  Adjustment,
  AdverseImpact,
  DifferenceInDifferences,
  type Evaluation,
  NeedFulfilment,
  RoundReport,
  SelectionValidity,
  Threat,
  TrainingGap,
  TrainingPlan
} from "@timbang/core/evaluation"
import { Fraction } from "@timbang/core/number"
import { Result } from "effect"

const places = ["Puskesmas Siulak", "Puskesmas Kayu Aro", "Puskesmas Gunung Raya", "Puskesmas Sanggaran Agung"]

const staffing: ReadonlyArray<NeedFulfilment.Staffing> = [
  { unit: places[0]!, jobFamily: "Bidan", required: "7.5", before: 4, opened: 3, filled: 3, left: 0 },
  { unit: places[0]!, jobFamily: "Perawat", required: "12", before: 9, opened: 3, filled: 2, left: 1 },
  { unit: places[1]!, jobFamily: "Bidan", required: "6", before: 3, opened: 3, filled: 3, left: 0 },
  { unit: places[1]!, jobFamily: "Perawat", required: "8.25", before: 8, opened: 1, filled: 1, left: 0 },
  { unit: places[2]!, jobFamily: "Bidan", required: "5", before: 2, opened: 3, filled: 1, left: 0 },
  { unit: places[3]!, jobFamily: "Perawat", required: "6", before: 6, opened: 0, filled: 0, left: 0 }
].map(({ before, filled, jobFamily, left, opened, required, unit }) => ({
  unit,
  jobFamily,
  requiredBefore: Fraction.parseUnsafe(required),
  requiredAfter: Fraction.parseUnsafe(required),
  staffBefore: before,
  staffAfter: before + filled - left,
  opened,
  filled,
  left
}))

const observations: ReadonlyArray<DifferenceInDifferences.Observation> = Array.from({ length: 24 }, (_, i) => {
  const isTreated = i % 2 === 0
  const start = 60 + ((i * 37) % 11)
  return [
    { cluster: `unit ${i}`, isTreated, isAfter: false, outcome: start },
    { cluster: `unit ${i}`, isTreated, isAfter: true, outcome: start + ((i * 13) % 5) + (isTreated ? 5 : 0) }
  ]
}).flat()

const fulfilment = NeedFulfilment.judge(staffing, [
  {
    indicator: "Persalinan ditolong tenaga kesehatan (persen)",
    better: "more",
    estimate: DifferenceInDifferences.estimate(observations),
    threats: Threat.check(observations, { staffMoved: 0, hadAnotherChange: false })
  },
  {
    indicator: "Waktu tunggu (menit)",
    better: "less",
    estimate: DifferenceInDifferences.estimate(observations.slice(0, 4)),
    threats: Threat.check(observations.slice(0, 4), {})
  }
])

const pairs = Array.from({ length: 60 }, (_, i) => ({
  score: 350 + ((i * 29) % 61),
  performance: 70 + ((i * 29) % 61) / 6 + ((i * 17) % 13)
}))

const rated = (unit: string, jobFamily: string, competence: string, ratings: ReadonlyArray<number>) =>
  ({ unit, jobFamily, competence, ratings, standard: 3 })
const gaps = TrainingGap.find(
  [
    rated(places[0]!, "Bidan", "Kegawatdaruratan ibu", [2.1, 2.4, 2.2, 2.6, 2.3, 2.5]),
    rated(places[0]!, "Perawat", "Triase", [2.9, 3.2, 2.6, 3.1, 2.8]),
    rated(places[1]!, "Bidan", "Kegawatdaruratan ibu", [2.4, 2.2, 2.5, 2.6, 2.3]),
    rated(places[1]!, "Perawat", "Pencatatan elektronik", [2, 1.8, 2.2, 2.1, 1.9, 2.3]),
    rated(places[2]!, "Bidan", "Komunikasi", [3.4, 3.6, 3.5])
  ],
  staffing.map(({ jobFamily, requiredAfter, staffAfter, unit }) => ({
    unit,
    jobFamily,
    peopleLacking: Fraction.subtract(requiredAfter, Fraction.make(staffAfter)),
    ...(jobFamily === "Perawat" ? { means: { ratings: [3.4, 3.2, 3.6, 3.5], standard: 3 } } : {})
  }))
)

const catalogue = [
  { competence: "Kegawatdaruratan ibu", course: "PPGDON", hours: 30 },
  { competence: "Pencatatan elektronik", course: "Rekam medis elektronik", hours: 16 }
]

const report = RoundReport.make({
  round: "CPNS 2024",
  stages: [
    { stage: "Pengumuman", from: "2024-08-19", until: "2024-09-02", plannedUntil: "2024-09-02" },
    { stage: "Pendaftaran", from: "2024-08-20", until: "2024-09-10", plannedUntil: "2024-09-06" },
    { stage: "SKD", from: "2024-10-16", until: "2024-11-14", plannedUntil: "2024-11-14" },
    { stage: "SKB", from: "2024-12-09", until: "2024-12-20", plannedUntil: "2024-12-20" },
    { stage: "Sanggah", from: "2025-01-13", until: "2025-01-19", plannedUntil: "2025-01-19" }
  ],
  seats: [
    { group: "Umum", opened: 11, filled: 9, resigned: 1 },
    { group: "Penyandang disabilitas", opened: 2, filled: 1, resigned: 0 }
  ],
  costs: [{ kind: "tempat ujian", rupiah: 148_500_000n }, { kind: "panitia", rupiah: 61_250_000n }],
  spendingBefore: { year: 2024, personnel: 612_400_000_000n, total: 1_645_000_000_000n },
  spendingAfter: { year: 2026, personnel: 598_900_000_000n, total: 1_702_000_000_000n },
  receipts: { issued: 1184, verified: 97 },
  objections: [
    { filed: "2025-01-13", due: "2025-01-22", answered: "2025-01-17", isAccepted: true },
    { filed: "2025-01-13", due: "2025-01-22", answered: "2025-01-21", isAccepted: false },
    { filed: "2025-01-14", due: "2025-01-22", answered: "2025-01-22", isAccepted: false },
    { filed: "2025-01-15", due: "2025-01-22", answered: "2025-01-24", isAccepted: false }
  ],
  trust: [
    { question: "rules-were-known", agree: 241, answered: 312, asked: 1184 },
    { question: "process-was-fair", agree: 268, answered: 312, asked: 1184 },
    { question: "result-is-trusted", agree: 219, answered: 309, asked: 1184 }
  ]
})

const row = (stratum: string, group: string, selected: number, applicants: number) =>
  ({ stratum, group, selected, applicants })

export const evaluation: Evaluation.Evaluation = {
  round: "CPNS 2024",
  agency: "Kabupaten Kerinci",
  on: "2026-06-30",
  standing: { _tag: "simulasi" },
  fulfilment,
  validity: SelectionValidity.study({
    pairs,
    withoutPerformance: 2,
    applicantsDeviation: 31,
    reliabilities: { performance: 0.6 }
  }),
  fairness: [
    {
      grouping: "asal wilayah",
      ...AdverseImpact.byStratum([
        row("Bidan", "Kabupaten sendiri", 60, 300),
        row("Bidan", "Kabupaten lain", 28, 200),
        row("Bidan", "Provinsi lain", 1, 4),
        row("Perawat", "Kabupaten sendiri", 40, 400),
        row("Perawat", "Kabupaten lain", 23, 280)
      ])
    }
  ],
  training: {
    gaps,
    plans: [
      { staff: "PNS", plan: Result.getOrThrow(TrainingPlan.make(gaps, catalogue, { hours: 20, is: "floor" })), sources: [{ instrument: "PP 11/2017", confidence: "article-read" }] },
      { staff: "PPPK", plan: Result.getOrThrow(TrainingPlan.make(gaps, catalogue, { hours: 24, is: "ceiling" })), sources: [{ instrument: "PP 49/2018", provision: "Pasal 40", confidence: "article-read" }] }
    ]
  },
  report,
  adjustments: Adjustment.derive({
    round: "CPNS 2024",
    basis: "new-need-only",
    fulfilment,
    gaps,
    drivers: [{ unit: places[1]!, jobFamily: "Perawat", indicator: "kunjungan rawat jalan" }],
    evidence: "laporan evaluasi CPNS 2024"
  })
}
