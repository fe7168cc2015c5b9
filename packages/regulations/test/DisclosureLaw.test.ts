import { Parameter } from "@timbang/core/law"
import { Disclosure } from "@timbang/core/publication"
import { DisclosureLaw } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const vocabulary = Result.getOrThrow(Parameter.at(DisclosureLaw.vocabulary, "2024-10-17")).value
const facts = { participant: "24100110820000001", formation: "guru-sd/jelutung", category: "disabilitas" }

describe("UU 27/2022, Pasal 4", () => {
  it("a category that tells health or origin is khusus under the policy protected, and only there", () => {
    const shown = (policy: Disclosure.Policy, category: string) =>
      Result.getOrThrow(Disclosure.split(policy, { ...facts, category })).shown.category
    const categories = ["umum", "cumlaude", "disabilitas", "papua"]
    expect(categories.map((category) => shown(Disclosure.protectedCategories(vocabulary), category)))
      .toEqual(["umum", "cumlaude", "khusus", "khusus"])
    expect(categories.map((category) => shown(Disclosure.asOfficialLists(vocabulary), category))).toEqual(categories)
  })

  it("a tie that a birth date broke says age", () => {
    const split = Disclosure.split(Disclosure.asOfficialLists(vocabulary), { ...facts, decidedBy: "birthDate" })
    expect(Result.map(split, ({ shown }) => shown.decidedBy)).toEqual(Result.succeed("age"))
  })

  it("an identity number or a birth date in a public field is refused; a participant number of 17 digits is none", () => {
    const policy = Disclosure.protectedCategories(vocabulary)
    for (const participant of ["1571020104980001", "P-1571020104980001", "1998-04-01", "01/04/1998"]) {
      expect(Result.isFailure(Disclosure.split(policy, { ...facts, participant })), participant).toBe(true)
    }
    expect(Result.isSuccess(Disclosure.split(policy, facts))).toBe(true)
  })
})
