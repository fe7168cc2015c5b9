import { Proposal, ServiceDictionary } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { describe, expect, it } from "vitest"

const place = (village: string): Proposal.Place => ({ regency: "15.05", district: "15.05.01", village })
const road: Proposal.PhysicalProposal = {
  _tag: "PhysicalProposal",
  id: "m1",
  channel: "musrenbang",
  proposer: "desa",
  problem: "flooded in the rains",
  kind: "jalan-lingkungan",
  field: "pekerjaan umum",
  place: place("15.05.01.2001"),
  volume: 250,
  unit: "m",
  budget: 180_000_000,
  evidence: ["photo", "cost-estimate"],
  verifications: [{ desk: "village", budget: 180_000_000, volume: 250, recommendation: "go on" }],
  state: { _tag: "Open" }
}

describe("Proposal.link", () => {
  it("links the same kind in the same village over all channels and drops none", () => {
    const twin = { ...road, id: "k7", channel: "pokir" as const, volume: "250.0" }
    const longer = { ...road, id: "v2", channel: "village-fund" as const, volume: 300 }
    expect(Proposal.link([road, twin])).toEqual([
      { standsFor: "k7", proposals: ["k7", "m1"], channels: ["musrenbang", "pokir"], isExact: true }
    ])
    expect(Proposal.link([longer, road, twin])).toMatchObject([{ proposals: ["k7", "m1", "v2"], isExact: false }])
  })

  it("keeps apart what differs in village, kind or unit", () => {
    const others = [
      { ...road, id: "x", place: place("15.05.01.2002") },
      { ...road, id: "y", kind: "drainase" },
      { ...road, id: "z", unit: "unit" }
    ]
    expect(Proposal.link([road, ...others])).toEqual([])
  })

  it("does not depend on the order", () => {
    const three = [road, { ...road, id: "a" }, { ...road, id: "b" }]
    expect(Proposal.link([...three].reverse())).toEqual(Proposal.link(three))
  })
})

describe("ServiceDictionary.voice", () => {
  const dictionary: ServiceDictionary.ServiceDictionary = {
    source: { instrument: "Keputusan Kepala Bappeda (contoh)", confidence: "host" },
    entries: [
      { kind: "posyandu", service: "kesehatan", from: "2024-01-01", until: "2024-12-31" },
      { kind: "posyandu", service: "kesehatan-ibu-anak", from: "2025-01-01" }
    ]
  }
  const posyandu = { ...road, id: "p1", kind: "posyandu" }
  const wish: Proposal.ServiceAspiration = {
    _tag: "ServiceAspiration",
    id: "w1",
    channel: "musrenbang",
    proposer: "desa",
    service: "kesehatan-ibu-anak",
    problem: "no midwife at night",
    place: place("15.05.01.2001"),
    state: { _tag: "Open" }
  }

  it("maps by the entry of the day and counts what it does not know", () => {
    const voice = ServiceDictionary.voice([road, posyandu, wish], dictionary, "2025-02-01")
    expect(voice.shares.map(({ service, share }) => [service, Fraction.format(share)])).toEqual([
      ["kesehatan-ibu-anak", "1"]
    ])
    expect(voice.unmapped).toEqual([{ kind: "jalan-lingkungan", proposals: ["m1"] }])
    const before = ServiceDictionary.voice([posyandu, wish], dictionary, "2024-02-01")
    expect(before.shares.map(({ share }) => Fraction.format(share))).toEqual(["1/2", "1/2"])
  })

  it("brings the words of a wish to the services of the day, and tells those it does not know", () => {
    const entries = [{ kind: "Posyandu", service: "kesehatan", from: "2025-01-01", until: "2025-12-31" }]
    const wishes = ["posyandu", "Kesehatan", "pasar"].map((service, i) => ({ ...wish, id: `w${i}`, service }))
    const on = (day: string) => ServiceDictionary.voice(wishes, { ...dictionary, entries }, day)
    expect(on("2025-02-01").shares.map(({ proposals, service }) => [service, proposals])).toEqual([["kesehatan", ["w0", "w1"]], ["pasar", ["w2"]]])
    expect(on("2025-02-01").unlisted).toEqual([{ service: "pasar", proposals: ["w2"] }])
    expect(on("2026-02-01").unlisted.map(({ service }) => service)).toEqual(["Kesehatan", "pasar", "posyandu"])
  })

  it("counts linked proposals once and cancelled ones not at all", () => {
    const twin = { ...wish, id: "w2", channel: "pokir" as const }
    const cancelled = {
      ...wish,
      id: "w3",
      service: "guru",
      state: { _tag: "Cancelled", reason: "sent twice" } as const
    }
    const links = new Map(
      Proposal.link([wish, twin]).flatMap(({ proposals, standsFor }) => proposals.map((id) => [id, standsFor] as const))
    )
    expect(ServiceDictionary.voice([wish, twin, cancelled], dictionary, "2025-02-01", links).shares).toMatchObject([
      { service: "kesehatan-ibu-anak", proposals: ["w1"] }
    ])
  })

  it("counts a renewed proposal although the one that stands for its group was cancelled", () => {
    const cancelled = { ...wish, state: { _tag: "Cancelled", reason: "written anew" } as const }
    const renewed = { ...wish, id: "w2" }
    const links = new Map([["w1", "w1"], ["w2", "w1"]])
    expect(ServiceDictionary.voice([renewed, cancelled], dictionary, "2025-02-01", links).shares).toMatchObject([
      { service: "kesehatan-ibu-anak", proposals: ["w2"] }
    ])
  })
})
