/**
 * Runs a small round from the announcement to SPMT: the process on the embedded database, people who enter and approve, the
 * engine of the selection for the steps, and a clock whose days are set, so that months pass in a few seconds.
 *
 * Run: node examples/64-run-a-recruitment.ts
 */
import { Parameter } from "@timbang/core/law"
import { Disclosure, Edition, Entry, Log, MerkleTree, Stages } from "@timbang/core/publication"
import { Cohort, Outcome, Selection } from "@timbang/core/selection"
import { Calendar, type Fact, Next, type Plan, Rounds, type Signal, type Stage, Steps } from "@timbang/process"
import { ProcessNode } from "@timbang/process/node"
import { DisclosureLaw, ResignationLaw, RuleSets } from "@timbang/regulations"
import { NodePrimitives } from "@timbang/signing/node"
import { Embedded, JournalSql } from "@timbang/storage-sql"
import { Journal } from "@timbang/workflows/ports"
import { Clock, Effect, Layer, Result, Stream } from "effect"

const { node } = NodePrimitives
const bytesOf = (text: string) => new TextEncoder().encode(text)
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex")
const digestOf = (value: unknown) => hex(node.sha256(bytesOf(JSON.stringify(value))))

// The steps are the host's. Here they select by the rules of 2024 and publish into a log.
const ruleSet = RuleSets.cpns2024
const formations = [{ formation: "F1", position: "Penyuluh", education: "S-1", location: "Setda", category: "umum", seats: 2 }]
const row = (participant: string, tkp: number, skb: string) => ({ participant, formation: "F1", scores: { twk: 110, tiu: 140, tkp, skb }, gpa: "3.50" })
const people = [row("26-1", 190, "70"), row("26-2", 185, "80"), row("26-3", 195, "60"), row("26-4", 180, "58")]
const cohort = Result.getOrThrow(Cohort.fromRows(ruleSet, formations, people))
const select = (options: Selection.Options) => Result.getOrThrow(Selection.run(ruleSet, formations, cohort, [], options))

const publish = (): Fact.Published => {
  const selection = select({})
  const vocabulary = DisclosureLaw.vocabulary.values[0]!.value
  const means: Edition.Means = {
    primitives: node,
    policy: Disclosure.asOfficialLists(vocabulary),
    // Salts are drawn and kept in a vault; these are fixed so that the example prints the same each time.
    saltOf: (name) => node.sha256(bytesOf(`an example of ${name}`))
  }
  const log = Log.make("kota.example/cpns-2026")
  const add = (made: Result.Result<Edition.Step, Edition.EditionError>): void => {
    for (const entry of Result.getOrThrow(made).entries) Result.getOrThrow(Log.append(node, log, Result.getOrThrow(Entry.encode(node, entry))))
  }
  add(Edition.rules(means, { ruleSet, formations, options: {}, engine: "timbang 0.1.0" }))
  add(Edition.registrations(means, selection))
  for (const exam of Stages.examsOf(selection)) add(Edition.scores(means, selection, exam, log.tree.size))
  add(Edition.results(means, selection))
  const order = [...selection.final!.order].map((at) => ({ at, participant: selection.cohort.participant[at]! }))
  const isSelected = (at: number) => selection.seat[at]! >= 0
  return {
    root: hex(Result.getOrThrow(MerkleTree.root(node, log.tree))),
    appointees: order.filter(({ at }) => isSelected(at)).map(({ at, participant }) => ({
      participant,
      formation: "F1",
      isMoved: Outcome.tags[selection.outcome[at]!] === "selected-by-filling"
    })),
    reserves: [{ formation: "F1", participants: order.filter(({ at }) => !isSelected(at)).map(({ participant }) => participant) }]
  }
}

