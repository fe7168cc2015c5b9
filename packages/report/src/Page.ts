/**
 * One self-contained page in three lengths: a sentence for the citizen, a page for the officer, the trace for the auditor.
 *
 * No script, no font, no picture from elsewhere: the file can be mailed, printed and kept.
 *
 * @since 0.1.0
 */
import type { Standing } from "@timbang/core/law"
import type { Sentences } from "@timbang/language"
import type { Frame } from "./Chart.ts"
import { type Html, html, type Part, trusted } from "./Html.ts"

// --- models ---

/**
 * A figure that is seen first.
 *
 * @category models
 * @since 0.1.0
 */
export interface KeyFigure {
  readonly name: string
  readonly figure: string
  readonly note: string
}

/**
 * What a page is made of.
 *
 * @category models
 * @since 0.1.0
 */
export interface Page {
  readonly language: Sentences.Language
  readonly title: string
  /** Government, round, day: each a short line under the title. */
  readonly facts: ReadonlyArray<string>
  readonly standing: Standing.Standing
  readonly words: Words
  readonly sentence: string
  readonly officer: Part
  readonly auditor: Part
}

/**
 * The words of the frame.
 *
 * @category models
 * @since 0.1.0
 */
export interface Words {
  readonly lengths: string
  readonly citizen: string
  readonly officer: string
  readonly auditor: string
  readonly madeBy: string
  readonly standing: Readonly<Record<Standing.Standing["_tag"], string>>
}

// --- rendering ---

