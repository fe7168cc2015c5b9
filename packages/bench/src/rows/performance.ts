/** Agreement, weighting and fair ranks, each beside a bare loop over typed arrays that only computes the numbers. */
import { Seeded, Undefined } from "@timbang/core/number"
import { Bootstrap, CitizenSurvey, Krippendorff, RankInterval, type RatingTable, SurveyWeights } from "@timbang/core/performance"
import { SurveyLaw } from "@timbang/regulations"
import { Result } from "effect"
import { agree, pair, type Row } from "../Row.ts"

const defined = <A>(answer: A | Undefined.Undefined): A => {
  if (Undefined.isUndefined(answer)) throw new Error(`${answer.quantity}: ${answer.reason}`)
  return answer
}

// --- agreement ---

const table = (units: number, observers: number, categories: number): RatingTable.RatingTable => {
  const generator = Seeded.make(3)
  const values = new Float64Array(units * observers)
  for (let unit = 0; unit < units; unit++) {
    const truth = Seeded.below(generator, categories)
    for (let observer = 0; observer < observers; observer++) {
      const chance = Seeded.unit(generator)
      values[unit * observers + observer] = chance < 0.1 ? NaN : chance < 0.7 ? truth : Seeded.below(generator, categories)
    }
  }
  return { units, observers, values }
}

const bareInterval = ({ observers, units, values }: RatingTable.RatingTable): number => {
  let [observed, ratings, sum, squares] = [0, 0, 0, 0]
  for (let unit = 0; unit < units; unit++) {
    let [count, unitSum, unitSquares] = [0, 0, 0]
    for (let at = unit * observers; at < (unit + 1) * observers; at++) {
      const rating = values[at]!
      if (rating !== rating) continue
      count++
      unitSum += rating
      unitSquares += rating * rating
    }
    if (count < 2) continue
    observed += (2 * (count * unitSquares - unitSum * unitSum)) / (count - 1)
    ratings += count
    sum += unitSum
    squares += unitSquares
  }
  return 1 - ((ratings - 1) * observed) / (2 * (ratings * squares - sum * sum))
}

const bareNominal = ({ observers, units, values }: RatingTable.RatingTable, categories: number): number => {
  const totals = new Float64Array(categories)
  const seen = new Int32Array(categories)
  let [observed, ratings] = [0, 0]
  for (let unit = 0; unit < units; unit++) {
    const [from, to] = [unit * observers, (unit + 1) * observers]
    let [count, equal] = [0, 0]
    for (let at = from; at < to; at++) {
      const rating = values[at]!
      if (rating !== rating) continue
      count++
      equal += seen[rating]!++
    }
    for (let at = from; at < to; at++) {
      const rating = values[at]!
      if (rating !== rating) continue
      seen[rating] = 0
      if (count > 1) totals[rating]!++
    }
    if (count < 2) continue
    observed += (count * (count - 1) - 2 * equal) / (count - 1)
    ratings += count
  }
  let pairs = 0
  for (const total of totals) pairs += total * (total - 1)
  return 1 - ((ratings - 1) * observed) / (ratings * (ratings - 1) - pairs)
}

// --- weighting ---

const bareRaking = (base: Float64Array, margins: ReadonlyArray<SurveyWeights.Margin>, rounds: number): Float64Array => {
  const weights = base.slice()
  for (let round = 0; round < rounds; round++) {
    for (const { codes, totals } of margins) {
      const present = new Float64Array(totals.length)
      for (let row = 0; row < weights.length; row++) present[codes[row]!]! += weights[row]!
      for (let k = 0; k < present.length; k++) present[k] = totals[k]! / present[k]!
      for (let row = 0; row < weights.length; row++) weights[row]! *= present[codes[row]!]!
    }
  }
  return weights
}

const survey = (rows: number): readonly [Float64Array, ReadonlyArray<SurveyWeights.Margin>] => {
  const generator = Seeded.make(5)
  const sizes = [2, 5, 6, 8]
  const margins = sizes.map((size, at): SurveyWeights.Margin => {
    const users = Array.from({ length: size }, (_, k) => 1 + ((k + at) % 3))
    const all = users.reduce((sum, each) => sum + each, 0)
    return {
      name: `m${at}`,
      labels: users.map((_, k) => String(k)),
      totals: users.map((each) => (1_000_000 * each) / all),
      codes: Int32Array.from({ length: rows }, () => Seeded.below(generator, size))
    }
  })
  return [Float64Array.from({ length: rows }, () => 1 + Seeded.unit(generator)), margins]
}

// --- chance ---

const bareBootstrap = (values: Float64Array, draws: number): Float64Array => {
  const generator = Seeded.make(7)
  const means = new Float64Array(draws)
  for (let draw = 0; draw < draws; draw++) {
    let sum = 0
    for (let at = 0; at < values.length; at++) sum += values[Math.floor((generator.next() * values.length) / 4_294_967_296)]!
    means[draw] = sum / values.length
  }
  return means.sort()
}

