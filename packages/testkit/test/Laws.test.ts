import { RuleSetFaults, RuleSetSchema, ScoreSheet, type Selection, Specimen } from "@timbang/core/selection"
import { RuleSets } from "@timbang/regulations"
import { Law, Laws, Policies, RandomRuleSet, RandomScoreSheet, Round } from "@timbang/testkit"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

describe.each(RuleSets.all.map((ruleSet) => [ruleSet.id, ruleSet] as const))("laws of %s", (_, ruleSet) => {
  for (const law of Laws.all.filter(({ appliesTo }) => appliesTo(ruleSet))) {
    it(law.name, () => {
      expect(Laws.checkAllUnsafe(ruleSet, { laws: [law], rounds: 40 }).map(({ _tag }) => _tag)).toEqual(["Held"])
    })
  }
})

describe("laws of rule sets by chance", () => {
  it("hold for any well-formed rule set", () => {
    fc.assert(
      fc.property(RandomRuleSet.arbitrary(), (ruleSet) => {
        expect(RuleSetFaults.check(ruleSet)).toEqual([])
        Laws.checkAllUnsafe(ruleSet, { rounds: 4 })
      }),
      { numRuns: 40 }
    )
  })

  it("are written to JSON and read back as they were", () => {
    fc.assert(fc.property(RandomRuleSet.arbitrary(), (ruleSet) => {
      expect(RuleSetSchema.decode(JSON.parse(JSON.stringify(ruleSet)))).toStrictEqual(Result.succeed(ruleSet))
    }))
  })
})

describe("Laws.checkAll", () => {
  it("the specimen keeps every law, and the same seed tries the same rounds", () => {
    const verdicts = Laws.checkAll(Specimen.ruleSet, { seed: 11 })
    expect(verdicts.map(({ _tag }) => _tag)).toEqual(Laws.all.map(() => "Held"))
    expect(Laws.checkAll(Specimen.ruleSet, { seed: 11 })).toEqual(verdicts)
  })

  it("a law about filling is not applicable without one, nor for a host that never runs it", () => {
    const { filling: _, ...without } = Specimen.ruleSet
    const tagsOf = (...given: Parameters<typeof Laws.checkAll>) => Laws.checkAll(...given).map(({ _tag }) => _tag)
    const laws = [Laws.raisingKeepsSeat]
    expect(tagsOf(without, { laws })).toEqual(["NotApplicable"])
    expect(tagsOf(Specimen.ruleSet, { laws, policies: { filling: ["left-out"] } })).toEqual(["NotApplicable"])
  })

  it("a host's own law runs beside the others: nobody is moved without a yes where people are asked", () => {
    const check = (round: Round.Round) => {
      const { pass } = Round.runUnsafe(round)
      const moved = round.people.find(({ events }, row) =>
        pass[row]! > 0 && !events.some((event) => event._tag === "PlacementAnswered" && event.willing)
      )
      return moved === undefined ? undefined : `${moved.row.participant} was moved without a yes`
    }
    const nobodyAgainstTheirWill = Law.make({
      name: "nobody-against-their-will",
      why: "A promise of the host.",
      underPolicies: Policies.narrow(Policies.any, { consent: ["asked"] }),
      appliesTo: ({ filling }) => filling !== undefined,
      check
    })
    const tagOf = (law: Law.Law) => Laws.checkAll(Specimen.ruleSet, { laws: [law], rounds: 600, seed: 3 })[0]!._tag
    expect(tagOf(nobodyAgainstTheirWill)).toBe("Held")
    const notAsked = Policies.narrow(Policies.any, { consent: ["not-asked"], filling: ["run"] })
    expect(
      Laws.checkAll(Specimen.ruleSet, { laws: [nobodyAgainstTheirWill], policies: { consent: ["not-asked"] } })[0]!._tag
    ).toBe("NotApplicable")
    const promisedToo = Law.make({ ...nobodyAgainstTheirWill, underPolicies: notAsked, check })
    expect(tagOf(promisedToo)).toBe("Broken")
  })

  it("a broken law says why it matters, what was found, and the smallest round with its seed", () => {
    const everybodySelected = Law.make({
      ...Laws.orderFree,
      name: "everybody-selected",
      check: (round) => Round.runUnsafe(round).seat.some((cell) => cell < 0) ? "somebody has no seat" : undefined
    })
    const [verdict] = Laws.checkAll(Specimen.ruleSet, { laws: [everybodySelected] })
    expect(verdict?._tag === "Broken" && verdict.report).toMatch(
      /^everybody-selected: somebody has no seat\nProperty failed after[\s\S]*seed[\s\S]*"participant": "P001"/
    )
    expect(() => Laws.checkAllUnsafe(Specimen.ruleSet, { laws: [everybodySelected] })).toThrow(
      "specimen breaks everybody-selected"
    )
  })
})

