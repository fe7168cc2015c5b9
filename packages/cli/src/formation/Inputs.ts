/**
 * What the files of `timbang allocate` have to agree on: margins with claims, the posts before with the units of today.
 *
 * @since 0.1.0
 */
import type { TwoWay } from "@timbang/core/formation"
import { Fault } from "@timbang/core/input"
import type { AllocationFile, ClaimsFile, PostMarginsFile } from "@timbang/source-files"
import { type CommandFaults, Formations, type Sentences } from "@timbang/language"
import { Effect, Option } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as Options from "../Options.ts"
import * as Sharing from "./Sharing.ts"

/** A pace without the posts before, or these without a pace. */
export const paceFault = (previous: Option.Option<unknown>): CommandFaults.CommandFault =>
  Option.isSome(previous) ? { _tag: "OptionMissing", option: "--previous", needed: "--pace" } : { _tag: "OptionMissing", option: "--pace", needed: "--previous" }

/** Years given as `2026,2027`. */
export const years = (text: string, lang: Sentences.Language): Effect.Effect<ReadonlyArray<number>, CommandFailed> => {
  const found = text.split(",").map((year) => year.trim()).filter((year) => year !== "")
  return found.every((year) => /^\d{4}$/.test(year))
    ? Effect.succeed([...new Set(found.map(Number))])
    : Effect.fail(Options.refusal([{ _tag: "OptionMiswritten", option: "--years", found: text, example: "2026,2027" }], lang))
}

/** Why posts cannot be shared, with the option or the file, row and column that has to change. */
export const unshared = (
  problem: Formations.Problem,
  files: ReadonlyArray<{ readonly file: string; readonly rows: ReadonlyArray<ClaimsFile.ClaimRow> }>,
  lang: Sentences.Language
): string => {
  const line = Formations.problem(problem, lang)
  const [row, column] = lang === "id" ? ["baris", "kolom"] : ["row", "column"]
  const all = files.map(({ file }) => file).join(", ")
  switch (problem._tag) {
    case "DrawnDoesNotFit":
      return `--drawn: ${line}`
    case "DoesNotFit":
      if (files.length === 0) return line
      if (problem.shortBy > 0) return `${all}, ${column} min: ${line}`
      return files.every(({ rows }) => rows.every(({ claim }) => claim.numerator === 0n))
        ? `${all}, ${column} claim: ${Formations.nothingClaimed(problem.total, lang)}`
        : `${all}, ${column} max: ${line}`
    case "NotWhole": {
      if (problem.unit === undefined) return `--seats: ${line}`
      const own = files.find(({ rows }) => rows.some((one) => Sharing.nameOf(one) === problem.unit))
      const at = own?.rows.find((one) => Sharing.nameOf(one) === problem.unit)
      return at === undefined ? line : `${own!.file}, ${row} ${at.row}, ${column} ${problem.field}: ${line}`
    }
    default:
      return line
  }
}

/** The margins of all files together; `undefined` without a file. A name in two files is refused. */
export const margins = (files: ReadonlyArray<PostMarginsFile.PostMarginsRead>, lang: Sentences.Language): Effect.Effect<TwoWay.Margins | undefined, CommandFailed> => {
  if (files.length === 0) return Effect.succeed(undefined)
  const both = { units: {} as Record<string, number>, families: {} as Record<string, number> }
  for (const { file, margins: own } of files) {
    for (const side of ["units", "families"] as const) {
      const twice = Object.keys(own[side]).find((name) => Object.hasOwn(both[side], name))
      if (twice !== undefined) return Effect.fail(new CommandFailed({ code: codes.refused, lines: [`${file}: ${twice} ${lang === "id" ? "sudah ada di berkas --margins yang lain; sisakan salah satu" : "stands in another file of --margins; keep one"}`] }))
      Object.assign(both[side], own[side])
    }
  }
  return Effect.succeed(both)
}

/** Claims without a job family, with a minimum, or without a margin. */
export const marginFaults = (
  { file, rows }: ClaimsFile.ClaimsRead,
  files: ReadonlyArray<PostMarginsFile.PostMarginsRead>,
  { families, units }: TwoWay.Margins
): ReadonlyArray<Fault.Fault> => {
  const listedIn = files.map(({ file }) => file).join(", ")
  return rows.flatMap(({ min = 0, position, row, unit }): ReadonlyArray<Fault.Fault> => {
    const at = { file, row }
    return [
      ...(Object.hasOwn(units, unit) ? [] : [{ _tag: "NotListed", ...at, column: "unit", found: unit, listedIn } as const]),
      ...(position === undefined
        ? [{ _tag: "CellMissing", ...at, column: "position" } as const]
        : Object.hasOwn(families, position)
        ? []
        : [{ _tag: "NotListed", ...at, column: "position", found: position, listedIn } as const]),
      ...(min === 0 ? [] : [{ _tag: "OutOfRange", ...at, column: "min", found: String(min), minimum: "0", maximum: "0" } as const])
    ]
  })
}

/** Posts before of a place that claims nothing today; give it a claim of 0. */
export const previousFaults = (
  claims: ReadonlyArray<ClaimsFile.ClaimsRead>,
  { file, rows }: AllocationFile.AllocationRead
): ReadonlyArray<Fault.Fault> => {
  const names = new Set(claims.flatMap((read) => read.rows.map(Sharing.nameOf)))
  const listedIn = claims.map((read) => read.file).join(", ")
  return rows.flatMap((row) =>
    names.has(Sharing.nameOf(row)) ? [] : [{ _tag: "NotListed", file, row: row.row, column: "unit", found: Sharing.nameOf(row), listedIn }])
}
