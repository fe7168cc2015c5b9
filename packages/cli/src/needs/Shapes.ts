/**
 * The shapes of a model's units, from GeoJSON whose features carry a code of some scheme.
 *
 * @since 0.1.0
 */
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import type { Sentences } from "@timbang/language"
import type { NeedsReport } from "@timbang/report"
import { RegionCode } from "@timbang/source-bps"
import { Effect, Option, Schema } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import type { ModelFile } from "./ModelFile.ts"

const Collection = Schema.Struct({
  features: Schema.Array(Schema.Struct({
    properties: Schema.Record(Schema.String, Schema.Unknown),
    geometry: Schema.Struct({
      type: Schema.Literals(["Polygon", "MultiPolygon"]),
      coordinates: Schema.Array(Schema.Unknown)
    })
  }))
})

/** Reads the map of a model; a shape of no unit is left out. */
export const read = Effect.fn("Shapes.read")(function*({ map, needs }: ModelFile, folder: string, lang: Sentences.Language) {
  if (map === undefined) return undefined
  const path = join(folder, map.file)
  const what = lang === "id" ? "bukan kumpulan poligon GeoJSON" : "not a GeoJSON FeatureCollection of polygons"
  const why = lang === "id" ? "tidak ditemukan; tulis letaknya pada map.file dari model" : "not found; give its place at map.file of the model"
  const refused = () => new CommandFailed({ code: codes.refused, lines: [`${path}: ${what}`] })
  const missing = () =>
    new CommandFailed({ code: codes.refused, lines: [`${path}: ${why}`] })
  const text = yield* Effect.tryPromise({ try: () => readFile(path, "utf8"), catch: missing })
  const found = yield* Effect.try({ try: (): unknown => JSON.parse(text), catch: refused })
  const collection = Schema.decodeUnknownOption(Collection)(found)
  if (Option.isNone(collection)) return yield* Effect.fail(refused())
  const shapes = collection.value.features.flatMap(({ geometry, properties }) => {
    const code = String(properties[map.code] ?? "")
    const unit = map.by === "bps" ? code : RegionCode.find(code, map.by)?.bps
    return unit !== undefined && needs.units.some(({ id }) => id === unit) ? [{ unit, geometry }] : []
  })
  const shown: NonNullable<NeedsReport.Facts["map"]> = { source: map.source, shapes }
  return shown
})
