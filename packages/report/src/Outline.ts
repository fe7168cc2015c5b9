/**
 * A report as a plain list of blocks: what Word and spreadsheets are written from.
 *
 * It is read off the finished page, so that a report says the same in every form.
 *
 * @since 0.1.0
 */
import { parseHTML } from "linkedom"

// --- models ---

/**
 * One block of a report, in reading order. A chart is its drawing with what it shows in words and its caption.
 *
 * @category models
 * @since 0.1.0
 */
export type Block =
  | { readonly _tag: "Heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly _tag: "Paragraph"; readonly text: string; readonly role: "facts" | "standing" | "sentence" | "text" }
  | { readonly _tag: "Points"; readonly items: ReadonlyArray<string> }
  | { readonly _tag: "Figures"; readonly figures: ReadonlyArray<{ readonly name: string; readonly figure: string; readonly note: string }> }
  | { readonly _tag: "Chart"; readonly caption: string; readonly description: string; readonly svg: string }
  | Table

/**
 * A table with its caption and where its figures come from.
 *
 * @category models
 * @since 0.1.0
 */
export interface Table {
  readonly _tag: "Table"
  readonly caption: string
  readonly columns: ReadonlyArray<{ readonly heading: string; readonly isFigure: boolean }>
  /** As printed, in the notation of the report's language. */
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
  readonly source: string
}

/**
 * A whole report.
 *
 * @category models
 * @since 0.1.0
 */
export interface Outline {
  readonly title: string
  readonly language: "id" | "en"
  readonly blocks: ReadonlyArray<Block>
}

// --- operations ---

/**
 * The outline of a page that {@link EvaluationReport.render} or {@link PerformanceReport.render} made.
 *
 * **Example** (The title comes first)
 *
 * ```ts
 * import { Outline, PerformanceReport } from "@timbang/report"
 * const facts = { agency: "Kerinci", period: "2026", on: "2027-01-31", standing: { _tag: "simulasi" }, surveys: [], comparisons: [], funnels: [], courses: [] } as const
 * Outline.of(PerformanceReport.render(facts)).blocks[0] // => { _tag: "Heading", level: 1, text: "Laporan kinerja layanan: 2026" }
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const of = (page: string): Outline => {
  const { document } = parseHTML(page)
  const parts = [...document.querySelectorAll("header > h1, header > p, main > section > *, footer > p")]
  return {
    title: textOf(document.querySelector("title")),
    language: document.documentElement.getAttribute("lang") === "en" ? "en" : "id",
    blocks: parts.flatMap(blocksOf)
  }
}

const blocksOf = (element: Element): ReadonlyArray<Block> => {
  switch (element.localName) {
    case "h1":
    case "h2":
    case "h3":
      return [{ _tag: "Heading", level: Number(element.localName[1]) as 1 | 2 | 3, text: textOf(element) }]
    case "p": {
      const named = (["facts", "standing", "sentence"] as const).find((name) => element.classList.contains(name))
      return [{
        _tag: "Paragraph",
        role: named ?? "text",
        text: named === "facts" ? [...element.children].map(textOf).join(" · ") : textOf(element)
      }]
    }
    case "ul":
      return [{ _tag: "Points", items: [...element.children].map(textOf) }]
    case "dl":
      return [{ _tag: "Figures", figures: [...element.children].map(figureOf) }]
    case "figure":
      return [element.classList.contains("table") ? tableOf(element) : chartOf(element)]
    default:
      return [...element.children].flatMap(blocksOf)
  }
}

const figureOf = (element: Element) => {
  const [figure, note] = [element.querySelector("dd"), element.querySelector("small")]
  const noted = textOf(note)
  return { name: textOf(element.querySelector("dt")), figure: textOf(figure).slice(0, textOf(figure).length - noted.length).trim(), note: noted }
}

const chartOf = (element: Element): Block => {
  const drawing = element.querySelector("svg")
  return {
    _tag: "Chart",
    caption: textOf(element.querySelector("figcaption")),
    description: drawing?.getAttribute("aria-label") ?? "",
    svg: drawing?.outerHTML ?? ""
  }
}

const tableOf = (element: Element): Table => ({
  _tag: "Table",
  caption: textOf(element.querySelector("caption")),
  columns: [...element.querySelectorAll("thead th")].map((th) => ({ heading: textOf(th), isFigure: th.classList.contains("figure") })),
  rows: [...element.querySelectorAll("tbody tr")].map((tr) => [...tr.children].map(cellOf)),
  source: textOf(element.querySelector("figcaption"))
})

/** A list within a cell is parted by semicolons. */
const cellOf = (cell: Element): string => {
  const items = [...cell.querySelectorAll("li")]
  return items.length === 0 ? textOf(cell) : items.map(textOf).join("; ")
}

const textOf = (element: Element | null): string => (element?.textContent ?? "").replace(/\s+/g, " ").trim()
