/**
 * The secret key of a log, read from its file.
 *
 * @since 0.1.0
 */
import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { VerifierKey } from "@timbang/core/publication"
import type { Sentences } from "@timbang/language"
import { PublishLines } from "@timbang/language/publication"
import { SecretKey } from "@timbang/signing"
import { Effect, Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as ResultFile from "../report/ResultFile.ts"

const refused = (...lines: ReadonlyArray<string>) => Effect.fail(new CommandFailed({ code: codes.refused, lines }))

/** Reads the key; that of a witness signs no log, and that of a log is no witness. */
export const read = (file: string, lang: Sentences.Language, type: VerifierKey.KeyType = "ed25519"): Effect.Effect<SecretKey.SecretKey, CommandFailed> =>
  Effect.gen(function*() {
    const says = PublishLines.lines[lang]
    if (!existsSync(file)) return yield* refused(says.keyMissing(file))
    const text = yield* Effect.tryPromise({
      try: () => readFile(file, "utf8"),
      catch: (error) => ResultFile.trouble(file, error, lang)
    })
    const key = SecretKey.parse(text)
    if (Result.isFailure(key)) return yield* refused(says.keyBroken(file))
    if (key.success.verifier.type !== type) {
      return yield* refused(`${VerifierKey.write(key.success.verifier)}: ${type === "ed25519" ? says.keyOfWitness : says.keyOfLog}`)
    }
    return key.success
  })
