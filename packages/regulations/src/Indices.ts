/**
 * Composite indices of regional development as ready models, each dated and with its source.
 *
 * @since 0.1.0
 */
import type { Parameter } from "@timbang/core/law"
import type { Indicator, IndexModel } from "@timbang/core/needs"
import { Rounding } from "@timbang/core/number"

// --- models ---

/**
 * One class of an index. A bound holds for the index rounded to the decimals of its table.
 *
 * @category models
 * @since 0.1.0
 */
export interface IndexClass {
  /** The class in the words of the publisher. */
  readonly title: string
  /** Smallest index of the class, itself included. Absent for the lowest class. */
  readonly from?: number
  /** The index is above this, itself excluded. Absent for the lowest class. */
  readonly above?: number
}

/**
 * The classes of an index from the highest down, and the decimals with which it is published.
 *
 * @category models
 * @since 0.1.0
 */
export interface IndexClasses {
  readonly decimals: number
  readonly classes: ReadonlyArray<IndexClass>
}

const more = (
  id: string,
  title: string,
  unit: string,
  pillar: string,
  weight: Indicator.Indicator["weight"] & {},
  goalposts?: Indicator.Goalposts
): Indicator.Indicator => ({
  id,
  title,
  unit,
  pillar,
  weight,
  direction: "more-is-better",
  source: "figures of the user",
  ...(goalposts === undefined ? {} : { goalposts })
})

const thirds = (
  parent: string,
  groups: ReadonlyArray<readonly [id: string, title: string]>
): ReadonlyArray<IndexModel.Group> =>
  groups.map(([id, title]) => ({ id, title, parent, weight: "1/3", mean: "arithmetic" }))

const byGoalposts: IndexModel.IndexModel["steps"] = [{ step: "normalise", by: { method: "goalposts" } }, {
  step: "aggregate"
}]
const asTheyAre: IndexModel.IndexModel["steps"] = [{ step: "normalise", by: { method: "none" } }, { step: "aggregate" }]

// --- models of indices ---

/**
 * Human Development Index of UNDP. Range: 0 to 1.
 *
 * **Details**
 *
 * Figures: `life-expectancy` and both schoolings in years, `income` as gross national income a person in dollars of 2017 at
 * purchasing power. All 193 countries of the report 2023/24 come out as published, at 3 decimals.
 *
 * @category indices
 * @since 0.1.0
 */
export const hdi: Parameter.Parameter<IndexModel.IndexModel> = {
  name: "Human Development Index",
  unit: "index, 0 to 1",
  values: [{
    from: "2014-01-01",
    source: {
      instrument: "UNDP, Human Development Report 2023/24, technical note 1",
      confidence: "derived-from-results",
      note: "goalposts of the reports since 2014; income in dollars of 2017 from the report of 2020 on"
    },
    value: {
      id: "hdi",
      title: "Human Development Index",
      indicators: [
        more("life-expectancy", "Life expectancy at birth", "years", "health", 1, { low: 20, high: 85 }),
        more("expected-schooling", "Expected years of schooling", "years", "education", "1/2", { low: 0, high: 18 }),
        more("mean-schooling", "Mean years of schooling", "years", "education", "1/2", { low: 0, high: 15 }),
        more("income", "Gross national income a person", "dollars of 2017, purchasing power", "living", 1, {
          low: 100,
          high: 75_000,
          logarithm: true
        })
      ],
      groups: [
        { id: "hdi", title: "Human Development Index", mean: "geometric" },
        ...thirds("hdi", [["health", "Long and healthy life"], ["education", "Knowledge"], [
          "living",
          "Standard of living"
        ]])
      ],
      steps: byGoalposts
    }
  }]
}

/**
 * Indeks Pembangunan Manusia of BPS, the "new method". Range: 0 to 100.
 *
 * **Details**
 *
 * Figures: `uhh` (umur harapan hidup), `hls` (harapan lama sekolah) and `rls` (rata-rata lama sekolah, people of 25 and
 * more) in years; `expenditure` is the adjusted real expenditure a person and year, in rupiah.
 *
 * **Gotchas**
 *
 * From published components the published index comes back to within 0.01 only, as they are rounded. Life expectancy was
 * restated on the long-form census of 2020: never mix the two series.
 *
 * @category indices
 * @since 0.1.0
 */
