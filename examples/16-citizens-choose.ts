/**
 * What citizens ask for under one budget: linked proposals, equal shares beside the greedy choice, and an answer to every
 * proposal. Villages, proposals and amounts (thousand rupiah) are made up. The result is a simulation; Bappeda and TAPD
 * decide.
 *
 * Run: node examples/16-citizens-choose.ts
 */
import { Electorate, EqualShares, GreedyChoice, Proposal, ServiceDictionary } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { Result } from "effect"

const place = { regency: "15.05", district: "15.05.01", village: "15.05.01.2001" }
const posyandu = {
  _tag: "PhysicalProposal",
  proposer: "desa",
  problem: "mothers walk two hours",
  kind: "posyandu",
  field: "kesehatan",
  place,
  volume: 1,
  unit: "unit",
  budget: 120_000_000,
  evidence: ["photo"],
  verifications: [],
  state: { _tag: "Open" }
} as const
for (const { proposals, standsFor } of Proposal.link([
  { ...posyandu, id: "P-31", channel: "musrenbang" },
  { ...posyandu, id: "K-02", channel: "pokir" }
])) {
  console.log(`${proposals.join(" and ")} ask for the same; ${standsFor} stands for both`)
}

const electorate = Result.getOrThrow(
  Electorate.ofVillages(
    [
      { village: "Kota Baru", approves: ["sports hall"], population: 9000 },
      { village: "Tanjung", approves: ["bridge", "posyandu", "well"], population: 2500 },
      { village: "Sungai Rambut", approves: ["bridge", "posyandu", "jetty"], population: 2100 },
      { village: "Lubuk", approves: ["bridge", "well", "jetty"], population: 1400 }
    ],
    "villages-by-population",
    "1/2"
  )
)
for (const { after, before, voter } of electorate.capped)
  console.log(`${voter} counts ${after} instead of ${before}: the cap of 1/2`)

const projects = [
  { id: "sports hall", cost: 860_000 },
  { id: "bridge", cost: 400_000 },
  { id: "posyandu", cost: 120_000 },
  { id: "well", cost: 90_000 },
  { id: "jetty", cost: 150_000 }
]
const choice = { projects, electorate, budget: 1_000_000, utility: "cost" } as const
const greedy = Result.getOrThrow(GreedyChoice.choose(choice))
console.log(`Greedy: ${greedy._tag === "Chosen" ? `${greedy.chosen.join(", ")} for ${greedy.spent}` : "draw needed"}`)
const shares = Result.getOrThrow(EqualShares.choose(choice, { name: "add1" }))
if (shares._tag === "Chosen") {
  console.log(`Equal shares with add1: ${shares.chosen.join(", ")} for ${shares.spent}, after ${shares.raises} rises`)
  for (const answer of shares.answers) {
    if (answer._tag === "In") console.log(`  ${answer.id}: in, place ${answer.place}`)
    if (answer._tag === "Out") {
      const spent = answer.spentOn.map(({ amount, id }) => `${id} ${amount}`).join(", ")
      console.log(
        `  ${answer.id}: not; its villages had ${answer.left} of ${answer.cost} left${spent === "" ? "" : `, having paid for ${spent}`}`
      )
    }
  }
}

const dictionary = {
  source: { instrument: "Keputusan Kepala Bappeda (contoh)", confidence: "host" },
  entries: [{ kind: "posyandu", service: "kesehatan", from: "2025-01-01" }]
} as const
const midwife = { _tag: "ServiceAspiration", channel: "musrenbang", proposer: "desa", service: "kesehatan", problem: "none at night", place, state: { _tag: "Open" } } as const
const asked = [
  { ...posyandu, id: "P-31", channel: "musrenbang" },
  { ...midwife, id: "W-01" },
  { ...midwife, id: "W-02", service: "sosial" },
  { ...posyandu, id: "P-40", kind: "stadion", channel: "pokir" }
] as const
const { shares: voice, unmapped } = ServiceDictionary.voice(asked, dictionary, "2026-03-02")
console.log("Share of voice, beside the need score and no part of it:")
for (const { proposals, service, share } of voice) console.log(`  ${service}: ${Fraction.format(share)} (${proposals.join(", ")})`)
for (const { kind, proposals } of unmapped) console.log(`  not in the dictionary, counted and not guessed: ${kind} (${proposals.join(", ")})`)
