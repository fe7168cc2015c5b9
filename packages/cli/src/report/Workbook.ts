/**
 * A report as a workbook: what it says on the first sheet, then a sheet for each table, its figures as numbers.
 *
 * @since 0.1.0
 */
import type { Outline, Picture } from "@timbang/report"
import { Sheet, XlsxWriter } from "@timbang/source-files"

// --- operations ---

/** The workbook in chunks. `pictures` are the charts, in the order in which the report shows them. */
export const chunks = (outline: Outline.Outline, pictures: ReadonlyArray<Picture.Picture>): AsyncIterable<Uint8Array> =>
  XlsxWriter.chunks([
    summary(outline),
    ...charts(outline, pictures),
    ...outline.blocks.flatMap((block) => (block._tag === "Table" ? [block] : [])).map((table, at) => sheet(table, at + 1, outline.language))
  ])

const summary = ({ blocks, language }: Outline.Outline): Sheet.Sheet => {
  const rows = blocks.flatMap((block): ReadonlyArray<readonly [string, string]> => {
    switch (block._tag) {
      case "Heading":
        return [[block.text, ""]]
      case "Paragraph":
        return [["", block.text]]
      case "Points":
        return block.items.map((item) => ["", item] as const)
      case "Figures":
        return block.figures.map(({ figure, name, note }) => [name, [figure, note].filter((part) => part !== "").join("; ")] as const)
      case "Chart":
        return [["", block.caption]]
      case "Table":
        return [[block.caption, block.source]]
    }
  })
  return {
    name: language === "id" ? "Ringkasan" : "Summary",
    size: rows.length,
    columns: [Sheet.text(language === "id" ? "Bagian" : "Part", rows.map(([part]) => part)), Sheet.text(language === "id" ? "Isi" : "Text", rows.map(([, text]) => text))]
  }
}

/** What every chart shows in words, and the charts. */
const charts = ({ blocks, language }: Outline.Outline, pictures: ReadonlyArray<Picture.Picture>): ReadonlyArray<Sheet.Sheet> => {
  const shown = blocks.flatMap((block) => (block._tag === "Chart" ? [block] : []))
  return shown.length === 0 ? [] : [{
    name: language === "id" ? "Grafik" : "Charts",
    size: shown.length,
    columns: [Sheet.text(language === "id" ? "Grafik" : "Chart", shown.map(({ caption }) => caption))],
    pictures: pictures.map(({ height, png, width }, at) => ({
      png,
      width: shownWidth,
      height: Math.round(shownWidth * height / width),
      description: shown[at]!.description
    }))
  }]
}

/** Unit: dots at 96 an inch. */
const shownWidth = 760

const sheet = ({ caption, columns, rows }: Outline.Table, number: number, language: Outline.Outline["language"]): Sheet.Sheet => ({
  name: `${number} ${caption}`,
  size: rows.length,
  columns: columns.map(({ heading, isFigure }, at) => {
    const cells = rows.map((row) => row[at] ?? "")
    const numerals = isFigure ? cells.map((cell) => plain(cell, language)) : []
    if (numerals.length === 0 || numerals.includes(undefined) || numerals.every((numeral) => numeral === "")) return Sheet.text(heading, cells)
    const decimals = Math.max(...numerals.map((numeral) => numeral!.split(".")[1]?.length ?? 0))
    return Sheet.decimal(heading, numerals.map((numeral) => numeral === "" ? absent : Math.round(Number(numeral) * 10 ** decimals)), decimals, absent)
  })
})

/** Stands for an empty cell; no figure of a report is as small. */
const absent = Number.MIN_SAFE_INTEGER

/** A printed number without separators of thousands and with a decimal point; undefined where it is not a number alone. */
const plain = (printed: string, language: Outline.Outline["language"]): string | undefined => {
  const [thousands, mark] = language === "id" ? [".", ","] as const : [",", "."] as const
  const text = printed.replace("−", "-").replaceAll(thousands, "").replace(mark, ".")
  return text === "" || /^-?\d+(\.\d+)?$/.test(text) ? text : undefined
}
