/**
 * Brings posts asked for to positions, and the law of the day to what is opened.
 *
 * @since 0.1.0
 */
import { Allocation, Apportionment, type Decree, Opening } from "@timbang/core/formation"
import { Fault } from "@timbang/core/input"
import { type Day, LegalSource, Parameter } from "@timbang/core/law"
import type { Sentences } from "@timbang/language"
import { BudgetLaw } from "@timbang/regulations"
import type { AllocationFile, PositionsFile } from "@timbang/source-files"
import { Result } from "effect"
import * as LawInForce from "../LawInForce.ts"

// --- models ---

/** Posts of one position of one unit. */
export type Asked = Omit<Decree.Granted, "granted">

// --- operations ---

/**
 * The posts asked for by position. A row without a position takes the one its unit has in the list of positions; where
 * there are several, the posts are shared among them by their `claim`.
 */
export const byPosition = (
  allocation: AllocationFile.AllocationRead,
  { file, positions }: PositionsFile.PositionsRead,
  method: Apportionment.Method,
  drawn: ReadonlyArray<string>
): Result.Result<ReadonlyArray<Asked>, Fault.InputRefused | Apportionment.Refused | Opening.DrawsOpen> =>
  Result.gen(function* () {
    if (allocation.draws.length > 0) return yield* Result.fail(new Opening.DrawsOpen({ draws: allocation.draws }))
    const faults: Array<Fault.Fault> = []
    const asked: Array<Asked> = []
    const draws: Array<Apportionment.Draw> = []
    for (const { position, row, seats, unit } of allocation.rows) {
      if (position !== undefined) {
        asked.push({ unit, position, asked: seats })
        continue
      }
      const own = positions.filter((each) => each.unit === unit)
      const at = { file: allocation.file, row, column: "unit" }
      if (own.length === 0 && seats > 0) faults.push({ _tag: "NotListed", ...at, found: unit, listedIn: file })
      if (own.length === 1) asked.push({ unit, position: own[0]!.position, asked: seats })
      if (own.length < 2) continue
      const claims = own.map(({ claim = 0, position: each }) => ({ unit: Allocation.nameOf({ unit, position: each }), claim }))
      const names = new Set(claims.map(({ unit: name }) => name))
      const shared = yield* Apportionment.apportion(claims, seats, method, drawn.filter((name) => names.has(name)))
      draws.push(...shared.draws)
      own.forEach(({ position: each }, i) => asked.push({ unit, position: each, asked: shared.seats[i]!.seats }))
    }
    if (faults.length > 0) return yield* Result.fail(new Fault.InputRefused({ file: allocation.file, faults, total: faults.length }))
    return draws.length > 0 ? yield* Result.fail(new Opening.DrawsOpen({ draws })) : asked
  })

/** The names a draw of {@link byPosition} may have, those of units whose posts are shared among several positions. */
export const splitNames = (allocation: AllocationFile.AllocationRead, { positions }: PositionsFile.PositionsRead): ReadonlySet<string> => {
  const units = new Set(allocation.rows.filter(({ position }) => position === undefined).map(({ unit }) => unit))
  return new Set(positions.flatMap(({ position, unit }) => (unit !== undefined && units.has(unit) ? [Allocation.nameOf({ unit, position })] : [])))
}

/** What may be opened on a day, with the numbers of it that nobody has verified. */
export const rulesOn = (
  day: Day.Day,
  agencyKind: string,
  lang: Sentences.Language
): Result.Result<{ readonly rules: Opening.Rules; readonly unverified: ReadonlyArray<string> }, Parameter.NotInForce> =>
  Result.gen(function* () {
    const categories = yield* Parameter.at(BudgetLaw.openCategories, day)
    const shares = yield* Parameter.at(BudgetLaw.reservedShares, day)
    const closed = yield* Parameter.at(BudgetLaw.closedPositions, day)
    const named = [
      [BudgetLaw.openCategories, categories.source],
      [BudgetLaw.reservedShares, shares.source],
      [BudgetLaw.closedPositions, closed.source]
    ] as const
    return {
      rules: { categories: categories.value[agencyKind] ?? [], shares: shares.value, closedPositions: closed.value },
      unverified: named.flatMap(([parameter, source]) => (LegalSource.needsWarning(source) ? [`${LawInForce.nameOf(parameter, lang)} (${LegalSource.cite(source)})`] : []))
    }
  })
