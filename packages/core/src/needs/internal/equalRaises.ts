/**
 * Whether anything can differ between two runs of equal shares with different money.
 *
 * @since 0.1.0
 */
import type { Purchase, Run } from "./equalShares.ts"

/**
 * Says whether every amount of money between that of `before` and that of `after` (the larger) surely buys the same.
 *
 * By induction over the purchases, while they are the same: with more money every voter holds no less before a purchase,
 * no price is higher, and those too poor to pay in full are no more. So what holds at both ends is bounded between them:
 *
 * - a price that nobody is too poor for does not depend on the money at all; who wins with it against the richer run's
 *   prices wins against the higher ones before;
 * - a winner's price with less money that is below all others with more money is below them everywhere between;
 * - where the same voters are too poor at both ends, for every purchase so far and for a rival, both prices are linear in
 *   the money, so that who is ahead (or level) at both ends is so between.
 *
 * Levels between the ends are levels at an end, and lots or orders that chose among more choose the same among fewer.
 */
export const isSameBetween = (before: Run, after: Run): boolean => {
  if (before.equals !== undefined || after.equals !== undefined) return false
  if (before.purchases.length !== after.purchases.length) return false
  let isLinear = true
  return before.purchases.every((less, at) => {
    const more = after.purchases[at]!
    if (less.project !== more.project) return false
    if (less.poor !== more.poor) isLinear = false
    return less.poor === 0 || isBelow(less, more) || (isLinear && isLinearFor(less, more))
  })
}

/**
 * About where between two runs the first purchase that differs changes hands, as a part of the way; a half where that
 * cannot be told. A guess of where to look, and nothing rests on it. Range: 0 to 1, both excluded.
 */
export const partedAt = (before: Run, after: Run): number => {
  const at = before.purchases.findIndex(({ project }, i) => after.purchases[i]?.project !== project)
  const [less, more] = [before.purchases[at], after.purchases[at]]
  const [second, first] = [
    less?.asked.find(({ project }) => project === more?.project),
    more?.asked.find(({ project }) => project === less?.project)
  ]
  if (less === undefined || more === undefined || first === undefined || second === undefined) return 0.5
  const [lead, lag] = [second.least - less.most, first.least - more.most]
  return lead >= 0 && lag >= 0 && lead + lag > 0 ? Math.min(0.999, Math.max(0.001, lead / (lead + lag))) : 0.5
}

const isBelow = (less: Purchase, more: Purchase): boolean =>
  less.most < more.rest && more.asked.every(({ least }) => less.most < least)

const isLinearFor = (less: Purchase, more: Purchase): boolean =>
  less.most < more.rest &&
  more.asked.every(({ least, poor, project }) => {
    if (less.most < least) return true
    const then = less.asked.find((rival) => rival.project === project)
    return poor !== undefined && then?.poor === poor
  })
