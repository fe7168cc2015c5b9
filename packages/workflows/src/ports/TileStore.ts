/**
 * Port: public files by path. A file never changes once it is there; only a head does, such as the newest checkpoint.
 *
 * @since 0.1.0
 */
import { Context, Data, Effect, Layer, Option, Result, Stream } from "effect"

// --- errors ---

/**
 * A file with other content stands at the path.
 *
 * @category errors
 * @since 0.1.0
 */
export class PathTaken extends Data.TaggedError("PathTaken")<{ readonly path: string }> {
  override get message(): string {
    return `${this.path}: a file with other content is there, and a published file never changes; find out which of the two is wrong`
  }
}

/**
 * The path is not one that every web server and file system can serve.
 *
 * @category errors
 * @since 0.1.0
 */
export class PathRefused extends Data.TaggedError("PathRefused")<{ readonly path: string }> {
  override get message(): string {
    return `${JSON.stringify(this.path.slice(0, 200))}: a path has at most 500 characters, in parts of letters, digits, "-", "_" and ".", joined by "/"`
  }
}

/**
 * Somebody else moved the head in the meantime.
 *
 * @category errors
 * @since 0.1.0
 */
export class HeadMoved extends Data.TaggedError("HeadMoved")<{ readonly path: string }> {
  override get message(): string {
    return `${this.path}: it was changed in the meantime; read it again and decide anew`
  }
}

/**
 * The store cannot be reached or failed. A file that was under way may be there, whole; put it again.
 *
 * @category errors
 * @since 0.1.0
 */
export class TileStoreUnavailable extends Data.TaggedError("TileStoreUnavailable")<{
  readonly because: string
  readonly cause?: unknown
}> {
  override get message(): string {
    return `the store of public files cannot be reached (${this.because}); put the file again`
  }
}

// --- port ---

/**
 * The public files.
 *
 * **Example** (A published file stays as it is)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { TileStore } from "@timbang/workflows/ports"
 * const program = Effect.gen(function*() {
 *   const store = yield* TileStore.TileStore
 *   yield* store.put("tile/0/000.p/1", new Uint8Array([1]))
 *   yield* store.put("tile/0/000.p/1", new Uint8Array([1]))
 *   return yield* Effect.flip(store.put("tile/0/000.p/1", new Uint8Array([2])))
 * })
 * const error = await Effect.runPromise(Effect.provide(program, TileStore.layerMemory))
 * error._tag // => "PathTaken"
 * ```
 *
 * @category ports
 * @since 0.1.0
 */
export class TileStore extends Context.Service<TileStore, {
  /** Puts a file, whole or not at all. The same content again is no change. */
  readonly put: (path: string, bytes: Uint8Array) => Effect.Effect<void, PathTaken | PathRefused | TileStoreUnavailable>
  readonly get: (path: string) => Effect.Effect<Option.Option<Uint8Array>, PathRefused | TileStoreUnavailable>
  /** Moves a head from what it was (`undefined`: not there yet) to what it is now, if nobody else did. */
  readonly move: (
    path: string,
    from: Uint8Array | undefined,
    to: Uint8Array
  ) => Effect.Effect<void, HeadMoved | PathRefused | TileStoreUnavailable>
  /** Paths that begin with a text, in order of their characters. */
  readonly list: (prefix: string) => Stream.Stream<string, TileStoreUnavailable>
}>()("@timbang/workflows/TileStore") {}

// --- operations ---

/**
 * Checks a path: for authors of adapters.
 *
 * **Example** (Out of the folder)
 *
 * ```ts
 * import { Result } from "effect"
 * import { TileStore } from "@timbang/workflows/ports"
 * TileStore.checkPath("tile/entries/000") // => Result.succeed("tile/entries/000")
 * Result.isFailure(TileStore.checkPath("../000")) // => true
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const checkPath = (path: string): Result.Result<string, PathRefused> =>
  path.length <= 500 && path.split("/").every((part) => /^(?!\.)[A-Za-z0-9._-]{1,200}$/.test(part))
    ? Result.succeed(path)
    : Result.fail(new PathRefused({ path }))

/**
 * Whether two files have the same content.
 *
 * **Example** (Not the same)
 *
 * ```ts
 * import { TileStore } from "@timbang/workflows/ports"
 * TileStore.isSame(new Uint8Array([1]), new Uint8Array([1, 0])) // => false
 * ```
 *
 * @category comparing
 * @since 0.1.0
 */
export const isSame = (one: Uint8Array | undefined, other: Uint8Array | undefined): boolean =>
  one === undefined || other === undefined
    ? one === other
    : one.length === other.length && one.every((byte, at) => byte === other[at])

// --- layers ---

/**
 * Files in memory, for tests. It starts empty.
 *
 * @category layers
 * @since 0.1.0
 */
export const layerMemory: Layer.Layer<TileStore> = Layer.sync(TileStore, () => {
  const files = new Map<string, Uint8Array>()
  const checked = <A, E>(path: string, act: () => Result.Result<A, E>) =>
    Effect.suspend(() => Effect.fromResult(Result.flatMap(checkPath(path), (): Result.Result<A, E | PathRefused> => act())))
  return TileStore.of({
    put: (path, bytes) =>
      checked(path, () => {
        const known = files.get(path)
        if (known !== undefined && !isSame(known, bytes)) return Result.fail(new PathTaken({ path }))
        files.set(path, bytes.slice())
        return Result.void
      }),
    get: (path) => checked(path, () => Result.succeed(Option.map(Option.fromUndefinedOr(files.get(path)), (bytes) => bytes.slice()))),
    move: (path, from, to) =>
      checked(path, () => {
        if (!isSame(files.get(path), from)) return Result.fail(new HeadMoved({ path }))
        files.set(path, to.slice())
        return Result.void
      }),
    list: (prefix) => Stream.suspend(() => Stream.fromIterable([...files.keys()].filter((path) => path.startsWith(prefix)).sort()))
  })
})
