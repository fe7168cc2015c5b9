/**
 * A command line that cannot be read, told in a few lines for every command alike.
 *
 * @since 0.1.0
 */
import { accessSync, constants, statSync, type Stats } from "node:fs"
import { dirname, resolve } from "node:path"
import { Invocations, type Sentences } from "@timbang/language"
import type { Layer } from "effect"
import { type CliError, CliOutput } from "effect/cli"
import * as Options from "./Options.ts"
import * as Screen from "./Screen.ts"

// --- operations ---

/** Says what is wrong with a command line in the language that it asks for, or in both, and where the options are explained. */
export const presenter = (args: ReadonlyArray<string>): Layer.Layer<never> =>
  CliOutput.layerPresenter({
    present: (event) => event._tag === "InvalidInvocation" ? Screen.note(...lines(event, languages(args))) : CliOutput.defaultPresenter.present(event)
  })

const languages = (args: ReadonlyArray<string>): ReadonlyArray<Sentences.Language> => {
  const asked = args.flatMap((arg, at) => arg === "--lang" ? [args[at + 1]] : arg.startsWith("--lang=") ? [arg.slice("--lang=".length)] : [])
  const known = (["id", "en"] as const).filter((language) => asked.includes(language))
  return known.length === 1 ? known : ["id", "en"]
}

const lines = (event: CliOutput.Presenter.InvalidInvocation, languages: ReadonlyArray<Sentences.Language>): ReadonlyArray<string> => [
  ...event.errors.flatMap((error) => {
    const fault = faultOf(error, event)
    return [...new Set(languages.map((language) => Invocations.sentence(fault, language))), ...about(error, event)]
  }),
  `${languages.map((language) => ({ id: "Petunjuk", en: "Help" })[language]).join(" / ")}: ${event.commandPath.join(" ")} --help`
]

// --- what the parser found, as a fault ---

type Event = CliOutput.Presenter.InvalidInvocation

const faultOf = (error: CliError.NonShowHelpErrors, event: Event): Invocations.InvocationFault => {
  const command = event.commandPath.join(" ")
  switch (error._tag) {
    case "UnknownSubcommand":
      return { _tag: "CommandUnknown", found: error.subcommand, command, near: error.suggestions }
    case "UnrecognizedOption":
      return { _tag: "OptionUnknown", option: error.option, command, near: error.suggestions }
    case "MissingOption":
      return { _tag: "OptionNotGiven", option: `--${error.option}` }
    case "MissingArgument":
      return { _tag: "ArgumentNotGiven", argument: `<${error.argument}>` }
    case "UnexpectedArgument":
      return { _tag: "ArgumentsLeft", found: error.arguments, command }
    case "InvalidValue":
      return valueFault(error, event)
    default:
      return { _tag: "Refused", because: error.message }
  }
}

const valueFault = (error: CliError.InvalidValue, event: Event): Invocations.InvocationFault => {
  const { expected, kind, value: found } = error
  const option = kind === "flag" ? `--${error.option}` : `<${error.option}>`
  const type = typeOf(error, event)
  const times = /^(\d+) occurrences$/.exec(found)?.[1]
  if (times !== undefined && expected.startsWith("at most")) return { _tag: "GivenOften", option, times }
  if (kind === "flag" && expected.startsWith("omit the value")) return { _tag: "ValueNotTaken", option, found }
  const accepted = acceptedBy(type, found, expected)
  if (found === "") return { _tag: "ValueNotGiven", option, accepted }
  return isPath(type) ? pathFault(option, found, type) : { _tag: "ValueRefused", option, found, accepted }
}

const typeOf = ({ kind, option }: CliError.InvalidValue, { helpDoc }: Event): string =>
  (kind === "argument" ? helpDoc.args ?? [] : [...helpDoc.flags, ...helpDoc.inheritedFlags ?? [], ...helpDoc.globalFlags ?? []])
    .find(({ name }) => name === option)?.type ?? ""

const isPath = (type: string): boolean => ["path", "file", "directory"].includes(type)

const acceptedBy = (type: string, found: string, expected: string): Invocations.Accepted => {
  if (type === "choice" || /^"[^"]*"( \| "[^"]*")+$/.test(expected)) {
    return { _tag: "OneOf", words: expected.split(" | ").map((word) => word.replace(/^"(.*)"$/, "$1")) }
  }
  switch (type) {
    case "integer":
    case "number": {
      const read = Number(found)
      const isOne = found.trim() !== "" && (type === "integer" ? Number.isSafeInteger(read) : Number.isFinite(read))
      return isOne ? { _tag: "Within", bounds: expected } : { _tag: "Kind", kind: type }
    }
    case "boolean":
      return { _tag: "Kind", kind: "boolean" }
    default:
      return { _tag: "Kind", kind: isPath(type) ? "path" : "text" }
  }
}

const pathFault = (option: string, path: string, type: string): Invocations.InvocationFault => {
  if (seen(path) !== undefined) return { _tag: type === "directory" ? "NoFolder" : "NoFile", option, path }
  const at = blocking(dirname(resolve(path)))
  const code = troubleOf(path)
  if (at === undefined && code !== undefined) return { _tag: "PathTrouble", option, path, code }
  return at === undefined ? { _tag: "PathMissing", option, path } : { _tag: "PathBlocked", option, path, at: Options.shown(at) }
}

/** The nearest thing above a path that is there, when it is no folder that may be opened. */
const blocking = (above: string): string | undefined => {
  const found = seen(above)
  if (found === undefined) return dirname(above) === above ? undefined : blocking(dirname(above))
  return found.isDirectory() && mayOpen(above) ? undefined : above
}

/** What lies at a path; undefined also where no way leads there. */
const seen = (path: string): Stats | undefined => {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

/** Why the system does not follow a path, where that is neither a name that is not there nor a door that is closed. */
const troubleOf = (path: string): string | undefined => {
  try {
    statSync(path)
    return undefined
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException
    return ["ENOENT", "ENOTDIR", "EACCES", "EPERM", ""].includes(code) ? undefined : code
  }
}

const mayOpen = (folder: string): boolean => {
  try {
    accessSync(folder, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** What an option or argument that was not given is for. */
const about = (error: CliError.NonShowHelpErrors, { helpDoc }: Event): ReadonlyArray<string> => {
  const doc = error._tag === "MissingOption"
    ? helpDoc.flags.find(({ name }) => name === error.option)
    : error._tag === "MissingArgument"
    ? helpDoc.args?.find(({ name }) => name === error.argument)
    : undefined
  return doc?.description._tag === "Some" ? [`  ${doc.description.value}`] : []
}
