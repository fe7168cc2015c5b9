/**
 * Sharing posts two ways at once, over units and job families, so that both margins hold; or the proof that they cannot.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import { fill, type Grid, improve } from "./internal/twoWay.ts"
import { DuplicateUnit, NotWhole } from "./Apportionment.ts"
import type * as Divisor from "./Divisor.ts"

// --- models ---

/**
 * A divisor method whose first divisor is above 0, so that a cell may stay empty.
 *
 * @category models
 * @since 0.1.0
 */
export type Method = Extract<Divisor.Method, "sainte-lague" | "modified-sainte-lague" | "dhondt">

/**
 * Every {@link Method}.
 *
 * @category models
 * @since 0.1.0
 */
export const methods: ReadonlyArray<Method> = ["sainte-lague", "modified-sainte-lague", "dhondt"]

/**
 * The claim of one unit for one job family.
 *
 * @category models
 * @since 0.1.0
 */
export interface Cell {
  readonly unit: string
  readonly family: string
  /** Whole; 0, like an absent cell, gets no post. */
  readonly claim: number
  /** Unit: posts. No maximum of its own when absent. */
  readonly max?: number
}

/**
 * Posts to share by both margins. Unit: posts.
 *
 * @category models
 * @since 0.1.0
 */
export interface Margins {
  readonly units: Readonly<Record<string, number>>
  readonly families: Readonly<Record<string, number>>
}

/**
 * Posts of one cell.
 *
 * @category models
 * @since 0.1.0
 */
export interface CellSeats {
  readonly unit: string
  readonly family: string
  readonly seats: number
}

/**
 * The one table that is proportional both ways; or cells in which several tables are equally so, with one of them.
 *
 * @category models
 * @since 0.1.0
 */
export type Outcome =
  | { readonly _tag: "Shared"; readonly cells: ReadonlyArray<CellSeats> }
  | {
      readonly _tag: "DrawNeeded"
      readonly example: ReadonlyArray<CellSeats>
      readonly open: ReadonlyArray<Omit<CellSeats, "seats">>
    }

// --- errors ---

/**
 * The margins do not have the same total.
 *
 * @category errors
 * @since 0.1.0
 */
export class MarginsDiffer extends Data.TaggedError("MarginsDiffer")<{
  readonly units: number
  readonly families: number
}> {
  override get message(): string {
    return `the units have ${this.units} posts, the job families ${this.families}; both must add up to the same`
  }
}

/**
 * A cell names a unit or a job family that has no margin.
 *
 * @category errors
 * @since 0.1.0
 */
export class MarginAbsent extends Data.TaggedError("MarginAbsent")<{ readonly unit: string; readonly family: string }> {
  override get message(): string {
    return `no margin for the cell ${this.unit} x ${this.family}; give both its unit and its job family a number of posts`
  }
}

/**
 * The margins cannot both hold, with the proof: these units need more posts than these job families (the only ones they
 * claim, but for `elsewhere`) can give them.
 *
 * @category errors
 * @since 0.1.0
 */
export class MarginsConflict extends Data.TaggedError("MarginsConflict")<{
  readonly units: ReadonlyArray<string>
  readonly families: ReadonlyArray<string>
  /** Posts of these units. */
  readonly needed: number
  /** Posts of these job families, and what cells of these units in other families may hold at most. */
  readonly room: number
}> {
  override get message(): string {
    return `${this.units.join(", ")} ${this.units.length === 1 ? `has ${this.needed} posts` : `have ${this.needed} posts together`}, but ${
      this.families.length === 0 ? "no job family" : this.families.join(", ")
    } and their other cells can hold at most ${this.room}; lower these units, raise these job families, or let them claim others`
  }
}

/**
 * Cells given as drawn do not lead to a table as proportional as any.
 *
 * @category errors
 * @since 0.1.0
 */
export class TableNotDrawn extends Data.TaggedError("TableNotDrawn")<{
  readonly open: ReadonlyArray<Omit<CellSeats, "seats">>
}> {
  override get message(): string {
    return `the drawn cells do not fit; draw among ${this.open.map(({ family, unit }) => `${unit} x ${family}`).join(", ")}`
  }
}

// --- operations ---

/**
 * Shares the posts so that every unit and every job family has its number.
 *
 * **Details**
 *
 * The table is the biproportional one: numbers for units and families exist by which each cell is its claim times both,
 * rounded by the method. It is found as a flow and proved exactly: no exchange of posts round a cycle of cells brings
 * the table nearer. `drawn` fixes cells of an open draw.
 *
 * Source: M. L. Balinski and G. Demange, "Algorithms for proportional matrices in reals and integers", Mathematical
 * Programming 45, 1989; the certificate is a minimum cut.
 *
 * **Example** (Two units, two families; and margins in conflict)
 *
 * ```ts
 * import { Result } from "effect"
 * import { TwoWay } from "@timbang/core/formation"
 * const cells = [{ unit: "A", family: "nurse", claim: 30 }, { unit: "A", family: "teacher", claim: 10 }, { unit: "B", family: "teacher", claim: 20 }]
 * const shared = TwoWay.share(cells, { units: { A: 4, B: 2 }, families: { nurse: 3, teacher: 3 } }, "sainte-lague")
 * Result.map(shared, (outcome) => outcome._tag === "Shared" && outcome.cells.map(({ seats }) => seats)) // => Result.succeed([3, 1, 2])
 * const conflict = TwoWay.share(cells, { units: { A: 1, B: 5 }, families: { nurse: 3, teacher: 3 } }, "sainte-lague")
 * Result.isFailure(conflict) && conflict.failure._tag // => "MarginsConflict"
 * ```
 *
 * @category allocating
 * @since 0.1.0
 */
