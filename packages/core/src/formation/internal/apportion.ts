/**
 * The three engines of apportionment on columns. Bounds and claims were checked before; seats fit between the bounds.
 *
 * @since 0.1.0
 */
import * as Divisor from "../Divisor.ts"
import * as Heap from "./heap.ts"

/** Units by position: claims, and the least and most seats of each. A unit without a claim has its maximum at its minimum. */
export interface Columns {
  readonly claims: ReadonlyArray<number>
  readonly least: ReadonlyArray<number>
  readonly most: ReadonlyArray<number>
}

/** Seats that are certain, and groups of units of which each may have one more but not all can. */
export interface Table {
  readonly seats: Array<number>
  readonly ties: Array<{ readonly seats: number; readonly among: Array<number> }>
}

// --- divisor methods ---

/**
 * Seats by a divisor method: a guess in floating point, moved seat by seat to where no unit that can take a seat has a
 * larger quotient than one that holds it. Only exact comparisons decide that end.
 */
export const byDivisor = (columns: Columns, total: number, method: Divisor.Method): Table => {
  const { claims, least, most } = columns
  const seats = guess(columns, total)
  let placed = 0
  for (const count of seats) placed += count
  const next = (one: number, other: number) =>
    Divisor.compare(method, claims[one]!, seats[one]!, claims[other]!, seats[other]!)
  const last = (one: number, other: number) =>
    Divisor.compare(method, claims[one]!, seats[one]! - 1, claims[other]!, seats[other]! - 1)
  const all = seats.map((_, i) => i)
  const takers = () =>
    Heap.make(
      all.filter((i) => seats[i]! < most[i]!),
      (one, other) => next(one, other) > 0
    )
  const givers = () =>
    Heap.make(
      all.filter((i) => seats[i]! > least[i]!),
      (one, other) => last(one, other) < 0
    )
  for (let heap = takers(); placed < total; placed++) {
    const unit = heap.items[0]!
    seats[unit]!++
    if (seats[unit]! < most[unit]!) Heap.sinkFirst(heap)
    else Heap.drop(heap)
  }
  for (let heap = givers(); placed > total; placed--) {
    const unit = heap.items[0]!
    seats[unit]!--
    if (seats[unit]! > least[unit]!) Heap.sinkFirst(heap)
    else Heap.drop(heap)
  }
  for (;;) {
    const taker = takers().items[0]
    const giver = givers().items[0]
    if (taker === undefined || giver === undefined) return { seats, ties: [] }
    const order = Divisor.compare(method, claims[taker]!, seats[taker]!, claims[giver]!, seats[giver]! - 1)
    if (order < 0) return { seats, ties: [] }
    if (order === 0) {
      const holders = all.filter((i) => seats[i]! > least[i]! && last(i, giver) === 0)
      return tied(
        seats,
        holders,
        all.filter((i) => seats[i]! < most[i]! && next(i, taker) === 0)
      )
    }
    seats[taker]!++
    seats[giver]!--
  }
}

const tied = (seats: Array<number>, holders: Array<number>, askers: Array<number>): Table => {
  for (const unit of holders) seats[unit]!--
  return { seats, ties: [{ seats: holders.length, among: [...holders, ...askers].sort((a, b) => a - b) }] }
}

/** Seats near the answer: claims divided by one number, rounded, kept within the bounds. */
const guess = ({ claims, least, most }: Columns, total: number): Array<number> => {
  const seatsAt = (size: number) =>
    claims.map((claim, i) => Math.min(Math.max(Math.floor(claim / size + 0.5), least[i]!), most[i]!))
  const sum = (seats: ReadonlyArray<number>) => seats.reduce((a, b) => a + b, 0)
  let [low, high] = [0, Infinity]
  let size = claims.reduce((a, b) => a + b, 0) / Math.max(total, 1)
  let seats = seatsAt(size)
  for (let turn = 0; turn < 60 && size > 0; turn++) {
    const placed = sum(seats)
    if (Math.abs(placed - total) * 2 <= claims.length) break
    if (placed > total) low = size
    else high = size
    size = high === Infinity ? size * 2 : low === 0 ? size / 2 : (low + high) / 2
    seats = seatsAt(size)
  }
  return seats
}

// --- largest remainder ---

/**
 * Seats by largest remainder on fair shares within the bounds: `share = min(max(least, x * claim), most)` with the one x
 * whose shares add up to the total.
 */
