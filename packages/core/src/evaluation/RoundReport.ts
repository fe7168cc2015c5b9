/**
 * How efficient the round was, and how far people trust it: days, seats, rupiah, receipts, objections, three questions.
 *
 * @since 0.1.0
 */
import { Day } from "../law/index.ts"
import { Fraction, Interval, Rounding, Undefined } from "../number/index.ts"

// --- models ---

/**
 * One stage of the round as it went.
 *
 * @category models
 * @since 0.1.0
 */
export interface StageDates {
  readonly stage: string
  readonly from: Day.Day
  /** Last day, included. Absent while the stage goes on. */
  readonly until?: Day.Day
  /** Last day of the published schedule. */
  readonly plannedUntil?: Day.Day
}

/**
 * Posts of one kind of need, or of any other grouping of cells.
 *
 * @category models
 * @since 0.1.0
 */
export interface Seats {
  readonly group: string
  /** Unit: posts. */
  readonly opened: number
  /** Unit: people who were given a post. */
  readonly filled: number
  /** Of those, who resigned before or after appointment (mengundurkan diri). Unit: people. */
  readonly resigned: number
}

/**
 * Personnel spending and all spending of one year. Unit: rupiah, whole.
 *
 * @category models
 * @since 0.1.0
 */
export interface Spending {
  readonly year: number
  readonly personnel: bigint
  readonly total: bigint
}

/**
 * One objection (sanggah), without the person.
 *
 * @category models
 * @since 0.1.0
 */
export interface Objection {
  readonly filed: Day.Day
  /** Last day on which an answer is in time, as the rule set of the round computes it. */
  readonly due: Day.Day
  readonly answered?: Day.Day
  readonly isAccepted?: boolean
}

/**
 * The three trust questions to all applicants, those who were not selected included.
 *
 * - `rules-were-known`: I knew the rules before the scores existed.
 * - `process-was-fair`: the selection treated me as it treated everyone.
 * - `result-is-trusted`: I believe that the result is right, whatever it is for me.
 *
 * @category models
 * @since 0.1.0
 */
export type TrustQuestion = "rules-were-known" | "process-was-fair" | "result-is-trusted"

/**
 * Every {@link TrustQuestion}.
 *
 * @category models
 * @since 0.1.0
 */
export const trustQuestions: ReadonlyArray<TrustQuestion> = [
  "rules-were-known",
  "process-was-fair",
  "result-is-trusted"
]

/**
 * Answers to one trust question. Unit: people.
 *
 * @category models
 * @since 0.1.0
 */
export interface TrustAnswers {
  readonly question: TrustQuestion
  readonly agree: number
  readonly answered: number
  readonly asked: number
}

/**
 * What a round leaves behind.
 *
 * @category models
 * @since 0.1.0
 */
export interface Facts {
  readonly round: string
  readonly stages: ReadonlyArray<StageDates>
  readonly seats: ReadonlyArray<Seats>
  /** Cost of the round by kind, such as exam venues. Unit: rupiah, whole. */
  readonly costs: ReadonlyArray<{ readonly kind: string; readonly rupiah: bigint }>
  readonly spendingBefore?: Spending
  readonly spendingAfter?: Spending
  /** Receipts handed out and how many were verified, as a count only: who verified is not recorded. */
  readonly receipts: { readonly issued: number; readonly verified: number }
  readonly objections: ReadonlyArray<Objection>
  readonly trust: ReadonlyArray<TrustAnswers>
}

/**
 * A share with its counts and its Wilson interval.
 *
 * @category models
 * @since 0.1.0
 */
export interface Share {
  readonly count: number
  readonly of: number
  readonly share: Fraction.Fraction | Undefined.Undefined
  readonly interval: Interval.Interval | Undefined.Undefined
}

/**
 * A stage with its length.
 *
 * @category models
 * @since 0.1.0
 */
export interface StageDays extends StageDates {
  /** First and last day included. Unit: days. */
  readonly days: number | Undefined.Undefined
  /** Days after the planned end; negative is early. Unit: days. */
  readonly late: number | Undefined.Undefined
}

/**
 * The report.
 *
 * @category models
 * @since 0.1.0
 */
export interface Report {
  readonly round: string
  readonly stages: ReadonlyArray<StageDays>
  /** From the first day of the first stage to the last day of the last. Unit: days. */
  readonly days: number | Undefined.Undefined
  readonly seats: ReadonlyArray<Seats & { readonly unfilled: Share; readonly resignedShare: Share }>
  readonly unfilled: Share
  readonly resigned: Share
  /** Unit: rupiah, whole. */
  readonly cost: bigint
  /** Cost by seats filled and not resigned, half-up to whole rupiah. */
  readonly costPerFilledSeat: bigint | Undefined.Undefined
  /** Personnel spending by all spending, exact. */
  readonly personnelBefore: Fraction.Fraction | Undefined.Undefined
  readonly personnelAfter: Fraction.Fraction | Undefined.Undefined
  readonly receiptsVerified: Share
  readonly objections: {
    readonly filed: number
    readonly answeredInTime: Share
    readonly answeredLate: number
    readonly open: number
    /** Of the answered ones. */
    readonly accepted: Share
  }
  readonly trust: ReadonlyArray<TrustAnswers & { readonly agreed: Share; readonly responded: Share }>
}

