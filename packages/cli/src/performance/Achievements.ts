/**
 * What achievements are worth under earlier law: one in the row of a person, or several in a file of their own.
 *
 * @since 0.1.0
 */
import { Fault } from "@timbang/core/input"
import type { LegalSource } from "@timbang/core/law"
import type { Scaled } from "@timbang/core/number"
import { NumericAppraisal } from "@timbang/core/performance"
import { RatingsFile, Rows, Table } from "@timbang/source-files"
import { Effect } from "effect"

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

type ComputedCells = Rows.Row<typeof RatingsFile.computed>["cells"]

// --- operations ---

/** The value of the work plan of one row, or what is missing in it. */
export const worthOf = (at: Fault.InRow, cells: Omit<ComputedCells, "person" | "unit" | "conduct" | "hasIdea" | "wasAsked" | "official">, scale: NumericAppraisal.ValueScale | undefined): Worth | Fault.Fault => {
  const { achievement, additional = 0, lowerIsBetter, realised, target, targetIsHighest, targetUpper, workPlan } = cells
  const missing = (column: string): Fault.Fault => ({ _tag: "CellMissing", ...at, column })
  if (workPlan !== undefined) return { workPlan }
  // Only PermenPANRB 8/2021 says what an achievement is worth; the other texts are asked for the value itself.
  if (scale === undefined) return missing("workPlan")
  if (achievement === undefined && realised === undefined) return missing("workPlan")
  if (achievement === undefined && target === undefined) return missing("target")
  if (achievement === undefined && target === 0) {
    return { _tag: "OutOfRange", ...at, column: "target", found: "0", minimum: "0.0001", maximum: "1000000000" }
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

/** Several achievements by person; everybody has to stand in the ratings, and an indicator once in a period. */
export const read: (
  path: string,
  scale: NumericAppraisal.ValueScale,
  listed: { readonly file: string; readonly people: ReadonlySet<string> }
) => Effect.Effect<ReadonlyMap<string, ReadonlyArray<Achieved>>, Fault.InputRefused> = Effect.fn("Achievements.read")(function*(path, scale, listed) {
  const table = yield* Table.read(path, RatingsFile.achievements)
  const faults: Array<Fault.Fault> = []
  const first = new Map<string, number>()
  const made = new Map<string, Array<Achieved>>()
  for (const { cells, row } of Rows.of(table, RatingsFile.achievements)) {
    const [person, period, indicator] = [cells.person!, cells.period!, cells.indicator!]
    const key = JSON.stringify([person, period, indicator])
    const firstRow = first.get(key)
    first.set(key, firstRow ?? row)
    if (firstRow !== undefined) faults.push({ _tag: "Duplicate", file: path, row, column: "indicator", found: indicator, firstRow })
    if (!listed.people.has(person)) faults.push({ _tag: "NotListed", file: path, row, column: "person", found: person, listedIn: listed.file })
    const worth = worthOf({ file: path, row }, { ...cells, workPlan: undefined, additional: undefined }, scale)
    if ("_tag" in worth) faults.push(worth._tag === "CellMissing" && worth.column === "workPlan" ? { ...worth, column: "achievement" } : worth)
    else made.set(person, [...(made.get(person) ?? []), { row, period, indicator, achieved: worth.achieved!, value: worth.workPlan, source: worth.source! }])
  }
  return faults.length > 0 ? yield* Effect.fail(new Fault.InputRefused({ file: path, faults, total: faults.length })) : made
})

/** The value of a year from several achievements, and points for additional work. */
export const together = (all: ReadonlyArray<Achieved>, additional = 0, { highest }: NumericAppraisal.ValueScale): Worth => ({
  workPlan: Math.min(highest, NumericAppraisal.annualValue(all)! + additional)
})
