/**
 * Filling of seats that a cell's own participants leave empty.
 *
 * @since 0.1.0
 */
import type { Formation } from "../formation/Formation.ts"
import { groupBy } from "./internal/Groups.ts"
import { byText } from "../internal/Order.ts"
import type { LegalSource } from "../law/LegalSource.ts"
import type { Sourced } from "../law/Sourced.ts"
import * as Ranking from "./Ranking.ts"
import type { Decided } from "../law/Decided.ts"
import { plainly } from "./Spelling.ts"

// --- models ---

/**
 * The passes of a round, in order, and how the texts' gaps are closed.
 *
 * @category models
 * @since 0.1.0
 */
export interface Filling extends Decided {
  readonly passes: ReadonlyArray<FillingPass>
  readonly policies: FillingPolicies
}

/**
 * One pass over the empty seats.
 *
 * **Details**
 *
 * An empty seat of a cell whose category fits `into` may go to a participant of another cell of the same agency, position
 * and education, whose category fits `from`, at the same or another location, who sat the whole exam, was not selected and
 * meets the minimums named by `meets`. Best final order first.
 *
 * @category models
 * @since 0.1.0
 */
export interface FillingPass {
  readonly id: string
  readonly title: string
  readonly into: "general" | "reserved" | "any"
  readonly from: "general" | "reserved" | "same-category" | "other-category" | "any"
  readonly location: "same" | "other" | "any"
  /** `general`: the minimums of the general category. `own`: those of the participant's own cell. `none`. */
  readonly meets: Sourced<"general" | "own" | "none">
  /** Kinds of agency that the pass holds for, such as `daerah`; a formation that names none is left out. Absent: every kind. */
  readonly agencyKinds?: ReadonlyArray<string>
  readonly source: LegalSource
}

/**
 * What the texts of the law leave open, closed by name.
 *
 * - `pool`: `all-cells` seats the best participant first wherever a seat fits; `cell-by-cell` fills one cell after another.
 * - `cellOrder`: which of several fitting cells is taken first: by `identifier`, or the one with `most-empty-seats`.
 * - `closing`: `stays-open` keeps an empty cell for later passes; `closes-once-filled-into` closes it after the first pass
 *   that placed anyone in it.
 * - `consent`: `not-asked`, or `asked`: only who is recorded as willing is placed.
 *
 * @category models
 * @since 0.1.0
 */
export interface FillingPolicies {
  readonly pool: Sourced<"all-cells" | "cell-by-cell">
  readonly cellOrder: Sourced<"identifier" | "most-empty-seats">
  readonly closing: Sourced<"stays-open" | "closes-once-filled-into">
  readonly consent: Sourced<"not-asked" | "asked">
}

/**
 * The policies of one run, resolved.
 *
 * @category models
 * @since 0.1.0
 */
export interface ResolvedPolicies {
  readonly pool: "all-cells" | "cell-by-cell"
  readonly cellOrder: "identifier" | "most-empty-seats"
  readonly closing: "stays-open" | "closes-once-filled-into"
  readonly consent: "not-asked" | "asked"
}

/**
 * What filling reads. Columns are by participant, `empty` is by formation.
 *
 * @category models
 * @since 0.1.0
 */
export interface FillingInput {
  readonly passes: ReadonlyArray<{ readonly pass: FillingPass; readonly meets: "general" | "own" | "none" }>
  readonly policies: ResolvedPolicies
  readonly formations: ReadonlyArray<Formation>
  readonly generalCategory: string | undefined
  readonly cell: Int32Array
  /** Rows of those who may be placed: they sat the whole exam and have no seat. */
  readonly available: Int32Array
  readonly meetsGeneral: (row: number) => boolean
  readonly meetsOwn: (row: number) => boolean
  readonly keys: ReadonlyArray<Ranking.Key>
  /** Empty seats of each formation. */
  readonly empty: Int32Array
}

/**
 * Who was placed where, by which pass; and who stands equal before a seat that cannot take them all.
 *
 * @category models
 * @since 0.1.0
 */
export interface Placements {
  /** Formation of the seat, or -1. */
  readonly seat: Int32Array
  /** Position of the pass, counted from 1; 0 for nobody's pass. Set for the undecided too. */
  readonly pass: Uint8Array
  /** Rows of those who stand equal before too few seats. */
  readonly undecided: ReadonlySet<number>
}

// --- operations ---

/**
 * Runs the passes in order over the empty seats.
 *
 * **Details**
 *
 * In one pass, participants are taken best first within each pool of cells of one agency, position and education. Equals
 * are taken together: if the seats they would take are too few, the seats wait for people to settle who gets them, and the
 * equals come back as undecided. Cost: one ranking a pass.
 *
 * **Example** (A reserved participant takes an empty general seat)
 *
 * ```ts
 * import { Filling, Specimen } from "@timbang/core/selection"
 * const general = Specimen.formation
 * const reserved = { ...general, formation: "F2", category: "reserved" }
 * const placed = Filling.run({
 *   passes: [{ pass: Specimen.ruleSet.filling!.passes[0]!, meets: "general" }],
 *   policies: { pool: "all-cells", cellOrder: "identifier", closing: "stays-open", consent: "not-asked" },
 *   formations: [general, reserved],
 *   generalCategory: "general",
 *   cell: Int32Array.of(1),
 *   available: Int32Array.of(0),
 *   meetsGeneral: () => true,
 *   meetsOwn: () => true,
 *   keys: [{ name: "final", column: Int32Array.of(60000), first: "higher", span: 100001 }],
 *   empty: Int32Array.of(1, 0)
 * })
 * placed.seat // => Int32Array.of(0)
 * placed.pass // => Uint8Array.of(1)
 * ```
 *
 * @category filling
 * @since 0.1.0
 */
