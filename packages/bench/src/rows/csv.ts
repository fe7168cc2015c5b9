/**
 * Reading participants from CSV: typed columns, every check made, beside udsv, which makes arrays of strings and checks nothing.
 */
import { Column, CsvWriter, Sheet, Table } from "@timbang/source-files"
import { Result } from "effect"
import { inferSchema, initParser } from "udsv"
import { participants } from "../csv/participants.ts"
import { pair, type Row } from "../Row.ts"

const columns = {
  participant: Column.identifier({ need: "cell", isUnique: true }),
  formation: Column.reference({ need: "cell" }),
  twk: Column.integer({ maximum: 150, step: 5 }),
  tiu: Column.integer({ maximum: 175, step: 5 }),
  tkp: Column.integer({ maximum: 225 }),
  skb: Column.decimal({ decimals: 3, maximum: 100 }),
  gpa: Column.decimal({ decimals: 2, maximum: 4 }),
  birthDate: Column.day({ isPersonal: true })
}

const read = (bytes: Buffer) => Result.getOrThrow(Table.parse({ file: "P.csv", bytes }, columns))

const udsv = (bytes: Buffer): ReadonlyArray<ReadonlyArray<string>> => {
  const text = bytes.toString("utf8")
  return initParser(inferSchema(text)).stringArrs(text)
}

/** Stops the bench when the two do not read the same. What they read is not kept: it would weigh on the collector of the other. */
const agree = (id: string, bytes: Buffer): void => {
  const table = read(bytes)
  const arrays = udsv(bytes)
  const differs = arrays.findIndex(([participant, , twk], at) =>
    table.columns.participant[at] !== participant || table.columns.twk[at] !== Number(twk)
  )
  if (table.size !== arrays.length || differs !== -1) throw new Error(`${id}: ours and theirs differ at ${differs}`)
}

const reading = (id: string, size: number, times: number): Row => ({
  id,
  work: `CSV of ${size.toLocaleString("en")} participants to checked columns`,
  peerName: "udsv to arrays of strings",
  run: async () => {
    const bytes = participants(size)
    agree(id, bytes)
    return pair(() => read(bytes).size, () => udsv(bytes).length, times)
  }
})

const writing: Row = {
  id: "P3-write",
  work: "1,000,000 results of 8 columns to CSV, in chunks",
  peerName: "udsv to arrays of strings, as many rows",
  run: async () => {
    const bytes = participants(1_000_000)
    const { columns: { formation, participant, skb, tiu, tkp, twk }, size } = read(bytes)
    const sheet: Sheet.Sheet = {
      name: "result",
      size,
      columns: [
        Sheet.code("formation", formation.index, formation.keys),
        Sheet.integer("rank", tkp),
        Sheet.text("participant", participant),
        Sheet.integer("skd", tiu),
        Sheet.decimal("skb", skb, 3),
        Sheet.decimal("final", skb, 3),
        Sheet.code("status", twk.map((points) => points % 2), ["P/L", "TL"]),
        Sheet.code("decidedBy", twk.map((points) => points % 3 - 1), ["tiu", "twk"])
      ]
    }
    const write = () => {
      let length = 0
      for (const chunk of CsvWriter.chunks(sheet)) length += chunk.length
      return length
    }
    return pair(write, () => udsv(bytes).length)
  }
}

export const rows: ReadonlyArray<Row> = [
  reading("P3-read-10k", 10_000, 31),
  reading("P3-read-100k", 100_000, 21),
  reading("P3-read-1m", 1_000_000, 15),
  writing
]
