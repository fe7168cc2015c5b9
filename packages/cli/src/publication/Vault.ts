/**
 * The salts of a selection in a file of closed rights. They are drawn once and written before anything is published, so
 * that a second run from the same file gives the same log. Deleting a salt erases the part it hides.
 *
 * @since 0.1.0
 */
import { randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises"
import { basename, dirname, join } from "node:path"
import { Commitment } from "@timbang/core/publication"
import { type Sentences } from "@timbang/language"
import { PublishLines } from "@timbang/language/publication"
import { Effect } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as ResultFile from "../report/ResultFile.ts"
import * as Turn from "./Turn.ts"

// --- models ---

/** Salts by name; a new one is drawn when an unknown name is asked for. */
export interface Vault {
  readonly path: string
  /** In base64. */
  readonly salts: Map<string, string>
  /** The file as it was read, to see whether another run has written it since; nothing where there was none. */
  readonly read: string | undefined
  /** Salts drawn or deleted since. */
  changes: number
}

// --- operations ---

/** Where the salts of a selection stand. */
export const pathIn = (selection: string): string => join(selection, "private", "vault.json")

/** Opens a vault; a file that is not there is an empty vault. */
export const load = (path: string, lang: Sentences.Language): Effect.Effect<Vault, CommandFailed> =>
  Effect.tryPromise({
    try: async (): Promise<Vault> => {
      const read = await textOf(path)
      if (read === undefined) return { path, salts: new Map(), read, changes: 0 }
      const { format, salts } = JSON.parse(read) as { readonly format: unknown; readonly salts: Readonly<Record<string, string>> }
      const list = Object.entries(salts)
      if (format !== 1 || !list.every(([, salt]) => Buffer.from(salt, "base64").length === Commitment.saltBytes)) {
        throw new Error("not a vault")
      }
      return { path, salts: new Map(list), read, changes: 0 }
    },
    catch: () => new CommandFailed({ code: codes.refused, lines: [PublishLines.lines[lang].vaultBroken(path)] })
  })

/** The salt of that name. */
export const saltOf = (vault: Vault) => (name: string): Uint8Array => {
  const known = vault.salts.get(name)
  if (known !== undefined) return new Uint8Array(Buffer.from(known, "base64"))
  const drawn = new Uint8Array(randomBytes(Commitment.saltBytes))
  vault.salts.set(name, Buffer.from(drawn).toString("base64"))
  vault.changes++
  return drawn
}

/** Deletes salts by name, and answers how many there were; what they hid can be opened by nobody any more. */
export const erase = (vault: Vault, names: Iterable<string>): number => {
  let erased = 0
  for (const name of names) if (vault.salts.delete(name)) erased++
  vault.changes += erased
  return erased
}

/**
 * Writes what was drawn or deleted, whole or not at all, and waits until the disk has it. No salt stays in the draft of a killed run,
 * and none that another run has drawn in the meantime is lost: then nothing is written, and this run has to begin again.
 */
export const keep = ({ changes, path, read, salts }: Vault, lang: Sentences.Language): Effect.Effect<void, CommandFailed> =>
  changes === 0 ? Effect.void : Effect.andThen(
    Effect.tryPromise({
      try: () => mkdir(dirname(path), { recursive: true, mode: 0o700 }),
      catch: (error) => ResultFile.trouble(path, error, lang)
    }),
    Turn.take(path, lang, async ({ confirm }) => {
      if (await textOf(path) !== read) throw new Turn.Busy()
      const draft = `${path}.${randomBytes(6).toString("hex")}`
      const handle = await open(draft, "wx", 0o600)
      try {
        await handle.writeFile(`${JSON.stringify({ format: 1, salts: Object.fromEntries(salts) })}\n`)
        await handle.sync()
      } finally {
        await handle.close()
      }
      confirm()
      await rename(draft, path)
      const isDraft = (name: string) => name.startsWith(`${basename(path)}.`) && /^[0-9a-f]{12}$/.test(name.slice(basename(path).length + 1))
      for (const name of await readdir(dirname(path))) if (isDraft(name)) await rm(join(dirname(path), name))
    })
  )

const textOf = async (path: string): Promise<string | undefined> => existsSync(path) ? await readFile(path, "utf8") : undefined
