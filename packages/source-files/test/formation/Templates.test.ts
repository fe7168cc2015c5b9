import {
  AllocationFile,
  BallotsFile,
  CellsFile,
  ClaimsFile,
  type Column,
  DecreeFile,
  PolicyFile,
  PositionsFile,
  DecisionsFile,
  ProposalsFile,
  type Table,
  Template,
  VillagesFile,
  WorkloadFile
} from "@timbang/source-files"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"

type Read = (input: Table.Input) => Effect.Effect<{ readonly corrections: ReadonlyArray<unknown> }, unknown>

const files: ReadonlyArray<readonly [name: string, columns: Column.Columns, read: Read]> = [
  ["claims", ClaimsFile.columns, ClaimsFile.read],
  ["cells", CellsFile.columnsOf([2026]), (input) => CellsFile.read(input, [2026])],
  ["policy", PolicyFile.columns, PolicyFile.read],
  ["allocation", AllocationFile.columns, AllocationFile.read],
  ["positions", PositionsFile.columns, PositionsFile.read],
  ["decree", DecreeFile.columns, DecreeFile.read],
  ["proposals", ProposalsFile.columns, ProposalsFile.read],
  ["ballots", BallotsFile.columns, (input) => BallotsFile.read(input)],
  ["decisions", DecisionsFile.columns, DecisionsFile.read],
  ["villages", VillagesFile.columns, (input) => VillagesFile.read(input)],
  ...WorkloadFile.norms.map((norm) => [`workload-${norm}`, WorkloadFile.columnsOf(norm), (input: Table.Input) => WorkloadFile.read(input, norm)] as const)
]

describe("templates of workload, voices and posts", () => {
  for (const [name, columns, read] of files) {
    it(`${name}: what the template holds is read without a word, as CSV and as XLSX`, async () => {
      const csv = await Effect.runPromise(read({ file: "t.csv", bytes: new TextEncoder().encode(Template.csv(columns)) }))
      expect(csv.corrections).toEqual([])
      await Effect.runPromise(read({ file: "t.xlsx", bytes: await Template.xlsx({ [name]: columns }) }))
    })
  }
})
