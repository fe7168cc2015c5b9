/** The public entries about one formation as a sheet. */
import { Sheet } from "@timbang/source-files"
import type { PublicRecord } from "./PublicRecord.ts"

/** One row for each entry, in the order of the log; scores as they are published. */
export const sheetOf = ({ about, entries }: PublicRecord, formation: string): Sheet.Sheet => {
  const rows = (about.get(formation) ?? []).map((index) => {
    const entry = entries[index]!
    const owner = entry.kind === "correction" ? entry.by : entry
    return { index, kind: entry.kind, own: (owner ?? {}) as Readonly<Record<string, unknown>> }
  })
  const field = (name: string) => rows.map(({ own }) => own[name] == null ? "" : String(own[name]))
  const scoreNames = [...new Set(rows.flatMap(({ own }) => Object.keys((own["scores"] ?? {}) as object)))]
  return {
    name: "entries",
    size: rows.length,
    columns: [
      Sheet.integer("index", rows.map(({ index }) => index)),
      Sheet.text("kind", rows.map(({ kind }) => kind)),
      ...["participant", "stage", "session"].map((name) => Sheet.text(name, field(name))),
      figures("rank", field("rank")),
      ...["code", "decidedBy", "seat"].map((name) => Sheet.text(name, field(name))),
      ...scoreNames.map((name) =>
        figures(name, rows.map(({ own }) => String(((own["scores"] ?? {}) as Readonly<Record<string, unknown>>)[name] ?? "")))
      )
    ]
  }
}

/** Figures as numbers, so that a spreadsheet sums them; as text where they would not be written again as they were published. */
const figures = (name: string, cells: ReadonlyArray<string>): Sheet.Written => {
  const places = new Set(cells.flatMap((cell) => cell === "" ? [] : [cell.split(".")[1]?.length ?? 0]))
  const isPlain = cells.every((cell) => /^(?:(?:0|[1-9]\d{0,5})(?:\.\d{1,3})?)?$/.test(cell))
  if (!isPlain || places.size > 1) return Sheet.text(name, cells)
  return Sheet.decimal(name, cells.map((cell) => cell === "" ? -1 : Number(cell.replace(".", ""))), [...places][0] ?? 0)
}
