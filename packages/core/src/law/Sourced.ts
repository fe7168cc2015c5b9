/**
 * A value together with the provision that sets it, or the honest statement that no source gives it.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "./LegalSource.ts"

// --- models ---

/**
 * A value that a provision sets.
 *
 * @category models
 * @since 0.1.0
 */
export interface Known<out A> {
  readonly _tag: "Known"
  readonly value: A
  readonly source: LegalSource
}

/**
 * A value that the law needs and no consulted source gives. A decision that needs it is refused until a host supplies
 * the value with its source.
 *
 * @category models
 * @since 0.1.0
 */
export interface Unknown {
  readonly _tag: "Unknown"
  readonly source: LegalSource
}

/**
 * A value with its source, or the statement that it is unknown.
 *
 * @category models
 * @since 0.1.0
 */
export type Sourced<A> = Known<A> | Unknown

// --- constructors ---

/**
 * A value with its source.
 *
 * **Example** (The share of the basic exam)
 *
 * ```ts
 * import { Sourced } from "@timbang/core/law"
 * Sourced.known(40, { instrument: "PermenPANRB 6/2024", provision: "Pasal 45", confidence: "seen-in-several" }).value // => 40
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const known = <A>(value: A, source: LegalSource): Known<A> => ({ _tag: "Known", value, source })

/**
 * The statement that no source gives the value; the source names the provision that has to be read.
 *
 * **Example** (A minimum score set for each subject)
 *
 * ```ts
 * import { Sourced } from "@timbang/core/law"
 * Sourced.unknown({ instrument: "KepmenPANRB 1127/2021", confidence: "unverified" })._tag // => "Unknown"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const unknown = (source: LegalSource): Unknown => ({ _tag: "Unknown", source })
