/**
 * What may be shown of a cell without giving away what stands in it.
 *
 * @since 0.1.0
 */

// --- operations ---

/**
 * The shape of a text: `d` for a digit, `a` for a letter, common separators as they are, `?` for anything else.
 *
 * It is all that is ever shown of a personal cell.
 *
 * **Example** (A birth date, unseen)
 *
 * ```ts
 * import { Shape } from "@timbang/core/input"
 * Shape.of("31/02/1990") // => "dd/dd/dddd"
 * Shape.of("19?0 Mei") // => "dd?d aaa"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const of = (text: string): string => {
  const letters = Array.from(text.slice(0, longestShown), classOf).join("")
  return text.length > longestShown ? `${letters}...` : letters
}

/**
 * What a fault may show of a cell: the text, cut when long and without characters that are not seen. Sixteen digits, which may be
 * a NIK, are shown as a shape whatever the column.
 *
 * **Example** (A score and what looks like a NIK)
 *
 * ```ts
 * import { Shape } from "@timbang/core/input"
 * Shape.shown("12a") // => "12a"
 * Shape.shown("1571010101900001") // => "dddddddddddddddd"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const shown = (text: string): string => {
  if (/(?<!\d)\d{16}(?!\d)/.test(text.replace(/[\s.\-']/g, ""))) return of(text)
  const printable = text.slice(0, longestShown).replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, "?")
  return text.length > longestShown ? `${printable}...` : printable
}

const longestShown = 40

const classOf = (letter: string): string => {
  if (letter >= "0" && letter <= "9") return "d"
  if (/\p{L}/u.test(letter)) return "a"
  return " /-.,:".includes(letter) ? letter : "?"
}
