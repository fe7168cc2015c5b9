/**
 * Elections in the `.pb` format of Pabulib: the three blocks META, PROJECTS and VOTES, `;` between fields.
 *
 * Source: D. Stolicki, S. Szufa, N. Talmon, "Pabulib: A participatory budgeting library", 2020.
 *
 * @since 0.1.0
 */
import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import { Fault, type Correction } from "@timbang/core/input"
import { Effect, Result } from "effect"
import * as Column from "../Column.ts"
import { refused } from "../internal/Refused.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * An election as a choice under a budget needs it. Identifiers of voters, their age and the like are not read.
 *
 * @category models
 * @since 0.1.0
 */
export interface PbRead {
  readonly meta: Readonly<Record<string, string>>
  /** Such as `approval`, `cumulative`, `ordinal`. */
  readonly voteType: string
  /** Decimals of the money unit that budget and costs are counted in: 0, or 2 where the file has cents. */
  readonly decimals: 0 | 2
  readonly budget: number
  readonly projects: ReadonlyArray<{ readonly id: string; readonly title: string; readonly cost: number }>
  /** Projects that a ballot names, without those it gives no points. */
  readonly ballots: ReadonlyArray<{ readonly approves: ReadonlyArray<string> }>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly sha256: string
  readonly bytes: number
}

// --- columns ---

const metaColumns = { key: Column.text({ need: "cell" }), value: Column.text({ need: "column" }) }

const projectColumns = {
  project_id: Column.identifier({ need: "cell", isUnique: true }),
  cost: Column.decimal({ decimals: 2, need: "cell" }),
  name: Column.text()
}

const voteColumns = { vote: Column.text({ need: "column" }), points: Column.text() }

const blocks = ["META", "PROJECTS", "VOTES"] as const

// --- operations ---

/**
 * Reads a `.pb` file, or fails with every fault of its three blocks. Rows are counted over the whole file.
 *
 * **Example** (Two projects, two ballots)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { PbFile } from "@timbang/source-files"
 * const lines = ["META", "key;value", "budget;100", "vote_type;approval", "PROJECTS", "project_id;cost;name", "1;60;Well", "2;50;Path", "VOTES", "voter_id;vote", "a;1,2", "b;2"]
 * const bytes = new TextEncoder().encode(lines.join("\n"))
 * const read = await Effect.runPromise(PbFile.read({ file: "E.pb", bytes }))
 * read.budget // => 100
 * read.projects.map(({ id, title }) => [id, title]) // => [["1", "Well"], ["2", "Path"]]
 * read.ballots // => [{ approves: ["1", "2"] }, { approves: ["2"] }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read: (input: Table.Input) => Effect.Effect<PbRead, Fault.InputRefused> = Effect.fn("PbFile.read")(function*(input: Table.Input) {
  const file = typeof input === "string" ? input : input.file
  const bytes = typeof input === "string" ? yield* contentOf(input) : input.bytes
  return yield* Effect.fromResult(parse(file, bytes))
})

const contentOf = (file: string): Effect.Effect<Uint8Array, Fault.InputRefused> =>
  Effect.tryPromise({
    try: () => readFile(file),
    catch: (error) => {
      const code = (error as NodeJS.ErrnoException).code
      const reason = code === "ENOENT" ? "missing" : code === "EISDIR" ? "folder" : code === "EACCES" || code === "EPERM" ? "forbidden" : "failed"
      return refused(file, [{ _tag: "FileNotRead", file, reason }])
    }
  })

const failureOf = <A>(read: Result.Result<A, Fault.InputRefused>): Fault.InputRefused | undefined => (Result.isFailure(read) ? read.failure : undefined)

/** A fault of a block, its rows counted over the whole file. */
const below = (fault: Fault.Fault, lines: number): Fault.Fault => ({
  ...fault,
  ...("row" in fault ? { row: fault.row + lines } : {}),
  ...("firstRow" in fault ? { firstRow: fault.firstRow + lines } : {}),
  ...("otherRow" in fault ? { otherRow: fault.otherRow + lines } : {})
})

