/**
 * Compares two selections over the same people: who gains, who loses, and at which step they part.
 *
 * @since 0.1.0
 */
import { byText } from "../internal/Order.ts"
import * as Explanation from "./Explanation.ts"
import * as LastList from "./LastList.ts"
import * as Outcome from "./Outcome.ts"
import type { Selection } from "./Selection.ts"

// --- models ---

/**
 * Where somebody stands in one of the two selections.
 *
 * @category models
 * @since 0.1.0
 */
export interface Position {
  readonly outcome: Outcome.Outcome
  readonly code: string
  /** Rank in the last list made, in that of the own group; `undefined` for somebody not ranked. */
  readonly rank: number | undefined
  /** Final score in units of its last decimal; `undefined` where there is none. */
  readonly final: number | undefined
  /** Identifier of the formation of the seat. */
  readonly seat: string | undefined
}

/**
 * Somebody whose position differs.
 *
 * @category models
 * @since 0.1.0
 */
export interface Move {
  readonly participant: string
  readonly formation: string
  readonly before: Position
  readonly after: Position
  /** Whether a further stage is reached, lost, or the same stage is reached in another way. */
  readonly direction: "gains" | "loses" | "same-stage"
  /**
   * The first thing that differs: a component or step by its identifier, `minimum:` with what it is of, `event`, `filling`,
   * `code` when the same position is only printed otherwise, or `others` when nothing of the person's own changed.
   */
  readonly step: string
}

/**
 * All that differs, and who is on one side only.
 *
 * @category models
 * @since 0.1.0
 */
export interface Comparison {
  readonly moves: ReadonlyArray<Move>
  readonly unchanged: number
  readonly onlyBefore: ReadonlyArray<string>
  readonly onlyAfter: ReadonlyArray<string>
}

// --- operations ---

/**
 * Lists everybody whose outcome, code, rank, final score or seat differs, in the order of their numbers.
 *
 * **Example** (A correction moves two people)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Cohort, Comparison, Selection, Specimen } from "@timbang/core/selection"
 * const row = (participant: string, practice: string) => ({ participant, formation: "F1", scores: { knowledge: 198, attitude: 200, practice } })
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], [row("24-1", "51.0"), row("24-2", "70.8")]))
 * const run = (events: Parameters<typeof Selection.run>[3]) => Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, events))
 * const corrected = { _tag: "Corrected", participant: "24-1", component: "practice", from: "51.0", to: "71.0", at: "2024-12-20", basis: "Objection 7" } as const
 * const compared = Comparison.compare(run([]), run([corrected]))
 * compared.moves.map(({ direction, participant, step }) => [participant, direction, step]) // => [["24-1", "gains", "practice"], ["24-2", "loses", "others"]]
 * ```
 *
 * @category comparing
 * @since 0.1.0
 */
export const compare = (before: Selection, after: Selection): Comparison => {
  const rowAfter = new Map(after.cohort.participant.map((participant, row) => [participant, row]))
  const moves: Array<Move> = []
  const onlyBefore: Array<string> = []
  let unchanged = 0
  for (let row = 0; row < before.cohort.size; row++) {
    const participant = before.cohort.participant[row]!
    const other = rowAfter.get(participant)
    if (other === undefined) {
      onlyBefore.push(participant)
      continue
    }
    rowAfter.delete(participant)
    if (isSame(before, row, after, other)) {
      unchanged++
      continue
    }
    const from = positionOf(before, row)
    const to = positionOf(after, other)
    const step = level(to.outcome) - level(from.outcome)
    moves.push({
      participant,
      formation: before.formations[before.cohort.formation[row]!]!.formation,
      before: from,
      after: to,
      direction: step > 0 ? "gains" : step < 0 ? "loses" : "same-stage",
      step: firstDifference(before, row, after, other)
    })
  }
  return {
    moves: moves.sort((a, b) => byText(a.participant, b.participant)),
    unchanged,
    onlyBefore: onlyBefore.sort(byText),
    onlyAfter: [...rowAfter.keys()].sort(byText)
  }
}

/**
 * The position of one row.
 *
 * **Example** (The only participant)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Cohort, Comparison, Selection, Specimen } from "@timbang/core/selection"
 * const rows = [{ participant: "24-1", formation: "F1", scores: { knowledge: 198, attitude: 200, practice: 51 } }]
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], rows))
 * const made = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * Comparison.positionOf(made, 0) // => { outcome: "selected", code: "selected", rank: 1, final: 59546, seat: "F1" }
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const positionOf = (selection: Selection, row: number): Position => {
  const { formations, ruleSet, seat, values } = selection
  const outcome = Outcome.tags[selection.outcome[row]!]!
  const rank = LastList.rankOf(selection, row)
  const score = values[ruleSet.ranking.final]?.[row] ?? -1
  return {
    outcome,
    code: Outcome.codeOf(ruleSet.codes, outcome, Explanation.aboutRow(selection, row)),
    rank: rank === 0 ? undefined : rank,
    final: score < 0 ? undefined : score,
    seat: formations[seat[row]!]?.formation
  }
}

const isSame = (before: Selection, row: number, after: Selection, other: number): boolean => {
  const from = positionOf(before, row)
  const to = positionOf(after, other)
  return from.outcome === to.outcome && from.code === to.code && from.rank === to.rank && from.final === to.final && from.seat === to.seat
}

/** How far an outcome reaches: excluded, below a minimum, outside the shortlist, on it, seated. */
const level = (outcome: Outcome.Outcome): number => {
  switch (outcome) {
    case "selected":
    case "selected-by-filling":
      return 4
    case "undecided":
    case "not-selected":
    case "advanced":
    case "advanced-second-group":
      return 3
    case "outside-shortlist":
      return 2
    case "below-threshold":
      return 1
    default:
      return 0
  }
}

const firstDifference = (before: Selection, row: number, after: Selection, other: number): string => {
  const ids = [...before.ruleSet.components, ...before.ruleSet.steps].map(({ id }) => id)
  const component = before.ruleSet.components.find(({ id }) => before.cohort.scores[id]?.[row] !== after.cohort.scores[id]?.[other])
  if (component !== undefined) return component.id
  const cells = [before.cohort.formation[row]!, after.cohort.formation[other]!] as const
  for (const { of } of [...before.plan.thresholds.checks, ...after.plan.thresholds.checks]) {
    if (limitOf(before, cells[0], of) !== limitOf(after, cells[1], of)) return `minimum:${of}`
  }
  const step = ids.find((id) => before.values[id] !== undefined && after.values[id] !== undefined &&
    before.values[id][row] !== after.values[id][other])
  if (step !== undefined) return step
  if (isExcluded(before, row) !== isExcluded(after, other)) return "event"
  if (filledBy(before, row) !== filledBy(after, other)) return "filling"
  const [from, to] = [positionOf(before, row), positionOf(after, other)]
  const isOnlyCode = (["outcome", "rank", "final", "seat"] as const).every((key) => from[key] === to[key])
  return isOnlyCode ? "code" : "others"
}

/** The filling pass that seated a row, by its identifier. */
const filledBy = ({ pass, ruleSet }: Selection, row: number): string | undefined => ruleSet.filling?.passes[(pass[row] ?? 0) - 1]?.id

const limitOf = ({ plan }: Selection, cell: number, of: string): number =>
  plan.thresholds.checks.find((check) => check.of === of)?.minimums[plan.thresholds.groupOf[cell]!] ?? -1

const isExcluded = (selection: Selection, row: number): boolean => level(Outcome.tags[selection.outcome[row]!]!) === 0
