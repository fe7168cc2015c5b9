/** Sobol indices of the Ishigami function at N = 131,072, with intervals, beside a loop without them. */
import { Sobol } from "@timbang/core/needs"
import { Seeded } from "@timbang/core/number"
import { Result } from "effect"
import { agree, pair, type Row } from "../Row.ts"

const [draws, k] = [131_072, 3]

const ishigami = (at: Float64Array): number => {
  const sine = Math.sin(at[0]!)
  const other = Math.sin(at[1]!)
  const square = at[2]! * at[2]!
  return sine + 7 * other * other + 0.1 * square * square * sine
}

/** The same design and the same two estimators by hand: first and total share of each input. */
const bare = (): Float64Array => {
  const generator = Seeded.make(4)
  const a = new Float64Array(draws * k)
  const b = new Float64Array(draws * k)
  for (let i = 0; i < a.length; i++) a[i] = -Math.PI + Seeded.unit(generator) * 2 * Math.PI
  for (let i = 0; i < b.length; i++) b[i] = -Math.PI + Seeded.unit(generator) * 2 * Math.PI
  const at = new Float64Array(k)
  const ofA = new Float64Array(draws)
  const ofB = new Float64Array(draws)
  let sum = 0
  let squares = 0
  for (let row = 0; row < draws; row++) {
    for (let j = 0; j < k; j++) at[j] = a[row * k + j]!
    ofA[row] = ishigami(at)
    for (let j = 0; j < k; j++) at[j] = b[row * k + j]!
    ofB[row] = ishigami(at)
    sum += ofA[row]! + ofB[row]!
  }
  const mean = sum / (2 * draws)
  for (let row = 0; row < draws; row++) {
    const one = ofA[row]! - mean
    const other = ofB[row]! - mean
    squares += one * one + other * other
  }
  const variance = squares / (2 * draws - 1)
  const shares = new Float64Array(2 * k)
  for (let j = 0; j < k; j++) {
    let first = 0
    let total = 0
    for (let row = 0; row < draws; row++) {
      for (let i = 0; i < k; i++) at[i] = a[row * k + i]!
      at[j] = b[row * k + j]!
      const swapped = ishigami(at)
      const apart = swapped - ofA[row]!
      first += (ofB[row]! - mean) * apart
      total += apart * apart
    }
    shares[2 * j] = first / draws / variance
    shares[2 * j + 1] = total / 2 / draws / variance
  }
  return shares
}

export const rows: ReadonlyArray<Row> = [{
  id: "B7",
  work: "Sobol indices, N = 131,072, 3 inputs, with intervals",
  peerName: "bare loop without intervals",
  run: async () => {
    const inputs = ["x1", "x2", "x3"].map((id) => ({ id, low: -Math.PI, high: Math.PI }))
    const ours = () => Result.getOrThrow(Sobol.analyse(inputs, ishigami, { draws, seed: 4 }))
    const found = (share: Sobol.Share) => (share._tag === "Converged" ? share.share : share.found)
    agree("Sobol", ours().inputs.flatMap(({ first, total }) => [found(first), found(total)]), bare())
    return pair(ours, bare)
  }
}]
