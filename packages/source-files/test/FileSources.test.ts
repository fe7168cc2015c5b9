import { Cohort } from "@timbang/core/selection"
import { RuleSets } from "@timbang/regulations"
import { FileSources, Layouts, ParticipantsFile } from "@timbang/source-files"
import { Sources } from "@timbang/workflows/ports"
import { Effect, Result, Stream } from "effect"
import { describe, expect, it } from "vitest"

const bytes = (...lines: ReadonlyArray<string>) => new TextEncoder().encode(`${lines.join("\n")}\n`)
const formations = [{ formation: "F1", position: "", education: "", location: "", category: "umum", seats: 1 }]

describe("FileSources", () => {
  it("gives participants that make the same cohort again, with the row of each", async () => {
    const input = { file: "P.csv", bytes: bytes("participant,formation,twk,tiu,tkp,skbRaw,gpa,birthDate", "24-1,F1,65,80,166,340,3.25,1995-02-03", "", "24-2,F1,70,85,170,,,") }
    const found = await Effect.runPromise(Effect.provide(Effect.flatMap(Sources.ParticipantSource, ({ rows }) => Stream.runCollect(rows)), FileSources.participants(input, RuleSets.cpns2024, formations)))
    expect(found.map(({ place }) => place)).toEqual([{ source: "P.csv", row: 2 }, { source: "P.csv", row: 4 }])
    const again = Result.getOrThrow(Cohort.fromRows(RuleSets.cpns2024, formations, found.map(({ value }) => value)))
    const { cohort } = await Effect.runPromise(ParticipantsFile.read(input, RuleSets.cpns2024, formations))
    for (const id of ["twk", "tiu", "tkp", "skb"]) expect(again.scores[id], id).toEqual(cohort.scores[id])
    expect([again.gradeAverage?.[0], again.birthDay?.[0]]).toEqual([cohort.gradeAverage?.[0], cohort.birthDay?.[0]])
  })

  it("gives no row at all of a file with a fault, and every fault of it", async () => {
    const input = { file: "P.csv", bytes: bytes("participant,formation,twk,tiu,tkp", "24-1,F1,65,80,166", "24-1,F1,66,80,166") }
    const refused = await Effect.runPromise(Effect.flip(Effect.provide(Effect.flatMap(Sources.ParticipantSource, ({ rows }) => Stream.runCollect(rows)), FileSources.participants(input, RuleSets.cpns2024, formations))))
    expect(refused._tag === "InputRefused" && refused.faults.map(({ _tag }) => _tag)).toEqual(["Duplicate", "OffStep"])
  })

  it("reads proposals by the layout of an export, each with its row", async () => {
    const input = { file: "U.csv", bytes: bytes("id_usulan;giat_teks;anggaran;jenis_usul_teks;nama_kelurahan", "U1;Jalan;5000000;jalan;Hulu", "", "U2;Jalan;5000000;jalan;Hulu") }
    const program = Effect.flatMap(Sources.ProposalSource, ({ rows }) => Stream.runCollect(rows))
    const found = await Effect.runPromise(Effect.provide(program, FileSources.proposals(input, { layout: Layouts.of("sipd-proposals") })))
    expect(found.map(({ place, value }) => [value.id, place.row])).toEqual([["U1", 2], ["U2", 4]])
  })
})
