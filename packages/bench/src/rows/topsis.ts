/** TOPSIS of 100,000 alternatives by 20 criteria, all checks included, beside a loop without any. */
import { Decision, Topsis } from "@timbang/core/needs"
import { Seeded } from "@timbang/core/number"
import { Result } from "effect"
import { agree, pair, type Row } from "../Row.ts"

const [alternatives, criteria] = [100_000, 20]

const bare = (columns: ReadonlyArray<Float64Array>, isMore: ReadonlyArray<boolean>, weight: number): Float64Array => {
  const n = columns[0]!.length
  const [near, far] = [new Float64Array(n), new Float64Array(n)]
  for (let j = 0; j < columns.length; j++) {
    const column = columns[j]!
    let low = Infinity
    let high = -Infinity
    let squares = 0
    for (let i = 0; i < n; i++) {
      const one = column[i]!
      if (one < low) low = one
      if (one > high) high = one
      squares += one * one
    }
    const factor = weight / Math.sqrt(squares)
    const best = isMore[j]! ? high : low
    const worst = isMore[j]! ? low : high
    for (let i = 0; i < n; i++) {
      const a = (column[i]! - best) * factor
      const b = (column[i]! - worst) * factor
      near[i]! += a * a
      far[i]! += b * b
    }
  }
  for (let i = 0; i < n; i++) {
    const distance = Math.sqrt(far[i]!)
    far[i] = distance / (Math.sqrt(near[i]!) + distance)
  }
  return far
}

export const rows: ReadonlyArray<Row> = [{
  id: "B5",
  work: "TOPSIS 100,000 x 20, all checks",
  peerName: "bare loop without checks",
  run: async () => {
    const generator = Seeded.make(1)
    const names = Array.from({ length: alternatives }, (_, i) => `unit ${i}`)
    const columns = Array.from({ length: criteria }, () => Float64Array.from(names, () => 1 + Seeded.unit(generator)))
    const isMore = columns.map((_, j) => j % 3 !== 0)
    const all = columns.map((figures, j) => ({
      id: `c${j}`,
      direction: isMore[j]! ? "more-is-better" as const : "less-is-better" as const,
      figures
    }))
    const ours = () =>
      Result.getOrThrow(
        Result.flatMap(Decision.make(names, all, { method: "equal" }), (decision) => Topsis.score(decision, "vector"))
      ).similarity
    const peer = () => bare(columns, isMore, 1 / criteria)
    agree("TOPSIS", ours(), peer())
    return pair(ours, peer)
  }
}]
