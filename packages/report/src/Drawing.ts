/**
 * What every chart of this package is drawn with: one ink, one accent, no script.
 */
import * as Plot from "@observablehq/plot"
import { parseHTML } from "linkedom"
import { type Html, trusted } from "./Html.ts"

export const ink = "#1c2b33"
export const accent = "#0b5c7a"
export const alert = "#a3320b"
export const faint = "#8a979d"

/** Width of a drawing for a page on a desk or on paper, and for one on a phone, where a letter is as large as on the page. Unit: dots. */
export const widths = { wide: 720, narrow: 320 } as const

/** A text in lines of at most `most` letters, broken between words; a longer word keeps its line. */
export const lines = (text: string, most: number): ReadonlyArray<string> => {
  const made: Array<string> = []
  for (const word of text.split(" ")) {
    const last = made.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most) made[made.length - 1] = `${last} ${word}`
    else made.push(word)
  }
  return made
}

/** Draws with the library on a document of its own, and says in words what the drawing shows. */
export const draw = (description: string, options: Plot.PlotOptions): Html => {
  const { document } = parseHTML("<html><body></body></html>")
  const figure = Plot.plot({
    document: document as unknown as Document,
    width: widths.wide,
    style: { fontSize: "13px", fontFamily: "inherit", color: ink, background: "white" } as unknown as string,
    ...options
  })
  figure.setAttribute("role", "img")
  figure.setAttribute("aria-label", description)
  // The library labels its groups in English, where no label may stand.
  for (const part of figure.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label")
  figure.removeAttribute("height")
  figure.setAttribute("width", "100%")
  return trusted(figure.outerHTML)
}
