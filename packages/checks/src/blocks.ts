/** The blocks of a page of Markdown. */

/** A block between fences. */
export interface Block {
  readonly language: string
  readonly code: string
  /** Line of its opening fence, from 1. */
  readonly line: number
  /** The paragraph before it. */
  readonly before: string
  readonly isShown: boolean
}

/** The blocks of a page, in order. */
export const of = (page: string): ReadonlyArray<Block> => {
  const lines = page.split("\n")
  const found: Array<Block> = []
  for (let at = 0; at < lines.length; at++) {
    const [, indent, language] = /^( *)```(\w*)$/.exec(lines[at]!) ?? []
    if (language === undefined) continue
    const end = lines.indexOf(`${indent}\`\`\``, at + 1)
    if (end < 0) throw new Error(`line ${at + 1}: a block without an end`)
    const code = lines.slice(at + 1, end).map((line) => line.slice(indent!.length))
    const before = lines.slice(0, at).join("\n").trimEnd().split(/\n\n/).at(-1)!
    found.push({ language, code: `${code.join("\n")}\n`, line: at + 1, before, isShown: before.endsWith("(shown, not run):") })
    at = end
  }
  return found
}

/** The name of the file that a block of TypeScript is: what the paragraph before it says, else the first thing it exports, else its place. */
export const fileOf = ({ before, code, line }: Block): string =>
  /`([\w-]+\.ts)`/.exec(before)?.[1] ??
    `${/^export (?:const|async function\*?|function|class) (\w+)/m.exec(code)?.[1] ?? `line-${line}`}.ts`
