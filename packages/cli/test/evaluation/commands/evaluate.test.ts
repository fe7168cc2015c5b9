import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { NeedAdjustment } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { ReportFile } from "@timbang/report"
import { AdjustmentsFile } from "@timbang/source-files"
import { Effect, Result } from "effect"
import { describe, expect, it } from "vitest"
import { templates } from "../../../src/Templates.ts"
import { run } from "../../inProcess.ts"
import { file, folder, timbang } from "../../timbang.ts"

const here = folder()
const made = (name: string): string => {
  mkdirSync(join(here, name), { recursive: true })
  return join(here, name)
}

const formations = file(here, "F.csv", "formation,position,education,location,category,seats,agency", "F1,Bidan,D-III Kebidanan,Siulak,umum,3,Kabupaten Kerinci", "F2,Bidan,D-III Kebidanan,Kayu Aro,umum,1,Kabupaten Kerinci")
const candidates = Array.from({ length: 14 }, (_, i) => `24${String(i).padStart(2, "0")},${i < 2 ? "F1" : "F2"},110,150,${180 + i},${60 + i},3.40,1995-01-${String(1 + i).padStart(2, "0")}`)
const participants = file(here, "P.csv", "participant,formation,twk,tiu,tkp,skb,gpa,birthDate", ...candidates)
const selection = join(here, "selection")

const before = made("before")
file(before, "staffing.csv", "unit,jobFamily,staff", "Siulak,Bidan,4", "Kayu Aro,Bidan,3")
file(before, "need.csv", "unit,jobFamily,required", "Siulak,Bidan,7.5", "Kayu Aro,Bidan,4")
const after = made("after")
file(after, "staffing.csv", "Unit Kerja,Jabatan,Pegawai,Keluar", "Siulak,Bidan,5,1", "Kayu Aro,Bidan,4,0")
file(after, "need.csv", "unit,jobFamily,required", "Siulak,Bidan,7.5", "Kayu Aro,Bidan,4")
const units = Array.from({ length: 24 }, (_, i) => i < 2 ? ["Siulak", "Kayu Aro"][i]! : `unit ${i}`)
const services = (isAfter: boolean) => units.map((unit, i) => `${unit},persalinan ditolong nakes,more,${60 + i * 7 % 11 + (isAfter ? i % 3 + (i < 2 ? 9 : 0) : 0)}`)
file(before, "services.csv", "unit,indicator,better,outcome", ...services(false))
file(after, "services.csv", "unit,indicator,better,outcome", ...services(true))
file(after, "groups.csv", "grouping,group,selected,applicants", "jenis kelamin,perempuan,3,60", "jenis kelamin,laki-laki,0,40", "disabilitas,ya,0,4", "disabilitas,tidak,3,96")
file(after, "costs.csv", "kind,rupiah", "ujian,148500000")
file(after, "recruits.csv", "participant,performance", "2400,80", "2413,91")
file(after, "competences.csv", "unit,jobFamily,competence,rating,standard", ...[2, 2.25, 2.5, 2.1].map((rating) => `Kayu Aro,Bidan,asuhan persalinan,${rating},3`))
file(after, "courses.csv", "competence,course,hours", "asuhan persalinan,APN,20")

