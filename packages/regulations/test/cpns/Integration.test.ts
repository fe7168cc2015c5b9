import { type Rounding, Rounding as Round } from "@timbang/core/number"
import { type RuleSet, ScoreStep, TieLadder } from "@timbang/core/selection"
import { RuleSets, TeacherCertificate } from "@timbang/regulations"
import { describe, expect, it } from "vitest"

const { cpns2018, cpns2019, cpns2021, cpns2023, cpns2024 } = RuleSets
const rounds = [cpns2018, cpns2019, cpns2021, cpns2023, cpns2024]
const maximaOf = (ruleSet: RuleSet.RuleSet) =>
  ruleSet.components.map(({ maximum }) => maximum._tag === "Known" ? maximum.value : undefined)
const step = <Tag extends ScoreStep.ScoreStep["_tag"]>(ruleSet: RuleSet.RuleSet, id: string, tag: Tag) => {
  const found = ruleSet.steps.find((candidate) => candidate.id === id)
  if (found?._tag !== tag) throw new Error(`no ${tag} ${id}`)
  return found as Extract<ScoreStep.ScoreStep, { readonly _tag: Tag }>
}

describe("SKD: maxima of TWK, TIU, TKP, and the SKB", () => {
  it.each([
    ["2018", cpns2018, [175, 150, 175], 500],
    ["2019", cpns2019, [150, 175, 175], 500],
    ["2021", cpns2021, [150, 175, 225], 550],
    ["2023", cpns2023, [150, 175, 225], 550],
    ["2024", cpns2024, [150, 175, 225], 550]
  ] as const)("%s", (_, ruleSet, parts, total) => {
    expect(maximaOf(ruleSet)).toEqual([...parts, 100])
    expect(step(ruleSet, "skd100", "Rescale").outOf).toMatchObject({ value: total })
    expect(ruleSet.components.map((component) => component.step)).toEqual([5, 5, 1, 1])
    expect(ruleSet.components[3]!.raw).toMatchObject({ column: "skbRaw", outOf: { value: 500 }, rounding: "half-up" })
  })
})

describe("40 percent SKD and 60 percent SKB", () => {
  it.each([
    ["36/2018", cpns2018],
    ["23/2019", cpns2019],
    ["27/2021, Pasal 48(3)", cpns2021],
    ["27/2021, Pasal 48(3)", cpns2023],
    ["6/2024, Pasal 45", cpns2024]
  ] as const)("PermenPANRB %s", (citation, ruleSet) => {
    for (const [id, percent] of [["skd40", 40], ["skb60", 60]] as const) {
      const { decimals, percent: found, source } = step(ruleSet, id, "Weight")
      expect([found, decimals]).toMatchObject([{ value: percent }, 3])
      expect([source.instrument, source.provision].filter((part) => part !== undefined).join(", ")).toBe(`PermenPANRB ${citation}`)
    }
  })

  it("2021 and 2023 warn that rounding at each step is not confirmed; 2018, 2019 and 2024 do not", () => {
    const confidences = rounds.map((ruleSet) => step(ruleSet, "skd100", "Rescale").rounding.source.confidence)
    expect(confidences).toEqual(["shown-by-arithmetic", "shown-by-arithmetic", "unverified", "unverified", "derived-from-results"])
  })
})

describe("the order of ties", () => {
  it("is the same in every round: SKD, TKP, TIU, TWK, grade average, age", () => {
    for (const { ranking, shortlist } of rounds) {
      expect(ranking.ladder.map(TieLadder.nameOf)).toEqual(["skd", "tkp", "tiu", "twk", "gpa", "birthDate"])
      expect(shortlist?.ladder.map(TieLadder.nameOf)).toEqual(["skd", "tkp", "tiu", "twk"])
      expect(shortlist?.factor).toMatchObject({ value: 3 })
    }
  })
})

describe("shown by arithmetic, over every possible value", () => {
  const rescaled = (total: number, outOf: number, rounding: Rounding.Rounding) =>
    ScoreStep.rescale(total, { fromDecimals: 0, outOf, to: 100, decimals: 3, rounding })
  const weighed = (units: number, percent: number, rounding: Rounding.Rounding) =>
    ScoreStep.weigh(units, { fromDecimals: 3, percent, decimals: 3, rounding })

  it("halves up and halves to even are the same in the 40/60 integration out of 550", () => {
    for (let total = 0; total <= 550; total++) {
      const scaled = rescaled(total, 550, "half-up")
      expect(rescaled(total, 550, "half-even")).toBe(scaled)
      expect(weighed(scaled, 40, "half-even")).toBe(weighed(scaled, 40, "half-up"))
    }
    for (let skb = 0; skb <= 100_000; skb++) {
      if (weighed(skb, 60, "half-even") !== weighed(skb, 60, "half-up")) expect.fail(`differs at ${skb}`)
    }
  })

  it("out of 500, rounding at each step and rounding the end are the same", () => {
    for (let total = 0; total <= 500; total++) {
      const exactTimes500 = total * 40_000
      expect(weighed(rescaled(total, 500, "half-up"), 40, "half-up") * 500).toBe(exactTimes500)
    }
  })

  it("out of 550 they are not: 398 and 51.0 give 59.546 step by step and 59.545 at the end", () => {
    expect(weighed(rescaled(398, 550, "half-up"), 40, "half-up") + weighed(51_000, 60, "half-up")).toBe(59_546)
    expect(Round.divide(398 * 40_000 + 51 * 550 * 600, 550, "half-up")).toBe(59_545)
  })
})

describe("TeacherCertificate.withTeacherCertificate", () => {
  const source = { instrument: "Letter 1", confidence: "host" } as const

  it("is in 2018 and 2019 by law, and nowhere else", () => {
    const having = RuleSets.all.filter(({ steps }) => steps.some(({ id }) => id === "skbSerdik")).map(({ id }) => id)
    expect(having).toEqual(["cpns-2018", "cpns-2019"])
    expect(TeacherCertificate.withTeacherCertificate(cpns2019, source)).toBe(cpns2019)
  })

  it("puts the certificate before the 60 percent", () => {
    const certified = TeacherCertificate.withTeacherCertificate(cpns2021, source)
    expect(step(certified, "skb60", "Weight").of).toBe("skbSerdik")
    expect(step(certified, "skbSerdik", "Addition").source).toBe(source)
  })
})
