/**
 * Iterative proportional fitting over cells, and the fit that takes margins out of an error.
 */

interface Margin {
  readonly name: string
  readonly codes: Int32Array
  readonly totals: ReadonlyArray<number>
}

/** Largest relative distance from a margin total that counts as met. */
export const tolerance = 1e-10

/** Rows gathered into cells that are alike in every margin; many margins with many categories keep rows as they are. */
export interface Cells {
  readonly _tag: "Cells"
  readonly cellOf: Int32Array
  readonly weights: Float64Array
  /** Category of each cell, by margin. */
  readonly codes: ReadonlyArray<Int32Array>
}

const mostCells = 1 << 20

/** Gathers rows into cells, or names a code without a total. */
export const cellsOf = <M extends Margin>(
  base: Float64Array,
  margins: ReadonlyArray<M>
): Cells | { readonly _tag: "CodeUnknown"; readonly margin: M; readonly code: number } => {
  const rows = base.length
  for (const margin of margins) {
    const { codes } = margin
    const categories = margin.totals.length
    for (let row = 0; row < rows; row++) {
      const code = codes[row]!
      if (!(code >= 0 && code < categories)) return { _tag: "CodeUnknown", margin, code }
    }
  }
  const size = margins.reduce((product, { totals }) => product * totals.length, 1)
  if (size > mostCells) {
    const cellOf = Int32Array.from(base, (_, row) => row)
    return { _tag: "Cells", cellOf, weights: base, codes: margins.map(({ codes }) => codes) }
  }
  const cellOf = new Int32Array(rows)
  for (const { codes, totals } of margins) {
    const categories = totals.length
    for (let row = 0; row < rows; row++) cellOf[row] = cellOf[row]! * categories + codes[row]!
  }
  const weights = new Float64Array(size)
  for (let row = 0; row < rows; row++) weights[cellOf[row]!]! += base[row]!
  let after = size
  const codes = margins.map(({ totals }) => {
    after /= totals.length
    const step = after
    return Int32Array.from(weights, (_, cell) => Math.floor(cell / step) % totals.length)
  })
  return { _tag: "Cells", cellOf, weights, codes }
}

/** Sum of weights by category. */
export const totalsOf = (weights: Float64Array, codes: Int32Array, categories: number): Float64Array => {
  const totals = new Float64Array(categories)
  for (let cell = 0; cell < weights.length; cell++) totals[codes[cell]!]! += weights[cell]!
  return totals
}

/** Scales the cells to each margin in turn; answers the factor of each cell. */
export const iterate = (
  { codes, weights }: Cells,
  margins: ReadonlyArray<Margin>,
  maximumRounds: number
): { readonly factors: Float64Array; readonly rounds: number; readonly deviation: number } => {
  const raked = weights.slice()
  let deviation = margins.length === 0 ? 0 : Infinity
  let rounds = 0
  while (deviation > tolerance && rounds < maximumRounds) {
    rounds++
    deviation = 0
    margins.forEach(({ totals }, at) => {
      const code = codes[at]!
      const present = totalsOf(raked, code, totals.length)
      const scale = present.map((sum, category) => (sum > 0 ? totals[category]! / sum : 0))
      for (const [category, factor] of scale.entries()) {
        if (totals[category]! > 0) deviation = Math.max(deviation, Math.abs(1 / factor - 1))
      }
      for (let cell = 0; cell < raked.length; cell++) raked[cell]! *= scale[code[cell]!]!
    })
  }
  return { factors: raked.map((weight, cell) => (weights[cell]! > 0 ? weight / weights[cell]! : 0)), rounds, deviation }
}

/** Weighted least squares of the values on the categories of all margins, by sweeping each margin in turn. */
export const fit = (
  { sizes, sums }: { readonly sizes: Float64Array; readonly sums: Float64Array },
  weights: Float64Array,
  margins: ReadonlyArray<Margin>
): Float64Array => {
  const rows = weights.length
  let total = 0
  let sum = 0
  for (let row = 0; row < rows; row++) {
    if (sizes[row]! === 0) continue
    total += weights[row]!
    sum += (weights[row]! * sums[row]!) / sizes[row]!
  }
  const average = sum / total
  const fitted = new Float64Array(rows).fill(average)
  const totals = margins.map(({ codes, totals }) => totalsOf(weights, codes, totals.length))
  let spread = 0
  for (let row = 0; row < rows; row++) {
    if (sizes[row]! > 0) spread += weights[row]! * Math.abs(sums[row]! / sizes[row]! - average)
  }
  for (let round = 0; round < 1000; round++) {
    let moved = 0
    margins.forEach(({ codes, totals: { length } }, at) => {
      const left = new Float64Array(length)
      for (let row = 0; row < rows; row++) {
        const size = sizes[row]!
        if (size > 0) left[codes[row]!]! += weights[row]! * (sums[row]! / size - fitted[row]!)
      }
      for (const each of left) moved += Math.abs(each)
      const step = left.map((sum, category) => (totals[at]![category]! > 0 ? sum / totals[at]![category]! : 0))
      for (let row = 0; row < rows; row++) fitted[row]! += step[codes[row]!]!
    })
    if (moved <= 1e-12 * spread) break
  }
  return fitted
}
