/**
 * Public files in a folder that any web server or CDN can serve.
 *
 * @since 0.1.0
 */
import { readdir, rename, rm } from "node:fs/promises"
import { dirname, join, relative, sep } from "node:path"
import { TileStore } from "@timbang/workflows/ports"
import { Effect, Layer, Option, Result, Stream } from "effect"
import * as Files from "./internal/Files.ts"
import * as Turn from "./Turn.ts"

// --- layers ---

/**
 * The files of a folder, which is made when the first one is put.
 *
 * **Details**
 *
 * A file takes its name only when the disk has all of it. A head is moved under a lock; with it the names of all files put before are
 * waited for, so that a head never counts a file that a power cut takes away. Where the file system knows no links, as on a memory stick,
 * two programs that put different files under one path at once are not told apart; the head still moves for one of them only.
 *
 * **Example** (Put once)
 *
 * ```ts
 * import { mkdtempSync, readFileSync } from "node:fs"
 * import { tmpdir } from "node:os"
 * import { join } from "node:path"
 * import { Effect } from "effect"
 * import { TileStore } from "@timbang/workflows/ports"
 * import { TileStoreFolder } from "@timbang/storage-files"
 * const folder = mkdtempSync(join(tmpdir(), "timbang-"))
 * const put = (byte: number) => Effect.flatMap(TileStore.TileStore, (store) => store.put("tile/0/000", new Uint8Array([byte])))
 * const program = Effect.andThen(put(1), Effect.flip(put(2)))
 * const error = await Effect.runPromise(Effect.provide(program, TileStoreFolder.layer(folder)))
 * error._tag // => "PathTaken"
 * readFileSync(join(folder, "tile/0/000"))[0] // => 1
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const layer = (folder: string): Layer.Layer<TileStore.TileStore> =>
  Layer.sync(TileStore.TileStore, () => {
    const touched = new Set<string>()
    const at = <A, E>(path: string, act: (full: string) => Effect.Effect<A, E>) =>
      Effect.flatMap(Effect.fromResult(TileStore.checkPath(path)), () => act(join(folder, path)))
    return TileStore.TileStore.of({
      put: (path, bytes) =>
        at(path, (full) =>
          Effect.flatMap(
            attempt(async () => {
              const found = await Files.contentOf(full)
              if (found !== undefined) return TileStore.isSame(found, bytes)
              const draft = await Files.draft(folder, bytes)
              const isFirst = await Files.claim(draft, full)
              if (isFirst) touched.add(dirname(full))
              else await rm(draft)
              return isFirst || TileStore.isSame(await Files.contentOf(full), bytes)
            }),
            (isThere) => isThere ? Effect.void : Effect.fail(new TileStore.PathTaken({ path }))
          )),
      get: (path) => at(path, (full) => Effect.map(attempt(() => Files.contentOf(full)), Option.fromUndefinedOr)),
      move: (path, from, to) =>
        at(path, (full) =>
          Effect.gen(function*() {
            // The lock stands beside the head, so that its folder has to be there.
            const draft = yield* attempt(() => Files.draft(folder, to))
            const isMoved = yield* Turn.take(full, async ({ confirm }) => {
              if (!TileStore.isSame(await Files.contentOf(full), from)) {
                await rm(draft)
                return false
              }
              for (const names of touched) await Files.keepNames(names)
              touched.clear()
              confirm()
              await rename(draft, full)
              await Files.keepNames(dirname(full))
              await Files.removeLeft(folder)
              return true
            }).pipe(Effect.mapError((error) => unavailable(error._tag === "OtherWriter" ? "another program holds its lock" : undefined, error)))
            if (!isMoved) return yield* new TileStore.HeadMoved({ path })
          })),
      list: (prefix) =>
        Stream.unwrap(Effect.map(attempt(() => pathsIn(folder)), (paths) => Stream.fromIterable(paths.filter((path) => path.startsWith(prefix)))))
    })
  })

/** Paths of published files, in order of their characters. */
const pathsIn = async (folder: string): Promise<ReadonlyArray<string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (Files.codeOf(error) === "ENOENT") return []
    throw error
  })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => Result.isSuccess(TileStore.checkPath(path)))
    .sort()
}

const attempt = <A>(act: () => Promise<A>): Effect.Effect<A, TileStore.TileStoreUnavailable> =>
  Effect.tryPromise({ try: act, catch: (cause) => unavailable(undefined, cause) })

const unavailable = (because: string | undefined, cause: unknown) =>
  new TileStore.TileStoreUnavailable({ because: because ?? (cause instanceof Error ? cause.message : String(cause)), cause })
