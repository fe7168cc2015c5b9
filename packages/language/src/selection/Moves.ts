/**
 * The difference between two selections in words: who moved, from what to what, and why; after a correction, an objection or
 * another reading of the rules.
 *
 * @since 0.1.0
 */
import { Scaled } from "@timbang/core/number"
import type { Comparison } from "@timbang/core/selection"
import * as Explanations from "./explanations.ts"
import type { Language } from "../Sentences.ts"

// --- operations ---

/**
 * One person's move. `decimals` are those of the final score.
 *
 * **Details**
 *
 * The last part says what parted the two runs for this person: an own score, step or minimum by its identifier, a recorded
 * event, the filling of empty seats, or other people alone. No line says why an exclusion was recorded.
 *
 * **Example** (A correction gains a seat that somebody else loses)
 *
 * ```ts
 * import { Moves } from "@timbang/language"
 * const selected = { outcome: "selected", code: "P/L", rank: 1, final: 72400, seat: "F1" } as const
 * const not = { outcome: "not-selected", code: "P", rank: 2, final: 70000, seat: undefined } as const
 * Moves.line({ participant: "24-1", formation: "F1", before: not, after: { ...selected, final: 76000 }, direction: "gains", step: "skb" }, "en", 3) // => "24-1 (F1) gains a stage: from P, rank 2, final score 70.000 to P/L, rank 1, final score 76.000, seat F1; by skb"
 * Moves.line({ participant: "24-2", formation: "F1", before: selected, after: { ...not, final: 72400 }, direction: "loses", step: "others" }, "id", 3) // => "24-2 (F1) turun tahap: dari P/L, peringkat 1, nilai akhir 72,400, kursi F1 menjadi P, peringkat 2, nilai akhir 72,400; karena peserta lain"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const line = (move: Comparison.Move, language: Language, decimals: number): string => {
  const words = language === "id" ? indonesian : english
  const place = ({ code, final, rank, seat }: Comparison.Position) =>
    [
      code,
      ...(rank === undefined ? [] : [words.rank(rank)]),
      ...(final === undefined ? [] : [words.final(Scaled.format(final, decimals).replace(".", Explanations.phrases(language).decimalMark))]),
      ...(seat === undefined ? [] : [words.seat(seat)])
    ].join(", ")
  return words.move(
    `${move.participant} (${move.formation})`,
    words.direction[move.direction],
    place(move.before),
    place(move.after),
    Explanations.difference(move.step, language)
  )
}

/**
 * How many moved and how many did not, and who stands on one side only.
 *
 * **Example** (Two of ten)
 *
 * ```ts
 * import { Moves } from "@timbang/language"
 * Moves.summary({ moves: [], unchanged: 10, onlyBefore: [], onlyAfter: [] }, "en") // => "0 moved, 10 did not."
 * Moves.summary({ moves: [], unchanged: 10, onlyBefore: ["24-9"], onlyAfter: [] }, "id") // => "0 berubah, 10 tetap; hanya pada yang lama: 24-9."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const summary = ({ moves, onlyAfter, onlyBefore, unchanged }: Comparison.Comparison, language: Language): string => {
  const words = language === "id" ? indonesian : english
  return `${
    [
      words.counts(moves.length, unchanged),
      ...(onlyBefore.length === 0 ? [] : [words.onlyBefore(onlyBefore.join(", "))]),
      ...(onlyAfter.length === 0 ? [] : [words.onlyAfter(onlyAfter.join(", "))])
    ].join("; ")
  }.`
}

interface Words {
  readonly move: (who: string, direction: string, before: string, after: string, step: string) => string
  readonly direction: Readonly<Record<Comparison.Move["direction"], string>>
  readonly rank: (rank: number) => string
  readonly final: (score: string) => string
  readonly seat: (formation: string) => string
  readonly counts: (moved: number, unchanged: number) => string
  readonly onlyBefore: (participants: string) => string
  readonly onlyAfter: (participants: string) => string
}

const english: Words = {
  move: (who, direction, before, after, step) => `${who} ${direction}: from ${before} to ${after}; by ${step}`,
  direction: { gains: "gains a stage", loses: "loses a stage", "same-stage": "stays at the same stage" },
  rank: (rank) => `rank ${rank}`,
  final: (score) => `final score ${score}`,
  seat: (formation) => `seat ${formation}`,
  counts: (moved, unchanged) => `${moved} moved, ${unchanged} did not`,
  onlyBefore: (participants) => `only in the older: ${participants}`,
  onlyAfter: (participants) => `only in the newer: ${participants}`
}

const indonesian: Words = {
  move: (who, direction, before, after, step) => `${who} ${direction}: dari ${before} menjadi ${after}; karena ${step}`,
  direction: { gains: "naik tahap", loses: "turun tahap", "same-stage": "tetap pada tahap yang sama" },
  rank: (rank) => `peringkat ${rank}`,
  final: (score) => `nilai akhir ${score}`,
  seat: (formation) => `kursi ${formation}`,
  counts: (moved, unchanged) => `${moved} berubah, ${unchanged} tetap`,
  onlyBefore: (participants) => `hanya pada yang lama: ${participants}`,
  onlyAfter: (participants) => `hanya pada yang baru: ${participants}`
}
