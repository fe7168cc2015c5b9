import { ReceiptCode } from "@timbang/core/publication"
import { ReceiptQr } from "@timbang/portal"
import { Result } from "effect"
import decodeQr from "qr/decode.js"
import { describe, expect, it } from "vitest"
import { photograph } from "./Picture.ts"
import { largest, linkOf, portable, receipt } from "./worked.ts"

const readBack = (link: string, shot: Parameters<typeof photograph>[1]): string =>
  decodeQr(photograph(ReceiptQr.modules(link), shot), { effort: 40, timeLimit: 10_000 })

describe("ReceiptQr", () => {
  it("a receipt of a log of a million entries takes at most version 25", () => {
    const { size, version } = ReceiptQr.modules(linkOf(largest))
    expect(version).toBeLessThanOrEqual(ReceiptCode.maxQrVersion)
    expect(size).toBe(17 + 4 * version)
  })

  it("is read back from a blurred, turned, leaning, noisy 720p picture, to the digit", () => {
    for (const one of [receipt, largest]) expect(ReceiptCode.read(portable, linkOf(one))).toEqual(Result.succeed(one))
    // The one with the smallest modules: at the same blur the other is the easier picture.
    for (const tilt of [0, 0.1]) expect(readBack(linkOf(largest), { side: 620, turned: 2, tilt, blur: 1.4, noise: 12 })).toBe(linkOf(largest))
  })

  it("what does not fit is refused exactly where the code would need a larger version", () => {
    for (const length of [0, 100, 200, 300, 310, 320, 330, 340, 350, 400]) {
      const link = ReceiptCode.link(portable, `https://kota.example/${"x".repeat(length)}`, largest)
      if (Result.isSuccess(link)) expect(ReceiptQr.modules(link.success).version).toBeLessThanOrEqual(25)
      else expect(link.failure._tag).toBe("ReceiptTooLarge")
    }
  })

  it("the SVG has a quiet zone and one dark square for each dark module", () => {
    const { dark, size } = ReceiptQr.modules(linkOf(receipt))
    const svg = ReceiptQr.svg(linkOf(receipt))
    expect(svg).toContain(`viewBox="0 0 ${size + 8} ${size + 8}"`)
    const drawn = [...svg.matchAll(/h(\d+)v1/g)].reduce((sum, [, run]) => sum + Number(run), 0)
    expect(drawn).toBe(dark.reduce((sum, one) => sum + one, 0))
  })
})
