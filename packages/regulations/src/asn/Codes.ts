/**
 * Codes of outcomes that lists of any round print.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "@timbang/core/law"
import type { Outcome } from "@timbang/core/selection"
import * as Instruments from "../Instruments.ts"

/**
 * One line of a round's legend.
 *
 * @category constructors
 * @since 0.1.0
 */
export const code = (
  outcome: Outcome.Outcome,
  text: string,
  title: string,
  source: LegalSource.LegalSource,
  more: { readonly aliases?: ReadonlyArray<string>; readonly pass?: string; readonly group?: "first" | "second" } = {}
): Outcome.OutcomeCode => ({ outcome, code: text, title, aliases: [], source, ...more })

/**
 * The code for equals across the last seat. No law knows it: a list that leaves people to be settled is not official yet.
 *
 * @category codes
 * @since 0.1.0
 */
export const undecided: Outcome.OutcomeCode = code(
  "undecided",
  "BELUM DITETAPKAN",
  "Setara pada batas jumlah kebutuhan; menunggu keputusan",
  Instruments.cite(Instruments.timbang, "host", { note: "No official list prints this; people settle it first." })
)

const unknown = "kode tidak diketahui dalam sumber"

/**
 * What a round with one exam prints whose codes no source gives: the outcome in words, and beside each word that it is not
 * the official code.
 *
 * **Details**
 *
 * The words are this library's. Every title says "kode tidak diketahui dalam sumber", and the source names the regulation of
 * the round whose lists have to be read. A host that has a list of the round replaces them by its codes.
 *
 * **Example** (Somebody selected in 2023)
 *
 * ```ts
 * import { RuleSets } from "@timbang/regulations"
 * const found = RuleSets.pppk2023.codes.find(({ outcome }) => outcome === "selected")
 * found?.code // => "LULUS"
 * found?.title // => "Lulus; kode tidak diketahui dalam sumber"
 * found?.source.provision // => "pengganti kode daftar menurut PermenPANRB 14/2023"
 * ```
 *
 * @category codes
 * @since 0.1.0
 */
export const notFound = (round: LegalSource.LegalSource): ReadonlyArray<Outcome.OutcomeCode> => {
  const source = Instruments.cite(Instruments.timbang, "host", {
    provision: `pengganti kode daftar menurut ${round.instrument}`,
    note: "The codes that lists of this round printed were not found."
  })
  const worded = (outcome: Outcome.Outcome, title: string) => code(outcome, title.toUpperCase(), `${title}; ${unknown}`, source)
  return [
    worded("selected", "Lulus"),
    worded("selected-by-filling", "Lulus pengisian"),
    worded("not-selected", "Tidak lulus"),
    worded("below-threshold", "Di bawah ambang batas"),
    worded("absent", "Tidak hadir"),
    worded("absent-second", "Tidak hadir"),
    worded("ineligible", "Tidak memenuhi syarat"),
    worded("eliminated", "Gugur"),
    worded("withdrawn", "Mengundurkan diri"),
    worded("disqualified", "Didiskualifikasi"),
    undecided
  ]
}
