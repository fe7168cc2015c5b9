/**
 * Says why no selection could be made: the errors of the selection stage in words.
 *
 * @since 0.1.0
 */
import { counted } from "../Counting.ts"
import { LegalSource, type Standing } from "@timbang/core/law"
import type { Cohort, Facts, Plan, Plausibility, Selection } from "@timbang/core/selection"
import { scores } from "../input/scores.ts"
import { type Language, say, type Sentences } from "../Sentences.ts"

// --- models ---

/**
 * What the selection stage can fail with.
 *
 * @category models
 * @since 0.1.0
 */
export type Problem = Selection.SelectionError | Cohort.RowsRefused | Standing.NotYoursToDecide

// --- operations ---

/**
 * The problem in one or more lines: what was found and what to do.
 *
 * **Example** (A score nobody has)
 *
 * ```ts
 * import { Selection } from "@timbang/core/selection"
 * import { Problems } from "@timbang/language"
 * const problem = new Selection.ScoresMissing({ missing: [{ component: "skb", participants: ["24-7"] }] })
 * Problems.sentence(problem, "id") // => "Nilai skb tidak ada untuk 24-7. Isi nilainya, atau catat bahwa peserta tidak hadir, didiskualifikasi, atau mengundurkan diri."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const sentence = (problem: Problem, language: Language): string =>
  say(language === "id" ? indonesian : english, problem)

/**
 * What looks odd about a column of scores, in one line. Nothing was changed because of it.
 *
 * **Example** (Ranks instead of scores)
 *
 * ```ts
 * import { Problems } from "@timbang/language"
 * Problems.oddity({ _tag: "LooksLikeRank", component: "skb", over: "file", values: 40 }, "en") // => "skb looks like a rank: its 40 values are exactly 1 to 40 over the whole file. Check that scores stand there."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const oddity = (finding: Plausibility.Finding, language: Language): string =>
  say(language === "id" ? odditiesIndonesian : odditiesEnglish, finding)

/**
 * Said before a selection is run: its filling reads numbers that no source gives, so that it is refused if seats stay empty.
 *
 * **Example** (Whose minimums a pass requires)
 *
 * ```ts
 * import { Problems } from "@timbang/language"
 * const source = { instrument: "PermenPANRB 27/2021", confidence: "unverified" } as const
 * Problems.ifSeatsStayEmpty([{ path: "filling.passes.L-2.meets", source }], "en")
 * // => "If seats stay empty, their filling needs filling.passes.L-2.meets (PermenPANRB 27/2021), which the rules do not have, and the selection is refused. Give it with its source by --supply, or run with --filling off."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const ifSeatsStayEmpty = (numbers: ReadonlyArray<Plan.Warning>, language: Language): string =>
  language === "id"
    ? `Bila ada kebutuhan yang tetap kosong, pengisiannya memerlukan ${cited(numbers)}, yang tidak dimuat aturan, sehingga seleksi ditolak. Berikan beserta sumbernya dengan --supply, atau jalankan dengan --filling off.`
    : `If seats stay empty, their filling needs ${cited(numbers)}, which the rules do not have, and the selection is refused. Give ${numbers.length === 1 ? "it with its source" : "each with its source"} by --supply, or run with --filling off.`

/**
 * Said of a file of results that is no longer the one that the run wrote, such as a workbook saved again; whoever asks is
 * answered from the run itself.
 *
 * **Example** (A table that somebody changed)
 *
 * ```ts
 * import { Problems } from "@timbang/language"
 * Problems.notAsWritten("hasil/result.csv", "en") // => "hasil/result.csv: its SHA-256 is not the one in manifest.json; it was changed after the run. What follows is computed from the kept input, not read from it."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const notAsWritten = (path: string, language: Language): string =>
  language === "id"
    ? `${path}: SHA-256-nya bukan yang tercatat pada manifest.json; isinya berubah setelah seleksi dijalankan. Yang berikut dihitung dari masukan yang tersimpan, bukan dibaca darinya.`
    : `${path}: its SHA-256 is not the one in manifest.json; it was changed after the run. What follows is computed from the kept input, not read from it.`

/** Names of steps and of those who decide them that the rules of a selection do not name. */
const stepsIndonesian: Readonly<Record<string, string>> = { appraisal: "penilaian kinerja" }
const decidersIndonesian: Readonly<Record<string, string>> = { "the rater, in the official record": "pejabat penilai, pada e-Kinerja" }

