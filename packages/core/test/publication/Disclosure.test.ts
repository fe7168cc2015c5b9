import { Disclosure } from "@timbang/core/publication"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const vocabulary: Disclosure.Vocabulary = {
  specificCategories: ["disabilitas", "papua"],
  generalCategory: "khusus",
  healthCodes: { "TMS-KES": "TMS" },
  privateRungs: { "birth-date": "age" },
  identities: [{ what: "an identity number", pattern: "(?<!\\d)\\d{16}(?!\\d)" }]
}
const facts: Disclosure.Facts = {
  participant: "26-0001",
  formation: "guru-sd/jelutung",
  category: "papua",
  code: "TMS-KES",
  decidedBy: "birth-date",
  hidden: { "birth-date": "1998-04-01" }
}

describe("Disclosure", () => {
  it("as-official-lists shows the category and hides health and birth date", () => {
    expect(Disclosure.split(Disclosure.asOfficialLists(vocabulary), facts)).toEqual(Result.succeed({
      shown: {
        participant: "26-0001",
        formation: "guru-sd/jelutung",
        category: "papua",
        code: "TMS",
        decidedBy: "age"
      },
      hidden: { "birth-date": "1998-04-01", code: "TMS-KES" }
    }))
  })

  it("protected shows a specific category by the general word and commits to it exactly", () => {
    const split = Result.getOrThrow(Disclosure.split(Disclosure.protectedCategories(vocabulary), facts))
    expect(split.shown.category).toBe("khusus")
    expect(split.hidden["category"]).toBe("papua")
    const general = Result.getOrThrow(
      Disclosure.split(Disclosure.protectedCategories(vocabulary), { ...facts, category: "umum" })
    )
    expect(general.shown.category).toBe("umum")
    expect(general.hidden).not.toHaveProperty("category")
  })

  it("commits to the same parts whether or not a code tells health, so that no commitment tells it", () => {
    const partsOf = (code: string, healthCodes: Readonly<Record<string, string>>) => {
      const policy = Disclosure.asOfficialLists({ ...vocabulary, healthCodes })
      return Object.keys(Result.getOrThrow(Disclosure.split(policy, { ...facts, code })).hidden)
    }
    for (const code of ["L", "TMS", "TMS-KES"]) {
      expect(partsOf(code, vocabulary.healthCodes)).toEqual(["birth-date", "code"])
      expect(partsOf(code, {})).toEqual(["birth-date"])
    }
  })

  it("no hidden value appears among the shown ones, under either policy", () => {
    for (const policy of [Disclosure.asOfficialLists(vocabulary), Disclosure.protectedCategories(vocabulary)]) {
      const { hidden, shown } = Result.getOrThrow(Disclosure.split(policy, facts))
      for (const value of Object.values(hidden)) expect(Object.values(shown)).not.toContain(value)
    }
  })

  it("refuses an identity in any public field, without repeating it", () => {
    for (const field of ["participant", "formation", "category", "code"] as const) {
      const split = Disclosure.split(Disclosure.asOfficialLists(vocabulary), {
        ...facts,
        [field]: "x 1571020104980001"
      })
      expect(Result.isFailure(split) && split.failure).toMatchObject({ _tag: "IdentityShown", field })
      if (Result.isFailure(split)) expect(split.failure.message).not.toContain("1571")
    }
    expect(
      Result.isSuccess(
        Disclosure.split(Disclosure.asOfficialLists(vocabulary), { ...facts, participant: "24100110820000001" })
      )
    ).toBe(true)
  })

  it("is not misled by codes named like what every object has", () => {
    const split = Result.getOrThrow(
      Disclosure.split(Disclosure.asOfficialLists(vocabulary), { ...facts, code: "constructor" })
    )
    expect(split.shown.code).toBe("constructor")
  })
})