const bareRanks = (means: Float64Array, errors: Float64Array, draws: number): Float64Array => {
  const size = means.length
  const generator = Seeded.make(11)
  const [values, sorted] = [new Float64Array(size), new Float64Array(size)]
  const counts = new Uint32Array(size * size)
  for (let draw = 0; draw < draws; draw++) {
    for (let at = 0; at < size; at++) values[at] = means[at]! + errors[at]! * Seeded.normal(generator)
    sorted.set(values)
    sorted.sort()
    for (let at = 0; at < size; at++) {
      let [low, high] = [0, size]
      while (low < high) {
        const middle = (low + high) >>> 1
        if (sorted[middle]! <= values[at]!) low = middle + 1
        else high = middle
      }
      counts[at * size + size - low]!++
    }
  }
  return means.map((_, at) => {
    let expected = 0
    for (let rank = 0; rank < size; rank++) expected += ((rank + 1) * counts[at * size + rank]!) / draws
    return expected
  })
}

// --- streaming ---

/** The same sums of products, which an error with gaps needs; complete forms only, nothing checked. */
const bareSurvey = (answers: Uint8Array, elements: number): number => {
  const totals = new Float64Array(elements)
  const products = new Float64Array(elements * elements)
  for (let at = 0; at < answers.length; at += elements) {
    for (let u = 0; u < elements; u++) {
      const answer = answers[at + u]!
      totals[u]! += answer
      for (let v = u; v < elements; v++) products[u * elements + v]! += answer * answers[at + v]!
    }
  }
  const count = answers.length / elements
  let squares = 0
  for (let u = 0; u < elements; u++) {
    for (let v = u; v < elements; v++) {
      squares += (u === v ? 1 : 2) * (products[u * elements + v]! - (totals[u]! * totals[v]!) / count)
    }
  }
  return (25 / 9) * Math.sqrt(squares / (count * (count - 1)))
}

const typedLoop = "bare typed-array loop"

export const rows: ReadonlyArray<Row> = [
  {
    id: "D1",
    work: "Krippendorff alpha, interval, 100,000 cells",
    peerName: typedLoop,
    run: async () => {
      const ratings = table(20_000, 5, 7)
      const ours = () => defined(Krippendorff.alpha(ratings, "interval")).alpha
      agree("alpha, interval", [ours()], [bareInterval(ratings)])
      return pair(ours, () => bareInterval(ratings), 101)
    }
  },
  {
    id: "D2",
    work: "Krippendorff alpha, nominal, 1,000,000 cells",
    peerName: typedLoop,
    run: async () => {
      const ratings = table(200_000, 5, 7)
      const ours = () => defined(Krippendorff.alpha(ratings, "nominal")).alpha
      agree("alpha, nominal", [ours()], [bareNominal(ratings, 7)])
      return pair(ours, () => bareNominal(ratings, 7), 31)
    }
  },
  {
    id: "D3",
    work: "raking, 100,000 rows x 4 margins, all checks",
    peerName: "bare typed-array loop of as many rounds",
    run: async () => {
      const [base, margins] = survey(100_000)
      const raked = () => Result.getOrThrow(SurveyWeights.rake(base, margins))
      const { rounds, weights } = raked()
      agree("raking", weights, bareRaking(base, margins, rounds), 1e-6)
      return pair(raked, () => bareRaking(base, margins, rounds), 31)
    }
  },
  {
    id: "D4",
    work: "bootstrap of a mean, 100,000 values x 200 draws",
    peerName: "bare typed-array loop, same generator",
    run: async () => {
      const generator = Seeded.make(6)
      const values = Float64Array.from({ length: 100_000 }, () => Seeded.unit(generator))
      const ours = () => defined(Bootstrap.mean(values, 200, 7))
      agree("bootstrap", [ours().interval.lower], [bareBootstrap(values, 200)[5]!], 1e-3)
      return pair(ours, () => bareBootstrap(values, 200))
    }
  },
  {
    id: "D5",
    work: "rank intervals, 500 units x 10,000 draws",
    peerName: "bare typed-array loop, same generator",
    run: async () => {
      const generator = Seeded.make(8)
      const units = Array.from({ length: 500 }, (_, at) => ({
        id: String(at).padStart(3, "0"),
        estimate: 80 + 6 * Seeded.normal(generator),
        standardError: 1 + 4 * Seeded.unit(generator)
      }))
      const means = Float64Array.from(units, ({ estimate }) => estimate)
      const errors = Float64Array.from(units, ({ standardError }) => standardError)
      const ours = () => Result.getOrThrow(RankInterval.draws(units, 10_000, 11)).units.map(({ expectedRank }) => expectedRank)
      agree("expected ranks", ours(), bareRanks(means, errors, 10_000), 1e-9)
      return pair(ours, () => bareRanks(means, errors, 10_000))
    }
  },
  {
    id: "D6",
    work: "survey of 1,000,000 respondents, streamed: index, error and quality",
    peerName: "bare typed-array loop of the same sums",
    run: async () => {
      const generator = Seeded.make(9)
      const answers = Uint8Array.from({ length: 9_000_000 }, () => 1 + Seeded.below(generator, 4))
      const form = SurveyLaw.questionnaire("1/9")
      const ours = () => {
        const tally = CitizenSurvey.make(form)
        for (let at = 0; at < answers.length; at += 9) CitizenSurvey.add(tally, answers, at)
        return defined(defined(CitizenSurvey.finish(tally, form)).standardError)
      }
      agree("survey", [ours()], [bareSurvey(answers, 9)], 1e-9)
      return pair(ours, () => bareSurvey(answers, 9))
    }
  }
]
