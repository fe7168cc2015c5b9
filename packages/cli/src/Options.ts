/**
 * Options that several commands share.
 *
 * @since 0.1.0
 */
import { statSync } from "node:fs"
import { isAbsolute, relative, resolve, sep } from "node:path"
import { Day } from "@timbang/core/law"
import { CommandFaults, type Sentences } from "@timbang/language"
import { Clock, Effect, Option } from "effect"
import { Argument, Flag } from "effect/cli"
import { codes, CommandFailed } from "./Exit.ts"

/**
 * A path as messages and results name it: from the folder one works in, so that no file tells where it was made. A path
 * outside that folder is named as it was typed.
 */
export const shown = (path: string): string => {
  const near = relative(process.cwd(), path)
  if (near === "") return "."
  const isBelow = near !== ".." && !near.startsWith(`..${sep}`) && !isAbsolute(near)
  return isBelow || typedFromHere().has(path) ? near : path
}

const typedFromHere = (): ReadonlySet<string> =>
  new Set(process.argv.slice(2).map((word) => word.replace(/^--[^=]+=/, "")).filter((word) => !isAbsolute(word)).map((word) => resolve(word)))

/** An option that names a file or folder. */
export const path = (name: string) => Flag.Path(name).pipe(Flag.map(shown))

/** An option that names a folder. */
export const folder = (name: string) => Flag.Directory(name).pipe(Flag.map(shown))

/** An argument that names a file or folder. */
export const pathArgument = (name: string) => Argument.Path(name).pipe(Argument.map(shown))

/** An argument that names a folder. */
export const folderArgument = (name: string) => Argument.Directory(name).pipe(Argument.map(shown))

/** Language of what a person reads; Indonesian unless said otherwise. */
export const lang = Flag.Literals("lang", ["id", "en"]).pipe(
  Flag.withDefault("id"),
  Flag.withDescription("Bahasa keluaran / language of the output: id, en")
)

/** Where a folder of results goes. */
export const outFolder = path("out").pipe(
  Flag.withDescription("Folder hasil; ditulis utuh atau tidak sama sekali / folder of results, written whole or not at all")
)

/** Where one file goes. */
export const outFile = path("out").pipe(Flag.withDescription("Berkas keluaran / file to write"))

/** Which rule set. */
export const rules = Flag.String("rules").pipe(
  Flag.withDescription("Aturan: pengenal dari `timbang rules list` atau berkas .json / an identifier or a .json file")
)

/** Numbers the host supplies. */
export const supply = Flag.String("supply").pipe(
  Flag.withMetavar("path=value"),
  Flag.withDescription("Angka yang tidak ada pada aturan, boleh diulang / a number the rules do not have; may be repeated"),
  Flag.atLeast(0)
)

/** What sets the numbers supplied. */
export const supplySource = Flag.String("supply-source").pipe(
  Flag.withDescription("Keputusan yang menetapkan angka itu / the decree that sets those numbers"),
  Flag.optional
)

/** Why a command cannot begin, in the language asked for. */
export const refusal = (faults: ReadonlyArray<CommandFaults.CommandFault>, language: Sentences.Language): CommandFailed =>
  new CommandFailed({ code: codes.refused, lines: faults.map((fault) => CommandFaults.sentence(fault, language)), faults })

/** The fault of an option whose number lies outside both ends, or of none. */
export const rangeFaults = (option: string, found: number | undefined, minimum: number, maximum: number): ReadonlyArray<CommandFaults.CommandFault> =>
  found === undefined || (found >= minimum && found <= maximum) ? [] : [{ _tag: "OptionOutOfRange", option, found, minimum, maximum }]

/** The fault of an option that gives no day. */
export const dayFaults = (option: string, given: Option.Option<string>): ReadonlyArray<CommandFaults.CommandFault> =>
  Option.isNone(given) || Day.isDay(given.value) ? [] : [{ _tag: "DayRefused", option, found: given.value }]

/** A day given as an option, or today in the west of the country, whose day begins last. */
export const day = (option: string, given: Option.Option<string>, language: Sentences.Language): Effect.Effect<Day.Day, CommandFailed> =>
  Option.isNone(given)
    ? Effect.map(Clock.currentTimeMillis, (now) => Day.at(now, 7))
    : Day.isDay(given.value)
    ? Effect.succeed(given.value)
    : Effect.fail(refusal(dayFaults(option, given), language))

/** The day of which the law is used. */
export const lawDay = Flag.String("on").pipe(
  Flag.optional,
  Flag.withDescription("Hari hukum yang dipakai, YYYY-MM-DD; tanpa ini hari ini / day of the law; today without it")
)

/** How a result is printed. */
export const format = Flag.Literals("format", ["table", "csv", "json"]).pipe(
  Flag.withDefault("table"),
  Flag.withDescription("Bentuk keluaran layar / form of what is printed; json: exact fractions")
)

/** One of the forms of {@link format}. */
export type Format = "table" | "csv" | "json"

/** What of people may be public. */
export const disclosure = Flag.Literals("disclosure", ["as-official-lists", "protected"]).pipe(
  Flag.withDefault("as-official-lists"),
  Flag.withDescription(
    "protected: kebutuhan yang mengungkap data spesifik ditulis khusus, alasan TMS tidak diumumkan / categories that tell specific data shown by a general word, no reasons of the administrative check"
  )
)

/** What follows when the budget has no room. */
export const whenAbove = Flag.Literals("when-above", ["zero-growth", "minus-growth"]).pipe(
  Flag.withDefault("zero-growth"),
  Flag.withDescription("Bila anggaran tidak menanggung: pertumbuhan nol atau minus / when the budget has no room")
)

/** How many posts are shared. */
export const seats = Flag.Int("seats").pipe(
  Flag.withDescription("Jumlah formasi yang dibagi menurut Sainte-Laguë / posts to share among all units and job families"),
  Flag.optional
)

/** The smallest group that is shown. */
export const fewest = (description: string): Flag.Flag<number> =>
  Flag.Int("fewest").pipe(Flag.withDefault(10), Flag.withDescription(description))

/** The fault of an option whose folder is not there. */
export const folderFaults = (option: string, path: string): ReadonlyArray<CommandFaults.CommandFault> =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? [] : [{ _tag: "FolderMissing", option, path }]

/** The fault of a smallest group that protects nobody: in a group of two each knows what the other said. */
export const fewestFaults = (people: number): ReadonlyArray<CommandFaults.CommandFault> =>
  people >= 3 ? [] : [{ _tag: "TooFew", option: "--fewest", found: people, least: 3 }]
