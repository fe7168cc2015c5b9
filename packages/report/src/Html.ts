/**
 * HTML that cannot forget to escape: text put into a template is escaped, HTML put into it stays.
 *
 * @since 0.1.0
 */

// --- models ---

/**
 * A piece of finished HTML.
 *
 * @category models
 * @since 0.1.0
 */
export interface Html {
  readonly html: string
}

/**
 * What may stand in a template: text and numbers are escaped; nothing is nothing; a list is its parts one after another.
 *
 * @category models
 * @since 0.1.0
 */
export type Part = Html | string | number | undefined | ReadonlyArray<Part>

// --- constructors ---

/**
 * Makes HTML from a template.
 *
 * **Example** (A name that looks like a tag)
 *
 * ```ts
 * import { Html } from "@timbang/report"
 * Html.html`<p>${"a < b"}</p>`.html // => "<p>a &lt; b</p>"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const html = (strings: TemplateStringsArray, ...parts: ReadonlyArray<Part>): Html => ({
  html: strings.map((text, at) => text + (at < parts.length ? render(parts[at]) : "")).join("")
})

/**
 * Takes text as finished HTML. Only for what another program has made, such as an SVG.
 *
 * **Example** (A tag stays a tag)
 *
 * ```ts
 * import { Html } from "@timbang/report"
 * Html.html`<p>${Html.trusted("<br>")}</p>`.html // => "<p><br></p>"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const trusted = (text: string): Html => ({ html: text })

const render = (part: Part): string => {
  if (part === undefined) return ""
  if (typeof part === "string" || typeof part === "number") return escape(String(part))
  return "html" in part ? part.html : part.map(render).join("")
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (mark) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;" })[mark]!)
