/**
 * Finds the rule set a command names: one of the library, or a JSON file of the host.
 *
 * @since 0.1.0
 */
import { readFile } from "node:fs/promises"
import { RuleSetFaults, RuleSetSchema, type RuleSet } from "@timbang/core/selection"
import { CommandFaults, RuleSetProblems, type Sentences } from "@timbang/language"
import { RuleSets, Supply } from "@timbang/regulations"
import { Effect, Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as Options from "../Options.ts"

// --- operations ---

/** The rule set with an identifier, or the one in a JSON file, checked for faults, with numbers supplied by the host. */
export const load = Effect.fn("RuleSetSource.load")(function*(
  name: string,
  supplied: ReadonlyArray<string>,
  source: string | undefined,
  lang: Sentences.Language
) {
  const found = RuleSets.find(name) ?? (yield* fromFile(name, lang))
  let ruleSet: RuleSet.RuleSet = found
  const refused: Array<string> = []
  for (const each of supplied) {
    const made = supply(ruleSet, each, source, lang)
    if (Result.isSuccess(made)) ruleSet = made.success
    else refused.push(...made.failure)
  }
  return refused.length === 0 ? ruleSet : yield* refuse(...new Set(refused))
})

const refuse = (...lines: ReadonlyArray<string>) => Effect.fail(new CommandFailed({ code: codes.refused, lines }))

const fromFile = Effect.fn("RuleSetSource.fromFile")(function*(path: string, lang: Sentences.Language) {
  if (!/\.json$/i.test(path)) {
    return yield* Effect.fail(Options.refusal([{ _tag: "RuleSetUnknown", path, known: RuleSets.all.map(({ id }) => id) }], lang))
  }
  const text = yield* Effect.tryPromise({
    try: () => readFile(path, "utf8"),
    catch: () => Options.refusal([{ _tag: "FileUnreadable", path }], lang)
  })
  const parsed = yield* Effect.try({
    try: (): unknown => JSON.parse(text),
    catch: () => Options.refusal([{ _tag: "NotJson", path }], lang)
  })
  const accepted = Result.flatMap(RuleSetSchema.decode(parsed), RuleSetFaults.accept)
  return Result.isSuccess(accepted)
    ? accepted.success
    : yield* refuse(...RuleSetProblems.lines(accepted.failure, lang).map((line) => `${path}: ${line}`))
})

/** The rule set with one number more, or why it has no place in it. */
const supply = (
  ruleSet: RuleSet.RuleSet,
  each: string,
  source: string | undefined,
  lang: Sentences.Language
): Result.Result<RuleSet.RuleSet, ReadonlyArray<string>> => {
  const at = each.indexOf("=")
  const refused = (fault: CommandFaults.CommandFault) => Result.fail([CommandFaults.sentence(fault, lang)])
  if (at < 1) return refused({ _tag: "SupplyRefused", found: each })
  if (source === undefined) return refused({ _tag: "OptionMissing", option: "--supply", needed: "--supply-source" })
  const text = each.slice(at + 1)
  const value = /^-?\d+$/.test(text) ? Number(text) : text
  const supplied = Supply.supply(ruleSet, each.slice(0, at), value, { instrument: source, confidence: "host" })
  return Result.mapError(supplied, (problem) => RuleSetProblems.lines(problem, lang))
}
