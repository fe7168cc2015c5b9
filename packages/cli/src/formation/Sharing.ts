/**
 * Shares posts from claims or from cells, and lays the result out as the files of `timbang allocate`.
 *
 * @since 0.1.0
 */
import { Allocation, Apportionment, Pace, SeatSteps, TwoWay } from "@timbang/core/formation"
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
  /** Cells in which several two-way tables are equally proportional. */
  readonly open?: ReadonlyArray<Omit<TwoWay.CellSeats, "seats">>
}

/** How fast posts may change, and the posts before by the name of their place. */
export interface Paced {
  readonly pace: Pace.Pace
  readonly before: Readonly<Record<string, number>>
}

/** Where posts stand. */
export interface Place {
  readonly unit: string
  readonly position?: string
}

// --- operations ---

/** Shares posts among claims of files, brought to the same whole numbers; at a pace where one is given. */
export const fromClaims = (
  rows: ReadonlyArray<ClaimsFile.ClaimRow>,
  seats: number,
  method: Apportionment.Method,
  drawn: ReadonlyArray<string>,
  paced?: Paced
): Result.Result<Shared, Apportionment.Refused | Pace.PaceRefused> =>
  Result.gen(function* () {
    const plain = claimsOf(rows)
    const bounds = paced === undefined ? plain : yield* Pace.bound(plain, paced.before, paced.pace)
    const claims = plain.map((claim, i) => ({ ...claim, ...bounds[i]! }))
    return { claims, outcome: yield* Apportionment.apportion(claims, seats, method, drawn) }
  })

/** Shares posts among units and job families so that both margins hold. `drawn` holds cells as `UNIT / FAMILY=POSTS`. */
export const fromMargins = (
  rows: ReadonlyArray<ClaimsFile.ClaimRow>,
  margins: TwoWay.Margins,
  method: TwoWay.Method,
  drawn: ReadonlyArray<string>
): Result.Result<Shared, Result.Result.Failure<ReturnType<typeof TwoWay.share>>> => {
  const claims = claimsOf(rows)
  const cells = claims.map(({ claim, max, place }) => ({
    unit: place.unit,
    family: place.position ?? "",
    claim,
    ...(max === undefined ? {} : { max })
  }))
  const fixed = drawn.map((text): TwoWay.CellSeats => {
    const at = text.lastIndexOf("=")
    const cell = claims.find(({ unit }) => unit === text.slice(0, at).trim())?.place
    return { unit: cell?.unit ?? text, family: cell?.position ?? "", seats: at < 0 ? Number.NaN : Number(text.slice(at + 1)) }
  })
  return Result.map(TwoWay.share(cells, margins, method, fixed), (outcome) => {
    const table = outcome._tag === "Shared" ? outcome.cells : outcome.example
    const total = table.reduce((sum, { seats }) => sum + seats, 0)
    const seats = claims.map(({ unit }, i) => ({ unit, seats: table[i]!.seats }))
    return {
      claims,
      outcome: { method, total, seats, draws: [], settled: [] },
      ...(outcome._tag === "Shared" ? {} : { open: outcome.open })
    }
  })
}

const claimsOf = (rows: ReadonlyArray<ClaimsFile.ClaimRow>): Shared["claims"] => {
  const whole = Apportionment.wholeClaims(rows.map(({ claim }) => claim))
  return rows.map(({ claim: exact, max, min, position, unit }, i) => {
    const place = { unit, ...(position === undefined ? {} : { position }) }
    return {
      unit: nameOf(place),
      claim: whole?.[i] ?? Fraction.toNumber(exact),
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      place,
      exact
    }
  })
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
export const allocationGrid = ({ claims, open = [], outcome }: Shared): Grid => {
  const hasPositions = claims.some(({ place }) => place.position !== undefined)
  const group = new Map([
    ...outcome.draws.flatMap(({ among, seats }, at) =>
      among.map((unit): readonly [string, string] => [unit, `D${at + 1}:${seats}/${among.length}`])),
    ...open.map(({ family, unit }): readonly [string, string] => [nameOf({ unit, position: family }), "D"])
  ])
  return {
    name: "allocation",
    figures: ["claim"],
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
  figures: ["priority"],
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
