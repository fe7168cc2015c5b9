/**
 * One writer at a time on a log folder; who is in the way is said in words.
 *
 * @since 0.1.0
 */
import { PublishLines } from "@timbang/language/publication"
import type { Sentences } from "@timbang/language"
import { Turn } from "@timbang/storage-files"
import { Effect } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as ResultFile from "../report/ResultFile.ts"

/** Does some writing in turn. Waits a few seconds for another writer. */
export const take = <A>(path: string, lang: Sentences.Language, write: (turn: Turn.Turn) => Promise<A>): Effect.Effect<A, CommandFailed> =>
  Effect.mapError(Turn.take(path, write), (error) =>
    error._tag === "OtherWriter"
      ? new CommandFailed({ code: codes.refused, lines: [PublishLines.lines[lang].otherWriter(path)] })
      : ResultFile.trouble(path, error.cause, lang))