export const ipm: Parameter.Parameter<IndexModel.IndexModel> = {
  name: "Indeks Pembangunan Manusia",
  unit: "index, 0 to 100",
  values: [{
    from: "2010-01-01",
    source: {
      instrument: "BPS, Indeks Pembangunan Manusia metode baru",
      confidence: "unverified",
      note:
        "formula seen in three sources and reproduced for Jambi 2018 and 2020; the goalposts of expenditure and the base of the series were not read at BPS"
    },
    value: {
      id: "ipm",
      title: "Indeks Pembangunan Manusia",
      indicators: [
        more("uhh", "Umur harapan hidup saat lahir", "years", "kesehatan", 1, { low: 20, high: 85 }),
        more("hls", "Harapan lama sekolah", "years", "pendidikan", "1/2", { low: 0, high: 18 }),
        more("rls", "Rata-rata lama sekolah", "years", "pendidikan", "1/2", { low: 0, high: 15 }),
        more("expenditure", "Pengeluaran riil per kapita disesuaikan", "rupiah a person and year", "pengeluaran", 1, {
          low: 1_007_436,
          high: 26_572_352,
          logarithm: true
        })
      ],
      groups: [
        { id: "ipm", title: "Indeks Pembangunan Manusia", mean: "geometric" },
        ...thirds("ipm", [["kesehatan", "Indeks kesehatan"], ["pendidikan", "Indeks pendidikan"], [
          "pengeluaran",
          "Indeks pengeluaran"
        ]])
      ],
      steps: [...byGoalposts, { step: "scale", factor: 100 }]
    }
  }]
}

/**
 * Indeks Desa Membangun: the mean of the social, economic and ecological index of a village. Range: 0 to 1.
 *
 * @category indices
 * @since 0.1.0
 */
export const idm: Parameter.Parameter<IndexModel.IndexModel> = {
  name: "Indeks Desa Membangun",
  unit: "index, 0 to 1",
  values: [{
    from: "2016-01-01",
    until: "2024-12-31",
    source: {
      instrument: "Permendes 2/2016",
      confidence: "seen-in-several",
      note: "followed by the Indeks Desa of Permendesa 9/2024, whose formula was not obtained"
    },
    value: {
      id: "idm",
      title: "Indeks Desa Membangun",
      indicators: [
        more("iks", "Indeks ketahanan sosial", "index, 0 to 1", "idm", "1/3"),
        more("ike", "Indeks ketahanan ekonomi", "index, 0 to 1", "idm", "1/3"),
        more("ikl", "Indeks ketahanan ekologi", "index, 0 to 1", "idm", "1/3")
      ],
      groups: [{ id: "idm", title: "Indeks Desa Membangun", mean: "arithmetic" }],
      steps: asTheyAre
    }
  }]
}

/**
 * Indeks Kualitas Lingkungan Hidup of a regency or city. Range: 0 to 100.
 *
 * @category indices
 * @since 0.1.0
 */
export const iklhRegency: Parameter.Parameter<IndexModel.IndexModel> = {
  name: "Indeks Kualitas Lingkungan Hidup, kabupaten/kota",
  unit: "index, 0 to 100",
  values: [{
    from: "2021-01-01",
    source: {
      instrument: "PermenLHK 27/2021",
      confidence: "seen-in-several",
      note: "with letter S-318/2020 of the Director General; day of entry into force not seen"
    },
    value: {
      id: "iklh",
      title: "Indeks Kualitas Lingkungan Hidup",
      indicators: [
        more("ika", "Indeks kualitas air", "index, 0 to 100", "iklh", 0.376),
        more("iku", "Indeks kualitas udara", "index, 0 to 100", "iklh", 0.405),
        more("ikl", "Indeks kualitas lahan", "index, 0 to 100", "iklh", 0.219)
      ],
      groups: [{ id: "iklh", title: "Indeks Kualitas Lingkungan Hidup", mean: "arithmetic" }],
      steps: asTheyAre
    }
  }]
}

/**
 * Indeks Kualitas Lingkungan Hidup of a province, with sea water. Range: 0 to 100. Its weights are unverified.
 *
 * @category indices
 * @since 0.1.0
 */
export const iklhProvince: Parameter.Parameter<IndexModel.IndexModel> = {
  name: "Indeks Kualitas Lingkungan Hidup, provinsi",
  unit: "index, 0 to 100",
  values: [{
    from: "2021-01-01",
    source: {
      instrument: "PermenLHK 27/2021",
      confidence: "unverified",
      note: "the four weights were not seen in a source"
    },
    value: {
      id: "iklh",
      title: "Indeks Kualitas Lingkungan Hidup",
      indicators: [
        more("ika", "Indeks kualitas air", "index, 0 to 100", "iklh", 0.34),
        more("iku", "Indeks kualitas udara", "index, 0 to 100", "iklh", 0.428),
        more("ikl", "Indeks kualitas lahan", "index, 0 to 100", "iklh", 0.133),
        more("ikal", "Indeks kualitas air laut", "index, 0 to 100", "iklh", 0.099)
      ],
      groups: [{ id: "iklh", title: "Indeks Kualitas Lingkungan Hidup", mean: "arithmetic" }],
      steps: asTheyAre
    }
  }]
}

