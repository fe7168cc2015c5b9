/**
 * Two-way apportionment on columns: a flow that meets both margins, made optimal by exact comparison of cycles.
 *
 * @since 0.1.0
 */
import * as Divisor from "../Divisor.ts"
import { compare } from "../../internal/accounts.ts"

/** Claims, bounds and seats by row and column; row r has `rows[r]` seats to give, column c `columns[c]`. */
export interface Grid {
  readonly rows: ReadonlyArray<number>
  readonly columns: ReadonlyArray<number>
  readonly claims: ReadonlyArray<ReadonlyArray<number>>
  readonly least: ReadonlyArray<ReadonlyArray<number>>
  readonly most: ReadonlyArray<ReadonlyArray<number>>
}

/** Rows that need more than their columns and bounds can hold. */
export interface Conflict {
  readonly rows: ReadonlyArray<number>
  readonly columns: ReadonlyArray<number>
  readonly needed: number
  readonly room: number
}

/** A table that starts at the least, goes near proportion, and is filled up along free paths; or the conflict. */
export const fill = (grid: Grid): Array<Array<number>> | Conflict => {
  const seats = start(grid)
  const rowLeft = grid.rows.map((total, r) => total - sum(seats[r]!))
  const columnLeft = grid.columns.map((total, c) => total - seats.reduce((count, row) => count + row[c]!, 0))
  for (let r = 0; r < rowLeft.length; r++) {
    while (rowLeft[r]! > 0) {
      const search = reach(grid, seats, r, columnLeft)
      const { cameFromColumn, cameFromRow, reached } = search
      if (reached < 0) return conflict(grid, search)
      for (let c = reached; ;) {
        const row = cameFromRow[c]!
        seats[row]![c]!++
        if (row === r) break
        c = cameFromColumn[row]!
        seats[row]![c]!--
      }
      columnLeft[reached]!--
      rowLeft[r]!--
    }
  }
  return seats
}

const start = ({ claims, columns, least, most, rows }: Grid): Array<Array<number>> => {
  let [left, right] = [rows.map(() => 1), columns.map(() => 1)]
  for (let turn = 0; turn < 40; turn++) {
    left = rows.map(
      (total, r) =>
        total /
        Math.max(
          1e-300,
          claims[r]!.reduce((all, claim, c) => all + claim * right[c]!, 0)
        )
    )
    right = columns.map(
      (total, c) =>
        total /
        Math.max(
          1e-300,
          claims.reduce((all, row, r) => all + row[c]! * left[r]!, 0)
        )
    )
  }
  const seats = least.map((row) => [...row])
  const rowLeft = rows.map((total, r) => total - sum(seats[r]!))
  const columnLeft = columns.map((total, c) => total - seats.reduce((count, row) => count + row[c]!, 0))
  const give = (r: number, c: number, wanted: number): void => {
    const count = Math.max(0, Math.min(wanted, most[r]![c]! - seats[r]![c]!, rowLeft[r]!, columnLeft[c]!))
    seats[r]![c]! += count
    rowLeft[r]! -= count
    columnLeft[c]! -= count
  }
  const rests: Array<readonly [r: number, c: number, rest: number]> = []
  for (const [r, row] of seats.entries()) {
    for (let c = 0; c < row.length; c++) {
      const near = claims[r]![c]! * left[r]! * right[c]!
      give(r, c, Math.floor(near) - row[c]!)
      rests.push([r, c, near - Math.floor(near)])
    }
  }
  for (const [r, c] of rests.sort((a, b) => b[2] - a[2])) give(r, c, 1)
  return seats
}

interface Reached {
  readonly reached: number
  /** Row before a column, and column before a row, on the path; -1 where not reached. */
  readonly cameFromRow: ReadonlyArray<number>
  readonly cameFromColumn: ReadonlyArray<number>
  readonly isRowReached: ReadonlyArray<boolean>
}

/** Searches from a row a column with room along cells that can still rise, and fall. */
const reach = (
  { columns, least, most, rows }: Grid,
  seats: ReadonlyArray<ReadonlyArray<number>>,
  from: number,
  columnLeft: ReadonlyArray<number>
): Reached => {
  const cameFromRow = columns.map(() => -1)
  const cameFromColumn = rows.map(() => -1)
  const isRowReached = rows.map((_, r) => r === from)
  const queue = [from]
  for (let at = 0; at < queue.length; at++) {
    const row = queue[at]!
    for (let c = 0; c < columns.length; c++) {
      if (cameFromRow[c]! >= 0 || seats[row]![c]! >= most[row]![c]!) continue
      cameFromRow[c] = row
      if (columnLeft[c]! > 0) return { reached: c, cameFromRow, cameFromColumn, isRowReached }
      for (let other = 0; other < rows.length; other++) {
        if (isRowReached[other] || seats[other]![c]! <= least[other]![c]!) continue
        isRowReached[other] = true
        cameFromColumn[other] = c
        queue.push(other)
      }
    }
  }
  return { reached: -1, cameFromRow, cameFromColumn, isRowReached }
}

const conflict = (grid: Grid, { cameFromRow, isRowReached }: Reached): Conflict => {
  const rows = grid.rows.flatMap((_, r) => (isRowReached[r] ? [r] : []))
  const columns = grid.columns.flatMap((_, c) => (cameFromRow[c]! >= 0 ? [c] : []))
  const isOpen = new Set(columns)
  const outside = rows.reduce(
    (all, r) => all + grid.most[r]!.reduce((row, most, c) => row + (isOpen.has(c) ? 0 : most), 0),
    0
  )
  // What rows outside must keep in these columns is not there for the rows inside.
  const kept = grid.rows.reduce(
    (all, _, r) => (isRowReached[r] ? all : all + columns.reduce((row, c) => row + grid.least[r]![c]!, 0)),
    0
  )
  return {
    rows,
    columns,
    needed: rows.reduce((all, r) => all + grid.rows[r]!, 0),
    room: columns.reduce((all, c) => all + grid.columns[c]!, 0) - kept + outside
  }
}

