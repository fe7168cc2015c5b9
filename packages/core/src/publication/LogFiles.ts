/**
 * The files of a log's folder: which there have to be, and which must not be there.
 *
 * @since 0.1.0
 */
import * as Bytes from "../internal/Bytes.ts"
import * as Entry from "./Entry.ts"
import * as Log from "./Log.ts"
import type { Hash } from "./Primitives.ts"
import * as Tile from "./Tile.ts"

// --- models ---

/**
 * A file that is not what it has to be.
 *
 * @category models
 * @since 0.1.0
 */
export type FileFault =
  | { readonly _tag: "FileMissing"; readonly path: string }
  | { readonly _tag: "FileDiffers"; readonly path: string }
  | { readonly _tag: "FileUnknown"; readonly path: string }

// --- operations ---

/**
 * Where a checkpoint of that size is kept beside the newest one.
 *
 * **Example** (Of eight entries)
 *
 * ```ts
 * import { LogFiles } from "@timbang/core/publication"
 * LogFiles.checkpointPath(8) // => "checkpoint.d/8"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const checkpointPath = (size: number): string => `checkpoint.d/${size}`

/**
 * Compares the tiles of a folder with those that its entries give, and names every file that nobody audits. The newest
 * tiles have to be there; older partial ones may have been removed.
 *
 * **Example** (A file that does not belong there)
 *
 * ```ts
 * import { LogFiles } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const folder = { entries: [], sizes: [], documents: new Set<string>(), paths: ["checkpoint", "names.csv"], read: () => undefined }
 * LogFiles.check(Primitives.portable, folder) // => [{ _tag: "FileUnknown", path: "names.csv" }]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const check = (hash: Hash, { documents, entries, others, paths, read, sizes }: {
  readonly entries: ReadonlyArray<Uint8Array>
  /** Sizes of the checkpoints at hand. */
  readonly sizes: ReadonlyArray<number>
  /** Digests that entries name. */
  readonly documents: ReadonlySet<Entry.Digest>
  /** Paths of files that are audited elsewhere. */
  readonly others?: Iterable<string>
  /** Every file of the folder, with `/`. */
  readonly paths: ReadonlyArray<string>
  readonly read: (path: string) => Uint8Array | undefined
}): ReadonlyArray<FileFault> => {
  const tiles = new Map<string, Uint8Array>()
  const newest = new Set<string>()
  const log = Log.make("", entries.length)
  const stops = new Set([...sizes, entries.length])
  for (const [at, entry] of entries.entries()) {
    Log.append(hash, log, entry)
    if (!stops.has(at + 1)) continue
    for (const { bytes, path } of Log.takeFiles(log)) {
      tiles.set(path, bytes)
      if (at + 1 === entries.length || !path.includes(".p/")) newest.add(path)
    }
  }
  for (const { path } of Tile.hashTiles(log.tree, 0, entries.length)) newest.add(path)
  const known = new Set([
    "checkpoint",
    ...sizes.map(checkpointPath),
    ...[...documents].map(Entry.documentPath),
    ...(others ?? [])
  ])
  const faults = paths.flatMap((path): ReadonlyArray<FileFault> => {
    const expected = tiles.get(path)
    if (expected === undefined) return known.has(path) ? [] : [{ _tag: "FileUnknown", path }]
    const found = read(path)
    return found !== undefined && Bytes.equal(found, expected) ? [] : [{ _tag: "FileDiffers", path }]
  })
  const present = new Set(paths)
  const missing = [...newest].filter((path) => !present.has(path))
  return [...faults, ...missing.map((path) => ({ _tag: "FileMissing" as const, path }))]
}
