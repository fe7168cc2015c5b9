/**
 * Steps of a round as commands of the host: what is begun gets its round on standard input and answers on standard output.
 *
 * @since 0.1.0
 */
import { spawn } from "node:child_process"
import { readFile } from "node:fs/promises"
import { dirname, resolve } from "node:path"
import { Recruitments, type Sentences } from "@timbang/language"
import { Fact, Plan, type Stage, Steps } from "@timbang/process"
import { Effect, Layer, Result, Schema } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as ResultFile from "../report/ResultFile.ts"

// --- models ---

/** A command for each step: the program, then its arguments. */
export type Commands = Readonly<Record<Stage.Step, readonly [string, ...Array<string>]>>

const command = Schema.NonEmptyArray(Schema.String)

const schema: Schema.Codec<Commands> = Schema.Struct({
  "import-applicants": command,
  shortlist: command,
  integration: command,
  filling: command,
  publish: command,
  "publish-again": command
})

const decode = Schema.decodeUnknownEffect(Schema.fromJsonString(schema), { errors: "all", onExcessProperty: "error" })
const answerOf = Schema.decodeUnknownResult(Schema.fromJsonString(Fact.stepResult), { errors: "all", onExcessProperty: "error" })
const encodePlan = Schema.encodeSync(Plan.schema)

// --- operations ---

/** Reads the commands; all that is wrong at once. */
export const read = (path: string, lang: Sentences.Language): Effect.Effect<Commands, CommandFailed> =>
  Effect.tryPromise({ try: () => readFile(path, "utf8"), catch: (error) => ResultFile.trouble(path, error, lang) }).pipe(
    Effect.flatMap((text) =>
      Effect.mapError(decode(text), ({ message }) => new CommandFailed({ code: codes.refused, lines: [`${path}: ${Recruitments.lines(lang).stepsRefused}`, ...message.split("\n").map((line) => `  ${line}`)] })))
  )

/** Steps that run the commands, in the folder of the file that names them. */
export const layer = (commands: Commands, path: string): Layer.Layer<Steps.Steps> =>
  Layer.succeed(Steps.Steps, Steps.Steps.of({ run: (work) => run(commands[work.step], dirname(resolve(path)), work) }))

/** Exit codes with which a command says that people have to mend something; see `Exit.codes`. */
const forPeople: ReadonlyArray<number> = [codes.found, codes.refused, codes.unsure, codes.notAllowed]

const run = ([program, ...args]: readonly [string, ...Array<string>], cwd: string, work: Steps.Work): Effect.Effect<Fact.StepResult, Steps.StepRefusal> =>
  Effect.callback<Fact.StepResult, Steps.StepRefusal>((resume) => {
    const { key, round, step } = work
    const child = spawn(program, args, { cwd, env: { ...process.env, TIMBANG_ROUND: round, TIMBANG_STEP: step, TIMBANG_KEY: key } })
    const [out, err]: [Array<Buffer>, Array<Buffer>] = [[], []]
    const refuse = (because: string) => resume(Effect.fail(new Steps.StepRefusal({ because: because.slice(0, 500) })))
    child.stdout.on("data", (chunk: Buffer) => void out.push(chunk))
    child.stderr.on("data", (chunk: Buffer) => void err.push(chunk))
    child.on("error", (error) => refuse(`${program}: ${(error as NodeJS.ErrnoException).code ?? error.message}`))
    child.on("close", (code, signal) => {
      if (code === 0) {
        const answer = answerOf(Buffer.concat(out).toString("utf8"))
        return Result.isSuccess(answer) ? resume(Effect.succeed(answer.success)) : refuse(`${program}: ${answer.failure.message}`)
      }
      const last = Buffer.concat(err).toString("utf8").trim().split("\n").at(-1) ?? ""
      if (code !== null && forPeople.includes(code)) return refuse(last === "" ? `${program}: ${code}` : last)
      // What it wrote may name people; the log gets the code alone, and the step is tried again.
      resume(Effect.die(new Error(`${program} ended with ${code ?? signal}`)))
    })
    // A command that does not want to know its round need not read it.
    child.stdin.on("error", () => undefined)
    child.stdin.end(`${JSON.stringify(asJson(work))}\n`)
    return Effect.sync(() => void child.kill())
  })

/** What a command gets to know: everything that a step may rest on. */
const asJson = ({ key, round, state, step }: Steps.Work) => ({
  round,
  step,
  key,
  plan: encodePlan(state.plan),
  decisions: Object.fromEntries(state.decisions),
  sessions: [...state.sessions],
  objections: [...state.objections.values()],
  results: Object.fromEntries(state.results),
  people: [...state.people.values()]
})
