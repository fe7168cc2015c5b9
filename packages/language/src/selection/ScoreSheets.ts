/**
 * Score sheets of people in words: where two entries differ, and why a sheet or its rubric is refused.
 *
 * @since 0.1.0
 */
import { counted } from "../Counting.ts"
import { LegalSource } from "@timbang/core/law"
import type { Rubric, ScoreSheet } from "@timbang/core/selection"
import { type Language, say, type Sentences } from "../Sentences.ts"

// --- models ---

/**
 * What finishing a sheet can fail with.
 *
 * @category models
 * @since 0.1.0
 */
export type Problem = Rubric.RubricRefused | ScoreSheet.RubricLate | ScoreSheet.SheetRefused | ScoreSheet.EntriesDiffer

// --- operations ---

/**
 * A cell in which two entries differ, with both values and who entered them.
 *
 * **Example** (A seven read as a one; somebody who came)
 *
 * ```ts
 * import { ScoreSheets } from "@timbang/language"
 * const entries = [{ by: "p1", found: "71" }, { by: "p2", found: "11" }]
 * ScoreSheets.difference({ participant: "24-1", cell: "hasil", entries }, "id") // => "24-1, hasil: 71 oleh p1, 11 oleh p2"
 * const attended = [{ by: "p1", found: "yes" }, { by: "p2", found: "no" }]
 * ScoreSheets.difference({ participant: "24-2", cell: "attended", entries: attended }, "id") // => "24-2, kehadiran: hadir oleh p1, tidak hadir oleh p2"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const difference = ({ cell, entries, participant }: ScoreSheet.Difference, language: Language): string => {
  const words = language === "id" ? indonesian : english
  const isAttendance = cell === "attended"
  const valueOf = (found: string) => isAttendance ? words.attended(found === "yes") : found
  return `${participant}, ${isAttendance ? words.attendance : cell}: ${entries.map(({ by, found }) => words.entered(valueOf(found), by)).join(", ")}`
}

/**
 * Why a sheet cannot be finished, as lines: one for each cell, fault or rule, with what to do.
 *
 * **Example** (Two entries differ; a rubric made after the first session)
 *
 * ```ts
 * import { ScoreSheet } from "@timbang/core/selection"
 * import { ScoreSheets } from "@timbang/language"
 * const differences = [{ participant: "24-1", cell: "hasil", entries: [{ by: "p1", found: "71" }, { by: "p2", found: "11" }] }]
 * ScoreSheets.lines(new ScoreSheet.EntriesDiffer({ differences }), "en") // => ["Two entries differ in 1 cell. Look at the paper together and enter it again.", "24-1, hasil: 71 by p1, 11 by p2"]
 * const late = new ScoreSheet.RubricLate({ component: "praktik", fixedOn: "2024-12-11", firstSession: "2024-12-10", source: { instrument: "Pedoman SKB tambahan", confidence: "host" } })
 * ScoreSheets.lines(late, "id") // => ["Pedoman penilaian praktik (Pedoman SKB tambahan) ditetapkan 2024-12-11, sesudah sesi pertama 2024-12-10. Ulangi sesinya dengan pedoman yang ditetapkan sebelumnya."]
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const lines = (problem: Problem, language: Language): ReadonlyArray<string> => {
  const words = language === "id" ? indonesian : english
  switch (problem._tag) {
    case "EntriesDiffer":
      return [words.differ(problem.differences.length), ...problem.differences.map((each) => difference(each, language))]
    case "SheetRefused":
      return problem.faults.map(({ cell, found, participant, problem: wrong }) =>
        `${participant}${cell === "" ? "" : `, ${cell}`}: ${words.fault[wrong](found)}`
      )
    case "RubricLate":
      return [words.late(problem.component, LegalSource.cite(problem.source), problem.fixedOn, problem.firstSession)]
    case "RubricRefused":
      return problem.problems.map((each) => words.rubric(problem.component, say(words.rubricProblem, each)))
  }
}

interface Words {
  readonly attendance: string
  readonly attended: (isPresent: boolean) => string
  readonly entered: (found: string, by: string) => string
  readonly differ: (cells: number) => string
  readonly late: (component: string, citation: string, fixedOn: string, firstSession: string) => string
  readonly rubric: (component: string, problem: string) => string
  readonly rubricProblem: Sentences<Rubric.RubricProblem>
  readonly fault: Readonly<Record<ScoreSheet.SheetFault["problem"], (found: string) => string>>
}

const english: Words = {
  attendance: "attendance",
  attended: (isPresent) => isPresent ? "came" : "did not come",
  entered: (found, by) => `${found} by ${by}`,
  differ: (cells) => `Two entries differ in ${cells} ${cells === 1 ? "cell" : "cells"}. Look at the paper together and enter it again.`,
  late: (component, citation, fixedOn, firstSession) =>
    `The rubric of ${component} (${citation}) was fixed on ${fixedOn}, after the first session of ${firstSession}. Repeat the sessions under a rubric that is fixed before them.`,
  rubric: (component, problem) => `Rubric of ${component}: ${problem}`,
  rubricProblem: {
    WeightsNotWhole: ({ foundPercent }) => `its weights add up to ${foundPercent} percent. Make them 100.`,
    CriterionTwice: ({ criterion }) => `${criterion} stands twice. Name each criterion once.`,
    CriterionOutOfRange: ({ criterion }) => `${criterion} needs whole points above 0, 0 to 3 decimals and a whole percent from 0 to 100.`
  },
  fault: {
    "participant-unknown": () => "in no session. Name a participant of a session.",
    "participant-twice": () => "in two sessions. Put each participant into one.",
    "entries-not-two": (found) => `entered ${counted(found, "time")}. Let two people enter each sheet.`,
    "same-person-twice": (found) => `both entries by ${found}. Let somebody else enter it the second time.`,
    "criterion-unknown": () => "the rubric has no such criterion. Name one of its own.",
    "score-missing": () => "no score, although the participant came. Give every criterion.",
    "score-invalid": (found) => `"${found}" is no score of this criterion. Keep to its range and decimals.`,
    "score-of-absent": (found) => `${found}, although the participant did not come. Leave it empty.`,
    "from-differs": (found) => `a correction from ${found}, which does not stand there. Name the score that does.`,
    "basis-missing": () => "a correction without a basis. Name the objection, letter or judgment."
  }
}

const indonesian: Words = {
  attendance: "kehadiran",
  attended: (isPresent) => isPresent ? "hadir" : "tidak hadir",
  entered: (found, by) => `${found} oleh ${by}`,
  differ: (cells) => `Dua isian berbeda pada ${cells} sel. Lihat lembarnya bersama dan isi kembali.`,
  late: (component, citation, fixedOn, firstSession) =>
    `Pedoman penilaian ${component} (${citation}) ditetapkan ${fixedOn}, sesudah sesi pertama ${firstSession}. Ulangi sesinya dengan pedoman yang ditetapkan sebelumnya.`,
  rubric: (component, problem) => `Pedoman penilaian ${component}: ${problem}`,
  rubricProblem: {
    WeightsNotWhole: ({ foundPercent }) => `bobotnya berjumlah ${foundPercent} persen. Jadikan 100.`,
    CriterionTwice: ({ criterion }) => `${criterion} tertulis dua kali. Sebutkan setiap unsur sekali.`,
    CriterionOutOfRange: ({ criterion }) => `${criterion} perlu angka bulat di atas 0, 0 sampai 3 desimal, dan persen bulat 0 sampai 100.`
  },
  fault: {
    "participant-unknown": () => "tidak ada pada sesi mana pun. Sebutkan peserta dari suatu sesi.",
    "participant-twice": () => "ada pada dua sesi. Tempatkan setiap peserta pada satu sesi.",
    "entries-not-two": (found) => `diisi ${found} kali. Setiap lembar harus diisi oleh dua orang.`,
    "same-person-twice": (found) => `kedua isian oleh ${found}. Isian kedua harus oleh orang lain.`,
    "criterion-unknown": () => "tidak ada pada pedoman penilaian. Sebutkan unsur dari pedoman itu.",
    "score-missing": () => "kosong, padahal peserta hadir. Isi setiap unsur.",
    "score-invalid": (found) => `"${found}" bukan nilai untuk unsur ini. Ikuti rentang dan desimalnya.`,
    "score-of-absent": (found) => `${found}, padahal peserta tidak hadir. Kosongkan.`,
    "from-differs": (found) => `koreksi dari ${found}, yang bukan nilai tercatat. Sebutkan nilai yang tercatat.`,
    "basis-missing": () => "koreksi tanpa dasar. Sebutkan sanggah, surat, atau putusannya."
  }
}
