import { CompositeIndex, type IndexModel, type Indicator, Table } from "@timbang/core/needs"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { about, hdi } from "./hdi.ts"
import { besideCases, type Case, cases, file, gap, isBeside } from "./vectors.ts"

interface Asem {
  readonly data: {
    readonly units: ReadonlyArray<string>
    readonly indicators: ReadonlyArray<{ readonly iCode: string; readonly Parent: string; readonly Direction: 1 | -1 }>
    readonly values: { readonly [code: string]: ReadonlyArray<number | null> }
  }
  readonly cases: ReadonlyArray<
    Case<unknown, { readonly uCode: ReadonlyArray<string>; readonly [group: string]: ReadonlyArray<number | string> }>
  >
}

interface Country {
  readonly lifeExpectancy: number
  readonly expectedSchooling: number
  readonly meanSchooling: number
  readonly gniPerCapitaPPP2017: number
}
interface Index {
  readonly hdiPublished3dp: number
  readonly health: number
  readonly education: number
  readonly income: number
  readonly hdi: number
}

const checkHdi = (all: ReadonlyArray<Case<Country, Index>>) => {
  const column = (id: keyof Country) => all.map(({ input }) => input[id])
  const table = Result.getOrThrow(Table.make(all.map(({ name }) => name), {
    lifeExpectancy: column("lifeExpectancy"),
    expectedSchooling: column("expectedSchooling"),
    meanSchooling: column("meanSchooling"),
    gniPerCapitaPPP2017: column("gniPerCapitaPPP2017")
  }))
  const { groups, index } = Result.getOrThrow(CompositeIndex.compute(hdi, table))
  expect(gap(index, all.map(({ expected }) => expected.hdi))).toBeLessThan(1e-12)
  for (const part of ["health", "education", "income"] as const) {
    expect(gap(groups[part]!.map(({ result }) => result), all.map(({ expected }) => expected[part]))).toBeLessThan(
      1e-12
    )
  }
  expect(gap(index, all.map(({ expected }) => expected.hdiPublished3dp))).toBeLessThanOrEqual(0.0005 + 1e-12)
}

const direction = (sign: 1 | -1): Indicator.Direction => (sign === 1 ? "more-is-better" : "less-is-better")

describe("CompositeIndex.compute", () => {
  it("vector composite-hdi-2022: the HDI as published (source: UNDP, Human Development Report 2023/24)", () => {
    checkHdi(cases("composite-hdi-2022"))
  })

  it.skipIf(!isBeside("composite-hdi-2022"))(
    "the HDI of a hundred countries, when the whole file lies beside the project",
    () => {
      checkHdi(besideCases("composite-hdi-2022"))
    }
  )

  it("vector composite-asem-aggregate: impute, min-max, arithmetic mean over pillars", () => {
    const { cases: [one], data } = file<Asem>("composite-asem-aggregate")
    const pillars = ["Political", "Environ", "Social"]
    const model: IndexModel.IndexModel = {
      id: "asem",
      title: "",
      indicators: data.indicators.map(({ Direction, Parent, iCode }) => ({
        id: iCode,
        title: iCode,
        unit: "",
        source: "COINr",
        direction: direction(Direction),
        pillar: Parent
      })),
      groups: [
        { id: "Idx", title: "", mean: "arithmetic" },
        ...pillars.map((id) => ({ id, title: "", parent: "Idx", mean: "arithmetic" as const }))
      ],
      steps: [
        { step: "impute", by: { method: "mean" } },
        { step: "normalise", by: { method: "min-max", to: [1, 100] } },
        { step: "weigh", by: { method: "equal" } },
        { step: "aggregate" }
      ]
    }
    const { groups, log, units } = Result.getOrThrow(
      CompositeIndex.compute(model, Result.getOrThrow(Table.make(data.units, data.values)))
    )
    for (const group of ["Idx", ...pillars]) {
      one!.expected.uCode.forEach((unit, i) => {
        expect(
          Math.abs(groups[group]![units.indexOf(unit)]!.result - (one!.expected[group]![i] as number)),
          `${group} ${unit}`
        ).toBeLessThan(1e-9)
      })
    }
    const [imputed] = log.entries
    const gaps = Object.values(data.values).flat().filter((figure) => figure === null).length
    expect(gaps).toBeGreaterThan(0)
    expect(imputed).toMatchObject({ step: "impute", method: "mean" })
    expect(imputed?.step === "impute" && imputed.changed).toHaveLength(gaps)
  })

  it("contributions of every group add up to its total bit for bit", () => {
    const figure = fc.integer({ min: 1, max: 1000 })
    fc.assert(
      fc.property(fc.array(fc.tuple(figure, figure, figure, figure), { minLength: 1, maxLength: 6 }), (rows) => {
        const figures = Object.fromEntries(hdi.indicators.map(({ goalposts, id }, j) => [
          id,
          rows.map((row) => goalposts!.low + ((goalposts!.high - goalposts!.low) * row[j]!) / 1000)
        ]))
        const table = Result.getOrThrow(Table.make(
          rows.map((_, i) => `u${i}`),
          figures
        ))
        const { groups, members } = Result.getOrThrow(CompositeIndex.compute(hdi, table))
        for (const [id, units] of Object.entries(groups)) {
          for (const { contributions, total } of units) {
            expect(contributions).toHaveLength(members[id]!.length)
            expect(contributions.reduce((sum, one) => sum + one, 0)).toBe(total)
          }
        }
      })
    )
  })

  it("the order of units and indicators never decides", () => {
    const { data } = file<Asem>("composite-asem-aggregate")
    const of = (units: ReadonlyArray<number>, ids: ReadonlyArray<string>) => {
      const model: IndexModel.IndexModel = {
        ...hdi,
        indicators: ids.map((id) => ({ ...about, id, pillar: "hdi", weight: 0.25, goalposts: { low: 0, high: 400 } })),
        groups: [{ id: "hdi", title: "", mean: "arithmetic" }]
      }
      const figures = Object.fromEntries(ids.map((id) => [id, units.map((i) => data.values[id]![i]!)]))
      const done = Result.getOrThrow(
        CompositeIndex.compute(model, Result.getOrThrow(Table.make(units.map((i) => data.units[i]!), figures)))
      )
      return new Map(done.units.map((unit, i) => [unit, done.ranks[i]!]))
    }
    const [all, ids] = [data.units.map((_, i) => i), ["Embs", "IGOs", "UNVote", "CPI"]]
    expect(new Map([...of([...all].reverse(), [...ids].reverse())].sort())).toEqual(new Map([...of(all, ids)].sort()))
  })
})

