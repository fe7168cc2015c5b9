import { existsSync } from "node:fs"
import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { Sheet, XlsxWriter } from "@timbang/source-files"
import { describe, expect, it } from "vitest"
import { run } from "../inProcess.ts"
import { file, folder } from "../timbang.ts"

const here = folder()
const out = join(here, "out")
let files = 0
const csv = (...lines: ReadonlyArray<string>) => file(here, `F${++files}.csv`, ...lines)

/** The lines of a refusal, the folder of the files left out; nothing is written. */
const said = async (...args: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
  const { out: shown, refusal } = await run(...args, "--out", out, "--lang", "en")
  expect([shown, existsSync(out)]).toEqual(["", false])
  return refusal.replaceAll(`${here}/`, "").split("\n")
}

describe("what appraise refuses", () => {
  it("names file, row and column of every fault of a judgement, cells and rules in one round", async () => {
    const ratings = csv(
      "person,unit,asExpected,feedbackPositive,conductObserved,workResult,conduct,conductReason,decidedBy,decidedOn",
      "p-1,D,arsip,2,consistent,above,as-expected,,Kepala Dinas,2026-01-12",
      "p-2,D,arsip,2,consistent,as-expected,as-expected,,,",
      "p-3,D,arsip,2,consistent,as-expected,,,Kepala Dinas,2026-01-12",
      "p-4,D,arsip,2,not-observed,as-expected,below,,p-4,2024-12-31",
      "p-5,D,arsip,2,consistent,great,as-expected,,Kepala Dinas,2026-02-30",
      "p-6,D,arsip,2,consistent,as-expected,as-expected,,Kepala Dinas,2026-03-01",
      "p-7,D,arsip,2,consistent,,,,,"
    )
    expect(await said("appraise", "--ratings", ratings, "--law", "permenpanrb-6-2022", "--from", "2025-01-01", "--on", "2026-01-20")).toEqual([
      'F1.csv, row 2, column workResult: found "above", where the evidence proposes "as-expected". Give the reason in the column workResultReason, or follow the proposal.',
      "F1.csv, row 3, column decidedBy: the cell is empty, but the column workResult of the row is filled. Fill both, or neither.",
      "F1.csv, row 3, column decidedOn: the cell is empty, but the column workResult of the row is filled. Fill both, or neither.",
      "F1.csv, row 4, column conduct: the cell is empty, but the column workResult of the row is filled. Fill both, or neither.",
      'F1.csv, row 5, column conduct: found "below", where the evidence leaves the rating open. Give the reason in the column conductReason.',
      'F1.csv, row 5, column decidedBy: found "p-4", who is the person judged. Name who else judged; a rating of oneself needs a group of its own.',
      'F1.csv, row 5, column decidedOn: found "2024-12-31", before the period begins on 2025-01-01. Check the day, or the period in --from.',
      expect.stringMatching(/^F1.csv, row 6, column workResult: found "great"/),
      expect.stringMatching(/^F1.csv, row 6, column decidedOn: found "2026-02-30", which is not a day of the calendar/),
      'F1.csv, row 7, column decidedOn: found "2026-03-01", after the day of the report or decision, 2026-01-20. Check the day, or the one in --on.'
    ])
  })

  it("names faults of ratings and achievements in one round, each with its own file", async () => {
    const ratings = csv("person,unit,workPlan,achievement,target,targetUpper,realised,conduct", "p-1,D,91,,,,,100", "p-2,D,,85,,,70,100", "p-3,D,,,90,80,70,100", "p-4,D,,,,,,100", "p-5,D,,,,,,999")
    const achievements = csv("person,period,indicator,achievement,target,realised", "p-1,I,akta,90,,", "p-9,I,akta,90,,", "p-5,I,akta,,0,3")
    expect(await said("appraise", "--ratings", ratings, "--achievements", achievements, "--law", "permenpanrb-8-2021")).toEqual([
      'F2.csv, row 2, column workPlan: found "91.00", but F3.csv, row 2 values the same person. Empty this cell, or take the person out of F3.csv.',
      'F2.csv, row 3, column realised: found "70.0000", but row 3 fills the column achievement for p-2. Fill realised or achievement in all of its rows, not both.',
      'F2.csv, row 4, column target: found "90.0000", more than "80.0000" in the column targetUpper. Check both.',
      "F2.csv, row 5, column workPlan: the cell is empty. Fill it.",
      'F2.csv, row 6, column conduct: found "999", outside of 0 to 120. Check the value and its scale.',
      'F3.csv, row 3, column person: found "p-9", which is not in F2.csv. Correct it, or add it there.',
      'F3.csv, row 4, column target: found "0", outside of 0.0001 to 1000000000. Check the value and its scale.'
    ])
  })

  it("names every option at once, those of the letter of a run that decides nothing among them", async () => {
    expect(await said("appraise", "--law", "pp-30-2019", "--letter-number", "1", "--letter-day", "soon", "--on", "2026-02-30", "--from", "2025-12-31", "--to", "2025-01-01", "--achievements", "K.csv")).toEqual([
      '--on: found "2026-02-30", not a day that exists. Write YYYY-MM-DD.',
      "--letter-number says nothing together with --standing simulasi. Use --standing penetapan.",
      "--letter-day says nothing together with --standing simulasi. Use --standing penetapan.",
      "--ratings or --recap: give exactly one of them.",
      "--achievements says nothing together with --law pp-30-2019. Use --ratings --law permenpanrb-8-2021."
    ])
  })
})