const answers: Record<Stage.Step, () => Fact.StepResult> = {
  "import-applicants": () => ({ digest: digestOf(people.map(({ participant }) => participant)), count: people.length }),
  shortlist: () => ({ digest: digestOf([...select({ stage: "skd" }).outcome]), count: people.length }),
  integration: () => ({ digest: digestOf([...select({}).final!.order]), count: people.length }),
  filling: () => ({ digest: digestOf([...select({}).seat]), count: people.length }),
  publish: () => ({ digest: digestOf("announcement"), count: people.length, published: publish() }),
  "publish-again": () => ({ digest: digestOf("announcement"), count: people.length, published: publish() })
}
const steps = Layer.succeed(Steps.Steps, Steps.Steps.of({ run: ({ step }) => Effect.sync(answers[step]) }))

// The timetable of the letter. Terms after announcements come from the regulation; the rest from the letter.
const letter = { number: "Panselnas 7/2026", day: "2026-03-01" }
const source = { instrument: "Surat Panselnas 7/2026", confidence: "host" } as const
const days = (count: number, counting: Calendar.Counting = "calendar") => ({ _tag: "Days", days: count, counting, source }) as const
const calendar: Calendar.Calendar = { zone: "WIB", restDays: [0, 6], holidays: [{ day: "2026-05-01", name: "Hari Buruh", source }] }
const plan: Plan.Plan = {
  round: "cpns-2026",
  agency: "Kota Contoh",
  timetable: {
    letter,
    calendar,
    lengths: {
      registration: { _tag: "Until", day: "2026-03-20", source },
      "administrative-objection": days(3),
      "administrative-answer": days(4),
      "administrative-reannouncement": days(7),
      "final-objection": days(3),
      "final-answer": days(7),
      "final-reannouncement": days(7),
      drh: days(10, "working")
    }
  },
  sessions: { first: ["SKD-1"], second: ["SKB-1"] },
  objectionsPerPerson: { administrative: 1 },
  resignation: Result.getOrThrow(Parameter.at(ResignationLaw.resignation, letter.day)).value
}

let today = "2026-03-02"
const now = () => Date.parse(`${today}T03:00:00Z`)
const clock = Layer.effect(Clock.Clock, Effect.map(Clock.Clock, (real): Clock.Clock => ({
  currentTimeMillisUnsafe: now,
  currentTimeMillis: Effect.sync(now),
  currentTimeNanosUnsafe: () => BigInt(now()) * 1_000_000n,
  currentTimeNanos: Effect.sync(() => BigInt(now()) * 1_000_000n),
  monotonicTimeNanosUnsafe: () => real.monotonicTimeNanosUnsafe(),
  monotonicTimeNanos: real.monotonicTimeNanos,
  sleep: (duration) => real.sleep(duration)
})))

const clerk = { id: "p.01", role: "panitia", unit: "bkpsdm" }
const head = { id: "k.01", role: "ppk", unit: "setda" }
const applicant = { id: "portal", role: "portal", unit: "bkpsdm" }

