/**
 * A made-up period that shows every part of a performance report. All figures are invented.
 */
import { Fraction, Seeded, Undefined } from "@timbang/core/number"
import { CitizenSurvey, ControlChart, FairRank, Funnel } from "@timbang/core/performance"
import type { PerformanceReport } from "@timbang/report"
import { Result } from "effect"

const defined = <A>(answer: A | Undefined.Undefined): A => {
  if (Undefined.isUndefined(answer)) throw new Error(answer.reason)
  return answer
}

const elements = ["U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9"]
const scale = { lowest: 1, highest: 4 }
const form = {
  elements,
  answers: scale,
  scale,
  factor: 25,
  weight: { name: "1/9", share: Fraction.make(1, 9) },
  bands: {
    decimals: 2,
    lowest: 2500,
    highest: 10000,
    bands: [
      { from: 2500, label: "D" },
      { from: 6500, label: "C" },
      { from: 7661, label: "B" },
      { from: 8831, label: "A" }
    ]
  },
  source: { instrument: "PermenPANRB 14/2017", confidence: "seen-in-several" } as const
}

const tally = CitizenSurvey.make(form)
const chance = Seeded.make(14)
for (let respondent = 0; respondent < 150; respondent++) {
  const mood = 3.2 + 0.35 * Seeded.normal(chance)
  const answers = elements.map((_, u) => Math.round(mood - 0.06 * ((u * 5) % 9) + 0.45 * Seeded.normal(chance)))
  CitizenSurvey.add(tally, answers.map((one) => Math.max(1, Math.min(4, one))))
}

const units = ["Siulak", "Kayu Aro", "Gunung Raya", "Sanggaran Agung", "Semurup", "Jujun", "Lempur", "Depati Tujuh"]

const estimates = [84, 82.5, 79, 70, 81, 86, 74, 83]
const errors = [1.2, 1.5, 2, 1.4, 6, 5, 1.6, 1.1]
const answered = [45, 60, 20, 41, 9, 88, 30, 150]
const complaints = [52, 71, 26, 80, 11, 101, 33, 171]
const minutes = [41, 44, 39, 43, 40, 42, 45, 38, 41, 43, 40, 29, 28, 27]

export const period: PerformanceReport.Facts = {
  agency: "Kabupaten Kerinci",
  period: "Semester I 2026",
  on: "2026-07-15",
  standing: { _tag: "uji-silang" },
  surveys: [{
    service: "layanan Puskesmas",
    survey: defined(CitizenSurvey.finish(tally, form, { population: 4200, invited: 400 })),
    elementNames: {
      U1: "persyaratan",
      U2: "sistem, mekanisme, prosedur",
      U3: "waktu",
      U4: "biaya/tarif",
      U5: "produk layanan",
      U6: "kompetensi pelaksana",
      U7: "perilaku pelaksana",
      U8: "penanganan pengaduan",
      U9: "sarana dan prasarana"
    }
  }],
  comparisons: [{
    measure: "indeks kepuasan (25 sampai 100)",
    decimals: 1,
    rank: Result.getOrThrow(FairRank.compare(
      units.map((id, i) => ({ id, estimate: estimates[i]!, standardError: errors[i]! })),
      { tail: "lowest", tailPercent: 25, bar: 0.9, method: "REML" },
      { draws: 1000, seed: 1 }
    ))
  }],
  funnels: [{
    measure: "bagian keluhan yang dijawab tepat waktu",
    funnel: defined(Funnel.place(
      units.map((id, i) => ({ id, part: answered[i]!, whole: complaints[i]! })),
      0.85,
      0.002
    ))
  }],
  courses: [
    (() => {
      const chart = defined(ControlChart.xmr(
        minutes.map((measure, at) => ({
          period: `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`,
          measure
        }))
      ))
      const target = 30
      return {
        measure: "waktu tunggu (menit)",
        chart,
        answers: ControlChart.answer(chart, { better: "low", target }),
        target,
        decimals: 0
      }
    })()
  ]
}
