/**
 * How sure posts are, in words: the interval of a unit, the smallest change that moves a post, what the budget bears.
 *
 * @since 0.1.0
 */
import { counted } from "../Counting.ts"
import type { Budget, PostInterval, SeatChange, TwoWay } from "@timbang/core/formation"
import { Fraction } from "@timbang/core/number"
import type { Language } from "../Sentences.ts"

// --- operations ---

/**
 * The posts of a unit over admissible weightings.
 *
 * **Example** (Both languages)
 *
 * ```ts
 * import { Certainties } from "@timbang/language"
 * const interval = { unit: "Puskesmas A", low: 18, high: 21, inside: 9512, runs: 10000, least: 17, most: 22 }
 * Certainties.interval(interval, "id") // => "Puskesmas A: 18 sampai 21 formasi dalam 95,1 % dari 10.000 pembobotan yang dapat diterima."
 * Certainties.interval(interval, "en") // => "Puskesmas A: 18 to 21 posts in 95.1 % of 10,000 admissible weightings."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const interval = ({ high, inside, low, runs, unit }: PostInterval.PostInterval, language: Language): string => {
  const part = decimal(Fraction.make(inside * 100, runs), 1, language)
  const all = thousands(runs, language)
  return language === "id"
    ? `${unit}: ${low === high ? low : `${low} sampai ${high}`} formasi dalam ${part} % dari ${all} pembobotan yang dapat diterima.`
    : `${unit}: ${low === high ? low : `${low} to ${high}`} posts in ${part} % of ${all} admissible weightings.`
}

/**
 * The smallest change of a unit's claim that gives it a post, and the smallest that takes one. `unit` is one claim in the
 * unit of the change.
 *
 * **Example** (Changes counted in thousandths of a claim)
 *
 * ```ts
 * import { Certainties } from "@timbang/language"
 * const change = { unit: "A", gain: { change: 1500, others: ["B"] }, loss: undefined }
 * Certainties.change(change, 1000n, "id") // => ["A: klaim 1,5 lebih besar memberi satu formasi lagi, dari B.", "A: tidak ada klaim lebih kecil yang mengurangi formasinya."]
 * Certainties.change(change, 1000n, "en") // => ["A: a claim larger by 1.5 gives it one post more, from B.", "A: no smaller claim takes a post from it."]
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const change = (found: SeatChange.SeatChange, unit: bigint, language: Language): ReadonlyArray<string> => {
  const { gain, loss, unit: name } = found
  const amount = (move: SeatChange.Move) => decimal(Fraction.make(BigInt(move.change), unit), 3, language)
  const names = (move: SeatChange.Move) => move.others.join("; ")
  return language === "id"
    ? [
        gain === undefined
          ? `${name}: tidak ada klaim lebih besar yang memberi satu formasi lagi.`
          : `${name}: klaim ${amount(gain)} lebih besar memberi satu formasi lagi${gain.others.length === 0 ? "" : `, dari ${names(gain)}`}.`,
        loss === undefined
          ? `${name}: tidak ada klaim lebih kecil yang mengurangi formasinya.`
          : `${name}: klaim ${amount(loss)} lebih kecil mengurangi satu formasi${loss.others.length === 0 ? "" : `, menjadi milik ${names(loss)}`}.`
      ]
    : [
        gain === undefined
          ? `${name}: no larger claim gives it one post more.`
          : `${name}: a claim larger by ${amount(gain)} gives it one post more${gain.others.length === 0 ? "" : `, from ${names(gain)}`}.`,
        loss === undefined
          ? `${name}: no smaller claim takes a post from it.`
          : `${name}: a claim smaller by ${amount(loss)} takes one post from it${loss.others.length === 0 ? "" : `, for ${names(loss)}`}.`
      ]
}

/**
 * What the budget bears, with the law behind it.
 *
 * **Example** (Room, and none)
 *
 * ```ts
 * import { Fraction } from "@timbang/core/number"
 * import { Certainties } from "@timbang/language"
 * const ceiling = { ratio: Fraction.make(32, 100), isAboveCap: true, room: -400, growth: "zero-growth", posts: 0 } as const
 * Certainties.ceiling(ceiling, "UU 1/2022 Pasal 146", "id") // => "Belanja pegawai 32,00 % dari belanja, di atas batas (UU 1/2022 Pasal 146); kurang Rp400, pertumbuhan nol: 0 formasi."
 * Certainties.ceiling({ ...ceiling, growth: "minus-growth", posts: -4 }, "UU 1/2022 Pasal 146", "en") // => "Personnel spending is 32.00 % of spending, above the cap (UU 1/2022 Pasal 146); Rp400 short, minus growth: 4 posts have to go."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const ceiling = ({ growth, isAboveCap, posts, ratio, room }: Budget.Ceiling, law: string, language: Language): string => {
  const part = decimal(Fraction.multiply(ratio, Fraction.make(100)), 2, language, true)
  const money = thousands(Math.abs(room), language)
  const [count, id] = [thousands(Math.abs(posts), language), language === "id"]
  const state = id
    ? `Belanja pegawai ${part} % dari belanja, ${isAboveCap ? "di atas" : "dalam"} batas (${law})`
    : `Personnel spending is ${part} % of spending, ${isAboveCap ? "above" : "within"} the cap (${law})`
  switch (growth) {
    case "room":
      return id ? `${state}; ruang Rp${money} setelah yang pensiun: ${count} formasi.` : `${state}; room of Rp${money} after retirements: ${counted(count, "post")}.`
    case "zero-growth":
      return id ? `${state}; kurang Rp${money}, pertumbuhan nol: 0 formasi.` : `${state}; Rp${money} short, zero growth: 0 posts.`
    case "minus-growth":
      return id ? `${state}; kurang Rp${money}, pertumbuhan minus: ${count} formasi harus berkurang.` : `${state}; Rp${money} short, minus growth: ${counted(count, "post has", "posts have")} to go.`
  }
}

/**
 * More posts are opened than the budget bears.
 *
 * **Example** (In English)
 *
 * ```ts
 * import { Certainties } from "@timbang/language"
 * Certainties.beyondBudget(12, 10, "en") // => "12 posts are opened and the budget bears 10; open fewer or correct the budget."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const beyondBudget = (opened: number, posts: number, language: Language): string =>
  language === "id"
    ? `Dibuka ${opened} formasi, anggaran menanggung ${posts}; buka lebih sedikit atau perbaiki anggarannya.`
    : `${counted(opened, "post is", "posts are")} opened and the budget bears ${posts}; open fewer or correct the budget.`

/**
 * Cells of a two-way table in which several tables are equally proportional.
 *
 * **Example** (Two cells)
 *
 * ```ts
 * import { Certainties } from "@timbang/language"
 * Certainties.openTable([{ unit: "A", family: "bidan" }, { unit: "B", family: "bidan" }], "en") // => "A draw is needed: several tables are equally proportional in A / bidan; B / bidan. Give what was drawn with --drawn \"A / bidan=POSTS\"."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const openTable = (open: ReadonlyArray<Omit<TwoWay.CellSeats, "seats">>, language: Language): string => {
  const names = open.map(({ family, unit }) => `${unit} / ${family}`)
  return language === "id"
    ? `Perlu undian: beberapa tabel sama sebandingnya pada ${names.join("; ")}. Berikan hasilnya dengan --drawn "${names[0]}=FORMASI".`
    : `A draw is needed: several tables are equally proportional in ${names.join("; ")}. Give what was drawn with --drawn "${names[0]}=POSTS".`
}

const thousands = (whole: number, language: Language): string =>
  String(whole).replace(/\B(?=(\d{3})+$)/g, language === "id" ? "." : ",")

/** Half-up to so many decimals; noughts at the end are left out unless they are to be kept. */
const decimal = (exact: Fraction.Fraction, decimals: number, language: Language, keepsNoughts = false): string => {
  const digits = Fraction.round(exact, decimals, "half-up").toString().padStart(decimals + 1, "0")
  const [whole, rest] = [digits.slice(0, -decimals), digits.slice(-decimals)]
  const kept = keepsNoughts ? rest : rest.replace(/0+$/, "")
  return `${thousands(Number(whole), language)}${kept === "" ? "" : `${language === "id" ? "," : "."}${kept}`}`
}