describe("what career refuses", () => {
  it("says after which levels another one follows, and which step a level has", async () => {
    const records = csv("person,kind,level,step,startedIn,points,yearsInRank,predicate", "p-1,level,penyelia,,,100,3,Baik", "p-2,rank,ahli utama,2,,100,3,Baik", "p-3,rank,mahir,,,100,3,Baik", "p-4,level,terampil,,II/z,100,3,Baik")
    expect(await said("career", "promotion", "--records", records, "--on", "2026-01-20")).toEqual([
      'F4.csv, row 2, column level: found "penyelia", after which no level follows. One follows after: pemula, terampil, mahir, ahli pertama, ahli muda, ahli madya. For a rank within the level write rank in the column kind.',
      'F4.csv, row 3, column step: found "2", outside of 1 to 1. Check the value and its scale.',
      "F4.csv, row 4, column step: the cell is empty. Fill it.",
      expect.stringMatching(/^F4.csv, row 5, column startedIn: found "II\/z"/)
    ])
  })

  it("reads courses without regard to case, and names the one that is unknown or stands twice", async () => {
    const header = "person,unit,kind,qualification,courses,predicate,discipline"
    const [good, bad] = [csv(header, "p1,D,pelaksana,S1,Diklat Teknis|SEMINAR,Baik,tidak pernah"), csv(header, "p1,D,pelaksana,S1,seminar|magang|Seminar,Baik,tidak pernah", "p2,D,kepala,S1,,Baik,tidak pernah")]
    expect((await run("career", "professionalism", "--records", good, "--out", join(here, "courses"))).refusal).toBe("")
    expect(await said("career", "professionalism", "--records", bad)).toEqual([
      expect.stringMatching(/^F6.csv, row 2, column courses: found "magang". Known are: .*seminar/),
      'F6.csv, row 2, column courses: found "Seminar", which row 2 has already. Keep one of the two.',
      expect.stringMatching(/^F6.csv, row 3, column kind: found "kepala"/)
    ])
  })

  it("names faults of records and holidays in one round, and a day after the one of the decision", async () => {
    const [records, holidays] = [csv("person,day", "p-1,2026-02-30", "p-1,2027-01-04"), csv("day", "soon")]
    expect(await said("career", "absence", "--records", records, "--holidays", holidays, "--on", "2026-06-30")).toEqual([
      expect.stringMatching(/^F7.csv, row 2, column day: found "2026-02-30"/),
      'F7.csv, row 3, column day: found "2027-01-04", after the day of the report or decision, 2026-06-30. Check the day, or the one in --on.',
      expect.stringMatching(/^F8.csv, row 2, column day: found/)
    ])
  })

  it("names a time to improve that begins after the day of the decision, or ends before it began", async () => {
    const records = csv("person,position,predicate,since,improved,placedOn", "p-1,JPT,Kurang,2026-02-01,,", "p-2,JPT,Kurang,2026-02-02,,", "p-3,JPT,Kurang,2025-02-01,tidak,2025-01-01")
    expect(await said("career", "low-performance", "--records", records, "--on", "2026-02-01")).toEqual([
      `F${files}.csv, row 3, column since: found "2026-02-02", after the day of the report or decision, 2026-02-01. Check the day, or the one in --on.`,
      `F${files}.csv, row 4, column placedOn: found "2025-01-01", earlier than "2025-02-01" in the column since. Check both.`
    ])
  })

  it("names the sheet that was read and the one that is wanted, where a workbook begins with another sheet", async () => {
    const sheet = (name: string, ...columns: ReadonlyArray<Sheet.Written>) => ({ name, size: 1, columns })
    const write = async (name: string, ...sheets: ReadonlyArray<Sheet.Sheet>) => {
      await writeFile(join(here, name), await XlsxWriter.bytes(sheets))
      return join(here, name)
    }
    const cover = sheet("Sampul", Sheet.text("Judul", ["Penilaian 2025"]))
    const rated = (name: string) => sheet(name, Sheet.text("person", ["p-1"]), Sheet.text("unit", ["Dukcapil"]))
    const appraise = (file: string) => said("appraise", "--law", "permenpanrb-6-2022", "--on", "2026-01-20", "--ratings", file)
    expect((await appraise(await write("other.xlsx", cover, rated("Lembar2"))))[0]).toBe('other.xlsx: the sheet "Sampul" was read, which lacks columns of this table. Name the sheet of the table "ratings", or put it first. Other sheets: Lembar2.')
    expect((await appraise(await write("named.xlsx", cover, sheet("Ratings", Sheet.text("person", ["p-1"])))))[0]).toBe('named.xlsx: the sheet "Ratings" was read, which lacks columns of this table. Put the sheet of the table first. Other sheets: Sampul.')
    const found = await write("found.xlsx", cover, rated("ratings"))
    expect((await run("appraise", "--law", "permenpanrb-6-2022", "--on", "2026-01-20", "--ratings", found, "--out", join(here, "found"))).refusal).toBe("")
  })

  it("asks for both limits of the nine-box, the second above the first", async () => {
    expect(await said("career", "nine-box", "--records", "N.csv", "--potential-middle", "50")).toEqual(["career nine-box needs --potential-high: the lowest potential of the top third; no source sets it."])
    expect(await said("career", "nine-box", "--records", "N.csv", "--potential-middle", "50", "--potential-high", "50")).toEqual(["--potential-high: found 50, not above --potential-middle 50. Correct one of them."])
  })
})

