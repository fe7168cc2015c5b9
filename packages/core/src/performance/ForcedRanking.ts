/**
 * The ranking in three groups that an older law asked, for old records: shares of a unit in the order of predicates.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "../law/LegalSource.ts"

// --- models ---

/**
 * The caps of an older law. Unit: hundredths of the unit's people.
 *
 * @category models
 * @since 0.1.0
 */
export interface Caps {
  readonly aboveAtMost: number
  readonly middleAtLeast: number
  readonly middleAtMost: number
  readonly belowAtMost: number
  readonly source: LegalSource
}

/**
 * Numbers of people in the three groups.
 *
 * @category models
 * @since 0.1.0
 */
export interface Groups {
  readonly above: number
  readonly middle: number
  readonly below: number
}

/**
 * One way to group a unit, with the predicates that fill each group in order.
 *
 * @category models
 * @since 0.1.0
 */
export interface Grouped {
  readonly groups: Groups
  readonly filled: { readonly [Group in keyof Groups]: Readonly<Record<string, number>> }
  /** A group border that cuts through people of one predicate; people settle who stands on which side. */
  readonly cutsThrough: ReadonlyArray<string>
}

// --- operations ---

/**
 * Every grouping of a unit that keeps all caps, counted in whole people without rounding; none for units too small.
 *
 * **Example** (Ten people, five people)
 *
 * ```ts
 * import { ForcedRanking } from "@timbang/core/performance"
 * const caps = { aboveAtMost: 20, middleAtLeast: 60, middleAtMost: 70, belowAtMost: 20, source: { instrument: "house rule", confidence: "host" } } as const
 * ForcedRanking.possible(caps, 10) // => [{ above: 2, middle: 6, below: 2 }, { above: 2, middle: 7, below: 1 }, { above: 1, middle: 7, below: 2 }]
 * ForcedRanking.possible(caps, 4) // => []
 * ```
 *
 * @category computing
 * @since 0.1.0
 */
export const possible = (caps: Caps, people: number): ReadonlyArray<Groups> => {
  const found: Array<Groups> = []
  for (let middle = 0; middle <= people; middle++) {
    if (middle * 100 < caps.middleAtLeast * people || middle * 100 > caps.middleAtMost * people) continue
    for (let above = people - middle; above >= 0; above--) {
      const below = people - middle - above
      if (above * 100 <= caps.aboveAtMost * people && below * 100 <= caps.belowAtMost * people) {
        found.push({ above, middle, below })
      }
    }
  }
  return found
}

/**
 * Fills a grouping in the order of predicates, best first.
 *
 * **Example** (The border cuts through one predicate)
 *
 * ```ts
 * import { ForcedRanking } from "@timbang/core/performance"
 * const grouped = ForcedRanking.fill({ above: 1, middle: 3, below: 1 }, [["great", 2], ["good", 2], ["weak", 1]])
 * grouped.filled.middle // => { great: 1, good: 2 }
 * grouped.cutsThrough // => ["great"]
 * ```
 *
 * @category computing
 * @since 0.1.0
 */
export const fill = (groups: Groups, counts: ReadonlyArray<readonly [predicate: string, people: number]>): Grouped => {
  const filled = { above: {} as Record<string, number>, middle: {} as Record<string, number>, below: {} as Record<string, number> }
  const left = { ...groups }
  const cutsThrough: Array<string> = []
  for (const [predicate, people] of counts) {
    let rest = people
    let groupsUsed = 0
    for (const group of ["above", "middle", "below"] as const) {
      const taken = Math.min(rest, left[group])
      if (taken === 0) continue
      filled[group][predicate] = taken
      left[group] -= taken
      rest -= taken
      groupsUsed++
    }
    if (groupsUsed > 1) cutsThrough.push(predicate)
  }
  return { groups, filled, cutsThrough }
}
