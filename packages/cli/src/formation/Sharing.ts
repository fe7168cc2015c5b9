/**
 * Shares posts from claims or from cells, and lays the result out as the files of `timbang allocate`.
 *
 * @since 0.1.0
 */
import { Allocation, Apportionment, SeatSteps } from "@timbang/core/formation"
import { Fraction } from "@timbang/core/number"
import { Formations, type Sentences } from "@timbang/language"
import type { ClaimsFile } from "@timbang/source-files"
import { Result } from "effect"
import type { Grid } from "../Grid.ts"

// --- models ---

/** Posts shared, with what they were shared from. */
export interface Shared {
  /** Units or cells under the names that draws give them. */
  readonly claims: ReadonlyArray<Apportionment.Claim & { readonly place: Place; readonly exact: Fraction.Fraction }>
  readonly outcome: Apportionment.Apportioned
  /** The usulan, when posts were shared among cells. */
  readonly usulan?: Allocation.Allocation
}

/** Where posts stand. */
export interface Place {
  readonly unit: string
  readonly position?: string
}

// --- operations ---

/** Shares posts among claims of files, brought to the same whole numbers. */
export const fromClaims = (
  rows: ReadonlyArray<ClaimsFile.ClaimRow>,
  seats: number,
  method: Apportionment.Method,
  drawn: ReadonlyArray<string>
): Result.Result<Shared, Apportionment.Refused> => {
  const whole = Apportionment.wholeClaims(rows.map(({ claim }) => claim))
  const claims = rows.map(({ claim: exact, max, min, position, unit }, i) => ({
    unit: nameOf({ unit, ...(position === undefined ? {} : { position }) }),
    claim: whole?.[i] ?? Fraction.toNumber(exact),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    place: { unit, ...(position === undefined ? {} : { position }) },
    exact
  }))
  return Result.map(Apportionment.apportion(claims, seats, method, drawn), (outcome) => ({ claims, outcome }))
}

/** Shares a ceiling among cells by gap and priority: the usulan. */
export const fromCells = (
  cells: ReadonlyArray<Allocation.Cell>,
  policy: Allocation.Policy,
  seats: number,
  method: Apportionment.Method,
  drawn: ReadonlyArray<string>
): Result.Result<Shared, Apportionment.Refused | Allocation.CellRefused> =>
  Result.gen(function* () {
    const usulan = yield* Allocation.allocate(cells, policy, seats, method, drawn)
    const exact = usulan.rows.map(({ gap, priority }) => Fraction.multiply(priority, Fraction.make(gap)))
    const whole = Apportionment.wholeClaims(exact)
    const claims = usulan.rows.map(({ gap, min, position, unit }, i) => ({
      unit: Allocation.nameOf({ unit, position }),
      claim: whole?.[i] ?? 0,
      ...(min === undefined ? {} : { min }),
      max: gap,
      place: { unit, position },
      exact: exact[i]!
    }))
    return { claims, usulan, outcome: yield* Apportionment.apportion(claims, usulan.total, method, drawn) }
  })

/** The name that draws give a place. */
export const nameOf = ({ position, unit }: Place): string => (position === undefined ? unit : Allocation.nameOf({ unit, position }))

/** The units that won draws: each value is a name, or several parted by commas. */
export const drawnOf = (given: ReadonlyArray<string>, names: ReadonlySet<string>): ReadonlyArray<string> =>
  given.flatMap((value) => (names.has(value) ? [value] : value.split(",").map((name) => name.trim()).filter((name) => name !== "")))

/** `unit, claim, min, max, seats, draw` in input order, with `position` where posts are shared among positions. */
export const allocationGrid = ({ claims, outcome }: Shared): Grid => {
  const hasPositions = claims.some(({ place }) => place.position !== undefined)
  const group = new Map(outcome.draws.flatMap(({ among, seats }, at) =>
    among.map((unit): readonly [string, string] => [unit, `D${at + 1}:${seats}/${among.length}`])))
  return {
    name: "allocation",
    headers: ["unit", ...(hasPositions ? ["position"] : []), "claim", "min", "max", "seats", "draw"],
    rows: claims.map(({ exact, max = "", min = "", place, unit }, i) => [
      place.unit,
      ...(hasPositions ? [place.position ?? ""] : []),
      numeral(exact),
      min,
      max,
      outcome.seats[i]!.seats,
      group.get(unit) ?? ""
    ])
  }
}

/** Each post with what gave it, in the order of giving. */
export const stepsGrid = ({ claims, outcome }: Shared): Grid => ({
  name: "steps",
  headers: ["place", "unit", "nth", "basis", "by"],
  rows: SeatSteps.of(claims, outcome).map(({ basis, by, nth, place, unit }) => [place, unit, nth, basis, by === undefined ? "" : Fraction.format(by)])
})

/** The usulan: need, people on hand, retirements by year, what is asked and why. */
export const usulanGrid = ({ rows }: Allocation.Allocation, years: ReadonlyArray<number>, lang: Sentences.Language): Grid => ({
  name: "usulan",
  headers: ["unit", "position", "grade", "jobFamily", "need", "onHand", ...years.map((year) => `retiring${year}`), "gap", "asked", "priority", "reason"],
  rows: rows.map((row) => [
    row.unit,
    row.position,
    row.grade,
    row.jobFamily,
    row.need,
    row.onHand,
    ...years.map((year) => row.retirements[year] ?? 0),
    row.gap,
    row.asked,
    numeral(row.priority),
    Formations.reason(row.reason, lang)
  ])
})

/** A decimal where it is one of at most six places, else the fraction. */
const numeral = (exact: Fraction.Fraction): string => {
  const units = Fraction.round(exact, 6, "down")
  if (Fraction.compare(Fraction.make(units, 1_000_000n), exact) !== 0) return Fraction.format(exact)
  const digits = units.toString().padStart(7, "0")
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, "")
}
