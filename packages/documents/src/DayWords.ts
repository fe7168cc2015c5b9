/**
 * Days as official papers write them: in full, and in words alone.
 *
 * @since 0.1.0
 */
import type { Day } from "@timbang/core/law"
import type { Sentences } from "@timbang/language"
import { toCardinal as english, toOrdinal } from "n2words/en-GB"
import { toCardinal as indonesian } from "n2words/id-ID"

/**
 * A day in full.
 *
 * **Example** (Indonesian)
 *
 * ```ts
 * import { DayWords } from "@timbang/documents"
 * DayWords.long("2026-11-24", "id") // => "24 November 2026"
 * ```
 *
 * @category writing
 * @since 0.1.0
 */
export const long = (day: Day.Day, language: Sentences.Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(Date.parse(day))

/**
 * A day in words alone, as minutes write it, so that no figure can be altered.
 *
 * **Example** (No figures)
 *
 * ```ts
 * import { DayWords } from "@timbang/documents"
 * DayWords.spelled("2026-11-24", "id") // => { weekday: "Selasa", day: "dua puluh empat", month: "November", year: "dua ribu dua puluh enam" }
 * ```
 *
 * @category writing
 * @since 0.1.0
 */
export const spelled = (day: Day.Day, language: Sentences.Language) => {
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: "UTC" }).format(Date.parse(day))
  const [year, , date] = day.split("-").map(Number)
  return {
    weekday: part({ weekday: "long" }),
    day: language === "id" ? indonesian(date!) : toOrdinal(date!),
    month: part({ month: "long" }),
    year: language === "id" ? indonesian(year!) : english(year!)
  }
}

const localeOf = (language: Sentences.Language): string => language === "id" ? "id-ID" : "en-GB"
