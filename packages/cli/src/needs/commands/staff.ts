/**
 * `timbang needs staff`: staff on hand by unit and position, counted from a list of people.
 *
 * @since 0.1.0
 */
import { Workloads } from "@timbang/language"
import { StaffFile } from "@timbang/source-files"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import * as Answer from "../../Answer.ts"
import type { Grid } from "../../Grid.ts"
import * as LayoutOption from "../../LayoutOption.ts"
import * as Options from "../../Options.ts"
import * as Refusal from "../../selection/Refusal.ts"
import { engine } from "../../selection/RunFolder.ts"

/** Years that are counted. */
const span = 5

/** The command. */
export const staff = Command.make("staff", {
  staff: Options.path("staff").pipe(Flag.withDescription("CSV/XLSX/NDJSON, satu baris satu orang: unit, position, birthDate, retirementAge, contractEnds, status; nama, NIP dan NIK tidak dibaca / one row a person")),
  from: Flag.Int("from").pipe(Flag.optional, Flag.withDescription("Tahun pertama; tanpa ini tahun ini / first year; this year without it")),
  layout: LayoutOption.flag,
  ...Answer.options
}, (given) =>
  Effect.gen(function*() {
    const { lang } = given
    const faults = Options.rangeFaults("--from", Option.getOrUndefined(given.from), 1900, 9999)
    if (faults.length > 0) return yield* Effect.fail(Options.refusal(faults, lang))
    const today = yield* Options.day("--on", Option.none(), lang)
    const first = Option.getOrElse(given.from, () => Number(today.slice(0, 4)))
    const years = Array.from({ length: span }, (_, at) => first + at)
    const layouts = yield* LayoutOption.read(given.layout, ["staff"], lang)
    const read = yield* StaffFile.read(given.staff, LayoutOption.of(layouts, "staff"))
    const grid: Grid = {
      name: "staff",
      headers: ["unit", "position", "onHand", ...years.map((year) => `retiring${year}`), ...years.map((year) => `ending${year}`)],
      rows: read.cells.map(({ contractsEnding, onHand, position, retirements, unit }) => [
        unit, position, onHand, ...years.map((year) => retirements[year] ?? 0), ...years.map((year) => contractsEnding[year] ?? 0)
      ])
    }
    yield* Answer.give({
      grids: [grid],
      workbook: "staff",
      manifest: { file: "manifest.json", content: { format: 1, engine, from: first, inputs: [read.origin] } },
      inputs: [read],
      notes: [Workloads.staffCounted(read.cells.reduce((sum, { onHand }) => sum + onHand, 0), read.left, read.withoutRetirement, lang)]
    }, given)
  }).pipe(Refusal.inWords(given.lang))).pipe(
    Command.withDescription("Bezetting setiap unit dan jabatan dari daftar pegawai SIASN / staff on hand, from a list of people"),
    Command.withExamples([{ command: "timbang needs staff --staff siasn.xlsx --from 2026 --out bezetting", description: "staff.csv dibaca needs workload --project / staff.csv is read by needs workload --project" }])
  )
