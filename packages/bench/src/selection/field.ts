/**
 * A made-up field of participants for the benches: seeded, in columns, with scores spread as in a national round.
 */
import { Cohort } from "@timbang/core/selection"
import type { Formation } from "@timbang/core/formation"

/** A field whose cells hold `size / cells` people on average, in an order that carries no meaning. */
export const make = (size: number, cells: number): { readonly formations: ReadonlyArray<Formation.Formation>; readonly cohort: Cohort.Cohort } => {
  const next = generator(20_241_124)
  const formations = Array.from({ length: cells }, (_, index) => ({
    formation: `F${index + 1}`,
    position: `Jabatan ${index % 400}`,
    education: "S-1",
    location: `Unit ${index % 90}`,
    category: "umum",
    seats: 1 + next() % 4
  }))
  const scores = { twk: new Int32Array(size), tiu: new Int32Array(size), tkp: new Int32Array(size) }
  const formation = new Int32Array(size)
  for (let i = 0; i < size; i++) {
    formation[i] = next() % cells
    scores.twk[i] = 5 * bell(next, 31)
    scores.tiu[i] = 5 * bell(next, 36)
    scores.tkp[i] = 90 + bell(next, 136)
  }
  return { formations, cohort: { size, participant: numbers(size), formation, scores } }
}

/** Participant numbers as a file gives them: texts of their own. Joined texts would be trees, which the collector walks each time. */
const numbers = (size: number): ReadonlyArray<string> =>
  Array.from({ length: size }, (_, index) => Buffer.from(`24${String(index).padStart(12, "0")}`).toString("latin1"))

/** Sum of three draws below `width`, scaled back: a hump in the middle. */
const bell = (next: () => number, width: number): number => Math.floor((next() % width + next() % width + next() % width) / 3)

/** mulberry32, in whole numbers of 31 bits. */
const generator = (seed: number) => {
  let state = seed >>> 0
  return (): number => {
    state = state + 0x6d2b79f5 >>> 0
    let t = Math.imul(state ^ state >>> 15, 1 | state)
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t
    return (t ^ t >>> 14) >>> 1
  }
}
