/**
 * What achievements are worth under earlier law: one in the row of a person, or several in a file of their own.
 *
 * @since 0.1.0
 */
import { Fault } from "@timbang/core/input"
import type { LegalSource } from "@timbang/core/law"
import { Scaled } from "@timbang/core/number"
import { NumericAppraisal } from "@timbang/core/performance"
import type { Sentences } from "@timbang/language"
import { RatingsFile, Rows, type Table } from "@timbang/source-files"
import { Effect, Result } from "effect"
import type { CommandFailed } from "../Exit.ts"
import * as Refusal from "../selection/Refusal.ts"
import * as Records from "./Records.ts"

// --- models ---

/** The value of a work plan: as given, or of an achievement, with the provision that values it. */
export interface Worth {
  readonly workPlan: number
  readonly achieved?: number
  readonly source?: LegalSource.LegalSource
}

/** One achievement of several, with the row it stands in. */
export interface Achieved {
  readonly row: number
  readonly period: string
  readonly indicator: string
  readonly achieved: Scaled.Scaled
  readonly value: Scaled.Scaled
  readonly source: LegalSource.LegalSource
}

/** Both files, once nothing is wrong with either. */
export interface Read {
  readonly table: Table.Table<typeof RatingsFile.computed>
  readonly several: ReadonlyMap<string, ReadonlyArray<Achieved>>
  /** By row of the ratings. */
  readonly worths: ReadonlyMap<number, Worth>
}

type ComputedCells = Rows.Row<typeof RatingsFile.computed>["cells"]

// --- operations ---

/** The value of the work plan of one row, or what is missing in it. */
export const worthOf = (at: Fault.InRow, cells: Omit<ComputedCells, "person" | "unit" | "conduct" | "hasIdea" | "wasAsked" | "official">, scale: NumericAppraisal.ValueScale | undefined): Worth | Fault.Fault => {
  const { achievement, additional = 0, lowerIsBetter, realised, target, targetIsHighest, targetUpper, workPlan } = cells
  const missing = (column: string): Fault.Fault => ({ _tag: "CellMissing", ...at, column })
  if (workPlan !== undefined) return { workPlan }
  // Only PermenPANRB 8/2021 says what an achievement is worth; the other texts are asked for the value itself.
  if (scale === undefined) return missing("workPlan")
  if (achievement === undefined && realised === undefined) return missing(target === undefined ? "workPlan" : "realised")
  if (achievement === undefined && target === undefined) return missing("target")
  if (achievement === undefined && target === 0) {
    return { _tag: "OutOfRange", ...at, column: "target", found: "0", minimum: "0.0001", maximum: "1000000000" }
  }
  if (achievement === undefined && targetUpper !== undefined && targetUpper < target!) {
    return { _tag: "MoreThan", ...at, column: "target", found: Scaled.format(target!, 4), other: Scaled.format(targetUpper, 4), otherColumn: "targetUpper" }
  }
  const isLowerBetter = lowerIsBetter === "ya"
  const achieved = achievement ?? NumericAppraisal.achievement(
    targetUpper === undefined
      ? { _tag: isLowerBetter ? "LowerIsBetter" : "HigherIsBetter", target: target! }
      : { _tag: "Range", lower: target!, upper: targetUpper, isLowerBetter },
    realised!
  )
  const { source, value } = NumericAppraisal.valueOf(scale, achieved, targetIsHighest === "ya")
  return { workPlan: Math.min(scale.highest, value + additional), achieved, source }
}

/**
 * The ratings, and several achievements of people by person; everybody has to stand in the ratings, an indicator once in a period,
 * and a person is valued in one of the files only. Everything that is wrong with both files is refused at once.
 */
export const readBoth: (
  ratings: string,
  achievements: string | undefined,
  scale: NumericAppraisal.ValueScale | undefined,
  lang: Sentences.Language
) => Effect.Effect<Read, CommandFailed> = Effect.fn("Achievements.readBoth")(function*(ratings, achievements, scale, lang) {
  const own = achievements === undefined || scale === undefined ? undefined : yield* readSeveral(achievements, scale)
  const people = new Set<string>()
  const worths = new Map<number, Worth>()
  const isLooked = { ratings: false }
  const table = yield* Effect.result(Records.read("ratings-earlier-law", ratings, RatingsFile.computed, (read, refused) => {
    isLooked.ratings = true
    return [...Rows.of(read, RatingsFile.computed)].flatMap(({ cells, file, row }): ReadonlyArray<Fault.Fault> => {
      if (cells.person !== undefined) people.add(cells.person)
      const firstRow = cells.person === undefined ? undefined : own?.first.get(cells.person)
      if (firstRow !== undefined) {
        const all = own!.made.get(cells.person!)
        if (all !== undefined) worths.set(row, together(all, cells.additional, scale!))
        return filled(cells).map(({ column, found }) => ({ _tag: "ValuedElsewhere", file, row, column, found, otherFile: achievements!, otherRow: firstRow }))
      }
      // While achievements are refused as a whole, nobody is asked for a work plan that may stand there.
      if (valued.some((column) => refused.get(row)?.has(column)) || (own !== undefined && !own.isLooked && filled(cells).length === 0)) return []
      const worth = worthOf({ file, row }, cells, scale)
      if ("_tag" in worth) return [worth]
      worths.set(row, worth)
      return scale === undefined ? [] : twice({ file, row }, cells)
    })
  }))
  const unlisted = own === undefined || !isLooked.ratings ? [] : own.rows.filter(({ person }) => !people.has(person))
    .map(({ person, row }): Fault.Fault => ({ _tag: "NotListed", file: achievements!, row, column: "person", found: person, listedIn: ratings }))
  const faults = [...own?.refused?.faults ?? [], ...unlisted].toSorted((a, b) => rowOf(a) - rowOf(b))
  const refused = [
    ...(Result.isFailure(table) ? [table.failure] : []),
    ...(faults.length > 0 ? [new Fault.InputRefused({ file: achievements!, faults, total: (own?.refused?.total ?? 0) + unlisted.length })] : [])
  ]
  if (refused.length > 0 || Result.isFailure(table)) return yield* Effect.fail(Refusal.ofFiles(refused, lang))
  return { table: table.success, several: own?.made ?? new Map(), worths }
})

