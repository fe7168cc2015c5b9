/**
 * Kills `timbang publish` at any moment and runs it again: the log has to be that of a run that nobody disturbed.
 *
 * Moments are operations on files, each of them in its turn, and random points of time. After each kill a reader has to
 * find a whole log, the old one or the new one; after the second run every byte has to be as it was without a kill.
 */
import { spawn, spawnSync } from "node:child_process"
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { WitnessPolicy } from "@timbang/core/publication"
import { SecretKey } from "@timbang/signing"
import { Effect, Result } from "effect"
import * as LogAudit from "../../src/publication/LogAudit.ts"
import * as LogFolder from "../../src/publication/LogFolder.ts"

// --- models ---

/** What is killed, and how often. */
export interface Plan {
  /** An empty folder. */
  readonly folder: string
  /** The program. */
  readonly bin: string
  /** Every phase at each operation on files; or two phases and the whole, each just before its checkpoint stands. */
  readonly operations: "each" | "last"
  /** Kills at random points of time. */
  readonly moments: number
  /** Between 0 and 1, the same again from the same seed. */
  readonly random: () => number
  readonly onProgress?: (kills: number) => void
}

/** What was seen. */
export interface Outcome {
  readonly kills: number
  /** Kills after which a reader found a log that is broken, or one that was never signed. */
  readonly broken: ReadonlyArray<string>
  /** Kills after which the second run gave other bytes, or left something behind. */
  readonly differing: ReadonlyArray<string>
}

interface Stage {
  readonly name: string
  readonly args: ReadonlyArray<string>
}

interface Place {
  readonly stage: Stage
  /** The state that the command starts from. */
  readonly number: number
}

/** Runs a command and kills it; says when, or nothing where it ended before. */
type Kill = (args: ReadonlyArray<string>) => Promise<string | undefined>

// --- operations ---

/** Carries the plan out. */
export const run = async (plan: Plan): Promise<Outcome> => {
  const { folder, onProgress, operations, random } = plan
  const at = (...names: ReadonlyArray<string>) => join(folder, ...names)
  const stages = prepare(plan)
  const key = Result.getOrThrow(SecretKey.parse(readFileSync(at("key"), "utf8"))).verifier
  const broken: Array<string> = []
  const differing: Array<string> = []
  let kills = 0

  // What nobody disturbed: the log and the salts before and after each command.
  const undisturbed = (from: string, to: string, vault: string, { args }: Stage): void => {
    if (existsSync(from)) cpSync(from, to, { recursive: true })
    ended(plan, [...args, "--out", to, "--vault", vault])
  }
  const state = (number: number, what: "log" | "vault.json") => at(`state-${number}`, what)
  const places = [stages.slice(0, -1), stages.slice(-1)].flatMap((chain, which) =>
    chain.map((stage, place) => ({ stage, number: which * 100 + place }))
  )
  for (const { number, stage } of places) {
    mkdirSync(at(`state-${number + 1}`))
    if (existsSync(state(number, "vault.json"))) cpSync(state(number, "vault.json"), state(number + 1, "vault.json"))
    undisturbed(state(number, "log"), state(number + 1, "log"), state(number + 1, "vault.json"), stage)
  }

  /** Kills one command that starts from a state, has a reader look, and runs it again; false where the kill never came. */
  const attempt = async ({ number, stage }: Place, kill: Kill, isFresh: boolean): Promise<boolean> => {
    const [log, vault, name] = [at("log"), at("vault.json"), `${stage.name}, ${isFresh ? "new salts" : "salts kept"}`]
    for (const path of [log, vault]) rmSync(path, { recursive: true, force: true })
    if (existsSync(state(number, "log"))) cpSync(state(number, "log"), log, { recursive: true })
    const salts = state(isFresh ? number : number + 1, "vault.json")
    if (existsSync(salts)) cpSync(salts, vault)
    const args = [...stage.args, "--out", log, "--vault", vault]
    const killed = await kill(args)
    if (killed === undefined) return false
    const moment = `${name}, ${killed}`
    kills++
    onProgress?.(kills)
    if (existsSync(join(log, "checkpoint"))) {
      // A reader takes what the checkpoint counts; files beyond it are not there for them yet.
      const read = Effect.runSyncExit(LogFolder.read(log))
      const faults = read._tag === "Failure"
        ? ["unreadable"]
        : LogAudit.run({ ...read.value, checkpoints: [read.value.checkpoint], paths: [] }, [], WitnessPolicy.ofKey(key)).faults
          .flatMap(({ _tag }) => _tag === "FileMissing" ? [] : [_tag])
      if (faults.length > 0) broken.push(`${moment}: ${faults.join(", ")}`)
    }
    const before = existsSync(join(log, "checkpoint")) ? readFileSync(join(log, "checkpoint"), "utf8") : undefined
    const again = started(plan, args)
    const isDone = again.status === 2 && before === readFileSync(join(state(number + 1, "log"), "checkpoint"), "utf8")
    if (again.status !== 0 && !isDone && !(isFresh && again.status === 2)) {
      differing.push(`${moment}: ended with ${again.status}, ${again.stderr}`)
      return true
    }
    let reference = state(number + 1, "log")
    if (isFresh) {
      reference = at("reference")
      rmSync(reference, { recursive: true, force: true })
      rmSync(at("vault-copy.json"), { force: true })
      if (existsSync(vault)) cpSync(vault, at("vault-copy.json"))
      undisturbed(state(number, "log"), reference, at("vault-copy.json"), stage)
    }
    const others = differences(reference, log)
    const left = [...existsSync(at(".drafts")) ? readdirSync(at(".drafts")) : [], ...readdirSync(folder).filter((file) => /^vault\.json\.|^\.log\./.test(file))]
    if (others.length + left.length > 0) differing.push(`${moment}: ${[...others, ...left].join(", ")}`)
    return true
  }

  for (const place of places) {
    if (operations === "last") {
      if (place.stage.name === "rules") continue
      const isWhole = place.stage.name === "one go"
      const killing = (args: ReadonlyArray<string>) => killedAt(plan, args, isWhole ? at("log") : at("log/checkpoint"), false)
      await attempt(place, killing, false)
    } else {
      // The salts are drawn and kept by the first operations of a command.
      for (const [isFresh, most] of [[false, Infinity], [true, 7]] as const) {
        for (let operation = 1; operation <= most; operation++) {
          if (!await attempt(place, (args) => killedAt(plan, args, operation, operation % 2 === 0), isFresh)) break
        }
      }
    }
  }
  if (operations === "last") await attempt(places[1]!, (args) => killedAt(plan, args, at("vault.json"), false), true)
  for (let moment = 0; moment < plan.moments; moment++) {
    const place = places[Math.floor(random() * places.length)]!
    const isFresh = random() < 0.3
    await attempt(place, (args) => killedAfter(plan, args, Math.floor(random() * longest)), isFresh)
  }
  return { kills, broken, differing }
}