// --- classes ---

/**
 * Classes of the HDI. The limits are told without the page of a report at hand, so they carry a warning.
 *
 * @category classes
 * @since 0.1.0
 */
export const hdiClasses: Parameter.Parameter<IndexClasses> = {
  name: "classes of the HDI",
  localName: "kelas HDI",
  unit: "index, 0 to 1",
  values: [{
    from: "2014-01-01",
    source: {
      instrument: "UNDP, Human Development Report 2014 and later, reader's guide",
      confidence: "unverified",
      note: "fixed limits 0.800, 0.700 and 0.550 since the report of 2014"
    },
    value: {
      decimals: 3,
      classes: [{ title: "very high", from: 0.8 }, { title: "high", from: 0.7 }, { title: "medium", from: 0.55 }, { title: "low" }]
    }
  }]
}

/**
 * Classes of the IPM.
 *
 * @category classes
 * @since 0.1.0
 */
export const ipmClasses: Parameter.Parameter<IndexClasses> = {
  name: "classes of the IPM",
  localName: "kelas IPM",
  unit: "index, 0 to 100",
  values: [{
    from: "2010-01-01",
    source: { instrument: "BPS, Indeks Pembangunan Manusia metode baru", confidence: "seen-in-several" },
    value: {
      decimals: 2,
      classes: [{ title: "sangat tinggi", from: 80 }, { title: "tinggi", from: 70 }, { title: "sedang", from: 60 }, {
        title: "rendah"
      }]
    }
  }]
}

/**
 * Classes of the IDM; an index that equals a printed limit belongs to the class below it.
 *
 * @category classes
 * @since 0.1.0
 */
export const idmClasses: Parameter.Parameter<IndexClasses> = {
  name: "classes of the IDM",
  localName: "kelas IDM",
  unit: "index, 0 to 1",
  values: [{
    from: "2016-01-01",
    until: "2024-12-31",
    source: { instrument: "Permendes 2/2016", confidence: "seen-in-several" },
    value: {
      decimals: 4,
      classes: [
        { title: "mandiri", above: 0.8155 },
        { title: "maju", above: 0.7072 },
        { title: "berkembang", above: 0.5989 },
        { title: "tertinggal", above: 0.4907 },
        { title: "sangat tertinggal" }
      ]
    }
  }]
}

// --- operations ---

/**
 * The class of an index, which is first rounded half-up to the decimals with which it is published.
 *
 * **Example** (The limit of a class)
 *
 * ```ts
 * import { Indices } from "@timbang/regulations"
 * const { value } = Indices.idmClasses.values[0]!
 * Indices.classOf(value, 0.6419) // => "berkembang"
 * Indices.classOf(value, 0.5989) // => "tertinggal"
 * Indices.classOf(value, 0.59891) // => "tertinggal"
 * ```
 *
 * @category classes
 * @since 0.1.0
 */
export const classOf = ({ classes, decimals }: IndexClasses, index: number): string => {
  const units = (limit: number) => Rounding.divide(Math.round(limit * 1e9), 10 ** (9 - decimals), "half-up")
  const found = classes.find(({ above, from }) =>
    (from === undefined || units(index) >= units(from)) && (above === undefined || units(index) > units(above))
  )
  return (found ?? classes.at(-1)!).title
}

/**
 * Indeks kualitas udara from the mean of NO2 and SO2 against their European limits. Source: letter S-318/2020.
 *
 * **Example** (Worked example of the letter)
 *
 * ```ts
 * import { Indices } from "@timbang/regulations"
 * Math.round(Indices.airQuality(0.262) * 10) / 10 // => 91
 * ```
 *
 * @category indices
 * @since 0.1.0
 */
export const airQuality = (meanOfLimits: number): number => 100 - (50 / 0.9) * (meanOfLimits - 0.1)

/**
 * Indeks kualitas lahan from the share of land under cover and its correction, both 0 to 1. Source: letter S-318/2020.
 *
 * **Example** (Cover of 84.3 percent counts in full)
 *
 * ```ts
 * import { Indices } from "@timbang/regulations"
 * Indices.landQuality(0.843, 0) // => 100
 * ```
 *
 * @category indices
 * @since 0.1.0
 */
export const landQuality = (coverShare: number, correctionShare: number): number =>
  100 - (84.3 - (coverShare + correctionShare) * 100) * (50 / 54.3)