describe("CompositeIndex refuses by name", () => {
  const units = ["kerinci", "tebo"]
  const good = {
    lifeExpectancy: [70, 71],
    expectedSchooling: [12, 13],
    meanSchooling: [8, 9],
    gniPerCapitaPPP2017: [9000, 10_000]
  }
  const failure = (
    model: IndexModel.IndexModel,
    figures: { readonly [id: string]: ReadonlyArray<number | null> } = good
  ) =>
    Result.match(Result.flatMap(Table.make(units, figures), (table) => CompositeIndex.compute(model, table)), {
      onFailure: ({ _tag, message }) => `${_tag}: ${message}`,
      onSuccess: () => "computed"
    })
  const steps = (...all: ReadonlyArray<IndexModel.Step>): IndexModel.IndexModel => ({ ...hdi, steps: all })
  const [normalise, aggregate] = hdi.steps as readonly [IndexModel.Step, IndexModel.Step]

  it("accepts the model as it stands", () => expect(failure(hdi)).toBe("computed"))

  it("a missing figure without an impute step", () => {
    expect(failure(hdi, { ...good, meanSchooling: [8, null] })).toMatch(
      /FigureMissing: 1 figures are missing \(tebo\/meanSchooling\)/
    )
  })
  it("zero in a geometric mean", () => {
    expect(failure(hdi, { ...good, lifeExpectancy: [70, 15] })).toMatch(
      /PartNotPositive: geometric mean of unit "tebo": "health" is 0/
    )
  })
  it("an absent indicator", () => {
    expect(failure(hdi, { lifeExpectancy: good.lifeExpectancy, expectedSchooling: good.expectedSchooling })).toMatch(
      /IndicatorAbsent: no indicator "meanSchooling"/
    )
  })
  it("weights that do not add up to one, at any level", () => {
    expect(
      failure({
        ...hdi,
        groups: hdi.groups.map((group) => (group.id === "income" ? { ...group, weight: 0.3 } : group))
      })
    ).toContain("29/30")
    expect(
      failure({
        ...hdi,
        indicators: hdi.indicators.map(({ direction, goalposts, id, pillar }) => ({
          ...about,
          direction,
          goalposts: goalposts!,
          id,
          pillar
        }))
      })
    ).toContain("no weight")
  })
  it("an identifier that stands twice", () => {
    expect(failure({ ...hdi, indicators: [...hdi.indicators, hdi.indicators[0]!] })).toMatch(
      /IdRepeated: .*"lifeExpectancy"/
    )
  })
  it("a hierarchy that is no tree", () => {
    expect(failure({ ...hdi, groups: hdi.groups.slice(1) })).toContain("0 groups without a parent")
    expect(
      failure({
        ...hdi,
        groups: [...hdi.groups, { id: "empty", title: "", parent: "hdi", weight: 0, mean: "arithmetic" }]
      })
    ).toContain("no member")
    const circle = (["x", "y"] as const).map((id) => ({
      id,
      title: "",
      parent: id === "x" ? "y" : "x",
      weight: 1,
      mean: "arithmetic" as const
    }))
    expect(failure({ ...hdi, groups: [...hdi.groups, ...circle] })).toContain("a circle of parents")
    expect(failure({ ...hdi, indicators: hdi.indicators.map((one) => ({ ...one, pillar: "nowhere" })) })).toContain(
      "nowhere"
    )
  })
  it("steps out of place", () => {
    expect(failure(steps(aggregate, normalise))).toContain("StepOutOfPlace")
    expect(failure(steps(normalise))).toContain("one step aggregate after normalise")
    expect(failure(steps(aggregate))).toContain("one step normalise")
    expect(failure(steps(normalise, normalise, aggregate))).toContain("normalise once")
    expect(failure(steps(normalise, { step: "impute", by: { method: "mean" } }, aggregate))).toContain(
      "before normalise"
    )
    expect(failure(steps(normalise, aggregate, { step: "weigh", by: { method: "equal" } }))).toContain(
      "before aggregate"
    )
  })
  it("a constant column under min-max", () => {
    expect(
      failure(steps({ step: "normalise", by: { method: "min-max" } }, aggregate), { ...good, lifeExpectancy: [70, 70] })
    )
      .toMatch(/ColumnConstant: indicator "lifeExpectancy" is 70/)
  })
})
