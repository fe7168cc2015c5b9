/**
 * What a person sees: tables on a terminal, plain columns in a pipe, progress on the error stream.
 *
 * @since 0.1.0
 */
import { stat } from "node:fs/promises"
import Table from "cli-table3"
import type { Table as FileTable } from "@timbang/source-files"
import { Effect } from "effect"

// --- operations ---

/** Prints lines on standard output. */
export const print = (...lines: ReadonlyArray<string>): Effect.Effect<void> =>
  Effect.sync(() => void process.stdout.write(lines.map((line) => `${visible(line)}\n`).join("")))

/** Prints lines on standard error, where they do not disturb a pipe. */
export const note = (...lines: ReadonlyArray<string>): Effect.Effect<void> =>
  Effect.sync(() => void process.stderr.write(lines.map((line) => `${folded(visible(line), widthOf(process.stderr))}\n`).join("")))

/**
 * A text with what steers a terminal, or cannot be seen, written out: names in somebody else's files and entries may hold anything,
 * and none shall wipe a finding off the screen.
 */
export const visible = (text: string): string => text.replace(unseen, (sign) => sign === "\n" || sign === "\t" ? sign : `\\u{${sign.codePointAt(0)!.toString(16)}}`)

/** The same for a name within a line: a line that it breaks would pass for one of ours. */
export const inLine = (text: string): string => visible(text).replaceAll("\n", "\\u{a}")

/** Controls but the tab and the end of a line, marks of direction, blanks without width. */
const unseen = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

/** Prints sentences on standard output; on a terminal none is broken within a word. */
export const prose = (...lines: ReadonlyArray<string>): Effect.Effect<void> =>
  print(...lines.flatMap((line) => line.split("\n")).map((line) => folded(line, widthOf(process.stdout))))

/** A table on a terminal, as wide as that; tab-separated columns in a pipe. */
export const table = (
  head: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string | number>>,
  width = widthOf(process.stdout)
): string => {
  if (width === undefined) return [head, ...rows].map((row) => row.join("\t")).join("\n")
  const cells = head.map((name, column) => [name, ...rows.map((row) => String(row[column] ?? ""))])
  const drawn = new Table({
    head: [...head],
    style: { head: [], border: [], compact: true },
    colAligns: alignments(rows),
    colWidths: fitting(cells, width - head.length - 1),
    wordWrap: true
  })
  for (const row of rows) drawn.push([...row])
  return drawn.toString()
}

/** Columns of a terminal; undefined in a pipe. */
const widthOf = (stream: NodeJS.WriteStream): number | undefined => (stream.isTTY === true ? stream.columns || 80 : undefined)

/** Breaks a line between words, its further lines two places deeper. */
export const folded = (line: string, width = Infinity): string => {
  if (line.length <= width) return line
  const indent = " ".repeat(/^ */.exec(line)![0].length + 2)
  const lines: Array<string> = []
  let rest = line
  while (rest.length > width) {
    const at = rest.lastIndexOf(" ", width)
    if (at < 1 || rest.slice(0, at).trim() === "") break
    lines.push(rest.slice(0, at))
    rest = indent + rest.slice(at + 1)
  }
  return [...lines, rest].join("\n")
}

/** Widths with a blank on either side that fit together: what is widest gives way first, as far as its longest word. */
const fitting = (columns: ReadonlyArray<ReadonlyArray<string>>, room: number): Array<number> => {
  const longest = (texts: ReadonlyArray<string>) => texts.reduce((most, text) => Math.max(most, text.length), 0) + 2
  const widths = columns.map(longest)
  const least = columns.map((cells) => longest(cells.flatMap((cell) => cell.split(" "))))
  for (let over = widths.reduce((sum, width) => sum + width, 0) - room; over > 0; over--) {
    const spare = widths.map((width, column) => (width > least[column]! ? width : 0))
    if (Math.max(...spare) === 0) break
    widths[spare.indexOf(Math.max(...spare))]!--
  }
  return widths
}

/**
 * Says how far a file has been read, on a terminal only and not before a second has passed.
 */
export const reading = (file: string, bytes: number): { readonly onProgress: (bytesRead: number) => void; readonly end: () => void } => {
  const started = performance.now()
  let said = 0
  const isTerminal = process.stderr.isTTY === true
  return {
    onProgress: (bytesRead) => {
      const now = performance.now()
      if (!isTerminal || now - started < 1000 || now - said < 200) return
      said = now
      const share = bytes > 0 ? `${Math.min(100, Math.floor(bytesRead / bytes * 100))} %` : `${bytesRead}`
      process.stderr.write(`\r${file}: ${share} `)
    },
    end: () => {
      if (said > 0) process.stderr.write(`\r${" ".repeat(file.length + 10)}\r`)
    }
  }
}

/** Reads a file and says how far it is, see {@link reading}; of bytes at hand nothing is said. */
export const followed = <A, E, R>(file: FileTable.Input, read: (onProgress: (bytesRead: number) => void) => Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  typeof file !== "string" ? read(() => undefined) : Effect.gen(function*() {
    const bytes = yield* Effect.promise(() => stat(file).then(({ size }) => size, () => 0))
    const progress = reading(file, bytes)
    return yield* Effect.ensuring(read(progress.onProgress), Effect.sync(progress.end))
  })

/** Goes through what is computed, saying how far it is; on a terminal only and not before a second has passed. */
export function* counting<A>(label: string, total: number, all: Iterable<A>): Generator<A> {
  const started = performance.now()
  let [done, said] = [0, 0]
  for (const one of all) {
    yield one
    done++
    const now = process.stderr.isTTY === true ? performance.now() : started
    if (now - started < 1000 || now - said < 200) continue
    said = now
    process.stderr.write(`\r${label}: ${Math.floor(done / total * 100)} % `)
  }
  if (said > 0) process.stderr.write(`\r${" ".repeat(label.length + 10)}\r`)
}

/** Says how far a computation is, on a terminal only, not before a second has passed and on one line. */
export const telling = (): { readonly say: (line: string) => void; readonly end: () => void } => {
  const started = performance.now()
  let [said, width] = [0, 0]
  return {
    say: (line) => {
      const now = performance.now()
      if (process.stderr.isTTY !== true || now - started < 1000 || now - said < 200) return
      said = now
      width = Math.max(width, line.length)
      process.stderr.write(`\r${line.padEnd(width)}`)
    },
    end: () => {
      if (said > 0) process.stderr.write(`\r${" ".repeat(width)}\r`)
    }
  }
}

/** Counts evaluations of a long analysis on a terminal; to be called once for each. */
export const evaluations = (total: number): () => void => {
  const screen = telling()
  let done = 0
  return () => {
    done++
    if (done % 256 === 0) screen.say(`${Math.floor(done / total * 100)} %`)
    if (done === total) screen.end()
  }
}

const alignments = (rows: ReadonlyArray<ReadonlyArray<string | number>>): Array<"left" | "right"> =>
  (rows[0] ?? []).map((cell) => typeof cell === "number" ? "right" : "left")