const program = Effect.gen(function*() {
  const rounds = yield* Rounds.Rounds
  const tell = (signal: Signal.Signal, actor = clerk) => rounds.signal(plan.round, signal, actor)
  let count = 0
  const decide = Effect.fnUntraced(function*(subject: Fact.Subject) {
    const id = `${++count}`
    yield* tell({ _tag: "Propose", id, subject })
    yield* tell({ _tag: "Approve", id }, head)
  })
  /** Moves the date and waits until the process has come to a part. */
  const on = Effect.fnUntraced(function*(day: string, stage: Stage.Stage) {
    today = day
    for (;;) {
      const state = (yield* rounds.read(plan.round))!
      const next = Next.of(state)
      if (next._tag === "Wait" && next.part.stage === stage && (next.deadlines[0]?.due ?? Infinity) > now()) return state
      yield* Effect.sleep(20)
    }
  })
  const announce = (decision: Stage.Decision) => decide({ _tag: "Decide", decision, digest: digestOf(decision) })
  const session = (exam: "first" | "second", name: string) =>
    decide({ _tag: "HoldSession", exam, session: name, present: 4, absent: 0, digest: digestOf(name) })

  yield* tell({ _tag: "Start", plan })
  yield* tell({ _tag: "Propose", id: "draft", subject: { _tag: "Decide", decision: "announcement", digest: digestOf("draft") } })
  const refused = yield* Effect.flip(tell({ _tag: "Approve", id: "draft" }))
  console.log(`${refused.message}\n`)
  yield* tell({ _tag: "Approve", id: "draft" }, head)

  yield* on("2026-03-25", "administrative-check")
  yield* announce("administrative-result")
  yield* tell({ _tag: "FileObjection", id: "A1", stage: "administrative", by: "26-9", about: "26-9" }, applicant)
  yield* on("2026-03-30", "administrative-objections")
  yield* decide({ _tag: "Answer", objection: "A1", isAccepted: false, digest: digestOf("answer") })
  yield* announce("administrative-reannouncement")
  yield* session("first", "SKD-1")
  yield* on("2026-03-30", "shortlist")
  today = "2026-04-06"
  yield* announce("shortlist")
  yield* session("second", "SKB-1")
  yield* on("2026-04-06", "publication")
  today = "2026-04-20"
  yield* announce("publication")
  yield* on("2026-04-20", "final-objections")
  today = "2026-04-21"
  yield* decide({ _tag: "Extend", term: "final-objection", until: "2026-04-24", letter: { number: "Panselnas 9/2026", day: "2026-04-21" } })
  yield* on("2026-04-25", "drh")
  yield* tell({ _tag: "SubmitDrh", participant: "26-2" }, applicant)
  yield* decide({ _tag: "Resign", participant: "26-1", letter: { number: "S-1", day: "2026-04-25" } })
  yield* decide({ _tag: "Replace", vacatedBy: "26-1", by: "26-3", drhUntil: "2026-05-08", letter: { number: "Panselnas 11/2026", day: "2026-04-28" } })
  yield* tell({ _tag: "SubmitDrh", participant: "26-3" }, applicant)
  const milestones = [["nip-proposed", "2026-05-11"], ["nip-issued", "2026-06-01"], ["decree", "2026-06-08"], ["duty", "2026-06-15"]] as const
  for (const [milestone, day] of milestones) {
    today = day
    yield* decide({ _tag: "Reach", milestone, participants: ["26-2", "26-3"], letter: { number: milestone, day } })
  }

  const entries = yield* Effect.flatMap(Journal.Journal, (journal) => Stream.runCollect(journal.read({ stream: Rounds.streamOf(plan.round) })))
  for (const { actor, body, kind } of entries) {
    const fact = JSON.parse(body) as { readonly at: number; readonly subject?: { readonly _tag: string }; readonly step?: string; readonly deadline?: string; readonly participant?: string; readonly id?: string }
    const what = [fact.subject?._tag, fact.step, fact.deadline, fact.participant, fact.id].filter((word) => word !== undefined).join(" ")
    console.log(`${Calendar.dayAt(calendar, fact.at)} ${actor.id.padEnd(15)} ${kind.slice("recruitment.".length).padEnd(15)} ${what}`)
  }
  const state = (yield* rounds.read(plan.round))!
  console.log(`\nroot ${state.results.get("publish")!.published!.root}`)
  for (const { came, left, milestone, participant } of state.people.values()) {
    const sanction = left?.sanction._tag === "Barred" ? `barred for ${left.sanction.bar.amount} ${left.sanction.bar.unit}, ${left.sanction.source.instrument}, ${left.sanction.source.provision}` : ""
    console.log(`${participant} ${milestone}${left === undefined ? "" : `, left: ${sanction}`}${came === undefined ? "" : `, instead of ${came.insteadOf}`}`)
  }
  console.log(Next.of(state)._tag)
})

const process = ProcessNode.layer({ actor: { id: "timbang-process", role: "process", unit: "bkpsdm" }, pollMillis: 50 })
await Effect.runPromise(Effect.provide(
  program,
  process.pipe(Layer.provide(steps), Layer.provideMerge(JournalSql.layer()), Layer.provide(Embedded.layer()), Layer.provideMerge(clock))
))
