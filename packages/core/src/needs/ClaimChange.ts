/**
 * Why a claim changed between two scores: which indicator moved it, and by how many people.
 *
 * @since 0.1.0
 */
import { Fraction } from "../number/index.ts"
import type { JobFamilyScore, NeedScores } from "./NeedScore.ts"

// --- models ---

/**
 * A claim that changed, and which indicators changed it.
 *
 * @category models
 * @since 0.1.0
 */
export interface ClaimChange {
  readonly unit: string
  readonly jobFamily: string
  readonly before: Fraction.Fraction
  readonly after: Fraction.Fraction
  /** Unit: people. Indicators from the largest change down; with `workload` they add up to the whole change. */
  readonly because: ReadonlyArray<{ readonly indicator: string; readonly change: Fraction.Fraction }>
  readonly workload: Fraction.Fraction
}

// --- operations ---

/**
 * What changed between two scores, claim by claim, and which indicators made it change. Unchanged claims are left out.
 *
 * **Example** (Nothing changed)
 *
 * ```ts
 * import { ClaimChange } from "@timbang/core/needs"
 * const none = { units: [], claims: [], warnings: [] }
 * ClaimChange.between(none, none) // => []
 * ```
 *
 * @category explaining
 * @since 0.1.0
 */
export const between = (before: NeedScores, after: NeedScores): ReadonlyArray<ClaimChange> => {
  const cells = new Map<string, [JobFamilyScore | undefined, JobFamilyScore | undefined]>()
  for (const [side, scores] of [[0, before], [1, after]] as const) {
    for (const { jobFamilies, unit } of scores.units) {
      for (const family of jobFamilies) {
        const key = keyOf(unit, family.jobFamily)
        const cell = cells.get(key) ?? [undefined, undefined]
        cell[side] = family
        cells.set(key, cell)
      }
    }
  }
  return [...cells].flatMap(([key, [old, now]]) => {
    const [unit, jobFamily] = JSON.parse(key) as [string, string]
    const change = { unit, jobFamily, before: old?.claim ?? Fraction.zero, after: now?.claim ?? Fraction.zero }
    if (Fraction.compare(change.before, change.after) === 0) return []
    const indicators = new Map<string, Fraction.Fraction>()
    for (const { amount, indicator } of now?.parts ?? []) {
      indicators.set(indicator, Fraction.add(indicators.get(indicator) ?? Fraction.zero, amount))
    }
    for (const { amount, indicator } of old?.parts ?? []) {
      indicators.set(indicator, Fraction.subtract(indicators.get(indicator) ?? Fraction.zero, amount))
    }
    const because = [...indicators]
      .filter(([, amount]) => amount.numerator !== 0n)
      .map(([indicator, change]) => ({ indicator, change }))
      .sort((a, b) => Fraction.compare(size(b.change), size(a.change)) || (a.indicator < b.indicator ? -1 : 1))
    return [{
      ...change,
      because,
      workload: Fraction.subtract(now?.workload ?? Fraction.zero, old?.workload ?? Fraction.zero)
    }]
  })
}

const size = (a: Fraction.Fraction): Fraction.Fraction => (a.numerator < 0n ? Fraction.negate(a) : a)

const keyOf = (unit: string, of: string): string => JSON.stringify([unit, of])
