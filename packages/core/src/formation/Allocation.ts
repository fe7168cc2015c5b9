/**
 * From needs to what is asked for: posts of every unit and position within the ceiling, by a named policy (usulan).
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import type { LegalSource } from "../law/index.ts"
import { Fraction } from "../number/index.ts"
import * as Apportionment from "./Apportionment.ts"

// --- models ---

/**
 * One position of one unit.
 *
 * @category models
 * @since 0.1.0
 */
export interface Cell {
  /** Puskesmas, school, kecamatan ... */
  readonly unit: string
  /** Name of the position (jabatan). */
  readonly position: string
  /** Class of the position (kelas jabatan). */
  readonly grade: number
  readonly jobFamily: string
  /** Unit: people, whole. */
  readonly need: number
  /** bezetting. Unit: people. */
  readonly onHand: number
  /** People who reach the retirement age, by year. */
  readonly retirements: Readonly<Record<string, number>>
  /** Need score of the unit for this job family, by which its gap weighs. 1 when absent. */
  readonly score?: Fraction.Numeral
  /** Posts the unit must have in any case, such as a staffing minimum not met. */
  readonly min?: number
}

/**
 * The priority policy: a document that says which job families come first.
 *
 * @category models
 * @since 0.1.0
 */
export interface Policy {
  readonly source: LegalSource.LegalSource
  /** Weight of a gap by job family. */
  readonly weights: Readonly<Record<string, Fraction.Numeral>>
  /** Weight of job families that the document does not name. */
  readonly otherwise: Fraction.Numeral
  /** Years whose retirements count, the first of them included. */
  readonly years: ReadonlyArray<number>
}

/**
 * Why a cell asks for so many posts.
 *
 * - `NoGap`: there are enough people. `WholeGap`: all that is missing.
 * - `Ceiling`: less than the gap, because the ceiling does not hold all; its proportional share was `share` posts.
 * - `DrawOpen`: one post more depends on a draw.
 *
 * @category models
 * @since 0.1.0
 */
export type Reason =
  | { readonly _tag: "NoGap" }
  | { readonly _tag: "WholeGap" }
  | { readonly _tag: "Ceiling"; readonly share: Fraction.Fraction }
  | { readonly _tag: "DrawOpen" }

/**
 * One row of the usulan.
 *
 * @category models
 * @since 0.1.0
 */
export interface Asked extends Cell {
  /** need - on hand + retirements of the years, 0 at least. Unit: posts. */
  readonly gap: number
  /** Unit: posts. */
  readonly asked: number
  /** Weight of the policy times the score: what one missing person counts. */
  readonly priority: Fraction.Fraction
  readonly reason: Reason
}

/**
 * The usulan: what is asked for, in the order of the cells, under which ceiling.
 *
 * @category models
 * @since 0.1.0
 */
export interface Allocation {
  readonly rows: ReadonlyArray<Asked>
  /** Unit: posts. What the ceiling or the gaps allow, open draws included. */
  readonly total: number
  readonly ceiling: number
  readonly method: Apportionment.Method
  readonly policy: LegalSource.LegalSource
  /** Draws still needed, among cells named by {@link nameOf}. */
  readonly draws: ReadonlyArray<Apportionment.Draw>
}

// --- errors ---

/**
 * A cell or the policy cannot be used.
 *
 * @category errors
 * @since 0.1.0
 */
export class CellRefused extends Data.TaggedError("CellRefused")<{
  readonly cell: string
  readonly field: string
  readonly found: string
  readonly expected: string
}> {
  override get message(): string {
    return `${this.field} of ${this.cell}: found ${this.found}, expected ${this.expected}`
  }
}

// --- operations ---

/**
 * Shares the posts of a ceiling among all cells, by gap times priority, never more than the gap.
 *
 * **Details**
 *
 * A surplus of one cell never covers the gap of another. A ceiling of 0 or below asks for nothing. Minimums are given
 * first and are part of the gap.
 *
 * **Example** (Room for three of five)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Allocation } from "@timbang/core/formation"
 * const of = (unit: string, jobFamily: string, need: number) => ({ unit, position: jobFamily, grade: 8, jobFamily, need, onHand: 1, retirements: {} })
 * const policy = { source: { instrument: "RKPD (contoh)", confidence: "host" }, weights: { nurse: 2 }, otherwise: 1, years: [2026] } as const
 * const asked = Allocation.allocate([of("Puskesmas A", "nurse", 4), of("Kecamatan B", "clerk", 3)], policy, 3, "sainte-lague")
 * Result.map(asked, ({ rows }) => rows.map(({ asked, gap }) => [gap, asked])) // => Result.succeed([[3, 2], [2, 1]])
 * ```
 *
 * @category allocating
 * @since 0.1.0
 */
