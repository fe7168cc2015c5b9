/**
 * Signing by hand-off: documents wait in a folder, somebody signs them with whatever the office uses, and puts them back.
 *
 * Each request has a folder of its own with the document and `request.json`. The signed file goes into its folder `signed`
 * under the same name; a text file `declined.txt` says why it was not signed.
 *
 * @since 0.1.0
 */
import { FileTroubles } from "@timbang/language"
import type { Actor } from "@timbang/workflows"
import { DocumentSigner } from "@timbang/workflows/ports"
import { Effect, Layer } from "effect"
import { createHash, randomUUID } from "node:crypto"
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"

// --- operations ---

/**
 * The folder of a request below the hand-off folder: what can be read of its key, and part of the key's SHA-256.
 *
 * **Example** (A key with a slash)
 *
 * ```ts
 * import { HandOffFolder } from "@timbang/documents"
 * HandOffFolder.folderOf("pengumuman/800-1") // => "pengumuman-800-1-84554423a421a42b"
 * ```
 *
 * @category naming
 * @since 0.1.0
 */
export const folderOf = (key: string): string =>
  `${key.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60)}-${digestOf(Buffer.from(key)).slice(0, 16)}`

// --- layers ---

/**
 * The signing service over a folder.
 *
 * **Details**
 *
 * A request is written whole or not at all, with closed rights. A signed PDF counts once its last line is there, so that a file
 * still being copied is not taken. What comes back is taken as it is: whether the signature is valid is for who reads it.
 *
 * **Example** (Handed in, not yet signed)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { mkdtempSync } from "node:fs"
 * import { tmpdir } from "node:os"
 * import { join } from "node:path"
 * import { HandOffFolder } from "@timbang/documents"
 * import { DocumentSigner } from "@timbang/workflows/ports"
 * const actor = { id: "a.17", role: "panitia", unit: "bkpsdm" }
 * const program = Effect.gen(function*() {
 *   const signer = yield* DocumentSigner.DocumentSigner
 *   yield* signer.submit(actor, { key: "p-1", name: "p.pdf", bytes: new Uint8Array([1]), signatory: "sekda" })
 *   return yield* signer.standing("p-1")
 * })
 * const folder = mkdtempSync(join(tmpdir(), "hand-off-"))
 * await Effect.runPromise(Effect.provide(program, HandOffFolder.layer(folder))) // => { _tag: "Waiting" }
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const layer = (folder: string): Layer.Layer<DocumentSigner.DocumentSigner> =>
  Layer.succeed(DocumentSigner.DocumentSigner, DocumentSigner.DocumentSigner.of({
    submit: Effect.fn("HandOffFolder.submit")(function*(actor, request) {
      const known = yield* attempt(join(folder, folderOf(request.key)), () => readRequest(folder, request.key))
      if (known === undefined) {
        yield* attempt(folder, () => write(folder, actor, request))
        // Two hand-ins at once: whoever moved its folder first has the key.
        const kept = yield* attempt(join(folder, folderOf(request.key)), () => readRequest(folder, request.key))
        if (kept === undefined || !isOf(kept, request)) return yield* new DocumentSigner.RequestTaken({ key: request.key })
      } else if (!isOf(known, request)) return yield* new DocumentSigner.RequestTaken({ key: request.key })
    }),
    standing: Effect.fn("HandOffFolder.standing")(function*(key) {
      const request = yield* attempt(join(folder, folderOf(key)), () => readRequest(folder, key))
      if (request === undefined) return yield* new DocumentSigner.RequestUnknown({ key })
      const at = join(folder, folderOf(key))
      const signed = yield* attempt(at, () => read(join(at, "signed", request.name)))
      if (signed !== undefined && isWhole(request.name, signed)) return { _tag: "Signed", bytes: signed } as const
      const reason = yield* attempt(at, () => read(join(at, "declined.txt")))
      return reason === undefined ? { _tag: "Waiting" } as const : { _tag: "Declined", reason: new TextDecoder().decode(reason).trim() } as const
    })
  }))

interface Kept {
  readonly key: string
  readonly name: string
  readonly signatory: string
  readonly sha256: string
  readonly handedInBy: Actor.Actor
}

const write = async (folder: string, actor: Actor.Actor, { bytes, key, name, signatory }: DocumentSigner.Request): Promise<void> => {
  const draft = join(folder, `.draft-${randomUUID()}`)
  const kept: Kept = { key, name, signatory, sha256: digestOf(bytes), handedInBy: actor }
  await mkdir(join(draft, "signed"), { recursive: true, mode: 0o700 })
  await writeFile(join(draft, name), bytes, { mode: 0o600 })
  await writeFile(join(draft, "request.json"), `${JSON.stringify(kept, undefined, 2)}\n`, { mode: 0o600 })
  try {
    await rename(draft, join(folder, folderOf(key)))
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error
  }
}

const readRequest = async (folder: string, key: string): Promise<Kept | undefined> => {
  const bytes = await read(join(folder, folderOf(key), "request.json"))
  return bytes === undefined ? undefined : keptIn(new TextDecoder().decode(bytes))
}

/** A file that somebody wrote over is the request of no document: it is taken for another one. */
const keptIn = (text: string): Kept => {
  const other: Kept = { key: "", name: "", signatory: "", sha256: "", handedInBy: { id: "", role: "", unit: "" } }
  try {
    const found: unknown = JSON.parse(text)
    return typeof found === "object" && found !== null ? { ...other, ...found } : other
  } catch {
    // Not JSON: what it says of the document is nothing.
    return other
  }
}

const read = async (path: string): Promise<Uint8Array | undefined> => {
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined
    throw error
  }
}

const isOf = (kept: Kept, { bytes, name, signatory }: DocumentSigner.Request): boolean =>
  kept.name === name && kept.signatory === signatory && kept.sha256 === digestOf(bytes)

const isWhole = (name: string, bytes: Uint8Array): boolean =>
  bytes.length > 0 && (!/\.pdf$/i.test(name) || new TextDecoder("latin1").decode(bytes.subarray(-1024)).includes("%%EOF"))

const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")

const attempt = <A>(at: string, work: () => Promise<A>): Effect.Effect<A, DocumentSigner.DocumentSignerUnavailable> =>
  Effect.tryPromise({
    try: work,
    catch: (cause) => new DocumentSigner.DocumentSignerUnavailable({ because: `${at}: ${FileTroubles.sentence(cause, "en") ?? (cause as Error).message}`, cause })
  })
