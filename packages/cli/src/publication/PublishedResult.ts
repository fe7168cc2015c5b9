/**
 * The published result of a selection, read from its log and held against the folder of the selection.
 *
 * @since 0.1.0
 */
import { CanonicalJson, Edition, Entry, RunDocuments, SignedCheckpoint } from "@timbang/core/publication"
import type { Published } from "@timbang/documents"
import { DocumentLines } from "@timbang/language/publication"
import type { Sentences } from "@timbang/language"
import { PublicRecord } from "@timbang/portal"
import { NodePrimitives } from "@timbang/signing/node"
import { Effect, Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import type { Loaded } from "../selection/RunFolder.ts"
import * as LogAudit from "./LogAudit.ts"
import * as LogFolder from "./LogFolder.ts"
import * as DisclosureWords from "../DisclosureWords.ts"

const { node } = NodePrimitives

const refused = (...lines: ReadonlyArray<string>) => Effect.fail(new CommandFailed({ code: codes.refused, lines }))

/** What the log says; refused where the selection at hand says otherwise of anybody. */
export const read: (
  path: string,
  loaded: Loaded,
  lang: Sentences.Language
) => Effect.Effect<Published.Published, CommandFailed> = Effect.fn("PublishedResult.read")(function*(path, { manifest, selection }, lang) {
  const says = DocumentLines.lines[lang]
  const folder = yield* LogFolder.read(path, lang)
  const { faults, notices } = LogAudit.run(folder, [], undefined)
  if (faults.length > 0) return yield* refused(says.logBroken(path, faults.length))
  const loaded = yield* Effect.promise(() => PublicRecord.load(node, (file) => Promise.resolve(folder.file(file))))
  if (Result.isFailure(loaded)) return yield* refused(says.logUnreadable(path, loaded.failure.path))
  const record = loaded.success
  const results = [...record.results.values()].flat()
  if (results.length === 0) return yield* refused(says.noResults(path))
  const checkpoint = Result.getOrThrow(SignedCheckpoint.read(record.note))
  const rules = results.at(-1)!.entry.rules
  const choices = record.entries.findLast((entry) => entry.kind === "document" && entry.name === RunDocuments.names.choices)
  const chosen = choices?.kind === "document" ? RunDocuments.readChoices(valueOf(folder.document(choices.digest))) : undefined
  if (record.ruleSet === undefined || chosen === undefined) return yield* refused(says.noRules(path))
  const policy = { name: chosen.disclosure, vocabulary: DisclosureWords.vocabularyOf(record.ruleSet) }
  const logged = new Map(results.map(({ entry }) => [entry.participant, entry]))
  const differing = selection.cohort.participant.filter((participant, row) => {
    const made = Edition.resultOf(policy, selection, row, rules)
    const entry = logged.get(participant)
    logged.delete(participant)
    return Result.isFailure(made) || entry === undefined || !isSame(made.success.entry, entry)
  })
  const others = [...differing, ...logged.keys()].sort()
  if (others.length > 0) return yield* refused(says.differs(others.slice(0, 10).join(", "), others.length))
  const published: Published.Published = {
    origin: record.origin,
    size: record.size,
    root: Buffer.from(checkpoint.root).toString("base64"),
    words: record.words,
    note: record.note,
    ruleSet: record.ruleSet,
    rules,
    formations: record.formations,
    results: new Map([...record.results].map(([formation, list]) => [
      formation,
      list.map(({ entry }) => ({ entry, outcome: PublicRecord.outcomeOf(record.ruleSet, entry) }))
    ])),
    stage: manifest.stage,
    standing: manifest.standing,
    unverified: manifest.warnings.length,
    isOrderAttested: !notices.some(({ _tag }) => _tag === "OrderNotAttested")
  }
  return published
})

/** Whether two results are the same but for their commitments, which only the log has. */
const isSame = (made: Entry.ResultEntry, logged: Entry.ResultEntry): boolean => {
  const { commitments } = logged
  return node.canonicalize({ ...made, ...(commitments === undefined ? {} : { commitments }) }) === node.canonicalize(logged)
}

const valueOf = (bytes: Uint8Array | undefined): CanonicalJson.Json =>
  bytes === undefined ? null : Result.getOrElse(CanonicalJson.decode(node, bytes), () => null)
