/**
 * How a command ends: exit codes, and failures as lines for the reader.
 *
 * @since 0.1.0
 */
import { Data } from "effect"

// --- models ---

/**
 * Exit codes of every command.
 *
 * - `done` 0: everything asked for was done and holds.
 * - `found` 1: done, and something does not hold: an official row differs, a proof fails.
 * - `refused` 2: the options or the input cannot be used; nothing was written.
 * - `unsure` 3: done, but not everything could be checked.
 * - `notAllowed` 4: the law or the authority does not allow it: rules after scores, somebody else's decision.
 * - `unexpected` 70: a fault of the program itself; nothing was written.
 * - 130: interrupted; nothing half-written was left.
 *
 * @category models
 * @since 0.1.0
 */
export const codes = { done: 0, found: 1, refused: 2, unsure: 3, notAllowed: 4, unexpected: 70 } as const

/**
 * A fault or a problem as data, told apart by its tag.
 *
 * @category models
 * @since 0.1.0
 */
export interface Told {
  readonly _tag: string
}

// --- errors ---

/**
 * A command could not do what it was asked.
 *
 * @category errors
 * @since 0.1.0
 */
export class CommandFailed extends Data.TaggedError("CommandFailed")<{
  readonly code: number
  readonly lines: ReadonlyArray<string>
  /** What the lines say, as data; a failure that is made of words alone has none. */
  readonly faults?: ReadonlyArray<Told>
}> {
  override get message(): string {
    return this.lines.join("\n")
  }
}

/**
 * Done, with an exit code that tells what was found.
 *
 * @category errors
 * @since 0.1.0
 */
export class EndWith extends Data.TaggedError("EndWith")<{ readonly code: number }> {}
