/**
 * One run of the method of equal shares, exact. Floating point narrows the field; whatever it cannot tell apart is
 * computed again in whole numbers.
 *
 * @since 0.1.0
 */
import * as Fraction from "../../number/Fraction.ts"
import * as Accounts from "../../internal/accounts.ts"

/** The election by position: cost of each project, its supporters, and the weight of each voter; all whole numbers. */
export interface Election {
  readonly costs: ReadonlyArray<number>
  readonly supporters: ReadonlyArray<Int32Array>
  /** Weight of the supporters of each project together. */
  readonly support: ReadonlyArray<number>
  readonly weights: Float64Array
  readonly utility: "cost" | "count"
  /** Settles equals: the position of the project to take, or nothing when a draw is needed. Free equals need none. */
  readonly settle: (equal: ReadonlyArray<number>, isFree: boolean) => number | undefined
}

/** One purchase, and what was asked of others before it. */
export interface Purchase {
  readonly project: number
  /** What a supporter who could pay in full paid, for one unit of weight. */
  readonly price: number
  /** Weight of the supporters who could not pay in full. */
  readonly poor: number
  /** Upper end of the price of one utility. */
  readonly most: number
  /** Other projects priced in this round. */
  readonly asked: ReadonlyArray<Rival>
  /** Lower end of the price of one utility of all the rest. */
  readonly rest: number
}

/** A project that was priced and not bought. */
export interface Rival {
  readonly project: number
  /** Lower end of the price of one utility. */
  readonly least: number
  /** Weight of the supporters who cannot pay in full; `undefined` where floating point does not tell. */
  readonly poor: number | undefined
}

/** What a run bought, in order, or the equals that it could not settle, and the accounts of the voters. */
export interface Run {
  readonly purchases: ReadonlyArray<Purchase>
  readonly equals: ReadonlyArray<number> | undefined
  /** Money left to the supporters of a project, and what they paid for each project bought; unit: as the budget. */
  readonly account: (project: number) => { readonly left: number; readonly paid: ReadonlyArray<number> }
}

/** A price in floating point and the ends between which the true one lies, with the weight of those too poor for it. */
interface Price {
  readonly value: number
  readonly lower: number
  readonly upper: number
  readonly poor: number | undefined
}

const ulp = 2 ** -52