const odditiesIndonesian: Sentences<Plausibility.Finding> = {
  LooksLikeRawScore: ({ above, component, maximum, rawColumn, rawMaximum }) =>
    `${component} tampak seperti nilai mentah: ${above} nilai di atas ${maximum}, tidak ada di atas ${rawMaximum}. Letakkan nilai mentah pada kolom ${rawColumn}.`,
  LooksLikeRank: ({ component, over, values }) =>
    over === "file"
      ? `${component} tampak seperti peringkat: ${values} nilainya tepat 1 sampai ${values} pada seluruh berkas. Periksa apakah yang tertulis memang nilai.`
      : `${component} tampak seperti peringkat: nilainya tepat 1 sampai n pada setiap formasi. Periksa apakah yang tertulis memang nilai.`
}

const odditiesEnglish: Sentences<Plausibility.Finding> = {
  LooksLikeRawScore: ({ above, component, maximum, rawColumn, rawMaximum }) =>
    `${component} looks like a raw score: ${counted(above, "value lies", "values lie")} above ${maximum}, none above ${rawMaximum}. Put raw scores into the column ${rawColumn}.`,
  LooksLikeRank: ({ component, over, values }) =>
    over === "file"
      ? `${component} looks like a rank: its ${counted(values, "value is", "values are")} exactly 1 to ${values} over the whole file. Check that scores stand there.`
      : `${component} looks like a rank: its values are exactly 1 to n in every formation. Check that scores stand there.`
}

const some = (names: ReadonlyArray<string>, more: string): string =>
  names.slice(0, 10).join(", ") + (names.length > 10 ? ` ${more} ${names.length - 10}` : "")

const cited = (numbers: ReadonlyArray<{ readonly path: string; readonly source: LegalSource.LegalSource }>): string =>
  numbers.map(({ path, source }) => `${path} (${LegalSource.cite(source)})`).join("; ")

type FactSentences = Readonly<Record<Facts.FactFault["problem"], (fault: Facts.FactFault) => string>>

const factsIndonesian: FactSentences = {
  "day-invalid": ({ found }) => `"${found}" bukan tanggal. Tulis YYYY-MM-DD.`,
  "participant-unknown": ({ found }) => `peserta "${found}" tidak ada. Perbaiki nomornya.`,
  "component-unknown": ({ expected, found }) => `komponen "${found}" tidak ada. Pakai salah satu dari ${expected}.`,
  "exam-unknown": ({ expected, found }) => `ujian "${found}" tidak ada. Pakai salah satu dari ${expected}.`,
  "score-invalid": ({ expected, found, scale: own }) => `nilai baru "${found}" tidak mungkin. Tulis ${own === undefined ? expected : scores(own, "id")}.`,
  "from-differs": ({ found }) => `yang semula, "${found}", bukan yang tercatat. Periksa catatan sebelum koreksi.`,
  "basis-missing": () => "tanpa dasar. Sebutkan sanggahan, surat, atau putusannya.",
  "reason-missing": () => "tanpa alasan. Sebutkan alasan khususnya."
}

const factsEnglish: FactSentences = {
  "day-invalid": ({ found }) => `"${found}" is not a calendar day. Write YYYY-MM-DD.`,
  "participant-unknown": ({ found }) => `there is no participant "${found}". Correct the number.`,
  "component-unknown": ({ expected, found }) => `there is no component "${found}". Use one of ${expected}.`,
  "exam-unknown": ({ expected, found }) => `there is no exam "${found}". Use one of ${expected}.`,
  "score-invalid": ({ expected, found, scale: own }) => `the new score "${found}" is not possible. Write ${own === undefined ? expected : scores(own, "en")}.`,
  "from-differs": ({ found }) => `what stood there, "${found}", is not what is on record. Look up the record before the correction.`,
  "basis-missing": () => "no basis. Name the objection, letter or judgment.",
  "reason-missing": () => "no reason. Give the specific reason."
}

