/**
 * The five-year projection of the positions of a workload file, joined with those who leave.
 *
 * @since 0.1.0
 */
import { Fault } from "@timbang/core/input"
import { ProjectedNeed } from "@timbang/core/needs"
import type { ProjectionFile } from "@timbang/source-files"
import { Result } from "effect"
import type { Grid } from "../Grid.ts"
import type { Staffed } from "./Staffing.ts"

/** Years counted by the rule. */
export const span = 5

/**
 * `unit, position, year, need, onHand, retirements, contractsEnding, ifRenewed, ifEnded`: posts needed up to that year, if every
 * contract is renewed and if none is. Leavers of a position the workload does not name are faults of their file.
 */
export const grid = (
  staffed: ReadonlyArray<Staffed>,
  { file, rows }: ProjectionFile.ProjectionRead,
  from: number,
  workloadFile: string
): Result.Result<Grid, Fault.InputRefused | ProjectedNeed.NotPeople> =>
  Result.gen(function* () {
    const keyOf = ({ position, unit }: { readonly unit: string; readonly position: string }) => JSON.stringify([unit, position])
    const leaving = new Map(rows.map((row) => [keyOf(row), row]))
    const known = new Map(staffed.map(({ entry }) => [keyOf(entry), entry]))
    const faults = rows.flatMap((row): ReadonlyArray<Fault.Fault> => {
      const entry = known.get(keyOf(row))
      const at = { file, row: row.row, column: "position", found: `${row.unit} / ${row.position}`, listedIn: workloadFile }
      if (entry === undefined) return [{ _tag: "NotListed", ...at }]
      return entry.onHand === undefined ? [{ _tag: "NotListed", ...at, listedIn: `${workloadFile} (onHand)` }] : []
    })
    if (faults.length > 0) return yield* Result.fail(new Fault.InputRefused({ file, faults, total: faults.length }))
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
