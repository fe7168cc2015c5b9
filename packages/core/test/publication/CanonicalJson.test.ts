import { CanonicalJson } from "@timbang/core/publication"
import { Primitives } from "@timbang/signing"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { toHex, utf8, vectors } from "./vectors.ts"

const { portable } = Primitives

const json = fc.letrec<{ value: CanonicalJson.Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().map((n) => n === 0 ? 0 : n),
    fc.string({ unit: "binary" }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: "binary" }), tie("value"), { maxKeys: 4 })
  )
})).value

describe("CanonicalJson", () => {
  for (
    const { input_utf8, name, output_hex } of vectors<
      { cases: Array<Record<"name" | "input_utf8" | "output_hex", string>> }
    >("jcs-rfc8785").cases
  ) {
    it(`RFC 8785, ${name}`, () => {
      const encoded = CanonicalJson.encode(portable, JSON.parse(input_utf8))
      expect(toHex(Result.getOrThrow(encoded))).toBe(output_hex)
    })
  }

  it("reads back what it writes, and writes the same bytes whatever the order of keys", () => {
    fc.assert(fc.property(json, (value) => {
      const bytes = Result.getOrThrow(CanonicalJson.encode(portable, value))
      const read = Result.getOrThrow(CanonicalJson.decode(portable, bytes))
      expect(Result.getOrThrow(CanonicalJson.encode(portable, read))).toEqual(bytes)
      if (CanonicalJson.isObject(value)) {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(Result.getOrThrow(CanonicalJson.encode(portable, turned))).toEqual(bytes)
      }
    }))
  })

  it("names where a value stands that cannot be published", () => {
    const refused = (value: unknown) => {
      const result = CanonicalJson.write(portable, value as CanonicalJson.Json)
      return Result.isFailure(result) ? result.failure.path : "written"
    }
    expect(refused({ a: [1, { "b/c": 0.5 }] })).toBe("/a/1/b~1c")
    for (
      const value of [
        0.1,
        -0,
        NaN,
        Infinity,
        2 ** 53,
        undefined,
        1n,
        () => 1,
        Symbol("x"),
        new Date(0),
        new Map(),
        "\ud800",
        "a\udc00"
      ]
    ) {
      expect(refused(value), String(value)).toBe("")
    }
    expect(refused({ born: undefined })).toBe("/born")
    expect(refused({ "\udc00": 1 })).toBe("/\udc00")
    expect(refused("\ud83d\ude00 is well-formed")).toBe("written")
  })

  it("refuses nesting that would exhaust a reader, before it does", () => {
    const deep = utf8("[".repeat(100_000) + "]".repeat(100_000))
    expect(Result.isFailure(CanonicalJson.decode(portable, deep))).toBe(true)
  })

  it("refuses bytes that could be read in two ways", () => {
    const cases = [
      `{"a":1,"a":2}`,
      `{"b":1,"a":2}`,
      `{"a":1.0}`,
      `{"a":1e0}`,
      `{"a": 1}`,
      `{"a":1}\n`,
      `"\\u0061"`,
      `{"a":-0}`,
      "{",
      "",
      "\ufeff1"
    ]
    for (const text of cases) expect(Result.isFailure(CanonicalJson.decode(portable, utf8(text))), text).toBe(true)
    expect(Result.isFailure(CanonicalJson.decode(portable, Uint8Array.of(0x22, 0xff, 0x22)))).toBe(true)
  })
})
