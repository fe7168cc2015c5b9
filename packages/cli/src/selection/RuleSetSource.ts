/**
 * Finds the rule set a command names: one of the library, or a JSON file of the host.
 *
 * @since 0.1.0
 */
import { readFile } from "node:fs/promises"
import { RuleSetFaults, RuleSetSchema, type RuleSet } from "@timbang/core/selection"
import { RuleSetProblems, type Sentences } from "@timbang/language"
import { RuleSets, Supply } from "@timbang/regulations"
import { Effect, Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"

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
  for (const each of supplied) ruleSet = yield* supply(ruleSet, each, source, lang)
  return ruleSet
})

const refused = (...lines: ReadonlyArray<string>) => Effect.fail(new CommandFailed({ code: codes.refused, lines }))

const fromFile = Effect.fn("RuleSetSource.fromFile")(function*(path: string, lang: Sentences.Language) {
  const say = (id: string, en: string) => lang === "id" ? id : en
  if (!/\.json$/i.test(path)) {
    const known = RuleSets.all.map(({ id }) => id).join(", ")
    return yield* refused(say(
      `${path}: tidak ada aturan itu. Yang ada: ${known}; atau berikan berkas .json.`,
      `${path}: no such rule set. Known: ${known}; or give a .json file.`
    ))
  }
  const text = yield* Effect.tryPromise({
    try: () => readFile(path, "utf8"),
    catch: () => new CommandFailed({ code: codes.refused, lines: [say(`${path}: berkas tidak dapat dibaca. Periksa nama dan haknya.`, `${path}: the file cannot be read. Check its name and rights.`)] })
  })
  const parsed = yield* Effect.try({
    try: (): unknown => JSON.parse(text),
    catch: () => new CommandFailed({
      code: codes.refused,
      lines: [say(
        `${path}: bukan JSON. Mulailah dari "timbang rules show cpns-2024 --format json".`,
        `${path}: not JSON. Begin from "timbang rules show cpns-2024 --format json".`
      )]
    })
  })
  const accepted = Result.flatMap(RuleSetSchema.decode(parsed), RuleSetFaults.accept)
  return Result.isSuccess(accepted)
    ? accepted.success
    : yield* refused(...RuleSetProblems.lines(accepted.failure, lang).map((line) => `${path}: ${line}`))
})

const supply = (ruleSet: RuleSet.RuleSet, each: string, source: string | undefined, lang: Sentences.Language) => {
  const at = each.indexOf("=")
  if (at < 1) {
    const example = "thresholds.groups.umum.minimums.teknis=235"
    return refused(lang === "id" ? `--supply ${each}: tulis LETAK=ANGKA, misalnya ${example}` : `--supply ${each}: write PATH=VALUE, such as ${example}`)
  }
  if (source === undefined) {
    return refused(
      lang === "id"
        ? "--supply memerlukan --supply-source: keputusan atau pengumuman yang menetapkan angka itu"
        : "--supply needs --supply-source: the decree or announcement that sets the value"
    )
  }
  const text = each.slice(at + 1)
  const value = /^-?\d+$/.test(text) ? Number(text) : text
  const supplied = Supply.supply(ruleSet, each.slice(0, at), value, { instrument: source, confidence: "host" })
  return Result.isFailure(supplied) ? refused(...RuleSetProblems.lines(supplied.failure, lang)) : Effect.succeed(supplied.success)
}
