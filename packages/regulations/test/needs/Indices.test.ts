import { LegalSource, Parameter } from "@timbang/core/law"
import { CompositeIndex, Document, Table } from "@timbang/core/needs"
import { Indices } from "@timbang/regulations"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const index = (
  parameter: Parameter.Parameter<Parameters<typeof CompositeIndex.compute>[0]>,
  on: string,
  figures: { readonly [id: string]: number }
) =>
  Result.getOrThrow(Result.gen(function*() {
    const { value } = yield* Parameter.at(parameter, on)
    const table = yield* Table.make(
      ["unit"],
      Object.fromEntries(Object.entries(figures).map(([id, figure]) => [id, [figure]]))
    )
    return (yield* CompositeIndex.compute(value, table)).index[0]!
  }))

const classOf = (parameter: Parameter.Parameter<Indices.IndexClasses>, on: string, of: number) =>
  Indices.classOf(Result.getOrThrow(Parameter.at(parameter, on)).value, of)

describe("Indices", () => {
  it("IPM Jambi 2018 and 2020 come back to within 0.01 (BPS, as reported by antaranews and tribunjambi)", () => {
    const of2018 = (expenditure: number) =>
      index(Indices.ipm, "2018-12-31", { uhh: 70.89, hls: 12.9, rls: 8.23, expenditure })
    expect(of2018(10_357_000).toFixed(4)).toBe("70.6547")
    expect(of2018(10_360_000).toFixed(4)).toBe("70.6576")
    expect(Math.abs(of2018(10_357_000) - 70.65)).toBeLessThan(0.01)
    const of2020 = index(Indices.ipm, "2020-12-31", { uhh: 71.16, hls: 12.98, rls: 8.55, expenditure: 10_390_000 })
    expect(of2020.toFixed(4)).toBe("71.2892")
    expect(classOf(Indices.ipmClasses, "2020-12-31", of2020)).toBe("tinggi")
  })

  it("HDI of Indonesia 2022 as UNDP published it (Human Development Report 2023/24)", () => {
    const found = index(Indices.hdi, "2022-12-31", {
      "life-expectancy": 68.25,
      "expected-schooling": 13.97573724,
      "mean-schooling": 8.556509972,
      income: 12_045.56544
    })
    expect(found.toFixed(3)).toBe("0.713")
  })

  it("IDM Pakisrejo 2018: 0.6419, berkembang", () => {
    const found = index(Indices.idm, "2018-07-01", { iks: 0.7257, ike: 0.5333, ikl: 0.6667 })
    expect(found.toFixed(4)).toBe("0.6419")
    expect(classOf(Indices.idmClasses, "2018-07-01", found)).toBe("berkembang")
  })

  it("IDM has no value once the Indeks Desa has taken its place", () => {
    expect(Result.isFailure(Parameter.at(Indices.idm, "2025-01-01"))).toBe(true)
  })

  it("IKLH of a regency weighs water, air and land; S-318/2020 worked example of the air index", () => {
    expect(index(Indices.iklhRegency, "2022-01-01", { ika: 50, iku: 91, ikl: 60 })).toBeCloseTo(
      0.376 * 50 + 0.405 * 91 + 0.219 * 60,
      12
    )
    expect(Indices.airQuality(0.262)).toBeCloseTo(91, 12)
    expect(Indices.landQuality(0.3, 0)).toBeCloseTo(50, 12)
  })

  it("classes: a limit belongs where the table says, compared as published", () => {
    const ipm = (of: number) => classOf(Indices.ipmClasses, "2020-01-01", of)
    expect([80, 79.995, 79.994, 70, 60, 59.99].map(ipm)).toEqual([
      "sangat tinggi",
      "sangat tinggi",
      "tinggi",
      "tinggi",
      "sedang",
      "rendah"
    ])
    const idm = (of: number) => classOf(Indices.idmClasses, "2020-01-01", of)
    expect([0.4907, 0.4908, 0.5989, 0.5990, 0.8155, 0.8156].map(idm))
      .toEqual(["sangat tertinggal", "tertinggal", "tertinggal", "berkembang", "maju", "mandiri"])
  })

  it("what no source confirms needs a warning", () => {
    const warns = (parameter: Parameter.Parameter<unknown>) =>
      parameter.values.some(({ source }) => LegalSource.needsWarning(source))
    expect([Indices.ipm, Indices.iklhProvince].map(warns)).toEqual([true, true])
    expect([Indices.hdi, Indices.idm, Indices.iklhRegency].map(warns)).toEqual([false, false, false])
  })

  it("every model is whole: its weights add up to one and its tree stands", () => {
    for (const { values } of [Indices.hdi, Indices.ipm, Indices.idm, Indices.iklhRegency, Indices.iklhProvince]) {
      for (const { value } of values) {
        const table = Table.make(
          ["unit"],
          Object.fromEntries(value.indicators.map(({ goalposts, id }) => [id, [goalposts?.high ?? 50]]))
        )
        expect(Document.indexModel(value)).toEqual(Result.succeed(value))
        expect(Result.isSuccess(Result.flatMap(table, (figures) => CompositeIndex.compute(value, figures))), value.id)
          .toBe(true)
      }
    }
  })
})
