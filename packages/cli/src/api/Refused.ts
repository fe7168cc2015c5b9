/**
 * A failure of a run as an answer of the API: its exit code, its sentences, and the same as data.
 *
 * @since 0.1.0
 */
import type { CommandFailed, Told } from "../Exit.ts"

/** The answer; what the command line calls an option goes by the name of its field. */
export const of = ({ code, faults = [], lines }: CommandFailed) => ({
  code,
  lines: lines.map(byField),
  faults: faults.map(factsOf)
})

/** Facts of a fault or of a tagged error, without its message and trace. */
const factsOf = (fault: Told): unknown => {
  const facts: unknown = JSON.parse(stringify({ ...fault, _tag: fault._tag, stack: undefined, name: undefined, message: undefined }), (_, value: unknown) =>
    typeof value === "string" ? byField(value) : value)
  return facts
}

/** JSON with exact whole numbers of any size as texts. */
export const stringify = (content: unknown): string =>
  JSON.stringify(content, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))

/** `--filling-pool` is the field `fillingPool`. */
const byField = (text: string): string =>
  text.replace(/(?<![\w-])--([a-z]+(?:-[a-z]+)*)/g, (_, option: string) => option.replace(/-([a-z])/g, (__, letter: string) => letter.toUpperCase()))