export const share = (
  cells: ReadonlyArray<Cell>,
  margins: Margins,
  method: Method,
  drawn: ReadonlyArray<CellSeats> = []
): Result.Result<
  Outcome,
  NotWhole | DuplicateUnit | MarginsDiffer | MarginAbsent | MarginsConflict | TableNotDrawn
> => {
  const [units, families] = [Object.keys(margins.units).sort(), Object.keys(margins.families).sort()]
  const checked = check(cells, margins, units, families)
  if (Result.isFailure(checked)) return Result.fail(checked.failure)
  const grid = checked.success
  const seats = fill(grid)
  if (!Array.isArray(seats)) {
    const names = { units: seats.rows.map((r) => units[r]!), families: seats.columns.map((c) => families[c]!) }
    return Result.fail(new MarginsConflict({ ...names, needed: seats.needed, room: seats.room }))
  }
  const named = ([r, c]: readonly [number, number]) => ({ unit: units[r]!, family: families[c]! })
  const open = improve(grid, seats, method).map(named)
  const table = (seats: ReadonlyArray<ReadonlyArray<number>>) =>
    cells.map(({ family, unit }) => ({ unit, family, seats: seats[units.indexOf(unit)]![families.indexOf(family)]! }))
  if (drawn.length === 0) {
    return Result.succeed(
      open.length === 0 ? { _tag: "Shared", cells: table(seats) } : { _tag: "DrawNeeded", example: table(seats), open }
    )
  }
  const settled = settle(
    grid,
    method,
    drawn.map(({ family, seats, unit }) => [units.indexOf(unit), families.indexOf(family), seats])
  )
  if (settled === undefined) return Result.fail(new TableNotDrawn({ open }))
  const [cellsLeft, final] = [settled.tied.map(named), table(settled.seats)]
  return Result.succeed(
    cellsLeft.length === 0 ? { _tag: "Shared", cells: final } : { _tag: "DrawNeeded", example: final, open: cellsLeft }
  )
}

/** The table with some cells fixed, if it is as proportional as any; with the cells that are still open. */
const settle = (grid: Grid, method: Method, fixed: ReadonlyArray<readonly [number, number, number]>) => {
  const [least, most] = [grid.least.map((row) => [...row]), grid.most.map((row) => [...row])]
  for (const [r, c, seats] of fixed) {
    if (r < 0 || c < 0 || !isCount(seats) || seats > grid.most[r]![c]!) return undefined
    least[r]![c] = seats
    most[r]![c] = seats
  }
  const isOver =
    grid.rows.some((total, r) => least[r]!.reduce((a, b) => a + b, 0) > total) ||
    grid.columns.some((total, c) => least.reduce((all, row) => all + row[c]!, 0) > total)
  const seats = isOver ? undefined : fill({ ...grid, least, most })
  if (!Array.isArray(seats)) return undefined
  const tied = improve({ ...grid, least, most }, seats, method)
  const free = seats.map((row) => [...row])
  improve(grid, free, method)
  return free.every((row, r) => row.every((count, c) => count === seats[r]![c])) ? { seats, tied } : undefined
}

const check = (
  cells: ReadonlyArray<Cell>,
  { families: byFamily, units: byUnit }: Margins,
  units: ReadonlyArray<string>,
  families: ReadonlyArray<string>
): Result.Result<Grid, NotWhole | DuplicateUnit | MarginsDiffer | MarginAbsent> => {
  for (const [name, seats] of [...Object.entries(byUnit), ...Object.entries(byFamily)]) {
    if (!isCount(seats)) return Result.fail(new NotWhole({ unit: name, field: "seats", found: seats }))
  }
  const [rows, columns] = [units.map((unit) => byUnit[unit]!), families.map((family) => byFamily[family]!)]
  const [rowSum, columnSum] = [rows, columns].map((margin) => margin.reduce((a, b) => a + b, 0))
  if (rowSum !== columnSum) return Result.fail(new MarginsDiffer({ units: rowSum!, families: columnSum! }))
  const zeros = () => units.map(() => families.map(() => 0))
  const [claims, least, most] = [zeros(), zeros(), zeros()]
  const seen = new Set<string>()
  for (const { claim, family, max, unit } of cells) {
    const [r, c] = [units.indexOf(unit), families.indexOf(family)]
    if (r < 0 || c < 0) return Result.fail(new MarginAbsent({ unit, family }))
    const name = `${unit} x ${family}`
    if (seen.size === seen.add(name).size) return Result.fail(new DuplicateUnit({ unit: name }))
    if (!Number.isSafeInteger(claim) || claim < 0)
      return Result.fail(new NotWhole({ unit: name, field: "claim", found: claim }))
    if (max !== undefined && !isCount(max)) return Result.fail(new NotWhole({ unit: name, field: "max", found: max }))
    claims[r]![c] = claim
    most[r]![c] = claim === 0 ? 0 : Math.min(max ?? Infinity, rows[r]!, columns[c]!)
  }
  return Result.succeed({ rows, columns, claims, least, most })
}

const isCount = (count: number): boolean => Number.isInteger(count) && count >= 0 && count <= 10_000_000
