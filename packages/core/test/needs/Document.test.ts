import { Document, NeedScore } from "@timbang/core/needs"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { hdi } from "./hdi.ts"
import { failure } from "./multicriteria.ts"
import { model } from "./regency.ts"

const paths = (read: Result.Result<unknown, Document.DocumentUnreadable>) =>
  Result.match(read, { onFailure: ({ places }) => places.map(({ path }) => path), onSuccess: () => [] })

describe("Document.needModel", () => {
  it("reads what JSON keeps of a model, and scores the same", () => {
    const read = Result.getOrThrow(Document.needModel(JSON.parse(JSON.stringify(model))))
    expect(read).toEqual(model)
    expect(NeedScore.score(read)).toEqual(NeedScore.score(model))
  })

  it("leaves figures and workload to tables when the document has none", () => {
    const { observations, workload, ...rest } = model
    expect(observations.length * workload.length).toBeGreaterThan(0)
    expect(Result.getOrThrow(Document.needModel(rest))).toMatchObject({ observations: [], workload: [] })
  })

  it("names every place that cannot be read", () => {
    const drivers = model.matrix.drivers.map((
      one,
      i
    ) => (i === 1 ? { ...one, share: "a third", reads: "feeling" } : one))
    const broken = { ...model, year: 20.5, colour: "red", matrix: { ...model.matrix, drivers } }
    expect(paths(Document.needModel(broken)).toSorted()).toEqual([
      "colour",
      "matrix.drivers.2.reads",
      "matrix.drivers.2.share",
      "year"
    ])
    expect(failure(Document.needModel(broken))).toContain("not a model of needs")
    expect(paths(Document.needModel({ ...model, day: "2024-02-30" }))).toEqual(["day"])
    expect(failure(Document.needModel("a text"))).toContain("the document")
    expect(paths(Document.needModel({ ...model, observations: [{ ...model.observations[0], figure: NaN }] }))).toEqual([
      "observations.1.figure"
    ])
  })
})

describe("Document.indexModel and scenario", () => {
  it("read what JSON keeps", () => {
    expect(Document.indexModel(JSON.parse(JSON.stringify(hdi)))).toEqual(Result.succeed(hdi))
    const scenario = {
      id: "s",
      title: "",
      changes: [{ at: ["matrix", "caps", "nurse"], set: 0.3 }, { at: ["units", {}, "x"], add: "1/3" }]
    }
    expect(Document.scenario(scenario)).toEqual(Result.succeed(scenario))
  })

  it("say one mistake once: a key in the place of another, no kind of change, two of them, a numeral that is none", () => {
    const said = (read: Result.Result<unknown, Document.DocumentUnreadable>) =>
      Result.match(read, { onFailure: ({ places }) => places.map(({ expected, path }) => `${path}: ${expected}`), onSuccess: () => [] })
    const of = (change: object) => said(Document.scenario({ id: "s", title: "", changes: [change] }))
    expect(of({ path: ["a"], set: 1 })).toEqual(["changes.1.path: Expected the key at"])
    expect(of({ at: ["a"], sett: 1 })).toEqual(["changes.1.sett: Expected the key set | add | multiply"])
    expect(of({ at: ["a"] })).toEqual(["changes.1: Expected exactly one of set | add | multiply"])
    expect(of({ at: ["a"], add: 1, multiply: 2 })).toEqual(["changes.1: Expected exactly one of set | add | multiply"])
    expect(of({ at: ["a"], add: "much" })).toEqual([expect.stringContaining("changes.1.add: Expected a number")])
    const { drivers, ...rest } = model.matrix
    expect(said(Document.needModel({ ...model, matrix: { ...rest, driver: drivers } }))).toEqual(["matrix.driver: Expected the key drivers"])
    expect(said(Document.scenario({ needs: {} })).toSorted()).toEqual(["changes: Missing key", "id: Missing key", "needs: Expected no excess property", "title: Missing key"])
    expect(said(Document.scenario([1])).length).toBe(1)
  })

  it("refuse two kinds of change in one, and a numeral that is none", () => {
    expect(Result.isFailure(Document.scenario({ id: "s", title: "", changes: [{ at: ["a"], add: 1, multiply: 2 }] })))
      .toBe(true)
    expect(Result.isFailure(Document.scenario({ id: "s", title: "", changes: [{ at: ["a"], add: "much" }] }))).toBe(
      true
    )
    expect(Result.isFailure(Document.indexModel({ ...hdi, groups: [{ id: "hdi", title: "", mean: "median" }] }))).toBe(
      true
    )
  })
})
