/**
 * The legal instruments on which the rule sets rest, each named once.
 *
 * Article numbers mostly come from pages and announcements that quote the texts; `docs/sources/selection.md` says how sure
 * each one is and on which day it was checked.
 *
 * @since 0.1.0
 */
import type { Day, LegalSource } from "@timbang/core/law"

// --- models ---

/**
 * A regulation, a decree, a letter, or another document that a number can rest on.
 *
 * @category models
 * @since 0.1.0
 */
export interface Instrument {
  /** Short name in the spelling of the regulation, such as `KepmenPANRB 321/2024`. */
  readonly name: string
  /** What it is about, in a few words. */
  readonly about: string
  readonly year: number
  /** Day of issue; absent when no source consulted gives it. */
  readonly issued?: Day.Day
}

// --- constructors ---

/**
 * Cites an instrument.
 *
 * **Example** (An article)
 *
 * ```ts
 * import { Instruments } from "@timbang/regulations"
 * Instruments.cite(Instruments.permen6Of2024, "article-read", { provision: "Pasal 22" }).instrument // => "PermenPANRB 6/2024"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const cite = (
  instrument: Instrument,
  confidence: LegalSource.Confidence,
  more: { readonly provision?: string; readonly note?: string } = {}
): LegalSource.LegalSource => ({ instrument: instrument.name, confidence, ...more })

/**
 * The day from which an instrument is taken to hold: its day of issue or, where no source gives it, the first day of its
 * year.
 *
 * **Example** (Day of issue known, and not known)
 *
 * ```ts
 * import { Instruments } from "@timbang/regulations"
 * Instruments.holdsFrom(Instruments.kepmen320Of2024) // => "2024-07-29"
 * Instruments.holdsFrom(Instruments.permen36Of2018) // => "2018-01-01"
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const holdsFrom = ({ issued, year }: Instrument): Day.Day => issued ?? `${year}-01-01`

/**
 * Cites the instrument that opens a round, and says where its first day comes from.
 *
 * **Example** (A day that no source gives)
 *
 * ```ts
 * import { Instruments } from "@timbang/regulations"
 * Instruments.opening(Instruments.permen36Of2018, "seen-in-several").note // => "Day of issue not found in the sources consulted; the rule set holds from the first day of its year."
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const opening = (instrument: Instrument, confidence: LegalSource.Confidence): LegalSource.LegalSource =>
  cite(instrument, confidence, instrument.issued === undefined
    ? { note: "Day of issue not found in the sources consulted; the rule set holds from the first day of its year." }
    : {})

// --- CPNS ---

/** PP 11/2017: management of civil servants (PNS). @category CPNS @since 0.1.0 */
export const pp11Of2017: Instrument = { name: "PP 11/2017", about: "management of civil servants (PNS)", year: 2017 }
/** PermenPANRB 36/2018: CPNS selection 2018. @category CPNS @since 0.1.0 */
export const permen36Of2018: Instrument = { name: "PermenPANRB 36/2018", about: "CPNS selection 2018", year: 2018 }
/** PermenPANRB 37/2018: SKD minimum scores 2018. @category CPNS @since 0.1.0 */
export const permen37Of2018: Instrument = { name: "PermenPANRB 37/2018", about: "SKD minimum scores 2018", year: 2018 }
/** PermenPANRB 61/2018: second group and ranking 2018. @category CPNS @since 0.1.0 */
export const permen61Of2018: Instrument = { name: "PermenPANRB 61/2018", about: "second group and ranking 2018", year: 2018 }
/** Surat MenPANRB B/646/S.SM.01.00/2018: SKB score of certified teachers 2018. @category CPNS @since 0.1.0 */
export const letterB646Of2018: Instrument = {
  name: "Surat MenPANRB B/646/S.SM.01.00/2018",
  about: "SKB score of certified teachers 2018",
  year: 2018
}
/** PermenPANRB 23/2019: CPNS selection 2019. @category CPNS @since 0.1.0 */
export const permen23Of2019: Instrument = { name: "PermenPANRB 23/2019", about: "CPNS selection 2019", year: 2019 }
/** PermenPANRB 24/2019: SKD minimum scores 2019. @category CPNS @since 0.1.0 */
export const permen24Of2019: Instrument = { name: "PermenPANRB 24/2019", about: "SKD minimum scores 2019", year: 2019 }
/** PermenPANRB 27/2021: CPNS selection 2021 and 2023. @category CPNS @since 0.1.0 */
export const permen27Of2021: Instrument = { name: "PermenPANRB 27/2021", about: "CPNS selection 2021 and 2023", year: 2021 }
/** KepmenPANRB 1023/2021: SKD minimum scores 2021. @category CPNS @since 0.1.0 */
export const kepmen1023Of2021: Instrument = { name: "KepmenPANRB 1023/2021", about: "SKD minimum scores 2021", year: 2021 }
/** KepmenPANRB 651/2023: SKD minimum scores 2023. @category CPNS @since 0.1.0 */
export const kepmen651Of2023: Instrument = { name: "KepmenPANRB 651/2023", about: "SKD minimum scores 2023", year: 2023 }
/** PermenPANRB 6/2024: procurement of ASN. @category CPNS @since 0.1.0 */
export const permen6Of2024: Instrument = { name: "PermenPANRB 6/2024", about: "procurement of ASN", year: 2024 }
/** KepmenPANRB 320/2024: conduct of the CPNS round 2024. @category CPNS @since 0.1.0 */
export const kepmen320Of2024: Instrument = {
  name: "KepmenPANRB 320/2024",
  about: "conduct of the CPNS round 2024",
  year: 2024,
  issued: "2024-07-29"
}
/** KepmenPANRB 321/2024: SKD minimum scores 2024. @category CPNS @since 0.1.0 */
export const kepmen321Of2024: Instrument = { name: "KepmenPANRB 321/2024", about: "SKD minimum scores 2024", year: 2024 }
/** KepmenPANRB 344/2024: use of an older SKD score. @category CPNS @since 0.1.0 */
export const kepmen344Of2024: Instrument = { name: "KepmenPANRB 344/2024", about: "use of an older SKD score", year: 2024 }

