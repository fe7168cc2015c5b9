/**
 * What a person sees: tables on a terminal, plain columns in a pipe, progress on the error stream.
 *
 * @since 0.1.0
 */
import Table from "cli-table3"
import { Effect } from "effect"

// --- operations ---

/** Prints lines on standard output. */
export const print = (...lines: ReadonlyArray<string>): Effect.Effect<void> =>
  Effect.sync(() => void process.stdout.write(lines.map((line) => `${line}\n`).join("")))

/** Prints lines on standard error, where they do not disturb a pipe. */
export const note = (...lines: ReadonlyArray<string>): Effect.Effect<void> =>
  Effect.sync(() => void process.stderr.write(lines.map((line) => `${line}\n`).join("")))

/** A table on a terminal; tab-separated columns in a pipe. */
export const table = (
  head: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string | number>>,
  isTerminal = process.stdout.isTTY === true
): string => {
  if (!isTerminal) return [head, ...rows].map((row) => row.join("\t")).join("\n")
  const drawn = new Table({ head: [...head], style: { head: [], border: [] }, colAligns: alignments(rows) })
  for (const row of rows) drawn.push([...row])
  return drawn.toString()
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
