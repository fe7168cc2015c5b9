/**
 * Everything that a part of the evaluation report writes with: figures, phrases and words of one language.
 */
import type { Fraction, Interval, Undefined } from "@timbang/core/number"
import { Findings, type Sentences } from "@timbang/language"
import * as Notation from "../Notation.ts"
import { english } from "./texts.en.ts"
import { indonesian, type Texts } from "./texts.id.ts"

export interface Writer {
  readonly texts: Texts
  readonly phrases: Findings.Phrases
  readonly notation: Notation.Notation
  /** People, with no more decimals than say it exactly, and at most two. */
  readonly people: (count: Fraction.Fraction) => string
  readonly share: (share: Fraction.Fraction | Undefined.Undefined) => string
  /** Both ends as `end` writes them and the method, or why there is none. */
  readonly interval: (interval: Interval.Interval | Undefined.Undefined, end: (value: number) => string) => string
}

export const make = (language: Sentences.Language): Writer => {
  const notation = Notation.make(language)
  const phrases = Findings.phrases(language)
  return {
    texts: language === "id" ? indonesian : english,
    phrases,
    notation,
    people: (count) => notation.fraction(count, [0, 1].find((digits) => isExact(count, digits)) ?? 2),
    share: (share) => notation.or(share, (one) => notation.percent(one)),
    interval: (interval, end) =>
      notation.or(interval, (one) => `${notation.interval(one, end)} (${phrases.method[one.method]})`)
  }
}

const isExact = ({ denominator }: Fraction.Fraction, decimals: number): boolean =>
  10n ** BigInt(decimals) % denominator === 0n
