import { Catalogue, Client, Download } from "@timbang/source-bps"
import { Sources } from "@timbang/workflows/ports"
import { Cause, Effect, Exit, Option, Redacted, Stream } from "effect"
import { afterEach, describe, expect, it } from "vitest"
import * as Replay from "./replay.ts"

const key = "rahasia-123"
const ends: Array<() => Promise<unknown>> = []
afterEach(async () => void await Promise.all(ends.splice(0).map((end) => end())))

const serve = async (replies: Readonly<Record<string, ReadonlyArray<Replay.Reply>>>) => {
  const server = await Replay.start(replies)
  ends.push(server.end)
  return { asked: server.asked, settings: { base: server.base, key: Redacted.make(key), firstWait: 2, longestWait: 1500, attempts: 4 } satisfies Client.Settings }
}

const data = (year: number) => `list/model/data/lang/ind/domain/1500/var/624/th/${year - 1900}`
const list = (page: number) => `list/model/th/lang/ind/domain/1500/var/624/page/${page}`
const ofYears = (years: ReadonlyArray<number>) => ({ [list(1)]: [Replay.listPage(1, 1, years.map((year) => ({ th_id: year - 1900, th: String(year) })))] })
const wanted = { domain: "1500", variable: 624, indicator: "line" }

/** Answers kept in memory. */
const memory = () => {
  const held = new Map<string, string>()
  const kept: Download.Kept = {
    get: (name) => Effect.sync(() => Option.fromUndefinedOr(held.get(name))),
    put: (name, text) => Effect.sync(() => void held.set(name, text))
  }
  return { held, kept }
}

const stepsOf = (settings: Client.Settings, years: ReadonlyArray<number>, kept = Download.keptNowhere) =>
  Effect.runPromise(Stream.runCollect(Download.steps(settings, { ...wanted, years }, kept)))

const notesOf = (steps: ReadonlyArray<Download.Step>) => steps.flatMap((step) => step._tag === "Missing" ? [step.note] : step.notes)

