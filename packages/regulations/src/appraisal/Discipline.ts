/**
 * What follows low performance (PP 30/2019) and unexcused absence (PP 94/2021).
 *
 * @since 0.1.0
 */
import type { LegalSource, Parameter } from "@timbang/core/law"
import type { Absence, LowPerformance } from "@timbang/core/performance"

// --- models ---

/**
 * Kind of position as the steps after low performance part them.
 *
 * @category models
 * @since 0.1.0
 */
export type RatedPosition = "JPT" | "administrasi" | "fungsional"

// --- parameters ---

const pp30Of2019 = (provision: string, note: string): LegalSource.LegalSource => ({
  instrument: "PP 30/2019",
  provision,
  confidence: "article-read",
  note
})

const spellings = "The article names the predicates of its time; Butuh Perbaikan and Kurang/Misconduct are read as Cukup and Kurang (SE BKN 9/2024)."

/**
 * Steps after a low annual predicate, by kind of position.
 *
 * @category parameters
 * @since 0.1.0
 */
export const lowPerformance: Parameter.Parameter<ReadonlyArray<LowPerformance.Rule & { readonly positions: ReadonlyArray<RatedPosition> }>> = {
  name: "steps after low performance",
  unit: "calendar months",
  values: [{
    from: "2019-01-01",
    value: [
      {
        positions: ["JPT"],
        lowPredicates: ["Cukup", "Butuh Perbaikan", "Kurang", "Kurang/Misconduct", "Sangat Kurang"],
        monthsToImprove: 6,
        source: pp30Of2019("Pasal 57", `What follows when nothing improved was not in the sources consulted. ${spellings}`)
      },
      {
        positions: ["administrasi", "fungsional"],
        lowPredicates: ["Kurang", "Kurang/Misconduct", "Sangat Kurang"],
        monthsToImprove: 6,
        afterwards: { placementMonths: 12 },
        source: pp30Of2019("Pasal 58", `Cukup is not listed. ${spellings}`)
      }
    ],
    source: pp30Of2019("Pasal 57-58", "Holds here from the first day of its year; the day of issue was not in the sources consulted.")
  }]
}

const pp94Of2021: LegalSource.LegalSource = {
  instrument: "PP 94/2021",
  provision: "Pasal 9-11, 15",
  confidence: "article-read",
  note: "Holds here from the first day of its year."
}

const dismissal = "pemberhentian dengan hormat tidak atas permintaan sendiri"

/**
 * Sanction for unexcused working days of absence within a calendar year. Below the first band the regulation names none. Ten
 * days without a break also end the appointment.
 *
 * @category parameters
 * @since 0.1.0
 */
export const absence: Parameter.Parameter<Absence.Rule> = {
  name: "sanction for absence",
  unit: "working days from January to December",
  values: [{
    from: "2021-01-01",
    value: {
      bands: {
        decimals: 0,
        lowest: 0,
        highest: 366,
        bands: [
          { from: 0, label: "tidak ada" },
          { from: 3, label: "teguran lisan" },
          { from: 4, label: "teguran tertulis" },
          { from: 7, label: "pernyataan tidak puas secara tertulis" },
          { from: 11, label: "pemotongan tunjangan kinerja 25% selama 6 bulan" },
          { from: 14, label: "pemotongan tunjangan kinerja 25% selama 9 bulan" },
          { from: 17, label: "pemotongan tunjangan kinerja 25% selama 12 bulan" },
          { from: 21, label: "penurunan jabatan setingkat lebih rendah selama 12 bulan" },
          { from: 25, label: "pembebasan dari jabatan menjadi pelaksana selama 12 bulan" },
          { from: 28, label: dismissal }
        ]
      },
      unbroken: {
        days: 10,
        sanction: dismissal,
        goesOnOverYears: true,
        source: {
          ...pp94Of2021,
          provision: "Pasal 11, 15",
          note: "Whether ten days without a break go on over 31 December was not seen; here they do, and an outcome that hangs on it says so."
        }
      },
      source: pp94Of2021
    },
    source: pp94Of2021
  }]
}