export const run = (input: FillingInput): Placements => {
  const { available, cell, formations, passes, policies } = input
  const isPlaced = new Set<number>()
  const empty = input.empty.slice()
  const seat = new Int32Array(cell.length).fill(-1)
  const pass = new Uint8Array(cell.length)
  const undecided = new Set<number>()
  const place = (row: number, into: number, at: number): void => {
    seat[row] = into
    pass[row] = at + 1
    isPlaced.add(row)
    empty[into]!--
  }
  const contest = (rows: ReadonlyArray<number>, into: number, at: number): void => {
    for (const row of rows) {
      pass[row] = at + 1
      undecided.add(row)
      isPlaced.add(row)
    }
    empty[into] = 0
  }
  const number = numbering()
  const poolOf = Int32Array.from(formations, ({ agency, education, position }) => number(`${agency ?? ""}|${position}|${education}`))
  const placeOf = Int32Array.from(formations, ({ location }) => number(location))
  passes.forEach(({ meets, pass: rule }, at) => {
    const before = empty.slice()
    const open = formations.map((_, index) => index)
      .filter((index) => empty[index]! > 0 && fitsInto(rule, formations[index]!, input.generalCategory))
    if (open.length === 0) return
    const openPools = groupBy(open, (index) => poolOf[index]!)
    const poolNames = [...openPools.keys()]
    const poolIndex = new Map(poolNames.map((name, index) => [name, index]))
    const poolOfCell = poolOf.map((name) => poolIndex.get(name) ?? -1)
    const isMet = meets === "none" ? () => true : meets === "own" ? input.meetsOwn : input.meetsGeneral
    const eligible = available.filter((row) => poolOfCell[cell[row]!]! >= 0 && !isPlaced.has(row) && isMet(row))
    const ranked = Ranking.rank({
      cell: cell.map((own) => poolOfCell[own]!),
      cells: poolNames.length,
      rows: eligible,
      keys: input.keys
    })
    poolNames.forEach((name, index) => {
      const cells = openPools.get(name)!
      const rows = ranked.order.subarray(ranked.starts[index]!, ranked.starts[index + 1]!)
      const fits = (row: number, into: number): boolean => {
        const own = cell[row]!
        return empty[into]! > 0 && own !== into &&
          (rule.location === "any" || (placeOf[own] === placeOf[into]) === (rule.location === "same")) &&
          fitsFrom(rule, formations[own]!, formations[into]!, input.generalCategory)
      }
      const blocks = [...groupBy(Array.from(rows), (row) => ranked.rank[row]!).values()]
      if (policies.pool === "all-cells") {
        for (const block of blocks) {
          const open = inOrder(cells.filter((into) => empty[into]! > 0), policies, formations, empty)
          if (open.length === 0) break
          const choice = groupBy(block, (row) => open.find((into) => fits(row, into)))
          for (const [into, wanting] of choice) {
            if (into === undefined) continue
            if (wanting.length <= empty[into]!) wanting.forEach((row) => place(row, into, at))
            else contest(wanting, into, at)
          }
        }
      } else {
        for (const into of inOrder(cells, policies, formations, empty)) {
          for (const block of blocks) {
            const wanting = block.filter((row) => !isPlaced.has(row) && fits(row, into))
            if (wanting.length === 0) continue
            if (wanting.length <= empty[into]!) wanting.forEach((row) => place(row, into, at))
            else contest(wanting, into, at)
          }
        }
      }
    })
    if (policies.closing === "closes-once-filled-into") {
      for (const into of open) if (empty[into]! < before[into]!) empty[into] = 0
    }
  })
  return { seat, pass, undecided }
}

/** One number for each name as it is spelled without case, blanks and punctuation. */
const numbering = (): (name: string) => number => {
  const bySpelling = new Map<string, number>()
  const byName = new Map<string, number>()
  return (name) => {
    const known = byName.get(name)
    if (known !== undefined) return known
    const plain = name.split("|").map(plainly).join("|")
    const number = bySpelling.get(plain) ?? bySpelling.size
    bySpelling.set(plain, number)
    byName.set(name, number)
    return number
  }
}

const fitsInto = (rule: FillingPass, into: Formation, general: string | undefined): boolean =>
  (rule.agencyKinds === undefined || (into.agencyKind !== undefined && rule.agencyKinds.includes(into.agencyKind))) &&
  (rule.into === "any" || (into.category === general) === (rule.into === "general"))

const fitsFrom = (rule: FillingPass, own: Formation, into: Formation, general: string | undefined): boolean => {
  switch (rule.from) {
    case "any":
      return true
    case "same-category":
      return own.category === into.category
    case "other-category":
      return own.category !== into.category
    case "general":
      return own.category === general
    case "reserved":
      return own.category !== general
  }
}

const inOrder = (
  cells: ReadonlyArray<number>,
  { cellOrder }: ResolvedPolicies,
  formations: ReadonlyArray<Formation>,
  empty: Int32Array
): ReadonlyArray<number> =>
  [...cells].sort((a, b) =>
    (cellOrder === "most-empty-seats" ? empty[b]! - empty[a]! : 0) || byText(formations[a]!.formation, formations[b]!.formation)
  )
