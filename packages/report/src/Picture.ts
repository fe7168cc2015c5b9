/**
 * A chart as a file of its own, for Word and spreadsheets: SVG as XML, and PNG.
 *
 * @since 0.1.0
 */
import { fileURLToPath } from "node:url"

// --- models ---

/**
 * A chart in dots.
 *
 * @category models
 * @since 0.1.0
 */
export interface Picture {
  readonly png: Uint8Array
  /** Unit: dots. */
  readonly width: number
  /** Unit: dots. */
  readonly height: number
}

// --- operations ---

/**
 * The chart as the text of an `.svg` file: XML with its namespace, as wide as it was drawn.
 *
 * **Example** (A chart that has a page no more)
 *
 * ```ts
 * import { Picture } from "@timbang/report"
 * Picture.svg('<svg viewBox="0 0 72 46" width="100%"></svg>') // => '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 46" width="72" height="46"></svg>'
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const svg = (chart: string): string => {
  const [, width, height] = /viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/.exec(chart) ?? []
  return chart
    .replaceAll("&nbsp;", "&#160;")
    .replace(tags, (tag) => tag.replace(/"[^"]*"/g, (text) => text.replaceAll("<", "&lt;")))
    .replace(/^<svg(?! xmlns=)/, "<svg xmlns=\"http://www.w3.org/2000/svg\"")
    .replace(tags, (tag) => tag.startsWith("<svg") ? tag.replace(" width=\"100%\"", ` width="${width}" height="${height}"`) : tag)
}

/** Tags with their attributes: HTML leaves `<` and `>` in attributes as they are, XML does not allow `<`. */
const tags = /<[^\s<>"]+(?:\s+[\w:-]+="[^"]*")*\s*\/?>/g

/**
 * The chart in dots, on white, `width` dots wide.
 *
 * **Details**
 *
 * Letters are those of DejaVu Sans, which comes with the package: the same chart gives the same picture on every machine. The
 * library that draws it is loaded when it is first asked for.
 *
 * **Example** (Twice as wide as it was drawn)
 *
 * ```ts
 * import { Picture } from "@timbang/report"
 * const { height, width } = await Picture.png('<svg viewBox="0 0 720 460" width="100%"></svg>')
 * [width, height] // => [1440, 920]
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const png = async (chart: string, width = 1440): Promise<Picture> => {
  const { Resvg } = await import("@resvg/resvg-js")
  const picture = new Resvg(svg(chart), {
    background: "white",
    fitTo: { mode: "width", value: width },
    font: { loadSystemFonts: false, defaultFontFamily: "DejaVu Sans", fontFiles: ["DejaVuSans", "DejaVuSans-Bold"].map(fontFile) }
  }).render()
  return { png: new Uint8Array(picture.asPng()), width: picture.width, height: picture.height }
}

const fontFile = (name: string): string => fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))
