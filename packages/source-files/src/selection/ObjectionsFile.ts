/**
 * Objections and their answers, as a CSV or XLSX file: what `timbang publish objections` logs in the open.
 *
 * @since 0.1.0
 */
import { Fault } from "@timbang/core/input"
import { Day } from "@timbang/core/law"
import { Entry, type ObjectionCases } from "@timbang/core/publication"
import { Cohort } from "@timbang/core/selection"
import { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * The columns of an objections file. `reason` is one of a closed list, so that nothing about a person gets into the log;
 * `answer`, `answeredOn` and `reason` are empty until there is an answer.
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  objection: Column.identifier({ aliases: ["Sanggah", "No Sanggah"], sample: "S-1" }),
  participant: Column.identifier({ aliases: ["No Peserta", "Nomor Peserta"], sample: "24000000000001" }),
  filedOn: Column.day({ aliases: ["Diajukan"], need: "cell", sample: "2024-12-21" }),
  until: Column.day({ aliases: ["Batas Jawaban"], sample: "2024-12-28" }),
  answer: Column.code({ diterima: ["accepted"], ditolak: ["rejected"] }, { aliases: ["Jawaban"], sample: "" }),
  answeredOn: Column.day({ aliases: ["Dijawab"], sample: "" }),
  reason: Column.code({
    "nilai-salah": ["wrong-score"],
    "syarat-salah-dinilai": ["wrong-requirement"],
    "aturan-salah-diterapkan": ["wrong-rule"],
    "nilai-benar": ["score-right"],
    "syarat-tidak-terpenuhi": ["requirement-unmet"],
    "aturan-benar-diterapkan": ["rule-right"],
    "tanpa-bukti": ["no-evidence"],
    "lewat-waktu": ["out-of-time"],
    "tidak-berhak": ["not-entitled"]
  }, { aliases: ["Alasan"], sample: "" })
}

/**
 * The sheet that is read first where a workbook has it.
 *
 * @category columns
 * @since 0.1.0
 */
export const sheet = "Sanggah"

// --- operations ---

/**
 * Reads an objections file, or fails with every fault of it. An answer is whole or not there: answer, day and reason.
 *
 * **Example** (One that was rejected)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { ObjectionsFile } from "@timbang/source-files"
 * const text = "objection,participant,filedOn,until,answer,answeredOn,reason\nS-1,24-1,2024-12-21,2024-12-28,ditolak,2024-12-24,nilai-benar\n"
 * const cases = await Effect.runPromise(ObjectionsFile.read({ file: "O.csv", bytes: new TextEncoder().encode(text) }))
 * cases[0]?.answer // => { isAccepted: false, on: "2024-12-24", reason: "score-right" }
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = Effect.fn("ObjectionsFile.read")(function*(input: Table.Input) {
  let cases: ReadonlyArray<ObjectionCases.ObjectionCase> = []
  yield* Table.read(input, columns, { prefersSheet: sheet }, (found) => {
    const decoded = decode(found)
    cases = decoded.cases
    return decoded.faults
  })
  return cases
})

const decode = (table: Table.Table<typeof columns>): {
  readonly cases: ReadonlyArray<ObjectionCases.ObjectionCase>
  readonly faults: ReadonlyArray<Fault.Fault>
} => {
  const { answer, answeredOn, filedOn, objection, participant, reason, until } = table.columns
  const faults: Array<Fault.Fault> = []
  const cases: Array<ObjectionCases.ObjectionCase> = []
  const first = new Map<string, number>()
  for (let i = 0; i < table.size; i++) {
    const missing = (column: string): void => void faults.push({ _tag: "CellMissing", file: table.file, row: table.rows[i]!, column })
    const firstRow = first.get(objection[i]!)
    if (firstRow === undefined) first.set(objection[i]!, table.rows[i]!)
    else faults.push({ _tag: "Duplicate", file: table.file, row: table.rows[i]!, column: "objection", found: objection[i]!, firstRow })
    const last = until[i] === Cohort.absentDay ? {} : { until: Day.fromNumber(until[i]!) }
    const own = { id: objection[i]!, participant: participant[i]!, filedOn: Day.fromNumber(filedOn[i] === Cohort.absentDay ? 0 : filedOn[i]!), ...last }
    const [hasAnswer, hasDay, hasReason] = [answer[i]! >= 0, answeredOn[i] !== Cohort.absentDay, reason[i]! >= 0]
    if (hasAnswer || hasDay || hasReason) {
      if (!hasAnswer) missing("answer")
      if (!hasDay) missing("answeredOn")
      if (!hasReason) missing("reason")
    }
    const isAnswered = hasAnswer && hasDay && hasReason
    cases.push(isAnswered
      ? { ...own, answer: { isAccepted: answer[i] === 0, on: Day.fromNumber(answeredOn[i]!), reason: Entry.answerReasons[reason[i]!]! } }
      : own)
  }
  return { cases, faults }
}
