/**
 * Everything that a part of the performance report writes with.
 */
import type { Sentences } from "@timbang/language"
import * as Notation from "../Notation.ts"
import { english } from "./texts.en.ts"
import { indonesian, type Texts } from "./texts.id.ts"

export interface Writer {
  readonly texts: Texts
  readonly notation: Notation.Notation
}

export const make = (language: Sentences.Language): Writer => ({
  texts: language === "id" ? indonesian : english,
  notation: Notation.make(language)
})
