/**
 * What the PPPK rounds have in common.
 *
 * @since 0.1.0
 */
import { type LegalSource, Sourced } from "@timbang/core/law"
import type { Requirement, RuleSet } from "@timbang/core/selection"
import * as Authorities from "../asn/Authorities.ts"
import * as Common from "../asn/Requirements.ts"
import * as Codes from "../asn/Codes.ts"
import * as Instruments from "../Instruments.ts"

/**
 * Kebutuhan umum, the general category of a PPPK round.
 *
 * @category categories
 * @since 0.1.0
 */
export const umum = (source: LegalSource.LegalSource): RuleSet.Category => ({
  id: "umum",
  title: "Kebutuhan umum",
  general: true,
  aliases: ["UMUM", "KEBUTUHAN UMUM", "PPPK"],
  protected: false,
  source
})

/**
 * Age from 20 years to one year before retirement, and what CPNS and PPPK have in common.
 *
 * @category requirements
 * @since 0.1.0
 */
export const requirements = (instrument: Instruments.Instrument): ReadonlyArray<Requirement.Requirement> => {
  const source = instrument === Instruments.permen6Of2024
    ? Instruments.cite(instrument, "seen-in-several")
    : Instruments.cite(instrument, "inferred", { note: "The pages consulted describe this for PermenPANRB 6/2024." })
  return [
    {
      _tag: "Age",
      id: "usia",
      title: "Usia pada saat melamar",
      minimumYears: Sourced.known(20, source),
      maximumYears: Sourced.unknown({ ...source, note: "One year less than the retirement age of the position; supply it for the positions of the round." }),
      upperLimit: Sourced.known("years-and-no-days", {
        ...source,
        confidence: "unverified",
        note: "Day precision is from memory. Other reading: completed-years."
      }),
      exceptions: [],
      decidedBy: Authorities.agency,
      source
    },
    ...Common.common(instrument, ["CPNS", "PPPK"])
  ]
}

/**
 * A window about which the sources of a round say nothing, but for what is given.
 *
 * @category objections
 * @since 0.1.0
 */
export const window = (
  stage: string,
  source: LegalSource.LegalSource,
  known: { readonly days?: number; readonly perPerson?: number; readonly announceAgainWithinDays?: number } = {}
): RuleSet.ObjectionWindow => {
  const sourced = (value: number | undefined): Sourced.Sourced<number> =>
    value === undefined ? Sourced.unknown(source) : Sourced.known(value, source)
  return {
    stage,
    days: sourced(known.days),
    perPerson: sourced(known.perPerson),
    announceAgainWithinDays: sourced(known.announceAgainWithinDays),
    decidedBy: stage === "administrasi" ? Authorities.agency : Authorities.panselnas,
    source
  }
}

/**
 * Two windows about which the sources of a round say nothing.
 *
 * @category objections
 * @since 0.1.0
 */
export const windowsNotFound = (instrument: Instruments.Instrument): ReadonlyArray<RuleSet.ObjectionWindow> => {
  const source = Instruments.cite(instrument, "unverified", { note: "Windows of this round were not found; PPPK rules differ by round." })
  return [window("administrasi", source), window("kompetensi", source)]
}

/**
 * A PPPK round; what is left out is as in every round.
 *
 * **Details**
 *
 * The codes of lists before 2024 were not found: such a round prints outcomes in words, and says so beside each word.
 *
 * @category constructors
 * @since 0.1.0
 */
export const round = (
  about:
    & Pick<RuleSet.RuleSet, "id" | "title" | "holds" | "sources" | "components" | "steps" | "ranking" | "requirements">
    & Partial<Pick<RuleSet.RuleSet, "categories" | "codes" | "filling" | "objections">>
    & { readonly groups: RuleSet.RuleSet["thresholds"]["groups"]; readonly thresholds: LegalSource.LegalSource }
): RuleSet.RuleSet => {
  const { groups, thresholds, ...given } = about
  return {
    schemaVersion: 1,
    program: "PPPK",
    hostAuthorities: Authorities.ofTheHost,
    categories: [umum(thresholds)],
    thresholds: { groups, decidedBy: Authorities.menpanrb, source: thresholds },
    codes: Codes.notFound(given.sources[0]!),
    objections: [],
    ...given
  }
}