describe("timbang evaluate", () => {
  it("joins staff, need, services and the selection to an evaluation, its adjustments and a summary", async () => {
    expect(timbang("select", "--rules", "cpns-2024", "--formations", formations, "--participants", participants, "--out", selection, "--filling", "off").code).toBe(0)
    const out = join(here, "evaluation")
    const done = timbang("evaluate", "--before", before, "--after", after, "--selection", selection, "--out", out, "--on", "2026-06-30", "--round", "CPNS 2024")
    expect([done.code, done.err]).toEqual([0, ""])
    expect(readdirSync(out).sort()).toEqual(["evaluation.json", "need-adjustments.csv", "summary.txt", "training-plan.csv"])
    expect(done.out).toContain("CPNS 2024, Kabupaten Kerinci: kebutuhan ")
    expect(done.out).toContain("kurang 4,5 orang sebelumnya, 2,5 orang sekarang")

    const evaluation = Result.getOrThrow(ReportFile.read("evaluation", readFileSync(join(out, "evaluation.json"), "utf8")))
    expect(evaluation.fulfilment.cells.map(({ filled, opened, unit, verdict }) => [unit, opened, filled, verdict])).toEqual([["Kayu Aro", 1, 1, "met"], ["Siulak", 3, 2, "partly"]])
    expect(evaluation.fulfilment.outcomes.map(({ indicator }) => indicator)).toEqual(["persalinan ditolong nakes"])
    expect(evaluation.fairness?.map(({ grouping, within }) => [grouping, within])).toEqual([["lokasi", "jabatan"], ["jenis kelamin", undefined], ["disabilitas", undefined]])
    // Four applicants with a disability are too few to be shown, and their complement would give them away.
    expect(evaluation.fairness?.[2]?.together.groups).toEqual([])
    expect(JSON.stringify(evaluation, (_, value) => typeof value === "bigint" ? String(value) : value)).not.toContain("2413")
    expect(evaluation.validity?.recruits).toBe(2)
    expect(evaluation.report?.costPerFilledSeat).toBe(74_250_000n)
    expect(evaluation.training?.plans?.flatMap(({ plan }) => plan.sessions).map(({ course, hours }) => [course, hours])).toEqual([["APN", 20]])

    const adjustments = await Effect.runPromise(AdjustmentsFile.read(join(out, "need-adjustments.csv")))
    const said = (of: typeof adjustments) => of.map(({ change, reasons, unit }) => [unit, change, reasons.map(({ finding }) => finding)])
    expect(said(adjustments)).toEqual(said(evaluation.adjustments))
    const claims = ["Kayu Aro", "Siulak"].map((unit) => ({ unit, jobFamily: "Bidan", people: Fraction.one }))
    const next = Result.getOrThrow(NeedAdjustment.take(claims, adjustments))
    expect(next.claims.map(({ people }) => Fraction.format(people))).toEqual(["1", "3"])
  })

  it("keeps a lack of means apart, counts recruits only for the work of their job family, and studies each exam by itself", () => {
    const equipped = made("after-means")
    for (const name of readdirSync(after)) file(equipped, name, readFileSync(join(after, name), "utf8").trimEnd())
    file(equipped, "means.csv", "unit,jobFamily,rating,standard", ...[1.5, 2, 1.75, 2.25].map((rating) => `Kayu Aro,Bidan,${rating},3`))
    // Two of four are contract staff: their courses stay under 24 hours in a contract year (PP 49/2018, Pasal 40), those of PNS fill 20.
    file(equipped, "competences.csv", "unit,jobFamily,competence,rating,standard,Status Kepegawaian", ...[2, 2.25, 2.5, 2.1].map((rating, i) => `Kayu Aro,Bidan,asuhan persalinan,${rating},3,${["PNS", "P3K", "PPPK", ""][i]}`))
    file(equipped, "courses.csv", "competence,course,hours", "asuhan persalinan,APN,45")
    file(equipped, "known.csv", "performanceReliability,scoreReliability", "0.52,0.9")
    const others = (isAfter: boolean) => services(isAfter).map((row) => row.replace("persalinan ditolong nakes", "kehadiran guru") + ",Guru")
    for (const [where, isAfter] of [[before, false], [equipped, true]] as const) {
      file(where, "services.csv", "unit,indicator,better,outcome,jobFamily", ...services(isAfter).map((row) => `${row},Bidan`), ...others(isAfter))
    }
    const out = join(here, "evaluation-means")
    expect(timbang("evaluate", "--before", before, "--after", equipped, "--selection", selection, "--out", out, "--on", "2026-06-30").code).toBe(0)
    const evaluation = Result.getOrThrow(ReportFile.read("evaluation", readFileSync(join(out, "evaluation.json"), "utf8")))
    expect(evaluation.training?.plans?.map(({ plan: { allowance, sessions }, staff }) => [staff, allowance.is, sessions.map(({ hours, people }) => [hours, people])])).toEqual([
      ["PNS", "floor", [[20, 1], [20, 1], [5, 1]]],
      ["PPPK", "ceiling", [[24, 2], [21, 2]]],
      [undefined, "ceiling", [[20, 1], [20, 1], [5, 1]]]
    ])
    expect(readFileSync(join(out, "training-plan.csv"), "utf8")).toContain("Kayu Aro,Bidan,PPPK,1,asuhan persalinan,APN,24,2\n")
    expect(readFileSync(join(out, "summary.txt"), "utf8")).toContain("Rencana pelatihan PPPK: 2 tahun perjanjian kerja, paling banyak 24 JP setahun (PP 49/2018, Pasal 40).")
    expect(evaluation.training?.gaps.map(({ advice, means, skill }) => [skill, means, advice])).toEqual([["below", "below", "train-and-equip"]])
    // Midwives arrived, no teacher did: nothing can be said of what teachers do.
    expect(evaluation.fulfilment.outcomes.map(({ estimate, indicator }) => [indicator, "difference" in estimate])).toEqual([["persalinan ditolong nakes", true], ["kehadiran guru", false]])
    expect(evaluation.examValidity?.map(({ exam, validity }) => [exam, validity.recruits, validity.corrected.map(({ correction }) => correction)])).toEqual([["skd", 2, ["thorndike-3"]], ["skb", 2, ["thorndike-3"]]])
    expect(evaluation.validity?.corrected.map(({ correction }) => correction)).toEqual(["thorndike-2", "attenuation-then-thorndike-2", "attenuation"])
    const page = join(here, "means.html")
    expect(timbang("report", "evaluation", out, "--out", page).code).toBe(0)
    expect(readFileSync(page, "utf8")).toContain("Apakah SKB sendiri menandai kinerja kemudian")
    expect(readFileSync(page, "utf8")).toContain("Rencana pelatihan PPPK: paling banyak 24 JP setahun bagi setiap orang")
  })

  it("evaluates a selection from nothing but templates and what select wrote, through commands, and hands the needs round its adjustments", async () => {
    const round = made("round")
    const at = (...path: ReadonlyArray<string>) => join(round, ...path)
    const done = async (...args: ReadonlyArray<string>) => {
      const ended = await run(...args)
      expect(ended.refusal).toBe("")
      return ended.out
    }
    await done("rules", "template", "cpns-2024", "--out", at("round.xlsx"))
    made("round/before")
    made("round/after")
    const tables = Object.keys(templates).filter((name) => /^(before|after)\//.test(name))
    for (const name of tables) await done("template", name, "--csv", "--out", at(`${name}.csv`))
    // Who is in the sample row of recruits passes, another one fails the threshold of TWK; the template has two seats.
    const participants = file(round, "P.csv", "participant,formation,twk,tiu,tkp,skb,gpa,birthDate", "24000000000001,F-001,110,150,190,70,3.4,1995-01-01", "24000000000002,F-001,60,150,190,80,3.4,1995-01-02")
    await done("select", "--rules", "cpns-2024", "--formations", at("round.xlsx"), "--participants", participants, "--out", at("selection"), "--filling", "off")
    expect(await done("evaluate", "--before", at("before"), "--after", at("after"), "--selection", at("selection"), "--out", at("evaluation"), "--on", "2026-06-30", "--round", "CPNS 2024", "--agency", "Kabupaten Contoh")).toContain("CPNS 2024, Kabupaten Contoh: kebutuhan ")
    const { fairness, fulfilment, report, training, validity } = Result.getOrThrow(ReportFile.read("evaluation", readFileSync(at("evaluation", "evaluation.json"), "utf8")))
    expect(fulfilment.cells.map(({ filled, jobFamily, opened, unit }) => [unit, jobFamily, opened, filled])).toEqual([["Puskesmas Siulak", "Bidan", 2, 1]])
    expect([validity?.recruits, report?.receiptsVerified.count, training?.gaps.length, fairness?.map(({ grouping }) => grouping)]).toEqual([1, 97, 1, ["jenis kelamin"]])
    for (const lang of ["id", "en"]) {
      await done("report", "evaluation", at("evaluation"), "--out", at(`${lang}.html`), "--lang", lang, "--xlsx", "--docx")
      expect(["html", "xlsx", "docx"].every((ending) => existsSync(at(`${lang}.${ending}`)))).toBe(true)
    }
    expect(await Effect.runPromise(AdjustmentsFile.read(at("evaluation", "need-adjustments.csv")))).not.toEqual([])
  })

  /** The lines of a refusal, without the folder that the test works in; nothing may be written. */
  const refused = async (...args: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
    const out = join(here, "refused")
    const { refusal } = await run("evaluate", ...args, "--out", out)
    expect(existsSync(out)).toBe(false)
    return refusal.split("\n").map((line) => line.replaceAll(`${here}/`, ""))
  }

  it("refuses one folder for both, and a run that is none beside the tables that are not there, in one go", async () => {
    expect(await refused("--before", before, "--after", join(before, "../before"), "--selection", selection, "--fewest", "1", "--on", "2025-02-30")).toEqual([
      "--fewest: ditemukan 1, terlalu sedikit untuk melindungi orang di dalam kelompok. Tulis 3 atau lebih.",
      '--on: ditemukan "2025-02-30", bukan tanggal yang ada. Tulis TTTT-BB-HH.',
      "--before dan --after: keduanya folder before. Sebutkan dua folder yang berbeda."
    ])
    expect(await refused("--before", join(here, "none"), "--after", after, "--selection", join(here, "no-run"))).toEqual([
      "--before: none bukan folder yang ada. Periksa namanya.",
      "--selection: no-run bukan folder yang ada. Periksa namanya."
    ])
    const lines = await refused("--before", made("nothing"), "--after", after, "--selection", before)
    expect(lines.map((line) => line.slice(0, line.indexOf(": ")))).toEqual(["nothing/staffing.csv", "nothing/need.csv", "before/manifest.json"])
  })

  it("names by file and row whatever one table has and another, or the selection, does not", async () => {
    const [first, last] = [made("first"), made("last")]
    file(first, "staffing.csv", "unit,jobFamily,staff", "Siulak,Bidan,4", "Gunung Raya,Bidan,2")
    file(first, "need.csv", "unit,jobFamily,required", "Siulak,Bidan,7.5")
    file(first, "services.csv", "unit,indicator,better,outcome", "Siulak,persalinan,more,70")
    file(first, "drivers.csv", "unit,jobFamily,indicator", "Siulakk,Bidan,persalinan")
    file(first, "cells.csv", "formation,unit,jobFamily", "F9,Siulak,Bidan")
    file(last, "staffing.csv", "unit,jobFamily,staff", "Siulak,Bidan,5")
    file(last, "need.csv", "unit,jobFamily,required", "Siulak,Bidan,7.5")
    file(last, "services.csv", "unit,indicator,better,outcome", "Siulak,persalinan,less,70")
    file(last, "recruits.csv", "participant,performance", "2400,80", "9999,70", "2405,60")
    expect(await refused("--before", first, "--after", last, "--selection", selection)).toEqual([
      'first/staffing.csv, baris 3, kolom unit: ditemukan "Gunung Raya / Bidan", tidak ada di first/need.csv, last/staffing.csv, last/need.csv. Perbaiki, atau tambahkan di sana.',
      'first/cells.csv, baris 2, kolom formation: ditemukan "F9", tidak ada pada hasil seleksi selection. Perbaiki, atau berikan hasil seleksi yang memuatnya.',
      'first/drivers.csv, baris 2, kolom unit: ditemukan "Siulakk / Bidan", tidak ada di first/need.csv. Perbaiki, atau tambahkan di sana.',
      'last/services.csv, baris 2, kolom better: ditemukan "less", padahal baris 2 pada first/services.csv berisi "more" untuk persalinan. Tulis satu nilai pada semua barisnya.',
      'last/recruits.csv, baris 3, kolom participant: ditemukan "9999", tidak ada pada hasil seleksi selection. Perbaiki, atau berikan hasil seleksi yang memuatnya.',
      'last/recruits.csv, baris 4, kolom participant: ditemukan "2405", peserta yang tidak mendapat formasi pada selection. Perbaiki nomornya, atau berikan hasil seleksi yang terakhir.',
      "selection: formasi F2 (Kayu Aro / Bidan) tidak ada di first/staffing.csv, first/need.csv, last/staffing.csv, last/need.csv. Tambahkan barisnya, nol ditulis 0; atau sebutkan unit dan rumpun jabatannya di first/cells.csv."
    ])
  })
})
