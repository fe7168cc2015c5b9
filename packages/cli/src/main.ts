/**
 * Runs `timbang` and turns its end into an exit code.
 */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import { Effect } from "effect"
import * as Ending from "./Ending.ts"
import { codes } from "./Exit.ts"

// A reader that closes the pipe early, such as head, is no fault, and no end either: what was found still decides the exit code.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") process.exit(codes.refused)
  })
}

// A terminal that is closed ends a command as Ctrl-C does, so that no draft stays. Node undoes what nohup sets before any line of
// this runs; a run that shall outlive its terminal is started with setsid.
process.on("SIGHUP", () => void process.emit("SIGINT", "SIGINT"))

NodeRuntime.runMain(Effect.map(Ending.codeOf(process.argv.slice(2)), (code) => void (process.exitCode = code)))
