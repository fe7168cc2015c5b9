/**
 * The choice of proposals in words: what every proposal got and why, and why no choice could be made.
 *
 * @since 0.1.0
 */
import { counted } from "../Counting.ts"
import type { Day } from "@timbang/core/law"
import type { Choice, Electorate, EqualShares, GreedyChoice, Proposal, ServiceDictionary } from "@timbang/core/needs"
import { Scaled } from "@timbang/core/number"
import { type Language, say, type Sentences } from "../Sentences.ts"

// --- models ---

/**
 * What one proposal got.
 *
 * **Details**
 *
 * Beside the answers of the rules there are proposals that no rule weighs: `NotPriced` is a wish without a cost,
 * `BeyondBudget` alone costs more than all there is, `Withdrawn` was cancelled or rejected before.
 *
 * @category models
 * @since 0.1.0
 */
export type Answer =
  | { readonly _tag: "EqualShares"; readonly answer: EqualShares.Answer }
  | { readonly _tag: "Greedy"; readonly answer: GreedyChoice.Answer }
  | { readonly _tag: "NotPriced"; readonly id: string }
  | { readonly _tag: "BeyondBudget"; readonly id: string; readonly cost: number; readonly budget: number }
  | { readonly _tag: "Withdrawn"; readonly id: string; readonly state: "Cancelled" | "Rejected"; readonly reason: string }

/**
 * What a choice can fail with.
 *
 * @category models
 * @since 0.1.0
 */
export type Problem = Choice.ChoiceRefused | Electorate.WeightRefused

// --- operations ---