describe("what raters refuses", () => {
  it.each([
    [["a=1:60", "b=2:30"], "--group: the weights found add up to 90 percent. Make them 100 together, or give none."],
    [["a=1:60", "b=2"], "--group: without a weight: b, while other groups have one. Give every group a weight, 100 together, or none."],
    [["a=0"], '--group: found "a=0". Write NAME=MINIMUM, with a weight in percent where there is one, such as rekan=3:40.']
  ])("weights and minimums that do not fit: %s", async (groups, expected) => {
    expect(await said("raters", "--scores", "S.csv", ...groups.flatMap((group) => ["--group", group]))).toEqual([expected])
  })

  it("names faults of cells and of pairs in one round, somebody who rates themselves among them", async () => {
    const scores = csv("person,rater,score", "p-1,p-1,80", "p-1,r-1,x", "p-1,r-1,70")
    expect(await said("raters", "--scores", scores)).toEqual([
      'F10.csv, row 2, column rater: found "p-1", who is the person judged. Name who else judged; a rating of oneself needs a group of its own.',
      'F10.csv, row 3, column score: found "x", which is not a number. Write digits only.',
      'F10.csv, row 4, column rater: found "p-1, r-1", which row 3 has already. Keep one of the two.'
    ])
  })
})

describe("an empty list", () => {
  it.each([
    ["appraise", ["appraise", "--law", "permenpanrb-6-2022", "--ratings"], "person,unit"],
    ["appraise, earlier law", ["appraise", "--law", "pp-30-2019", "--ratings"], "person,unit,conduct"],
    ["appraise, recap", ["appraise", "--law", "permenpanrb-6-2022", "--recap"], "person,unit,workResult,conduct,official"],
    ["raters", ["raters", "--scores"], "person,rater,score"],
    ["career", ["career", "absence", "--records"], "person,day"]
  ])("is refused by %s", async (_, args, header) => {
    const empty = csv(header)
    expect(await said(...args, empty)).toEqual([`F${files}.csv: there is nothing under the header. Put one row for each person, unit or formation below it.`])
  })
})

describe("what is said in Indonesian", () => {
  it("names who decides an appraisal", async () => {
    const ratings = csv("person,unit,asExpected,feedbackPositive,conductObserved,workResult,conduct,decidedBy,decidedOn", "p-1,D,arsip,2,consistent,as-expected,as-expected,Kepala Dinas,2026-01-12")
    expect((await run("appraise", "--law", "permenpanrb-6-2022", "--ratings", ratings, "--on", "2026-01-20", "--standing", "penetapan", "--out", out)).refusal)
      .toBe("Tahap penilaian kinerja ditetapkan oleh pejabat penilai, pada e-Kinerja. Jalankan sebagai simulasi atau uji-silang, atau berikan nomor, tanggal, dan SHA-256 surat penetapannya.")
  })
})
