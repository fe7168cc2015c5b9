/**
 * `timbang eligibility`: the administrative check (seleksi administrasi) of applications by facts and findings.
 *
 * @since 0.1.0
 */
import { AdministrativeChecks, Applications, type CommandFaults } from "@timbang/language"
import { CsvWriter } from "@timbang/source-files"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import * as Answer from "../../Answer.ts"
import { codes, EndWith } from "../../Exit.ts"
import * as LayoutOption from "../../LayoutOption.ts"
import * as Options from "../../Options.ts"
import * as Screen from "../../Screen.ts"
import * as EligibilityFolder from "../EligibilityFolder.ts"
import * as EligibilityRun from "../EligibilityRun.ts"
import * as OpenApplications from "../OpenApplications.ts"
import * as Refusal from "../Refusal.ts"
import * as RuleSetSource from "../RuleSetSource.ts"
import * as StandingOption from "../../StandingOption.ts"

/** Most formations, and most open applications, that are shown. */
const most = 50

/** `timbang eligibility`. */
export const eligibility = Command.make("eligibility", {
  rules: Options.rules,
  formations: Options.path("formations").pipe(Flag.withDescription("CSV/XLSX: formation, position, education, location, category, seats")),
  applications: Options.path("applications").pipe(Flag.withDescription("CSV/XLSX/NDJSON lamaran dari SSCASN: applicant, formation, appliedOn, birthDate, ...; nama dan NIK tidak dibaca / applications; names and NIK are not read")),
  findings: Options.path("findings").pipe(Flag.optional, Flag.withDescription("CSV/XLSX/NDJSON temuan verifikator dan supervisor (MS/TMS beserta alasan) / what verifiers and supervisors found")),
  programmes: Options.path("programmes").pipe(Flag.optional, Flag.withDescription("Daftar program studi setiap jabatan menurut instansi / the agency's table of study programmes")),
  register: Options.path("register").pipe(Flag.optional, Flag.withDescription("Lamaran pada pengadaan atau instansi lain, dengan pseudonim / applications elsewhere, by keyed pseudonyms")),
  supply: Options.supply,
  supplySource: Options.supplySource,
  upperLimit: Flag.Literals("upper-limit", ["years-and-no-days", "completed-years"]).pipe(
    Flag.optional,
    Flag.withDescription("Bacaan lain atas batas usia, untuk melihat bedanya; bukan untuk penetapan / the other reading of the limit of age")
  ),
  ...StandingOption.flags,
  disclosure: Options.disclosure,
  afterObjections: Flag.Boolean("after-objections").pipe(
    Flag.withDefault(false),
    Flag.withDescription("Pasca sanggah: usulan dalam proposal.json adalah pengumuman ulang / after objections: what is proposed is the new announcement")
  ),
  applicant: Flag.String("applicant").pipe(
    Flag.optional,
    Flag.withDescription("Satu pelamar beserta semua alasannya, untuk surat kepadanya saja / one applicant with every reason, for the letter to them alone")
  ),
  layout: LayoutOption.flag,
  ...Answer.options
}, (given) =>
  Effect.gen(function*() {
    const { lang } = given
    const faults: ReadonlyArray<CommandFaults.CommandFault> = [
      ...(given.standing === "penetapan" && Option.isSome(given.upperLimit)
        ? [{ _tag: "NotUnder", option: "--upper-limit", choice: "--standing penetapan", instead: "--supply requirements.usia.upperLimit=..." } as const]
        : []),
      ...(Option.isSome(given.applicant) && Option.isSome(given.out) ? [{ _tag: "NotUnder", option: "--applicant", choice: "--out", instead: "private/requirements.csv" } as const] : []),
      ...(given.afterObjections && Option.isNone(given.out) ? [{ _tag: "OptionIdle", option: "--after-objections", only: "--out" } as const] : [])
    ]
    const standing = yield* StandingOption.readBeside(given, faults, lang)
    const ruleSet = yield* RuleSetSource.load(given.rules, given.supply, Option.getOrUndefined(given.supplySource), lang)
    const layouts = yield* LayoutOption.read(given.layout, ["applications", "findings", "formations"], lang)
    const ran = yield* EligibilityRun.run({
      ruleSet,
      formations: given.formations,
      applications: given.applications,
      findings: Option.getOrUndefined(given.findings),
      programmes: Option.getOrUndefined(given.programmes),
      register: Option.getOrUndefined(given.register),
      standing,
      disclosure: given.disclosure,
      upperLimit: Option.getOrUndefined(given.upperLimit),
      layouts,
      lang
    })
    if (Option.isSome(given.applicant)) return yield* one(ran, given.applicant.value, given.applications)
    const files = Option.isSome(given.out) ? yield* EligibilityFolder.write(given.out.value, ran, given.afterObjections) : []
    yield* Screen.note(...ran.notes)
    yield* Screen.print(...shown(ran, given.format))
    if (given.format === "table" && Option.isSome(given.out)) yield* Screen.prose(`${given.out.value}: ${files.join(", ")}`)
    const code = EligibilityRun.codeOf(ran)
    if (code !== codes.done) return yield* Effect.fail(new EndWith({ code }))
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Seleksi administrasi: siapa MS, siapa TMS, dan mengapa / the administrative check: who meets the requirements, and why"),
    Command.withExamples([{
      command: "timbang eligibility --rules cpns-2024 --formations F.xlsx --applications pelamar.xlsx --findings verifikasi.xlsx --out administrasi",
      description: "Daftar untuk diumumkan, yang belum dapat ditetapkan, dan peserta yang lanjut / what may be announced, what is open, and who goes on"
    }])
  )

/** One applicant, with what people wrote. */
const one = (ran: EligibilityRun.Ran, applicant: string, applications: string) => {
  const { lang } = ran.given
  const checked = ran.checked.find((each) => each.applicant === applicant)
  return checked === undefined
    ? Effect.fail(Options.refusal([{ _tag: "ParticipantNotThere", folder: applications, participant: applicant }], lang))
    : Screen.prose(Applications.summary(checked, lang), ...Applications.lines(checked, lang, { quotes: true, reader: "applicant" }).map((line) => `  ${line}`))
}

const shown = (ran: EligibilityRun.Ran, format: Options.Format): ReadonlyArray<string> => {
  const { attention, counts, given: { lang }, result } = ran
  if (format === "csv") return [CsvWriter.text(EligibilityFolder.announcement(ran, lang)).trimEnd()]
  if (format === "json") return [JSON.stringify(jsonOf(ran), null, 2)]
  const words = AdministrativeChecks.phrases(lang)
  const tally = (["eligible", "ineligible", "open"] as const).map((status) => [
    EligibilityRun.terms.codes[status],
    words.meaning[status],
    result.rows.filter(({ code }) => code === EligibilityRun.terms.codes[status]).length
  ])
  const first = attention.slice(0, most)
  const formations = counts.slice(0, most).map(({ applications, eligible, formation, ineligible, open, seats }) => [formation, seats, applications, eligible, ineligible, open])
  const { eligible, ineligible, open } = EligibilityRun.terms.codes
  return [
    Screen.table(words.tally, tally),
    Screen.table([...words.counts, eligible, ineligible, open], formations),
    ...(counts.length > formations.length ? [words.shown(formations.length, counts.length)] : []),
    ...(first.length === 0 ? [] : [Screen.table(words.attention, first.map((row) => OpenApplications.cells(row, lang)))]),
    ...(attention.length > first.length ? [words.shown(first.length, attention.length)] : [])
  ]
}

/** What may be announced, counts, and what is open, without what people wrote. */
const jsonOf = (ran: EligibilityRun.Ran): object => {
  const { attention, counts, digest, given: { lang, ruleSet, standing }, result, unequal } = ran
  return {
    stage: "administrasi",
    standing,
    rules: ruleSet.id,
    disclosure: result.policy,
    digest,
    applicants: result.rows,
    formations: counts,
    open: attention.map(({ of, ...row }) => ({ ...row, kind: of._tag, what: AdministrativeChecks.attention(of, lang) })),
    unequal
  }
}
