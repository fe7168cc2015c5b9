/**
 * The accounts of voters in equal shares: classes of voters with the same history of payments, and exact amounts.
 *
 * An exact amount is needed once for a class, and only where floating point cannot decide.
 *
 * @since 0.1.0
 */
import type * as Fraction from "../number/Fraction.ts"

/** Classes with a weight each. */
export type Weighed = ReadonlyArray<readonly [kind: number, weight: number]>

/**
 * A price for one unit of weight: what the poorer supporters cannot pay, divided among the others.
 *
 * All exact amounts after k purchases are whole numbers over one denominator, that of the first money times the
 * `richWeight` of each purchase, so that none is ever reduced.
 */
export interface Bill {
  readonly cost: number
  readonly richWeight: number
  readonly poor: Weighed
  /** Purchases made before this bill. */
  readonly before: number
  /** What the poorer cannot pay, over the denominator after the purchases before. */
  exact: bigint | undefined
}

export interface Quotient {
  readonly over: bigint
  readonly under: bigint
}

/** The accounts after the purchases so far. Class 0 has paid nothing. */
export interface Accounts {
  /** Columns by class: the class it came from, the purchase paid last, whether that emptied it, and the money left. */
  readonly parent: Array<number>
  readonly paidLast: Array<number>
  readonly isEmpty: Array<boolean>
  readonly held: Array<number>
  readonly bills: Array<Bill>
  readonly denominators: Array<bigint>
  readonly money: Fraction.Fraction
}

/** Accounts in which everyone holds `start`, the nearest binary number to `money`. */
export const open = (money: Fraction.Fraction, start: number): Accounts => ({
  parent: [-1],
  paidLast: [-1],
  isEmpty: [false],
  held: [start],
  bills: [],
  denominators: [money.denominator],
  money
})

/** Adds a class that paid for the purchase under way and answers its position. */
export const branch = (accounts: Accounts, from: number, empties: boolean, held: number): number => {
  accounts.paidLast.push(accounts.bills.length)
  accounts.isEmpty.push(empties)
  accounts.held.push(empties ? 0 : held)
  return accounts.parent.push(from) - 1
}

/** Closes the purchase under way. */
export const close = ({ bills, denominators }: Accounts, bill: Bill): void => {
  bills.push(bill)
  denominators.push(denominators.at(-1)! * BigInt(bill.richWeight))
}

/** What the poorer supporters of a bill cannot pay, exactly. */
export const missing = (accounts: Accounts, bill: Bill): bigint => {
  if (bill.exact !== undefined) return bill.exact
  const { bills, money, parent, paidLast } = accounts
  const paid = new Float64Array(bill.before)
  let weight = 0
  for (const [kind, part] of bill.poor) {
    weight += part
    for (let at = kind; at > 0; at = parent[at]!) paid[paidLast[at]!]! += part
  }
  let amount = BigInt(bill.cost) * money.denominator - BigInt(weight) * money.numerator
  for (let j = 0; j < bill.before; j++) {
    amount *= BigInt(bills[j]!.richWeight)
    if (paid[j]! > 0) amount += BigInt(paid[j]!) * missing(accounts, bills[j]!)
  }
  bill.exact = amount
  return amount
}

/** The price of a bill, exactly. */
export const priceOf = (accounts: Accounts, bill: Bill): Quotient => ({
  over: missing(accounts, bill),
  under: accounts.denominators[bill.before]! * BigInt(bill.richWeight)
})

/** The money of a class after all purchases so far, over the last denominator. */
export const heldBy = (accounts: Accounts, kind: number): bigint => {
  const { bills, isEmpty, money, paidLast, parent } = accounts
  if (isEmpty[kind]) return 0n
  const paid = new Set<number>()
  for (let at = kind; at > 0; at = parent[at]!) paid.add(paidLast[at]!)
  let amount = money.numerator
  for (let j = 0; j < bills.length; j++) {
    amount *= BigInt(bills[j]!.richWeight)
    if (paid.has(j)) amount -= missing(accounts, bills[j]!)
  }
  return amount
}

/**
 * The exact bill for supporters by class: who holds less than `low` is surely poor, more than `high` surely rich; the
 * others are poor one class after the other, from the poorest up. `undefined` when all together cannot pay.
 */
export const bill = (
  accounts: Accounts,
  cost: number,
  payers: Weighed,
  low: number,
  high: number
): Bill | undefined => {
  const { held } = accounts
  const before = accounts.bills.length
  const poor = payers.filter(([kind]) => held[kind]! < low)
  let richWeight = payers.reduce((sum, [kind, weight]) => (held[kind]! < low ? sum : sum + weight), 0)
  const unsure = payers
    .filter(([kind]) => held[kind]! >= low && held[kind]! <= high)
    .map(([kind, weight]) => ({ kind, weight, amount: heldBy(accounts, kind) }))
    .sort((a, b) => compare(a.amount, b.amount))
  let exact = missing(accounts, { cost, richWeight: 1, poor, before, exact: undefined })
  for (const { amount, kind, weight } of unsure) {
    if (amount * BigInt(richWeight) >= exact) break
    exact -= amount * BigInt(weight)
    poor.push([kind, weight])
    richWeight -= weight
  }
  return richWeight === 0 ? undefined : { cost, richWeight, poor, before, exact }
}

/** Negative, zero or positive, as the first is smaller, equal or larger. */
export const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)