export const byLargestRemainder = (columns: Columns, total: number): Table => {
  const shares = fairShares(columns, total)
  const seats = shares.map(({ over, under }) => Number(over / under))
  const rests = shares.map(({ over, under }) => ({ over: over % under, under }))
  let left = total - seats.reduce((a, b) => a + b, 0)
  const order = (one: number, other: number) => {
    const difference = rests[one]!.over * rests[other]!.under - rests[other]!.over * rests[one]!.under
    return difference === 0n ? 0 : difference > 0n ? -1 : 1
  }
  const ranked = seats
    .map((_, i) => i)
    .filter((i) => rests[i]!.over > 0n)
    .sort(order)
  for (let from = 0; left > 0;) {
    const group = ranked.slice(from).filter((unit) => order(unit, ranked[from]!) === 0)
    if (group.length > left) return { seats, ties: [{ seats: left, among: group.sort((a, b) => a - b) }] }
    for (const unit of group) seats[unit]!++
    left -= group.length
    from += group.length
  }
  return { seats, ties: [] }
}

/** A share as an exact quotient. */
export interface Share {
  readonly over: bigint
  readonly under: bigint
}

/** Fair shares within the bounds, exactly; see {@link byLargestRemainder}. */
export const fairShares = ({ claims, least, most }: Columns, total: number): ReadonlyArray<Share> => {
  const fixed: Array<number | undefined> = claims.map((claim, i) => (claim === 0 ? least[i]! : undefined))
  for (;;) {
    const free = claims.flatMap((_, i) => (fixed[i] === undefined ? [i] : []))
    const under = free.reduce((sum, i) => sum + BigInt(claims[i]!), 0n)
    const over = BigInt(total - fixed.reduce<number>((sum, count) => sum + (count ?? 0), 0))
    const below = free.filter((i) => BigInt(claims[i]!) * over < BigInt(least[i]!) * under)
    const above = free.filter((i) => BigInt(claims[i]!) * over > BigInt(most[i]!) * under)
    if (below.length === 0 && above.length === 0) {
      return claims.map((claim, i) => {
        const count = fixed[i]
        return count === undefined ? { over: BigInt(claim) * over, under } : { over: BigInt(count), under: 1n }
      })
    }
    // What the minimums add against what the maximums cut says on which side the true multiplier lies.
    let gap = 0n
    for (const i of below) gap += BigInt(least[i]!) * under - BigInt(claims[i]!) * over
    for (const i of above) gap += BigInt(most[i]!) * under - BigInt(claims[i]!) * over
    if (gap >= 0n) for (const i of below) fixed[i] = least[i]!
    if (gap <= 0n) for (const i of above) fixed[i] = most[i]!
  }
}

// --- quota method ---

/**
 * Seats by the quota method: one after the other, to the largest quotient `claim / (held + 1)` among the units that stay
 * below their quota rounded up. Answers how many seats no unit may take without passing its quota or its maximum.
 */
export const byQuota = (
  columns: Columns,
  total: number
): Table & { readonly stuck: number; readonly order: Array<number> } => {
  const { claims, least, most } = columns
  const seats = [...least]
  const all = seats.map((_, i) => i)
  const sum = claims.reduce((a, b) => a + BigInt(b), 0n)
  const size = Number(sum)
  const order: Array<number> = []
  const isBelowQuota = (i: number, house: number) => {
    const [one, other] = [seats[i]! * size, claims[i]! * house]
    if (Math.abs(one - other) > (one + other) * 1.8e-15) return one < other
    return BigInt(seats[i]!) * sum < BigInt(claims[i]!) * BigInt(house)
  }
  let pending: Array<{ group: Array<number>; taken: Array<number> }> = []
  for (let house = seats.reduce((a, b) => a + b, 0) + 1; house <= total; house++) {
    let best: Array<number> = []
    for (const i of all) {
      if (seats[i]! >= most[i]! || !isBelowQuota(i, house)) continue
      const against =
        best.length === 0 ? 1 : Divisor.compare("dhondt", claims[i]!, seats[i]!, claims[best[0]!]!, seats[best[0]!]!)
      if (against > 0) best = [i]
      else if (against === 0) best.push(i)
    }
    if (best.length === 0) return { seats, ties: [], stuck: total - house + 1, order }
    const unit = best[0]!
    const open = pending.find(({ group, taken }) => best.some((i) => group.includes(i) && !taken.includes(i)))
    if (open !== undefined) {
      open.taken.push(unit)
      open.group.push(...best.filter((i) => !open.group.includes(i)))
    } else if (best.length > 1) pending.push({ group: best, taken: [unit] })
    pending = pending.filter(({ group, taken }) => taken.length < group.length)
    seats[unit]!++
    order.push(unit)
  }
  for (const { taken } of pending) for (const unit of taken) seats[unit]!--
  return {
    seats,
    ties: pending.map(({ group, taken }) => ({ seats: taken.length, among: group.sort((a, b) => a - b) })),
    stuck: 0,
    order
  }
}
