import {
  Beta,
  Binomial,
  ChiSquare,
  FDistribution,
  GammaFunction,
  Hypergeometric,
  Normal,
  StudentT
} from "@timbang/core/number"
import fc from "fast-check"
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

type Row = ReadonlyArray<number | string>
const { cases } = JSON.parse(readFileSync(new URL("vectors/distributions.json", import.meta.url), "utf8")) as {
  readonly cases: Record<string, ReadonlyArray<Row>>
}

/** Relative distance of a computed number from a 25-digit text. */
const off = (computed: number, wanted: number | string): number => {
  const number = Number(wanted)
  return number === 0 ? Math.abs(computed) : Math.abs(computed - number) / Math.abs(number)
}

/** Worst distance over all rows of a case; `compute` gives one number for each of the last texts of a row. */
const worst = (name: string, compute: (row: ReadonlyArray<number>) => ReadonlyArray<number>): number => {
  let largest = 0
  for (const row of cases[name]!) {
    const texts = row.filter((cell) => typeof cell === "string")
    const computed = compute(row.filter((cell) => typeof cell === "number"))
    expect(computed.length).toBe(texts.length)
    texts.forEach((text, i) => {
      largest = Math.max(largest, off(computed[i]!, text))
    })
  }
  return largest
}

describe("distributions against 25-digit values", () => {
  it("GammaFunction.log", () => {
    for (const [x, text] of cases["logGamma"]!) {
      const error = Math.abs(GammaFunction.log(x as number) - Number(text))
      expect(error / Math.max(1, Math.abs(Number(text))), `x = ${x}`).toBeLessThan(1e-14)
    }
  })
  it("Normal, both tails down to 1e-300", () => {
    expect(worst("normal", ([z]) => [Normal.cdf(z!), Normal.upperTail(z!)])).toBeLessThan(1e-14)
  })
  it("Normal.quantile", () => {
    expect(worst("normalQuantile", ([p]) => [Normal.quantile(p!)])).toBeLessThan(1e-14)
  })
  it("StudentT, both tails", () => {
    expect(worst("studentT", ([t, v]) => [StudentT.cdf(t!, v!), StudentT.upperTail(t!, v!)])).toBeLessThan(1e-12)
  })
  it("ChiSquare, both tails", () => {
    expect(worst("chiSquare", ([x, v]) => [ChiSquare.cdf(x!, v!), ChiSquare.upperTail(x!, v!)])).toBeLessThan(1e-12)
  })
  it("FDistribution, both tails", () => {
    const compute = ([x, a, b]: ReadonlyArray<number>) =>
      [FDistribution.cdf(x!, a!, b!), FDistribution.upperTail(x!, a!, b!)]
    expect(worst("f", compute)).toBeLessThan(1e-12)
  })
  it("Beta, both tails", () => {
    expect(worst("beta", ([x, a, b]) => [Beta.cdf(x!, a!, b!), Beta.upperTail(x!, a!, b!)])).toBeLessThan(1e-12)
  })
  it("Binomial, probability and both tails", () => {
    const compute = ([k, n, p]: ReadonlyArray<number>) =>
      [Binomial.probability(k!, n!, p!), Binomial.cdf(k!, n!, p!), Binomial.upperTail(k!, n!, p!)]
    expect(worst("binomial", compute)).toBeLessThan(1e-12)
  })
  it("Hypergeometric, probability and both tails", () => {
    const compute = ([k, population, marked, drawn]: ReadonlyArray<number>) => {
      const urn = { population: population!, marked: marked!, drawn: drawn! }
      return [Hypergeometric.probability(k!, urn), Hypergeometric.cdf(k!, urn), Hypergeometric.upperTail(k!, urn)]
    }
    expect(worst("hypergeometric", compute)).toBeLessThan(1e-12)
  })
})

describe("printed tables", () => {
  it("Abramowitz and Stegun 1964, tables 26.1, 26.8, 26.9, 26.10", () => {
    expect(Normal.cdf(1)).toBeCloseTo(0.841344746068543, 14)
    expect(Normal.cdf(2)).toBeCloseTo(0.977249868051821, 14)
    expect(ChiSquare.quantile(0.95, 10)).toBeCloseTo(18.307, 4)
    expect(ChiSquare.quantile(0.005, 30)).toBeCloseTo(13.7867, 4)
    expect(FDistribution.quantile(0.95, 4, 6)).toBeCloseTo(4.53, 2)
    expect(StudentT.quantile(0.975, 5)).toBeCloseTo(2.571, 3)
    expect(StudentT.quantile(0.995, 120)).toBeCloseTo(2.617, 3)
  })

  it("Fisher 1935, the lady tasting tea: eight cups, all four right by chance", () => {
    expect(Hypergeometric.probability(4, { population: 8, marked: 4, drawn: 4 })).toBeCloseTo(1 / 70, 15)
  })
})

