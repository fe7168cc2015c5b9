/**
 * Which cells of a table may be shown. A group below the threshold is hidden, and so is what would give it away: other cells,
 * totals, and the difference between two periods.
 *
 * @since 0.1.0
 */
import * as Equations from "./internal/Equations.ts"

// --- models ---

/**
 * A cell: a group of respondents in a period.
 *
 * @category models
 * @since 0.1.0
 */
export interface Cell {
  readonly id: string
  /** Respondents in the cell. */
  readonly count: number
  /** Shown in an earlier publication; it cannot be hidden any more. */
  readonly isOut?: boolean
  /** Not shown whatever its count: hidden in an earlier publication, or never shown by itself. */
  readonly staysHidden?: boolean
}

/**
 * A total that is to be shown, and the cells it adds up: a row, a column, a year of four quarters, a running total.
 *
 * @category models
 * @since 0.1.0
 */
export interface Total {
  readonly id: string
  readonly cells: ReadonlyArray<string>
  /** Shown in an earlier publication; it cannot be withheld any more. */
  readonly isOut?: boolean
}

/**
 * What is done with a cell or a total.
 *
 * @category models
 * @since 0.1.0
 */
export type State = "shown" | "hidden-below-threshold" | "hidden-to-protect"

/**
 * The plan of a publication.
 *
 * @category models
 * @since 0.1.0
 */
export interface Plan {
  readonly threshold: number
  readonly cells: ReadonlyArray<{ readonly id: string; readonly state: State }>
  readonly totals: ReadonlyArray<{ readonly id: string; readonly state: State }>
  /** Small groups that earlier publications give away whatever is hidden now. */
  readonly unprotected: ReadonlyArray<string>
}

// --- operations ---

/**
 * Plans a publication so that no group below the threshold can be computed from what is shown.
 *
 * **Details**
 *
 * The totals shown are linear equations in the hidden cells. A hidden cell is given away when the equations fix it, and a set
 * of hidden cells when they fix the sum of fewer respondents than the threshold. While something is given away, the cell is
 * hidden that leaves least given away, then the one with fewest respondents, then by name; totals are withheld last. A cell of
 * nobody is shown.
 *
 * **Gotchas**
 *
 * Counts of zero or more also bound hidden cells from both sides; bounds are not closed here.
 *
 * **Example** (Four offices and their total)
 *
 * ```ts
 * import { Suppression } from "@timbang/core/performance"
 * const cells = [{ id: "a", count: 40 }, { id: "b", count: 3 }, { id: "c", count: 25 }, { id: "d", count: 90 }]
 * const plan = Suppression.protect(cells, [{ id: "all", cells: ["a", "b", "c", "d"] }], 10)
 * plan.cells.map(({ state }) => state) // => ["shown", "hidden-below-threshold", "hidden-to-protect", "shown"]
 * ```
 *
 * @category protecting
 * @since 0.1.0
 */
export const protect = (cells: ReadonlyArray<Cell>, totals: ReadonlyArray<Total>, threshold: number): Plan => {
  const isSmall = ({ count, isOut }: Cell) => count > 0 && count < threshold && isOut !== true
  const hidden = new Set(cells.filter((cell) => isSmall(cell) || cell.staysHidden === true).map(({ id }) => id))
  const withheld = new Set<string>()
  const unprotected = new Set<string>()
  for (;;) {
    const exposed = exposure(cells, totals, threshold, hidden, withheld).filter((id) => !unprotected.has(id))
    if (exposed.length === 0) break
    const next = candidates(cells, totals, hidden, withheld)
      .map((candidate) => {
        const [cellsThen, totalsThen] = candidate.kind === "cell"
          ? [new Set([...hidden, candidate.id]), withheld]
          : [hidden, new Set([...withheld, candidate.id])]
        return { ...candidate, left: exposure(cells, totals, threshold, cellsThen, totalsThen).length }
      })
      .sort((a, b) => a.left - b.left || kindOrder(a.kind) - kindOrder(b.kind) || a.count - b.count || (a.id < b.id ? -1 : 1))[0]
    if (next === undefined) {
      for (const id of exposed) unprotected.add(id)
    } else if (next.kind === "cell") {
      hidden.add(next.id)
    } else {
      withheld.add(next.id)
    }
  }
  const state = (id: string, isHidden: boolean, isOwn: boolean) => ({
    id,
    state: (!isHidden ? "shown" : isOwn ? "hidden-below-threshold" : "hidden-to-protect") as State
  })
  return {
    threshold,
    cells: cells.map((cell) => state(cell.id, hidden.has(cell.id), isSmall(cell))),
    totals: totals.map(({ id }) => state(id, withheld.has(id), false)),
    unprotected: [...unprotected].sort()
  }
}

