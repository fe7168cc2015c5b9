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
      ...["participant", "stage", "session", "rank", "code", "decidedBy", "seat"].map((name) => Sheet.text(name, field(name))),
      ...scoreNames.map((name) =>
        Sheet.text(name, rows.map(({ own }) => String(((own["scores"] ?? {}) as Readonly<Record<string, unknown>>)[name] ?? "")))
      )
    ]
  }
}
