/**
 * Sentences for what stands against a command before anything is decided: its options, its rule set, the folder of a run.
 *
 * @since 0.1.0
 */
import { type Language, say, type Sentences } from "../Sentences.ts"

// --- models ---

/**
 * A fault of the options of a command, or of a file that it names.
 *
 * - `DayRefused`, `DigestRefused`, `TooFew`: an option with a value that it cannot have.
 * - `FolderMissing`: nothing is at the path of an option, or a file. `SameFolder`: two options name one folder.
 * - `OptionAbsent`: the command cannot do without it. `OptionIdle`: it says something only with the choice `only`.
 *   `OptionsTogether`: all of them or none. `OptionMissing`: `option` says nothing without `needed`. `ChooseOne`: exactly one of `options` is to be given. `NotUnder`:
 *   `option` says nothing under another choice. `DaysReversed`: a stretch ends before it begins.
 *   `OptionMiswritten`: an option that is written otherwise, as in `example`. `OptionUnknown`: a name that the input does not have. `OptionOutOfRange`: a number that an option cannot have. `GroupRefused`: a group of raters is a name, a minimum and perhaps a weight; `GroupTwice`: it has two. `WeightsUneven`: weights of groups that add up to `sum` percent, or that `without` lack.
 *   `NotAboveOption`: a number that is to be above the one of `other`.
 * - `EnvironmentMissing`: a secret that only the environment may hold.
 * - `LayoutUnknown`: no layout of this name, and no JSON file. `LayoutIdle`: a layout of a table that the command does not read.
 * - `SupplyRefused`: a supplied number is written as path, equals sign and value.
 * - `TemplateUnknown`: an input file that no command reads.
 * - `DatabaseUnreachable`: the database of the environment variable does not answer or breaks off. `DatabaseNewer`: its tables are of a newer version.
 * - `NoSecondExam`: tests announced for a round whose rules have no second exam.
 * - `RuleSetUnknown`, `FileUnreadable`, `NotJson`: what `--rules` names.
 * - `RunMissing`, `RunNotJson`, `ManifestRefused`, `RunChanged`: the folder that `timbang select` wrote. `RunRefused`: run
 *   again, it gives no result, for the reasons `because`.
 * - `ParticipantNotThere`: nobody of that number is in a run.
 *
 * @category models
 * @since 0.1.0
 */
export type CommandFault =
  | { readonly _tag: "DayRefused"; readonly option: string; readonly found: string }
  | { readonly _tag: "DigestRefused"; readonly option: string; readonly found: string }
  | { readonly _tag: "TooFew"; readonly option: string; readonly found: number; readonly least: number }
  | { readonly _tag: "FolderMissing"; readonly option: string; readonly path: string }
  | { readonly _tag: "SameFolder"; readonly options: readonly [string, string]; readonly path: string }
  | { readonly _tag: "OptionMissing"; readonly option: string; readonly needed: Needed }
  | { readonly _tag: "OptionAbsent"; readonly option: string; readonly example: string }
  | { readonly _tag: "OptionIdle"; readonly option: string; readonly only: string }
  | { readonly _tag: "OptionsTogether"; readonly options: ReadonlyArray<string> }
  | { readonly _tag: "ChooseOne"; readonly options: ReadonlyArray<string> }
  | { readonly _tag: "NotUnder"; readonly option: string; readonly choice: string; readonly instead: string }
  | { readonly _tag: "OptionOutOfRange"; readonly option: string; readonly found: number; readonly minimum: number; readonly maximum: number }
  | { readonly _tag: "OptionMiswritten"; readonly option: string; readonly found: string; readonly example: string }
  | { readonly _tag: "OptionUnknown"; readonly option: string; readonly found: string; readonly known: ReadonlyArray<string> }
  | { readonly _tag: "EnvironmentMissing"; readonly name: string; readonly holds: "bps-key" }
  | { readonly _tag: "LayoutUnknown"; readonly found: string; readonly known: ReadonlyArray<string> }
  | { readonly _tag: "LayoutIdle"; readonly layout: string; readonly of: string; readonly reads: ReadonlyArray<string> }
  | { readonly _tag: "GroupRefused"; readonly found: string }
  | { readonly _tag: "GroupTwice"; readonly found: string }
  | { readonly _tag: "WeightsUneven"; readonly sum: number; readonly without: ReadonlyArray<string> }
  | { readonly _tag: "NotAboveOption"; readonly option: string; readonly found: number; readonly other: string; readonly otherFound: number }
  | { readonly _tag: "DaysReversed"; readonly from: string; readonly to: string }
  | { readonly _tag: "SupplyRefused"; readonly found: string }
  | { readonly _tag: "RuleSetUnknown"; readonly path: string; readonly known: ReadonlyArray<string> }
  | { readonly _tag: "NoSecondExam"; readonly ruleSet: string; readonly known: ReadonlyArray<string> }
  | { readonly _tag: "TemplateUnknown"; readonly found: string; readonly known: ReadonlyArray<string> }
  | { readonly _tag: "DatabaseUnreachable"; readonly variable: string; readonly because: string }
  | { readonly _tag: "DatabaseNewer"; readonly schema: string; readonly found: number; readonly known: number }
  | { readonly _tag: "FileUnreadable"; readonly path: string }
  | { readonly _tag: "NotJson"; readonly path: string }
  | { readonly _tag: "RunMissing"; readonly path: string; readonly reason: "missing" | "folder" | "forbidden" }
  | { readonly _tag: "RunNotJson"; readonly path: string }
  | { readonly _tag: "ManifestRefused"; readonly path: string }
  | { readonly _tag: "RunChanged"; readonly path: string }
  | { readonly _tag: "RunRefused"; readonly path: string; readonly because: string }
  | { readonly _tag: "InputChanged"; readonly path: string }
  | { readonly _tag: "ParticipantNotThere"; readonly folder: string; readonly participant: string }

