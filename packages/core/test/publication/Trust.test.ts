import { PaperWords, Trust, VerifierKey } from "@timbang/core/publication"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { logKey, origin, portable, witnessKey } from "./worked.ts"

const list = Array.from({ length: 1024 }, (_, i) => String.fromCharCode(97 + (i >> 6), 97 + (i >> 3 & 7), 97 + (i & 7)))
const line = VerifierKey.write(logKey.verifier)
const kindOf = (text: string): string => {
  const read = Trust.read(portable, list, text)
  if (Result.isFailure(read)) return read.failure._tag
  return read.success.policy !== undefined ? "policy" : read.success.paper !== undefined ? "paper" : "nobody"
}

describe("Trust.read", () => {
  it("takes a key as it comes off paper, with line breaks and blanks", () => {
    for (const text of [line, ` ${line}\n`, line.replace("+", "+\n"), `${line.slice(0, 30)}\n${line.slice(30)}`]) {
      expect(kindOf(text), text).toBe("policy")
    }
  })

  it("takes a policy with its witnesses", () => {
    const text = `# pengumuman\nlog ${line}\nwitness w ${VerifierKey.write(witnessKey.verifier)}\nquorum w`
    expect(Result.map(Trust.read(portable, list, text), ({ policy }) => policy?.quorum)).toEqual(Result.succeed("w"))
  })

  it("takes eight words, numbered or not", () => {
    expect(kindOf("1. AAA, 2. AAB, 3. AAC, 4. AAD, 5. AAE, 6. AAF, 7. AAG, 8. AAH")).toBe("paper")
  })

  it("takes what is broken for broken, never for nobody", () => {
    for (
      const text of [
        line.slice(0, -2),
        VerifierKey.write(witnessKey.verifier),
        `log ${line}`,
        "aaa aab",
        "aaa aab aac aad aae aaf aag zzz",
        "hello",
        "#",
        "7"
      ]
    ) {
      expect(kindOf(text), text).toBe("NotATrustAnchor")
    }
    expect(kindOf("  \n")).toBe("nobody")
  })
})

describe("PaperWords", () => {
  const checkpoint = { origin, size: 7, root: new Uint8Array(32), extensions: [] }

  it("changes with origin, size and root", () => {
    const words = (one: typeof checkpoint) => Result.getOrThrow(PaperWords.of(portable, list, one)).join(" ")
    const all = [checkpoint, { ...checkpoint, origin: "x" }, { ...checkpoint, size: 8 }, {
      ...checkpoint,
      root: new Uint8Array(32).fill(1)
    }].map(words)
    expect(new Set(all).size).toBe(4)
  })

  it("refuses a list of another length or with a word twice", () => {
    for (const broken of [list.slice(1), [...list, "zz"], list.with(0, "aab")]) {
      expect(Result.isFailure(PaperWords.of(portable, broken, checkpoint))).toBe(true)
    }
  })
})
