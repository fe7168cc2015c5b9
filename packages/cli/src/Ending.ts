/**
 * How a command ends: its exit code, and what is said of it.
 *
 * @since 0.1.0
 */
import * as NodeServices from "@effect/platform-node/NodeServices"
import { FileTroubles } from "@timbang/language"
import { Effect } from "effect"
import type { CliError } from "effect/cli"
import { codes } from "./Exit.ts"
import * as Invocation from "./Invocation.ts"
import * as Screen from "./Screen.ts"
import { program } from "./Start.ts"

// --- operations ---

/** Runs the command of these arguments and answers its exit code; whatever it failed with has been said. */
export const codeOf = (args: ReadonlyArray<string>): Effect.Effect<number, CliError.CliError> =>
  Effect.promise(() => program(args)).pipe(
    Effect.flatten,
    Effect.as(codes.done),
    Effect.catchTag("CommandFailed", ({ code, lines }) => Effect.as(Screen.note(...lines), code)),
    Effect.catchTag("EndWith", ({ code }) => Effect.succeed(code)),
    Effect.catchTag("ShowHelp", ({ errors }) => Effect.succeed(errors.length === 0 ? codes.done : codes.refused)),
    Effect.catchDefect((defect) => {
      const troubles = ofFile(defect)
      return troubles === undefined ? Effect.as(Screen.note(...unexpected(defect)), codes.unexpected) : Effect.as(Screen.note(...troubles), codes.refused)
    }),
    Effect.provide(Invocation.presenter(args)),
    Effect.provide(NodeServices.layer)
  )

/** What happened to a file that went or closed while it was being read; nothing of any other defect. */
const ofFile = (defect: unknown): ReadonlyArray<string> | undefined => {
  const path = defect instanceof Error && "path" in defect && "syscall" in defect ? String(defect.path) : undefined
  const [id, en] = [FileTroubles.sentence(defect, "id"), FileTroubles.sentence(defect, "en")]
  return path === undefined || id === undefined || en === undefined ? undefined : [`${path}: ${id} / ${en}`]
}

/** What happened and where, for a report. */
const unexpected = (defect: unknown): ReadonlyArray<string> => [
  `Kesalahan yang tidak terduga; tidak ada yang ditulis. Laporkan baris berikut. / An unexpected fault; nothing was written. Please report these lines.`,
  ...(defect instanceof Error ? [`${defect.name}: ${defect.message}`, ...(defect.stack ?? "").split("\n").filter((line) => line.startsWith("    at ")).slice(0, 3)] : [String(defect)])
]