const noClassIndonesian = (participants: ReadonlyArray<string>): string =>
  `Kelas prioritas tidak ada untuk ${some(participants, "dan lainnya:")}. Isi kolom priorityClass dengan kelas dari aturannya.`

const noClassEnglish = (participants: ReadonlyArray<string>): string =>
  `No priority class for ${some(participants, "and more:")}. Fill the column priorityClass with a class of the rule set.`

type RowSentences = Readonly<Record<Cohort.RowProblem, (fault: Cohort.RowFault) => string>>

const rowsIndonesian: RowSentences = {
  "participant-empty": () => "tanpa nomor peserta. Isi nomornya",
  "participant-duplicate": () => "nomor yang sudah ada. Tulis setiap nomor satu kali",
  "formation-unknown": () => "bukan formasi pada daftar. Perbaiki, atau tambahkan formasinya",
  "score-not-a-number": (fault) => `bukan bilangan. Tulis ${scale(fault, "id")}`,
  "score-out-of-range": (fault) => `di luar rentangnya. Tulis ${scale(fault, "id")}`,
  "score-off-step": (fault) => `bukan kelipatannya. Tulis ${scale(fault, "id")}`,
  "component-unknown": ({ accepted }) => `bukan komponen pada aturan. Pakai salah satu dari ${accepted}`,
  "grade-average-not-a-number": () => "bukan bilangan mulai 0 dengan paling banyak 3 desimal. Tulis nilai seperti 3.25",
  "birth-date-not-a-day": () => "bukan tanggal yang ada. Tulis TTTT-BB-HH",
  "class-unknown": ({ accepted }) => accepted === "" ? "padahal aturan ini tidak mengenal kelas prioritas. Kosongkan" : `bukan kelas prioritas pada aturan. Pakai salah satu dari ${accepted}`,
  "entitlement-unknown": ({ accepted }) => accepted === "" ? "padahal aturan ini tidak mengenal tambahan afirmasi. Kosongkan" : `bukan afirmasi pada aturan. Pakai salah satu dari ${accepted}`
}

const rowsEnglish: RowSentences = {
  "participant-empty": () => "no participant number. Give it",
  "participant-duplicate": () => "a number that is there already. Write each number once",
  "formation-unknown": () => "not a formation of the list. Correct it, or add the formation",
  "score-not-a-number": (fault) => `not a number. Write ${scale(fault, "en")}`,
  "score-out-of-range": (fault) => `out of range. Write ${scale(fault, "en")}`,
  "score-off-step": (fault) => `off its step. Write ${scale(fault, "en")}`,
  "component-unknown": ({ accepted }) => `not a component of the rules. Use one of ${accepted}`,
  "grade-average-not-a-number": () => "not a number of 0 or more with at most 3 decimals. Write it as 3.25",
  "birth-date-not-a-day": () => "not a day that exists. Write YYYY-MM-DD",
  "class-unknown": ({ accepted }) => accepted === "" ? "but these rules have no priority classes. Leave it empty" : `not a priority class of the rules. Use one of ${accepted}`,
  "entitlement-unknown": ({ accepted }) => accepted === "" ? "but these rules add nothing for entitlements. Leave it empty" : `not an entitlement of the rules. Use one of ${accepted}`
}

const scale = (fault: Cohort.RowFault, language: Language): string => fault.scale === undefined ? fault.accepted : scores(fault.scale, language)