/**
 * The small groups that a set of shown cells and totals gives away; for checking a publication somebody else made.
 *
 * **Example** (A total minus the published cells)
 *
 * ```ts
 * import { Suppression } from "@timbang/core/performance"
 * const cells = [{ id: "a", count: 40 }, { id: "b", count: 3 }]
 * Suppression.audit(cells, [{ id: "all", cells: ["a", "b"] }], 10, new Set(["b"])) // => ["b"]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const audit = (
  cells: ReadonlyArray<Cell>,
  totals: ReadonlyArray<Total>,
  threshold: number,
  hidden: ReadonlySet<string>
): ReadonlyArray<string> => exposure(cells, totals, threshold, hidden, new Set())

const kindOrder = (kind: "cell" | "total"): number => (kind === "cell" ? 0 : 1)

/** Cells first, fewest respondents first; at most fifty are tried. */
const candidates = (
  cells: ReadonlyArray<Cell>,
  totals: ReadonlyArray<Total>,
  hidden: ReadonlySet<string>,
  withheld: ReadonlySet<string>
) => {
  const touched = totals.filter((total) => !withheld.has(total.id) && total.cells.some((id) => hidden.has(id)))
  const reach = new Set(touched.flatMap((total) => total.cells))
  const near = new Set(totals.filter((total) => total.cells.some((id) => reach.has(id))).flatMap((total) => total.cells))
  const counts = new Map(cells.map(({ count, id }) => [id, count]))
  const sorted = <A extends { readonly count: number; readonly id: string }>(all: ReadonlyArray<A>) =>
    all.toSorted((a, b) => a.count - b.count || (a.id < b.id ? -1 : 1)).slice(0, 50)
  return [
    ...sorted(
      cells
        .filter(({ count, id, isOut }) => near.has(id) && !hidden.has(id) && isOut !== true && count > 0)
        .map(({ count, id }) => ({ kind: "cell" as const, id, count }))
    ),
    ...sorted(
      touched
        .filter(({ isOut }) => isOut !== true)
        .map((total) => ({
          kind: "total" as const,
          id: total.id,
          count: total.cells.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0)
        }))
    )
  ]
}

const exposure = (
  cells: ReadonlyArray<Cell>,
  totals: ReadonlyArray<Total>,
  threshold: number,
  hidden: ReadonlySet<string>,
  withheld: ReadonlySet<string>
): ReadonlyArray<string> => {
  const unknown = cells.filter(({ id }) => hidden.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const column = new Map(unknown.map(({ id }, at) => [id, at]))
  const equations = totals.filter(({ id }) => !withheld.has(id)).map((total) => {
    const row = Array.from(unknown, () => 0)
    for (const id of total.cells) {
      const at = column.get(id)
      if (at !== undefined) row[at] = 1
    }
    return row
  }).filter((row) => row.some((coefficient) => coefficient !== 0))
  const exposed = new Set<string>()
  for (const row of Equations.consequences(equations)) {
    // A consequence with coefficients 0 and 1 is the sum of a set of hidden cells.
    if (row.some((coefficient) => coefficient !== 0 && coefficient !== 1)) continue
    const set = unknown.filter((_, at) => row[at] === 1)
    const respondents = set.reduce((sum, { count }) => sum + count, 0)
    if (respondents > 0 && respondents < threshold) for (const { id, count } of set) if (count > 0) exposed.add(id)
  }
  return [...exposed].sort()
}
