/**
 * The weights of a priority policy by job family, as a CSV or XLSX file.
 *
 * @since 0.1.0
 */
import type { Correction, Fault } from "@timbang/core/input"
import { Scaled } from "@timbang/core/number"
import { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * Weights by job family.
 *
 * @category models
 * @since 0.1.0
 */
export interface PolicyRead {
  readonly weights: Readonly<Record<string, string>>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- operations ---

/**
 * The columns of a policy file: `jobFamily` and `weight`.
 *
 * **Example** (Both are needed)
 *
 * ```ts
 * import { PolicyFile } from "@timbang/source-files"
 * Object.keys(PolicyFile.columns) // => ["jobFamily", "weight"]
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  jobFamily: Column.identifier({
    aliases: ["Rumpun Jabatan", "Rumpun"], need: "cell", isUnique: true, sample: "kesehatan"
  }),
  weight: Column.decimal({ aliases: ["Bobot"], decimals: 6, maximum: 1_000_000, need: "cell", sample: "3" })
}

/**
 * Reads a policy file, or fails with every fault of it.
 *
 * **Example** (Nurses count three times)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { PolicyFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("jobFamily,weight\nkesehatan,3\n")
 * const { weights } = await Effect.runPromise(PolicyFile.read({ file: "policy.csv", bytes }))
 * weights // => { kesehatan: "3.000000" }
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read: (input: Table.Input) => Effect.Effect<PolicyRead, Fault.InputRefused> = Effect.fn("PolicyFile.read")(function*(input: Table.Input) {
  const table = yield* Table.read(input, columns)
  const { jobFamily, weight } = table.columns
  const made: PolicyRead = {
    weights: Object.fromEntries(jobFamily.map((family, i) => [family, Scaled.format(weight[i]!, 6)])),
    corrections: table.corrections,
    origin: table.origin
  }
  return made
})
