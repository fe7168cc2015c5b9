import { PaperWordList } from "@timbang/language/publication"
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"

const { words } = PaperWordList

const slips = (word: string): ReadonlyArray<string> =>
  [...word].flatMap((letter, i) => [
    word.slice(0, i) + word.slice(i + 1),
    word.slice(0, i) + (word[i + 1] ?? "") + letter + word.slice(i + 2),
    ..."abcdefghijklmnopqrstuvwxyz".split("").flatMap((
      other
    ) => [word.slice(0, i) + other + word.slice(i + 1), word.slice(0, i) + other + word.slice(i)])
  ]).concat("abcdefghijklmnopqrstuvwxyz".split("").map((other) => word + other))

describe("PaperWordList", () => {
  it("has 1,024 distinct words of four to eight small letters, in order", () => {
    expect(new Set(words).size).toBe(1024)
    expect(words.every((word) => /^[a-z]{4,8}$/.test(word))).toBe(true)
    expect(words).toEqual([...words].sort())
  })

  it("no slip of the pen turns one word into another", () => {
    const all = new Set(words)
    for (const word of words) {
      for (const slip of slips(word)) expect(slip !== word && all.has(slip), `${word} ${slip}`).toBe(false)
    }
  })

  it("is the list of the published format, to the letter", () => {
    expect(createHash("sha256").update(words.join("\n")).digest("hex")).toMatchInlineSnapshot(
      `"701c0efbaca78da54d90e3d13cec820053c0c4d1a289d58ef0f384522ed2e1c3"`
    )
  })
})

it("docs/specs/paper-words-id.txt is the same list, for other languages to use", () => {
  const file = join(import.meta.dirname, "../../../../docs/specs/paper-words-id.txt")
  expect(readFileSync(file, "utf8")).toBe(`${words.join("\n")}\n`)
})
