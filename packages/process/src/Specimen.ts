/**
 * A small round for examples and tests.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "@timbang/core/law"
import type { Actor } from "@timbang/workflows"
import type * as Fact from "./Fact.ts"
import type * as Plan from "./Plan.ts"
import type * as Recruitment from "./Recruitment.ts"

/** Who enters. @category specimens @since 0.1.0 */
export const drafter: Actor.Actor = { id: "p.01", role: "panitia", unit: "bkpsdm" }

/** Who approves. @category specimens @since 0.1.0 */
export const approver: Actor.Actor = { id: "k.01", role: "ppk", unit: "setda" }

/** The program that runs a round. @category specimens @since 0.1.0 */
export const runner: Actor.Actor = { id: "timbang-process", role: "process", unit: "bkpsdm" }

const source: LegalSource.LegalSource = { instrument: "Surat Panselnas", confidence: "host" }

const days = (count: number, counting: "calendar" | "working" = "calendar") => ({ _tag: "Days", days: count, counting, source }) as const

/**
 * A plan with one session for each exam. The rule about withdrawals is made up; `@timbang/regulations` has the real ones.
 *
 * @category specimens
 * @since 0.1.0
 */
export const plan: Plan.Plan = {
  round: "cpns-2024",
  agency: "bkpsdm",
  timetable: {
    letter: { number: "5419/B-KS.04.01/SD/K/2024", day: "2024-08-14" },
    calendar: { zone: "WIB", restDays: [0, 6], holidays: [] },
    lengths: {
      registration: { _tag: "Until", day: "2024-09-10", source },
      "administrative-objection": days(3),
      "administrative-answer": days(7),
      "administrative-reannouncement": days(7),
      "final-objection": days(3),
      "final-answer": days(7),
      "final-reannouncement": days(7),
      drh: days(15, "working")
    }
  },
  sessions: { first: ["S1"], second: ["T1"] },
  objectionsPerPerson: { administrative: 1 },
  resignation: { bar: { amount: 1, unit: "rounds" }, source }
}

/** SHA-256 of nothing in particular. @category specimens @since 0.1.0 */
export const digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

/** The start of the round. @category specimens @since 0.1.0 */
export const started: Fact.Fact = { _tag: "Started", at: Date.UTC(2024, 7, 15, 2), plan }

/** The round, from its start to the approved announcement. @category specimens @since 0.1.0 */
export const announced: ReadonlyArray<Recruitment.Recorded> = [
  { fact: started, actor: drafter },
  { fact: { _tag: "Proposed", at: started.at, id: "P1", subject: { _tag: "Decide", decision: "announcement", digest } }, actor: drafter },
  { fact: { _tag: "Approved", at: started.at, id: "P1" }, actor: approver }
]
