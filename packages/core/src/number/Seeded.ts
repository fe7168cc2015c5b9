/**
 * Chance that can be repeated: the generator xoshiro128** with the seed as an argument.
 *
 * The same seed gives the same numbers on every machine, so that a simulation can be run again by anyone.
 * It is not for secrets.
 *
 * Source: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47(4), 2021; the seed is
 * spread by SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), as its authors advise.
 *
 * @since 0.1.0
 */

// --- models ---

/**
 * A generator. Each call of an operation moves it on; its state is its own.
 *
 * @category models
 * @since 0.1.0
 */
export interface Seeded {
  /** The next 32 random bits. Range: 0 to 2^32 - 1. */
  readonly next: () => number
}

// --- constructors ---

/**
 * A generator from a seed. Range of the seed: 0 to 2^53 - 1, whole.
 *
 * **Details**
 *
 * `stream` gives generators that do not overlap: each stream starts 2^64 numbers after the one before.
 *
 * **Example** (The same seed, the same numbers)
 *
 * ```ts
 * import { Seeded } from "@timbang/core/number"
 * const [one, two] = [Seeded.make(2024), Seeded.make(2024)]
 * Seeded.below(one, 1000) === Seeded.below(two, 1000) // => true
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const make = (seed: number, stream = 0): Seeded => {
  const [a, b] = splitMix64(BigInt(seed), 2)
  return fromState([Number(a! & 0xffffffffn), Number(a! >> 32n), Number(b! & 0xffffffffn), Number(b! >> 32n)], stream)
}

/**
 * A generator from its 128 bits of state, which must not all be zero. For comparing with published test vectors.
 *
 * **Example** (The first numbers of the reference implementation from the state 1, 2, 3, 4)
 *
 * ```ts
 * import { Seeded } from "@timbang/core/number"
 * const generator = Seeded.fromState([1, 2, 3, 4])
 * const first = [generator.next(), generator.next(), generator.next(), generator.next()]
 * first // => [11520, 0, 5927040, 70819200]
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const fromState = (state: readonly [number, number, number, number], stream = 0): Seeded => {
  let [s0, s1, s2, s3] = state
  const next = (): number => {
    const five = Math.imul(s1, 5)
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0
    const t = s1 << 9
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= t
    s3 = (s3 << 11) | (s3 >>> 21)
    return result
  }
  for (let jumps = 0; jumps < stream; jumps++) {
    const to = [0, 0, 0, 0]
    for (const word of jump) {
      for (let bit = 0; bit < 32; bit++) {
        if ((word >>> bit) & 1) {
          to[0]! ^= s0
          to[1]! ^= s1
          to[2]! ^= s2
          to[3]! ^= s3
        }
        next()
      }
    }
    ;[s0, s1, s2, s3] = to as [number, number, number, number]
  }
  return { next }
}

// --- operations ---

/**
 * A number in [0, 1) with 53 random bits.
 *
 * **Example** (In range)
 *
 * ```ts
 * import { Seeded } from "@timbang/core/number"
 * const share = Seeded.unit(Seeded.make(7))
 * share >= 0 && share < 1 // => true
 * ```
 *
 * @category drawing
 * @since 0.1.0
 */
export const unit = (generator: Seeded): number => {
  const high = generator.next() >>> 5
  return (high * 67_108_864 + (generator.next() >>> 6)) / 9_007_199_254_740_992
}

/**
 * A whole number from 0 to `count - 1`, each equally likely. Range of `count`: 1 to 2^32.
 *
 * **Example** (A die)
 *
 * ```ts
 * import { Seeded } from "@timbang/core/number"
 * const die = Seeded.below(Seeded.make(7), 6) + 1
 * die >= 1 && die <= 6 // => true
 * ```
 *
 * @category drawing
 * @since 0.1.0
 */
export const below = (generator: Seeded, count: number): number => {
  // Values past the last whole multiple of `count` would favour the small remainders.
  const limit = 4_294_967_296 - (4_294_967_296 % count)
  let found = generator.next()
  while (found >= limit) found = generator.next()
  return found % count
}

/**
 * A number from the standard normal distribution, by Marsaglia's polar method.
 *
 * **Example** (The mean of many is near zero)
 *
 * ```ts
 * import { Seeded } from "@timbang/core/number"
 * const generator = Seeded.make(7)
 * const all = Array.from({ length: 10_000 }, () => Seeded.normal(generator))
 * Math.abs(all.reduce((sum, one) => sum + one, 0) / 10_000) < 0.05 // => true
 * ```
 *
 * @category drawing
 * @since 0.1.0
 */
export const normal = (generator: Seeded): number => {
  for (;;) {
    const x = 2 * unit(generator) - 1
    const y = 2 * unit(generator) - 1
    const square = x * x + y * y
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square)
  }
}

/**
 * A copy in random order, every order equally likely (Fisher-Yates).
 *
 * **Example** (Nobody is lost)
 *
 * ```ts
 * import { Seeded } from "@timbang/core/number"
 * Seeded.shuffle(Seeded.make(7), ["a", "b", "c"]).toSorted() // => ["a", "b", "c"]
 * ```
 *
 * @category drawing
 * @since 0.1.0
 */
export const shuffle = <A>(generator: Seeded, all: ReadonlyArray<A>): ReadonlyArray<A> => {
  const copy = [...all]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = below(generator, i + 1)
    ;[copy[i], copy[j]] = [copy[j]!, copy[i]!]
  }
  return copy
}

/**
 * The first numbers of SplitMix64 from a seed; what spreads a small seed over the state.
 *
 * **Example** (Published vector of the seed 1234567)
 *
 * ```ts
 * import { Seeded } from "@timbang/core/number"
 * Seeded.splitMix64(1234567n, 2) // => [6457827717110365317n, 3203168211198807973n]
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const splitMix64 = (seed: bigint, count: number): ReadonlyArray<bigint> => {
  const word = (value: bigint) => BigInt.asUintN(64, value)
  return Array.from({ length: count }, (_, i) => {
    let z = word(seed + 0x9e3779b97f4a7c15n * BigInt(i + 1))
    z = word((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n)
    z = word((z ^ (z >> 27n)) * 0x94d049bb133111ebn)
    return z ^ (z >> 31n)
  })
}

const jump = [0x8764000b, 0xf542d2d3, 0x6fa035c3, 0x77f2db5b]
