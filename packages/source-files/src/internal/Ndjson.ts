/**
 * Lines of JSON, one flat object each, to batches of cells. The keys of the first lines are the header.
 */
import { BlankRows } from "./BlankRows.ts"
import { Batch, isBroken, native } from "./Cells.ts"
import { longestRow } from "./CsvScanner.ts"
import type { Findings } from "./Findings.ts"
import type { Reader, Receiver } from "./Reader.ts"

/** Objects whose keys make the header, and rows of a batch. */
const rowsAtOnce = 1000

type Line = { readonly place: number; readonly object: Readonly<Record<string, unknown>> }

/** Reads NDJSON that arrives in pieces of any size. */
export const reader = (findings: Findings, receiver: Receiver): Reader => {
  const { file } = findings
  let leftover: Buffer = Buffer.alloc(0)
  let waiting: Array<Line> = []
  let at: Map<string, number> | undefined
  let batch: Batch | undefined
  let row = 0
  const blanks = new BlankRows()
  let isStopped = false

  const start = (): void => {
    const keys = [...new Set(waiting.flatMap(({ object }) => Object.keys(object)))]
    if (receiver.header([keys]) === undefined) {
      isStopped = true
      return
    }
    at = new Map(keys.map((key, index) => [key, index]))
    batch = new Batch(keys.length)
    for (const line of waiting) add(line)
    waiting = []
  }

  const add = ({ object, place }: Line): void => {
    if (at === undefined || batch === undefined) return
    const texts: Array<string> = []
    const natives: Array<number> = []
    for (const [key, value] of Object.entries(object)) {
      const index = at.get(key)
      if (index === undefined) {
        findings.fault({ _tag: "CellsBeyondHeader", file, row: place, cells: Object.keys(object).length, headers: at.size })
        continue
      }
      texts[index] = value === null ? "" : String(value)
      natives[index] = typeof value === "number" ? native.number : native.text
    }
    batch.add(place, texts, natives)
    if (batch.rows === rowsAtOnce) receiver.cells(batch.take())
  }

  const line = (text: string): void => {
    row++
    if (text.trim() === "") {
      blanks.blank(row)
      return
    }
    blanks.filled()
    if (text.length > longestRow) {
      findings.fault({ _tag: "LineTooLong", file, row, limit: longestRow })
      return
    }
    const object = flatObject(text)
    if (object === undefined) {
      findings.fault({ _tag: "NotJson", file, row })
      return
    }
    if (isBroken(text) || Object.values(object).some((value) => typeof value === "string" && isBroken(value))) {
      findings.fault({ _tag: "TextBroken", file, row })
      return
    }
    if (at !== undefined) return add({ object, place: row })
    waiting.push({ object, place: row })
    if (waiting.length === rowsAtOnce) start()
  }

  const take = (bytes: Buffer): void => {
    for (const text of bytes.toString("utf8").split("\n")) if (!isStopped) line(text)
  }

  return {
    push: (bytes) => {
      if (isStopped) return
      const all = Buffer.concat([leftover, bytes])
      const lastEnd = all.lastIndexOf(10)
      leftover = all.subarray(lastEnd + 1)
      if (lastEnd !== -1) take(all.subarray(0, lastEnd))
      if (leftover.length > 4 * longestRow) {
        findings.fault({ _tag: "LineTooLong", file, row: row + 1, limit: longestRow })
        isStopped = true
      }
    },
    end: () => {
      if (isStopped) return
      if (leftover.length > 0) take(leftover)
      if (at === undefined) start()
      if (batch !== undefined && batch.rows > 0) receiver.cells(batch.take())
      blanks.say(findings)
    },
    allowsComma: () => false
  }
}

/** The object of a line when it is one and holds nothing but texts, numbers, truth values and null. */
const flatObject = (text: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined
    return Object.values(value).every((cell) => typeof cell !== "object" || cell === null)
      ? value as Readonly<Record<string, unknown>>
      : undefined
  } catch {
    return undefined
  }
}
