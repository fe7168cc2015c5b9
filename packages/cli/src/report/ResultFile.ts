/**
 * What another command computed, read from its folder; and what went wrong with a file, in words and not in codes.
 *
 * @since 0.1.0
 */
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { FileTroubles, Outputs, type Sentences } from "@timbang/language"
import type { ReportFile } from "@timbang/report"
import { Effect } from "effect"
import { codes, CommandFailed } from "../Exit.ts"

// --- operations ---

/** Reads the result of a kind, or says which command writes one. */
export const read = <Kind extends keyof ReportFile.Kinds>(
  kind: Kind,
  folder: string,
  lang: Sentences.Language
): Effect.Effect<ReportFile.Kinds[Kind], CommandFailed> =>
  Effect.gen(function*() {
    const path = join(folder, `${kind}.json`)
    const say = Outputs.phrases(lang)
    const text = yield* Effect.tryPromise({
      try: () => readFile(path, "utf8"),
      catch: (error) => codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR" ? refused(path, say.noResult(writers[kind])) : trouble(path, error, lang)
    })
    // Loaded here: drawing charts brings more code than all other commands together.
    const report = yield* Effect.promise(() => import("@timbang/report"))
    return yield* Effect.mapError(Effect.fromResult(report.ReportFile.read(kind, text)), ({ because, found }) => refused(path, say.notAResult(because, found, writers[kind])))
  })

/** A refusal that says what happened to a file. */
export const trouble = (path: string, error: unknown, lang: Sentences.Language): CommandFailed =>
  refused(path, FileTroubles.sentence(error, lang) ?? (error as Error).message)

const writers: Readonly<Record<keyof ReportFile.Kinds, string>> = {
  performance: "timbang survey index --out, timbang appraise --out",
  evaluation: "timbang evaluate --out",
  needs: "timbang needs score --out"
}

const codeOf = (error: unknown): string => (error as { readonly code?: string }).code ?? ""

const refused = (path: string, message: string): CommandFailed => new CommandFailed({ code: codes.refused, lines: [`${path}: ${message}`] })
