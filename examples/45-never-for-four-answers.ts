/**
 * An officer is not punished for the noise of four answers: raw order and the officer's own error would both have done so.
 *
 * Run: node examples/45-never-for-four-answers.ts
 */
import { Undefined } from "@timbang/core/number"
import { FairRank, PooledError } from "@timbang/core/performance"
import { Measures } from "@timbang/language"
import { Result } from "effect"

// Eleven officers with sixty answers each on a scale of 25 to 100, and one who has just begun.
const colleagues = Array.from({ length: 11 }, (_, at) => ({ id: `petugas-${at + 1}`, estimate: 80 + (at * 3) % 7 - 3, answers: 60, variance: 90 }))
const beginner = { id: "petugas-12", estimate: 71, answers: 4, variance: 0.5 }
const all = [...colleagues, beginner]
const policy = { tail: "lowest", tailPercent: 25, bar: 0.9, method: "REML" } as const

const naive = Result.getOrThrow(FairRank.compare(all.map(({ answers, estimate, id, variance }) => ({ id, estimate, standardError: Math.sqrt(variance / answers) })), policy, { draws: 10_000, seed: 1 }))
console.log(`with their own error: ${naive.units.filter(({ isFlagged }) => isFlagged).map(({ id }) => id).join(", ")} flagged`)

const prepared = PooledError.prepare(all)
if (Undefined.isUndefined(prepared)) throw new Error(prepared.reason)
for (const { answers, id, missing } of prepared.pending) console.log(`${id}: pending, because ${answers} answers; ${missing} more are needed`)
const fair = Result.getOrThrow(FairRank.compare(prepared.estimates, policy, { draws: 10_000, seed: 1 }))
console.log(Measures.flags(fair, "en"))
