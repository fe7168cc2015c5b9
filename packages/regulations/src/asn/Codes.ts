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