const parse = (file: string, bytes: Uint8Array): Result.Result<PbRead, Fault.InputRefused> =>
  Result.gen(function* () {
    // One character a byte, so that blocks can be cut out and decoded by the reader of tables.
    const lines = Buffer.from(bytes).toString("latin1").replace(/^\u00ef\u00bb\u00bf/, "").split(/\r?\n/)
    const starts = blocks.map((name) => lines.findIndex((line) => line.trim() === name))
    if (starts.some((start, i) => start === -1 || (i > 0 && start < starts[i - 1]!))) {
      return yield* Result.fail(refused(file, [{ _tag: "BlocksMissing", file, blocks }]))
    }
    const block = <C extends Column.Columns>(index: number, columns: C) => {
      const start = starts[index]! + 1
      const text = lines.slice(start, starts[index + 1] ?? lines.length).join("\n")
      const table = Table.parse({ file, bytes: Buffer.from(text, "latin1") }, columns, { carriesUnknown: false })
      return Result.mapError(table, ({ faults, total }) =>
        new Fault.InputRefused({ file, faults: faults.map((fault) => below(fault, start)), total }))
    }
    const [metaRead, projectsRead, votesRead] = [block(0, metaColumns), block(1, projectColumns), block(2, voteColumns)]
    const unread = [failureOf(metaRead), failureOf(projectsRead), failureOf(votesRead)].flatMap((read) => read ?? [])
    const metaTable = Result.isSuccess(metaRead) ? metaRead.success : undefined
    const projects = Result.isSuccess(projectsRead) ? projectsRead.success : undefined
    const votes = Result.isSuccess(votesRead) ? votesRead.success : undefined
    const meta = Object.fromEntries(metaTable?.columns.key.map((key, i) => [key, metaTable.columns.value[i]!]) ?? [])
    const faults: Array<Fault.Fault> = unread.flatMap((read) => read.faults)
    const budgetRow = metaTable?.columns.key.indexOf("budget") ?? -1
    const money = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(meta.budget ?? "")
    if (money === null && metaTable !== undefined) {
      const at = { file, row: (metaTable.rows[budgetRow] ?? 1) + starts[0]! + 1, column: "budget" }
      faults.push(budgetRow === -1 ? { _tag: "CellMissing", ...at } : { _tag: "NotANumber", ...at, found: meta.budget! })
    }
    const known = new Set(projects?.columns.project_id)
    const ballots = (votes?.columns.vote ?? []).map((cell, i) => {
      const points = votes!.columns.points[i]!.split(",")
      const list = cell.split(",").map((id) => id.trim())
      const approves = list.filter((id, at) => id !== "" && (points[at] === undefined || points[at] === "" || Number(points[at]) > 0))
      for (const found of approves) {
        if (projects === undefined || known.has(found)) continue
        const at = { file, row: votes!.rows[i]! + starts[2]! + 1, column: "vote" }
        faults.push({ _tag: "NotListed", ...at, found, listedIn: "PROJECTS" })
      }
      return { approves }
    })
    if (metaTable === undefined || projects === undefined || votes === undefined || faults.length > 0) {
      const hidden = unread.reduce((sum, read) => sum + read.total - read.faults.length, 0)
      return yield* Result.fail(new Fault.InputRefused({ file, faults: faults.slice(0, Fault.mostKept), total: faults.length + hidden }))
    }
    const cents = Number(money![1]) * 100 + Number((money![2] ?? "").padEnd(2, "0"))
    const isWhole = cents % 100 === 0 && projects.columns.cost.every((cost) => cost % 100 === 0)
    const inUnits = (amount: number) => (isWhole ? amount / 100 : amount)
    return {
      meta,
      voteType: meta.vote_type ?? "approval",
      decimals: isWhole ? 0 : 2,
      budget: inUnits(cents),
      projects: projects.columns.project_id.map((id, i) => ({
        id,
        title: projects.columns.name[i]!,
        cost: inUnits(projects.columns.cost[i]!)
      })),
      ballots,
      corrections: [metaTable, projects, votes]
        .flatMap(({ corrections }) => corrections)
        .filter(({ _tag }) => _tag !== "UnknownColumn" && _tag !== "Separator" && _tag !== "NoFinalLineEnd"),
      sha256: createHash("sha256").update(bytes).digest("hex"),
      bytes: bytes.length
    }
  })