describe("the WebAPI of BPS, as a server on loopback replays it", () => {
  it("gives its variables page by page", async () => {
    const at = (page: number) => `list/model/var/lang/ind/domain/1500/page/${page}`
    const { asked, settings } = await serve({
      [at(1)]: [Replay.listPage(1, 3, [{ var_id: 624, title: "Garis Kemiskinan", unit: "Rupiah" }, { var_id: "625", title: "P0", unit: null }])],
      [at(2)]: [Replay.listPage(2, 3, [{ var_id: 626, title: "P1" }])],
      [at(3)]: [Replay.listPage(3, 3, [{ var_id: 627, title: "P2" }])]
    })
    const found = await Effect.runPromise(Stream.runCollect(Catalogue.variables(settings, "1500")))
    expect(found.map(({ variable }) => variable)).toEqual([624, 625, 626, 627])
    expect(asked).toEqual([at(1), at(2), at(3)])
  })

  it("is waited for as long as it asks, and said to have been asked again", async () => {
    const { asked, settings } = await serve({ ...ofYears([2025]), [data(2025)]: [Replay.status(429, { "retry-after": "1" }), Replay.ofYear(2025)] })
    const started = performance.now()
    const steps = await stepsOf(settings, [2025])
    expect(performance.now() - started).toBeGreaterThanOrEqual(1000)
    expect(asked.filter((each) => each === data(2025)).length).toBe(2)
    expect(notesOf(steps)).toContainEqual({ _tag: "AskedAgain", file: "bps-1500-624-2025.json", times: 1, because: ["busy"] })
  })

  it("is asked again when it is broken, shows a page with status 200, stops in the middle or hangs up", async () => {
    const cut = Replay.json(Replay.recorded.slice(0, 400))
    for (const [trouble, because] of [[Replay.status(503), "broken"], [Replay.page, "page"], [cut, "cut"], [Replay.hangUp, "unreachable"]] as const) {
      const { settings } = await serve({ ...ofYears([2025]), [data(2025)]: [trouble, Replay.ofYear(2025)] })
      const steps = await stepsOf(settings, [2025])
      expect(notesOf(steps)).toContainEqual(expect.objectContaining({ _tag: "AskedAgain", because: [because] }))
      expect(steps).toMatchObject([{ _tag: "Fetched" }])
    }
  })

  it("gives the same figures whatever the order of the keys of its answer", async () => {
    const { settings } = await serve({ ...ofYears([2024, 2025]), [data(2024)]: [Replay.ofYear(2024)], [data(2025)]: [Replay.ofYear(2025, true)] })
    const figures = (await stepsOf(settings, [2024, 2025])).map((step) => step._tag === "Fetched" ? step.fetched.reading.figures.map(({ figure, region }) => [region, figure]).toSorted() : [])
    expect(figures[0]!.length).toBe(8)
    expect(figures[1]).toEqual(figures[0])
  })

  it("names a year that is missing, from its list or from its answer, and gives the others", async () => {
    const empty = Replay.json({ status: "OK", "data-availability": "list-not-available", data: "" })
    const { settings } = await serve({ ...ofYears([2023, 2025]), [data(2023)]: [empty], [data(2025)]: [Replay.ofYear(2025)] })
    const steps = await stepsOf(settings, [2022, 2023, 2025])
    expect(steps.map(({ _tag }) => _tag)).toEqual(["Missing", "Missing", "Fetched"])
    expect(notesOf(steps)).toEqual(expect.arrayContaining([2022, 2023].map((year) => ({ _tag: "YearMissing", file: `bps-1500-624-${year}.json`, year }))))
  })

  it("goes on where a download stopped, and asks for nothing once all is there", async () => {
    const { held, kept } = memory()
    const broken = { ...ofYears([2023, 2024, 2025]), [data(2023)]: [Replay.ofYear(2023)], [data(2024)]: [Replay.status(500)], [data(2025)]: [Replay.ofYear(2025)] }
    const first = await serve(broken)
    const exit = await Effect.runPromiseExit(Stream.runDrain(Download.steps(first.settings, { ...wanted, years: [2023, 2024, 2025] }, kept)))
    expect(Exit.isFailure(exit)).toBe(true)
    expect([...held.keys()]).toEqual(["bps-1500-624-2023.json"])
    const second = await serve({ ...broken, [data(2024)]: [Replay.ofYear(2024)] })
    const steps = await stepsOf(second.settings, [2023, 2024, 2025], kept)
    expect(steps.map((step) => step._tag === "Fetched" && step.fetched.isKept)).toEqual([true, false, false])
    expect(second.asked).toEqual([list(1), data(2024), data(2025)])
    const third = await serve({})
    expect((await stepsOf(third.settings, [2023, 2024, 2025], kept)).length).toBe(3)
    expect(third.asked).toEqual([])
  })

  it("never has its key in what is said of a failure", async () => {
    const cases: ReadonlyArray<Readonly<Record<string, ReadonlyArray<Replay.Reply>>>> = [
      { [list(1)]: [Replay.json({ status: "Error", message: `Invalid Key ${key}` })] },
      { [list(1)]: [Replay.status(502)] },
      { [list(1)]: [Replay.hangUp] },
      {},
      { [list(1)]: [Replay.json({ status: "OK", data: [1] })] }
    ]
    const said: Array<string> = []
    for (const replies of cases) {
      const { settings } = await serve(replies)
      const exit = await Effect.runPromiseExit(Stream.runDrain(Download.steps(settings, { ...wanted, years: [2025] }, Download.keptNowhere)))
      said.push(Exit.isFailure(exit) ? `${Cause.pretty(exit.cause)}${JSON.stringify(exit.cause)}` : "no failure")
      expect(JSON.stringify(settings)).not.toContain(key)
    }
    expect(said.map((each) => /RequestRefused|SourceUnavailable|AnswerRefused/.exec(each)?.[0])).toEqual(["RequestRefused", "SourceUnavailable", "SourceUnavailable", "RequestRefused", "AnswerRefused"])
    expect(said.join("")).not.toContain(key)
    expect(said[0]).toContain("Invalid Key KEY")
  })

  it("is the port for indicators, each row with the answer it stands in", async () => {
    const { settings } = await serve({ ...ofYears([2025]), [data(2025)]: [Replay.ofYear(2025)] })
    const notes: Array<string> = []
    const rows = Effect.flatMap(Sources.IndicatorSource, (source) => Stream.runCollect(source.rows))
    const layer = Download.layer(settings, wanted, Download.keptNowhere, { onNote: (note) => Effect.sync(() => void notes.push(note._tag)) })
    const found = await Effect.runPromise(Effect.provide(rows, layer))
    expect(found.length).toBe(8)
    expect(found.find(({ value }) => value.unit === "1506")).toMatchObject({ value: { indicator: "line", year: 2025, figure: "601104" }, place: { source: "bps-1500-624-2025.json" } })
  })
})
