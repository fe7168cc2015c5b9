/**
 * The options that say what a run is: its standing, and the letter that decided.
 *
 * @since 0.1.0
 */
import type { Standing } from "@timbang/core/law"
import { type CommandFaults, type Sentences } from "@timbang/language"
import { Effect, Option, Result } from "effect"
import { Flag } from "effect/cli"
import type { CommandFailed } from "./Exit.ts"
import * as Options from "./Options.ts"

// --- models ---

/** What was given on the command line. */
export interface Given {
  readonly standing: Standing.Standing["_tag"]
  readonly letterNumber: Option.Option<string>
  readonly letterDay: Option.Option<string>
  readonly letterDigest: Option.Option<string>
}

// --- operations ---

/** The flags. */
export const flags = {
  standing: Flag.Literals("standing", ["simulasi", "uji-silang", "penetapan"]).pipe(
    Flag.withDefault("simulasi"),
    Flag.withDescription("Kedudukan hasil; penetapan perlu surat bila bukan kewenangan instansi / standing of the result")
  ),
  letterNumber: Flag.String("letter-number").pipe(Flag.optional, Flag.withDescription("Nomor surat penetapan / number of the deciding letter")),
  letterDay: Flag.String("letter-day").pipe(Flag.optional, Flag.withDescription("Tanggal surat, YYYY-MM-DD / its day")),
  letterDigest: Flag.String("letter-digest").pipe(Flag.optional, Flag.withDescription("SHA-256 berkas surat / SHA-256 of its file"))
}

/** The standing, or everything that is wrong with its letter: one that is named at all is named whole, and only for what it decides. */
export const read = (given: Given): Result.Result<Standing.Standing, ReadonlyArray<CommandFaults.CommandFault>> => {
  const parts = [given.letterNumber, given.letterDay, given.letterDigest]
  if (given.standing !== "penetapan") {
    const idle = (["--letter-number", "--letter-day", "--letter-digest"] as const).filter((_, at) => Option.isSome(parts[at]!))
      .map((option) => ({ _tag: "NotUnder", option, choice: `--standing ${given.standing}`, instead: "--standing penetapan" }) as const)
    return idle.length > 0 ? Result.fail(idle) : Result.succeed({ _tag: given.standing })
  }
  if (parts.every(Option.isNone)) return Result.succeed({ _tag: "penetapan" })
  const [number, day, digest] = parts.map((part) => Option.getOrElse(part, () => "").trim()) as [string, string, string]
  const faults: Array<CommandFaults.CommandFault> = []
  const missing = (needed: CommandFaults.Needed) => void faults.push({ _tag: "OptionMissing", option: "--standing penetapan", needed })
  if (number === "") missing("--letter-number")
  if (day === "") missing("--letter-day")
  else faults.push(...Options.dayFaults("--letter-day", given.letterDay))
  if (digest === "") missing("--letter-digest")
  else if (!/^[0-9a-f]{64}$/i.test(digest)) faults.push({ _tag: "DigestRefused", option: "--letter-digest", found: digest })
  return faults.length > 0 ? Result.fail(faults) : Result.succeed({ _tag: "penetapan", letter: { number, day, digest: digest.toLowerCase() } })
}

/** {@link read} for a command whose other options have these faults: all are told at once. */
export const readBeside = (given: Given, others: ReadonlyArray<CommandFaults.CommandFault>, lang: Sentences.Language): Effect.Effect<Standing.Standing, CommandFailed> => {
  const standing = read(given)
  const faults = [...others, ...(Result.isFailure(standing) ? standing.failure : [])]
  return faults.length > 0 ? Effect.fail(Options.refusal(faults, lang)) : Effect.succeed(Result.getOrThrow(standing))
}
