/**
 * `timbang formations`: what was asked, what the Minister grants, and the formations that are opened (F.csv).
 *
 * @since 0.1.0
 */
import { writeFile } from "node:fs/promises"
import { Apportionment, Decree, Opening } from "@timbang/core/formation"
import { Fault } from "@timbang/core/input"
import { Certainties, Corrections, Formations, type Sentences } from "@timbang/language"
import { AllocationFile, CsvWriter, DecreeFile, PositionsFile } from "@timbang/source-files"
import { Effect, Option, Result } from "effect"
import { Command, Flag } from "effect/cli"
import { codes, CommandFailed } from "../../Exit.ts"
import * as Asking from "../Asking.ts"
import * as Ceiling from "../Ceiling.ts"
import * as Sharing from "../Sharing.ts"
import * as Grid from "../../Grid.ts"
import * as LawInForce from "../../LawInForce.ts"
import * as Options from "../../Options.ts"
import * as ResultFile from "../../report/ResultFile.ts"
import * as Screen from "../../Screen.ts"
import * as Refusal from "../../selection/Refusal.ts"

/** The command. */
export const formations = Command.make("formations", {
  allocation: Options.path("allocation").pipe(Flag.withDescription("allocation.csv dari / of timbang allocate: unit, seats")),
  positions: Options.path("positions").pipe(Flag.withDescription("CSV/XLSX: position, education, asn; unit, location, claim, fitFor, category, seats")),
  decree: Options.path("decree").pipe(Flag.optional, Flag.withDescription("CSV/XLSX penetapan: number, day, position, unit, seats")),
  budget: Options.path("budget").pipe(Flag.optional, Flag.withDescription("CSV/XLSX: item, amount; memeriksa batas belanja pegawai / checks the cap on personnel spending")),
  whenAbove: Options.whenAbove,
  agency: Flag.String("agency").pipe(Flag.withDefault(""), Flag.withDescription("Nama instansi / name of the agency")),
  agencyKind: Flag.Literals("agency-kind", ["daerah", "pusat"]).pipe(Flag.withDefault("daerah")),
  asn: Flag.Literals("asn", ["all", "pns", "pppk"]).pipe(Flag.withDefault("all"), Flag.withDescription("Jenis ASN yang ditulis ke F.csv / kind of civil servant written")),
  method: Flag.Literals("method", Apportionment.methods).pipe(Flag.withDefault("sainte-lague")),
  drawn: Flag.String("drawn").pipe(Flag.atLeast(0), Flag.withMetavar("UNIT / JABATAN,..."), Flag.withDescription("Pemenang undian / cells that won the draws")),
  drawnReserved: Flag.String("drawn-reserved").pipe(
    Flag.atLeast(0),
    Flag.withMetavar("KIND=UNIT / JABATAN"),
    Flag.withDescription("Pemenang undian formasi yang disisihkan / cells that won draws of reserved posts")
  ),
  on: Flag.String("on").pipe(Flag.optional, Flag.withDescription("Hari hukum yang dipakai; tanpa ini tanggal penetapan / day of the law; the decree's without it")),
  format: Options.format,
  lang: Options.lang,
  out: Options.outFile
}, (given) =>
  Effect.gen(function*() {
    const { agencyKind, lang, method } = given
    const allocation = yield* AllocationFile.read(given.allocation)
    const positions = yield* PositionsFile.read(given.positions)
    const decree = Option.isSome(given.decree) ? yield* DecreeFile.read(given.decree.value) : undefined
    const on = Option.isNone(given.on) && decree !== undefined ? decree.decree.day : yield* Options.day("--on", given.on, given.lang)
    const splitNames = Asking.splitNames(allocation, positions)
    const drawn = Sharing.drawnOf(given.drawn, new Set([...splitNames, ...allocation.rows.map(Sharing.nameOf)]))
    const asked = yield* inWords(Asking.byPosition(allocation, positions, method, drawn), lang)
    const distribution: Decree.Distribution = decree === undefined
      ? { decree: { number: "", day: on }, rows: asked.map((row) => ({ ...row, granted: row.asked })), draws: [] }
      : yield* inWords(Decree.distribute(asked, decree.decree, method, drawn.filter((name) => !splitNames.has(name))), lang)
    const budget = Option.isSome(given.budget) ? yield* Ceiling.read(given.budget.value, on, given.whenAbove, lang) : undefined
    const law = Asking.rulesOn(on, agencyKind, lang)
    if (Result.isFailure(law)) return yield* Effect.fail(LawInForce.refusal(law.failure, lang))
    const drawnReserved = yield* reservedOf(given.drawnReserved, lang)
    const reservable = law.success.rules.shares.map(({ category }) => category)
    const strange = Object.keys(drawnReserved).filter((category) => !reservable.includes(category))
    if (strange.length > 0) return yield* Effect.fail(Options.refusal(strange.map((found) => ({ _tag: "OptionUnknown", option: "--drawn-reserved", found, known: reservable })), lang))
    const opened = yield* inWords(
      Opening.open({
        agency: given.agency,
        agencyKind,
        distribution,
        positions: positions.positions,
        special: positions.special,
        withheld: positions.withheld,
        rules: law.success.rules,
        method,
        drawn: drawnReserved
      }),
      lang
    )
    if (opened.draws.length > 0) {
      return yield* refused(...opened.draws.map(({ category, ...draw }) => `${category}: ${Formations.draw(draw, lang)} --drawn-reserved "${category}=${draw.among[0]}"`))
    }
    const written = opened.cells.filter(({ asnKind }) => given.asn === "all" || given.asn === asnKind)
    const fates: Grid.Grid = {
      name: "fates",
      headers: ["unit", "position", "asked", "granted", "opened", "withheldFor"],
      rows: opened.fates.map((fate) => [fate.unit, fate.position, fate.asked, fate.granted, fate.opened, fate.withheldFor ?? ""])
    }
    const { reserved, totals } = opened
    const formations = formationsGrid(written)
    const reservedGrid: Grid.Grid = {
      name: "reserved",
      headers: ["category", "required", "opened"],
      rows: reserved.map((share) => [share.category, share.required, share.opened])
    }
    const content = () => /\.xlsx$/i.test(given.out) ? Grid.workbook([formations, fates, reservedGrid]) : CsvWriter.text(Grid.sheet(formations))
    const isBeyond = budget !== undefined && totals.opened > Math.max(0, budget.ceiling.posts)
    yield* Effect.tryPromise({
      try: () => writeFile(given.out, content(), { flag: "wx" }),
      catch: (error) => ResultFile.trouble(given.out, error, lang)
    })
    yield* Screen.note(
      ...[allocation, positions, ...(decree === undefined ? [] : [decree])]
        .flatMap(({ corrections }) => corrections)
        .map((correction) => Corrections.sentence(correction, lang)),
      ...law.success.unverified.map((name) => Formations.unverified(name, lang)),
      ...(new Set(written.map(({ asnKind }) => asnKind)).size > 1 ? [Formations.bothKinds(lang)] : []),
      ...(decree === undefined ? [Formations.noDecree(lang)] : []),
      ...(budget?.lines ?? []),
      ...(isBeyond ? [Certainties.beyondBudget(totals.opened, Math.max(0, budget.ceiling.posts), lang)] : [])
    )
    if (given.format === "json") {
      return yield* Screen.print(JSON.stringify({ decree: distribution.decree, totals, reserved, ...(budget === undefined ? {} : { budget: budget.record }), fates: opened.fates, formations: written }, null, 2))
    }
    if (given.format === "csv") return yield* Screen.print(Grid.show(fates, "csv"))
    yield* Screen.print(
      Grid.show(fates, "table"),
      Formations.totals(totals, lang),
      ...reserved.map((share) => Formations.reserved(share, lang)),
      given.out
    )
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Rincian formasi yang dibuka: diusulkan, ditetapkan, dibuka / asked, granted, opened"),
    Command.withExamples([{ command: "timbang formations --allocation A.csv --positions POS.csv --decree D.csv --out F.csv", description: "F.csv untuk / for timbang select" }])
  )

/** The formations as `timbang select` reads them, with the kind of civil servant last. */
const formationsGrid = (cells: ReadonlyArray<Opening.OpenedCell>): Grid.Grid => ({
  name: "formations",
  headers: ["formation", "position", "education", "location", "category", "seats", "agency", "agencyKind", "thresholdGroup", "asn"],
  rows: cells.map((cell) => [
    cell.formation,
    cell.position,
    cell.education,
    cell.location,
    cell.category,
    cell.seats,
    cell.agency ?? "",
    cell.agencyKind ?? "",
    cell.thresholdGroup ?? "",
    cell.asnKind
  ])
})

const refused = (...lines: ReadonlyArray<string>) => Effect.fail(new CommandFailed({ code: codes.refused, lines }))

const inWords = <A>(made: Result.Result<A, Formations.Problem | Fault.InputRefused>, lang: "id" | "en"): Effect.Effect<A, CommandFailed | Fault.InputRefused> => {
  if (Result.isSuccess(made)) return Effect.succeed(made.success)
  return made.failure._tag === "InputRefused" ? Effect.fail(made.failure) : refused(Formations.problem(made.failure, lang))
}

const reservedOf = (given: ReadonlyArray<string>, lang: Sentences.Language): Effect.Effect<Readonly<Record<string, ReadonlyArray<string>>>, CommandFailed> => {
  const drawn: Record<string, ReadonlyArray<string>> = {}
  for (const each of given) {
    const at = each.indexOf("=")
    if (at < 1) return Effect.fail(Options.refusal([{ _tag: "OptionMiswritten", option: "--drawn-reserved", found: each, example: 'disabilitas="UNIT / JABATAN"' }], lang))
    const category = each.slice(0, at)
    drawn[category] = [...(drawn[category] ?? []), each.slice(at + 1)]
  }
  return Effect.succeed(drawn)
}
