/**
 * `timbang needs fetch`: figures of BPS, year by year, each answer kept as it was received.
 *
 * @since 0.1.0
 */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { type CommandFaults, FigureNotes, Fetches } from "@timbang/language"
import { Catalogue, type Client, Download, RegionCode } from "@timbang/source-bps"
import { Effect, Option, Redacted, Stream } from "effect"
import { Command, Flag } from "effect/cli"
import { codes, CommandFailed, EndWith } from "../../Exit.ts"
import * as Options from "../../Options.ts"
import * as ResultFile from "../../report/ResultFile.ts"
import * as Screen from "../../Screen.ts"

/** The environment variable that holds the key of the WebAPI. */
const keyName = "TIMBANG_BPS_KEY"

/** The command. */
export const fetch = Command.make("fetch", {
  domain: Flag.String("domain").pipe(Flag.withDescription("Wilayah BPS, misalnya 1500 / domain of BPS, such as 1500")),
  variable: Flag.Int("variable").pipe(Flag.optional, Flag.withDescription("Nomor variabel BPS; tanpa ini: daftarnya / number of the variable; without it: the list")),
  years: Flag.String("years").pipe(Flag.optional, Flag.withDescription("Tahun, dipisah koma; tanpa ini semua / years, parted by commas; all without it")),
  base: Flag.String("base").pipe(Flag.optional, Flag.withDescription("Alamat WebAPI lain / another address of the WebAPI")),
  lang: Options.lang,
  out: Options.outFolder.pipe(Flag.optional)
}, (given) =>
  Effect.gen(function*() {
    const { domain, lang } = given
    const years = Option.map(given.years, (text) => text.split(",").map((year) => year.trim()))
    const key = process.env[keyName] ?? ""
    const faults: Array<CommandFaults.CommandFault> = [
      ...(/^\d{4}$/.test(domain) ? [] : [{ _tag: "OptionMiswritten", option: "--domain", found: domain, example: "--domain 1500" } as const]),
      ...Option.getOrElse(years, () => []).filter((year) => !/^\d{4}$/.test(year)).map((found) => ({ _tag: "OptionMiswritten", option: "--years", found, example: "--years 2023,2024" } as const)),
      ...(Option.isSome(given.variable) && Option.isNone(given.out) ? [{ _tag: "OptionAbsent", option: "--out", example: "--out data" } as const] : []),
      ...(key === "" ? [{ _tag: "EnvironmentMissing", name: keyName, holds: "bps-key" } as const] : [])
    ]
    if (faults.length > 0) return yield* Effect.fail(Options.refusal(faults, lang))
    const settings: Client.Settings = { key: Redacted.make(key), ...Option.match(given.base, { onNone: () => ({}), onSome: (base) => ({ base }) }) }
    const inWords = Effect.mapError((error: Catalogue.ListError) => new CommandFailed({ code: codes.refused, lines: [Fetches.problem(error, lang)] }))
    if (Option.isNone(given.variable) || Option.isNone(given.out)) {
      const found = yield* inWords(Stream.runCollect(Catalogue.variables(settings, domain)))
      return yield* Screen.print(Screen.table(Fetches.headings(lang), found.map(({ title, unit, variable }) => [variable, title, unit])))
    }
    const out = given.out.value
    const variable = given.variable.value
    yield* Effect.tryPromise({ try: () => mkdir(out, { recursive: true }), catch: (error) => ResultFile.trouble(out, error, lang) })
    const wanted = { domain, variable, indicator: String(variable), ...Option.match(years, { onNone: () => ({}), onSome: (list) => ({ years: list.map(Number) }) }) }
    let missing = 0
    yield* Download.steps(settings, wanted, keptIn(out), RegionCode.jambi).pipe(
      Stream.runForEach((step) => Effect.gen(function*() {
        const notes = step._tag === "Missing" ? [step.note] : step.notes
        if (step._tag === "Missing") missing++
        else yield* Screen.print(Fetches.line(step.fetched.file, step.fetched.reading.figures.length, step.fetched.isKept, lang))
        yield* Screen.note(...notes.map((note) => FigureNotes.line(note, lang)))
      })),
      inWords
    )
    if (missing > 0) return yield* Effect.fail(new EndWith({ code: codes.unsure }))
  })).pipe(
    Command.withDescription(`Mengambil angka BPS tahun demi tahun; dapat dilanjutkan; kunci dari ${keyName} / fetch figures of BPS, goes on where it stopped`),
    Command.withExamples([{ command: "timbang needs fetch --domain 1500 --variable 624 --years 2023,2024 --out data", description: "Garis kemiskinan; dibaca sebagai bps-webapi / the poverty line" }])
  )

/** Answers as files: one that is there is whole, because it got its name last. */
const keptIn = (folder: string): Download.Kept => ({
  get: (name) => Effect.promise(() => readFile(join(folder, name), "utf8").then(Option.some, () => Option.none())),
  put: (name, text) => Effect.promise(async () => {
    const path = join(folder, name)
    await writeFile(`${path}.part`, text)
    await rename(`${path}.part`, path)
  })
})
