/**
 * The salts of a selection, in a file of closed rights in its folder.
 *
 * @since 0.1.0
 */
import { join } from "node:path"
import type { Sentences } from "@timbang/language"
import { SaltsFile } from "@timbang/storage-files"
import { Effect } from "effect"
import type { CommandFailed } from "../Exit.ts"
import * as PublishRefusal from "./PublishRefusal.ts"

/** Salts by participant and name. */
export type Salts = ReadonlyMap<string, ReadonlyMap<string, Uint8Array>>

/** Where the salts of a selection stand. */
export const pathIn = (selection: string): string => join(selection, "private", "vault.json")

/** Reads all of them; nothing where there is no file. */
export const read = (path: string, lang: Sentences.Language): Effect.Effect<Salts | undefined, CommandFailed> =>
  Effect.mapError(SaltsFile.all(path), (error) => PublishRefusal.inWords(error, { out: "", vault: path, lang }))
