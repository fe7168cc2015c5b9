/**
 * Classes over a scale, such as A to D over an index of 25 to 100, by their lowest value.
 *
 * Bands are compared on whole numbers of the last printed decimal, so that no value falls between two printed bands.
 *
 * @since 0.1.0
 */
import type { Scaled } from "../number/Scaled.ts"

// --- models ---

/**
 * One class and its lowest value, included. Unit: units of the last decimal of the {@link Bands}.
 *
 * @category models
 * @since 0.1.0
 */
export interface Band<A extends string = string> {
  readonly from: Scaled
  readonly label: A
}

/**
 * All classes of a scale, in any order; the highest band whose `from` is reached holds.
 *
 * @category models
 * @since 0.1.0
 */
export interface Bands<A extends string = string> {
  /** Decimals kept when a value is classified: 2 means that 76.61 is 7661. */
  readonly decimals: number
  /** Lowest and highest value of the scale, both included. */
  readonly lowest: Scaled
  readonly highest: Scaled
  readonly bands: ReadonlyArray<Band<A>>
}

/**
 * Where a value falls, and how far it stands from the neighbours.
 *
 * @category models
 * @since 0.1.0
 */
export type Classified<A extends string = string> =
  | {
    readonly _tag: "Classified"
    readonly label: A
    /** The class above and the lowest value that reaches it; absent in the top class. */
    readonly above?: Band<A>
    /** The class below and the highest value that falls into it; absent in the bottom class. */
    readonly below?: { readonly label: A; readonly upTo: Scaled }
  }
  | { readonly _tag: "OutOfScale"; readonly found: Scaled; readonly lowest: Scaled; readonly highest: Scaled }

// --- operations ---

/**
 * The class of a value, with what would have changed it.
 *
 * **Example** (Between two printed bands)
 *
 * ```ts
 * import { Bands } from "@timbang/core/performance"
 * const bands = { decimals: 2, lowest: 2500, highest: 10000, bands: [{ from: 2500, label: "C" }, { from: 7661, label: "B" }] }
 * Bands.classify(bands, 7660) // => { _tag: "Classified", label: "C", above: { from: 7661, label: "B" } }
 * Bands.classify(bands, 7661) // => { _tag: "Classified", label: "B", below: { label: "C", upTo: 7660 } }
 * Bands.classify(bands, 10001)._tag // => "OutOfScale"
 * ```
 *
 * @category classifying
 * @since 0.1.0
 */
export const classify = <A extends string>(scale: Bands<A>, found: Scaled): Classified<A> => {
  const { highest, lowest } = scale
  const ascending = scale.bands.toSorted((a, b) => a.from - b.from)
  const at = ascending.findLastIndex(({ from }) => found >= from)
  const band = ascending[at]
  if (found < lowest || found > highest || band === undefined) return { _tag: "OutOfScale", found, lowest, highest }
  const above = ascending[at + 1]
  const below = ascending[at - 1]
  return {
    _tag: "Classified",
    label: band.label,
    ...(above === undefined ? {} : { above }),
    ...(below === undefined ? {} : { below: { label: below.label, upTo: band.from - 1 } })
  }
}
