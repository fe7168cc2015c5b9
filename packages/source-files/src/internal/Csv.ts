/**
 * Bytes of CSV to batches of cells: the header first, then piece by piece.
 *
 * Why not a library: `docs/decisions/0005-own-csv-scanner.md`.
 */
import { Buffer } from "node:buffer"
import { asciiText, slice } from "./Cells.ts"
import { byte, longestRow, Scanner } from "./CsvScanner.ts"
import type { Findings } from "./Findings.ts"
import type { Reader, Receiver } from "./Reader.ts"

/** Columns that a spreadsheet has at most. */
const mostColumns = 16_384

/** Reads CSV that arrives in pieces of any size. */
export const reader = (findings: Findings, receiver: Receiver): Reader => {
  const scanner = new Scanner(findings)
  let work: Buffer = Buffer.alloc(0)
  let left = 0
  let hasHeader = false

  const readHeader = (bytes: Buffer, length: number, isFinal: boolean): number | undefined => {
    const separator = separatorOf(bytes.subarray(0, length))
    const candidates: Array<ReadonlyArray<string>> = []
    const ends: Array<number> = []
    let at = 0
    while (candidates.length < receiver.headerWithin && at < length) {
      scanner.begin(separator, mostColumns, candidates.length)
      const end = scanner.scan(bytes, length, at, isFinal, 1, true)
      if (scanner.rows === 0) break
      candidates.push(namesOf(bytes, scanner.bounds, Math.min(scanner.cells, mostColumns)))
      at = end
      ends.push(at)
    }
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
      const end = readHeader(bytes, length, isFinal)
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

/** The byte that parts the cells of the first line with any: the most frequent of `,`, `;` and tab outside quotes. */
const separatorOf = (bytes: Uint8Array): number => {
  const counts = new Map([[byte.comma, 0], [byte.semicolon, 0], [byte.tab, 0]])
  let isQuoted = false
  for (const code of bytes) {
    if (code === byte.quote) isQuoted = !isQuoted
    if (isQuoted) continue
    if ((code === byte.lineFeed || code === byte.carriageReturn) && Math.max(...counts.values()) > 0) break
    if (counts.has(code)) counts.set(code, counts.get(code)! + 1)
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

const namesOf = (bytes: Buffer, bounds: Int32Array, cells: number): ReadonlyArray<string> => {
  const source = { bytes, text: undefined }
  const names = Array.from({ length: cells }, (_, column) => {
    const [from, end] = [bounds[2 * column]!, bounds[2 * column + 1]!]
    return end < 0 ? slice(source, from, ~end).replaceAll('""', '"') : from < end ? slice(source, from, end) : ""
  })
  return names.slice(0, names.findLastIndex((name) => name !== "") + 1)
}
