/**
 * Figures as a language writes them: 1.234,5 and 12,5% and Rp 3.000.000 in Indonesian.
 *
 * @since 0.1.0
 */
import type { Day } from "@timbang/core/law"
import { Fraction, type Interval, Undefined } from "@timbang/core/number"
import { Findings, type Sentences } from "@timbang/language"

// --- models ---

/**
 * Ways to write figures in one language.
 *
 * @category models
 * @since 0.1.0
 */
export interface Notation {
  readonly language: Sentences.Language
  /** A number with so many decimals, neither more nor fewer. */
  readonly number: (value: number, decimals?: number) => string
  readonly fraction: (value: Fraction.Fraction, decimals?: number) => string
  /** A share as percent. */
  readonly percent: (share: number | Fraction.Fraction, decimals?: number) => string
  /** A probability with three decimals; one that would round to nothing is written as less than 0.001. */
  readonly probability: (probability: number) => string
  /** A probability in percent; one that would round to nothing or to certainty is written as less or more, for it is neither. */
  readonly chance: (probability: number) => string
  readonly rupiah: (amount: bigint) => string
  /** Both ends of an interval, written by `end`. */
  readonly interval: (interval: Interval.Interval, end: (value: number) => string) => string
  /** A day in full, such as 20 Agustus 2024. */
  readonly day: (day: Day.Day) => string
  /** The value as `write` writes it, or why there is none. */
  readonly or: <A>(answer: A | Undefined.Undefined, write: (value: A) => string) => string
}

// --- constructors ---

/**
 * The notation of a language.
 *
 * **Example** (Indonesian)
 *
 * ```ts
 * import { Notation } from "@timbang/report"
 * const { number, percent, rupiah, day } = Notation.make("id")
 * [number(1234.5, 1), percent(0.125, 1), rupiah(3000000n), day("2024-08-20")] // => ["1.234,5", "12,5%", "Rp3.000.000", "20 Agustus 2024"]
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const make = (language: Sentences.Language): Notation => {
  const locale = language === "id" ? "id-ID" : "en-GB"
  const to = language === "id" ? "sampai" : "to"
  const number = (value: number, decimals = 0): string =>
    plain(new Intl.NumberFormat(locale, fixed(decimals)).format(Object.is(value, -0) ? 0 : value))
  const fraction = (value: Fraction.Fraction, decimals = 0): string =>
    number(Number(Fraction.round(value, decimals, "half-up")) / 10 ** decimals, decimals)
  const months = Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(Date.UTC(2024, month, 1))
  )
  return {
    language,
    number,
    fraction,
    percent: (share, decimals = 1) =>
      typeof share === "number"
        ? `${number(100 * share, decimals)}%`
        : `${fraction(Fraction.multiply(share, Fraction.make(100)), decimals)}%`,
    probability: (probability) => (probability < 0.0005 ? `< ${number(0.001, 3)}` : number(probability, 3)),
    chance: (probability) =>
      probability > 0 && probability < 0.0005
        ? `< ${number(0.1, 1)}%`
        : probability < 1 && probability >= 0.9995 ? `> ${number(99.9, 1)}%` : `${number(100 * probability, 1)}%`,
    rupiah: (amount) => plain(`Rp${new Intl.NumberFormat(locale).format(amount)}`),
    interval: ({ lower, upper }, end) => `${end(lower)} ${to} ${end(upper)}`,
    day: (day) => `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]!} ${day.slice(0, 4)}`,
    or: (answer, write) =>
      Undefined.isUndefined(answer) ? Findings.whyUndefined(answer, language) : write(answer)
  }
}

const fixed = (decimals: number) => ({ minimumFractionDigits: decimals, maximumFractionDigits: decimals })

/** A minus sign that every font and every screen reader knows. */
const plain = (text: string): string => text.replace("-", "\u2212")
