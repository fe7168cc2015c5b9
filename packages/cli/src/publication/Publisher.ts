/**
 * The use cases of publishing on a folder: public files in the folder of the log, salts in a file of closed rights, and every refusal in words.
 *
 * @since 0.1.0
 */
import { existsSync } from "node:fs"
import { readdir } from "node:fs/promises"
import type { Disclosure } from "@timbang/core/publication"
import type { Sentences } from "@timbang/language"
import { PublishLines } from "@timbang/language/publication"
import { SecretKey } from "@timbang/signing"
import { NodePrimitives } from "@timbang/signing/node"
import { Output } from "@timbang/source-files"
import { SaltsFile, TileStoreFolder } from "@timbang/storage-files"
import { Publication, type PublicLog } from "@timbang/workflows"
import { type Salts, Signer, type TileStore } from "@timbang/workflows/ports"
import { Effect, Layer } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as ResultFile from "../report/ResultFile.ts"
import * as Screen from "../Screen.ts"
import { engine } from "../selection/RunFolder.ts"
import * as PublishRefusal from "./PublishRefusal.ts"

const { node } = NodePrimitives

// --- models ---

/** Everything a publication needs. */
export interface Given {
  /** Folder of the log. */
  readonly out: string
  readonly key: SecretKey.SecretKey
  readonly policy: Disclosure.Policy
  /** File of salts. */
  readonly vault: string
  readonly lang: Sentences.Language
}

/** A round without the engine, which is this program. */
export type Round = Omit<Publication.Round, "engine">

// --- operations ---

/** Publishes all phases into a new folder, which appears whole or not at all; answers the signed checkpoint. */
export const publishAll = (given: Given, round: Round): Effect.Effect<PublicLog.Published, CommandFailed | Output.OutputFailed> =>
  Output.write(given.out, (folder) =>
    published(given, folder.path, (means) => Publication.publishAll(means, { ...round, engine })))

/** Publishes one phase into a folder that may hold earlier ones; answers the signed checkpoint. */
export const publishPhase = (given: Given, round: Round, phase: Publication.Phase): Effect.Effect<PublicLog.Published, CommandFailed> =>
  Effect.andThen(isOfLog(given), published(given, given.out, (means) => Publication.publish(means, { ...round, engine }, phase)))

/** Logs a document beside what is there; the log of another key is refused, and a name that the log itself uses. */
export const publishDocument = (
  given: Pick<Given, "out" | "key" | "lang">,
  name: string,
  bytes: Uint8Array
): Effect.Effect<PublicLog.Published | { readonly already: number }, CommandFailed> =>
  Publication.publishDocument(node, name, bytes).pipe(
    Effect.provide(Layer.merge(TileStoreFolder.layer(given.out), signerOf(given.key))),
    Effect.mapError((error) => PublishRefusal.inWords(error, { ...given, vault: "" }))
  )

/** A folder that begins a log holds nothing else: what lies beside it would be public with it. */
const isOfLog = ({ lang, out }: Given): Effect.Effect<void, CommandFailed> =>
  Effect.flatMap(
    Effect.tryPromise({
      try: () => readdir(out),
      catch: (error) => ResultFile.trouble(out, error, lang)
    }).pipe(Effect.catchIf(() => !existsSync(out), () => Effect.succeed<ReadonlyArray<string>>([]))),
    (names) => {
      const other = names.includes("checkpoint") ? undefined : names.find((name) => !ownNames.has(name))
      return other === undefined
        ? Effect.void
        : Effect.fail(new CommandFailed({ code: codes.refused, lines: [PublishLines.lines[lang].folderOfOthers(out, other)] }))
    }
  )

/** What a run that broke off may have left before the first checkpoint. */
const ownNames: ReadonlySet<string> = new Set([".drafts", "checkpoint.d", "checkpoint.lock", "document", "formation", "tile"])

const published = <A, E extends Publication.PublicationError>(
  given: Given,
  out: string,
  publish: (means: Publication.Means) => Effect.Effect<A, E, TileStore.TileStore | Signer.Signer | Salts.Salts>
) =>
  Effect.suspend(() => {
    let shown: { readonly phase: Publication.Phase; readonly progress: ReturnType<typeof Screen.reading> } | undefined
    const onEntry = (phase: Publication.Phase, done: number, of: number): void => {
      if (shown?.phase !== phase) {
        shown?.progress.end()
        shown = { phase, progress: Screen.reading(`${given.out}, ${phase}`, of) }
      }
      if (done % 1000 === 0) shown.progress.onProgress(done)
    }
    return publish({ primitives: node, policy: given.policy, onEntry }).pipe(
      Effect.provide(Layer.mergeAll(TileStoreFolder.layer(out), SaltsFile.layer(given.vault), signerOf(given.key))),
      Effect.ensuring(Effect.sync(() => shown?.progress.end())),
      Effect.mapError((error) => PublishRefusal.inWords(error, given))
    )
  })

const signerOf = (key: SecretKey.SecretKey) => Signer.layer(key.verifier, (text) => SecretKey.sign(key, text))

