/**
 * Words that stand for the answers of a survey: those of the law, and those that the form in hand adds or means otherwise.
 *
 * @since 0.1.0
 */
import { Fault } from "@timbang/core/input"
import { SurveyLaw } from "@timbang/regulations"
import { Column, ResponsesFile, Rows, Table } from "@timbang/source-files"
import { Effect } from "effect"
import * as Input from "../Input.ts"

// --- models ---

/** A word of a form, and the answer it stands for. */
export interface Word {
  readonly number: string
  readonly word: string
}

// --- operations ---

/** The words of a file; one that stands for two answers is refused. */
export const read: (input: Table.Input) => Effect.Effect<ReadonlyArray<Word>, Fault.InputRefused> = Effect.fn("AnswerWords.read")(function*(input: Table.Input) {
  const path = Input.nameOf(input)
  const table = yield* Table.read(input, ResponsesFile.words, { prefersSheet: "words" })
  const first = new Map<string, { readonly number: string; readonly row: number }>()
  const faults: Array<Fault.Fault> = []
  const words = Array.from(Rows.of(table, ResponsesFile.words), ({ cells, row }): Word => {
    const [number, word] = [String(cells.answer), cells.word!]
    const known = first.get(Column.plain(word))
    if (known === undefined) first.set(Column.plain(word), { number, row })
    else if (known.number !== number) faults.push({ _tag: "RowsDiffer", file: path, row, column: "answer", found: number, of: word, other: known.number, otherRow: known.row })
    return { number, word }
  })
  if (faults.length > 0) return yield* Effect.fail(new Fault.InputRefused({ file: path, faults, total: faults.length }))
  return words
})

/** The words of the law by answer, with those of a form: what the form says goes before what the law says of the same word. */
export const withOwn = (own: ReadonlyArray<Word>): Readonly<Record<string, ReadonlyArray<string>>> =>
  Object.fromEntries(Object.entries(SurveyLaw.answerWords).map(([number, known]) => {
    const other = new Set(own.filter((each) => each.number !== number).map(({ word }) => Column.plain(word)))
    return [number, [...known.filter((each) => !other.has(Column.plain(each))), ...own.filter((each) => each.number === number).map(({ word }) => word)]]
  }))
