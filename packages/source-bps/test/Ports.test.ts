/** The port for indicators from the WebAPI, by the suite that every source of rows passes. */
import { Download, WebApi } from "@timbang/source-bps"
import { RowsSuite } from "@timbang/testkit/suites"
import { Sources } from "@timbang/workflows/ports"
import { Effect, Layer, Redacted, Result } from "effect"
import { describe, it } from "vitest"
import * as Replay from "./replay.ts"

const wanted = { domain: "1500", variable: 624, indicator: "line" }
const { about, figures } = Result.getOrThrow(WebApi.read("bps-1500-624-2025.json", Replay.recorded, wanted))
const values = figures.map(({ figure, indicator, region, year }) => ({ unit: region, indicator, year, figure, source: `BPS, ${about.variable}` }))

const fresh = Effect.gen(function*() {
  const state = { isSpoilt: false }
  const answer: Replay.Reply = (response) => (state.isSpoilt ? Replay.page : Replay.ofYear(2025))(response)
  const { base } = yield* Effect.acquireRelease(
    Effect.promise(() => Replay.start({
      "list/model/th/lang/ind/domain/1500/var/624/page/1": [Replay.listPage(1, 1, [{ th_id: 125, th: "2025" }])],
      "list/model/data/lang/ind/domain/1500/var/624/th/125": [answer]
    })),
    ({ end }) => Effect.promise(end)
  )
  const settings = { base, key: Redacted.make("rahasia"), firstWait: 1, longestWait: 2, attempts: 2 }
  return Layer.merge(
    Download.layer(settings, wanted, Download.keptNowhere),
    Layer.succeed(RowsSuite.Origin, { values, spoil: Effect.sync(() => { state.isSpoilt = true }) })
  )
})

describe("IndicatorSource: the WebAPI of BPS", () => {
  const rows = Effect.map(Sources.IndicatorSource, (source) => source.rows)
  for (const { name, run } of RowsSuite.cases({ rows, fresh, isDurable: true })) it(name, run)
})
