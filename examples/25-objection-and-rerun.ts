// An objection, from filing to the new announcement: a score sheet was misread, and the correction moves two people.
// Run: node examples/25-objection-and-rerun.ts
import { Cohort, type Event, Objection, Rerun, Selection } from "@timbang/core/selection"
import { Moves, Objections } from "@timbang/language"
import { RuleSets } from "@timbang/regulations"
import { Result } from "effect"

const ruleSet = RuleSets.cpns2024
const formation = {
  formation: "F1",
  position: "Penata Jalan",
  education: "S-1",
  location: "Dinas PUPR",
  category: "umum",
  seats: 1
}
const person = (participant: string, skb: string) => ({
  participant,
  formation: "F1",
  scores: { twk: 100, tiu: 120, tkp: 180, skb }
})
const people = [person("24-1", "64.500"), person("24-2", "70.250"), person("24-3", "60.000")]
const cohort = Result.getOrThrow(Cohort.fromRows(ruleSet, [formation], people))
const before = Result.getOrThrow(Selection.run(ruleSet, [formation], cohort, []))

const objection: Objection.Objection = {
  id: "7",
  kind: "own",
  stage: "final",
  by: "24-1",
  about: "24-1",
  direction: "in-favour",
  grounds: "SKB score of 24-1 differs from the certificate",
  filedOn: "2025-01-08"
}
const filed = Result.getOrThrow(Objection.file(objection, { ruleSet, announcedOn: "2025-01-06", earlier: [] }))
const late = Objection.file({ ...objection, filedOn: "2025-01-10" }, {
  ruleSet,
  announcedOn: "2025-01-06",
  earlier: []
})
if (Result.isFailure(late) && late.failure._tag === "ObjectionRefused") console.log(Objections.refusal(late.failure, "id"))
console.log(Objections.filed(objection, "id"))

const correction: Event.Corrected = {
  _tag: "Corrected",
  participant: "24-1",
  component: "skb",
  from: "64.500",
  to: "74.500",
  at: "2025-01-13",
  basis: ""
}
const moves: ReadonlyArray<Objection.Move> = [
  { _tag: "Answer", isAccepted: true, reason: "the certificate is right", at: "2025-01-09" },
  { _tag: "AskApproval", at: "2025-01-10" },
  { _tag: "Approve", letter: "Panselnas 12/2025", event: correction, at: "2025-01-13" },
  { _tag: "AnnounceAgain", at: "2025-01-15" }
]
let current = filed
const events: Array<Event.Event> = []
for (const move of moves) {
  current = Result.getOrThrow(Objection.move(current.case, move))
  events.push(...current.tasks.flatMap((task) => task._tag === "Rerun" ? [task.event] : []))
  console.log(Objections.state(current.case.state, "id"))
  for (const task of current.tasks) console.log(`  ${Objections.task(task, "id")}`)
}

const { comparison } = Result.getOrThrow(Rerun.rerun(before, events))
for (const move of comparison.moves) console.log(Moves.line(move, "id", 3))
console.log(Moves.summary(comparison, "id"))
