/**
 * Objection windows (masa sanggah) of the CPNS rounds.
 *
 * @since 0.1.0
 */
import { type LegalSource, Sourced } from "@timbang/core/law"
import type { RuleSet } from "@timbang/core/selection"
import * as Authorities from "../asn/Authorities.ts"
import * as Instruments from "../Instruments.ts"

/**
 * Windows of three days after the administrative check and after the final result.
 *
 * **Details**
 *
 * Administrative check: once a person, only about errors of the committee, without new documents. Final result: an accepted
 * objection goes to Panselnas for approval before the result is announced again.
 *
 * @category objections
 * @since 0.1.0
 */
export const windows = (
  administrative: LegalSource.LegalSource,
  final: LegalSource.LegalSource
): ReadonlyArray<RuleSet.ObjectionWindow> => [
  {
    stage: "administrasi",
    days: Sourced.known(3, administrative),
    perPerson: Sourced.known(1, administrative),
    announceAgainWithinDays: Sourced.known(7, administrative),
    decidedBy: Authorities.agency,
    source: administrative
  },
  {
    stage: "final",
    days: Sourced.known(3, final),
    perPerson: Sourced.unknown(final),
    announceAgainWithinDays: Sourced.known(7, final),
    decidedBy: Authorities.panselnas,
    source: final
  }
]

/**
 * The windows of 2024.
 *
 * @category objections
 * @since 0.1.0
 */
export const of2024: ReadonlyArray<RuleSet.ObjectionWindow> = windows(
  Instruments.cite(Instruments.permen6Of2024, "seen-in-several"),
  Instruments.cite(Instruments.permen6Of2024, "unverified", { note: "The only page found is about the round of 2021." })
)

/**
 * The windows of 2023, by the same regulation as 2021.
 *
 * @category objections
 * @since 0.1.0
 */
export const of2023: ReadonlyArray<RuleSet.ObjectionWindow> = windows(
  Instruments.cite(Instruments.permen27Of2021, "inferred", { note: "The pages found are about the round of 2024." }),
  Instruments.cite(Instruments.permen27Of2021, "inferred", { note: "The page found is about the round of 2021, by the same regulation." })
)

/**
 * The windows of 2021.
 *
 * @category objections
 * @since 0.1.0
 */
export const of2021: ReadonlyArray<RuleSet.ObjectionWindow> = windows(
  Instruments.cite(Instruments.permen27Of2021, "inferred", { note: "The pages found are about the round of 2024." }),
  Instruments.cite(Instruments.permen27Of2021, "seen-in-one")
)

/**
 * Windows of a round about which no source was found.
 *
 * @category objections
 * @since 0.1.0
 */
export const notFound = (instrument: Instruments.Instrument): ReadonlyArray<RuleSet.ObjectionWindow> => {
  const source = Instruments.cite(instrument, "unverified", { note: "Windows of this round were not found." })
  const unknown = Sourced.unknown(source)
  const window = { days: unknown, perPerson: unknown, announceAgainWithinDays: unknown, source }
  return [
    { ...window, stage: "administrasi", decidedBy: Authorities.agency },
    { ...window, stage: "final", decidedBy: Authorities.panselnas }
  ]
}
