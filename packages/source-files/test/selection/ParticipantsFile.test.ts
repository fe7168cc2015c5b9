import type { Event } from "@timbang/core/selection"
import { RuleSets } from "@timbang/regulations"
import { EventsFile, FormationsFile, ParticipantsFile, Template } from "@timbang/source-files"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"

const formation = { formation: "F1", position: "", education: "", location: "", category: "umum", seats: 1 }
const text = (...lines: ReadonlyArray<string>) => ({ file: "P.csv", bytes: new TextEncoder().encode(`${lines.join("\n")}\n`) })
const refused = async (...lines: ReadonlyArray<string>) =>
  (await Effect.runPromise(Effect.flip(ParticipantsFile.read(text(...lines), RuleSets.cpns2024, [formation])))).faults
const header = "participant,formation,twk,tiu,tkp,birthDate"

describe("ParticipantsFile.read", () => {
  it("refuses a file of a header alone", async () => {
    expect(await refused(header)).toEqual([{ _tag: "NoRows", file: "P.csv" }])
  })

  it("refuses birth dates of nobody alive or of children, by their shape, together with every other fault", async () => {
    const faults = await refused(header, "24-1,F1,66,85,166,2190-01-01", "24-2,F1,65,85,166,1890-01-01", "24-3,F1,65,85,166,2022-05-05", "24-4,F1,65,85,166,1990-05-05")
    expect(faults.map((fault) => [fault._tag, "row" in fault ? fault.row : 0])).toEqual([["OffStep", 2], ["DayImplausible", 2], ["DayImplausible", 3], ["DayImplausible", 4]])
    expect(JSON.stringify(faults)).not.toMatch(/2190|1890|2022/)
  })

  it("refuses NIKs as participant numbers, by their own birth date or by their dates in general", async () => {
    const own = ["1571010101900001,F1,65,85,166,1990-01-01", "1571010101900002,F1,65,85,166,"]
    expect(await refused(header, ...own)).toMatchObject([{ _tag: "NikRefused", row: 2, found: "dddddddddddddddd" }])
  })

  it("refuses names as participant numbers, by their shape", async () => {
    const faults = await refused(header, "SITI AMINAH,F1,65,85,166,", "24-2,F1,65,85,166,", "Budi S. Putra,F1,65,85,166,")
    expect(faults.map((fault) => [fault._tag, "row" in fault ? fault.row : 0, "found" in fault ? fault.found : ""])).toEqual([
      ["NotAnIdentifier", 2, "aaaa aaaaaa"],
      ["NotAnIdentifier", 4, "aaaa a. aaaaa"]
    ])
  })

  it("refuses a raw score past the largest of its formation, and one that contradicts the score beside it", async () => {
    const formations = [{ ...formation, rawMaximum: 400 }, { ...formation, formation: "F2" }]
    const rows = ["24-1,F1,65,85,166,,450", "24-2,F2,65,85,166,68,300", "24-3,F2,65,85,166,60,300", "24-4,F1,65,85,166,75,300", "24-5,F2,65,85,166,,450"]
    const read = ParticipantsFile.read(text("participant,formation,twk,tiu,tkp,skb,skbRaw", ...rows), RuleSets.cpns2024, formations)
    expect((await Effect.runPromise(Effect.flip(read))).faults).toEqual([
      { _tag: "OutOfRange", file: "P.csv", row: 2, column: "skbRaw", found: "450", minimum: "0", maximum: "400" },
      { _tag: "ScoresDisagree", file: "P.csv", row: 3, column: "skbRaw", found: "300", outOf: "500", gives: "60", scoreColumn: "skb", score: "68" }
    ])
  })

  it("reads participant numbers of sixteen digits that are no NIKs", async () => {
    // A series in which the same digits stand where a NIK has a date, beside other birth dates; and a series of 2024.
    const series = [1, 2, 3].map((last) => `152401010112000${last},F1,65,85,166,1990-05-0${last}`)
    for (const rows of [series, ["2465011110000123,F1,65,85,166,", "2465011110000124,F1,65,85,166,"]]) {
      const read = await Effect.runPromise(ParticipantsFile.read(text(header, ...rows), RuleSets.cpns2024, [formation]))
      expect(read.cohort.size).toBe(rows.length)
    }
  })
})

describe("the column scoredOn", () => {
  const read = (...rows: ReadonlyArray<string>) =>
    Effect.runPromise(ParticipantsFile.read(text("participant,formation,twk,tiu,tkp,Tanggal Ujian", ...rows), RuleSets.cpns2024, [formation]))

  it("gives its earliest day, and counts who has a score without one", async () => {
    const rows = ["24-1,F1,65,85,166,2024-10-18", "24-2,F1,65,85,166,16/10/2024", "24-3,F1,65,85,166,", "24-4,F1,,,,"]
    expect(await read(...rows)).toMatchObject({ scoredOn: "2024-10-16", withoutDay: 1 })
    expect(await read(...rows.toReversed())).toMatchObject({ scoredOn: "2024-10-16", withoutDay: 1 })
  })

  it("says nothing where it is empty", async () => {
    expect(await read("24-1,F1,65,85,166,")).toMatchObject({ scoredOn: undefined, withoutDay: 0 })
  })
})