// --- PPPK ---

/** PermenPANRB 28/2021: PPPK teachers 2021. @category PPPK @since 0.1.0 */
export const permen28Of2021: Instrument = { name: "PermenPANRB 28/2021", about: "PPPK teachers 2021", year: 2021 }
/** PermenPANRB 29/2021: PPPK other than teachers 2021. @category PPPK @since 0.1.0 */
export const permen29Of2021: Instrument = { name: "PermenPANRB 29/2021", about: "PPPK other than teachers 2021", year: 2021 }
/** KepmenPANRB 1127/2021: minimum scores, teachers 2021. @category PPPK @since 0.1.0 */
export const kepmen1127Of2021: Instrument = { name: "KepmenPANRB 1127/2021", about: "minimum scores, teachers 2021", year: 2021 }
/** KepmenPANRB 1128/2021: minimum scores, other than teachers 2021. @category PPPK @since 0.1.0 */
export const kepmen1128Of2021: Instrument = { name: "KepmenPANRB 1128/2021", about: "minimum scores, other than teachers 2021", year: 2021 }
/** KepmenPANRB 1169/2021: lowered minimum scores, teachers 2021. @category PPPK @since 0.1.0 */
export const kepmen1169Of2021: Instrument = { name: "KepmenPANRB 1169/2021", about: "lowered minimum scores, teachers 2021", year: 2021 }
/** PermenPANRB 20/2022: PPPK teachers 2022. @category PPPK @since 0.1.0 */
export const permen20Of2022: Instrument = { name: "PermenPANRB 20/2022", about: "PPPK teachers 2022", year: 2022 }
/** KepmenPANRB 968/2022: PPPK health workers 2022. @category PPPK @since 0.1.0 */
export const kepmen968Of2022: Instrument = { name: "KepmenPANRB 968/2022", about: "PPPK health workers 2022", year: 2022 }
/** Perdirjen HK.01.03/F/2268/2022: additions for health workers 2022. @category PPPK @since 0.1.0 */
export const perdirjen2268Of2022: Instrument = {
  name: "Perdirjen HK.01.03/F/2268/2022",
  about: "additions for health workers 2022",
  year: 2022
}
/** PermenPANRB 14/2023: PPPK in functional positions. @category PPPK @since 0.1.0 */
export const permen14Of2023: Instrument = { name: "PermenPANRB 14/2023", about: "PPPK in functional positions", year: 2023 }
/** KepmenPANRB 571/2023: later, lower minimum scores of 2022. @category PPPK @since 0.1.0 */
export const kepmen571Of2023: Instrument = { name: "KepmenPANRB 571/2023", about: "later, lower minimum scores of 2022", year: 2023 }
/** KepmenPANRB 648/2023: PPPK 2023. @category PPPK @since 0.1.0 */
export const kepmen648Of2023: Instrument = { name: "KepmenPANRB 648/2023", about: "PPPK 2023", year: 2023 }
/** KepmenPANRB 649/2023: PPPK teachers 2023. @category PPPK @since 0.1.0 */
export const kepmen649Of2023: Instrument = { name: "KepmenPANRB 649/2023", about: "PPPK teachers 2023", year: 2023 }
/** KepmenPANRB 650/2023: PPPK health workers 2023. @category PPPK @since 0.1.0 */
export const kepmen650Of2023: Instrument = { name: "KepmenPANRB 650/2023", about: "PPPK health workers 2023", year: 2023 }
/** KepmenPANRB 652/2023: minimum scores, technical positions 2023. @category PPPK @since 0.1.0 */
export const kepmen652Of2023: Instrument = { name: "KepmenPANRB 652/2023", about: "minimum scores, technical positions 2023", year: 2023 }
/** KepmenPANRB 347/2024: conduct of the PPPK round 2024. @category PPPK @since 0.1.0 */
export const kepmen347Of2024: Instrument = {
  name: "KepmenPANRB 347/2024",
  about: "conduct of the PPPK round 2024",
  year: 2024,
  issued: "2024-08-19"
}
/** KepmenPANRB 348/2024: PPPK teachers 2024. @category PPPK @since 0.1.0 */
export const kepmen348Of2024: Instrument = { name: "KepmenPANRB 348/2024", about: "PPPK teachers 2024", year: 2024 }
/** KepmenPANRB 349/2024: PPPK health workers 2024. @category PPPK @since 0.1.0 */
export const kepmen349Of2024: Instrument = { name: "KepmenPANRB 349/2024", about: "PPPK health workers 2024", year: 2024 }
/** KepmenPANRB 391/2024: extra requirements and certificates 2024. @category PPPK @since 0.1.0 */
export const kepmen391Of2024: Instrument = { name: "KepmenPANRB 391/2024", about: "extra requirements and certificates 2024", year: 2024 }

// --- other documents ---

/** SSCASN 2024: list of posts offered in 2024. @category documents @since 0.1.0 */
export const sscasn2024: Instrument = { name: "SSCASN 2024", about: "list of posts offered in 2024", year: 2024 }
/** Timbang: a documented choice of this library where the texts are silent. @category documents @since 0.1.0 */
export const timbang: Instrument = {
  name: "Timbang",
  about: "a documented choice of this library where the texts are silent",
  year: 2026
}
