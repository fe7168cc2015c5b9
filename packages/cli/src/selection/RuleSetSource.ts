/**
 * Finds the rule set a command names: one of the library, or a JSON file of the host.
 *
 * @since 0.1.0
 */
import { readFile } from "node:fs/promises"
import { RuleSetFaults, RuleSetSchema, type RuleSet } from "@timbang/core/selection"
import { RuleSets, Supply } from "@timbang/regulations"
import { Effect, Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"

// --- operations ---

/** The rule set with an identifier, or the one in a JSON file, checked for faults, with numbers supplied by the host. */
export const load = Effect.fn("RuleSetSource.load")(function*(
  name: string,
  supplied: ReadonlyArray<string>,
  source: string | undefined
) {
  const found = RuleSets.find(name) ?? (yield* fromFile(name))
  let ruleSet: RuleSet.RuleSet = found
  for (const each of supplied) ruleSet = yield* supply(ruleSet, each, source)
  return ruleSet
})

const refused = (...lines: ReadonlyArray<string>) => Effect.fail(new CommandFailed({ code: codes.refused, lines }))

const fromFile = Effect.fn("RuleSetSource.fromFile")(function*(path: string) {
  if (!/\.json$/i.test(path)) {
    return yield* refused(`${path}: no such rule set. Known: ${RuleSets.all.map(({ id }) => id).join(", ")}; or give a .json file.`)
  }
  const text = yield* Effect.tryPromise({
    try: () => readFile(path, "utf8"),
    catch: (error) => new CommandFailed({ code: codes.refused, lines: [`${path}: ${reasonOf(error)}`] })
  })
  const parsed = yield* Effect.try({
    try: (): unknown => JSON.parse(text),
    catch: () => new CommandFailed({ code: codes.refused, lines: [`${path}: not JSON. A rule set is one JSON object; begin from "timbang rules show cpns-2024 --format json".`] })
  })
  const decoded = RuleSetSchema.decode(parsed)
  if (Result.isFailure(decoded)) {
    return yield* refused(...decoded.failure.places.map(({ expected, path: place }) => `${path}: ${place === "" ? "(root)" : place}: ${expected}`))
  }
  const accepted = RuleSetFaults.accept(decoded.success)
  return Result.isFailure(accepted) ? yield* refused(...accepted.failure.message.split("\n").map((line) => `${path}: ${line}`)) : accepted.success
})

const supply = (ruleSet: RuleSet.RuleSet, each: string, source: string | undefined) => {
  const at = each.indexOf("=")
  if (at < 1) return refused(`--supply ${each}: write PATH=VALUE, such as thresholds.groups.umum.minimums.teknis=235`)
  if (source === undefined) return refused("--supply needs --supply-source: the decree or announcement that sets the value")
  const text = each.slice(at + 1)
  const value = /^-?\d+$/.test(text) ? Number(text) : text
  const supplied = Supply.supply(ruleSet, each.slice(0, at), value, { instrument: source, confidence: "host" })
  return Result.isFailure(supplied) ? refused(supplied.failure.message) : Effect.succeed(supplied.success)
}

const reasonOf = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code === "ENOENT" ? "there is no such file" : String((error as Error).message)
