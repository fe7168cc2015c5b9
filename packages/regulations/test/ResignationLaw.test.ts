import { Parameter } from "@timbang/core/law"
import { Resignation } from "@timbang/core/selection"
import { ResignationLaw } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const ruleOn = (day: string) => Result.getOrThrow(Parameter.at(ResignationLaw.resignation, day)).value

describe("ResignationLaw", () => {
  it("PermenPANRB 27/2021 Pasal 54(2): one round, whoever withdraws", () => {
    for (const isMoved of [false, true]) {
      expect(Resignation.sanctionOf(ruleOn("2023-12-31"), { moment: "before-number", isMoved }))
        .toMatchObject({ _tag: "Barred", bar: { amount: 1, unit: "rounds" }, source: { provision: "Pasal 54(2)" } })
    }
  })

  it("PermenPANRB 6/2024 Pasal 58(2): two fiscal years, before and after the NIP", () => {
    for (const moment of ["before-number", "after-number"] as const) {
      expect(Resignation.sanctionOf(ruleOn("2025-01-22"), { moment, isMoved: false }))
        .toMatchObject({ _tag: "Barred", bar: { amount: 2, unit: "fiscal-years" }, source: { provision: "Pasal 58(2)" } })
    }
  })

  it("letter of BKN of 2025: whoever was moved by filling and withdraws before the NIP is not barred", () => {
    const rule = ruleOn("2025-01-22")
    expect(Resignation.sanctionOf(rule, { moment: "before-number", isMoved: true })._tag).toBe("Exempt")
    expect(Resignation.sanctionOf(rule, { moment: "after-number", isMoved: true })._tag).toBe("Barred")
  })

  it("no value before 2021: the texts consulted name none", () => {
    expect(Result.isFailure(Parameter.at(ResignationLaw.resignation, "2020-12-31"))).toBe(true)
  })
})
