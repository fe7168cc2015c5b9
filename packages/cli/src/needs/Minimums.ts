/**
 * The staff of health centres against the minimum of their kind: the table of a day's law, and what a host sets itself.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import { type Day, LegalSource, Parameter } from "@timbang/core/law"
import { StaffingMinimum } from "@timbang/core/needs"
import { type Sentences, Workloads } from "@timbang/language"
import { WorkloadLaw } from "@timbang/regulations"
import { Column, MinimumFile } from "@timbang/source-files"
import { Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import type { Grid } from "../Grid.ts"

// --- models ---

/** One number of people that is required, and what requires it. */
interface Minimum {
  readonly kind: string
  readonly required: number
  readonly source: LegalSource.LegalSource
}

/** The minimums of a setting. */
export type Minimums = (setting: MinimumFile.Setting) => ReadonlyArray<Minimum>

/** Which people count: civil servants only, or everybody who works there. */
export type Counted = "asn" | "all"

// --- operations ---

/** Tables by name. */
export const tables = ["puskesmas", "dashboard"] as const

/** The minimums of a day; those of a host stand before the law's, and stand alone where no table of the law was obtained. */
export const minimumsOn = (
  table: (typeof tables)[number],
  on: Day.Day,
  own: { readonly rows: ReadonlyArray<MinimumFile.RequiredRow>; readonly source: LegalSource.LegalSource } | undefined,
  lang: Sentences.Language
): Result.Result<Minimums, CommandFailed> => {
  const law = table === "dashboard" ? dashboardOn(on) : puskesmasOn(on)
  if (law === undefined && own === undefined) {
    const [entry] = (table === "dashboard" ? WorkloadLaw.dashboardMinimums : WorkloadLaw.puskesmasMinimums).values
    const { from, source, until } = entry!
    const missing = table === "dashboard" ? [source.instrument] : WorkloadLaw.puskesmasTablesNotObtained.map(LegalSource.cite)
    const line = Workloads.tablesNotObtained(on, { instrument: LegalSource.cite(source), from, until }, missing, lang)
    return Result.fail(new CommandFailed({ code: codes.refused, lines: [line] }))
  }
  return Result.succeed((setting) => {
    const hosts = (own?.rows ?? [])
      .filter(({ beds, place }) => place === setting.place && beds === setting.beds)
      .map(({ kind, required }) => ({ kind, required, source: own!.source }))
    const known = new Set(hosts.map(({ kind }) => Column.plain(kind)))
    return [...(law?.(setting) ?? []).filter(({ kind }) => !known.has(Column.plain(kind))), ...hosts]
  })
}

/** Kinds that the minimums of their setting do not have, and settings without any, by name. */
export const strangers = ({ file, rows }: MinimumFile.Rows<MinimumFile.StaffRow>, minimums: Minimums): ReadonlyArray<Fault.Fault> => {
  const faults: Array<Fault.Fault> = []
  for (const own of unitsOf(rows)) {
    const setting = own[0]!
    // A setting that could not be read is a fault of its own.
    if (own.some(({ place }) => place === undefined)) continue
    const required = minimums(setting)
    if (required.length === 0) {
      const accepted = settings.filter((one) => minimums(one).length > 0).map(nameOf)
      faults.push({ _tag: "UnknownCode", file, row: setting.row, column: "inpatient", found: nameOf(setting), accepted, nearest: undefined })
      continue
    }
    for (const { kind, row } of own) {
      if (required.some((one) => Column.plain(one.kind) === Column.plain(kind))) continue
      faults.push({ _tag: "UnknownCode", file, row, column: "kind", found: kind, accepted: required.map((one) => one.kind), nearest: undefined })
    }
  }
  return faults
}

const unitsOf = (rows: ReadonlyArray<MinimumFile.StaffRow>): ReadonlyArray<ReadonlyArray<MinimumFile.StaffRow>> =>
  [...new Set(rows.map(({ unit }) => unit))].map((unit) => rows.filter((row) => row.unit === unit))

/** Compares every unit with the minimums of its setting. */
export const compare = (
  rows: ReadonlyArray<MinimumFile.StaffRow>,
  minimums: Minimums,
  counted: Counted,
  lang: Sentences.Language
): readonly [Grid, Grid] => {
  const [lines, units]: [Array<ReadonlyArray<string | number>>, Array<ReadonlyArray<string | number>>] = [[], []]
  for (const own of unitsOf(rows)) {
    const setting = own[0]!
    const required = minimums(setting)
    const about = [setting.unit, setting.place, MinimumFile.wordOf(setting)]
    const people = new Map(own.map((row) => [Column.plain(row.kind), row]))
    const staff = Object.fromEntries(required.flatMap(({ kind }) => {
      const row = people.get(Column.plain(kind))
      return row === undefined ? [] : [[kind, row.asn + (counted === "all" ? row.others : 0)]]
    }))
    const found = StaffingMinimum.compare(Object.fromEntries(required.map(({ kind, required: least }) => [kind, least])), staff)
    const sourceOf = new Map(required.map(({ kind, source }) => [kind, LegalSource.cite(source)]))
    for (const { existing, gap, kind, required: least } of found.lines) {
      lines.push([...about, kind, least, existing, gap, sourceOf.get(kind)!, kind in staff ? "" : Workloads.noRow(lang)])
    }
    units.push([...about, found.minimumMet ? "yes" : "no", found.completeByKind ? "yes" : "no", found.missing])
  }
  const setting = ["unit", "place", "inpatient"]
  return [
    { name: "minimum", headers: [...setting, "kind", "required", "existing", "gap", "source", "note"], rows: lines },
    { name: "units", headers: [...setting, "minimumMet", "completeByKind", "missing"], rows: units }
  ]
}

const settings = (["kota", "desa", "terpencil"] as const).flatMap((place) =>
  (["nonRawatInap", "rawatInap"] as const).map((beds): MinimumFile.Setting => ({ place, beds })))

const nameOf = (setting: MinimumFile.Setting): string => `${setting.place} ${MinimumFile.wordOf(setting)}`

const puskesmasOn = (on: Day.Day): Minimums | undefined => {
  const entry = Parameter.at(WorkloadLaw.puskesmasMinimums, on)
  return Result.isFailure(entry)
    ? undefined
    : ({ beds, place }) => minimumsOf(entry.success.value[place][beds], entry.success.source)
}

/** The page shows no urban centre without inpatients, so there is no minimum for one. */
const dashboardOn = (on: Day.Day): Minimums | undefined => {
  const entry = Parameter.at(WorkloadLaw.dashboardMinimums, on)
  return Result.isFailure(entry)
    ? undefined
    : ({ beds, place }) => (place === "kota" && beds === "nonRawatInap" ? [] : minimumsOf(entry.success.value[beds], entry.success.source))
}

const minimumsOf = (table: Readonly<Record<string, number>>, source: LegalSource.LegalSource): ReadonlyArray<Minimum> =>
  Object.entries(table).map(([kind, required]) => ({ kind, required, source }))
