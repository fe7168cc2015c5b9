/**
 * Minimum staff of a Puskesmas, as tables of the health ministry print it.
 *
 * @since 0.1.0
 */
import type { LegalSource, Parameter } from "@timbang/core/law"

// --- models ---

/**
 * Minimum staff of a Puskesmas by place and kind (kota, desa, terpencil; without and with inpatients).
 *
 * @category models
 * @since 0.1.0
 */
export interface PuskesmasMinimums {
  readonly kota: Beds
  readonly desa: Beds
  readonly terpencil: Beds
}

/**
 * A table without inpatients (non rawat inap) and with (rawat inap). Unit: people, by kind of worker.
 *
 * @category models
 * @since 0.1.0
 */
export interface Beds {
  readonly nonRawatInap: Readonly<Record<string, number>>
  readonly rawatInap: Readonly<Record<string, number>>
}

// --- parameters ---

const puskesmasKinds = [
  "dokter",
  "dokter gigi",
  "perawat",
  "bidan",
  "kesehatan masyarakat",
  "kesehatan lingkungan",
  "ahli teknologi laboratorium",
  "gizi",
  "kefarmasian",
  "administrasi",
  "pekarya"
] as const

const dashboardKinds = [
  "dokter",
  "dokter gigi",
  "perawat",
  "bidan",
  "promosi kesehatan",
  "sanitasi lingkungan",
  "nutrisionis",
  "kefarmasian",
  "ATLM"
] as const

const staff = (kinds: ReadonlyArray<string>, counts: ReadonlyArray<number>): Readonly<Record<string, number>> =>
  Object.fromEntries(kinds.map((kind, i) => [kind, counts[i]!]))

const puskesmas = (...counts: ReadonlyArray<number>) => staff(puskesmasKinds, counts)

const rural: Beds = {
  nonRawatInap: puskesmas(1, 1, 5, 4, 1, 1, 1, 1, 1, 2, 1),
  rawatInap: puskesmas(2, 1, 8, 7, 1, 1, 1, 2, 1, 2, 1)
}

/**
 * Minimum staff of a Puskesmas of Permenkes 75/2014, in force until Permenkes 43/2019. The tables of 43/2019 and 19/2024
 * were not obtained; for a later day a host supplies them.
 *
 * @category parameters
 * @since 0.1.0
 */
export const puskesmasMinimums: Parameter.Parameter<PuskesmasMinimums> = {
  name: "minimum staff of a Puskesmas",
  localName: "tenaga minimum Puskesmas",
  unit: "people",
  values: [
    {
      from: "2014-01-01",
      until: "2019-12-31",
      value: {
        kota: {
          nonRawatInap: puskesmas(1, 1, 5, 4, 2, 1, 1, 1, 1, 3, 2),
          rawatInap: puskesmas(2, 1, 8, 7, 2, 1, 1, 2, 2, 3, 2)
        },
        desa: rural,
        terpencil: rural
      },
      source: {
        instrument: "Permenkes 75/2014",
        confidence: "seen-in-one",
        provision: "annex",
        note: "repealed by Permenkes 43/2019, replaced by 19/2024; the exact days are not seen"
      }
    }
  ]
}

/**
 * Regulations on Puskesmas whose tables of staff were not obtained: a later day than that of {@link puskesmasMinimums} is
 * refused with their names, and a host supplies the numbers.
 *
 * @category parameters
 * @since 0.1.0
 */
export const puskesmasTablesNotObtained: ReadonlyArray<LegalSource.LegalSource> = [
  { instrument: "Permenkes 43/2019", confidence: "seen-in-several", note: "replaces 75/2014; table of staff not obtained" },
  { instrument: "Permenkes 19/2024", confidence: "seen-in-several", note: "replaces 43/2019; table of staff not obtained" }
]

/**
 * Minimum that the dashboard of the health ministry applies to nine professions. The page prints neither legal basis nor
 * date: it is a data set of its own, read in 2026.
 *
 * @category parameters
 * @since 0.1.0
 */
export const dashboardMinimums: Parameter.Parameter<Beds> = {
  name: "minimum staff of a Puskesmas on the ministry's dashboard",
  localName: "tenaga minimum Puskesmas pada dasbor kementerian",
  unit: "people",
  values: [
    {
      from: "2026-01-01",
      value: {
        nonRawatInap: staff(dashboardKinds, [1, 1, 5, 4, 1, 1, 1, 1, 1]),
        rawatInap: staff(dashboardKinds, [2, 1, 8, 7, 1, 1, 2, 1, 1])
      },
      source: {
        instrument: "dreams.kemkes.go.id",
        confidence: "seen-in-one",
        note: "no legal basis printed; urban without inpatients not seen; counts ASN and others"
      }
    }
  ]
}
