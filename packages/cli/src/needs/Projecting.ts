/**
 * The five-year projection of the positions of a workload file, joined with those who leave.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import { ProjectedNeed } from "@timbang/core/needs"
import type { ProjectionFile, WorkloadFile } from "@timbang/source-files"
import { Result } from "effect"
import type { Grid } from "../Grid.ts"
import type { Staffed } from "./Staffing.ts"

/** Years counted by the rule. */
export const span = 5

/** Those who leave a position that the workload does not name, or of which it does not say how many people it has. */
export const strangers = (
  { file: workload, positions }: Pick<WorkloadFile.WorkloadRead, "file" | "positions">,
  { file, rows }: ProjectionFile.ProjectionRead
): ReadonlyArray<Fault.Fault> => {
  const known = new Map(positions.map((entry) => [keyOf(entry), entry]))
  return rows.flatMap((row): ReadonlyArray<Fault.Fault> => {
    // Half a name is a fault of its own.
    if (row.unit === "" || row.position === "") return []
    const entry = known.get(keyOf(row))
    const at = { file, row: row.row, column: "position", found: `${row.unit} / ${row.position}`, listedIn: workload }
    if (entry === undefined) return [{ _tag: "NotListed", ...at }]
    return entry.onHand === undefined ? [{ _tag: "NotListed", ...at, listedIn: `${workload} (onHand)` }] : []
  })
}

const keyOf = ({ position, unit }: { readonly unit: string; readonly position: string }): string => JSON.stringify([unit, position])

/**
 * `unit, position, year, need, onHand, retirements, contractsEnding, ifRenewed, ifEnded`: posts needed up to that year, if every
 * contract is renewed and if none is.
 */
export const grid = (
  staffed: ReadonlyArray<Staffed>,
  { rows }: ProjectionFile.ProjectionRead,
  from: number
): Result.Result<Grid, ProjectedNeed.NotPeople> =>
  Result.gen(function* () {
    const leaving = new Map(rows.map((row) => [keyOf(row), row]))
    const cells: Array<ReadonlyArray<string | number>> = []
    for (const { entry, people } of staffed) {
      if (entry.onHand === undefined) continue
      const own = leaving.get(keyOf(entry)) ?? { retirements: {}, contractsEnding: {} }
      const standing = { need: people, onHand: entry.onHand, retirements: own.retirements, contractsEnding: own.contractsEnding }
      for (const year of yield* ProjectedNeed.project(standing, from, span)) {
        cells.push([entry.unit, entry.position, year.year, people, entry.onHand, year.retirements, year.contractsEnding, year.ifRenewed, year.ifEnded])
      }
    }
    return {
      name: "projection",
      headers: ["unit", "position", "year", "need", "onHand", "retirements", "contractsEnding", "ifRenewed", "ifEnded"],
      rows: cells
    }
  })
