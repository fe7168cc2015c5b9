/**
 * Bytes of CSV to batches of cells: the header first, then piece by piece.
 *
 * Why not a library: `docs/decisions/0005-own-csv-scanner.md`.
 */
import { Buffer } from "node:buffer"
import { asciiText, slice } from "./Cells.ts"
import { byte, longestRow, Scanner } from "./CsvScanner.ts"
import { Findings } from "./Findings.ts"
import type { Reader, Receiver } from "./Reader.ts"

/** Columns that a spreadsheet has at most. */
const mostColumns = 16_384

/** Reads CSV that arrives in pieces of any size. */
export const reader = (findings: Findings, receiver: Receiver): Reader => {
  const scanner = new Scanner(findings)
  let work: Buffer = Buffer.alloc(0)
  let left = 0
  let hasHeader = false
  /** What the first line tells to part cells, as in `sep=;`. */
  let told: number | undefined
  let hasLooked = false

  const readHeader = (bytes: Buffer, length: number, isFinal: boolean): number | undefined => {
    const firstRows = (by: Scanner, separator: number) => {
      const candidates: Array<ReadonlyArray<string>> = []
      const ends: Array<number> = []
      let at = 0
      while (candidates.length < receiver.headerWithin && at < length) {
        by.begin(separator, mostColumns, candidates.length)
        const end = by.scan(bytes, length, at, isFinal, 1, true)
        if (by.rows === 0) break
        candidates.push(namesOf(bytes, by.bounds, Math.min(by.cells, mostColumns)))
        at = end
        ends.push(at)
      }
      return { candidates, ends }
    }
    // What parts the cells of a title, as in "Pengumuman, Kabupaten X", need not part those of the table.
    const separators = told === undefined ? separatorsOf(bytes.subarray(0, length)) : [told]
    const tried = separators.map((separator) => ({
      separator,
      known: receiver.recognises(firstRows(new Scanner(new Findings(findings.file)), separator).candidates)
    }))
    const { separator } = tried.reduce((best, next) => (next.known > best.known ? next : best))
    const { candidates, ends } = firstRows(scanner, separator)
    if (scanner.isStopped || (candidates.length < receiver.headerWithin && !isFinal)) return undefined
    const found = receiver.header(candidates)
    if (found === undefined) {
      scanner.isStopped = true
      return undefined
    }
    hasHeader = true
    scanner.begin(separator, receiver.width ?? candidates[found]!.length, found + 1)
    return ends[found]!
  }

  /** Puts a piece behind the bytes left over, and a line feed behind it, in one buffer that is used again and again. */
  const append = (piece: Uint8Array): number => {
    const length = left + piece.length
    if (length >= work.length) {
      const larger = Buffer.allocUnsafeSlow(2 * length + 1)
      work.copy(larger, 0, 0, left)
      work = larger
    }
    work.set(piece, left)
    work[length] = byte.lineFeed
    return length
  }

  const take = (piece: Uint8Array, isFinal: boolean): void => {
    if (scanner.isStopped) return
    let length = append(piece)
    let bytes = work
    let at = 0
    if (!scanner.hasStarted && length >= (isFinal ? 1 : 3)) {
      scanner.hasStarted = true
      if (length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
        scanner.hasMark = true
        bytes = bytes.subarray(3)
        length -= 3
      }
    }
    if (!hasHeader) {
      if (!hasLooked && (isFinal || length >= longestDirective)) {
        hasLooked = true
        const directive = directiveOf(bytes.subarray(0, length))
        if (directive !== undefined) {
          told = directive.separator
          findings.correct({ _tag: "SeparatorTold", file: findings.file, separator: String.fromCharCode(told) })
          bytes = bytes.subarray(directive.length)
          length -= directive.length
        }
      }
      const end = hasLooked ? readHeader(bytes, length, isFinal) : undefined
      if (end === undefined) {
        left = bytes.copy(work, 0, 0, length)
        if (left > longestRow * receiver.headerWithin) scanner.refuseLongLine(1)
        return
      }
      at = end
    }
    const end = scanner.scan(bytes, length, at, isFinal, Infinity, false)
    const { bounds, places, rows, width } = scanner
    const read = bytes.subarray(0, end)
    scanner.checkText(read, at)
    if (rows > 0) receiver.cells({ bytes: read, text: asciiText(read), bounds, width, rows, places, natives: undefined })
    left = bytes.copy(work, 0, end, length)
    if (left > longestRow) scanner.refuseLongLine(scanner.row + 1)
  }

  return {
    push: (bytes) => take(bytes, false),
    end: () => {
      take(Buffer.alloc(0), true)
      scanner.finish()
    },
    allowsComma: () => scanner.separator === byte.semicolon || scanner.separator === byte.tab
  }
}

/** Longest first line that tells what parts cells. Unit: bytes. */
const longestDirective = 64

/**
 * The line `sep=;` that Excel reads before the header and does not count as a row; separators behind it come from programs that
 * fill every row up to the same number of cells.
 */
const directiveOf = (bytes: Uint8Array): { readonly separator: number; readonly length: number } | undefined => {
  const start = Buffer.from(bytes.subarray(0, longestDirective)).toString("latin1")
  const found = /^("?)sep=([,;\t|])\1[,;\t|]*(?:\r\n|\n|\r|$)/i.exec(start)
  return found === null ? undefined : { separator: found[2]!.charCodeAt(0), length: found[0].length }
}

/** The bytes that may part cells, first the most frequent one outside quotes of the first line with any. */
const separatorsOf = (bytes: Uint8Array): ReadonlyArray<number> => {
  const counts = new Map([[byte.comma, 0], [byte.semicolon, 0], [byte.tab, 0]])
  let isQuoted = false
  for (const code of bytes) {
    if (code === byte.quote) isQuoted = !isQuoted
    if (isQuoted) continue
    if ((code === byte.lineFeed || code === byte.carriageReturn) && Math.max(...counts.values()) > 0) break
    if (counts.has(code)) counts.set(code, counts.get(code)! + 1)
  }
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([code]) => code)
}

const namesOf = (bytes: Buffer, bounds: Int32Array, cells: number): ReadonlyArray<string> => {
  const source = { bytes, text: undefined }
  const names = Array.from({ length: cells }, (_, column) => {
    const [from, end] = [bounds[2 * column]!, bounds[2 * column + 1]!]
    return end < 0 ? slice(source, from, ~end).replaceAll('""', '"') : from < end ? slice(source, from, end) : ""
  })
  return names.slice(0, names.findLastIndex((name) => name !== "") + 1)
}