interface Several {
  readonly made: ReadonlyMap<string, ReadonlyArray<Achieved>>
  /** Everybody's first row, and every row with its person, also where the file is refused. */
  readonly first: ReadonlyMap<string, number>
  readonly rows: ReadonlyArray<{ readonly person: string; readonly row: number }>
  readonly refused: Fault.InputRefused | undefined
  /** Whether the rows could be looked at. */
  readonly isLooked: boolean
}

const readSeveral = (path: string, scale: NumericAppraisal.ValueScale): Effect.Effect<Several> =>
  Effect.gen(function*() {
    const [first, made] = [new Map<string, number>(), new Map<string, Array<Achieved>>()]
    const rows: Array<Several["rows"][number]> = []
    const seen = new Map<string, number>()
    const looked = { all: false }
    const table = yield* Effect.result(Records.read("achievements", path, RatingsFile.achievements, (read, refused) => {
      looked.all = true
      return [...Rows.of(read, RatingsFile.achievements)].flatMap(({ cells, file, row }): ReadonlyArray<Fault.Fault> => {
        const { indicator, period, person } = cells
        if (person === undefined) return []
        if (!first.has(person)) first.set(person, row)
        rows.push({ person, row })
        if (indicator === undefined || period === undefined) return []
        const key = JSON.stringify([person, period, indicator])
        const firstRow = seen.get(key)
        if (firstRow === undefined) seen.set(key, row)
        const again: ReadonlyArray<Fault.Fault> = firstRow === undefined
          ? []
          : [{ _tag: "Duplicate", file, row, column: "indicator", found: `${person}, ${period}, ${indicator}`, firstRow }]
        if (valued.some((column) => refused.get(row)?.has(column))) return again
        const worth = worthOf({ file, row }, { ...cells, workPlan: undefined, additional: undefined }, scale)
        if ("_tag" in worth) return [...again, worth._tag === "CellMissing" && worth.column === "workPlan" ? { ...worth, column: "achievement" } : worth]
        made.set(person, [...made.get(person) ?? [], { row, period, indicator, achieved: worth.achieved!, value: worth.workPlan, source: worth.source! }])
        return [...again, ...twice({ file, row }, cells)]
      })
    }))
    return { made, first, rows, refused: Result.isFailure(table) ? table.failure : undefined, isLooked: looked.all }
  })

const valued = ["workPlan", "achievement", "target", "targetUpper", "realised"] as const

/** The cells that value somebody: a work plan, an achievement in percent, or what was realised. */
const filled = (cells: Pick<Partial<ComputedCells>, "achievement" | "realised" | "workPlan">) =>
  ([["workPlan", 2], ["achievement", 2], ["realised", 4]] as const).flatMap(([column, decimals]) =>
    cells[column] === undefined ? [] : [{ column, found: Scaled.format(cells[column], decimals) }])

/** A row that values somebody in more than one way. */
const twice = (at: Fault.InRow, cells: Pick<Partial<ComputedCells>, "achievement" | "person" | "realised" | "workPlan">): ReadonlyArray<Fault.Fault> => {
  const [first, ...more] = filled(cells)
  return more.map(({ column, found }) => ({ _tag: "NotBeside", ...at, column, found, of: cells.person ?? "", otherColumn: first!.column, otherRow: at.row }))
}

const rowOf = (fault: Fault.Fault): number => ("row" in fault ? fault.row : 0)

/** The value of a year from several achievements, and points for additional work. */
export const together = (all: ReadonlyArray<Achieved>, additional = 0, { highest }: NumericAppraisal.ValueScale): Worth => ({
  workPlan: Math.min(highest, NumericAppraisal.annualValue(all)! + additional)
})
