/**
 * Finds an identifier that stands twice in a list of a hundred thousand, in less time than a loop over its figures takes.
 *
 * A `Set` of strings takes twice as long as this open table of positions; `docs/decisions/0021` has the figures.
 */

/** Position of the first identifier that stood before, or -1. */
export const firstRepeated = (ids: ReadonlyArray<string>): number => {
  if (ids.length < 1000) return firstInSet(ids)
  let size = 2048
  while (size < ids.length * 2) size *= 2
  const mask = size - 1
  const slots = new Int32Array(size)
  const hashes = new Int32Array(ids.length)
  // Lists made to collide would be slow to probe; a Set takes over before they are.
  let probesLeft = ids.length * 4
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!
    const hash = fnv1a(id)
    hashes[i] = hash
    let at = hash & mask
    for (let held = slots[at]!; held !== 0; held = slots[at]!) {
      if (hashes[held - 1] === hash && ids[held - 1] === id) return i
      if (--probesLeft < 0) return firstInSet(ids)
      at = (at + 1) & mask
    }
    slots[at] = i + 1
  }
  return -1
}

const firstInSet = (ids: ReadonlyArray<string>): number => {
  const seen = new Set<string>()
  for (let i = 0; i < ids.length; i++) {
    seen.add(ids[i]!)
    if (seen.size === i) return i
  }
  return -1
}

const fnv1a = (id: string): number => {
  let hash = -2128831035
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619)
  return hash ^ (hash >>> 15)
}
