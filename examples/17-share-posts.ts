/**
 * Sharing posts in proportion, exactly: six methods side by side, a tie that a draw settles, bounds, the pace of change,
 * how sure a number is and what would have moved a post. Regencies and claims are made up.
 *
 * Run: node examples/17-share-posts.ts
 */
import { Apportionment, Pace, PostInterval, SeatChange, SeatSteps } from "@timbang/core/formation"
import { Seeded } from "@timbang/core/number"
import { Result } from "effect"

const claims = [
  { unit: "Hulu", claim: 5117 },
  { unit: "Hilir", claim: 4400 },
  { unit: "Pulau", claim: 162 },
  { unit: "Rawa", claim: 161 },
  { unit: "Bukit", claim: 160 }
]
const seatsOf = <E>(outcome: Result.Result<Apportionment.Apportioned, E>) =>
  Result.getOrThrow(outcome)
    .seats.map(({ seats, unit }) => `${unit} ${seats}`)
    .join(", ")

for (const method of ["sainte-lague", "dhondt", "huntington-hill", "adams", "largest-remainder", "quota"] as const) {
  console.log(`${method}: ${seatsOf(Apportionment.apportion(claims, 100, method))}`)
}
console.log(
  `at least 2, at most 50: ${seatsOf(
    Apportionment.apportion(
      claims.map((claim) => ({ ...claim, min: 2, max: 50 })),
      100,
      "sainte-lague"
    )
  )}`
)

const equal = [
  { unit: "A", claim: 7 },
  { unit: "B", claim: 7 },
  { unit: "C", claim: 3 }
]
const open = Result.getOrThrow(Apportionment.apportion(equal, 4, "sainte-lague"))
for (const { among, seats } of open.draws) console.log(`draw needed: ${seats} post among ${among.join(" and ")}`)
const drawn = Result.getOrThrow(Apportionment.apportion(equal, 4, "sainte-lague", ["B"]))
console.log(`B drawn: ${seatsOf(Result.succeed(drawn))}`)
console.log(
  SeatSteps.of(equal, drawn)
    .map(({ basis, nth, place, unit }) => `${place}. ${unit}${nth} (${basis})`)
    .join(", ")
)

const before = { Hulu: 44, Hilir: 44, Pulau: 4, Rawa: 4, Bukit: 4 }
const pace = { rise: "0.1", fall: "0.25", rounding: "down", atLeast: 1 } as const
console.log(`at a pace of +10 %, -25 %: ${seatsOf(Pace.apportion(claims, before, pace, 100, "sainte-lague"))}`)

const generator = Seeded.make(17)
const runs = Array.from({ length: 1000 }, () =>
  claims.map(({ claim }) => Math.round(claim * (0.75 + Seeded.unit(generator) / 2)))
)
const intervals = Result.getOrThrow(
  PostInterval.across(claims, runs, { total: 100, method: "sainte-lague", coverage: 0.95 })
)
for (const { high, inside, low, runs, unit } of intervals)
  console.log(`${unit}: ${low}-${high} in ${inside} of ${runs} weightings`)

const { gain, loss } = Result.getOrThrow(SeatChange.find(claims, 100, "sainte-lague", "Bukit"))
console.log(
  `Bukit: ${gain?.change} more would win a post from ${gain?.others.join()}; ${loss?.change} less would lose one to ${loss?.others.join()}`
)
