/**
 * Numbers of workload analysis and staffing norms as dated data: working time, efficiency classes, minimums, teachers.
 *
 * Several are conventions that no arithmetic reproduces: never recompute them from a calendar.
 *
 * @since 0.1.0
 */
import type { LegalSource, Parameter } from "@timbang/core/law"
import type { SectorRatio, TeacherNeed, Wisn, Workload } from "@timbang/core/needs"
import type { Rounding } from "@timbang/core/number"

export {
  type Beds,
  dashboardMinimums,
  type PuskesmasMinimums,
  puskesmasMinimums,
  puskesmasTablesNotObtained
} from "./workload/PuskesmasMinimums.ts"

const source = (
  instrument: string,
  confidence: LegalSource.Confidence,
  more: { readonly provision?: string; readonly note?: string } = {}
): LegalSource.LegalSource => ({ instrument, confidence, ...more })

// --- working time ---

/**
 * Effective working time of a year, as PermenPANRB 1/2020 prints it: 1,250 hours.
 *
 * **Gotchas**
 *
 * The printed products (235 x 5 h 30 = "1.245", 287 x 4 h 30 = "1.234") are not the true ones, 1,292.5 and 1,291.5.
 *
 * @category parameters
 * @since 0.1.0
 */
export const effectiveWorkingTime: Parameter.Parameter<number> = {
  name: "effective working time (WKE)",
  localName: "waktu kerja efektif (WKE)",
  unit: "minutes a year",
  values: [
    {
      from: "2004-01-01",
      value: 72_000,
      source: source("Kepmenpan KEP/75/M.PAN/7/2004", "seen-in-one", {
        note: "practice: 300 minutes a day, 1,200 hours a year"
      })
    },
    {
      from: "2020-01-01",
      value: 75_000,
      source: source("PermenPANRB 1/2020", "seen-in-several", { note: "a convention, 1,250 hours; do not recompute" })
    }
  ]
}

/**
 * Available working time of health workers (WKT) of Permenkes 33/2015: 1,200 hours. A sheet of 2023 uses 75,000 minutes;
 * a host that follows it supplies its own value.
 *
 * @category parameters
 * @since 0.1.0
 */
export const healthWorkingTime: Parameter.Parameter<number> = {
  name: "available working time of health workers (WKT)",
  localName: "waktu kerja tersedia tenaga kesehatan (WKT)",
  unit: "minutes a year",
  values: [
    {
      from: "2015-01-01",
      value: 72_000,
      source: source("Permenkes 33/2015", "seen-in-several", {
        provision: "Buku Manual 1",
        note: "212 d x 5.25 h = 1,113 h and 264 d x 4.375 h = 1,155 h, both taken as 1,200 h"
      })
    }
  ]
}

/**
 * Weeks a year of an allowance given by the week: 52. The other convention divides the available days by the days of a
 * week.
 *
 * @category parameters
 * @since 0.1.0
 */
export const weeksPerYear: Parameter.Parameter<Wisn.Options["weeksPerYear"]> = {
  name: "weeks a year",
  localName: "jumlah minggu setahun",
  unit: "weeks",
  values: [
    {
      from: "2010-01-01",
      value: 52,
      source: source("WHO, WISN user's manual", "seen-in-several", {
        note: "some sheets use available days / days a week"
      })
    }
  ]
}

// --- rounding and classes ---

/**
 * Rounding of the need of a position: once, to the nearest, exact halves up.
 *
 * @category parameters
 * @since 0.1.0
 */
export const needRounding: Parameter.Parameter<Rounding.Rounding> = {
  name: "rounding of the need of a position",
  localName: "pembulatan kebutuhan jabatan",
  unit: "people",
  values: [
    {
      from: "2004-01-01",
      value: "half-up",
      source: source("PermenPANRB 1/2020", "unverified", {
        note: "from memory; one national agency's form rounds hours / 1250 to the nearest"
      })
    }
  ]
}

/**
 * Rounding steps of WISN: n.0 to n.(n x 0.1) down, above up, for n from 1 to 5; then to the nearest.
 *
 * @category parameters
 * @since 0.1.0
 */
export const wisnSteps: Parameter.Parameter<Wisn.Steps> = {
  name: "rounding steps of WISN",
  localName: "tahap pembulatan WISN",
  unit: "people",
  values: [
    {
      from: "2010-01-01",
      value: { upTo: 5, tolerance: "0.1" },
      source: source("WHO, WISN user's manual", "unverified", {
        note: "from memory; above 5 and below 1 inferred; changes in the second edition unknown"
      })
    }
  ]
}

/**
 * Classes of EJ and EU (PJ, PU): two readings of the printed limits. Applications disagree, so the table is a choice.
 *
 * **Details**
 *
 * `halfOpen` closes the gaps of the printed two-decimal limits: 0.90 to 1 is B, 0.70 to below 0.90 is C, and so on.
 * `twoDecimals` are the printed limits, for a ratio rounded to two decimals first (`Workload.efficiency(..., 2)`).
 *
 * @category parameters
 * @since 0.1.0
 */
