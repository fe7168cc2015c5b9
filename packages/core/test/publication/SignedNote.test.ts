import { SignedNote, VerifierKey } from "@timbang/core/publication"
import { Primitives, SecretKey } from "@timbang/signing"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { vectors } from "./vectors.ts"

const { portable } = Primitives

interface Case {
  readonly desc: string
  readonly vkeys: ReadonlyArray<string>
  readonly note: string
  readonly want: "open" | "reject"
  readonly verified?: ReadonlyArray<string>
  readonly unverified?: ReadonlyArray<string>
  readonly skey?: string
}

const open = (note: string, vkeys: ReadonlyArray<string>) =>
  Result.flatMap(
    SignedNote.parse(note),
    (parsed) =>
      SignedNote.open(portable, parsed, vkeys.map((line) => Result.getOrThrow(VerifierKey.parse(portable, line))))
  )

const { cases } = vectors<{ cases: ReadonlyArray<Case> }>("signed-note")

describe("SignedNote", () => {
  for (const { desc, note, skey, unverified, verified, vkeys, want } of cases) {
    it(`C2SP signed-note: ${desc}`, () => {
      const opened = open(note, vkeys)
      expect(Result.isSuccess(opened)).toBe(want === "open")
      if (Result.isSuccess(opened)) {
        expect(opened.success.signed.map(({ key }) => key.name)).toEqual(verified)
        expect(opened.success.unknown).toEqual(unverified ?? [])
      }
      if (skey !== undefined) {
        const key = Result.getOrThrow(SecretKey.parse(skey))
        expect(SecretKey.note(note.slice(0, note.lastIndexOf("\n\n") + 1), [key])).toBe(note)
      }
    })
  }

  const { note, vkeys } = cases[1]!
  const signature = note.slice(note.lastIndexOf("\n\n") + 2)

  it("refuses a broken form, whatever its signature", () => {
    const broken = [
      note.slice(0, -1),
      `${note}\n`,
      note.replace("— ", "- "),
      note.replace("\n\n—", "\n—"),
      note.replace("what", "wh\u0007at"),
      note.replace("what", "wh\rat"),
      note.replace("what", "wh\u0085at"),
      note.replace(/=\n$/, "\n"),
      note.replace("x08go", "x08 go"),
      `${note}${signature.replace("PeterNeumann", "Peter+Neumann")}`,
      `${note}— somebody AAAA\n`,
      `${note}${"— somebody AAAAAQI=\n".repeat(100)}`,
      "",
      "\n\n"
    ]
    for (const text of broken) expect(Result.isFailure(SignedNote.parse(text)), JSON.stringify(text)).toBe(true)
  })

  it("refuses base64 that is written otherwise than it is read", () => {
    expect(signature.endsWith("AM=\n")).toBe(true)
    expect(Result.isFailure(SignedNote.parse(note.replace(/AM=\n$/, "AN=\n")))).toBe(true)
  })

  it("counts a key once, and refuses the whole note when one known signature does not hold", () => {
    expect(Result.map(open(note + signature, vkeys), ({ signed }) => signed.length)).toEqual(Result.succeed(1))
    const turned = signature.replace("x08go/", "x08go+")
    const opened = open(note.replace(signature, turned), vkeys)
    expect(Result.isFailure(opened) && opened.failure._tag).toBe("SignatureInvalid")
  })

  it("does not take the same name with another key for the same signer", () => {
    const other = Result.getOrThrow(
      SecretKey.fromSeed("PeterNeumann", "ed25519", Uint8Array.from({ length: 32 }, (_, i) => i))
    )
    const text = note.slice(0, note.lastIndexOf("\n\n") + 1)
    const opened = open(SecretKey.note(text, [other]), vkeys)
    expect(Result.isFailure(opened) && opened.failure._tag).toBe("NobodyKnownSigned")
  })
})

describe("VerifierKey", () => {
  it("refuses a slip anywhere in the line", () => {
    const line = cases[1]!.vkeys[0]!
    for (let i = 0; i < line.length; i++) {
      const slipped = line.slice(0, i) + (line[i] === "A" ? "B" : "A") + line.slice(i + 1)
      expect(Result.isFailure(VerifierKey.parse(portable, slipped)), slipped).toBe(true)
    }
  })

  it("refuses key types it does not know", () => {
    const bytes = Uint8Array.of(6, ...new Uint8Array(32))
    const line = `x+00000000+${Buffer.from(bytes).toString("base64")}`
    const parsed = VerifierKey.parse(portable, line)
    expect(Result.isFailure(parsed) && parsed.failure.because).toContain("type 6")
  })
})
