/**
 * Adjustments of the next needs round as a table: one row for each reason of each adjustment.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import type { NeedAdjustment } from "@timbang/core/needs"
import { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Sheet from "../Sheet.ts"
import * as Table from "../Table.ts"

// --- columns ---

/**
 * The columns. `change` says which of `amount` and `subject` are read:
 *
 * - `PostsCarriedOver`, `PostsWithdrawn`: amount in posts. `ShareOfClaim`: amount as a share, such as -0.1.
 * - `TrainingInstead`: amount in people, subject the competence. `IndicatorToReview`: subject the indicator.
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  round: Column.text({ aliases: ["Seleksi"], need: "cell", sample: "cpns-2024" }),
  unit: Column.text({ aliases: ["Unit Kerja"], need: "cell", sample: "Puskesmas Siulak" }),
  jobFamily: Column.text({ aliases: ["Rumpun Jabatan"], need: "cell", sample: "Bidan" }),
  change: Column.code({
    PostsCarriedOver: ["kebutuhan dialihkan"],
    PostsWithdrawn: ["kebutuhan ditarik"],
    ShareOfClaim: ["bagian kebutuhan"],
    TrainingInstead: ["pelatihan"],
    IndicatorToReview: ["tinjau indikator"]
  }, { aliases: ["Perubahan"], need: "cell" }),
  amount: Column.decimal({ decimals: 6, minimum: -1_000_000, maximum: 1_000_000, aliases: ["Jumlah"], sample: "2" }),
  subject: Column.text({ aliases: ["Perihal"], sample: "" }),
  finding: Column.code({
    "posts-unfilled": [],
    "recruits-left": [],
    "need-still-open": [],
    "need-met": [],
    "need-not-shown": [],
    "competence-below-standard": [],
    "indicator-did-not-foretell": []
  }, { aliases: ["Temuan"], need: "cell" }),
  observed: Column.decimal({ decimals: 6, minimum: -1_000_000_000, aliases: ["Teramati"], need: "cell", sample: "1" }),
  expected: Column.decimal({ decimals: 6, minimum: -1_000_000_000, aliases: ["Diharapkan"], need: "cell", sample: "3" }),
  measuredIn: Column.text({ aliases: ["Satuan"], need: "cell", sample: "posts" }),
  evidence: Column.text({ aliases: ["Bukti"], need: "cell", sample: "evaluation of cpns-2024" })
}

// --- operations ---

/**
 * Adjustments as a sheet.
 *
 * **Example** (Two posts left unfilled)
 *
 * ```ts
 * import { AdjustmentsFile, CsvWriter } from "@timbang/source-files"
 * const reason = { finding: "posts-unfilled", observed: 1, expected: 3, measuredIn: "posts", evidence: "report" } as const
 * const made = [{ round: "cpns-2024", unit: "kerinci", jobFamily: "nurse", change: { _tag: "PostsCarriedOver", posts: 2 }, reasons: [reason] }] as const
 * CsvWriter.text(AdjustmentsFile.sheet(made)).split("\n")[1] // => "cpns-2024,kerinci,nurse,PostsCarriedOver,2,,posts-unfilled,1,3,posts,report"
 * ```
 *
 * @category writing
 * @since 0.1.0
 */
export const sheet = (adjustments: ReadonlyArray<NeedAdjustment.NeedAdjustment>): Sheet.Sheet => {
  const rows = adjustments.flatMap((adjustment) => adjustment.reasons.map((reason) => ({ adjustment, reason })))
  const column = (header: keyof typeof columns, of: (row: (typeof rows)[number]) => string) => Sheet.text(header, rows.map(of))
  return {
    name: "need-adjustments",
    size: rows.length,
    columns: [
      column("round", ({ adjustment }) => adjustment.round),
      column("unit", ({ adjustment }) => adjustment.unit),
      column("jobFamily", ({ adjustment }) => adjustment.jobFamily),
      column("change", ({ adjustment }) => adjustment.change._tag),
      column("amount", ({ adjustment }) => amountOf(adjustment.change)),
      column("subject", ({ adjustment }) => subjectOf(adjustment.change)),
      column("finding", ({ reason }) => reason.finding),
      column("observed", ({ reason }) => numeral(reason.observed)),
      column("expected", ({ reason }) => numeral(reason.expected)),
      column("measuredIn", ({ reason }) => reason.measuredIn),
      column("evidence", ({ reason }) => reason.evidence)
    ]
  }
}

