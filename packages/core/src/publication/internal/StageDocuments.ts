/** The documents under which a stage was decided: rules as its results name them, the others as last published before. */
import * as Result from "effect/Result"
import type { Formation } from "../../formation/Formation.ts"
import * as CanonicalJson from "../CanonicalJson.ts"
import type { Current } from "../Chronicle.ts"
import type * as Entry from "../Entry.ts"
import type { Canonicalizer } from "../Primitives.ts"
import * as RunDocuments from "../RunDocuments.ts"

export interface StageDocuments {
  readonly rules: Entry.Digest
  readonly ruleValue: CanonicalJson.Json
  readonly formations: ReadonlyArray<Formation>
  readonly choices: RunDocuments.Choices
  readonly facts: RunDocuments.PublicFacts
}

export const ofStage = (
  { document, primitives }: {
    readonly primitives: Canonicalizer
    readonly document: (digest: Entry.Digest) => Uint8Array | undefined
  },
  entries: ReadonlyArray<Entry.Entry | undefined>,
  results: ReadonlyArray<Current<Entry.ResultEntry>>,
  factsDigest: Entry.Digest | undefined
): StageDocuments | undefined => {
  const first = Math.min(...results.map(({ index }) => index))
  const value = (digest: Entry.Digest | undefined): CanonicalJson.Json | undefined => {
    const bytes = digest === undefined ? undefined : document(digest)
    const found = bytes === undefined ? undefined : CanonicalJson.decode(primitives, bytes)
    return found !== undefined && Result.isSuccess(found) ? found.success : undefined
  }
  const last = (isIt: (entry: Entry.Entry) => boolean): Entry.Digest | undefined => {
    const found = entries.slice(0, first).reverse().find((entry) => entry !== undefined && isIt(entry))
    return found !== undefined && "digest" in found ? found.digest : undefined
  }
  const named = (name: string) => value(last((entry) => entry.kind === "document" && entry.name === name))
  const rules = [...new Set(results.map(({ entry }) => entry.rules))]
  const ruleValue = rules.length === 1 ? value(rules[0]) : undefined
  const formations = read(value(last(({ kind }) => kind === "formations")), RunDocuments.readFormations)
  const choices = read(named(RunDocuments.names.choices), RunDocuments.readChoices)
  const facts = read(value(factsDigest), RunDocuments.readFacts)
  return ruleValue === undefined || formations === undefined || choices === undefined || facts === undefined
    ? undefined
    : { rules: rules[0]!, ruleValue, formations, choices, facts }
}

const read = <A>(
  value: CanonicalJson.Json | undefined,
  readValue: (value: CanonicalJson.Json) => A | undefined
): A | undefined => value === undefined ? undefined : readValue(value)
