/**
 * A table as a report prints it: a caption, headed columns and rows, and the line that says where the figures come from.
 *
 * @since 0.1.0
 */
import { type Html, html, type Part } from "./Html.ts"

// --- models ---

/**
 * A column: its heading, and whether it holds figures, which stand to the right.
 *
 * @category models
 * @since 0.1.0
 */
export interface Column {
  readonly heading: string
  readonly isFigure: boolean
}

/**
 * A table. The first cell of every row names the row.
 *
 * @category models
 * @since 0.1.0
 */
export interface Table {
  readonly caption: string
  readonly columns: ReadonlyArray<Column>
  readonly rows: ReadonlyArray<ReadonlyArray<Part>>
  /** Where the figures come from and by what method. Every table has one. */
  readonly source: string
  /** What to print instead of an empty table. */
  readonly empty: string
}

// --- constructors ---

/**
 * Columns from their headings; a heading that starts with `#` holds figures.
 *
 * **Example** (A word and a figure)
 *
 * ```ts
 * import { Table } from "@timbang/report"
 * Table.columns("Unit", "#Lacking") // => [{ heading: "Unit", isFigure: false }, { heading: "Lacking", isFigure: true }]
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const columns = (...headings: ReadonlyArray<string>): ReadonlyArray<Column> =>
  headings.map((heading) => ({ heading: heading.replace(/^#/, ""), isFigure: heading.startsWith("#") }))

// --- rendering ---

/**
 * The table as HTML.
 *
 * **Example** (One row)
 *
 * ```ts
 * import { Table } from "@timbang/report"
 * const table = { caption: "Staff", columns: Table.columns("Unit", "#Lacking"), rows: [["Kerinci", 3]], source: "staff list", empty: "none" }
 * Table.render(table).html.includes('<th scope="row">Kerinci</th><td class="figure">3</td>') // => true
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const render = ({ caption, columns, empty, rows, source }: Table): Html =>
  rows.length === 0
    ? html`<p class="empty"><strong>${caption}.</strong> ${empty}</p>`
    : html`<figure class="table" tabindex="0"><table><caption>${caption}</caption><thead><tr>${
      columns.map(({ heading, isFigure }) => html`<th scope="col"${isFigure ? figureClass : ""}>${heading}</th>`)
    }</tr></thead><tbody>${
      rows.map((cells) => html`<tr>${cells.map((cell, at) => cellOf(cell, at, columns[at]!))}</tr>`)
    }</tbody></table><figcaption class="source">${source}</figcaption></figure>`

const figureClass = html` class="figure"`

const cellOf = (cell: Part, at: number, { isFigure }: Column): Html =>
  at === 0 ? html`<th scope="row">${cell}</th>` : html`<td${isFigure ? figureClass : ""}>${cell}</td>`
