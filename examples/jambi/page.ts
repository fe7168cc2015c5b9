/**
 * How the demo is laid out: no row and no word runs over the edge of a terminal, in a pipe neither.
 */

/** Columns of the page; a narrower terminal sets its own. */
const width = Math.min(100, process.stdout.columns ?? 100)

/** Prints lines: tab-separated rows that follow one another as a table, anything else broken between words. */
export const say = (...texts: ReadonlyArray<string>): void => {
  for (const text of texts) console.log(laid(text))
}

/** What {@link say} prints. */
export const laid = (text: string, columns = width): string => {
  const drawn: Array<string> = []
  const lines = text.split("\n")
  for (let at = 0; at < lines.length;) {
    const end = lines.findIndex((line, other) => other >= at && !line.includes("\t"))
    const next = end < 0 ? lines.length : end
    if (next > at) drawn.push(table(lines.slice(at, next).map((line) => line.split("\t")), columns))
    else drawn.push(folded(lines[at]!, columns))
    at = Math.max(next, at + 1)
  }
  return drawn.join("\n")
}

/** Rows under one header, figures to the right; what is widest is broken between words until the row fits. */
export const table = (rows: ReadonlyArray<ReadonlyArray<string>>, columns = width): string => {
  const cells = rows[0]!.map((_, c) => rows.map((row) => row[c] ?? ""))
  const isFigure = cells.map((own) => own.slice(1).every((cell) => /^[-+\d.,%]*$/.test(cell)))
  const widest = (texts: ReadonlyArray<string>) => Math.max(...texts.map((text) => text.length))
  const widths = cells.map(widest)
  const least = cells.map((own) => widest(own.flatMap((cell) => cell.split(" "))))
  // What a row is about stays whole as long as it is no sentence.
  least[0] = Math.max(least[0]!, Math.min(widths[0]!, 24))
  const gaps = 2 * (cells.length - 1)
  for (let over = widths.reduce((sum, own) => sum + own, gaps) - columns; over > 0; over--) {
    const spare = widths.map((own, c) => own > least[c]! ? own : 0)
    if (Math.max(...spare) === 0) break
    widths[spare.indexOf(Math.max(...spare))]!--
  }
  return rows.flatMap((row) => {
    const broken = row.map((cell, c) => linesOf(cell, widths[c]!))
    return Array.from({ length: Math.max(...broken.map(({ length }) => length)) }, (_, at) =>
      broken.map((own, c) => isFigure[c] ? (own[at] ?? "").padStart(widths[c]!) : (own[at] ?? "").padEnd(widths[c]!)).join("  ").trimEnd())
  }).join("\n")
}

/** A command as it can be typed again, an option and its value never parted. */
export const command = (args: ReadonlyArray<string>, columns = width): string => {
  const words = args.map((arg) => /[\s()]/.test(arg) ? `"${arg}"` : arg)
  const parts = words.reduce<ReadonlyArray<string>>((all, word, at) =>
    at > 0 && words[at - 1]!.startsWith("--") && !word.startsWith("--") ? [...all.slice(0, -1), `${all.at(-1)} ${word}`] : [...all, word], [])
  const lines = ["$ npm run -s timbang --"]
  for (const part of parts) {
    if (`${lines.at(-1)} ${part} \\`.length <= columns) lines.push(`${lines.pop()} ${part}`)
    else lines.push(`    ${part}`)
  }
  return lines.join(" \\\n")
}

const folded = (line: string, columns: number): string => {
  if (line.length <= columns) return line
  const indent = " ".repeat(/^ */.exec(line)![0].length)
  return [...linesOf(line.trimStart(), columns - indent.length - 2)].map((each, at) => `${indent}${at === 0 ? "" : "  "}${each}`).join("\n")
}

/** A text in lines of at most so many letters; a longer word has a line of its own. */
const linesOf = (text: string, most: number): ReadonlyArray<string> =>
  text.length <= most
    ? [text]
    : text.split(" ").reduce<ReadonlyArray<string>>((lines, word) => {
      const last = lines.at(-1)
      return last !== undefined && `${last} ${word}`.length <= most ? [...lines.slice(0, -1), `${last} ${word}`] : [...lines, word]
    }, [])
