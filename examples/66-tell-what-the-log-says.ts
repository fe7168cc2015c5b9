/**
 * From the start of a session to the last day of objections: what people are told, each once, from the score feed, from the public log, and from a
 * reminder that waits for its day. The last day is extended on the way, and the reminder of the old one is never sent.
 *
 * Run: node examples/66-tell-what-the-log-says.ts
 */
import { Disclosure, type Entry } from "@timbang/core/publication"
import { Cohort, Explanation, Selection, Specimen } from "@timbang/core/selection"
import { Notices } from "@timbang/language"
import { Primitives, SecretKey } from "@timbang/signing"
import { LogAnnouncer, Outbox, Publication, SendingPolicy } from "@timbang/workflows"
import { Journal, Notifier, Salts, Signer, Sources, TileStore, Vault } from "@timbang/workflows/ports"
import { Effect, Layer, Result, Stream } from "effect"

const { formation, ruleSet } = Specimen
const people = ["26-0001", "26-0002"]
const cohort = Result.getOrThrow(Cohort.fromRows(ruleSet, [formation], [
  { participant: "26-0001", formation: "F1", scores: { knowledge: 198, attitude: 200, practice: "51.0" } },
  { participant: "26-0002", formation: "F1", scores: { knowledge: 198, attitude: 200, practice: "70.8" } }
]))
const correction = { _tag: "Corrected", participant: "26-0001", component: "knowledge", from: "198", to: "196", at: "2026-11-20", basis: "Surat B/1/2026" } as const
const selection = Result.getOrThrow(Selection.run(ruleSet, [formation], cohort, [correction]))
const round: Publication.Round = { ruleSet, formations: [formation], engine: "timbang 0.1.0", options: {}, cohort, selection }
const words = { specificCategories: [], generalCategory: "khusus", healthCodes: {}, privateRungs: {}, identities: [] }
const means: Publication.Means = { primitives: Primitives.portable, policy: Disclosure.protectedCategories(words) }
const feed = Sources.layerScores([{ _tag: "SessionOpened", stage: "written", session: "1", cursor: "1" }])
const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns-2026", "ed25519", Uint8Array.from({ length: 32 }, (_, at) => at)))

const actor = { id: "pesan", role: "sender", unit: "bkpsdm" }
const head = { selection: "Seleksi CPNS 2026", office: "BKPSDM Kota Contoh", site: "https://seleksi.kota.example" }
const letter = (key: string, person: string, notice: Notices.Notice): Outbox.Notice => ({ ...Notices.letter(notice, head, "id"), key, person, about: notice._tag })
const titleOf = (component: string) => ruleSet.components.find(({ id }) => id === component)?.title ?? component
const numeral = (entry: Entry.Score, component: string) => String(entry.scores[component])

/** What an entry of the log says to whom; the keys come from its place. */
const noticesOf: LogAnnouncer.Options["noticesOf"] = (entry, index, log) => {
  switch (entry.kind) {
    case "score": {
      const scores = Object.keys(entry.scores).map((component) => ({ title: titleOf(component), points: numeral(entry, component) }))
      return [letter(`log/${index}`, entry.participant, { _tag: "ScoreLogged", participant: entry.participant, stage: entry.stage, scores, entry: index })]
    }
    case "correction": {
      const [old, { by }] = [log[entry.replaces], entry]
      if (old?.kind !== "score" || by?.kind !== "score") return []
      const changed = Object.keys(by.scores).filter((component) => numeral(old, component) !== numeral(by, component))
      return changed.map((component) => letter(`log/${index}/${component}`, by.participant, {
        _tag: "Corrected", participant: by.participant, component: titleOf(component), from: numeral(old, component), to: numeral(by, component), at: correction.at, basis: correction.basis
      }))
    }
    case "result":
      return [letter(`log/${index}`, entry.participant, { _tag: "Result", explanation: Explanation.explain(selection, cohort.participant.indexOf(entry.participant)), objectUntil: "2026-12-04" })]
    default:
      return []
  }
}

/** The day before the last one, at 08.00 WIB. */
const dayBefore = (until: string) => Date.parse(`${until}T08:00:00+07:00`) - 86_400_000
const closing = (person: string, until: string): Outbox.Notice => ({
  ...letter(`closing/objection/${until}/${person}`, person, { _tag: "WindowClosing", window: "objection", until, where: "SSCASN" }),
  matter: "closing/objection",
  notBefore: dayBefore(until)
})

const delivered: Array<Notifier.Message> = []
const program = Effect.gen(function*() {
  const vault = yield* Vault.Vault
  for (const person of people) {
    yield* vault.write({ actor, purpose: "registration" }, [{ subject: person, part: "contact/memory", value: new TextEncoder().encode(`${person}@kota.example`) }])
  }
  const { quiet: _, ...policy } = SendingPolicy.standard
  const outbox = yield* Outbox.make({ actor, policy })
  const telling = LogAnnouncer.catchUp(outbox, { actor, name: "cpns-2026", primitives: Primitives.portable, noticesOf })

  const { events } = yield* Sources.ScoreFeed
  yield* Stream.runForEach(events(), (event) =>
    event._tag !== "SessionOpened" ? Effect.void : Effect.forEach(people, (person) =>
      outbox.post(actor, letter(`session/${event.stage}/${event.session}/${person}`, person, { _tag: "SessionOpened", stage: event.stage, session: event.session, at: "2026-11-18 08.00 WIB" }))))

  for (const phase of ["rules", "registrations", "scores", "results"] as const) {
    yield* Publication.publish(means, round, phase)
    console.log(`${phase}: ${yield* telling} new messages, told again ${yield* telling}`)
  }
  for (const until of ["2126-12-04", "2126-12-11"]) {
    for (const person of people) yield* outbox.post(actor, closing(person, until))
  }
  yield* outbox.sendDue
  for (const { subject, text, to } of delivered.filter(({ to }) => to.startsWith("26-0001"))) console.log(`\n${to}: ${subject}\n${text.split("\n\n")[0]}`)
  console.log()
  for (const { key, standing } of [...(yield* outbox.standings).values()].filter(({ about }) => about === "WindowClosing")) {
    console.log(`${key}: ${standing._tag === "Dead" ? standing.cause : standing._tag}`)
  }
})

const ports = Layer.mergeAll(Journal.layerMemory, Vault.layerMemory, Notifier.layerMemory(delivered), Salts.layerMemory, TileStore.layerMemory, Signer.layer(key.verifier, (text) => SecretKey.sign(key, text)), feed)
await Effect.runPromise(Effect.provide(program, ports))
