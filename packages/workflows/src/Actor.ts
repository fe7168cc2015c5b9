/**
 * Who does something: an account of an official or of a program, in a role, for a unit.
 *
 * Every write of a port names its actor, and so does every read of the vault.
 *
 * @since 0.1.0
 */

import * as Text from "./internal/Text.ts"

// --- models ---

/**
 * An actor. Each text has 1 to 200 characters and no control character.
 *
 * @category models
 * @since 0.1.0
 */
export interface Actor {
  /** Account, unique at the host. Never a name or an identity number: the journal keeps it for good. */
  readonly id: string
  /** What the account may do here, such as `verifier`. */
  readonly role: string
  /** Organisation the actor acts for, such as `bkpsdm`. */
  readonly unit: string
}

// --- operations ---

/**
 * Whether all three texts are there and fit.
 *
 * **Example** (A unit is missing)
 *
 * ```ts
 * import { Actor } from "@timbang/workflows"
 * Actor.isActor({ id: "a.17", role: "verifier", unit: "bkpsdm" }) // => true
 * Actor.isActor({ id: "a.17", role: "verifier", unit: "" }) // => false
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isActor = ({ id, role, unit }: Actor): boolean => [id, role, unit].every(Text.isName)

/**
 * Whether two actors are the same account; role and unit do not make another person of it.
 *
 * **Example** (The same account in another role)
 *
 * ```ts
 * import { Actor } from "@timbang/workflows"
 * const verifier = { id: "a.17", role: "verifier", unit: "bkpsdm" }
 * Actor.isSame(verifier, { ...verifier, role: "supervisor" }) // => true
 * ```
 *
 * @category comparing
 * @since 0.1.0
 */
export const isSame = (one: Actor, other: Actor): boolean => one.id === other.id
