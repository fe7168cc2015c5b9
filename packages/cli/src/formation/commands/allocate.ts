/**
 * `timbang allocate`: shares posts exactly and in proportion, among units, among positions of units (usulan), or two ways.
 *
 * @since 0.1.0
 */
import { Apportionment } from "@timbang/core/formation"
import { Certainties } from "@timbang/language"
import { Output } from "@timbang/source-files"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import * as AllocateRun from "../AllocateRun.ts"
import * as Answer from "../../Answer.ts"
import * as Grid from "../../Grid.ts"
import * as Options from "../../Options.ts"
import * as Screen from "../../Screen.ts"
import * as Refusal from "../../selection/Refusal.ts"

/** Most rows shown on a screen. */
const mostShown = 50

const part = (name: string, description: string) => Flag.String(name).pipe(Flag.optional, Flag.withMetavar("0.1"), Flag.withDescription(description))

/** The command. */
export const allocate = Command.make("allocate", {
  claims: Options.path("claims").pipe(Flag.atLeast(0), Flag.withDescription("CSV/XLSX: unit, claim, min, max (dua terakhir boleh kosong / the last two may be empty); boleh diulang / may be repeated")),
  cells: Options.path("cells").pipe(Flag.atLeast(0), Flag.withDescription("CSV/XLSX: unit, position, need, onHand, retiringYYYY; menghasilkan usulan / gives the usulan; boleh diulang / may be repeated")),
  margins: Options.path("margins").pipe(Flag.atLeast(0), Flag.withDescription("CSV/XLSX: unit atau/or position, seats; membagi dua arah / shares two ways; boleh diulang / may be repeated")),
  policy: Options.path("policy").pipe(Flag.optional, Flag.withDescription("CSV: jobFamily, weight; kebijakan prioritas / the priority policy")),
  policySource: Flag.String("policy-source").pipe(Flag.optional, Flag.withDescription("Dokumen yang menetapkan prioritas / the document that sets it")),
  years: Flag.String("years").pipe(Flag.withDefault(""), Flag.withDescription("Tahun pensiun yang dihitung, dipisah koma / years whose retirements count")),
  seats: Flag.Int("seats").pipe(Flag.optional, Flag.withDescription("Jumlah formasi yang dibagi; tanpa ini dari --margins atau --budget / posts to share")),
  budget: Options.path("budget").pipe(Flag.optional, Flag.withDescription("CSV/XLSX: item, amount; batas belanja pegawai membatasi formasi / the cap on personnel spending limits the posts")),
  whenAbove: Options.whenAbove,
  on: Flag.String("on").pipe(Flag.optional, Flag.withDescription("Hari hukum untuk --budget; tanpa ini hari ini / day of the law; today without it")),
  method: Flag.Literals("method", Apportionment.methods).pipe(Flag.withDefault("sainte-lague"), Flag.withDescription("Cara membagi / method of apportionment")),
  drawn: Flag.String("drawn").pipe(Flag.atLeast(0), Flag.withMetavar("UNIT,..."), Flag.withDescription("Pemenang undian / units that won the draws; dua arah/two ways: UNIT / JABATAN=FORMASI")),
  previous: Options.path("previous").pipe(Flag.optional, Flag.withDescription("Formasi sebelumnya, allocation.csv: unit, seats / the posts before; dengan/with --pace")),
  pace: part("pace", "Kenaikan dan penurunan terbesar, bagian dari formasi sebelumnya / largest rise and fall, a part of the posts before"),
  paceFall: part("pace-fall", "Penurunan terbesar bila berbeda / largest fall where it differs"),
  paceLeast: Flag.Int("pace-least").pipe(Flag.withDefault(1), Flag.withDescription("Formasi yang selalu boleh naik atau turun / posts that may rise or fall in any case")),
  intervals: Flag.Boolean("intervals").pipe(Flag.withDefault(false), Flag.withDescription("Selang formasi setiap unit / the interval of every unit: intervals.csv")),
  spread: Flag.Finite("spread").pipe(Flag.withDefault(0.25), Flag.withDescription("Pergeseran bobot terbesar, 0 sampai 1 / how far weights move")),
  draws: Flag.Int("draws").pipe(Flag.withDefault(10_000), Flag.withDescription("Banyak pembobotan / number of weightings")),
  seed: Flag.Int("seed").pipe(Flag.withDefault(1), Flag.withDescription("Benih / seed; benih sama, hasil sama / same seed, same result")),
  coverage: Flag.Finite("coverage").pipe(Flag.withDefault(0.95), Flag.withDescription("Bagian pembobotan di dalam selang / part of the weightings an interval holds")),
  explain: Flag.String("explain").pipe(Flag.atLeast(0), Flag.withMetavar("UNIT|all"), Flag.withDescription("Perubahan klaim terkecil yang memindahkan satu formasi / smallest change that moves a post: seat-changes.csv")),
  steps: Flag.Literals("steps", ["auto", "always", "never"]).pipe(Flag.withDefault("auto"), Flag.withDescription(`steps.csv; auto: sampai ${AllocateRun.mostSteps} formasi / up to that many posts`)),
  ...Answer.options
}, (given) =>
  Effect.gen(function*() {
    const { lang } = given
    const ran = yield* AllocateRun.run(given)
    const { changes, grids, intervals, manifest, shared: { usulan } } = ran
    const [allocation] = grids
    if (Option.isSome(given.out)) {
      yield* Output.write(given.out.value, (folder) =>
        Effect.gen(function*() {
          for (const grid of grids) yield* folder.write(`${grid.name}.csv`, Grid.csv(grid))
          yield* folder.write("allocation.xlsx", Grid.workbook(grids))
          yield* folder.write("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`)
        }), (files) => files.includes("allocation.csv"))
    }
    yield* Screen.note(...AllocateRun.notes(ran, lang))
    if (given.format === "json") return yield* Screen.print(JSON.stringify(AllocateRun.data(ran), null, 2))
    if (given.format === "csv") return yield* Screen.print(Grid.show(allocation, "csv"))
    const shown = usulan === undefined ? allocation : grids[1]!
    yield* Screen.print(
      Grid.show({ ...shown, rows: shown.rows.slice(0, mostShown) }, "table"),
      ...(shown.rows.length > mostShown ? [`${mostShown} / ${shown.rows.length}`] : []),
      ...(intervals ?? []).slice(0, mostShown).map((interval) => Certainties.interval(interval, lang)),
      ...(changes?.found ?? []).slice(0, mostShown).flatMap((change) => Certainties.change(change, changes!.perClaim, lang)),
      ...(Option.isSome(given.out) ? [`${given.out.value}: ${[...grids.map(({ name }) => `${name}.csv`), "allocation.xlsx", "manifest.json"].join(", ")}`] : [])
    )
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Membagi formasi secara tepat dan sebanding / share posts exactly and in proportion"),
    Command.withExamples([
      { command: "timbang allocate --claims C.csv --seats 100 --method sainte-lague --out hasil", description: "Menurut klaim setiap unit / by the claims of units" },
      { command: "timbang allocate --claims C.csv --margins M.csv --out hasil", description: "Dua arah: unit dan rumpun jabatan / two ways" },
      { command: "timbang allocate --claims C.csv --seats 100 --previous 2025/allocation.csv --pace 0.1 --intervals --explain all --out hasil", description: "Dengan laju perubahan, selang, dan perubahan terkecil / with a pace, intervals and smallest changes" }
    ])
  )