/**
 * Reads adjustments, or fails with every fault of the file. Rows of one cell and change are the reasons of one adjustment.
 *
 * **Example** (One adjustment with one reason)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { AdjustmentsFile } from "@timbang/source-files"
 * const text = "round,unit,jobFamily,change,amount,finding,observed,expected,measuredIn,evidence\nr,u,j,PostsWithdrawn,1,need-met,2,1,people,report\n"
 * const read = await Effect.runPromise(AdjustmentsFile.read({ file: "A.csv", bytes: new TextEncoder().encode(text) }))
 * read.map(({ change }) => change) // => [{ _tag: "PostsWithdrawn", posts: 1 }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read: (input: Table.Input) => Effect.Effect<ReadonlyArray<NeedAdjustment.NeedAdjustment>, Fault.InputRefused> = Effect.fn("AdjustmentsFile.read")(
  function*(input: Table.Input) {
    const { columns: cells, size } = yield* Table.read(input, columns)
    const made = new Map<string, { readonly adjustment: Omit<NeedAdjustment.NeedAdjustment, "reasons">; readonly reasons: Array<NeedAdjustment.Reason> }>()
    for (let i = 0; i < size; i++) {
      const [round, unit, jobFamily] = [cells.round[i]!, cells.unit[i]!, cells.jobFamily[i]!]
      const amount = cells.amount[i] === Column.absentOf(columns.amount) ? 0 : cells.amount[i]! / scale
      const change = changeOf(columns.change.values[cells.change[i]!]!, amount, cells.subject[i]!)
      const key = JSON.stringify([round, unit, jobFamily, change])
      const known = made.get(key) ?? { adjustment: { round, unit, jobFamily, change }, reasons: [] }
      known.reasons.push({
        finding: columns.finding.values[cells.finding[i]!]!,
        observed: cells.observed[i]! / scale,
        expected: cells.expected[i]! / scale,
        measuredIn: cells.measuredIn[i]!,
        evidence: cells.evidence[i]!
      })
      made.set(key, known)
    }
    return [...made.values()].map(({ adjustment, reasons }) => ({ ...adjustment, reasons }))
  }
)

const scale = 1_000_000

/** A number with at most six decimals, none that say nothing. */
const numeral = (number: number): string => String(Number(number.toFixed(6)))

const amountOf = (change: NeedAdjustment.Change): string => {
  switch (change._tag) {
    case "PostsCarriedOver":
    case "PostsWithdrawn":
      return String(change.posts)
    case "ShareOfClaim":
      return String(change.share)
    case "TrainingInstead":
      return String(change.people)
    case "IndicatorToReview":
      return ""
  }
}

const subjectOf = (change: NeedAdjustment.Change): string =>
  change._tag === "TrainingInstead" ? change.competence : change._tag === "IndicatorToReview" ? change.indicator : ""

const changeOf = (tag: NeedAdjustment.Change["_tag"], amount: number, subject: string): NeedAdjustment.Change => {
  switch (tag) {
    case "PostsCarriedOver":
    case "PostsWithdrawn":
      return { _tag: tag, posts: amount }
    case "ShareOfClaim":
      return { _tag: tag, share: String(amount) }
    case "TrainingInstead":
      return { _tag: tag, people: amount, competence: subject }
    case "IndicatorToReview":
      return { _tag: tag, indicator: subject }
  }
}
