/**
 * A driver matrix to start from. No regulation sets these shares: a region replaces them by a policy document of its own,
 * and until then every score made with them carries a warning.
 *
 * @since 0.1.0
 */
import type { Driver } from "@timbang/core/needs"

const named = (id: string, title: string): Driver.Named => ({ id, title })

/**
 * Six pillars of conditions, six service sectors, six job families.
 *
 * **Details**
 *
 * Sectors follow the mandatory and optional affairs of a region (UU 23/2014, Pasal 11 and 12). Inputs that decide a staffing
 * plan by law are population, area, potential and the ratio of personnel spending (PP 11/2017, Pasal 13); how much each
 * counts is nowhere said. Indicators are BPS figures by regency: growth in percent a year at constant prices, poverty (P0)
 * and stunting in percent, schooling and life expectancy in years, sanitation in percent of households, population growth in
 * percent a year.
 *
 * **Example** (It stands by itself)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Driver } from "@timbang/core/needs"
 * import { Drivers } from "@timbang/regulations"
 * Result.isSuccess(Driver.check(Drivers.starter, "2026-01-01")) // => true
 * ```
 *
 * @category drivers
 * @since 0.1.0
 */
export const starter: Driver.DriverMatrix = {
  id: "starter",
  title: "Matriks pendorong contoh",
  from: "2020-01-01",
  source: {
    instrument: "contoh, bukan peraturan",
    confidence: "unverified",
    note: "shares and caps are a starting point; replace them by the policy document of the region"
  },
  pillars: [
    named("growth", "Pertumbuhan ekonomi"),
    named("poverty", "Kemiskinan"),
    named("health", "Derajat kesehatan"),
    named("education", "Pendidikan penduduk"),
    named("infrastructure", "Prasarana dasar"),
    named("population", "Kependudukan")
  ],
  sectors: [
    named("economy", "Urusan ekonomi"),
    named("public-works", "Pekerjaan umum dan penataan ruang"),
    named("social", "Sosial"),
    named("health", "Kesehatan"),
    named("education", "Pendidikan"),
    named("civil-registry", "Administrasi kependudukan")
  ],
  jobFamilies: [
    named("economic-planner", "Perencana dan analis ekonomi"),
    named("engineer", "Teknik pekerjaan umum"),
    named("social-worker", "Pekerja sosial"),
    named("health-worker", "Tenaga kesehatan"),
    named("teacher", "Guru"),
    named("registrar", "Administrasi kependudukan")
  ],
  drivers: [
    {
      id: "growth",
      indicator: "economic-growth",
      reads: "level",
      risesWith: "high",
      low: 0,
      high: 8,
      pillar: "growth",
      share: "0.7"
    },
    {
      id: "growth-trend",
      indicator: "economic-growth",
      reads: "trend",
      risesWith: "high",
      low: -2,
      high: 2,
      pillar: "growth",
      share: "0.3"
    },
    {
      id: "poverty",
      indicator: "poverty-rate",
      reads: "level",
      risesWith: "high",
      low: 2,
      high: 20,
      pillar: "poverty",
      share: "0.7"
    },
    {
      id: "poverty-trend",
      indicator: "poverty-rate",
      reads: "trend",
      risesWith: "high",
      low: -1,
      high: 1,
      pillar: "poverty",
      share: "0.3"
    },
    {
      id: "stunting",
      indicator: "stunting",
      reads: "level",
      risesWith: "high",
      low: 5,
      high: 35,
      pillar: "health",
      share: "0.6"
    },
    {
      id: "life-expectancy",
      indicator: "life-expectancy",
      reads: "level",
      risesWith: "low",
      low: 62,
      high: 75,
      pillar: "health",
      share: "0.4"
    },
    {
      id: "schooling",
      indicator: "mean-schooling",
      reads: "level",
      risesWith: "low",
      low: 6,
      high: 12,
      pillar: "education",
      share: "1"
    },
    {
      id: "sanitation",
      indicator: "sanitation",
      reads: "level",
      risesWith: "low",
      low: 50,
      high: 100,
      pillar: "infrastructure",
      share: "1"
    },
    {
      id: "population-growth",
      indicator: "population-growth",
      reads: "level",
      risesWith: "high",
      low: 0,
      high: 3,
      pillar: "population",
      share: "1"
    }
  ],
  pillarShares: {
    economy: { growth: "0.8", poverty: "0.2" },
    "public-works": { growth: "0.5", infrastructure: "0.5" },
    social: { poverty: "0.9", population: "0.1" },
    health: { health: "0.7", poverty: "0.2", population: "0.1" },
    education: { education: "0.8", population: "0.2" },
    "civil-registry": { population: "1" }
  },
  sectorShares: {
    "economic-planner": { economy: "1" },
    engineer: { "public-works": "0.9", economy: "0.1" },
    "social-worker": { social: "1" },
    "health-worker": { health: "1" },
    teacher: { education: "1" },
    registrar: { "civil-registry": "1" }
  },
  caps: {
    "economic-planner": "0.25",
    engineer: "0.25",
    "social-worker": "0.25",
    "health-worker": "0.15",
    teacher: "0.1",
    registrar: "0.15"
  }
}
