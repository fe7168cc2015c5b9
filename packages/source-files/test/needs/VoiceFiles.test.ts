import { Fault } from "@timbang/core/input"
import { DictionaryFile, ProposalsFile, VoiceFile } from "@timbang/source-files"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"

const bytes = (...lines: ReadonlyArray<string>) => new TextEncoder().encode(`${lines.join("\n")}\n`)
const faultsOf = async (read: Effect.Effect<unknown, Fault.InputRefused>) =>
  (await Effect.runPromise(Effect.flip(read))).faults.map((fault) => `${fault._tag}${Fault.place(fault)}`)

describe("DictionaryFile.read", () => {
  it("names an entry that ends before it begins and a kind with two sectors on one day, all at once", async () => {
    const lines = ["kind,sector,from,until", "a,s,2025-01-01,2024-01-01", "b,s,2025-01-01,", "b,t,2025-06-01,", ",s,2025-01-01,"]
    const faults = ["OutOfRange in row 2, column until", "Duplicate in row 4, column kind", "CellMissing in row 5, column kind"]
    expect(await faultsOf(DictionaryFile.read({ file: "K.csv", bytes: bytes(...lines) }))).toEqual(faults)
  })
})

describe("VoiceFile.read", () => {
  it("names counts that do not add up, a sector twice, two dictionaries, and a file without rows", async () => {
    const header = "unit,sector,proposals,of,dictionary,on"
    const read = (...lines: ReadonlyArray<string>) => faultsOf(VoiceFile.read({ file: "voice.csv", bytes: bytes(header, ...lines) }))
    expect(await read(",s,1,3,K,2026-01-01")).toEqual(["OutOfRange in row 2, column of"])
    expect(await read(",s,1,2,K,2026-01-01", ",s,1,2,K,2026-01-01")).toEqual(["Duplicate in row 3, column sector"])
    expect(await read(",s,1,2,K,2026-01-01", ",t,1,2,L,2026-01-02")).toEqual(["UnknownCode in row 3, column dictionary", "UnknownCode in row 3, column on"])
    expect(await read()).toEqual(["NoRows"])
  })
})

describe("ProposalsFile.read", () => {
  it("takes a row without cost and service as a physical proposal, and villages of one name in two regions apart", async () => {
    const lines = ["proposal,cost,kind,service,village,region", "a,,road,,Hulu,X", "b,,,midwife,Hulu,Y"]
    const { proposals } = await Effect.runPromise(ProposalsFile.read({ file: "P.csv", bytes: bytes(...lines) }))
    expect(proposals.map(({ isLinkable, proposal }) => [proposal._tag, isLinkable, proposal.place.village])).toEqual([
      ["PhysicalProposal", true, "X / Hulu"], ["ServiceAspiration", true, "Y / Hulu"]
    ])
  })
})