// --- optimality ---

interface Distance {
  readonly over: bigint
  readonly under: bigint
  readonly log: number
}

/** Moves seats round cycles until no cycle lowers the product of divisors by claims; answers the cells of open ties. */
export const improve = (
  grid: Grid,
  seats: Array<Array<number>>,
  method: Divisor.Method
): ReadonlyArray<readonly [number, number]> => {
  for (;;) {
    const found = search(grid, seats, method)
    if (found._tag === "Tight") return tiedCells(grid, seats, found.isTight)
    for (const [r, c, change] of found.moves) seats[r]![c]! += change
  }
}

type Found =
  | { readonly _tag: "Cycle"; readonly moves: ReadonlyArray<readonly [number, number, 1 | -1]> }
  | { readonly _tag: "Tight"; readonly isTight: (row: number, column: number, change: 1 | -1) => boolean }

/** Bellman-Ford over rows and columns with products of exact quotients in place of sums. */
const search = (
  { claims, columns, least, most, rows }: Grid,
  seats: ReadonlyArray<ReadonlyArray<number>>,
  method: Divisor.Method
): Found => {
  const nodes = rows.length + columns.length
  const distance: Array<Distance> = Array.from({ length: nodes }, () => ({ over: 1n, under: 1n, log: 0 }))
  const before = new Int32Array(nodes).fill(-1)
  const edges = rows.flatMap((_, r) =>
    columns.flatMap((_, c) => {
      const [held, claim] = [seats[r]![c]!, claims[r]![c]!]
      const list: Array<{ from: number; to: number; over: bigint; under: bigint; log: number }> = []
      const add = (from: number, to: number, over: bigint, under: bigint) =>
        list.push({ from, to, over, under, log: Math.log(Number(over)) - Math.log(Number(under)) })
      if (held < most[r]![c]!) {
        const [over, under] = Divisor.parts(method, claim, held)
        add(r, rows.length + c, under, over)
      }
      if (held > least[r]![c]! && held > 0) {
        const [over, under] = Divisor.parts(method, claim, held - 1)
        add(rows.length + c, r, over, under)
      }
      return list
    })
  )
  const order = ({ from, log, over, to, under }: (typeof edges)[number]): number => {
    const [start, end] = [distance[from]!, distance[to]!]
    const difference = start.log + log - end.log
    // Logarithms of fewer than 10^5 quotients are right to far better than 10^-9.
    if (Math.abs(difference) > 1e-9) return difference
    return compare(start.over * over * end.under, end.over * start.under * under)
  }
  for (;;) {
    let changed = false
    for (const edge of edges) {
      if (order(edge) >= 0) continue
      const { from, log, over, to, under } = edge
      const start = distance[from]!
      distance[to] = { over: start.over * over, under: start.under * under, log: start.log + log }
      before[to] = from
      changed = true
    }
    if (!changed) {
      const tight = new Set(edges.filter((edge) => order(edge) === 0).map(({ from, to }) => from * nodes + to))
      return {
        _tag: "Tight",
        isTight: (r, c, change) => tight.has(change === 1 ? r * nodes + rows.length + c : (rows.length + c) * nodes + r)
      }
    }
    const cycle = cycleIn(before)
    if (cycle.length > 0) {
      return {
        _tag: "Cycle",
        moves: cycle.map(([from, to]) =>
          from < rows.length ? [from, to - rows.length, 1] : [to, from - rows.length, -1]
        )
      }
    }
  }
}

const cycleIn = (before: Int32Array): Array<readonly [from: number, to: number]> => {
  const seenBy = new Int32Array(before.length).fill(-1)
  for (let root = 0; root < before.length; root++) {
    let node = root
    while (node >= 0 && seenBy[node]! < 0) {
      seenBy[node] = root
      node = before[node]!
    }
    if (node < 0 || seenBy[node] !== root) continue
    const cycle: Array<readonly [number, number]> = []
    for (let to = node; cycle.length === 0 || to !== node; to = before[to]!) cycle.push([before[to]!, to])
    return cycle
  }
  return []
}

/** Cells through which another table that is just as good differs: those on a cycle of tight moves. */
const tiedCells = (
  { columns, rows }: Grid,
  seats: ReadonlyArray<ReadonlyArray<number>>,
  isTight: (row: number, column: number, change: 1 | -1) => boolean
): ReadonlyArray<readonly [number, number]> => {
  const next = (node: number): ReadonlyArray<number> =>
    node < rows.length
      ? columns.flatMap((_, c) => (isTight(node, c, 1) ? [rows.length + c] : []))
      : rows.flatMap((_, r) => (isTight(r, node - rows.length, -1) ? [r] : []))
  const all = Array.from({ length: rows.length + columns.length }, (_, node) => next(node))
  const canReach = (from: number, to: number): boolean => {
    const seen = new Set([from])
    for (const node of seen) for (const other of all[node]!) seen.add(other)
    return seen.has(to)
  }
  return seats.flatMap((row, r) =>
    row.flatMap((_, c) => {
      const column = rows.length + c
      const onCycle = (isTight(r, c, 1) && canReach(column, r)) || (isTight(r, c, -1) && canReach(r, column))
      return onCycle ? [[r, c] as const] : []
    })
  )
}

const sum = (counts: ReadonlyArray<number>): number => counts.reduce((a, b) => a + b, 0)
