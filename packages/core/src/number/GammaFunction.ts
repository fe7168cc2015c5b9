/**
 * The gamma and beta functions, as far as distributions need them.
 *
 * Accuracy, tested against 25-digit values: error below 1e-13 of `max(1, |value|)` for arguments from 1e-3 to 1e9.
 *
 * @since 0.1.0
 */
import * as SaddlePoint from "./internal/SaddlePoint.ts"

/**
 * Natural logarithm of the gamma function. Range: `x > 0`.
 *
 * **Example** (Four factorial)
 *
 * ```ts
 * import { GammaFunction } from "@timbang/core/number"
 * Math.exp(GammaFunction.log(5)).toFixed(9) // => "24.000000000"
 * ```
 *
 * @category functions
 * @since 0.1.0
 */
export const log = (x: number): number => SaddlePoint.logGamma(x)

/**
 * Natural logarithm of the beta function. Range: `a > 0`, `b > 0`.
 *
 * **Example** (One in twelve)
 *
 * ```ts
 * import { GammaFunction } from "@timbang/core/number"
 * Math.exp(-GammaFunction.logBeta(2, 3)).toFixed(9) // => "12.000000000"
 * ```
 *
 * @category functions
 * @since 0.1.0
 */
export const logBeta = (a: number, b: number): number => log(a) + log(b) - log(a + b)

/**
 * Natural logarithm of the number of ways to choose `chosen` of `total`. Range: `0 <= chosen <= total`.
 *
 * **Example** (Two of five)
 *
 * ```ts
 * import { GammaFunction } from "@timbang/core/number"
 * Math.exp(GammaFunction.logChoose(5, 2)).toFixed(9) // => "10.000000000"
 * ```
 *
 * @category functions
 * @since 0.1.0
 */
export const logChoose = (total: number, chosen: number): number =>
  log(total + 1) - log(chosen + 1) - log(total - chosen + 1)
