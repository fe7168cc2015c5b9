/**
 * How many posts the budget bears: the cap on personnel spending, and what lies above it.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import type { Day } from "../law/index.ts"
import { Fraction } from "../number/index.ts"

// --- models ---

/**
 * The cap: the largest part of all spending, and the items that are left out of personnel spending.
 *
 * @category models
 * @since 0.1.0
 */
export interface Cap {
  readonly share: Fraction.Numeral
  readonly excluded: ReadonlyArray<string>
  /** Day by which a region above the cap must have adjusted. */
  readonly deadline?: Day.Day
}

/**
 * The figures of a budget. Unit: rupiah, whole.
 *
 * @category models
 * @since 0.1.0
 */
export interface Figures {
  /** All spending of the budget (total belanja APBD), not only what is left after transfers. */
  readonly spending: number
  /** All personnel spending (belanja pegawai), the items left out included. */
  readonly personnel: number
  /** Parts of it that the law leaves out, by item. */
  readonly excluded: Readonly<Record<string, number>>
  /** Personnel spending that ends with those who retire. */
  readonly freed: number
  /** Cost of one post a year. */
  readonly costPerPost: number
}

/**
 * What follows when there is no room: no new posts, or fewer than now.
 *
 * @category models
 * @since 0.1.0
 */
export type WhenAbove = "zero-growth" | "minus-growth"

/**
 * The posts the budget bears.
 *
 * @category models
 * @since 0.1.0
 */
export interface Ceiling {
  /** (personnel - left out) / spending, before retirements. Range: 0 and more. */
  readonly ratio: Fraction.Fraction
  readonly isAboveCap: boolean
  /** What may still be spent, retirements counted; below 0 what is too much. Unit: rupiah, rounded down. */
  readonly room: number
  readonly growth: "room" | WhenAbove
  /** Posts that may be added; below 0 (only by `minus-growth`) posts that have to go. */
  readonly posts: number
}

// --- errors ---

/**
 * A figure is missing, negative or not whole, or an item is left out that the law does not name.
 *
 * @category errors
 * @since 0.1.0
 */
export class FigureRefused extends Data.TaggedError("FigureRefused")<{
  readonly figure: string
  readonly found: string
  readonly expected: string
}> {
  override get message(): string {
    return `${this.figure}: found ${this.found}, expected ${this.expected}`
  }
}

// --- operations ---

/**
 * The posts that fit under the cap.
 *
 * **Details**
 *
 * Room = share x spending - (personnel - left out) + freed. Posts = room / cost, rounded down. Where there is no room,
 * `zero-growth` gives 0 posts and `minus-growth` as many below 0 as the excess costs, rounded up.
 *
 * **Example** (32.66 % of spending, two points above the cap)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Budget } from "@timbang/core/formation"
 * const cap = { share: "0.3", excluded: ["tunjangan profesi guru"] }
 * const figures = { spending: 1_000_000, personnel: 326_600, excluded: {}, freed: 5_000, costPerPost: 100 }
 * Result.map(Budget.ceiling(figures, cap, "zero-growth"), ({ isAboveCap, posts, room }) => [isAboveCap, room, posts]) // => Result.succeed([true, -21600, 0])
 * Result.map(Budget.ceiling(figures, cap, "minus-growth"), ({ posts }) => posts) // => Result.succeed(-216)
 * ```
 *
 * @category limiting
 * @since 0.1.0
 */
export const ceiling = (figures: Figures, cap: Cap, whenAbove: WhenAbove): Result.Result<Ceiling, FigureRefused> => {
  const share = Fraction.parse(cap.share)
  if (Result.isFailure(share)) return refused("share of the cap", cap.share, "a part such as 0.3")
  for (const figure of ["spending", "personnel", "freed", "costPerPost"] as const) {
    const isDivisor = figure === "spending" || figure === "costPerPost"
    if (!isRupiah(figures[figure]) || (isDivisor && figures[figure] === 0)) {
      return refused(figure, figures[figure], `whole rupiah, ${isDivisor ? "above 0" : "0 or more"}`)
    }
  }
  let out = 0
  for (const [item, amount] of Object.entries(figures.excluded)) {
    if (!cap.excluded.includes(item)) return refused("items left out", item, `one of ${cap.excluded.join(", ")}`)
    if (!isRupiah(amount)) return refused(item, amount, "whole rupiah, 0 or more")
    out += amount
  }
  if (out > figures.personnel) return refused("items left out", out, "at most the personnel spending")
  const counted = figures.personnel - out
  const limit = Fraction.multiply(share.success, Fraction.make(figures.spending))
  const exact = Fraction.subtract(limit, Fraction.make(counted - figures.freed))
  const cost = Fraction.make(figures.costPerPost)
  const posts = Fraction.divide(exact, cost)
  const hasRoom = exact.numerator >= 0n
  return Result.succeed({
    ratio: Fraction.make(counted, figures.spending),
    isAboveCap: Fraction.compare(Fraction.make(counted), limit) > 0,
    room: Number(Fraction.round(exact, 0, hasRoom ? "down" : "up")),
    growth: hasRoom ? "room" : whenAbove,
    posts: hasRoom
      ? Number(Fraction.round(posts, 0, "down"))
      : whenAbove === "zero-growth"
        ? 0
        : Number(Fraction.round(posts, 0, "up"))
  })
}

const isRupiah = (amount: number): boolean => Number.isSafeInteger(amount) && amount >= 0

const refused = (figure: string, found: unknown, expected: string) =>
  Result.fail(new FigureRefused({ figure, found: String(found), expected }))
