/**
 * The nine-box of talent: performance against potential, three by three. The numbering of the boxes is an argument.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "../law/LegalSource.ts"

// --- models ---

/**
 * A third of an axis, from the lowest up.
 *
 * @category models
 * @since 0.1.0
 */
export type Third = "low" | "middle" | "high"

/**
 * Every {@link Third}, from the lowest up.
 *
 * @category models
 * @since 0.1.0
 */
export const thirds: ReadonlyArray<Third> = ["low", "middle", "high"]

/**
 * A numbering of the nine boxes and the limits of the potential axis.
 *
 * @category models
 * @since 0.1.0
 */
export interface Grid {
  /** Box by performance, then potential. */
  readonly boxes: { readonly [Performance in Third]: { readonly [Potential in Third]: number } }
  /** Third of the performance axis for each predicate. */
  readonly performance: Readonly<Record<string, Third>>
  /** Lowest potential of the middle and of the high third, both included; in the unit of the potential. */
  readonly potentialFrom: { readonly middle: number; readonly high: number }
  /** Boxes that enter a succession plan, by the plan's name. */
  readonly succession: Readonly<Record<string, ReadonlyArray<number>>>
  readonly source: LegalSource
}

/**
 * The box of one person and the plans it opens.
 *
 * @category models
 * @since 0.1.0
 */
export type Placed =
  | {
    readonly _tag: "Placed"
    readonly box: number
    readonly performance: Third
    readonly potential: Third
    readonly plans: ReadonlyArray<string>
    /** Potential missing to the next third; absent in the highest. */
    readonly potentialMissing?: number
    /** Boxes that another third of one axis alone would have led to, the low third first. */
    readonly wouldChange: ReadonlyArray<{ readonly axis: "performance" | "potential"; readonly to: Third; readonly box: number }>
    readonly source: LegalSource
  }
  | { readonly _tag: "NotPlaced"; readonly because: "predicate-not-on-axis" | "potential-not-measured" }

// --- operations ---

/**
 * Places a person by predicate and potential.
 *
 * **Example** (Good work, potential just below the top third)
 *
 * ```ts
 * import { NineBox } from "@timbang/core/performance"
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const boxes = { low: { low: 1, middle: 3, high: 6 }, middle: { low: 2, middle: 5, high: 8 }, high: { low: 4, middle: 7, high: 9 } }
 * const grid = { boxes, performance: { great: "high", good: "middle" }, potentialFrom: { middle: 60, high: 80 }, succession: { agency: [7, 8, 9] }, source } as const
 * NineBox.place(grid, { predicate: "great", potential: 78 }) // => { _tag: "Placed", box: 7, performance: "high", potential: "middle", plans: ["agency"], potentialMissing: 2, wouldChange: [{ axis: "performance", to: "low", box: 3 }, { axis: "performance", to: "middle", box: 5 }, { axis: "potential", to: "low", box: 4 }, { axis: "potential", to: "high", box: 9 }], source }
 * NineBox.place(grid, { predicate: "great" }) // => { _tag: "NotPlaced", because: "potential-not-measured" }
 * ```
 *
 * @category deciding
 * @since 0.1.0
 */
export const place = (grid: Grid, person: { readonly predicate: string; readonly potential?: number }): Placed => {
  const performance = grid.performance[person.predicate]
  if (performance === undefined) return { _tag: "NotPlaced", because: "predicate-not-on-axis" }
  if (person.potential === undefined) return { _tag: "NotPlaced", because: "potential-not-measured" }
  const { high, middle } = grid.potentialFrom
  const potential: Third = person.potential >= high ? "high" : person.potential >= middle ? "middle" : "low"
  const box = grid.boxes[performance][potential]
  const plans = Object.keys(grid.succession).filter((plan) => grid.succession[plan]!.includes(box)).sort()
  const next = potential === "low" ? middle : potential === "middle" ? high : undefined
  return {
    _tag: "Placed",
    box,
    performance,
    potential,
    plans,
    ...(next === undefined ? {} : { potentialMissing: next - person.potential }),
    wouldChange: [
      ...thirds.filter((to) => to !== performance).map((to) => ({ axis: "performance", to, box: grid.boxes[to][potential] }) as const),
      ...thirds.filter((to) => to !== potential).map((to) => ({ axis: "potential", to, box: grid.boxes[performance][to] }) as const)
    ],
    source: grid.source
  }
}
