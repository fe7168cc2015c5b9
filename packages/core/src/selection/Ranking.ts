/**
 * Orders participants inside their cells by a list of keys, and says which key parted each from the one above.
 *
 * @since 0.1.0
 */

// --- models ---

/**
 * One column to compare by.
 *
 * @category models
 * @since 0.1.0
 */
export interface Key {
  readonly name: string
  readonly column: Int32Array
  /** Whether the higher or the lower value stands first. */
  readonly first: "higher" | "lower"
  /** Values lie in `0 ... span - 1`. Absent for a key whose values may be missing or negative. */
  readonly span?: number
  /** Value that stands for a missing one, for a key that may miss values. */
  readonly missing?: number
  /** True for the order that people settled: it is heard even where an earlier key is missing. */
  readonly settles?: boolean
}

/**
 * The order of every cell.
 *
 * @category models
 * @since 0.1.0
 */
export interface Ranked {
  /** The keys compared, in order; {@link Ranked.rung} counts into them. */
  readonly keys: ReadonlyArray<Key>
  /** Rows, cell after cell, best first. Equals stand in the order of their labels; their order means nothing. */
  readonly order: Int32Array
  /** Where each cell begins in {@link Ranked.order}; one more entry than there are cells. */
  readonly starts: Int32Array
  /** Rank inside the cell, counted 1, 2, 2, 4; 0 for a row that is not ranked. */
  readonly rank: Int32Array
  /**
   * `0`: nobody stands above. `k > 0`: key `k - 1` parted the row from the one above. `-k`: equal to the one above, because
   * key `k - 1` is missing for somebody in the tie, or, when `k` is one more than the number of keys, because every key is
   * equal.
   */
  readonly rung: Int16Array
}

// --- operations ---

/**
 * Ranks some rows, cell by cell.
 *
 * **Details**
 *
 * Leading keys with a span are packed into one number and sorted at once; the rest are compared only inside a tie. When a
 * key is missing for anybody in a tie, the whole tie stays equal there, so that no order depends on who could be compared.
 * Cost: O(n log c) for n rows in cells of c rows.
 *
 * **Example** (Two equals and one below them)
 *
 * ```ts
 * import { Ranking } from "@timbang/core/selection"
 * const score = { name: "skd", column: Int32Array.of(400, 380, 400), first: "higher", span: 551 } as const
 * const ranked = Ranking.rank({ cell: Int32Array.of(0, 0, 0), cells: 1, rows: Int32Array.of(0, 1, 2), keys: [score] })
 * Array.from(ranked.rank) // => [1, 3, 1]
 * Array.from(ranked.order) // => [0, 2, 1]
 * Array.from(ranked.rung) // => [0, 1, -2]
 * ```
 *
 * @category ranking
 * @since 0.1.0
 */
export const rank = ({ cell, cells, keys, labels, rows }: {
  readonly cell: Int32Array
  readonly cells: number
  /** The rows to rank; the others keep rank 0. */
  readonly rows: Int32Array
  readonly keys: ReadonlyArray<Key>
  /** What equals are listed by, such as participant numbers, so that the order of input leaves no trace. */
  readonly labels?: ReadonlyArray<string>
}): Ranked => {
  const size = cell.length
  const packedKeys = countPacked(keys)
  const { order, sorted, starts } = gather(cell, cells, rows, keys.slice(0, packedKeys))
  const ranks = new Int32Array(size)
  const rung = new Int16Array(size)
  const scratch = new Scratch()
  const tie: Tie = { keys, labels, order, ranks, rung }
  const weights = weightsOf(keys.slice(0, packedKeys))
  for (let c = 0; c < cells; c++) {
    const start = starts[c]!
    const end = starts[c + 1]!
    if (end - start > 1) sortDescending(sorted, order, start, end, scratch)
    let i = start
    while (i < end) {
      const key = sorted[i]!
      let next = i + 1
      while (next < end && sorted[next] === key) next++
      const row = order[i]!
      ranks[row] = i - start + 1
      if (i > start) rung[row] = partedBy(weights, sorted[i - 1]!, key)
      if (next - i > 1) refine(tie, packedKeys, i, next, start)
      i = next
    }
  }
  return { keys, order, starts, rank: ranks, rung }
}

const limit = Number.MAX_SAFE_INTEGER

/** How many leading keys fit into one exact number. */
const countPacked = (keys: ReadonlyArray<Key>): number => {
  let product = 1
  let count = 0
  for (const { span } of keys) {
    if (span === undefined || product * span > limit) break
    product *= span
    count++
  }
  return count
}

/** The rows, cell after cell (counting sort), with their leading keys packed into one number beside them. */
const gather = (cell: Int32Array, cells: number, rows: Int32Array, keys: ReadonlyArray<Key>) => {
  const packed = pack(keys, rows)
  const starts = new Int32Array(cells + 1)
  for (let r = 0; r < rows.length; r++) starts[cell[rows[r]!]! + 1]!++
  for (let c = 0; c < cells; c++) starts[c + 1]! += starts[c]!
  const next = starts.slice(0, cells)
  const order = new Int32Array(rows.length)
  const sorted = new Float64Array(rows.length)
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!
    const at = next[cell[row]!]!++
    order[at] = row
    sorted[at] = packed[r]!
  }
  return { order, sorted, starts }
}