describe("Round.arbitrary", () => {
  it("has ties, filled seats, every kind of exclusion and undecided equals often enough to test them", () => {
    const rounds = fc.sample(Round.arbitrary(Specimen.ruleSet, Policies.any), { numRuns: 250, seed: 3 })
    const runs = rounds.map(Round.runUnsafe)
    const share = (holds: (selection: Selection.Selection) => boolean) => runs.filter(holds).length / runs.length
    const tags = (tag: number) => share(({ outcome }) => outcome.includes(tag))
    expect(Math.min(...Array.from({ length: 14 }, (_, tag) => tag).filter((tag) => ![0, 1].includes(tag)).map(tags)))
      .toBeGreaterThan(0.01)
    expect(share(({ final }) => final!.rung.some((rung) => rung < 0))).toBeGreaterThan(0.1)
  })

  it("knows every number, whatever the rule set does not", () => {
    for (const ruleSet of RuleSets.all) {
      for (const round of fc.sample(Round.arbitrary(ruleSet, Policies.any), 5)) {
        expect(() => Round.runUnsafe(round)).not.toThrow()
      }
    }
  })
})

describe("laws of score sheets by chance", () => {
  const sheets = RandomScoreSheet.arbitrary()

  it("everybody of the sessions is scored or absent, and a total is the sum of its parts, from 0 to 100", () => {
    fc.assert(fc.property(sheets, (sheet) => {
      const { absent, scores } = Result.getOrThrow(ScoreSheet.finish(sheet))
      const named = [...absent, ...scores].map(({ participant }) => participant).sort()
      expect(named).toEqual(sheet.sessions.flatMap(({ participants }) => participants).sort())
      for (const { parts, units } of scores) {
        expect(units).toBe(parts.reduce((sum, part) => sum + part, 0))
        expect(units).toBeGreaterThanOrEqual(0)
        expect(units).toBeLessThanOrEqual(100_000 + parts.length)
      }
    }))
  })

  it("one cell changed in one entry is always found, and only it", () => {
    fc.assert(fc.property(sheets, fc.nat(), (sheet, pick) => {
      const at = pick % sheet.entries.length
      const entry = sheet.entries[at]!
      const changed = {
        ...entry,
        attended: !entry.attended,
        scores: entry.attended ? {} : Object.fromEntries(sheet.rubric.criteria.map(({ id }) => [id, "0"]))
      }
      const made = ScoreSheet.finish({ ...sheet, entries: sheet.entries.with(at, changed) })
      const failure = Result.getOrThrow(Result.flip(made))
      expect(
        failure._tag === "EntriesDiffer" && failure.differences.map(({ cell, participant }) => [participant, cell])
      )
        .toEqual([[entry.participant, "attended"]])
    }))
  })

  it("a rubric of the day after the first session is always refused", () => {
    fc.assert(fc.property(sheets, (sheet) => {
      const first = sheet.sessions.map(({ on }) => on).sort()[0]!
      const late = { ...sheet.rubric, fixedOn: `${first.slice(0, 4)}-12-31` }
      expect(Result.isFailure(ScoreSheet.finish({ ...sheet, rubric: late }))).toBe(true)
    }))
  })
})
