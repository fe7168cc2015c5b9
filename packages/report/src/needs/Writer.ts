/**
 * Everything that a part of the report of needs writes with.
 */
import { Fraction } from "@timbang/core/number"
import type { Sentences } from "@timbang/language"
import * as Notation from "../Notation.ts"
import type { Facts } from "./Facts.ts"
import { english } from "./texts.en.ts"
import { indonesian, type Texts } from "./texts.id.ts"

export interface Writer {
  readonly texts: Texts
  readonly notation: Notation.Notation
  readonly language: Sentences.Language
  /** The title of a unit, sector, job family or indicator; its identifier where there is none. */
  readonly titleOf: (id: string) => string
  /** People with one decimal. */
  readonly people: (amount: Fraction.Fraction | number) => string
  /** An index of 0 to 1 as 0 to 100 with one decimal. */
  readonly hundredfold: (share: Fraction.Fraction) => string
  /** A figure with all its decimals where they end, else two. */
  readonly figure: (figure: Fraction.Fraction) => string
  readonly range: (low: number, high: number, decimals: number) => string
}

export const make = (facts: Facts, language: Sentences.Language): Writer => {
  const notation = Notation.make(language)
  const texts = language === "id" ? indonesian : english
  const titles = new Map([
    ...Object.entries(facts.titles),
    ...[...facts.units, ...facts.sectors, ...facts.jobFamilies].map(({ id, title }) => [id, title] as const)
  ])
  return {
    texts,
    notation,
    language,
    titleOf: (id) => titles.get(id) ?? id,
    people: (amount) => (typeof amount === "number" ? notation.number(amount, 1) : notation.fraction(amount, 1)),
    hundredfold: (share) => notation.fraction(Fraction.multiply(share, Fraction.make(100)), 1),
    figure: (figure) =>
      notation.fraction(figure, [0, 1, 2, 3].find((digits) => 10n ** BigInt(digits) % figure.denominator === 0n) ?? 2),
    range: (low, high, decimals) => texts.to(notation.number(low, decimals), notation.number(high, decimals))
  }
}
