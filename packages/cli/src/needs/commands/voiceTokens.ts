/**
 * `timbang voice tokens`: the codes that proposers and respondents hold.
 *
 * @since 0.1.0
 */
import { Tokens } from "@timbang/portal"
import { Effect } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import * as Options from "../../Options.ts"
import * as PortalForms from "../../publication/PortalForms.ts"
import * as Screen from "../../Screen.ts"

/** The command. */
export const tokens = Command.make("tokens", {
  subjects: Argument.String("subject").pipe(
    Argument.atLeast(1),
    Argument.withDescription("Pengusul seperti pada --forms, atau nomor slip survei / a proposer as --forms names it, or the number of a slip")
  ),
  tokens: Options.path("tokens").pipe(Flag.withDescription("Berkas kunci, mis. dari openssl rand -hex 32 / file of the key")),
  of: Flag.Literals("for", ["usulan", "survei"]).pipe(Flag.withDescription("Untuk mengajukan usulan, atau menjawab survei / to file proposals, or to answer the survey")),
  lang: Options.lang
}, ({ lang, of, subjects, tokens: file }) =>
  Effect.gen(function*() {
    const known = subjects.filter((subject) => !/^[^\s,"]{1,60}$/.test(subject) || /\d{16}/.test(subject))
    if (known.length > 0) return yield* Effect.fail(Options.refusal(known.map((found) => ({ _tag: "OptionMiswritten", option: "<subject>", found: /\d{16}/.test(found) ? "NIK" : found, example: "hulu, 0001" } as const)), lang))
    const key = yield* PortalForms.keyIn(file, lang)
    const made = yield* Effect.promise(() => Promise.all(subjects.map(async (subject) => `${subject},${await Tokens.issue(key, of, subject)}`)))
    yield* Screen.print(["subject,token", ...made].join("\n"))
  })).pipe(
    Command.withDescription("Kode pengusul atau slip survei, sebagai CSV / codes of proposers, or slips of a survey"),
    Command.withExamples([{ command: "timbang voice tokens hulu hilir --for usulan --tokens kunci-kode > kode.csv", description: "Dua pengusul / two proposers" }])
  )
