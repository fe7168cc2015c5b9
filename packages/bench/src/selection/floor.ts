/**
 * The floor: the first exam of CPNS 2024 written by hand for three columns, one kind of need and fixed limits.
 *
 * Same outputs as the engine: total, failed minimums as bits, rank 1, 2, 2, 4, shortlist, and the rung that parted each
 * participant from the one above. Nothing is configurable and nothing can be explained.
 */
export interface Floor {
  readonly total: Int32Array
  readonly failed: Uint32Array
  readonly rank: Int32Array
  readonly rung: Int16Array
  readonly shortlisted: Uint8Array
}

export const run = (
  formation: Int32Array,
  twk: Int32Array,
  tiu: Int32Array,
  tkp: Int32Array,
  seats: Int32Array
): Floor => {
  const size = formation.length
  const cells = seats.length
  const total = new Int32Array(size)
  const failed = new Uint32Array(size)
  const rank = new Int32Array(size)
  const rung = new Int16Array(size)
  const shortlisted = new Uint8Array(size)
  const starts = new Int32Array(cells + 1)
  for (let i = 0; i < size; i++) {
    const a = twk[i]!
    const b = tiu[i]!
    const c = tkp[i]!
    total[i] = a + b + c
    const bits = (a < 65 ? 1 : 0) | (b < 80 ? 2 : 0) | (c < 166 ? 4 : 0)
    failed[i] = bits
    if (bits === 0) starts[formation[i]! + 1]!++
  }
  for (let c = 0; c < cells; c++) starts[c + 1]! += starts[c]!
  const next = starts.slice(0, cells)
  const order = new Int32Array(starts[cells]!)
  const keys = new Float64Array(order.length)
  for (let i = 0; i < size; i++) {
    if (failed[i] !== 0) continue
    const at = next[formation[i]!]!++
    order[at] = i
    keys[at] = ((total[i]! * 256 + tkp[i]!) * 256 + tiu[i]!) * 256 + twk[i]!
  }
  for (let cell = 0; cell < cells; cell++) {
    const start = starts[cell]!
    const end = starts[cell + 1]!
    for (let i = start + 1; i < end; i++) {
      const key = keys[i]!
      const row = order[i]!
      let j = i - 1
      while (j >= start && keys[j]! < key) {
        keys[j + 1] = keys[j]!
        order[j + 1] = order[j]!
        j--
      }
      keys[j + 1] = key
      order[j + 1] = row
    }
    const places = 3 * seats[cell]!
    let place = 0
    for (let i = start; i < end; i++) {
      const row = order[i]!
      if (i === start) {
        place = 1
      } else if (keys[i] === keys[i - 1]) {
        rung[row] = -5
      } else {
        place = i - start + 1
        const above = order[i - 1]!
        rung[row] = total[above] !== total[row] ? 1 : tkp[above] !== tkp[row] ? 2 : tiu[above] !== tiu[row] ? 3 : 4
      }
      rank[row] = place
      if (place <= places) shortlisted[row] = 1
    }
  }
  return { total, failed, rank, rung, shortlisted }
}
