/** Files of the log as they are served, so that anybody can audit it from the address of the portal. */
import { TileStore } from "@timbang/workflows/ports"
import { Result } from "effect"
import type * as PublicRecord from "./PublicRecord.ts"

/** Where they are served. */
export const filesPath = "/catatan/"

/** A file of the log. All but the newest checkpoint have immutable names. */
export const fileOf = async (read: PublicRecord.ReadFile, path: string): Promise<Response | undefined> => {
  if (Result.isFailure(TileStore.checkPath(path)) || !/^(?:checkpoint$|(?:checkpoint\.d|tile|document|formation)\/)/.test(path)) return undefined
  const bytes = await read(path)
  if (bytes === undefined) return undefined
  const isImmutable = !path.startsWith("checkpoint") && !path.startsWith("formation/")
  return new Response(bytes as BodyInit, {
    headers: {
      "content-type": path.startsWith("checkpoint") ? "text/plain; charset=utf-8" : path.endsWith(".json") ? "application/json" : "application/octet-stream",
      "cache-control": isImmutable ? "public, max-age=31536000, immutable" : "no-cache",
      "access-control-allow-origin": "*"
    }
  })
}
