/**
 * Finds the rule set a command names: one of the library, or a JSON file of the host.
 *
 * @since 0.1.0
 */
import { readFile } from "node:fs/promises"
import { RuleSetFaults, RuleSetSchema, type RuleSet } from "@timbang/core/selection"
import { type CommandFaults, RuleSetProblems, type Sentences } from "@timbang/language"
import { RuleSets, Supply } from "@timbang/regulations"
import { Effect, Result } from "effect"
import { codes, CommandFailed, type Told } from "../Exit.ts"
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
  return yield* Effect.fromResult(withSupplied(found, supplied, source, lang))
})

/** The rule set with an identifier or, of a host, as it was sent: never a file. */
export const given = Effect.fn("RuleSetSource.given")(function*(
  named: unknown,
  supplied: ReadonlyArray<string>,
  source: string | undefined,
  lang: Sentences.Language
) {
  const known = typeof named === "string" ? RuleSets.find(named) : undefined
  if (typeof named === "string" && known === undefined) return yield* Effect.fail(unknown(named, lang))
  const found = known ?? (yield* Effect.fromResult(accepted(named, "rules", lang)))
  return yield* Effect.fromResult(withSupplied(found, supplied, source, lang))
})

const unknown = (path: string, lang: Sentences.Language) =>
  Options.refusal([{ _tag: "RuleSetUnknown", path, known: RuleSets.all.map(({ id }) => id) }], lang)

const withSupplied = (
  found: RuleSet.RuleSet,
  supplied: ReadonlyArray<string>,
  source: string | undefined,
  lang: Sentences.Language
): Result.Result<RuleSet.RuleSet, CommandFailed> => {
  let ruleSet = found
  const refused: Array<string> = []
  const faults: Array<Told> = []
  for (const each of supplied) {
    const made = supply(ruleSet, each, source, lang)
    if (Result.isSuccess(made)) ruleSet = made.success
    else {
      refused.push(...made.failure.lines)
      faults.push(...made.failure.faults ?? [])
    }
  }
  return refused.length === 0 ? Result.succeed(ruleSet) : Result.fail(new CommandFailed({ code: codes.refused, lines: [...new Set(refused)], faults }))
}

/** The document as a rule set, or why it is none; `where` begins every line. */
const accepted = (document: unknown, where: string, lang: Sentences.Language): Result.Result<RuleSet.RuleSet, CommandFailed> =>
  Result.mapError(Result.flatMap(RuleSetSchema.decode(document), RuleSetFaults.accept), (failure) =>
    new CommandFailed({ code: codes.refused, lines: RuleSetProblems.lines(failure, lang).map((line) => `${where}: ${line}`), faults: [failure] }))

const fromFile = Effect.fn("RuleSetSource.fromFile")(function*(path: string, lang: Sentences.Language) {
  if (!/\.json$/i.test(path)) {
    return yield* Effect.fail(unknown(path, lang))
  }
  const text = yield* Effect.tryPromise({
    try: () => readFile(path, "utf8"),
    catch: () => Options.refusal([{ _tag: "FileUnreadable", path }], lang)
  })
  const parsed = yield* Effect.try({
    try: (): unknown => JSON.parse(text),
    catch: () => Options.refusal([{ _tag: "NotJson", path }], lang)
  })
  return yield* Effect.fromResult(accepted(parsed, path, lang))
})

/** The rule set with one number more, or why it has no place in it. */
const supply = (
  ruleSet: RuleSet.RuleSet,
  each: string,
  source: string | undefined,
  lang: Sentences.Language
): Result.Result<RuleSet.RuleSet, CommandFailed> => {
  const at = each.indexOf("=")
  const refused = (fault: CommandFaults.CommandFault) => Result.fail(Options.refusal([fault], lang))
  if (at < 1) return refused({ _tag: "SupplyRefused", found: each })
  if (source === undefined) return refused({ _tag: "OptionMissing", option: "--supply", needed: "--supply-source" })
  const text = each.slice(at + 1)
  const value = /^-?\d+$/.test(text) ? Number(text) : text
  const supplied = Supply.supply(ruleSet, each.slice(0, at), value, { instrument: source, confidence: "host" })
  return Result.mapError(supplied, (problem) => new CommandFailed({ code: codes.refused, lines: RuleSetProblems.lines(problem, lang), faults: [problem] }))
}
