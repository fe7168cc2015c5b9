/**
 * Poisson and binomial probabilities at real arguments without the cancellation of large logarithms.
 *
 * Source: C. Loader (2000), "Fast and accurate computation of binomial probabilities". The incomplete gamma and beta
 * functions take their leading factor from here, which keeps them accurate for parameters in the millions.
 *
 * @since 0.1.0
 */

const halfLogTwoPi = 0.9189385332046728
const twoPi = 6.283185307179586

/** Natural logarithm of the gamma function of a positive number, by Stirling's series above 16. */
export const logGamma = (x: number): number => {
  let shifted = x
  let product = 1
  while (shifted < 16) {
    product *= shifted
    shifted++
  }
  const value = (shifted - 0.5) * Math.log(shifted) - shifted + halfLogTwoPi + stirlingSeries(shifted)
  return product === 1 ? value : value - Math.log(product)
}

/** What Stirling's formula for `n!` leaves out: `log n! - log(sqrt(2 pi n) (n/e)^n)`. Range: `n > 0`. */
export const stirlingError = (n: number): number =>
  n >= 16 ? stirlingSeries(n) : logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - halfLogTwoPi

/** `x log(x / mean) + mean - x`, half the deviance of a Poisson count; `x` and `mean` positive. */
const deviance = (x: number, mean: number): number => {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x
  const ratio = (x - mean) / (x + mean)
  let sum = (x - mean) * ratio
  let term = 2 * x * ratio
  for (let j = 1; j < 1000; j++) {
    term *= ratio * ratio
    const next = sum + term / (2 * j + 1)
    if (next === sum) return sum
    sum = next
  }
  return sum
}

/** `mean^x e^-mean / Gamma(x + 1)` for real `x >= 0`, `mean >= 0`. */
export const poisson = (x: number, mean: number): number => {
  if (mean === 0) return x === 0 ? 1 : 0
  if (x === 0) return Math.exp(-mean)
  return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(twoPi * x)
}

/** `Gamma(n + 1) / (Gamma(x + 1) Gamma(n - x + 1)) p^x q^(n - x)` for real `0 <= x <= n`; `p + q = 1`, both given. */
export const binomial = (x: number, n: number, p: number, q: number): number => {
  if (p === 0) return x === 0 ? 1 : 0
  if (q === 0) return x === n ? 1 : 0
  if (x === 0) return n === 0 ? 1 : Math.exp(p < 0.1 ? n * Math.log1p(-p) : n * Math.log(q))
  const y = n - x
  if (y === 0) return Math.exp(q < 0.1 ? n * Math.log1p(-q) : n * Math.log(p))
  const correction = stirlingError(n) - stirlingError(x) - stirlingError(y)
  return Math.exp(correction - deviance(x, n * p) - deviance(y, n * q)) * Math.sqrt(n / (twoPi * x * y))
}

const stirlingSeries = (n: number): number => {
  const square = n * n
  return (
    (1 / 12 -
      (1 / 360 -
        (1 / 1260 - (1 / 1680 - (1 / 1188 - (691 / 360360 - 1 / 156 / square) / square) / square) / square) / square) /
        square) /
    n
  )
}
