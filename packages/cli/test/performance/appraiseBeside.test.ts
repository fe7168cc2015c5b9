/** What stands around ratings: citizens on services, organisations and teams; the predicate of the organisation; deadlines. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, it } from "vitest"
import { run } from "../inProcess.ts"
import { file, folder, timbang } from "../timbang.ts"

const here = folder()
const out = (name: string) => join(here, name)
const read = (...path: ReadonlyArray<string>) => readFileSync(join(here, ...path), "utf8")

// Two services of one team, one of another unit, and one with too few answers. Answers to U6 and U7 differ by service.
const answers = (service: string, count: number, rest: string, u67: ReadonlyArray<string>) =>
  Array.from({ length: count }, (_, i) => `${service.slice(0, 3)}-${i},${service},${[...rest].join(",")},${u67[i % 2]},3,3`)
const responses = file(here, "R.csv", "respondent,service,u1,u2,u3,u4,u5,u6,u7,u8,u9",
  ...answers("KTP", 30, "33333", ["4,3", "3,3"]), ...answers("akta", 10, "33323", ["2,2", "3,4"]), ...answers("perizinan", 20, "33333", ["3,3", "2,2"]), ...answers("taman", 4, "33333", ["1,1", "1,1"]), ...answers("makam", 4, "33333", ["1,1", "1,1"]))
const services = file(here, "S.csv", "Layanan,Unit Kerja,Tim", "KTP,Dukcapil,loket", "akta,Dukcapil,loket", "akta,Dukcapil,arsip", "taman,Dukcapil,", "makam,Dukcapil,", "perizinan,DPMPTSP,izin")
const header = "person,unit,team,asExpected,feedbackPositive,conductObserved,workResult,conduct,decidedBy,decidedOn,organisation"
const rated = (person: string, team: string, organisation = "Baik") => `${person},Dukcapil,${team},arsip,2,consistent,as-expected,as-expected,Kepala Dinas,2026-01-12,${organisation}`
const ratings = file(here, "A.csv", header, ...["p-1", "p-2", "p-3"].map((person) => rated(person, "loket")), rated("p-4", "arsip"))
const appraise = (name: string, ...args: ReadonlyArray<string>) =>
  run("appraise", "--law", "permenpanrb-6-2022", "--out", out(name), ...(args.includes("--on") ? [] : ["--on", "2026-03-10"]), ...args)

beforeAll(async () => {
  expect((await run("survey", "index", "--responses", responses, "--fewest", "5", "--on", "2026-01-20", "--out", out("survey"))).refusal).toBe("")
})

describe("timbang appraise --services", () => {
  it("gives citizens' evidence to services, the organisation and its teams, never to a person or to a team of one", async () => {
    const { err, refusal } = await appraise("voices", "--ratings", ratings, "--survey", out("survey"), "--services", services)
    expect(refusal).toBe("")
    const [head, ...rows] = read("voices", "citizens.csv").trimEnd().split("\n")
    expect(head).toBe("unit,team,about,of,measure,estimate,lower,upper,answers,services")
    // The organisation: all answers of its services that are shown; the index of a service is the mean of nine elements.
    const [ktp, akta] = [(7 * 3 + 3.5 + 3) / 9 * 25, (6 * 3 + 2 + 2.5 + 3) / 9 * 25]
    const shown = rows.map((row) => row.split(","))
    expect(shown.map(([unit, team, about, of, , , , , count, from]) => [unit, team, about, of, count, from])).toEqual([
      ["Dukcapil", "", "service", "KTP", "30", "KTP"],
      ["Dukcapil", "", "service", "akta", "10", "akta"],
      ["Dukcapil", "", "organisation", "Dukcapil", "40", "KTP|akta"],
      ["Dukcapil", "loket", "team-competence", "loket", "40", "KTP|akta"],
      ["Dukcapil", "loket", "team-conduct", "loket", "40", "KTP|akta"]
    ])
    expect(Number(shown[2]![5])).toBeCloseTo((30 * ktp + 10 * akta) / 40, 1)
    // U6: 3.5 of thirty, 2.5 of ten. The error of one service is the root of its variance by its answers; the two are strata.
    const half = 1.959964 * Math.sqrt((0.75 ** 2 * 0.25 / 29) + (0.25 ** 2 * 0.25 / 9))
    expect(shown[3]!.slice(5, 8)).toEqual(["3.25", (3.25 - half).toFixed(2), (3.25 + half).toFixed(2)])
    for (const left of [": makam, taman.", ": DPMPTSP.", ": Dukcapil / arsip."]) expect(err).toContain(left)
    const [first, , , last] = read("voices", "private/explanations.txt").split("\n\n")
    expect(first).toContain("Suara warga tentang perilaku tim loket: perilaku pelaksana (1-4) 3,00")
    expect(last).not.toContain("tentang perilaku tim")
    expect(last).toContain("Suara warga tentang organisasi Dukcapil: IKM")
    expect(read("voices", "private/appraisals.csv")).not.toContain("IKM")
    expect((await run("report", "performance", out("voices"), "--out", out("voices.html"))).refusal).toBe("")
    expect(read("voices.html")).toContain("Suara warga tentang layanan, organisasi, dan tim")
  })

  it("refuses a service that the survey does not have, twice the same, and --services without a survey", async () => {
    const wrong = file(here, "W.csv", "service,unit,team", "KTPP,Dukcapil,", "akta,Dukcapil,loket", "akta,Dukcapil,loket")
    const bad = file(here, "B.csv", header, rated("p-1", "loket"), rated("p-2", "loket", "Istimewa"), rated("p-3", "loket", "Hebat"))
    const { refusal } = await appraise("wrong", "--ratings", bad, "--survey", out("survey"), "--services", wrong, "--lang", "en")
    expect(refusal.replaceAll(`${here}/`, "").split("\n")).toEqual([
      'B.csv, row 3, column organisation: found "Istimewa", but row 2 has "Baik" for Dukcapil. Write one value in all of its rows.',
      expect.stringMatching(/^B.csv, row 4, column organisation: found "Hebat"/),
      'W.csv, row 2, column service: found "KTPP", which is not in survey/performance.json. Correct it, or add it there.',
      'W.csv, row 4, column service: found "akta", which row 3 has already. Keep one of the two.'
    ])
    expect((await appraise("idle", "--ratings", ratings, "--services", services, "--six-days")).refusal).toBe(
      "--services hanya berlaku bersama --survey. Tambahkan itu, atau hapus --services.\n--six-days hanya berlaku bersama --days. Tambahkan itu, atau hapus --six-days."
    )
  })
})

describe("timbang appraise --organisations", () => {
  const organisations = (name: string, ...rows: ReadonlyArray<string>) => file(here, name, "unit,year,predicate,setBy,setOn,grounds,expected", ...rows)

  it("says which predicate holds, what citizens say beside it, and which spread it makes usual; exit code 1 where rows state another", async () => {
    const late = organisations("late.csv", "Dukcapil,2025,Istimewa,Bupati,2026-02-03,IKU,", "Dukcapil,2024,Sangat Baik,Bupati,2025-01-20,IKU|indeks RB,90")
    const { code, out: said } = timbang("appraise", "--law", "permenpanrb-6-2022", "--on", "2026-03-10", "--out", out("held"), "--ratings", ratings, "--survey", out("survey"), "--services", services, "--organisations", late)
    expect(code).toBe(1)
    expect(said).toContain("Dukcapil: predikat organisasi 2025 tidak ditetapkan sampai 2026-01-31, maka dipakai predikat 2024, Istimewa, ditetapkan Bupati pada 2025-01-20 (PermenPANRB 6/2022, Lampiran, p. 94); dasar: IKU, indeks RB.")
    expect(said).toContain("Dukcapil: kolom organisation berisi Baik, padahal yang berlaku Istimewa.")
    expect(said).toMatch(/suara warga IKM 7\d,\d\d \(.*\), n = 40, di bawah harapan 90,00; berlawanan dengan predikat itu/)
    expect(said).toContain("pola anjuran bagi organisasi berpredikat Istimewa (SE MenPANRB 3/2023; angkanya dari satu sumber): Sangat Baik menjadi kelompok terbesar (0 dari 4, tidak sesuai); Sangat Baik paling banyak 70% (0 dari 4, sesuai).")
  })

  it("takes last year's for now while this year's may still be set, and names a unit that has neither", async () => {
    const before = organisations("before.csv", "Dukcapil,2024,Baik,Bupati,2025-01-20,,")
    const early = await appraise("early", "--ratings", ratings, "--organisations", before, "--on", "2026-01-20")
    expect([early.refusal, early.out.includes("belum ditetapkan; masih dapat sampai 2026-01-31. Sementara dipakai predikat 2024, Baik")]).toEqual(["", true])
    const none = await appraise("none", "--ratings", ratings, "--organisations", organisations("other.csv", "Dinsos,2025,Baik,Bupati,2026-01-20,,"))
    expect(none.out).toContain("Dukcapil: tidak ada predikat organisasi 2025 yang ditetapkan tepat waktu, dan tidak ada predikat 2024.")
  })

  it("takes the words of the regulation alone before the circular, and says that a unit is too small", async () => {
    const old = file(here, "2022.csv", header, rated("p-1", "").replace("2026-01-12", "2023-01-12"))
    const { out: said } = await run("appraise", "--law", "permenpanrb-6-2022", "--ratings", old, "--from", "2022-01-01", "--on", "2023-01-20", "--out", out("2022"))
    expect(said).toContain("(PermenPANRB 6/2022, Lampiran, p. 94-97): Baik menjadi kelompok terbesar (1 dari 1, sesuai)")
    const one = file(here, "one.csv", header, rated("p-1", ""))
    expect((await appraise("one", "--ratings", one)).out).toContain("Dukcapil: unit terlalu kecil untuk pola sebaran mana pun.")
  })

  it("refuses a predicate set after the day of the report, and one that stands twice", async () => {
    const wrong = organisations("wrong.csv", "Dukcapil,2025,Baik,Bupati,2026-04-01,,", "Dukcapil,2024,Baik,Bupati,2025-01-20,,", "Dukcapil,2024,Kurang,Bupati,2025-01-20,,")
    const { refusal } = await appraise("wrong", "--ratings", ratings, "--organisations", wrong, "--lang", "en")
    expect(refusal.replaceAll(`${here}/`, "").split("\n")).toEqual([
      'wrong.csv, row 2, column setOn: found "2026-04-01", after the day of the report or decision, 2026-03-10. Check the day, or the one in --on.',
      'wrong.csv, row 4, column unit: found "Dukcapil / 2024", which row 3 has already. Keep one of the two.'
    ])
  })
})

describe("timbang appraise --days", () => {
  const days = (name: string, ...rows: ReadonlyArray<string>) =>
    file(here, name, "person,signedOn,receivedOn,confirmedOn,objectedOn,answeredOn,result,byRegionHead", ...rows)

  it("says what is due when by which provision, and whether an objection was filed and decided in time", async () => {
    // Holidays on 16 and 17 February: fourteen working days after 2 February end on 24 February, seven after 24 February on 5 March.
    const holidays = file(here, "L.csv", "day", "2026-02-16", "2026-02-17")
    const followed = days("D.csv", "p-1,2026-01-12,2026-02-02,2026-02-03,2026-02-24,2026-03-05,berubah,", "p-2,2026-02-03,2026-02-04,,,,,", "p-3,2026-01-12,2026-02-02,,2026-02-25,2026-03-09,tetap,", "p-4,2026-01-12,2026-01-15,2026-01-15,,,,ya")
    const { err, out: said, refusal } = await appraise("days", "--ratings", ratings, "--days", followed, "--holidays", holidays)
    expect([refusal, err.includes("--holidays")]).toEqual(["", false])
    expect(said).toContain("penilaian tahunan: 3 tepat waktu, 1 terlambat (PermenPANRB 6/2022, Pasal 23-25)")
    expect(said).toContain("keberatan: 1 tepat waktu, 1 terlambat, 1 tidak dipakai sampai batasnya")
    const rows = read("days", "private/deadlines.csv").split("\n")
    expect(rows).toContain('p-1,objection,received,2026-02-02,2026-02-24,2026-02-24,met,,"PermenPANRB 6/2022, Lampiran, p. 114-119"')
    expect(rows).toContain('p-1,decision-on-objection,objected,2026-02-24,2026-03-05,2026-03-05,met,berubah,"PermenPANRB 6/2022, Lampiran, p. 114-119"')
    expect(rows.filter((row) => row.startsWith("p-4,objection"))).toEqual([])
    expect(read("days", "private/explanations.txt")).toContain("p-4: dinilai kepala daerah, maka penilaian final dan keberatan tidak terbuka; alasannya wajib tercatat (PermenPANRB 6/2022, Lampiran, p. 90).")
    expect((await run("report", "performance", out("days"), "--out", out("days.html"), "--lang", "en")).refusal).toBe("")
    expect(read("days.html")).toContain("Objections: 2 filed, 1 in time; 1 decided in time, 1 late; 1 changed the rating.")
  })

  it("names what the end of the period makes due, without any days; and follows PP 30/2019 for old records", async () => {
    expect((await appraise("period", "--ratings", ratings, "--on", "2026-01-31")).out).toContain("penilaian tahunan: masih berjalan, batas 2026-01-31, 31 hari sesudah akhir periode (PermenPANRB 6/2022, Pasal 23-25)")
    const old = file(here, "old.csv", "person,unit,workPlan,conduct", "p-1,Dukcapil,91,90")
    expect((await run("appraise", "--law", "pp-46-2011", "--ratings", old, "--out", out("oldest"))).out).not.toContain("pemeringkatan")
    const { out: said } = await run("appraise", "--law", "pp-30-2019", "--ratings", old, "--days", days("old-days.csv", "p-1,2020-01-10,2020-01-13,,2020-01-28,,,"), "--from", "2019-01-01", "--on", "2020-03-01", "--out", out("old"))
    expect(said).toContain("keberatan: 1 terlambat (PP 30/2019, Pasal 59)")
  })

  it("names every day that cannot be, and somebody who is not in the ratings", async () => {
    const wrong = days("wrong-days.csv", "p-1,2026-01-12,2026-01-10,,,,,", "p-9,2026-01-12,2026-04-01,,,,,", "p-2,,,,2026-01-20,,tetap,", "p-3,2024-12-31,,,,,,")
    const { refusal } = await appraise("wrong", "--ratings", ratings, "--days", wrong, "--lang", "en")
    expect(refusal.replaceAll(`${here}/`, "").split("\n")).toEqual([
      'wrong-days.csv, row 2, column receivedOn: found "2026-01-10", earlier than "2026-01-12" in the column signedOn. Check both.',
      'wrong-days.csv, row 3, column person: found "p-9", which is not in A.csv. Correct it, or add it there.',
      'wrong-days.csv, row 3, column receivedOn: found "2026-04-01", after the day of the report or decision, 2026-03-10. Check the day, or the one in --on.',
      "wrong-days.csv, row 4, column receivedOn: the cell is empty, but the column objectedOn of the row is filled. Fill both, or neither.",
      "wrong-days.csv, row 4, column answeredOn: the cell is empty, but the column result of the row is filled. Fill both, or neither.",
      'wrong-days.csv, row 5, column signedOn: found "2024-12-31", before the period begins on 2025-01-01. Check the day, or the period in --from.'
    ])
  })
})

describe("timbang appraise --law pp-30-2019", () => {
  it("shows which rankings keep the caps of Pasal 41 (8), as in the example of its elucidation, and ranks nobody", async () => {
    // P14: 5, 20, 10, 5 and 10 of fifty people; with 60% in the middle the groups are 10, 30 and 10.
    const values = [["ya", 115, 5], ["tidak", 95, 20], ["tidak", 75, 10], ["tidak", 55, 5], ["tidak", 40, 10]] as const
    const rows = values.flatMap(([idea, value, count]) => Array.from({ length: count }, (_, i) => `p-${value}-${i},Dukcapil,${value},${value},${idea}`))
    const fifty = file(here, "fifty.csv", "person,unit,workPlan,conduct,hasIdea", ...rows)
    const { out: said } = await run("appraise", "--law", "pp-30-2019", "--ratings", fifty, "--out", out("fifty"))
    expect(said).toContain("Dukcapil, 50 pegawai: 21 cara pemeringkatan memenuhi batas (PP 30/2019, Pasal 41 (8)); misalnya di atas ekspektasi 10 (5 Sangat Baik, 5 Baik); sesuai ekspektasi 30 (15 Baik, 10 Cukup, 5 Kurang); di bawah ekspektasi 10 (10 Sangat Kurang). Batas kelompok memotong predikat Baik. Tim penilai yang memeringkat; di sini tidak seorang pun diperingkat.")
  })
})