/** The leading keys of each row as one number; the higher stands first. */
const pack = (keys: ReadonlyArray<Key>, rows: Int32Array): Float64Array => {
  const packed = new Float64Array(rows.length)
  for (const { column, first, span } of keys) {
    const width = span!
    if (first === "higher") {
      for (let r = 0; r < rows.length; r++) packed[r] = packed[r]! * width + column[rows[r]!]!
    } else {
      for (let r = 0; r < rows.length; r++) packed[r] = packed[r]! * width + (width - 1 - column[rows[r]!]!)
    }
  }
  return packed
}

class Scratch {
  keys = new Float64Array(64)
  rows = new Int32Array(64)
  grow(size: number): void {
    if (this.keys.length >= size) return
    this.keys = new Float64Array(size * 2)
    this.rows = new Int32Array(size * 2)
  }
}

const run = 32

/** Stable merge sort of one cell, highest first: short runs by insertion, then merged in place by way of the scratch. */
const sortDescending = (keys: Float64Array, rows: Int32Array, start: number, end: number, scratch: Scratch): void => {
  for (let from = start; from < end; from += run) {
    const to = Math.min(from + run, end)
    for (let i = from + 1; i < to; i++) {
      const key = keys[i]!
      const row = rows[i]!
      let j = i - 1
      while (j >= from && keys[j]! < key) {
        keys[j + 1] = keys[j]!
        rows[j + 1] = rows[j]!
        j--
      }
      keys[j + 1] = key
      rows[j + 1] = row
    }
  }
  for (let width = run; width < end - start; width *= 2) {
    for (let left = start; left + width < end; left += 2 * width) {
      merge(keys, rows, left, left + width, Math.min(left + 2 * width, end), scratch)
    }
  }
}

const merge = (keys: Float64Array, rows: Int32Array, left: number, middle: number, end: number, scratch: Scratch): void => {
  if (keys[middle - 1]! >= keys[middle]!) return
  const size = middle - left
  scratch.grow(size)
  const heldKeys = scratch.keys
  const heldRows = scratch.rows
  for (let i = 0; i < size; i++) {
    heldKeys[i] = keys[left + i]!
    heldRows[i] = rows[left + i]!
  }
  let i = 0
  let j = middle
  let out = left
  while (i < size) {
    if (j < end && keys[j]! > heldKeys[i]!) {
      keys[out] = keys[j]!
      rows[out++] = rows[j++]!
    } else {
      keys[out] = heldKeys[i]!
      rows[out++] = heldRows[i++]!
    }
  }
}

/** What one step of each packed key is worth in the packed number. */
const weightsOf = (keys: ReadonlyArray<Key>): Float64Array => {
  const weights = new Float64Array(keys.length)
  let weight = 1
  for (let k = keys.length - 1; k >= 0; k--) {
    weights[k] = weight
    weight *= keys[k]!.span!
  }
  return weights
}

/** The first key on which two different packed numbers differ, counted from 1. Both are exact, so the quotients' floors are. */
const partedBy = (weights: Float64Array, above: number, own: number): number => {
  for (let k = 0; k < weights.length; k++) {
    if (Math.floor(above / weights[k]!) !== Math.floor(own / weights[k]!)) return k + 1
  }
  return weights.length
}

interface Tie {
  readonly keys: ReadonlyArray<Key>
  readonly labels: ReadonlyArray<string> | undefined
  readonly order: Int32Array
  readonly ranks: Int32Array
  readonly rung: Int16Array
}

/** Orders one tie by the keys from `from` on; what they leave equal keeps one rank. */
const refine = (tie: Tie, from: number, start: number, end: number, cellStart: number): void => {
  const { keys, labels, order, ranks, rung } = tie
  // Whoever comes first of the tie is parted from the one above the tie by what parted the tie from it.
  const partedAbove = rung[order[start]!]!
  const rows = order.subarray(start, end)
  let missingAt = 0
  for (let k = from; k < keys.length; k++) {
    const { column, first, missing, settles } = keys[k]!
    if (missing !== undefined && rows.some((row) => column[row] === missing)) {
      if (missingAt === 0) missingAt = k + 1
      continue
    }
    if (missingAt !== 0 && settles !== true) continue
    rows.sort((a, b) => first === "higher" ? column[b]! - column[a]! : column[a]! - column[b]!)
    if (column[rows[0]!] === column[rows.at(-1)!]) continue
    let i = start
    while (i < end) {
      let next = i + 1
      while (next < end && column[order[next]!] === column[order[i]!]) next++
      const row = order[i]!
      ranks[row] = i - cellStart + 1
      rung[row] = i > start ? k + 1 : partedAbove
      if (next - i > 1) refine(tie, k + 1, i, next, cellStart)
      i = next
    }
    return
  }
  const equal = -(missingAt === 0 ? keys.length + 1 : missingAt)
  if (labels !== undefined) rows.sort((a, b) => labels[a]! < labels[b]! ? -1 : labels[a]! > labels[b]! ? 1 : 0)
  for (let i = start; i < end; i++) {
    const row = order[i]!
    ranks[row] = start - cellStart + 1
    rung[row] = i > start ? equal : partedAbove
  }
}