/** Runs the method with `money` for every unit of weight. */
export const run = (election: Election, money: Fraction.Fraction): Run => {
  const { costs, support, supporters, utility, weights } = election
  const start = Fraction.toNumber(money)
  const worth = (project: number) => (utility === "cost" ? costs[project]! : 1)
  const accounts = Accounts.open(money, start)
  const { held, isEmpty, parent, paidLast } = accounts
  const classOf = new Int32Array(weights.length)
  const left = new Float64Array(weights.length).fill(start)
  // How far the money of a class may lie from its true amount.
  let drift = start * ulp
  const purchases: Array<Purchase> = []

  const tally: Array<number> = []
  const payersOf = (project: number): Accounts.Weighed => {
    const kinds: Array<number> = []
    for (const voter of supporters[project]!) {
      const kind = classOf[voter]!
      if (isEmpty[kind]) continue
      if (!(tally[kind]! > 0)) {
        kinds.push(kind)
        tally[kind] = 0
      }
      tally[kind]! += weights[voter]!
    }
    const payers = kinds.map((kind) => [kind, tally[kind]!] as const)
    for (const kind of kinds) tally[kind] = 0
    return payers
  }

  /** The price in floating point, with its ends; `undefined` when the supporters cannot pay. */
  const priceOf = (project: number): Price | undefined => {
    const cost = costs[project]!
    if (cost === 0) return { value: 0, lower: 0, upper: 0, poor: 0 }
    const voters = supporters[project]!
    const weight = support[project]!
    if (purchases.length === 0) {
      const isPayable = BigInt(cost) * money.denominator <= BigInt(weight) * money.numerator
      return isPayable ? around(cost / weight, 0) : undefined
    }
    let total = 0
    for (let k = 0; k < voters.length; k++) total += weights[voters[k]!]! * left[voters[k]!]!
    const doubt = weight * drift + (voters.length + 8) * ulp * (total + cost)
    if (total < cost - doubt) return undefined
    if (total <= cost + doubt) {
      // The payers spend all but the doubt: nobody who can pay in full holds more than that beyond the price.
      let most = 0
      for (const voter of voters) most = Math.max(most, left[voter]!)
      return priceExactly(project, most - 2 * doubt - 2 * drift, Infinity)
    }
    let [value, richWeight] = [cost / weight, weight]
    for (let poorCount = -1, count = 0; count !== poorCount;) {
      poorCount = count
      let poor = 0
      ;[richWeight, count] = [0, 0]
      for (let k = 0; k < voters.length; k++) {
        const voter = voters[k]!
        if (left[voter]! < value) {
          poor += weights[voter]! * left[voter]!
          count++
        } else {
          richWeight += weights[voter]!
        }
      }
      if (richWeight === 0) return priceExactly(project, 0, Infinity)
      value = Math.max(value, (cost - poor) / richWeight)
    }
    const slack = doubt / richWeight
    // Twice the slack is an upper end if payers with half of the weight lie clear of it.
    const clear = value + 2 * slack
    const lower = value - slack
    let [clearly, unclear] = [0, 0]
    for (let k = 0; k < voters.length; k++) {
      const voter = voters[k]!
      if (left[voter]! > clear + drift) clearly += weights[voter]!
      else if (left[voter]! >= lower - drift) unclear++
    }
    return clearly * 2 >= richWeight
      ? { value, lower, upper: clear, poor: unclear === 0 ? weight - clearly : undefined }
      : priceExactly(project, lower - drift, Infinity)
  }

  const priceExactly = (project: number, low: number, high: number): Price | undefined => {
    const bill = Accounts.bill(accounts, costs[project]!, payersOf(project), low, high)
    return bill === undefined
      ? undefined
      : around(nearest(Accounts.priceOf(accounts, bill)), support[project]! - bill.richWeight)
  }

  /** Collects the price; answers it with the weight of those who could not pay in full. */
  const pay = (project: number, price: Price): Pick<Purchase, "price" | "poor"> => {
    const [low, high] = [price.lower - drift, price.upper + drift]
    const payers = costs[project] === 0 ? [] : payersOf(project)
    const poor = payers.filter(([kind]) => held[kind]! < low)
    const isClear =
      price.upper - price.lower <= 1e-12 * start && payers.every(([kind]) => held[kind]! < low || held[kind]! > high)
    const richWeight = payers.reduce(
      (sum, [kind, weight]) => (held[kind]! > high ? sum + weight : sum),
      costs[project] === 0 ? 1 : 0
    )
    const bill =
      isClear || costs[project] === 0
        ? { cost: costs[project]!, richWeight, poor, before: purchases.length, exact: undefined }
        : Accounts.bill(accounts, costs[project]!, payers, low, high)!
    const poorWeight = costs[project] === 0 ? 0 : support[project]! - bill.richWeight
    const { lower, upper, value } = isClear ? price : around(nearest(Accounts.priceOf(accounts, bill)), poorWeight)
    const next: Array<number> = []
    for (const [kind] of payers) {
      const amount = held[kind]!
      const empties = amount < low || (amount <= high && cannotKeep(kind, bill))
      next[kind] = Accounts.branch(accounts, kind, empties, amount - value)
    }
    if (payers.length > 0) {
      for (const voter of supporters[project]!) {
        const to = next[classOf[voter]!]
        if (to === undefined) continue
        classOf[voter] = to
        left[voter] = held[to]!
      }
    }
    Accounts.close(accounts, bill)
    drift += upper - lower + start * ulp
    return { price: value, poor: poorWeight }
  }

  const cannotKeep = (kind: number, bill: Accounts.Bill): boolean =>
    Accounts.heldBy(accounts, kind) * BigInt(bill.richWeight) <= Accounts.missing(accounts, bill)

  // Lower ends of the price of one utility. Money only falls, so that a price of an earlier round stays one.
  const floor = costs.map((_, project) => (supporters[project]!.length === 0 || worth(project) === 0 ? Infinity : 0))
  for (;;) {
    const asked = new Map<number, Price>()
    let bound = Infinity
    for (;;) {
      let candidate = -1
      for (let p = 0; p < floor.length; p++) {
        if (asked.has(p) || floor[p]! > bound || floor[p] === Infinity) continue
        if (candidate < 0 || floor[p]! < floor[candidate]!) candidate = p
      }
      if (candidate < 0) break
      const price = priceOf(candidate)
      if (price === undefined) {
        floor[candidate] = Infinity
        continue
      }
      asked.set(candidate, price)
      floor[candidate] = (price.lower * (1 - 2 * ulp)) / worth(candidate)
      bound = Math.min(bound, (price.upper * (1 + 2 * ulp)) / worth(candidate))
    }
    const close = [...asked.keys()].filter((project) => floor[project]! <= bound)
    if (close.length === 0) return finish(undefined)
    const equal = close.length === 1 ? close : cheapest(close, asked)
    const winner =
      equal.length === 1 ? equal[0] : election.settle(equal, areApart(equal.map((project) => supporters[project]!)))
    if (winner === undefined) return finish(equal)
    const won = asked.get(winner)!
    floor[winner] = Infinity
    const others = [...asked].flatMap(([project, { poor }]) =>
      project === winner ? [] : [{ project, least: floor[project]!, poor }]
    )
    const rest = floor.reduce((least, end, project) => (asked.has(project) ? least : Math.min(least, end)), Infinity)
    purchases.push({ project: winner, ...pay(winner, won), most: bound, asked: others, rest })
  }

  function cheapest(close: ReadonlyArray<number>, asked: ReadonlyMap<number, Price>): ReadonlyArray<number> {
    const prices = close.map((project) => {
      if (costs[project] === 0) return { project, over: 0n, under: 1n }
      const { lower, upper } = asked.get(project)!
      const bill = Accounts.bill(accounts, costs[project]!, payersOf(project), lower - drift, upper + drift)!
      const { over, under } = Accounts.priceOf(accounts, bill)
      return { project, over, under: under * BigInt(worth(project)) }
    })
    const order = (a: Accounts.Quotient, b: Accounts.Quotient) => Accounts.compare(a.over * b.under, b.over * a.under)
    const least = prices.reduce((a, b) => (order(b, a) < 0 ? b : a))
    return prices.flatMap((price) => (order(price, least) === 0 ? [price.project] : []))
  }

  function finish(equals: ReadonlyArray<number> | undefined): Run {
    const account = (project: number) => {
      const paid = purchases.map(() => 0)
      let rest = 0
      const weightOf = new Map<number, number>()
      for (const voter of supporters[project]!)
        weightOf.set(classOf[voter]!, (weightOf.get(classOf[voter]!) ?? 0) + weights[voter]!)
      for (const [kind, weight] of weightOf) {
        rest += weight * held[kind]!
        for (let at = kind; at > 0; at = parent[at]!) {
          paid[paidLast[at]!]! += weight * (isEmpty[at] ? held[parent[at]!]! : purchases[paidLast[at]!]!.price)
        }
      }
      return { left: rest, paid }
    }
    return { purchases, equals, account }
  }
}

/** Says whether no voter stands in two lists. */
const areApart = (lists: ReadonlyArray<Int32Array>): boolean => {
  const seen = new Set<number>()
  for (const list of lists) {
    for (const voter of list) {
      if (seen.has(voter)) return false
      seen.add(voter)
    }
  }
  return true
}

const nearest = ({ over, under }: Accounts.Quotient): number =>
  Fraction.toNumber({ numerator: over, denominator: under })

/** A price known but for the rounding to a binary number. */
const around = (value: number, poor: number): Price => ({
  value,
  lower: value * (1 - 2 * ulp),
  upper: value * (1 + 2 * ulp),
  poor
})
