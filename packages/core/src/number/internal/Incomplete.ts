/**
 * Regularised incomplete gamma and beta functions and their inverses; both tails at once, each with its own accuracy.
 *
 * @since 0.1.0
 */
import * as SaddlePoint from "./SaddlePoint.ts"

/** The two tails of a distribution at a point; they add up to one. */
export interface Tails {
  readonly lower: number
  readonly upper: number
}

const tiny = 1e-300
const epsilon = 2 ** -53

/** P(a, x) and Q(a, x). Range: `a > 0`, `x >= 0`. Series below `a + 1`, continued fraction above. */
export const gamma = (a: number, x: number): Tails => {
  if (x === 0) return { lower: 0, upper: 1 }
  if (x === Infinity) return { lower: 1, upper: 0 }
  const factor = SaddlePoint.poisson(a, x)
  if (x < a + 1) {
    let term = 1
    let sum = 1
    for (let k = 1; term > sum * epsilon; k++) {
      term *= x / (a + k)
      sum += term
    }
    const lower = factor * sum
    return { lower, upper: 1 - lower }
  }
  const fraction = lentz(x + 1 - a, (k) => -k * (k - a), (k) => x + 2 * k + 1 - a)
  const upper = (factor * a) / fraction
  return { lower: 1 - upper, upper }
}

/** I_x(a, b) and its complement. Range: `a, b > 0`; `x` and `y = 1 - x` both given, so that no end loses digits. */
export const beta = (a: number, b: number, x: number, y: number): Tails => {
  if (x <= 0) return { lower: 0, upper: 1 }
  if (y <= 0) return { lower: 1, upper: 0 }
  const isLow = x < (a + 1) / (a + b + 2)
  const near = isLow ? betaNear(a, b, x, y) : betaNear(b, a, y, x)
  return isLow ? { lower: near, upper: 1 - near } : { lower: 1 - near, upper: near }
}

/** `x` with P(a, x) = lower, where `lower + upper = 1`. */
export const gammaInverse = (a: number, { lower, upper }: Tails): number => {
  if (lower <= 0) return 0
  if (upper <= 0) return Infinity
  const z = solve(Math.log(a), { lower, upper }, (log) => {
    const x = Math.exp(log)
    return { tails: gamma(a, x), slope: a * SaddlePoint.poisson(a, x) }
  })
  return Math.exp(z)
}

/** `x` and `y = 1 - x` with I_x(a, b) = lower, where `lower + upper = 1`. */
export const betaInverse = (
  a: number,
  b: number,
  { lower, upper }: Tails
): { readonly x: number; readonly y: number } => {
  if (lower <= 0) return { x: 0, y: 1 }
  if (upper <= 0) return { x: 1, y: 0 }
  const z = solve(Math.log(a / b), { lower, upper }, (logit) => {
    const [x, y] = [1 / (1 + Math.exp(-logit)), 1 / (1 + Math.exp(logit))]
    return { tails: beta(a, b, x, y), slope: ((a * b) / (a + b)) * SaddlePoint.binomial(a, a + b, x, y) }
  })
  return { x: 1 / (1 + Math.exp(-z)), y: 1 / (1 + Math.exp(z)) }
}

const betaNear = (a: number, b: number, x: number, y: number): number => {
  const factor = (b / (a + b)) * SaddlePoint.binomial(a, a + b, x, y)
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m < 1_000_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    value *= d * c
    if (Math.abs(d * c - 1) <= 2 * epsilon) break
  }
  return factor * value
}

/** Value of `first + n1/(d1 + n2/(d2 + ...))` by the modified method of Lentz. */
const lentz = (first: number, numerator: (k: number) => number, denominator: (k: number) => number): number => {
  let value = away(first)
  let c = value
  let d = 0
  for (let k = 1; k < 1_000_000; k++) {
    d = 1 / away(denominator(k) + numerator(k) * d)
    c = away(denominator(k) + numerator(k) / c)
    value *= c * d
    if (Math.abs(c * d - 1) <= 2 * epsilon) break
  }
  return value
}

const away = (x: number): number => (Math.abs(x) < tiny ? tiny : x)

/**
 * Newton's method on the logarithm of the smaller tail, kept inside a bracket. On these scales (logarithm, logit) both
 * tails are log-concave, so that a step from the near side never overshoots.
 */
const solve = (
  start: number,
  wanted: Tails,
  at: (z: number) => { readonly tails: Tails; readonly slope: number }
): number => {
  const isLow = wanted.lower <= wanted.upper
  const target = Math.log(isLow ? wanted.lower : wanted.upper)
  let [from, to] = [-745, 709]
  let z = Math.min(Math.max(start, from), to)
  for (let step = 0; step < 200; step++) {
    const { slope, tails } = at(z)
    const tail = isLow ? tails.lower : tails.upper
    const off = Math.log(tail) - target
    if (off === 0) return z
    if (off > 0 === isLow) to = z
    else from = z
    const newton = z - (off * tail) / (isLow ? slope : -slope)
    const next = newton > from && newton < to ? newton : (from + to) / 2
    if (Math.abs(next - z) <= 2 ** -52 * Math.max(1, Math.abs(z))) return next
    z = next
  }
  return z
}