export const efficiencyClasses: Parameter.Parameter<{
  readonly halfOpen: ReadonlyArray<Workload.Grade>
  readonly twoDecimals: ReadonlyArray<Workload.Grade>
}> = {
  name: "classes of efficiency (PJ, PU)",
  localName: "kelas efisiensi (PJ, PU)",
  unit: "ratio of workload to working time",
  values: [
    {
      from: "2008-01-01",
      value: {
        halfOpen: [
          { grade: "A", from: 1, over: true },
          { grade: "B", from: "0.9" },
          { grade: "C", from: "0.7" },
          { grade: "D", from: "0.5" },
          { grade: "E", from: 0 }
        ],
        twoDecimals: [
          { grade: "A", from: "1.01" },
          { grade: "B", from: "0.9" },
          { grade: "C", from: "0.7" },
          { grade: "D", from: "0.5" },
          { grade: "E", from: 0 }
        ]
      },
      source: source("Permendagri 12/2008", "unverified", {
        provision: "Pasal 8-11 and annex",
        note: "class limits from memory; three public applications use other limits"
      })
    }
  ]
}

// --- teachers ---

/**
 * Teaching load a week: 24 to 40 hours face to face, target 24.
 *
 * @category parameters
 * @since 0.1.0
 */
export const teachingLoad: Parameter.Parameter<TeacherNeed.Load> = {
  name: "teaching load",
  localName: "beban mengajar",
  unit: "hours face to face a week",
  values: [
    {
      from: "2008-12-01",
      value: { target: 24, least: 24, most: 40 },
      source: source("PP 74/2008", "article-read", { provision: "Pasal 52" })
    },
    {
      from: "2025-07-01",
      value: { target: 24, least: 24, most: 40 },
      source: source("Permendikdasmen 11/2025", "seen-in-several")
    }
  ]
}

/**
 * Largest class (rombongan belajar) by level.
 *
 * @category parameters
 * @since 0.1.0
 */
export const largestClass: Parameter.Parameter<Readonly<Record<string, number>>> = {
  name: "largest class",
  localName: "rombongan belajar terbesar",
  unit: "pupils",
  values: [
    {
      from: "2016-01-01",
      value: { SD: 28, SMP: 32, SMA: 36, SMK: 36 },
      source: source("Permendikbud 22/2016 and 17/2017", "unverified")
    },
    {
      from: "2023-01-01",
      value: {
        "PAUD 0-2": 10,
        "PAUD 2-4": 12,
        "PAUD 4-6": 15,
        SD: 28,
        SMP: 32,
        SMA: 36,
        SMK: 36,
        SDLB: 5,
        SMPLB: 8,
        SMALB: 8,
        "Paket A": 20
      },
      source: source("Permendikbudristek 47/2023", "seen-in-one", { note: "Paket B and C not seen" })
    }
  ]
}

// --- retirement ---

/**
 * Retirement age (BUP) by group of positions.
 *
 * @category parameters
 * @since 0.1.0
 */
export const retirementAge: Parameter.Parameter<Readonly<Record<string, number>>> = {
  name: "retirement age (BUP)",
  localName: "batas usia pensiun (BUP)",
  unit: "years",
  values: [
    {
      from: "2017-04-07",
      value: {
        "pejabat administrasi": 58,
        "ahli pertama": 58,
        "ahli muda": 58,
        keterampilan: 58,
        "pimpinan tinggi": 60,
        "ahli madya": 60,
        "ahli utama": 65,
        guru: 60,
        dosen: 65
      },
      source: source("PP 11/2017", "article-read", {
        provision: "Pasal 239; guru and dosen UU 14/2005",
        note: "transitional cases keep an older limit; UU 20/2023 not read"
      })
    }
  ]
}

// --- sectors ---

/**
 * Extension workers in agriculture: at least one for each desa inside a farming area, not for every desa.
 *
 * @category parameters
 * @since 0.1.0
 */
export const extensionWorkers: Parameter.Parameter<{ readonly people: number; readonly units: number }> = {
  name: "extension workers by desa with farming potential",
  localName: "penyuluh menurut desa berpotensi pertanian",
  unit: "people for each desa",
  values: [
    {
      from: "2013-08-06",
      value: { people: 1, units: 1 },
      source: source("UU 19/2013", "article-read", { provision: "Pasal 46 (4)" })
    }
  ]
}

/**
 * The one known band of the Satpol PP score and the scale of its scores.
 *
 * @category parameters
 * @since 0.1.0
 */
export const satpolBands: Parameter.Parameter<{
  readonly scale: ReadonlyArray<number>
  readonly bands: ReadonlyArray<SectorRatio.Band>
}> = {
  name: "staff of Satpol PP by score",
  localName: "personel Satpol PP menurut nilai",
  unit: "people",
  values: [
    {
      from: "2012-01-01",
      value: { scale: [400, 700, 1000], bands: [{ above: 500, least: 251, most: 350 }] },
      source: source("Permendagri 60/2012", "seen-in-one", {
        note: "the other bands were not obtained: below, only the score is answered"
      })
    }
  ]
}
