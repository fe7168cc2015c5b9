import { BudgetLaw, Indices } from "@timbang/regulations"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import * as LawInForce from "../src/LawInForce.ts"

describe("LawInForce", () => {
  it("names the law and its first day in the language asked for", async () => {
    const lines = async (lang: "id" | "en") => (await Effect.runPromise(Effect.flip(LawInForce.at(BudgetLaw.personnelCap, "1999-01-01", lang)))).lines
    expect(await lines("id")).toEqual([expect.stringMatching(/^UU 1\/2022.*: tidak ada nilai yang berlaku pada 1999-01-01; yang pertama berlaku mulai \d{4}-\d\d-\d\d\. Pilih hari lain\.$/)])
    expect(await lines("en")).toEqual([expect.stringMatching(/: no value is in force on 1999-01-01; the first holds from \d{4}-\d\d-\d\d on\. Choose another day\.$/)])
  })

  it("names the last day of what has ended, and the law it was", async () => {
    const { lines } = await Effect.runPromise(Effect.flip(LawInForce.at(Indices.idm, "2026-01-02", "en")))
    expect(lines).toEqual(["Permendes 2/2016: no value is in force on 2026-01-02; the last held until 2024-12-31. Choose another day."])
  })

  it("names a parameter in the language asked for", () => {
    expect([LawInForce.nameOf(BudgetLaw.personnelCap, "id"), LawInForce.nameOf(BudgetLaw.personnelCap, "en")]).toEqual(["batas belanja pegawai", "cap of personnel spending"])
  })
})
