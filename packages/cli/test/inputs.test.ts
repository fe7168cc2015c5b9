import { RuleSets } from "@timbang/regulations"
import { ApplicationsFile, type Column, EventsFile, FindingsFile, FormationsFile, OfficialListFile, ParticipantsFile, Rows, StaffFile, Template } from "@timbang/source-files"
import { Effect, Stream } from "effect"
import { describe, expect, it } from "vitest"
import { templates } from "../src/Templates.ts"

/** Every input file of the CLI, those under a rule set and those of layouts among them. */
const inputs: Readonly<Record<string, Column.Columns>> = {
  ...templates,
  formations: FormationsFile.columnsOf(RuleSets.cpns2024),
  participants: ParticipantsFile.columnsOf(RuleSets.cpns2024),
  events: EventsFile.columns,
  "official-list": OfficialListFile.columnsOf(RuleSets.cpns2024),
  applications: ApplicationsFile.columns,
  findings: FindingsFile.columns,
  staff: StaffFile.columns
}

const bytes = (text: string) => new TextEncoder().encode(text)
const rowsOf = (file: string, content: Uint8Array, columns: Column.Columns) => Effect.runPromise(Stream.runCollect(Rows.stream({ file, bytes: content }, columns, { carriesUnknown: false })))

/** The sample rows of a template as lines of JSON. */
const ndjson = (columns: Column.Columns): string => {
  const samples = Object.entries(columns).map(([name, { further, sample }]) => [name, [sample, ...further]] as const)
  const size = Math.max(...samples.map(([, cells]) => cells.length))
  return Array.from({ length: size }, (_, row) => `${JSON.stringify(Object.fromEntries(samples.map(([name, cells]) => [name, cells[Math.min(row, cells.length - 1)]])))}\n`).join("")
}

describe("every input of the command line", () => {
  it.each(Object.entries(inputs))("%s is a stream of rows with their places, the same from CSV, XLSX and NDJSON", async (_, columns) => {
    const ofCsv = await rowsOf("in.csv", bytes(Template.csv(columns)), columns)
    const ofXlsx = await rowsOf("in.xlsx", await Template.xlsx({ Data: columns }), columns)
    const ofNdjson = await rowsOf("in.ndjson", bytes(ndjson(columns)), columns)
    expect(ofCsv.length).toBeGreaterThan(0)
    expect(ofXlsx.map(({ cells }) => cells)).toEqual(ofCsv.map(({ cells }) => cells))
    expect(ofNdjson.map(({ cells }) => cells)).toEqual(ofCsv.map(({ cells }) => cells))
    expect(ofCsv.map(({ row }) => row)).toEqual(ofCsv.map((_row, at) => at + 2))
    expect(ofNdjson.map(({ row }) => row)).toEqual(ofCsv.map((_row, at) => at + 1))
  })
})
