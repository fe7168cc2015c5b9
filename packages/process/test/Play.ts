/**
 * A round played without a journal: signals of people, steps that answer at once, and a clock that is set.
 */
import { type Fact, Next, Recruitment, Signal, Specimen, type Stage, type State } from "@timbang/process"
import type { Actor } from "@timbang/workflows"
import { Result } from "effect"

const { approver, digest, drafter, runner } = Specimen

export const published: Fact.Published = {
  root: digest,
  appointees: [
    { participant: "24-1", formation: "F1", isMoved: false },
    { participant: "24-2", formation: "F2", isMoved: true }
  ],
  reserves: [{ formation: "F1", participants: ["24-3", "24-4"] }, { formation: "F2", participants: [] }]
}

export const day = (text: string, hourUtc = 3): number => Date.parse(`${text}T00:00:00Z`) + hourUtc * 3_600_000

export class Play {
  readonly facts: Array<Recruitment.Recorded> = []
  state: State.State | undefined
  now = day("2024-08-15")
  private count = 0

  /** Takes the signal, or answers why not. */
  send(signal: Signal.Signal, actor: Actor.Actor = drafter): Signal.Problem | undefined {
    const decided = Signal.decide(this.state, signal, actor, this.now)
    if (Result.isFailure(decided)) return decided.failure.problem
    for (const fact of decided.success) this.record(fact, actor)
    this.work()
    return undefined
  }

  /** Enters and approves; answers the first refusal. */
  settle(subject: Fact.Subject): Signal.Problem | undefined {
    const id = `p${++this.count}`
    return this.send({ _tag: "Propose", id, subject }) ?? this.send({ _tag: "Approve", id }, approver)
  }

  decide(decision: Stage.Decision): Signal.Problem | undefined {
    return this.settle({ _tag: "Decide", decision, digest })
  }

  /** Moves the clock and lets what has passed pass. */
  until(text: string): this {
    this.now = day(text)
    for (const fact of Recruitment.passed(this.state!, this.now, runner)) this.record(fact, runner)
    this.work()
    return this
  }

  start(plan = Specimen.plan): this {
    this.send({ _tag: "Start", plan })
    return this
  }

  /** From the start to the final result of 2024-12-20, with what is done on the way. */
  toPublication(plan = Specimen.plan): this {
    this.start(plan).decide("announcement")
    this.until("2024-09-11").decide("administrative-result")
    this.until("2024-10-01")
    for (const session of plan.sessions.first) this.settle({ _tag: "HoldSession", exam: "first", session, present: 4, absent: 0, digest })
    this.decide("shortlist")
    for (const session of plan.sessions.second) this.settle({ _tag: "HoldSession", exam: "second", session, present: 4, absent: 0, digest })
    this.now = day("2024-12-20")
    this.decide("publication")
    return this
  }

  get at(): string {
    const part = Recruitment.partOf(this.state!)
    return part === undefined ? "finished" : `${part.stage} ${part._tag}`
  }

  private record(fact: Fact.Fact, actor: Actor.Actor): void {
    this.facts.push({ fact, actor })
    this.state = Recruitment.fold(this.facts).at(-1)!
  }

  private work(): void {
    for (let next = Next.of(this.state!); next._tag === "Work"; next = Next.of(this.state!)) {
      const result = next.step.startsWith("publish") ? { digest, count: 2, published } : { digest, count: 4 }
      this.record({ _tag: "StepFinished", at: this.now, step: next.step, result }, runner)
    }
  }
}
