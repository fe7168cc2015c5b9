/**
 * HTML from templates in which every value is escaped unless it is HTML already.
 *
 * @since 0.1.0
 */

// --- models ---

/**
 * A piece of HTML that is safe to send.
 *
 * @category models
 * @since 0.1.0
 */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/**
 * What a template takes: text and numbers are escaped, HTML and lists of it are not, `undefined` is nothing.
 *
 * @category models
 * @since 0.1.0
 */
export type Part = Html | string | number | undefined | ReadonlyArray<Part>

// --- constructors ---

/**
 * A template.
 *
 * **Example** (A name with markup in it)
 *
 * ```ts
 * import { Html } from "@timbang/portal"
 * Html.html`<p>${"<b>"}</p>`.text // => "<p>&lt;b&gt;</p>"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const html = (strings: TemplateStringsArray, ...parts: ReadonlyArray<Part>): Html =>
  new Html(strings.reduce((made, text, at) => made + textOf(parts[at - 1]) + text))

const textOf = (part: Part): string =>
  part === undefined
    ? ""
    : part instanceof Html
    ? part.text
    : typeof part === "object"
    ? part.map(textOf).join("")
    : String(part).replace(/[&<>"']/g, (letter) => entities[letter]!)

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;" }
