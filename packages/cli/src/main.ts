/**
 * Runs `timbang` and turns its end into an exit code.
 */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as NodeServices from "@effect/platform-node/NodeServices"
import { Effect } from "effect"
import { codes } from "./Exit.ts"
import * as Invocation from "./Invocation.ts"
import * as Screen from "./Screen.ts"
import { program } from "./Start.ts"

const end = (code: number) => Effect.sync(() => void (process.exitCode = code))

/** What happened and where, for a report. */
const unexpected = (defect: unknown): ReadonlyArray<string> => [
  `Kesalahan yang tidak terduga; tidak ada yang ditulis. Laporkan baris berikut. / An unexpected fault; nothing was written. Please report these lines.`,
  ...(defect instanceof Error ? [`${defect.name}: ${defect.message}`, ...(defect.stack ?? "").split("\n").filter((line) => line.startsWith("    at ")).slice(0, 3)] : [String(defect)])
]

// A reader that closes the pipe early, such as head, is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? codes.done : codes.refused))

const args = process.argv.slice(2)

const started = (await program(args)).pipe(
  Effect.catchTag("CommandFailed", ({ code, lines }) => Effect.andThen(Screen.note(...lines), end(code))),
  Effect.catchTag("EndWith", ({ code }) => end(code)),
  Effect.catchTag("ShowHelp", ({ errors }) => end(errors.length === 0 ? codes.done : codes.refused)),
  Effect.catchDefect((defect) => Effect.andThen(Screen.note(...unexpected(defect)), end(codes.unexpected))),
  Effect.provide(Invocation.presenter(args)),
  Effect.provide(NodeServices.layer)
)

// A terminal that is closed ends a command as Ctrl-C does, so that no draft stays. Node undoes what nohup sets before any line of
// this runs; a run that shall outlive its terminal is started with setsid.
process.on("SIGHUP", () => void process.emit("SIGINT", "SIGINT"))

NodeRuntime.runMain(started)