/** Longest a command runs before it is killed. Unit: milliseconds. */
const longest = 1500

const killedAt = async (plan: Plan, args: ReadonlyArray<string>, at: number | string, isHalf: boolean) => {
  const done = started(plan, args, { KILL_WITHIN: plan.folder, KILL_AT: String(at), ...(isHalf ? { KILL_HALF: "1" } : {}) })
  return done.signal === "SIGKILL" ? `at ${at}${isHalf ? ", half written" : ""}` : undefined
}

const killedAfter = async ({ bin }: Plan, args: ReadonlyArray<string>, milliseconds: number): Promise<string> => {
  const child = spawn(process.execPath, [bin, ...args], { stdio: "ignore" })
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()))
  await setTimeout(milliseconds)
  child.kill("SIGKILL")
  await ended
  return `after ${milliseconds} ms`
}

const started = ({ bin }: Plan, args: ReadonlyArray<string>, environment: Readonly<Record<string, string>> = {}) =>
  spawnSync(
    process.execPath,
    [...(Object.keys(environment).length > 0 ? ["--import", join(import.meta.dirname, "dying.ts")] : []), bin, ...args],
    { encoding: "utf8", env: { ...process.env, ...environment } }
  )

const ended = (plan: Plan, args: ReadonlyArray<string>, environment?: Readonly<Record<string, string>>): void => {
  const done = started(plan, args, environment)
  if (done.status !== 0) throw new Error(`${args.join(" ")}: ${done.status} ${done.stderr}`)
}

/** Files that are not the same in both folders. */
const differences = (one: string, other: string): ReadonlyArray<string> => {
  const [left, right] = [filesOf(one), filesOf(other)]
  const isSame = (path: string) =>
    left.includes(path) && right.includes(path) && readFileSync(join(one, path)).equals(readFileSync(join(other, path)))
  return [...new Set([...left, ...right])].filter((path) => !isSame(path))
}

const filesOf = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))

/** A small round: its files, two selections, and the commands that publish it, phase by phase and then in one go. */
const prepare = (plan: Plan): ReadonlyArray<Stage> => {
  const at = (name: string) => join(plan.folder, name)
  const write = (name: string, lines: ReadonlyArray<string>): string => {
    writeFileSync(at(name), `${lines.join("\n")}\n`)
    return at(name)
  }
  const formations = write("F.csv", [
    "formation,position,education,location,category,seats",
    "F1,Penyuluh Hukum,S-1 Hukum,Setda,umum,1",
    "F2,Penyuluh Hukum,S-1 Hukum,Setda,disabilitas,1"
  ])
  const header = "participant,formation,twk,tiu,tkp,skb,gpa,birthDate"
  const people = [
    "2401,F1,110,150,191,68,3.40,1995-01-01",
    "2402,F1,110,145,196,68,3.60,1996-07-07",
    "2403,F1,110,145,196,68,3.60,1995-06-06",
    "2404,F1,60,110,179,,3.20,1994-01-01",
    "2405,F2,70,100,170,70,3.10,1994-05-05"
  ]
  const participants = write("P.csv", [header, ...people])
  const events = write("E.csv", ["event,participant,component,from,to,at,basis", "koreksi,2403,skb,68,70,2024-12-28,sanggah 7"])
  const rules = ["--rules", "cpns-2024", "--formations", formations]
  ended(plan, ["key", "new", at("key"), "--name", "kota.example/cpns"])
  ended(plan, ["select", ...rules, "--participants", participants, "--out", at("final")])
  const isEach = plan.operations === "each"
  if (isEach) ended(plan, ["select", ...rules, "--participants", participants, "--events", events, "--out", at("revised")])
  const publish = (name: string, ...args: ReadonlyArray<string>): Stage => ({ name, args: ["publish", ...args, "--key", at("key")] })
  const final = ["--selection", at("final")]
  return [
    publish("rules", "rules", ...final),
    publish("registrations", "registrations", ...final),
    ...(isEach
      ? [
        publish("scores", "scores", ...final),
        publish("results", "results", ...final),
        publish("objections", "objections", "--selection", at("revised"))
      ]
      : []),
    publish("one go", ...final)
  ]
}