// --- operations ---

/**
 * Makes the report of a round.
 *
 * **Gotchas**
 *
 * Those who answer trust questions choose themselves, so the interval covers chance and nothing else; the share who
 * answered stands beside it. A resigned seat counts as filled once and as resigned; the cost falls on the seats that
 * stayed.
 *
 * **Example** (Ten seats, eight filled, one resigned, 70 million rupiah)
 *
 * ```ts
 * import { RoundReport } from "@timbang/core/evaluation"
 * const seats = [{ group: "umum", opened: 10, filled: 8, resigned: 1 }]
 * const facts = { round: "cpns-2024", stages: [], seats, costs: [{ kind: "exam", rupiah: 70_000_000n }], receipts: { issued: 0, verified: 0 }, objections: [], trust: [] }
 * const report = RoundReport.make(facts)
 * [report.unfilled.count, report.costPerFilledSeat] // => [2, 10000000n]
 * ```
 *
 * @category reporting
 * @since 0.1.0
 */
export const make = (facts: Facts, level = 0.95): Report => {
  const seats = facts.seats.map((one) => ({
    ...one,
    unfilled: shareOf(one.opened - one.filled, one.opened, level),
    resignedShare: shareOf(one.resigned, one.filled, level)
  }))
  const [opened, filled, resigned] = (["opened", "filled", "resigned"] as const).map((field) =>
    facts.seats.reduce((sum, one) => sum + one[field], 0)
  ) as [number, number, number]
  const cost = facts.costs.reduce((sum, { rupiah }) => sum + rupiah, 0n)
  const stayed = BigInt(filled - resigned)
  return {
    round: facts.round,
    stages: facts.stages.map(daysOf),
    days: wholeLength(facts.stages),
    seats,
    unfilled: shareOf(opened - filled, opened, level),
    resigned: shareOf(resigned, filled, level),
    cost,
    costPerFilledSeat: stayed > 0n
      ? Rounding.divideBig(cost, stayed, "half-up")
      : Undefined.because("cost per filled seat", "not-positive", { found: Number(stayed), needed: 1 }),
    personnelBefore: personnelRatio(facts.spendingBefore),
    personnelAfter: personnelRatio(facts.spendingAfter),
    receiptsVerified: shareOf(facts.receipts.verified, facts.receipts.issued, level),
    objections: objectionsOf(facts.objections, level),
    trust: facts.trust.map((one) => ({
      ...one,
      agreed: shareOf(one.agree, one.answered, level),
      responded: shareOf(one.answered, one.asked, level)
    }))
  }
}

const shareOf = (count: number, of: number, level: number): Share => ({
  count,
  of,
  share: of === 0
    ? Undefined.because("share", "no-values", { found: 0, needed: 1 })
    : count < 0 || count > of
    ? Undefined.because("share", "out-of-range", { found: count, needed: of })
    : Fraction.make(count, of),
  interval: Interval.wilson(count, of, level)
})

const daysOf = (stage: StageDates): StageDays => {
  const { from, plannedUntil, until } = stage
  const goesOn = Undefined.because(`days of ${stage.stage}`, "missing-values")
  const unplanned = Undefined.because(`planned end of ${stage.stage}`, "missing-values")
  const end = until === undefined ? undefined : Day.toNumber(until)
  return {
    ...stage,
    days: end === undefined ? goesOn : end - Day.toNumber(from) + 1,
    late: end === undefined ? goesOn : plannedUntil === undefined ? unplanned : end - Day.toNumber(plannedUntil)
  }
}

const wholeLength = (stages: ReadonlyArray<StageDates>): number | Undefined.Undefined => {
  if (stages.length === 0) return Undefined.because("days of the round", "no-values", { found: 0, needed: 1 })
  const ends = stages.flatMap(({ until }) => (until === undefined ? [] : [Day.toNumber(until)]))
  if (ends.length < stages.length) return Undefined.because("days of the round", "missing-values")
  return Math.max(...ends) - Math.min(...stages.map(({ from }) => Day.toNumber(from))) + 1
}

const personnelRatio = (spending: Spending | undefined): Fraction.Fraction | Undefined.Undefined => {
  if (spending === undefined) return Undefined.because("personnel ratio", "missing-values")
  return spending.total > 0n
    ? Fraction.make(spending.personnel, spending.total)
    : Undefined.because("personnel ratio", "not-positive", { found: Number(spending.total) })
}

const objectionsOf = (objections: ReadonlyArray<Objection>, level: number): Report["objections"] => {
  const answered = objections.filter((one) => one.answered !== undefined)
  const inTime = answered.filter((one) => one.answered! <= one.due)
  const accepted = answered.filter(({ isAccepted }) => isAccepted === true)
  return {
    filed: objections.length,
    answeredInTime: shareOf(inTime.length, objections.length, level),
    answeredLate: answered.length - inTime.length,
    open: objections.length - answered.length,
    accepted: shareOf(accepted.length, answered.length, level)
  }
}
