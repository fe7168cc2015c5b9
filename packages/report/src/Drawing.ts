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

/** Draws with the library on a document of its own, and says in words what the drawing shows. */
export const draw = (description: string, options: Plot.PlotOptions): Html => {
  const { document } = parseHTML("<html><body></body></html>")
  const figure = Plot.plot({
    document: document as unknown as Document,
    width: 720,
    style: { fontSize: "13px", fontFamily: "inherit", color: ink, background: "white" } as unknown as string,
    ...options
  })
  figure.setAttribute("role", "img")
  figure.setAttribute("aria-label", description)
  figure.removeAttribute("height")
  figure.setAttribute("width", "100%")
  return trusted(figure.outerHTML)
}
