/**
 * Posts in words: why they cannot be shared or opened, why a row of the usulan asks for so many, which draws are open.
 *
 * @since 0.1.0
 */
import { counted } from "../Counting.ts"
import type { Allocation, Apportionment, Budget, ClaimSpread, Decree, Opening, Pace, PostInterval, SeatChange, TwoWay } from "@timbang/core/formation"
import { Fraction } from "@timbang/core/number"
import { type Language, say, type Sentences } from "../Sentences.ts"

// --- models ---

/**
 * What the formation stage can fail with.
 *
 * @category models
 * @since 0.1.0
 */
export type Problem =
  | Apportionment.Refused
  | Allocation.CellRefused
  | Decree.NotAsked
  | Opening.CategoryNotOpen
  | Opening.PositionNotOpen
  | Opening.DrawsOpen
  | Opening.BeyondGranted
  | Budget.FigureRefused
  | ClaimSpread.SpreadRefused
  | Pace.PaceRefused
  | PostInterval.RunsRefused
  | SeatChange.ChangeUnknown
  | TwoWay.MarginsDiffer
  | TwoWay.MarginAbsent
  | TwoWay.MarginsConflict
  | TwoWay.TableNotDrawn

// --- operations ---

/**
 * Why posts could not be shared or opened: what was found and what to do.
 *
 * **Example** (Minimums that need more than there is)
 *
 * ```ts
 * import { Apportionment } from "@timbang/core/formation"
 * import { Formations } from "@timbang/language"
 * const problem = new Apportionment.DoesNotFit({ total: 5, shortBy: 2, unplaced: 0 })
 * Formations.problem(problem, "id") // => "Batas minimum memerlukan 2 formasi lebih banyak dari 5 yang ada. Turunkan minimum atau tambah formasinya."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const problem = (found: Problem, language: Language): string =>
  language === "id" ? say(indonesian, found) : found.message

/**
 * Said when every claim is 0, so that there is nothing to share by.
 *
 * **Example** (In English)
 *
 * ```ts
 * import { Formations } from "@timbang/language"
 * Formations.nothingClaimed(10, "en") // => "every claim is 0, so 10 posts cannot be shared in proportion; correct the claims, or give minimums that hold them all"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const nothingClaimed = (seats: number, language: Language): string =>
  language === "id"
    ? `semua klaim 0, sehingga ${seats} formasi tidak dapat dibagi sebanding. Perbaiki klaimnya, atau beri minimum yang menampung semuanya`
    : `every claim is 0, so ${counted(seats, "post")} cannot be shared in proportion; correct the claims, or give minimums that hold them all`

/**
 * Said when nothing, or two things, are given to share by.
 *
 * **Example** (In English)
 *
 * ```ts
 * import { Formations } from "@timbang/language"
 * Formations.sharedBy("en") // => "give --claims C.csv (unit, claim, min, max; timbang template claims) or --cells CELLS.csv (unit, position, need, onHand), one of the two"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const sharedBy = (language: Language): string =>
  language === "id"
    ? "berikan --claims C.csv (unit, claim, min, max; timbang template claims) atau --cells CELLS.csv (unit, position, need, onHand), salah satu saja"
    : "give --claims C.csv (unit, claim, min, max; timbang template claims) or --cells CELLS.csv (unit, position, need, onHand), one of the two"

/**
 * Said when nobody says how many posts there are.
 *
 * **Example** (In English)
 *
 * ```ts
 * import { Formations } from "@timbang/language"
 * Formations.howMany("en") // => "how many posts? Give --seats N, --margins M.csv or --budget B.csv"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const howMany = (language: Language): string =>
  language === "id"
    ? "berapa formasi? Berikan --seats N, --margins M.csv, atau --budget B.csv"
    : "how many posts? Give --seats N, --margins M.csv or --budget B.csv"

/**
 * Why a row of the usulan asks for so many posts.
 *
 * **Example** (Enough people)
 *
 * ```ts
 * import { Formations } from "@timbang/language"
 * Formations.reason({ _tag: "NoGap" }, "id") // => "pegawai sudah cukup"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const reason = (found: Allocation.Reason, language: Language): string =>
  say(language === "id" ? reasonsIndonesian : reasonsEnglish, found)

/**
 * A draw that people have to hold, in one sentence.
 *
 * **Example** (One post, two units)
 *
 * ```ts
 * import { Formations } from "@timbang/language"
 * Formations.draw({ seats: 1, among: ["P", "Q"] }, "id") // => "Perlu undian: 1 formasi di antara P, Q."
 * Formations.draw({ seats: 1, among: ["P", "Q"] }, "en") // => "A draw is needed: 1 post among P, Q."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const draw = ({ among, seats }: Apportionment.Draw, language: Language): string =>
  language === "id"
    ? `Perlu undian: ${seats} formasi di antara ${among.join(", ")}.`
    : `A draw is needed: ${seats} ${seats === 1 ? "post" : "posts"} among ${among.join(", ")}.`

/**
 * Asked, granted and opened, in one sentence.
 *
 * **Example** (A round)
 *
 * ```ts
 * import { Formations } from "@timbang/language"
 * Formations.totals({ asked: 12, granted: 10, opened: 9 }, "id") // => "Diusulkan 12, ditetapkan 10, dibuka 9."
 * Formations.totals({ asked: 12, granted: 10, opened: 9 }, "en") // => "Asked 12, granted 10, opened 9."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const totals = ({ asked, granted, opened }: Opening.Opened["totals"], language: Language): string =>
  language === "id"
    ? `Diusulkan ${asked}, ditetapkan ${granted}, dibuka ${opened}.`
    : `Asked ${asked}, granted ${granted}, opened ${opened}.`

/**
 * Posts that a kind of need must have, and has.
 *
 * **Example** (Two of a hundred)
 *
 * ```ts
 * import { Formations } from "@timbang/language"
 * Formations.reserved({ category: "disabilitas", required: 2, opened: 2 }, "en") // => "disabilitas: 2 required, 2 opened."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const reserved = ({ category, opened, required }: Opening.Opened["reserved"][number], language: Language): string =>
  language === "id" ? `${category}: wajib ${required}, dibuka ${opened}.` : `${category}: ${required} required, ${opened} opened.`

/**
 * What shared posts are worth: a simulation, and who decides.
 *
 * **Example** (In English)
 *
 * ```ts
 * import { Formations } from "@timbang/language"
 * Formations.standing("en") // => "SIMULASI: material for what the region asks for; the posts are granted by the Minister."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const standing = (language: Language): string =>
  language === "id"
    ? "SIMULASI: bahan usulan daerah; formasi ditetapkan oleh Menteri PANRB."
    : "SIMULASI: material for what the region asks for; the posts are granted by the Minister."

/**
 * Said when formations are opened without a decree.
 *
 * **Example** (In English)
 *
 * ```ts
 * import { Formations } from "@timbang/language"
 * Formations.noDecree("en") // => "SIMULASI: there is no decree yet; all that is asked is taken as granted."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const noDecree = (language: Language): string =>
  language === "id"
    ? "SIMULASI: belum ada penetapan; semua yang diusulkan dianggap ditetapkan."
    : "SIMULASI: there is no decree yet; all that is asked is taken as granted."

/**
 * Said when the formations of one file belong to two selections.
 *
 * **Example** (In English)
 *
 * ```ts
 * import { Formations } from "@timbang/language"
 * Formations.bothKinds("en") // => "The file holds posts of PNS and of PPPK, which are selected by different rules; write one kind with --asn."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const bothKinds = (language: Language): string =>
  language === "id"
    ? "Berkas memuat formasi PNS dan PPPK yang diseleksi dengan aturan berbeda; tulis satu jenis dengan --asn."
    : "The file holds posts of PNS and of PPPK, which are selected by different rules; write one kind with --asn."

/**
 * A number of the law that nobody has verified.
 *
 * **Example** (In English)
 *
 * ```ts
 * import { Formations } from "@timbang/language"
 * Formations.unverified("kinds of need", "en") // => "Not verified: kinds of need. Check it against the text of the law."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const unverified = (name: string, language: Language): string =>
  language === "id" ? `Belum diverifikasi: ${name}. Cocokkan dengan naskah peraturannya.` : `Not verified: ${name}. Check it against the text of the law.`

const share = (exact: Fraction.Fraction, mark: string): string => {
  const hundredths = Fraction.round(exact, 2, "half-up").toString().padStart(3, "0")
  return `${hundredths.slice(0, -2)}${mark}${hundredths.slice(-2)}`
}

const reasonsIndonesian: Sentences<Allocation.Reason> = {
  NoGap: () => "pegawai sudah cukup",
  WholeGap: () => "seluruh kekurangan",
  Ceiling: ({ share: exact }) => `dibatasi jumlah formasi; bagian sebandingnya ${share(exact, ",")}`,
  DrawOpen: () => "satu formasi lagi bergantung pada undian"
}

const reasonsEnglish: Sentences<Allocation.Reason> = {
  NoGap: () => "there are enough people",
  WholeGap: () => "all that is missing",
  Ceiling: ({ share: exact }) => `bounded by the posts there are; its proportional share is ${share(exact, ".")}`,
  DrawOpen: () => "one post more depends on a draw"
}

const fields: Readonly<Record<Apportionment.NotWhole["field"], string>> = {
  claim: "klaim",
  min: "minimum",
  max: "maksimum",
  seats: "jumlah formasi"
}

const cellFields: Readonly<Record<string, string>> = {
  need: "kebutuhan",
  "on hand": "bezetting",
  minimum: "minimum",
  retirements: "pensiun",
  weights: "bobot",
  "weight and score": "bobot dan skor"
}

const cellExpectations: Readonly<Record<string, string>> = {
  "a whole number of people, 0 or more": "bilangan bulat 0 atau lebih",
  "numbers, 0 or more": "bilangan 0 atau lebih",
  "weights and scores with fewer decimals": "bobot dan skor dengan desimal lebih sedikit"
}

const budgetFigures: Readonly<Record<string, string>> = {
  spending: "Total belanja",
  personnel: "Belanja pegawai",
  freed: "Belanja pegawai yang pensiun",
  costPerPost: "Biaya per formasi",
  "items left out": "Pos yang dikeluarkan",
  "share of the cap": "Bagian batas belanja pegawai"
}

const budgetExpectations: Readonly<Record<string, string>> = {
  "whole rupiah, above 0": "rupiah bulat di atas 0",
  "whole rupiah, 0 or more": "rupiah bulat 0 atau lebih",
  "at most the personnel spending": "paling banyak sebesar belanja pegawai",
  "a part such as 0.3": "bagian seperti 0.3"
}

const spreadWords = {
  spread: ["Pergeseran bobot", "bagian dari 0 sampai 1"],
  draws: ["Banyak pembobotan", "bilangan bulat 1 sampai 1000000"],
  seed: ["Benih", "bilangan bulat 0 atau lebih"]
} as const

const indonesian: Sentences<Problem> = {
  NotWhole: ({ field, found, unit }) =>
    `${fields[field]}${unit === undefined ? "" : ` ${unit}`} adalah ${found}. Tulis bilangan bulat 0 atau lebih${
      field === "claim" ? "" : ", paling banyak 10000000"
    }.`,
  DuplicateUnit: ({ unit }) => `Unit ${unit} tertulis dua kali. Beri setiap unit satu baris.`,
  BoundsCrossed: ({ max, min, unit }) =>
    `${unit} harus mendapat paling sedikit ${min} dan paling banyak ${max} formasi. Perbaiki salah satunya.`,
  DoesNotFit: ({ shortBy, total, unplaced }) =>
    shortBy > 0
      ? `Batas minimum memerlukan ${shortBy} formasi lebih banyak dari ${total} yang ada. Turunkan minimum atau tambah formasinya.`
      : `${unplaced} dari ${total} formasi tidak muat di bawah maksimum unit yang mempunyai klaim. Naikkan maksimum atau bagikan lebih sedikit.`,
  DrawnDoesNotFit: ({ draws, strangers }) =>
    `Hasil undian tidak cocok${strangers.length === 0 ? "" : ` (${strangers.join(", ")} tidak ada dalam undian)`}. ${
      draws.length === 0 ? "Tidak ada undian yang terbuka; hapus hasil undian itu" : `Undilah ${draws.map(({ among, seats }) => `${seats} dari ${among.join(", ")}`).join("; ")}`
    }.`,
  CellRefused: ({ cell, expected, field, found }) => {
    const [name, year] = field.split(" of ")
    return `${cellFields[name!] ?? name}${year === undefined ? "" : ` ${year}`} dari ${cell}: tertulis ${found}, seharusnya ${
      cellExpectations[expected] ?? expected.replace("at most the gap,", "paling banyak kekurangannya,")
    }.`
  },
  NotAsked: ({ asked, granted, position, unit }) =>
    `Penetapan memberi ${granted} formasi ${position}${unit === undefined ? "" : ` di ${unit}`}, yang diusulkan ${asked}. Tambahkan barisnya pada usulan, atau sebutkan unitnya pada penetapan.`,
  CategoryNotOpen: ({ agencyKind, category, open }) =>
    `Instansi jenis ${agencyKind} tidak boleh membuka ${category}. Yang terbuka baginya: ${open.join(", ")}.`,
  PositionNotOpen: ({ position, why }) =>
    why === "closed"
      ? `${position} bukan formasi ASN. Keluarkan dari yang dibuka.`
      : `${position} mempunyai formasi tetapi tidak diterangkan. Tambahkan pendidikan dan jenis ASN-nya pada daftar jabatan.`,
  DrawsOpen: ({ draws }) =>
    `Masih ada undian yang terbuka: ${draws.map(({ among, seats }) => `${seats} di antara ${among.join(", ")}`).join("; ")}. Lakukan undiannya dan berikan hasilnya dengan --drawn.`,
  FigureRefused: ({ expected, figure, found }) =>
    `${budgetFigures[figure] ?? figure}: tertulis ${found}, seharusnya ${budgetExpectations[expected] ?? expected.replace("one of", "salah satu dari")}.`,
  SpreadRefused: ({ found, what }) => `${spreadWords[what][0]}: tertulis ${found}, seharusnya ${spreadWords[what][1]}.`,
  PaceRefused: ({ found }) => `Laju perubahan ${found}: tulis bagian seperti 0.1, 0 atau lebih; penurunan paling banyak 1.`,
  RunsRefused: ({ found }) =>
    found.startsWith("a coverage of")
      ? `Cakupan selang ${found.slice("a coverage of ".length)}: tulis bagian di atas 0 sampai 1.`
      : "Pembobotan tidak sebanyak unitnya; setiap pembobotan memuat satu klaim untuk setiap unit.",
  ChangeUnknown: ({ unit, why }) =>
    `Perubahan terkecil untuk ${unit} tidak dapat dicari: ${
      {
        absent: "tidak ada dalam daftar",
        "draw-open": "masih ada undian yang terbuka; selesaikan dulu",
        "quota-method": "metode quota tidak menjamin bahwa klaim yang lebih besar tidak merugikan; pakai metode pembagi"
      }[why]
    }.`,
  MarginsDiffer: ({ families, units }) =>
    `Jumlah menurut unit ${units} formasi, menurut rumpun jabatan ${families}. Keduanya harus sama.`,
  MarginAbsent: ({ family, unit }) =>
    `Sel ${unit} / ${family} tidak mempunyai jumlah tepi. Beri unit dan rumpun jabatannya jumlah formasi.`,
  MarginsConflict: ({ families, needed, room, units }) =>
    `Kedua jumlah tepi tidak dapat dipenuhi. Buktinya: ${units.join(", ")} bersama harus mendapat ${needed} formasi, padahal ${
      families.length === 0 ? "sel-selnya" : `rumpun ${families.join(", ")} beserta sel lain unit itu`
    } paling banyak menampung ${room}. Turunkan jumlah unit itu, naikkan rumpun itu, atau beri unit itu klaim lain.`,
  TableNotDrawn: ({ open }) =>
    `Sel hasil undian tidak cocok. Undilah di antara ${open.map(({ family, unit }) => `${unit} / ${family}`).join(", ")}.`,
  BeyondGranted: ({ asked, cell, granted }) =>
    `${cell} menyisihkan atau menahan ${asked} formasi, padahal ditetapkan ${granted}. Kurangi formasi khusus atau yang ditahan.`
}