/**
 * The answer to one proposal. Amounts have `decimals` decimals.
 *
 * **Example** (Taken, and not)
 *
 * ```ts
 * import { Voices } from "@timbang/language"
 * const taken = { _tag: "In", id: "U1", cost: 120, place: 1, by: "equal-shares", supporters: 3, pricePerVoter: 40 } as const
 * Voices.answer({ _tag: "EqualShares", answer: taken }, "id") // => "masuk, urutan 1, dibayar bersama oleh 3 suara"
 * const out = { _tag: "Out", id: "U2", cost: 90, supporters: 2, left: 10, spentOn: [{ id: "U1", amount: 40 }] } as const
 * Voices.answer({ _tag: "EqualShares", answer: out }, "en") // => "not in: its 2 votes had 10 of 90 left, having paid for U1 (40)"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const answer = (found: Answer, language: Language, decimals = 0): string => {
  const money = (amount: number) => Scaled.format(amount, decimals)
  switch (found._tag) {
    case "EqualShares":
      return say(language === "id" ? sharesIndonesian(money) : sharesEnglish(money), found.answer)
    case "Greedy":
      return say(language === "id" ? greedyIndonesian(money) : greedyEnglish(money), found.answer)
    default:
      return say(language === "id" ? otherIndonesian(money) : otherEnglish(money), found)
  }
}

/**
 * Why no choice could be made: what was found and what to do.
 *
 * **Example** (A budget that is not whole)
 *
 * ```ts
 * import { Choice } from "@timbang/core/needs"
 * import { Voices } from "@timbang/language"
 * const problem = new Choice.ChoiceRefused({ what: "budget", found: "-1" })
 * Voices.problem(problem, "id") // => "anggaran: tertulis -1. Biaya, anggaran, dan langkah harus bilangan bulat, setiap usulan ada sekali, dan suara hanya menyebut usulan yang ada."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const problem = (found: Problem, language: Language): string =>
  language === "id" ? say(problemsIndonesian, found) : found.message

/**
 * What a result of this kind is worth: a simulation, and who decides.
 *
 * **Example** (In English)
 *
 * ```ts
 * import { Voices } from "@timbang/language"
 * Voices.standing("en") // => "SIMULASI: it shows what the voices ask for; the plan is decided by Bappeda and TAPD."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const standing = (language: Language): string =>
  language === "id"
    ? "SIMULASI: menunjukkan apa yang diminta suara warga; rencana ditetapkan oleh Bappeda dan TAPD."
    : "SIMULASI: it shows what the voices ask for; the plan is decided by Bappeda and TAPD."

/**
 * Whose voices were counted, and which were cut by the cap.
 *
 * **Example** (Villages by population, one cut)
 *
 * ```ts
 * import { Voices } from "@timbang/language"
 * const electorate = { weighting: "villages-by-population", voices: [{ voter: "Hulu", approves: [], weight: 5 }], capped: [{ voter: "Hulu", before: 9, after: 5 }] } as const
 * Voices.electorate(electorate, "en") // => ["1 village, weight by population", "Hulu counts 5 instead of 9: the cap"]
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const electorate = ({ capped, voices, weighting }: Electorate.Electorate, language: Language): ReadonlyArray<string> => {
  const count = weighting === "ballots" ? voices.reduce((sum, { weight }) => sum + weight, 0) : voices.length
  const cut = capped.map(({ after, before, voter }) =>
    language === "id" ? `${voter} dihitung ${after}, bukan ${before}: batas pengaruh` : `${voter} counts ${after} instead of ${before}: the cap`)
  return [say(language === "id" ? weightingsIndonesian : weightingsEnglish, { _tag: weighting, count }), ...cut]
}

/**
 * Equals that only a draw can part; nothing was chosen.
 *
 * **Example** (Two wells)
 *
 * ```ts
 * import { Voices } from "@timbang/language"
 * Voices.drawNeeded({ among: ["U1", "U2"] }, "en") // => "A draw is needed among U1, U2. Give the order drawn with --lots U1,U2, or an order with --tie."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const drawNeeded = ({ among }: { readonly among: ReadonlyArray<string> }, language: Language): string =>
  language === "id"
    ? `Perlu undian di antara ${among.join(", ")}. Berikan urutan hasil undian dengan --lots ${among.join(",")}, atau urutan dengan --tie.`
    : `A draw is needed among ${among.join(", ")}. Give the order drawn with --lots ${among.join(",")}, or an order with --tie.`

/**
 * Equals whose draw would change nothing.
 *
 * **Example** (Both are in anyway)
 *
 * ```ts
 * import { Voices } from "@timbang/language"
 * Voices.indifferent(["U1", "U2"], "en") // => "U1, U2 stand equal; in whatever order, the same proposals are chosen."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const indifferent = (among: ReadonlyArray<string>, language: Language): string =>
  language === "id"
    ? `${among.join(", ")} seimbang; urutan mana pun memilih usulan yang sama.`
    : `${among.join(", ")} stand equal; in whatever order, the same proposals are chosen.`

/**
 * Proposals that ask for the same thing.
 *
 * **Example** (A renewed one)
 *
 * ```ts
 * import { Voices } from "@timbang/language"
 * Voices.linked({ standsFor: "K-02", proposals: ["K-02", "P-31"], channels: ["musrenbang", "pokir"], isExact: true }, "en") // => "K-02, P-31 ask for the same; look at them together."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const linked = ({ isExact, proposals }: Proposal.Linked, language: Language): string => {
  const ids = proposals.join(", ")
  return language === "id"
    ? `${ids} meminta hal yang sama${isExact ? "" : " dengan volume berbeda"}; periksa bersama.`
    : `${ids} ask for the same${isExact ? "" : " in different volumes"}; look at them together.`
}

/**
 * By which dictionary the share of voice was made, and how many proposals it does not name.
 *
 * **Example** (Two kinds unknown)
 *
 * ```ts
 * import { Voices } from "@timbang/language"
 * Voices.heard({ dictionary: "Keputusan Bappeda 1/2026", on: "2026-03-02", unmapped: 2 }, "en") // => "Voice by the dictionary Keputusan Bappeda 1/2026 on 2026-03-02, beside the need and no part of it; 2 physical proposals of kinds it does not name are counted, not guessed."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const heard = (
  { dictionary, on, unmapped }: { readonly dictionary: string; readonly on: Day.Day; readonly unmapped: number },
  language: Language
): string => {
  if (language === "id") {
    const unnamed = unmapped === 0 ? "" : `; ${unmapped} usulan fisik berjenis yang tidak dimuatnya dihitung, tidak ditebak`
    return `Suara warga menurut kamus ${dictionary} per ${on}, di samping kebutuhan dan bukan bagiannya${unnamed}.`
  }
  const unnamed = unmapped === 0
    ? ""
    : `; ${unmapped} physical ${unmapped === 1 ? "proposal of a kind it does not name is" : "proposals of kinds it does not name are"} counted, not guessed`
  return `Voice by the dictionary ${dictionary} on ${on}, beside the need and no part of it${unnamed}.`
}

/**
 * A service that wishes name and the dictionary does not have.
 *
 * **Example** (The same sector in other words)
 *
 * ```ts
 * import { Voices } from "@timbang/language"
 * Voices.unlisted({ service: "Kesehatan", proposals: ["U-03"] }, "en") // => "Kesehatan: asked for by U-03, no service of the dictionary on that day; it counts for itself. If it is one of its services in other words, add a row to the dictionary: kind Kesehatan, sector that service."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const unlisted = ({ proposals, service }: ServiceDictionary.Voice["unlisted"][number], language: Language): string =>
  language === "id"
    ? `${service}: diminta oleh ${proposals.join(", ")}, bukan layanan dalam kamus pada hari itu; dihitung tersendiri. Bila itu layanan kamus dengan nama lain, tambahkan baris pada kamus: kind ${service}, sector layanan itu.`
    : `${service}: asked for by ${proposals.join(", ")}, no service of the dictionary on that day; it counts for itself. If it is one of its services in other words, add a row to the dictionary: kind ${service}, sector that service.`

/**
 * A kind of proposal that the dictionary does not name, with the proposals of it.
 *
 * **Example** (A stadium)
 *
 * ```ts
 * import { Voices } from "@timbang/language"
 * Voices.unmapped({ kind: "stadion", proposals: ["U-01"] }, "en") // => "stadion: not in the dictionary on that day; U-01 counted as unmapped. Add the kind to the dictionary with its first day."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const unmapped = ({ kind, proposals }: ServiceDictionary.Voice["unmapped"][number], language: Language): string => {
  const ids = proposals.join(", ")
  if (kind === "") {
    return language === "id"
      ? `${ids}: tanpa jenis, dihitung sebagai belum terpetakan. Isi kolom kind dari kamus usulan.`
      : `${ids}: without a kind, counted as unmapped. Fill the column kind from the dictionary.`
  }
  return language === "id"
    ? `${kind}: tidak ada dalam kamus pada hari itu; ${ids} dihitung sebagai belum terpetakan. Tambahkan jenisnya ke kamus dengan hari mulainya.`
    : `${kind}: not in the dictionary on that day; ${ids} counted as unmapped. Add the kind to the dictionary with its first day.`
}

/**
 * Said when ballots that give points or an order are read as approvals.
 *
 * **Example** (Points)
 *
 * ```ts
 * import { Voices } from "@timbang/language"
 * Voices.readAsApproval("cumulative", "en") // => "Ballots are of the kind cumulative; every project named with points is read as approved."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const readAsApproval = (voteType: string, language: Language): string =>
  language === "id"
    ? `Surat suara berjenis ${voteType}; setiap usulan yang disebut dengan nilai dibaca sebagai disetujui.`
    : `Ballots are of the kind ${voteType}; every project named with points is read as approved.`

/**
 * Said when ballots give points or an order and nobody named how to read them.
 *
 * **Example** (An order)
 *
 * ```ts
 * import { Voices } from "@timbang/language"
 * Voices.notApproval("ordinal", "en") // => "Ballots are of the kind ordinal, not approval; points and orders are not weighed. Give --read-as approvals to count every project a ballot names as approved."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const notApproval = (voteType: string, language: Language): string =>
  language === "id"
    ? `Surat suara berjenis ${voteType}, bukan approval; nilai dan urutan tidak ditimbang. Berikan --read-as approvals agar setiap usulan yang disebut dihitung sebagai disetujui.`
    : `Ballots are of the kind ${voteType}, not approval; points and orders are not weighed. Give --read-as approvals to count every project a ballot names as approved.`

/**
 * How far a choice by equal shares is, while it takes seconds.
 *
 * **Example** (A city)
 *
 * ```ts
 * import { Voices } from "@timbang/language"
 * Voices.computing(120, 124, "en") // => "add1: 120 rises in 124 runs ..."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const computing = (raises: number, runs: number, language: Language): string =>
  language === "id" ? `add1: ${raises} kenaikan dalam ${runs} putaran ...` : `add1: ${raises} rises in ${runs} runs ...`

/**
 * How many are in, and what they cost.
 *
 * **Example** (Three of five)
 *
 * ```ts
 * import { Voices } from "@timbang/language"
 * Voices.summary({ chosen: 3, of: 5, spent: "760", budget: "1000" }, "en") // => "3 of 5 proposals are in, for 760 of 1000."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const summary = (
  { budget, chosen, of, spent }: { readonly chosen: number; readonly of: number; readonly spent: string; readonly budget: string },
  language: Language
): string =>
  language === "id"
    ? `${chosen} dari ${of} usulan masuk, seharga ${spent} dari ${budget}.`
    : `${chosen} of ${counted(of, "proposal")} ${chosen === 1 ? "is" : "are"} in, for ${spent} of ${budget}.`

type Weighted = { readonly [W in Electorate.Weighting]: { readonly _tag: W; readonly count: number } }[Electorate.Weighting]

const weightingsIndonesian: Sentences<Weighted> = {
  ballots: ({ count }) => `${count} surat suara`,
  "villages-equal": ({ count }) => `${count} desa, bobot sama`,
  "villages-by-population": ({ count }) => `${count} desa, bobot menurut jumlah penduduk`
}

const weightingsEnglish: Sentences<Weighted> = {
  ballots: ({ count }) => `${count} ${count === 1 ? "ballot" : "ballots"}`,
  "villages-equal": ({ count }) => `${count} ${count === 1 ? "village" : "villages"}, equal weight`,
  "villages-by-population": ({ count }) => `${count} ${count === 1 ? "village" : "villages"}, weight by population`
}

type Money = (amount: number) => string

const payments = (spentOn: ReadonlyArray<{ readonly id: string; readonly amount: number }>, money: Money): string =>
  spentOn.map(({ amount, id }) => `${id} (${money(amount)})`).join(", ")

const sharesIndonesian = (money: Money): Sentences<EqualShares.Answer> => ({
  In: ({ by, place, supporters }) =>
    by === "equal-shares" ? `masuk, urutan ${place}, dibayar bersama oleh ${supporters} suara` : `masuk, urutan ${place}, dari sisa anggaran`,
  Out: ({ cost, left, spentOn, supporters }) =>
    `tidak masuk: ${supporters} suara pendukungnya mempunyai sisa ${money(left)} dari ${money(cost)}${
      spentOn.length === 0 ? "" : `, setelah membayar ${payments(spentOn, money)}`
    }`,
  NoSupport: () => "tidak masuk: tidak ada suara yang mendukungnya",
  NoUtility: () => "tidak masuk: biayanya nol, sehingga tidak ada manfaat yang dihitung menurut biaya"
})

const sharesEnglish = (money: Money): Sentences<EqualShares.Answer> => ({
  In: ({ by, place, supporters }) =>
    by === "equal-shares" ? `in, place ${place}, paid for together by ${supporters} votes` : `in, place ${place}, from money left over`,
  Out: ({ cost, left, spentOn, supporters }) =>
    `not in: its ${supporters} votes had ${money(left)} of ${money(cost)} left${spentOn.length === 0 ? "" : `, having paid for ${payments(spentOn, money)}`}`,
  NoSupport: () => "not in: nobody approved it",
  NoUtility: () => "not in: it costs nothing, so that a gain counted by cost is nil"
})

const greedyIndonesian = (money: Money): Sentences<GreedyChoice.Answer> => ({
  In: ({ place, supporters }) => `masuk, urutan ${place}, dengan ${supporters} suara`,
  Out: ({ cost, left, supporters, taker }) =>
    supporters === 0
      ? "tidak masuk: tidak ada suara yang mendukungnya"
      : `tidak masuk: tersisa ${money(left)} dari ${money(cost)} pada gilirannya${taker === undefined ? "" : `, setelah ${taker}`}`
})

const greedyEnglish = (money: Money): Sentences<GreedyChoice.Answer> => ({
  In: ({ place, supporters }) => `in, place ${place}, with ${supporters} votes`,
  Out: ({ cost, left, supporters, taker }) =>
    supporters === 0
      ? "not in: nobody approved it"
      : `not in: ${money(left)} of ${money(cost)} were left at its turn${taker === undefined ? "" : `, after ${taker}`}`
})

type Other = Exclude<Answer, { readonly _tag: "EqualShares" | "Greedy" }>

const otherIndonesian = (money: Money): Sentences<Other> => ({
  NotPriced: () => "tidak ikut dipilih: aspirasi tanpa anggaran; dihitung sebagai suara bagi layanannya",
  BeyondBudget: ({ budget, cost }) => `tidak ikut dipilih: biayanya ${money(cost)} melebihi seluruh anggaran ${money(budget)}`,
  Withdrawn: ({ reason, state }) => `tidak ikut dipilih: ${state === "Cancelled" ? "dibatalkan" : "ditolak"} sebelumnya, ${reason}`
})

const otherEnglish = (money: Money): Sentences<Other> => ({
  NotPriced: () => "not weighed: a wish without a budget; it counts as a voice for its service",
  BeyondBudget: ({ budget, cost }) => `not weighed: its cost of ${money(cost)} is more than the whole budget of ${money(budget)}`,
  Withdrawn: ({ reason, state }) => `not weighed: ${state === "Cancelled" ? "cancelled" : "rejected"} before, ${reason}`
})

const whatOf = (what: string): string =>
  what
    .replace(/^budget$/, "anggaran")
    .replace(/^cost of proposal /, "biaya usulan ")
    .replace(/^proposal /, "usulan ")
    .replace(/^step of add1$/, "langkah add1")

const problemsIndonesian: Sentences<Problem> = {
  ChoiceRefused: ({ found, what }) =>
    `${whatOf(what)}: tertulis ${found === "it twice" ? "dua kali" : found}. Biaya, anggaran, dan langkah harus bilangan bulat, setiap usulan ada sekali, dan suara hanya menyebut usulan yang ada.`,
  WeightRefused: ({ found, voter }) =>
    `${voter === "the cap" ? "Batas pengaruh" : `Bobot ${voter.replace(/^ballot (?=\d+$)/, "surat suara ")}`} adalah ${found}. Tulis bilangan bulat 1 atau lebih; batas pengaruh di atas 0 dan paling tinggi 1.`
}
