/**
 * Exact apportionment beside npm `sainte-lague` (floating point), and exact equal shares beside a loop in floating point
 * that neither checks nor proves anything.
 */
import { Apportionment } from "@timbang/core/formation"
import { type Choice, Electorate, EqualShares } from "@timbang/core/needs"
import { Seeded } from "@timbang/core/number"
import { Result } from "effect"
import sainteLague from "sainte-lague"
import { agree, pair, type Row } from "../Row.ts"

// --- apportionment ---

const apportionment = (id: string, units: number, seats: number, times: number): Row => ({
  id,
  work: `exact Sainte-Lague, ${units} units x ${seats} seats`,
  peerName: `npm sainte-lague 3.0.0, floats${times > 1 ? "" : " (timed once)"}`,
  run: async () => {
    const generator = Seeded.make(514)
    const claims = Array.from({ length: units }, (_, i) => ({
      unit: `u${i}`,
      claim: 1000 + Seeded.below(generator, 1_000_000)
    }))
    const votes = Object.fromEntries(claims.map(({ claim, unit }) => [unit, claim]))
    const ours = () => Result.getOrThrow(Apportionment.apportion(claims, seats, "sainte-lague")).seats
    const peer = () => sainteLague(votes, seats, { draw: true })
    const started = performance.now()
    const theirs = peer()
    const theirsMs = performance.now() - started
    agree(
      id,
      ours().map(({ seats }) => seats),
      claims.map(({ unit }) => theirs[unit]!)
    )
    return times > 1 ? pair(ours, peer, times) : once(ours, theirsMs)
  }
})

/** The peer takes minutes at the largest size and was timed while its seats were compared; ours is timed as ever. */
const once = (ours: () => unknown, peerMs: number) => ({ oursMs: pair(ours, ours, 5).oursMs, peerMs })

// --- equal shares ---

interface Instance extends Choice.Choice {
  readonly supporters: ReadonlyArray<Int32Array>
  readonly voters: number
}

/** 90,000 ballots on 160 projects, up to fifteen approvals each, some projects far more popular than others. */
const instance = (voters: number, projectCount: number): Instance => {
  const generator = Seeded.make(160)
  const popularity = Array.from({ length: projectCount }, () => Seeded.unit(generator) ** 3 + 0.02)
  const ends: Array<number> = []
  for (const share of popularity) ends.push((ends.at(-1) ?? 0) + share)
  const pick = (): number => {
    const at = Seeded.unit(generator) * ends.at(-1)!
    return ends.findIndex((end) => end >= at)
  }
  const lists = popularity.map(() => [] as Array<number>)
  const ballots = Array.from({ length: voters }, (_, voter) => {
    const approved = [...new Set(Array.from({ length: 1 + Seeded.below(generator, 15) }, pick))]
    for (const project of approved) lists[project]!.push(voter)
    return { approves: approved.map((project) => `p${project}`) }
  })
  const budget = 25_000_000
  const projects = popularity.map((_, i) => ({
    id: `p${i}`,
    cost: Math.round(((0.2 + Seeded.unit(generator)) * budget) / 20)
  }))
  return {
    projects,
    electorate: Result.getOrThrow(Electorate.ofBallots(ballots)),
    budget,
    utility: "cost",
    lots: projects.map(({ id }) => id),
    supporters: lists.map((list) => Int32Array.from(list)),
    voters
  }
}

/** The rule in floating point: in every round every project is priced anew, by halving; nothing is proved. */
const bare = ({ projects, supporters, voters }: Instance, money: number): ReadonlyArray<string> => {
  const left = new Float64Array(voters).fill(money)
  const isTaken = projects.map(() => false)
  const chosen: Array<string> = []
  for (;;) {
    let [best, bestRate, bestPrice] = [-1, Infinity, 0]
    for (let p = 0; p < projects.length; p++) {
      if (isTaken[p]) continue
      const { cost } = projects[p]!
      const list = supporters[p]!
      let total = 0
      for (let k = 0; k < list.length; k++) total += left[list[k]!]!
      if (total < cost) continue
      let price = cost / list.length
      for (let before = -1; before !== price;) {
        before = price
        let [poor, rich] = [0, 0]
        for (let k = 0; k < list.length; k++) {
          const held = left[list[k]!]!
          if (held < price) poor += held
          else rich++
        }
        if (rich > 0) price = (cost - poor) / rich
      }
      if (price / cost < bestRate) [best, bestRate, bestPrice] = [p, price / cost, price]
    }
    if (best < 0) return chosen
    isTaken[best] = true
    chosen.push(projects[best]!.id)
    for (const voter of supporters[best]!) left[voter] = Math.max(0, left[voter]! - bestPrice)
  }
}

const chosenBy = (choice: Choice.Choice, completion: EqualShares.Completion) => {
  const outcome = Result.getOrThrow(EqualShares.choose(choice, completion))
  if (outcome._tag === "DrawNeeded") throw new Error("the instance has open ties")
  return outcome
}

const positions = (ids: ReadonlyArray<string>) => ids.map((id) => Number(id.slice(1)))

export const rows: ReadonlyArray<Row> = [
  apportionment("B20", 514, 10_000, 15),
  apportionment("B21", 5_000, 100_000, 1),
  {
    id: "B22",
    work: "exact equal shares, 90,000 voters x 160 projects, answers included",
    peerName: "bare loop in floats, every project priced in every round",
    run: async () => {
      const choice = instance(90_000, 160)
      const ours = () => chosenBy(choice, { name: "none" }).chosen
      const peer = () => bare(choice, choice.budget / choice.voters)
      agree("equal shares", positions(ours()), positions(peer()))
      return pair(ours, peer)
    }
  },
  {
    id: "B23",
    work: "the same with add1 (once; raises and runs follow the table)",
    peerName: "bare loop in floats at every raise (once)",
    run: async () => {
      const choice = instance(90_000, 160)
      const started = performance.now()
      const { chosen, raises, runs } = chosenBy(choice, { name: "add1" })
      const oursMs = performance.now() - started
      const costOf = new Map(choice.projects.map(({ cost, id }) => [id, cost]))
      const between = performance.now()
      let last: ReadonlyArray<string> = []
      for (let raise = 0; ; raise++) {
        const next = bare(choice, choice.budget / choice.voters + raise)
        if (next.reduce((sum, id) => sum + costOf.get(id)!, 0) > choice.budget) break
        last = next
      }
      const peerMs = performance.now() - between
      agree("equal shares with add1", positions(chosen), positions(last))
      console.error(`B23: ${raises} raises, ${runs} runs`)
      return { oursMs, peerMs }
    }
  }
]