/**
 * The page as the text of an HTML file.
 *
 * **Example** (The smallest page)
 *
 * ```ts
 * import { Page } from "@timbang/report"
 * const words = { lengths: "Lengths", citizen: "Citizen", officer: "Officer", auditor: "Auditor", madeBy: "Made", standing: { simulasi: "s", "uji-silang": "u", penetapan: "p" } }
 * const page = Page.render({ language: "en", title: "T", facts: [], standing: { _tag: "simulasi" }, words, sentence: "Met.", officer: "", auditor: "" })
 * page.startsWith("<!doctype html>") // => true
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const render = (page: Page): string => {
  const { auditor, facts, language, officer, sentence, standing, title, words } = page
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p class="facts">${facts.filter((fact) => fact !== "").map((fact) => html`<span>${fact}</span>`)}</p>
<p class="standing ${standing._tag}">${words.standing[standing._tag]}${letterOf(standing)}</p>
<nav aria-label="${words.lengths}"><ol>
<li><a href="#warga">${words.citizen}</a></li>
<li><a href="#pejabat">${words.officer}</a></li>
<li><a href="#auditor">${words.auditor}</a></li>
</ol></nav>
</header>
<main>
<section id="warga"><h2>${words.citizen}</h2><p class="sentence">${sentence}</p></section>
<section id="pejabat"><h2>${words.officer}</h2>${officer}</section>
<section id="auditor"><h2>${words.auditor}</h2>${auditor}</section>
</main>
<footer><p>${words.madeBy}</p></footer>
</body>
</html>
`.html
}

/**
 * The figures that are seen first.
 *
 * **Example** (One figure)
 *
 * ```ts
 * import { Page } from "@timbang/report"
 * Page.keyFigures([{ name: "Lacking", figure: "4", note: "of 12" }]).html.includes("<dd>4<small>of 12</small></dd>") // => true
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const keyFigures = (figures: ReadonlyArray<KeyFigure>): Html =>
  html`<dl class="figures">${
    figures.map(({ figure, name, note }) => html`<div><dt>${name}</dt><dd>${figure}<small>${note}</small></dd></div>`)
  }</dl>`

/**
 * A chart with what it shows in words under it. Drawn a second time for phones, the page shows the one that fits; print and
 * other forms take the wide one.
 *
 * **Example** (An empty drawing)
 *
 * ```ts
 * import { Html, Page } from "@timbang/report"
 * Page.figure(Html.trusted("<svg></svg>"), "Nothing.").html // => '<figure class="chart"><svg></svg><figcaption>Nothing.</figcaption></figure>'
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const figure = (chart: Html, caption: string, narrow?: Html): Html =>
  narrow === undefined
    ? html`<figure class="chart">${chart}<figcaption>${caption}</figcaption></figure>`
    : html`<figure class="chart fits"><div class="wide">${chart}</div><div class="narrow">${narrow}</div><figcaption>${caption}</figcaption></figure>`

/**
 * A chart drawn for both widths, with its description as the caption unless another is given.
 *
 * **Example** (One drawing for each width)
 *
 * ```ts
 * import { Chart, Page } from "@timbang/report"
 * const rows = [{ label: "a", estimate: 2, lower: 1, upper: 3, isFlagged: false }]
 * const frame = { description: "one", axis: "mean", write: String }
 * Page.chart((each) => Chart.caterpillar(rows, each), frame).html.split("<svg").length - 1 // => 2
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const chart = (draw: (frame: Frame) => Html, frame: Frame, caption: string = frame.description): Html =>
  figure(draw(frame), caption, draw({ ...frame, isNarrow: true }))

/**
 * A list of short points, or nothing when there is none.
 *
 * **Example** (Two points)
 *
 * ```ts
 * import { Page } from "@timbang/report"
 * Page.points(["a", "b"])?.html // => "<ul><li>a</li><li>b</li></ul>"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const points = (items: ReadonlyArray<Part>): Html | undefined =>
  items.length === 0 ? undefined : html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`

/**
 * Text that must not be overlooked, in bold and in the colour of a warning.
 *
 * **Example** (One word)
 *
 * ```ts
 * import { Page } from "@timbang/report"
 * Page.marked("found").html // => '<span class="mark">found</span>'
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const marked = (text: string): Html => html`<span class="mark">${text}</span>`

const letterOf = (standing: Standing.Standing): Html | undefined =>
  standing._tag === "penetapan" && standing.letter !== undefined
    ? html` (${standing.letter.number}, ${standing.letter.day}, SHA-256 ${standing.letter.digest})`
    : undefined

const style = `
:root { color-scheme: light; --ink: #1c2b33; --accent: #0b5c7a; --alert: #a3320b; --line: #c9d3d8; --soft: #f3f6f7 }
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0 auto; max-width: 58rem; padding: 1.5rem 1.25rem 3rem; color: var(--ink); background: #fff;
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem }
h2 { font-size: 1.25rem; margin: 2.2rem 0 .8rem; padding-top: .6rem; border-top: 3px solid var(--accent) }
h3 { font-size: 1.05rem; margin: 1.8rem 0 .5rem }
a { color: var(--accent) }
.facts { margin: 0 0 .5rem; color: #43555e }
.facts span + span::before { content: " \\00b7  " }
.standing { display: inline-block; margin: 0; padding: .15rem .6rem; border: 1px solid var(--accent); font-size: .85rem;
  overflow-wrap: anywhere }
.standing.simulasi { border-color: var(--alert); color: var(--alert) }
nav ol { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; list-style: none; padding: 0; margin: .8rem 0 0 }
.sentence { font-size: 1.3rem; line-height: 1.45; margin: 0; max-width: 44rem }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.6rem, 1fr)); gap: .7rem; margin: 0 0 1.2rem }
.figures div { background: var(--soft); border-left: 3px solid var(--accent); padding: .55rem .75rem }
.figures dt { font-size: .85rem; color: #43555e }
.figures dd { margin: 0; font-size: 1.45rem; font-weight: 650; line-height: 1.25 }
.figures small { display: block; font-size: .8rem; font-weight: 400; color: #43555e; line-height: 1.35 }
figure { margin: 1rem 0 1.4rem }
figure.table, figure.chart { overflow-x: auto }
figure.chart svg { display: block; max-width: 100%; height: auto }
.narrow { display: none }
@media screen and (max-width: 36rem) {
  .fits > .wide { display: none }
  .fits > .narrow { display: block }
  td:not(.figure), tbody th { min-width: 7rem }
  td ul { min-width: 15rem }
  /* A table may be wider than the screen; what it is called wraps within it. */
  figure.table caption { padding-right: max(0px, calc(100% - 100vw + 2.5rem)) }
  /* A shadow at the side where a table goes on. */
  figure.table { background: linear-gradient(90deg, #fff 40%, transparent) left / 2rem 100% local no-repeat,
    linear-gradient(-90deg, #fff 40%, transparent) right / 2rem 100% local no-repeat,
    linear-gradient(90deg, #b9c6cc, transparent) left / .6rem 100% no-repeat,
    linear-gradient(-90deg, #b9c6cc, transparent) right / .6rem 100% no-repeat }
}
figcaption, .source { font-size: .82rem; color: #43555e; margin-top: .3rem }
table { border-collapse: collapse; width: 100%; font-size: .92rem }
table:has(th:nth-child(9)) { font-size: .8rem }
table:has(th:nth-child(9)) :is(th, td) { padding-left: .25rem; padding-right: .25rem; font-size: inherit }
caption { text-align: left; font-weight: 650; padding: 0 0 .35rem }
th, td { text-align: left; vertical-align: top; padding: .3rem .55rem; border-bottom: 1px solid var(--line) }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; font-size: .85rem }
tbody th { font-weight: 500 }
.figure { text-align: right; font-variant-numeric: tabular-nums }
td.figure { white-space: nowrap }
.mark { font-weight: 650; color: var(--alert) }
.empty { color: #43555e }
ul { padding-left: 1.2rem } li { margin: .2rem 0 }
figcaption::first-letter, #pejabat li::first-letter { text-transform: uppercase }
td ul { margin: 0; padding-left: 1rem } td li { margin: 0 0 .15rem }
footer { margin-top: 3rem; border-top: 1px solid var(--line); font-size: .82rem; color: #43555e }
@media print {
  @page { size: A4; margin: 16mm 15mm }
  body { max-width: none; padding: 0; font-size: 10.5pt }
  nav, footer a { display: none }
  #auditor { break-before: page }
  #auditor h2 { margin-top: 0 }
  .figures dd { font-size: 1.2rem }
  tr, .figures div, figure.chart, .together { break-inside: avoid }
  thead { display: table-header-group }
  figure.table, figure.chart { overflow: visible }
  /* A chart of many units is made smaller rather than cut: sheet less margins, heading and caption. */
  figure.chart svg { max-height: 235mm }
  h2, h3, caption { break-after: avoid }
  /* No row of a table stands alone at the end or the beginning of a page. */
  thead, tbody tr:first-child, tbody tr:nth-last-child(2) { break-after: avoid }
  a { color: inherit; text-decoration: none }
}
`
