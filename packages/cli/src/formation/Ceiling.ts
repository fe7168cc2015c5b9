/**
 * The posts that a budget bears under the cap of a day.
 *
 * @since 0.1.0
 */
import { Budget } from "@timbang/core/formation"
import type { Fault } from "@timbang/core/input"
import { type Day, LegalSource } from "@timbang/core/law"
import { Certainties, Formations, type Sentences } from "@timbang/language"
import { BudgetLaw } from "@timbang/regulations"
import { BudgetFile, type Table } from "@timbang/source-files"
import { Effect, Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as Input from "../Input.ts"
import * as LawInForce from "../LawInForce.ts"

// --- models ---

/** A ceiling with what it was made from. */
export interface Ceiling {
  readonly ceiling: Budget.Ceiling
  readonly budget: BudgetFile.BudgetRead
  /** For people, in the language asked for. */
  readonly lines: ReadonlyArray<string>
  /** For a manifest. */
  readonly record: unknown
}

// --- operations ---

/** Reads a budget and answers its ceiling, with the sentence for people and the law behind it. */
export const read: (
  input: Table.Input,
  day: Day.Day,
  whenAbove: Budget.WhenAbove,
  lang: Sentences.Language
) => Effect.Effect<Ceiling, CommandFailed | Fault.InputRefused> = Effect.fn("Ceiling.read")(function*(input, day, whenAbove, lang) {
  const { source, value: cap } = yield* LawInForce.at(BudgetLaw.personnelCap, day, lang)
  const budget = yield* BudgetFile.read(input, cap.excluded)
  const found = Budget.ceiling(budget.figures, cap, whenAbove)
  if (Result.isFailure(found)) return yield* refused(`${Input.nameOf(input)}: ${Formations.problem(found.failure, lang)}`)
  const ceiling = found.success
  const unverified = LegalSource.needsWarning(source) ? [Formations.unverified(`${LawInForce.nameOf(BudgetLaw.personnelCap, lang)} (${LegalSource.cite(source)})`, lang)] : []
  return {
    ceiling,
    budget,
    lines: [Certainties.ceiling(ceiling, LegalSource.cite(source), lang), ...unverified],
    record: { ...ceiling, ratio: `${ceiling.ratio.numerator}/${ceiling.ratio.denominator}`, figures: budget.figures, law: LegalSource.cite(source), on: day }
  }
})

const refused = (line: string) => Effect.fail(new CommandFailed({ code: codes.refused, lines: [line] }))
