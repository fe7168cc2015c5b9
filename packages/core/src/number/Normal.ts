/**
 * The standard normal distribution.
 *
 * Accuracy, tested against 25-digit values: relative error below 1e-14 in each tail down to 1e-300, quantile too.
 * Source: W. J. Cody (1969) below 5.66, Laplace's continued fraction above; M. J. Wichura (1988, AS 241) for the
 * quantile.
 *
 * @since 0.1.0
 */

const sqrtTwoPi = 2.5066282746310007

/**
 * Density at `z`.
 *
 * **Example** (At the mean)
 *
 * ```ts
 * import { Normal } from "@timbang/core/number"
 * Normal.density(0).toFixed(6) // => "0.398942"
 * ```
 *
 * @category distributions
 * @since 0.1.0
 */
export const density = (z: number): number => Math.exp((-z * z) / 2) / sqrtTwoPi

/**
 * Probability of at most `z`. Range: 0 to 1.
 *
 * **Example** (Two and a half percent below)
 *
 * ```ts
 * import { Normal } from "@timbang/core/number"
 * Normal.cdf(-1.96).toFixed(6) // => "0.024998"
 * ```
 *
 * @category distributions
 * @since 0.1.0
 */
export const cdf = (z: number): number => (z <= 0 ? tail(-z) : 1 - tail(z))

/**
 * Probability of more than `z`; keeps its digits where `1 - cdf(z)` would lose them.
 *
 * **Example** (Eight standard deviations)
 *
 * ```ts
 * import { Normal } from "@timbang/core/number"
 * Normal.upperTail(8).toExponential(3) // => "6.221e-16"
 * ```
 *
 * @category distributions
 * @since 0.1.0
 */
export const upperTail = (z: number): number => cdf(-z)

/**
 * The value below which a share `probability` lies. Range of the argument: 0 to 1; the ends give minus and plus
 * infinity.
 *
 * **Example** (The limit of a 95 percent interval)
 *
 * ```ts
 * import { Normal } from "@timbang/core/number"
 * Normal.quantile(0.975).toFixed(6) // => "1.959964"
 * ```
 *
 * @category distributions
 * @since 0.1.0
 */
export const quantile = (probability: number): number => {
  const q = probability - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return (q * polynomial(central, r)) / polynomial(centralBelow, r)
  }
  const smaller = q < 0 ? probability : 1 - probability
  if (smaller <= 0) return q < 0 ? -Infinity : Infinity
  const r = Math.sqrt(-Math.log(smaller))
  const [top, bottom, from] = r <= 5 ? ([middle, middleBelow, 1.6] as const) : ([far, farBelow, 5] as const)
  const size = polynomial(top, r - from) / polynomial(bottom, r - from)
  return q < 0 ? -size : size
}

/** Probability of more than `z`, for `z >= 0`. */
const tail = (z: number): number => {
  if (z <= 0.67448975) {
    const square = z * z
    return 0.5 - (z * polynomial(body, square)) / polynomial(bodyBelow, square)
  }
  // exp(-z²/2) in two factors: the first exact in z rounded to sixteenths, so that large z loses nothing.
  const rounded = Math.trunc(z * 16) / 16
  const exponential = Math.exp((-rounded * rounded) / 2) * Math.exp((-(z - rounded) * (z + rounded)) / 2)
  if (z <= Math.sqrt(32)) return (exponential * polynomial(shoulder, z)) / polynomial(shoulderBelow, z)
  if (z === Infinity) return 0
  let fraction = 0
  for (let k = 40; k >= 1; k--) fraction = k / (z + fraction)
  return exponential / sqrtTwoPi / (z + fraction)
}

/** Coefficients from the constant upwards. */
const polynomial = (coefficients: ReadonlyArray<number>, x: number): number => {
  let sum = 0
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i]!
  return sum
}

const body = [18154.98125334356, 1067.6894854603709, 161.02823106855587, 2.2352520354606837, 0.06568233791820745]
const bodyBelow = [45507.78933502673, 10260.932208618979, 976.0985517377767, 47.202581904688245, 1]
const shoulder = [
  9842.714838383978,
  11602.65143764735,
  6848.190450536283,
  2494.5375852903726,
  597.2702763948002,
  93.50665613217785,
  8.883149794388377,
  0.39894151208813466,
  1.0765576773720192e-8
]
const shoulderBelow = [
  19685.429676859992,
  38912.00328609327,
  34900.95272114598,
  18615.571640885097,
  6485.558298266761,
  1519.3775994075547,
  235.387901782625,
  22.266688044328117,
  1
]
const central = [
  3.3871328727963665,
  133.14166789178438,
  1971.5909503065513,
  13731.69376550946,
  45921.95393154987,
  67265.7709270087,
  33430.57558358813,
  2509.0809287301227
]
const centralBelow = [
  1,
  42.31333070160091,
  687.1870074920579,
  5394.196021424751,
  21213.794301586597,
  39307.89580009271,
  28729.085735721943,
  5226.495278852854
]
const middle = [
  1.4234371107496835,
  4.630337846156546,
  5.769497221460691,
  3.6478483247632045,
  1.2704582524523684,
  0.2417807251774506,
  0.022723844989269184,
  0.0007745450142783414
]
const middleBelow = [
  1,
  2.053191626637759,
  1.6763848301838038,
  0.6897673349851,
  0.14810397642748008,
  0.015198666563616457,
  0.0005475938084995345,
  1.0507500716444169e-9
]
const far = [
  6.657904643501103,
  5.463784911164114,
  1.7848265399172913,
  0.29656057182850487,
  0.026532189526576124,
  0.0012426609473880784,
  0.000027115555687434876,
  2.0103343992922881e-7
]
const farBelow = [
  1,
  0.599832206555888,
  0.1369298809227358,
  0.014875361290850615,
  0.0007868691311456133,
  0.000018463183175100548,
  1.421511758316446e-7,
  2.0442631033899397e-15
]
