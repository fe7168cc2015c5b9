/**
 * Who decides something, and by which provision.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "./LegalSource.ts"

// --- models ---

/**
 * Who decides a step: the name of an office of the country whose law it is, such as `Panselnas`.
 *
 * @category models
 * @since 0.1.0
 */
export type Authority = string

/**
 * What every part of a rule says of itself: who decides it, and by which provision.
 *
 * @category models
 * @since 0.1.0
 */
export interface Decided {
  readonly decidedBy: Authority
  readonly source: LegalSource
}