/**
 * An option that another one needs.
 *
 * @category models
 * @since 0.1.0
 */
export type Needed =
  | "--claims"
  | "--dictionary-source"
  | "--norms"
  | "--pace"
  | "--policy-source"
  | "--potential-high"
  | "--potential-middle"
  | "--previous"
  | "--proposals"
  | "--seats"
  | "--work"
  | "--formations" | "--letter-number" | "--letter-day" | "--letter-digest" | "--refill-until" | "--supply-source"

// --- operations ---

/**
 * The sentence of one fault: what was found and what to do.
 *
 * **Example** (A day that does not exist)
 *
 * ```ts
 * import { CommandFaults } from "@timbang/language"
 * const fault = { _tag: "DayRefused", option: "--scored-on", found: "2024-02-30" } as const
 * CommandFaults.sentence(fault, "id") // => '--scored-on: ditemukan "2024-02-30", bukan tanggal yang ada. Tulis TTTT-BB-HH.'
 * CommandFaults.sentence(fault, "en") // => '--scored-on: found "2024-02-30", not a day that exists. Write YYYY-MM-DD.'
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const sentence = (fault: CommandFault, language: Language): string => say(language === "id" ? indonesian : english, fault)

const few = (names: ReadonlyArray<string>, and: string, more: string): string =>
  names.slice(0, 8).join(", ") + (names.length > 8 ? `, ${and} ${names.length - 8} ${more}` : "")

const example = "thresholds.groups.umum.minimums.teknis=235"

const indonesian: Sentences<CommandFault> = {
  DayRefused: ({ found, option }) => `${option}: ditemukan "${found}", bukan tanggal yang ada. Tulis TTTT-BB-HH.`,
  DigestRefused: ({ found, option }) => `${option}: ditemukan "${found}", bukan SHA-256. Tulis 64 huruf dan angka dari 0-9 dan a-f.`,
  TooFew: ({ found, least, option }) => `${option}: ditemukan ${found}, terlalu sedikit untuk melindungi orang di dalam kelompok. Tulis ${least} atau lebih.`,
  FolderMissing: ({ option, path }) => `${option}: ${path} bukan folder yang ada. Periksa namanya.`,
  SameFolder: ({ options, path }) => `${options.join(" dan ")}: keduanya folder ${path}. Sebutkan dua folder yang berbeda.`,
  OptionMissing: ({ needed, option }) => `${option} memerlukan ${needed}: ${neededIndonesian[needed]}.`,
  OptionAbsent: ({ example: like, option }) => `${option}: harus diberikan, misalnya ${like}.`,
  OptionIdle: ({ only, option }) => `${option} hanya berlaku bersama ${only}. Tambahkan itu, atau hapus ${option}.`,
  OptionsTogether: ({ options }) => `${options.join(", ")}: berikan semuanya, atau tidak satu pun.`,
  ChooseOne: ({ options }) => `${options.join(" atau ")}: berikan tepat satu di antaranya.`,
  NotUnder: ({ choice, instead, option }) => `${option} tidak berlaku bersama ${choice}. Gunakan ${instead}.`,
  OptionOutOfRange: ({ found, maximum, minimum, option }) => `${option}: ditemukan ${found}, di luar ${minimum} sampai ${maximum}. Tulis angka di antaranya.`,
  OptionMiswritten: ({ example: like, found, option }) => `${option}: ditemukan "${found}". Tulis seperti ${like}.`,
  EnvironmentMissing: ({ name }) => `Kunci WebAPI BPS dibaca dari variabel lingkungan ${name}, dan itu kosong. Mintalah kunci di webapi.bps.go.id.`,
  LayoutUnknown: ({ found, known }) => `Tata letak "${found}" tidak ada. Yang ada: ${known.join(", ")}; atau sebut berkas .json.`,
  LayoutIdle: ({ layout, of, reads }) => `--layout ${layout}: tata letak untuk tabel ${of}, yang tidak dibaca perintah ini. Yang dibaca: ${reads.join(", ")}.`,
  OptionUnknown: ({ found, known, option }) => `${option}: ditemukan "${found}", tidak ada dalam masukan. ${known.length === 0 ? "Tidak ada yang dapat disebut; hapus pilihan ini" : `Yang ada: ${few(known, "dan", "lainnya")}`}.`,
  GroupRefused: ({ found }) => `--group: ditemukan "${found}". Tulis NAMA=JUMLAH-TERKECIL, dengan bobot dalam persen bila ada, misalnya rekan=3:40.`,
  GroupTwice: ({ found }) => `--group: ditemukan "${found}" lebih dari satu kali. Sisakan salah satu.`,
  WeightsUneven: ({ sum, without }) => without.length > 0
    ? `--group: tanpa bobot: ${without.join(", ")}, padahal kelompok lain berbobot. Beri semua kelompok bobot, berjumlah 100, atau jangan satu pun.`
    : `--group: jumlah bobot ditemukan ${sum} persen. Perbaiki bobotnya sehingga berjumlah 100, atau jangan beri bobot.`,
  NotAboveOption: ({ found, option, other, otherFound }) => `${option}: ditemukan ${found}, tidak di atas ${other} ${otherFound}. Perbaiki salah satunya.`,
  DaysReversed: ({ from, to }) => `--from ${from} --to ${to}: hari terakhir mendahului hari pertama. Tukar keduanya.`,
  SupplyRefused: ({ found }) => `--supply: ditemukan "${found}". Tulis LETAK=ANGKA, misalnya ${example}.`,
  RuleSetUnknown: ({ known, path }) => `${path}: tidak ada aturan itu. Yang ada: ${known.join(", ")}; atau berikan berkas .json.`,
  NoSecondExam: ({ known, ruleSet }) => `${ruleSet}: aturan ini tidak mempunyai tes tahap kedua yang diumumkan instansi. Yang mempunyai: ${known.join(", ")}.`,
  DatabaseUnreachable: ({ because, variable }) => `Basis data pada ${variable} tidak menjawab (${because}); tidak ada tabel yang setengah diubah. Periksa alamatnya, lalu ulangi.`,
  DatabaseNewer: ({ found, known, schema }) => `${schema} berada pada langkah ${found}, versi ini mengenal ${known}. Pasang versi yang lebih baru.`,
  TemplateUnknown: ({ found, known }) => `${found}: tidak ada berkas masukan bernama itu. Yang ada: ${known.join(", ")}; berkas seleksi ada pada "timbang rules template".`,
  FileUnreadable: ({ path }) => `${path}: berkas tidak dapat dibaca. Periksa nama dan haknya.`,
  NotJson: ({ path }) => `${path}: bukan JSON. Mulailah dari "timbang rules show cpns-2024 --format json".`,
  RunMissing: ({ path, reason }) => ({
    missing: `${path}: tidak ada; folder itu bukan hasil "timbang select". Sebutkan folder hasilnya.`,
    folder: `${path}: ini bukan berkas, padahal "timbang select" menulis berkas di sana. Sebutkan folder hasilnya.`,
    forbidden: `${path}: tidak boleh dibuka. Mintalah hak membacanya.`
  })[reason],
  RunNotJson: ({ path }) => `${path}: bukan JSON; berkas berubah setelah seleksi dijalankan. Jalankan kembali seleksinya.`,
  ManifestRefused: ({ path }) => `${path}: bukan manifes dari "timbang select". Sebutkan folder hasilnya.`,
  RunChanged: ({ path }) => `${path}: SHA-256-nya bukan yang tercatat pada manifest.json; isinya berubah setelah seleksi dijalankan. Jalankan kembali seleksinya.`,
  RunRefused: ({ because, path }) => `${path}: dijalankan kembali, seleksi ini tidak memberi hasil. ${because}`,
  InputChanged: ({ path }) => `${path}: berubah ketika sedang dibaca. Jalankan kembali.`,
  ParticipantNotThere: ({ folder, participant }) => `${participant}: tidak ada pada ${folder}. Periksa nomor pesertanya.`
}

const english: Sentences<CommandFault> = {
  DayRefused: ({ found, option }) => `${option}: found "${found}", not a day that exists. Write YYYY-MM-DD.`,
  DigestRefused: ({ found, option }) => `${option}: found "${found}", not a SHA-256. Write 64 letters and digits of 0-9 and a-f.`,
  TooFew: ({ found, least, option }) => `${option}: found ${found}, too few to protect the people of a group. Write ${least} or more.`,
  FolderMissing: ({ option, path }) => `${option}: ${path} is no folder that is there. Check its name.`,
  SameFolder: ({ options, path }) => `${options.join(" and ")}: both are the folder ${path}. Name two different folders.`,
  OptionMissing: ({ needed, option }) => `${option} needs ${needed}: ${neededEnglish[needed]}.`,
  OptionAbsent: ({ example: like, option }) => `${option}: must be given, such as ${like}.`,
  OptionIdle: ({ only, option }) => `${option} says something only with ${only}. Add that, or leave ${option} out.`,
  OptionsTogether: ({ options }) => `${options.join(", ")}: give all of them, or none.`,
  ChooseOne: ({ options }) => `${options.join(" or ")}: give exactly one of them.`,
  NotUnder: ({ choice, instead, option }) => `${option} says nothing together with ${choice}. Use ${instead}.`,
  OptionOutOfRange: ({ found, maximum, minimum, option }) => `${option}: found ${found}, outside ${minimum} to ${maximum}. Write a number in between.`,
  OptionMiswritten: ({ example: like, found, option }) => `${option}: found "${found}". Write it as ${like}.`,
  EnvironmentMissing: ({ name }) => `The key of the BPS WebAPI is read from the environment variable ${name}, which is empty. Ask for a key at webapi.bps.go.id.`,
  LayoutUnknown: ({ found, known }) => `There is no layout "${found}". Known: ${known.join(", ")}; or name a .json file.`,
  LayoutIdle: ({ layout, of, reads }) => `--layout ${layout}: a layout of the table ${of}, which this command does not read. It reads ${reads.join(", ")}.`,
  OptionUnknown: ({ found, known, option }) => `${option}: found "${found}", which the input does not have. ${known.length === 0 ? "There is nothing to name; leave the option out" : `Known: ${few(known, "and", "more")}`}.`,
  GroupRefused: ({ found }) => `--group: found "${found}". Write NAME=MINIMUM, with a weight in percent where there is one, such as rekan=3:40.`,
  GroupTwice: ({ found }) => `--group: found "${found}" more than once. Keep one of them.`,
  WeightsUneven: ({ sum, without }) => without.length > 0
    ? `--group: without a weight: ${without.join(", ")}, while other groups have one. Give every group a weight, 100 together, or none.`
    : `--group: the weights found add up to ${sum} percent. Make them 100 together, or give none.`,
  NotAboveOption: ({ found, option, other, otherFound }) => `${option}: found ${found}, not above ${other} ${otherFound}. Correct one of them.`,
  DaysReversed: ({ from, to }) => `--from ${from} --to ${to}: the last day is before the first. Change them over.`,
  SupplyRefused: ({ found }) => `--supply: found "${found}". Write PATH=VALUE, such as ${example}.`,
  RuleSetUnknown: ({ known, path }) => `${path}: no such rule set. Known: ${known.join(", ")}; or give a .json file.`,
  NoSecondExam: ({ known, ruleSet }) => `${ruleSet}: these rules have no second exam for which an agency announces tests. Those with one: ${known.join(", ")}.`,
  DatabaseUnreachable: ({ because, variable }) => `The database of ${variable} does not answer (${because}); no table was changed by halves. Check its address and run this again.`,
  DatabaseNewer: ({ found, known, schema }) => `${schema} is at step ${found}, this version knows ${known}. Install the newer version.`,
  TemplateUnknown: ({ found, known }) => `${found}: there is no input file of that name. Known: ${known.join(", ")}; the files of a selection come from "timbang rules template".`,
  FileUnreadable: ({ path }) => `${path}: the file cannot be read. Check its name and rights.`,
  NotJson: ({ path }) => `${path}: not JSON. Begin from "timbang rules show cpns-2024 --format json".`,
  RunMissing: ({ path, reason }) => ({
    missing: `${path}: not found; the folder is not one that "timbang select" wrote. Name the folder of the result.`,
    folder: `${path}: this is not a file, but "timbang select" writes one there. Name the folder of the result.`,
    forbidden: `${path}: it may not be opened. Ask for the right to read it.`
  })[reason],
  RunNotJson: ({ path }) => `${path}: not JSON; the file was changed after the run. Run the selection again.`,
  ManifestRefused: ({ path }) => `${path}: not the manifest of "timbang select". Name the folder of the result.`,
  RunChanged: ({ path }) => `${path}: its SHA-256 is not the one in manifest.json; it was changed after the run. Run the selection again.`,
  RunRefused: ({ because, path }) => `${path}: run again, this selection gives no result. ${because}`,
  InputChanged: ({ path }) => `${path}: changed while it was read. Run again.`,
  ParticipantNotThere: ({ folder, participant }) => `${participant}: not in ${folder}. Check the participant number.`
}

const neededIndonesian: Readonly<Record<Needed, string>> = {
  "--claims": "klaim setiap unit, unit, claim, min, max",
  "--dictionary-source": "dokumen yang menetapkan kamus itu",
  "--norms": "norma beban kerjanya, abk, abk-kes, wisn, atau teachers",
  "--work": "tugas jabatan, seperti needs workload --input",
  "--pace": "kenaikan dan penurunan terbesar, misalnya 0.1",
  "--policy-source": "dokumen yang menetapkan prioritas itu",
  "--potential-high": "potensi terendah sepertiga atas; tidak ada sumber yang menetapkannya",
  "--potential-middle": "potensi terendah sepertiga tengah; tidak ada sumber yang menetapkannya",
  "--previous": "formasi sebelumnya, allocation.csv",
  "--proposals": "daftar usulannya",
  "--seats": "jumlah formasi yang dibagi",
  "--formations": "daftar formasinya",
  "--letter-number": "nomor surat penetapan",
  "--letter-day": "tanggal surat, TTTT-BB-HH",
  "--letter-digest": "SHA-256 berkas surat",
  "--refill-until": "sampai hari apa tempat diisi kembali, TTTT-BB-HH",
  "--supply-source": "keputusan atau pengumuman yang menetapkan angka itu"
}

const neededEnglish: Readonly<Record<Needed, string>> = {
  "--claims": "the claims of the units, unit, claim, min, max",
  "--dictionary-source": "the document that sets the dictionary",
  "--norms": "the norm of the workload, abk, abk-kes, wisn or teachers",
  "--work": "the tasks of positions, as in needs workload --input",
  "--pace": "the largest rise and fall, such as 0.1",
  "--policy-source": "the document that sets the priority",
  "--potential-high": "the lowest potential of the top third; no source sets it",
  "--potential-middle": "the lowest potential of the middle third; no source sets it",
  "--previous": "the posts before, allocation.csv",
  "--proposals": "the list of proposals",
  "--seats": "how many posts are shared",
  "--formations": "the list of formations",
  "--letter-number": "the number of the deciding letter",
  "--letter-day": "the day of the letter, YYYY-MM-DD",
  "--letter-digest": "the SHA-256 of the letter's file",
  "--refill-until": "the last day on which places are refilled, YYYY-MM-DD",
  "--supply-source": "the decree or announcement that sets the value"
}