export const allocate = (
  cells: ReadonlyArray<Cell>,
  policy: Policy,
  ceiling: number,
  method: Apportionment.Method,
  drawn: ReadonlyArray<string> = []
): Result.Result<Allocation, Apportionment.Refused | CellRefused> =>
  Result.gen(function* () {
    const gaps: Array<number> = []
    const priorities: Array<Fraction.Fraction> = []
    for (const cell of cells) {
      gaps.push(yield* gapOf(cell, policy))
      priorities.push(yield* priorityOf(cell, policy))
    }
    const claims = Apportionment.wholeClaims(
      priorities.map((priority, i) => Fraction.multiply(priority, Fraction.make(gaps[i]!)))
    )
    if (claims === undefined) {
      const refused = {
        cell: "the policy",
        field: "weights",
        found: "too many decimals",
        expected: "weights and scores with fewer decimals"
      }
      return yield* Result.fail(new CellRefused(refused))
    }
    const total = Math.max(
      0,
      Math.min(
        ceiling,
        gaps.reduce((sum, gap, i) => sum + (claims[i]! > 0 ? gap : (cells[i]!.min ?? 0)), 0)
      )
    )
    const rows = cells.map((cell, i) => ({ unit: nameOf(cell), claim: claims[i]!, min: cell.min ?? 0, max: gaps[i]! }))
    const shared = yield* Apportionment.apportion(rows, total, method, drawn)
    const open = new Set(shared.draws.flatMap(({ among }) => among))
    const sum = claims.reduce((all, claim) => all + BigInt(claim), 0n)
    return {
      rows: cells.map((cell, i): Asked => {
        const [asked, gap] = [shared.seats[i]!.seats, gaps[i]!]
        const reason: Reason =
          gap === 0
            ? { _tag: "NoGap" }
            : open.has(nameOf(cell))
              ? { _tag: "DrawOpen" }
              : asked === gap
                ? { _tag: "WholeGap" }
                : {
                    _tag: "Ceiling",
                    share: sum === 0n ? Fraction.zero : Fraction.make(BigInt(claims[i]!) * BigInt(total), sum)
                  }
        return { ...cell, gap, asked, priority: priorities[i]!, reason }
      }),
      total,
      ceiling,
      method,
      policy: policy.source,
      draws: shared.draws
    }
  })

/**
 * The name of a cell in draws: its unit and position.
 *
 * **Example** (A nurse)
 *
 * ```ts
 * import { Allocation } from "@timbang/core/formation"
 * Allocation.nameOf({ unit: "Puskesmas A", position: "Perawat Ahli Pertama" }) // => "Puskesmas A / Perawat Ahli Pertama"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const nameOf = ({ position, unit }: { readonly unit: string; readonly position: string }): string =>
  `${unit} / ${position}`

const gapOf = (cell: Cell, { years }: Policy): Result.Result<number, CellRefused> => {
  const refuse = (field: string, found: number, expected = "a whole number of people, 0 or more") =>
    Result.fail(new CellRefused({ cell: nameOf(cell), field, found: String(found), expected }))
  const retiring = years.map((year) => [`retirements of ${year}`, cell.retirements[year] ?? 0] as const)
  for (const [field, count] of [
    ["need", cell.need],
    ["on hand", cell.onHand],
    ["minimum", cell.min ?? 0],
    ...retiring
  ] as const) {
    if (!Number.isSafeInteger(count) || count < 0) return refuse(field, count)
  }
  const gap = Math.max(0, cell.need - cell.onHand + retiring.reduce((sum, [, count]) => sum + count, 0))
  return (cell.min ?? 0) > gap ? refuse("minimum", cell.min!, `at most the gap, ${gap}`) : Result.succeed(gap)
}

const priorityOf = (cell: Cell, { otherwise, weights }: Policy): Result.Result<Fraction.Fraction, CellRefused> => {
  const [weight, score] = [weights[cell.jobFamily] ?? otherwise, cell.score ?? 1]
  const parsed = Result.all([Fraction.parse(weight), Fraction.parse(score)])
  return Result.isSuccess(parsed) && parsed.success.every(({ numerator }) => numerator >= 0n)
    ? Result.succeed(Fraction.multiply(...parsed.success))
    : Result.fail(
        new CellRefused({
          cell: nameOf(cell),
          field: "weight and score",
          found: `${weight} and ${score}`,
          expected: "numbers, 0 or more"
        })
      )
}