describe("the column skbRaw", () => {
  const read = (...raw: ReadonlyArray<string>) => {
    const rows = raw.map((score, at) => `24-${at},F1,65,85,166,${score}`)
    return Effect.runPromise(ParticipantsFile.read(text("participant,formation,twk,tiu,tkp,skbRaw", ...rows), RuleSets.cpns2024, [formation]))
  }

  it("is said to look like a rank where ranks were pasted into it, and not where scores stand", async () => {
    expect((await read("3", "1", "2", "4")).oddities).toEqual([{ _tag: "LooksLikeRank", component: "skbRaw", over: "file", values: 4 }])
    expect((await read("340", "1", "2", "4")).oddities).toEqual([])
  })
})

describe("the template of every rule set", () => {
  it("has a sample row that is read without a fault", async () => {
    for (const ruleSet of RuleSets.all) {
      const bytes = new TextEncoder().encode(Template.csv(ParticipantsFile.columnsOf(ruleSet)))
      const { cohort } = await Effect.runPromise(ParticipantsFile.read({ file: "P.csv", bytes }, ruleSet, [{ ...formation, formation: "F-001" }]))
      expect(cohort.size).toBe(1)
    }
    expect(Template.csv(ParticipantsFile.columnsOf(RuleSets.cpns2024))).toContain("24000000000001,F-001,75,85,112,50,,3.25")
  })
})

describe("ParticipantsFile.read, with what the selection will be run with", () => {
  const places = { ...formation, seats: 3 }
  const wide = "participant,formation,twk,tiu,tkp,skb,birthDate,gpa"
  const all = async (rows: ReadonlyArray<string>, events: ReadonlyArray<Event.Event> = [], stage = "final") => {
    const run = { events, options: { stage } }
    const { faults } = await Effect.runPromise(Effect.flip(ParticipantsFile.read(text(wide, ...rows), RuleSets.cpns2024, [places], { run })))
    return faults.map((fault) => "column" in fault ? [fault._tag, fault.row, fault.column] : [fault._tag])
  }
  const rows = [
    "24-1,F1,66,85,166,70,1990-01-01,3.5",
    "24-2,F1,65,,166,70,1990-01-01,3.5",
    "24-3,F1,65,85,166,,1990-01-01,3.5",
    "24-4,F1,65,85,166,70,1990-13-01,3.5",
    "24-5,F1,65,85,166,,1990-01-01,3.5555"
  ]

  it("tells refused cells, missing first scores and missing second ones at once", async () => {
    expect(await all(rows)).toEqual([
      ["OffStep", 2, "twk"],
      ["CellMissing", 3, "tiu"],
      ["CellMissing", 4, "skb"],
      ["NotADay", 5, "birthDate"],
      ["TooManyDecimals", 6, "gpa"],
      ["CellMissing", 6, "skb"]
    ])
  })

  it("asks nothing that attendance, an event or the stage makes needless", async () => {
    const absent = { _tag: "Absent", participant: "24-2", exam: "skd", at: "2024-10-16" } as const
    expect(await all(rows, [absent], "skd")).toEqual([["OffStep", 2, "twk"], ["NotADay", 5, "birthDate"], ["TooManyDecimals", 6, "gpa"]])
    expect(await all(["24-1,F1,66,85,166,,,", "24-2,F1,60,85,166,,,"])).toEqual([["OffStep", 2, "twk"]])
  })

  it("names a column of scores that is not there beside refused cells", async () => {
    const run = { events: [], options: {} }
    const { faults } = await Effect.runPromise(Effect.flip(ParticipantsFile.read(text("participant,formation,twk,tiu", "24-1,F1,66,85"), RuleSets.cpns2024, [places], { run })))
    expect(faults.map((fault) => "column" in fault ? [fault._tag, fault.row, fault.column] : [])).toEqual([["ColumnMissing", 1, "tkp"], ["OffStep", 2, "twk"]])
  })

  it("reads a whole file the same way, and leaves what is missing to the selection", async () => {
    const run = { events: [], options: {} }
    const read = await Effect.runPromise(ParticipantsFile.read(text(header, "24-1,F1,65,,166,"), RuleSets.cpns2024, [places], { run }))
    expect(read.cohort.scores["tiu"]).toEqual(Int32Array.of(-1))
  })
})

describe("FormationsFile.read and EventsFile.read", () => {
  it("tell what no cell shows by itself together with every other fault", async () => {
    const list = text("formation,position,education,location,category,seats,agencyKind,thresholdGroup", "F1,A,S-1,B,kalimantan,x,daerah,none")
    expect((await Effect.runPromise(Effect.flip(FormationsFile.read(list, RuleSets.cpns2024)))).faults.map(({ _tag }) => _tag)).toEqual(["NotANumber", "UnknownCode", "CategoryClosed"])
    const events = text("event,at,participant,exam,reason", "diskualifikasi,2024-13-01,24-1,skb,", "tidak-hadir,2024-12-18,,skb,", "hadirr,2024-12-18,24-2,skb,")
    const { faults } = await Effect.runPromise(Effect.flip(EventsFile.read(events)))
    expect(faults.map((fault) => "column" in fault ? [fault._tag, fault.row, fault.column] : [])).toEqual([
      ["NotADay", 2, "at"],
      ["CellMissing", 2, "reason"],
      ["CellMissing", 3, "participant"],
      ["UnknownCode", 4, "event"]
    ])
  })
})
