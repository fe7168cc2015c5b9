/**
 * Opens a file or takes bytes, tells the format and feeds the reader of that format.
 */
import { Buffer } from "node:buffer"
import { createHash } from "node:crypto"
import { createReadStream, type ReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import type { Format, Input, Options, Origin } from "../Table.ts"
import type { Assembly } from "./Assembly.ts"
import * as Csv from "./Csv.ts"
import * as Ndjson from "./Ndjson.ts"
import type { Reader } from "./Reader.ts"

/** Bytes read at a time. */
const pieceSize = 1_048_576

/** Reads everything; undefined when the file could not be read at all, which is then a fault. */
export const feed = async (input: Input, assembly: Assembly, options: Options): Promise<Origin | undefined> => {
  const { findings } = assembly
  const hash = createHash("sha256")
  let bytes = 0
  let reader: Reader | undefined
  let format: Format | undefined
  const pieces: Array<Uint8Array> = []
  try {
    const size = typeof input === "string" ? (await stat(input)).size : input.bytes.length
    for await (const piece of piecesOf(input)) {
      hash.update(piece)
      bytes += piece.length
      format ??= formatOf(piece, findings.file, assembly)
      if (format === undefined) return undefined
      if (format === "xlsx") pieces.push(piece)
      else (reader ??= open(format, assembly, size)).push(piece)
      // A workbook takes its time after its bytes are there, see Xlsx.ts.
      if (format !== "xlsx") options.onProgress?.(bytes)
    }
  } catch (error) {
    findings.fault({ _tag: "FileNotRead", file: findings.file, reason: reasonOf(error) })
    return undefined
  }
  if (format === undefined) {
    findings.fault({ _tag: "FileEmpty", file: findings.file })
    return undefined
  }
  if (format === "xlsx") {
    const Xlsx = await import("./Xlsx.ts")
    await Xlsx.read(Buffer.concat(pieces), assembly, options)
  } else reader?.end()
  return { format, bytes, sha256: hash.digest("hex") }
}

/** {@link feed} for formats that need no waiting. */
export const feedText = (input: Exclude<Input, string>, assembly: Assembly, _options: Options): Origin | undefined => {
  const { bytes, file } = input
  const format = bytes.length === 0 ? undefined : formatOf(bytes, file, assembly)
  if (bytes.length === 0) assembly.findings.fault({ _tag: "FileEmpty", file })
  if (format === "xlsx") assembly.findings.fault({ _tag: "FormatRefused", file, found: "XLSX" })
  if (format === undefined || format === "xlsx") return undefined
  const reader = open(format, assembly, bytes.length)
  for (let at = 0; at < bytes.length; at += pieceSize) reader.push(bytes.subarray(at, at + pieceSize))
  reader.end()
  return { format, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") }
}

const open = (format: "csv" | "ndjson", assembly: Assembly, size: number): Reader => {
  if (format === "csv") assembly.totalBytes = size
  const reader = format === "csv" ? Csv.reader(assembly.findings, assembly) : Ndjson.reader(assembly.findings, assembly)
  assembly.allowsComma = reader.allowsComma
  return reader
}

const piecesOf = (input: Input): ReadStream | Iterable<Uint8Array> =>
  typeof input === "string"
    ? createReadStream(input, { highWaterMark: pieceSize })
    : input.bytes.length === 0 ? [] : [input.bytes]

/** Kinds of file by their first bytes. */
const signatures: ReadonlyArray<readonly [name: Format | "xls" | "PDF" | "UTF-16" | "HTML" | "gzip", bytes: ReadonlyArray<number>]> = [
  ["xlsx", [0x50, 0x4b, 0x03, 0x04]],
  ["xls", [0xd0, 0xcf, 0x11, 0xe0]],
  ["PDF", [0x25, 0x50, 0x44, 0x46]],
  ["UTF-16", [0xff, 0xfe]],
  ["UTF-16", [0xfe, 0xff]],
  ["gzip", [0x1f, 0x8b]],
  ["HTML", [0x3c, 0x68, 0x74, 0x6d, 0x6c]],
  ["HTML", [0x3c, 0x21, 0x44, 0x4f, 0x43]]
]

/** UTF-16 of Latin letters without a mark: every second byte is nil. */
const isWide = (start: Uint8Array): boolean =>
  start.length >= 4 && [0, 1].some((at) => start[at] === 0 && start[at + 2] === 0 && start[1 - at] !== 0 && start[3 - at] !== 0)

/** LibreOffice's own form begins with an entry that names it. */
const isOpenDocument = (start: Uint8Array): boolean => Buffer.from(start.subarray(30, 38)).toString("latin1") === "mimetype"

const formatOf = (start: Uint8Array, file: string, assembly: Assembly): Format | undefined => {
  const bySignature = signatures.find(([, bytes]) => bytes.every((byte, at) => start[at] === byte))?.[0]
  const known = bySignature === "xlsx" && isOpenDocument(start) ? "OpenDocument" : bySignature ?? (isWide(start) ? "UTF-16" : undefined)
  if (known === "xlsx") return known
  if (known !== undefined) {
    assembly.findings.fault({ _tag: "FormatRefused", file, found: known })
    return undefined
  }
  return /\.(ndjson|jsonl)$/i.test(file) ? "ndjson" : "csv"
}

const reasonOf = (error: unknown) => {
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  if (code === "ENOENT") return "missing"
  if (code === "EISDIR") return "folder"
  return code === "EACCES" || code === "EPERM" ? "forbidden" : "failed"
}
