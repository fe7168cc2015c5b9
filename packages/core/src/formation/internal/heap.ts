/**
 * A binary heap of small whole numbers: the first is one that no other goes before.
 *
 * @since 0.1.0
 */

/** A heap over the items given; `before` says whether its first argument goes before its second. */
export interface Heap {
  readonly items: Array<number>
  readonly before: (one: number, other: number) => boolean
}

/** Orders the items in place. */
export const make = (items: Array<number>, before: Heap["before"]): Heap => {
  const heap = { items, before }
  for (let i = (items.length >> 1) - 1; i >= 0; i--) sink(heap, i)
  return heap
}

/** Puts the first item where it belongs again after its standing became worse. */
export const sinkFirst = (heap: Heap): void => sink(heap, 0)

/** Takes the first item out. */
export const drop = (heap: Heap): void => {
  const last = heap.items.pop()
  if (last === undefined || heap.items.length === 0) return
  heap.items[0] = last
  sink(heap, 0)
}

const sink = ({ before, items }: Heap, from: number): void => {
  const item = items[from]!
  let at = from
  for (;;) {
    let child = 2 * at + 1
    if (child >= items.length) break
    if (child + 1 < items.length && before(items[child + 1]!, items[child]!)) child++
    if (!before(items[child]!, item)) break
    items[at] = items[child]!
    at = child
  }
  items[at] = item
}
