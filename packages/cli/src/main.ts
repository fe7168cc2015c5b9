/**
 * Runs `timbang` and turns its end into an exit code.
 */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as NodeServices from "@effect/platform-node/NodeServices"
import { Effect } from "effect"
import { Command } from "effect/cli"
import { codes } from "./Exit.ts"
import * as Screen from "./Screen.ts"
import { timbang } from "./Timbang.ts"

const end = (code: number) => Effect.sync(() => void (process.exitCode = code))

const program = Command.run(timbang, { version: "0.1.0" }).pipe(
  Effect.catchTag("CommandFailed", ({ code, lines }) => Effect.andThen(Screen.note(...lines), end(code))),
  Effect.catchTag("EndWith", ({ code }) => end(code)),
  Effect.catchTag("ShowHelp", ({ errors }) => end(errors.length === 0 ? codes.done : codes.refused)),
  Effect.provide(NodeServices.layer)
)

NodeRuntime.runMain(program)
