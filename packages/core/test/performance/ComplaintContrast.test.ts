import { ComplaintContrast } from "@timbang/core/performance"
import { describe, expect, it } from "vitest"

const service = (id: string, index: number, complaints: number) => ({ id, index, standardError: 1, complaints, served: 2000 })

describe("ComplaintContrast.compare", () => {
  it("finds the service that its survey praises and its users complain about", () => {
    const found = ComplaintContrast.compare([service("praised", 98, 80), service("fair", 85, 10), service("plain", 84, 12)])
    expect(found).toMatchObject([{ reading: "gap" }, { reading: "gap" }, { reading: "gap" }])
    const agreeing = ComplaintContrast.compare([service("good", 98, 5), service("poor", 70, 90)])
    expect(agreeing).toMatchObject([{ survey: "better", complaints: "better", reading: "agree" }, { survey: "worse", complaints: "worse", reading: "agree" }])
  })

  it("names no side where the interval holds the value of all", () => {
    expect(ComplaintContrast.compare([service("a", 85, 20), service("b", 85.5, 21)])).toMatchObject([{ reading: "not-shown" }, { reading: "not-shown" }])
  })

  it("is undefined for one service and for more complaints than people served", () => {
    expect(ComplaintContrast.compare([service("a", 85, 20)])).toMatchObject({ reason: "too-few-values" })
    expect(ComplaintContrast.compare([service("a", 85, 20), service("b", 85, 3000)])).toMatchObject({ reason: "out-of-range" })
  })
})
