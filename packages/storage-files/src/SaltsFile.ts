/**
 * The salts of a log in a file of closed rights, for a host or a command without a database.
 *
 * @since 0.1.0
 */
import { mkdir, rename } from "node:fs/promises"
import { dirname } from "node:path"
import { Commitment } from "@timbang/core/publication"
import { Salts, TileStore, Vault } from "@timbang/workflows/ports"
import { Effect, Layer } from "effect"
import * as Files from "./internal/Files.ts"
import * as Turn from "./Turn.ts"

// --- models ---

/** Salts by participant and name, in base64. */
type People = Map<string, Map<string, string>>

interface Read {
  readonly bytes: Uint8Array | undefined
  readonly people: People
}

// --- layers ---

/**
 * Salts in a file that only its owner can read; a file that is not there is an empty one.
 *
 * **Details**
 *
 * The file is written whole or not at all, and the disk has it before an answer is given; no salt that another program kept in the
 * meantime is lost. A file that holds something else fails with `VaultUnavailable`. It is not encrypted: whoever can read it opens
 * the hidden parts of whoever's data are known to him already.
 *
 * **Example** (Closed to others)
 *
 * ```ts
 * import { mkdtempSync, statSync } from "node:fs"
 * import { tmpdir } from "node:os"
 * import { join } from "node:path"
 * import { Effect } from "effect"
 * import { SaltsFile } from "@timbang/storage-files"
 * import { Salts } from "@timbang/workflows/ports"
 * const path = join(mkdtempSync(join(tmpdir(), "timbang-")), "private/salts.json")
 * const salt = { name: "registration/24-1/birth-date", participant: "24-1", value: new Uint8Array(32) }
 * await Effect.runPromise(Effect.provide(Effect.flatMap(Salts.Salts, ({ keep }) => keep([salt])), SaltsFile.layer(path)))
 * statSync(path).mode & 0o077 // => 0
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const layer = (path: string): Layer.Layer<Salts.Salts> =>
  Layer.succeed(Salts.Salts, {
    keep: (fresh) =>
      fresh.length === 0 ? Effect.succeed([]) : changed(path, (people) =>
        fresh.map(({ name, participant, value }) => {
          const own = people.get(participant) ?? new Map<string, string>()
          people.set(participant, own)
          if (!own.has(name)) own.set(name, Buffer.from(value).toString("base64"))
          return bytesOf(own.get(name)!)
        })),
    of: (participant) =>
      Effect.map(attempt(path, () => read(path)), ({ people }) =>
        new Map([...people.get(participant) ?? []].map(([name, salt]) => [name, bytesOf(salt)]))),
    erase: (participant) =>
      changed(path, (people) => {
        const { size = 0 } = people.get(participant) ?? {}
        people.delete(participant)
        return size
      }),
    isKnown: () => attempt(path, async () => await Files.contentOf(path) !== undefined)
  })

// --- reading ---

/**
 * Every salt of the file at once, by participant and name, for whoever needs those of many; nothing where there is no file.
 *
 * **Example** (No file)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { SaltsFile } from "@timbang/storage-files"
 * await Effect.runPromise(SaltsFile.all("/nowhere/salts.json")) // => undefined
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const all = (path: string): Effect.Effect<ReadonlyMap<string, ReadonlyMap<string, Uint8Array>> | undefined, Vault.VaultUnavailable> =>
  Effect.map(attempt(path, () => read(path)), ({ bytes, people }) =>
    bytes === undefined ? undefined : new Map([...people].map(([participant, salts]) =>
      [participant, new Map([...salts].map(([name, salt]) => [name, bytesOf(salt)]))])))

/** Reads, changes and writes in one turn; nothing is written where nothing has changed. */
const changed = <A>(path: string, change: (people: People) => A): Effect.Effect<A, Vault.VaultUnavailable> =>
  Effect.andThen(
    attempt(path, () => mkdir(dirname(path), { recursive: true, mode: 0o700 })),
    Effect.mapError(
      Turn.take(path, async ({ confirm }) => {
        const { bytes, people } = await read(path)
        const answer = change(people)
        const written = textOf(people)
        await Files.removeLeft(dirname(path))
        if (TileStore.isSame(bytes, written) || bytes === undefined && people.size === 0) return answer
        const draft = await Files.draft(dirname(path), written, 0o600)
        confirm()
        await rename(draft, path)
        await Files.keepNames(dirname(path))
        return answer
      }),
      (error) => unavailable(path, error)
    )
  )

const read = async (path: string): Promise<Read> => {
  const bytes = await Files.contentOf(path)
  if (bytes === undefined) return { bytes, people: new Map() }
  const { format, people } = JSON.parse(new TextDecoder().decode(bytes)) as { readonly format: unknown; readonly people: ReadonlyArray<readonly [string, ReadonlyArray<readonly [string, string]>]> }
  const found: People = new Map(people.map(([participant, salts]) => [participant, new Map(salts)]))
  const areWhole = [...found.values()].every((salts) => [...salts.values()].every((salt) => bytesOf(salt).length === Commitment.saltBytes))
  if (format !== 2 || !areWhole) throw new SyntaxError("not a file of salts")
  return { bytes, people: found }
}

const textOf = (people: People): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify({ format: 2, people: [...people].map(([participant, salts]) => [participant, [...salts]]) })}\n`)

const bytesOf = (salt: string): Uint8Array => new Uint8Array(Buffer.from(salt, "base64"))

const attempt = <A>(path: string, act: () => Promise<A>): Effect.Effect<A, Vault.VaultUnavailable> =>
  Effect.tryPromise({ try: act, catch: (cause) => unavailable(path, cause) })

const unavailable = (path: string, cause: unknown) =>
  new Vault.VaultUnavailable({ because: `${path}: ${cause instanceof Error ? cause.message : String(cause)}`, cause })
