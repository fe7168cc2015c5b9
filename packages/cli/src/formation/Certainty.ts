/**
 * How sure shared posts are: the interval of every place over admissible weightings, and the smallest change that moves a post.
 *
 * @since 0.1.0
 */
import { ClaimSpread, PostInterval, SeatChange, type Apportionment } from "@timbang/core/formation"
import { Fraction } from "@timbang/core/number"
import type { Formations } from "@timbang/language"
import { Result } from "effect"
import type { Grid } from "../Grid.ts"
import type { Shared } from "./Sharing.ts"

// --- models ---

/** The weightings that count as admissible, and the part of them an interval has to hold. */
export interface Weightings extends ClaimSpread.Admissible {
  readonly coverage: number
}

/** The smallest changes of some places, with how many of their whole numbers make one claim. */
export interface Changes {
  readonly found: ReadonlyArray<SeatChange.SeatChange>
  readonly perClaim: bigint
}

// --- operations ---

/**
 * The interval of every place. Posts shared from cells move with the weight of their job family, others each by itself.
 * `watched` goes through the weightings, such as to show progress.
 */
export const intervals = (
  { claims, outcome, usulan }: Shared,
  { coverage, ...admissible }: Weightings,
  watched: <A>(runs: Iterable<A>) => Iterable<A>
): Result.Result<ReadonlyArray<PostInterval.PostInterval>, Formations.Problem> =>
  Result.gen(function* () {
    const weighed = claims.map(({ claim, unit }, i) => ({ claim, weight: usulan === undefined ? unit : usulan.rows[i]!.jobFamily }))
    const runs = yield* ClaimSpread.draw(weighed, admissible)
    return yield* PostInterval.across(claims, watched(runs), { total: outcome.total, method: outcome.method, coverage })
  })

/** The smallest change of each place named, all others unchanged. A draw that was held counts as a thousandth of a claim. */
export const changes = (
  { claims, outcome }: Shared,
  names: ReadonlyArray<string>
): Result.Result<Changes, Formations.Problem> =>
  Result.gen(function* () {
    const largest = claims.reduce((most, { claim }) => Math.max(most, claim), 1)
    const fine = largest <= 2 ** 41 ? 1000 : 1
    const won = new Set(outcome.settled.flatMap(({ drawn }) => drawn))
    const finer = claims.map((claim): Apportionment.Claim => ({
      ...claim,
      claim: claim.claim * fine + (fine > 1 && won.has(claim.unit) ? 1 : 0)
    }))
    const known = claims.find(({ claim }) => claim > 0)
    const whole = known === undefined ? Fraction.one : Fraction.divide(Fraction.make(known.claim), known.exact)
    const found: Array<SeatChange.SeatChange> = []
    for (const name of names) found.push(yield* SeatChange.find(finer, outcome.total, outcome.method, name))
    return { found, perClaim: whole.numerator * BigInt(fine) }
  })

/** `unit, position, seats, low, high, inside, runs, least, most`. */
export const intervalsGrid = ({ claims, outcome }: Shared, found: ReadonlyArray<PostInterval.PostInterval>): Grid => ({
  name: "intervals",
  headers: ["unit", "position", "seats", "low", "high", "inside", "runs", "least", "most"],
  rows: found.map(({ high, inside, least, low, most, runs }, i) => [
    claims[i]!.place.unit,
    claims[i]!.place.position ?? "",
    outcome.seats[i]!.seats,
    low,
    high,
    inside,
    runs,
    least,
    most
  ])
})

/** `unit, position, seats, gain, gainFrom, loss, lossTo`: changes in the unit of the claims; empty where none does it. */
export const changesGrid = ({ claims, outcome }: Shared, { found, perClaim }: Changes): Grid => ({
  name: "seat-changes",
  figures: ["gain", "loss"],
  headers: ["unit", "position", "seats", "gain", "gainFrom", "loss", "lossTo"],
  rows: found.map(({ gain, loss, unit }) => {
    const at = claims.findIndex((claim) => claim.unit === unit)
    const amount = (move: SeatChange.Move | undefined) =>
      move === undefined ? "" : String(Number(Fraction.round(Fraction.make(BigInt(move.change), perClaim), 6, "up")) / 1e6)
    return [
      claims[at]!.place.unit,
      claims[at]!.place.position ?? "",
      outcome.seats[at]!.seats,
      amount(gain),
      gain?.others.join("|") ?? "",
      amount(loss),
      loss?.others.join("|") ?? ""
    ]
  })
})