const indonesian: Sentences<Problem> = {
  NumbersUnknown: ({ ifSeatsStayEmpty = [], numbers, ruleSet }) =>
    `Aturan ${ruleSet} tidak memuat angka: ${cited(numbers)}. Berikan angkanya beserta sumbernya dengan --supply.${
      ifSeatsStayEmpty.length === 0 ? "" : ` Bila ada kebutuhan yang tetap kosong, pengisiannya juga perlu: ${cited(ifSeatsStayEmpty)}.`
    }`,
  ThresholdGroupMissing: ({ formations, groups }) =>
    `Tidak ada kelompok nilai ambang batas untuk formasi ${some(formations, "dan lainnya:")}. Isi kolom thresholdGroup dengan salah satu dari ${groups.join(", ")}, atau perbaiki jenis kebutuhannya.`,
  StageUnknown: ({ known, stage }) => `Tidak ada tahap ${stage}. Tahap yang ada: ${known.join(", ")}.`,
  FactsRefused: ({ faults }) =>
    faults.map((fault) => `Kejadian nomor ${fault.event}: ${factsIndonesian[fault.problem](fault)}`).join("\n"),
  LawAfterScores: ({ from, ruleSet, scoredOn }) =>
    `Aturan ${ruleSet} baru berlaku ${from}, padahal nilai diambil ${scoredOn}. Aturan yang dibuat setelah nilai ada hanya dapat dipakai dengan perubahan aturan yang tercatat beserta suratnya.`,
  NotYoursToDecide: ({ decidedBy, step }) =>
    `Tahap ${stepsIndonesian[step] ?? step} ditetapkan oleh ${decidersIndonesian[decidedBy] ?? decidedBy}. Jalankan sebagai simulasi atau uji-silang, atau berikan nomor, tanggal, dan SHA-256 surat penetapannya.`,
  ScoresMissing: ({ missing, withoutClass = [] }) =>
    `${missing.map(({ component, participants }) => `Nilai ${component} tidak ada untuk ${some(participants, "dan lainnya:")}.`).join(" ")} Isi nilainya, atau catat bahwa peserta tidak hadir, didiskualifikasi, atau mengundurkan diri.${
      withoutClass.length === 0 ? "" : ` ${noClassIndonesian(withoutClass)}`
    }`,
  ClassMissing: ({ participants }) => noClassIndonesian(participants),
  RowsRefused: ({ faults }) =>
    faults.map((fault) => `Baris ${fault.row}, kolom ${fault.column}: ditemukan ${JSON.stringify(fault.found)}, ${rowsIndonesian[fault.problem](fault)}.`).join("\n")
}

const english: Sentences<Problem> = {
  NumbersUnknown: ({ ifSeatsStayEmpty = [], numbers, ruleSet }) =>
    `Rule set ${ruleSet} does not have these numbers: ${cited(numbers)}. Give each with its source by --supply.${
      ifSeatsStayEmpty.length === 0 ? "" : ` If seats stay empty, their filling needs these too: ${cited(ifSeatsStayEmpty)}.`
    }`,
  ThresholdGroupMissing: ({ formations, groups }) =>
    `No threshold group for formation ${some(formations, "and more:")}. Write one of ${groups.join(", ")} into the column thresholdGroup, or correct the category.`,
  StageUnknown: ({ known, stage }) => `There is no stage ${stage}. The stages are ${known.join(", ")}.`,
  FactsRefused: ({ faults }) =>
    faults.map((fault) => `Event ${fault.event}: ${factsEnglish[fault.problem](fault)}`).join("\n"),
  LawAfterScores: ({ from, ruleSet, scoredOn }) =>
    `Rule set ${ruleSet} holds from ${from}, but scores were taken on ${scoredOn}. Rules made after the scores apply only by a recorded change of law with its letter.`,
  NotYoursToDecide: ({ decidedBy, step }) =>
    `Stage ${step} is decided by ${decidedBy}. Run it as simulasi or uji-silang, or give number, day and SHA-256 of the deciding letter.`,
  ScoresMissing: ({ missing, withoutClass = [] }) =>
    `${missing.map(({ component, participants }) => `No ${component} for ${some(participants, "and more:")}.`).join(" ")} Give the score, or record that they were absent, disqualified or withdrew.${
      withoutClass.length === 0 ? "" : ` ${noClassEnglish(withoutClass)}`
    }`,
  ClassMissing: ({ participants }) => noClassEnglish(participants),
  RowsRefused: ({ faults }) =>
    faults.map((fault) => `Row ${fault.row}, column ${fault.column}: found ${JSON.stringify(fault.found)}, ${rowsEnglish[fault.problem](fault)}.`).join("\n")
}
