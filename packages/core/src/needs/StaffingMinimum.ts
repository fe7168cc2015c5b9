/**
 * Minimum staff by kind of worker: each kind is met by itself, and a surplus of one never covers the lack of another.
 *
 * @since 0.1.0
 */

// --- models ---

/**
 * People of one kind: required and there.
 *
 * @category models
 * @since 0.1.0
 */
export interface Line {
  readonly kind: string
  /** Unit: people. */
  readonly required: number
  readonly existing: number
  /** Existing - required: below 0 a lack. */
  readonly gap: number
}

/**
 * A unit against its minimum.
 *
 * @category models
 * @since 0.1.0
 */
export interface Comparison {
  readonly lines: ReadonlyArray<Line>
  /** Every kind reaches its minimum. */
  readonly minimumMet: boolean
  /** Every kind has at least one person; a weaker measure, never to be mixed with the other. */
  readonly completeByKind: boolean
  /** People missing, over all kinds that lack some. */
  readonly missing: number
}

// --- operations ---

/**
 * Compares the people of a unit with the minimum of its table.
 *
 * **Gotchas**
 *
 * Whether staff who are no ASN count is a policy of the host: give the numbers accordingly and say so.
 *
 * **Example** (37 people, and still no dentist)
 *
 * ```ts
 * import { StaffingMinimum } from "@timbang/core/needs"
 * const table = { dokter: 2, "dokter gigi": 1, perawat: 8 }
 * const { lines, minimumMet, missing } = StaffingMinimum.compare(table, { dokter: 1, perawat: 36 })
 * lines.map(({ gap }) => gap) // => [-1, -1, 28]
 * [minimumMet, missing] // => [false, 2]
 * ```
 *
 * @category comparing
 * @since 0.1.0
 */
export const compare = (
  table: Readonly<Record<string, number>>,
  staff: Readonly<Record<string, number>>
): Comparison => {
  const lines = Object.entries(table).map(([kind, required]) => {
    const existing = staff[kind] ?? 0
    return { kind, required, existing, gap: existing - required }
  })
  return {
    lines,
    minimumMet: lines.every(({ gap }) => gap >= 0),
    completeByKind: lines.every(({ existing, required }) => required === 0 || existing > 0),
    missing: lines.reduce((sum, { gap }) => sum + Math.max(0, -gap), 0)
  }
}