describe("quantiles undo the distribution function", () => {
  const share = fc.double({ min: 1e-12, max: 1 - 1e-9, noNaN: true })
  const large = fc.double({ min: 1, max: 1e4, noNaN: true })
  const shape = fc.double({ min: 0.1, max: 1e4, noNaN: true })
  // One unit in the last place of a quantile moves its probability by up to a few hundred units in thin tails.
  const agrees = (probability: number, back: number): void => {
    expect(Math.abs(back - probability) / probability).toBeLessThan(5e-12)
  }

  it("Normal", () => {
    fc.assert(fc.property(share, (p) => agrees(p, Normal.cdf(Normal.quantile(p)))))
  })
  it("StudentT", () => {
    fc.assert(fc.property(share, large, (p, v) => agrees(p, StudentT.cdf(StudentT.quantile(p, v), v))))
  })
  it("ChiSquare, where the quantile is a normal number", () => {
    fc.assert(fc.property(share, shape, (p, v) => {
      const x = ChiSquare.quantile(p, v)
      fc.pre(x > 1e-280)
      agrees(p, ChiSquare.cdf(x, v))
    }))
  })
  it("FDistribution", () => {
    fc.assert(fc.property(share, large, large, (p, a, b) => {
      agrees(p, FDistribution.cdf(FDistribution.quantile(p, a, b), a, b))
    }))
  })
  it("Beta, below one half where the share keeps its digits", () => {
    fc.assert(fc.property(share, large, large, (p, a, b) => {
      const x = Beta.quantile(p, a, b)
      fc.pre(x < 0.5)
      agrees(p, Beta.cdf(x, a, b))
    }))
  })
  it("Binomial: the smallest count that reaches it", () => {
    const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    fc.assert(fc.property(share, fc.integer({ min: 1, max: 500 }), chance, (p, n, pi) => {
      const k = Binomial.quantile(p, n, pi)
      expect(Binomial.cdf(k, n, pi)).toBeGreaterThanOrEqual(p * (1 - 1e-12))
      if (k > 0) expect(Binomial.cdf(k - 1, n, pi)).toBeLessThan(p)
    }))
  })
})

describe("ends and exact steps", () => {
  it("probability 0 and 1 give the ends of the range, never NaN", () => {
    expect([Normal.quantile(0), Normal.quantile(1)]).toEqual([-Infinity, Infinity])
    expect([StudentT.quantile(0, 3), StudentT.quantile(1, 3)]).toEqual([-Infinity, Infinity])
    expect([ChiSquare.quantile(0, 3), ChiSquare.quantile(1, 3)]).toEqual([0, Infinity])
    expect([FDistribution.quantile(0, 3, 4), FDistribution.quantile(1, 3, 4)]).toEqual([0, Infinity])
    expect([Beta.quantile(0, 3, 4), Beta.quantile(1, 3, 4)]).toEqual([0, 1])
    expect([Normal.cdf(-Infinity), Normal.cdf(Infinity), StudentT.cdf(Infinity, 2)]).toEqual([0, 1, 1])
    expect([Binomial.quantile(0, 1000, 0.5), Binomial.quantile(1, 1000, 0.5)]).toEqual([0, 1000])
    expect([FDistribution.cdf(Infinity, 1, 2), ChiSquare.cdf(Infinity, 2)]).toEqual([1, 1])
    expect([Binomial.cdf(3, 3, 0.4), Binomial.cdf(-1, 3, 0.4), Binomial.probability(0, 5, 0)]).toEqual([1, 0, 1])
  })
  it("a probability that is exactly a step of the binomial is reached by that step", () => {
    for (let k = 0; k < 10; k++) expect(Binomial.quantile(Binomial.cdf(k, 10, 0.5), 10, 0.5)).toBe(k)
  })
  it("hypergeometric probabilities add up to one and mirror when marked and drawn change places", () => {
    fc.assert(fc.property(fc.nat(60), fc.nat(60), fc.nat(60), (a, b, population) => {
      const [marked, drawn] = [Math.min(a, population), Math.min(b, population)]
      let sum = 0
      for (let k = 0; k <= Math.min(marked, drawn); k++) {
        const one = Hypergeometric.probability(k, { population, marked, drawn })
        expect(one).toBeCloseTo(Hypergeometric.probability(k, { population, marked: drawn, drawn: marked }), 12)
        sum += one
      }
      expect(sum).toBeCloseTo(1, 12)
    }))
  })
})
