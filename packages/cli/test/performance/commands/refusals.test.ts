/** What `timbang measure`, `survey index` and `evaluate` answer to options and files that cannot be used. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { run } from "../../inProcess.ts"
import { file, folder } from "../../timbang.ts"

const here = folder()
const out = join(here, "out")

/** The lines of a refusal, without the folder that the test works in; nothing may be written. */
const refused = async (...args: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
  const { refusal } = await run(...args, "--out", out)
  expect(existsSync(out)).toBe(false)
  return refusal.split("\n").map((line) => line.replaceAll(`${here}/`, ""))
}

describe("timbang measure course", () => {
  const course = (name: string, ...rows: ReadonlyArray<string>) => file(here, name, "measure,period,value,part,whole,better,target", ...rows)

  it("names each row that counts where the measure is measured, or that does both", async () => {
    const mixed = course("mixed.csv", "izin,2026-01,5,,,low,", "izin,2026-02,,3,40,low,", "izin,2026-03,4,2,40,low,", "lain,2026-01,,,40,low,")
    expect(await refused("measure", "course", "--measures", mixed)).toEqual([
      'mixed.csv, baris 3, kolom part: ditemukan "3", padahal baris 2 mengisi kolom value untuk izin. Pada semua barisnya isi part atau value, tidak keduanya.',
      'mixed.csv, baris 4, kolom value: ditemukan "4", padahal baris 4 mengisi kolom part untuk izin. Pada semua barisnya isi value atau part, tidak keduanya.',
      "mixed.csv, baris 5, kolom part: sel kosong. Isilah."
    ])
  })

  it("refuses a table without rows, as measure rank does", async () => {
    const said = "tidak ada baris di bawah judul kolom. Tulis satu baris untuk setiap orang, unit, atau formasi di bawahnya."
    expect(await refused("measure", "course", "--measures", course("no-rows.csv"))).toEqual([`no-rows.csv: ${said}`])
    expect(await refused("measure", "rank", "--answers", file(here, "no-answers.csv", "unit,score"))).toEqual([`no-answers.csv: ${said}`])
  })

  it("refuses a period that stands twice, and two directions or targets of one measure", async () => {
    const twice = course("twice.csv", "izin,2026-01,5,,,low,", "izin,2026-01,6,,,low,4", "izin,2026-02,6,,,high,4.5", "lain,2026-01,5,,,high,")
    expect(await refused("measure", "course", "--measures", twice, "--lang", "en")).toEqual([
      'twice.csv, row 3, column period: found "izin / 2026-01", which row 2 has already. Keep one of the two.',
      'twice.csv, row 4, column better: found "high", but row 2 has "low" for izin. Write one value in all of its rows.',
      'twice.csv, row 4, column target: found "4.5", but row 3 has "4" for izin. Write one value in all of its rows.'
    ])
  })
})

describe("timbang measure rank", () => {
  const answers = (name: string, ...rows: ReadonlyArray<string>) => file(here, name, "unit,score", ...rows)

  it("names every option that cannot be at once, before the file is read", async () => {
    const lines = await refused("measure", "rank", "--answers", "nothing.csv", "--seed=-1", "--bar", "2", "--tail-percent", "80", "--fewest", "2", "--on", "2025-02-30", "--standing", "penetapan", "--letter-number", "1")
    expect(lines.map((line) => line.split(/[: ]/)[0])).toEqual(["--bar", "--tail-percent", "--seed", "--fewest", "--on", "--standing", "--standing"])
  })

  it("says what to do where nothing can be compared", async () => {
    const single = answers("single.csv", "a,3", "b,4", "c,2")
    expect(await refused("measure", "rank", "--answers", single)).toEqual([
      "single.csv: setiap unit hanya memiliki satu jawaban, sehingga tidak dapat dihitung seberapa pasti rata-ratanya. Berikan satu baris untuk setiap responden, bukan satu untuk setiap unit."
    ])
    const alike = answers("alike.csv", "a,3", "a,3", "b,4", "b,4")
    expect((await refused("measure", "rank", "--answers", alike, "--lang", "en"))[0]).toContain("all answers within each unit are the same")
    const few = answers("few.csv", "a,3", "a,4", "b,4", "b,5")
    expect(await refused("measure", "rank", "--answers", few, "--lang", "en")).toEqual([
      "few.csv: 0 units can be compared, 2 are needed; 2 have fewer than 10 answers. Wait for more answers, or join small units."
    ])
  })
})

describe("timbang survey index", () => {
  it("names every option that cannot be at once", async () => {
    const lines = await refused("survey", "index", "--responses", "nothing.csv", "--form", "2004", "--weights", "0.11", "--fewest", "1", "--on", "yesterday", "--target", "400", "--invited", "0")
    expect(lines.map((line) => line.split(/[: ]/)[0])).toEqual(["--target", "--invited", "--weights", "--fewest", "--on"])
  })

  const header = "respondent,u1,u2,u3,u4,u5,u6,u7,u8,u9"
  const rows = (more = "") => Array.from({ length: 12 }, (_, at) => `R-${at},3,3,3,4,3,3,3,3,3${more === "" ? "" : at % 2 === 0 ? ",L" : more}`)

  it("says that there is no row, and which elements nobody answered", async () => {
    expect(await refused("survey", "index", "--responses", file(here, "none.csv", header))).toEqual([
      "none.csv: tidak ada baris di bawah judul kolom. Tulis satu baris untuk setiap orang, unit, atau formasi di bawahnya."
    ])
    expect(await refused("survey", "index", "--responses", file(here, "blank.csv", header, "R-1,3,3,,3,3,3,3,3,"), "--lang", "en")).toEqual([
      "blank.csv: nobody answered U3, U9. The index needs answers to every element; fill the columns."
    ])
  })

  it("names what margins, words and complaints contradict: a category twice or not listed, a column nobody filled, a word for two answers", async () => {
    const answers = file(here, "sexed.csv", `${header},sex`, ...rows(",P"))
    const asked = (...more: ReadonlyArray<string>) => refused("survey", "index", "--responses", answers, ...more)
    const margins = (name: string, ...lines: ReadonlyArray<string>) => file(here, name, "margin,category,users", ...lines)
    expect(await asked("--margins", margins("twice.m.csv", "sex,P,500", "sex,L,400", "sex,P,400"))).toEqual([
      'twice.m.csv, baris 4, kolom category: ditemukan "sex / P", sudah ada di baris 2. Sisakan salah satu.'
    ])
    expect(await asked("--margins", margins("sums.m.csv", "sex,P,500", "age,tua,300", "sex,L,400", "age,muda,500", "education,S1,0"))).toEqual([
      "sums.m.csv, baris 3, kolom users: age berjumlah 800, padahal sex, mulai baris 2, berjumlah 900. Samakan jumlahnya.",
      "sums.m.csv, baris 6, kolom users: education berjumlah 0, padahal sex, mulai baris 2, berjumlah 900. Samakan jumlahnya."
    ])
    expect(await asked("--margins", margins("none.m.csv", "sex,P,0", "sex,L,400", "sex,X,500"), "--lang", "en")).toEqual([
      'none.m.csv, row 2, column category: found "P" without users, but respondents have it in the column sex of sexed.csv. Correct the number of users, or the respondents\' category.',
      'none.m.csv, row 4, column category: found "X" with users, but no respondent who answered every element has it in the column sex of sexed.csv. Join the category with another, in both files.'
    ])
    expect(await asked("--margins", margins("half.m.csv", "sex,P,500"))).toEqual([
      'sexed.csv, baris 2, kolom sex: ditemukan "L", tidak ada di half.m.csv. Perbaiki, atau tambahkan di sana.'
    ])
    expect(await asked("--margins", margins("age.m.csv", "age,tua,500"), "--lang", "en")).toEqual([
      "sexed.csv, row 1, column age: the column is not there or empty, but age.m.csv asks for it. Fill it, or take the rows of age out of age.m.csv."
    ])
    expect(await asked("--margins", margins("users.m.csv", "sex,P,500", "sex,L,400"), "--population", "99")).toEqual([
      "--population 99: bukan 900 pengguna seperti pada users.m.csv. Samakan keduanya, atau hilangkan --population."
    ])
    expect(await asked("--words", file(here, "words.csv", "answer,word", "3,oke", "4,OKE"))).toEqual([
      'words.csv, baris 3, kolom answer: ditemukan "4", padahal baris 2 berisi "3" untuk OKE. Tulis satu nilai pada semua barisnya.'
    ])
    expect(await asked("--complaints", file(here, "complaints.csv", "service,complaints,served", "KTP,12,3"))).toEqual([
      'complaints.csv, baris 2, kolom complaints: ditemukan "12", lebih banyak daripada "3" pada kolom served. Periksa keduanya.'
    ])
  })

  it("names the elements in the language asked for", async () => {
    const answers = file(here, "named.csv", header, ...rows())
    const names = async (lang: string) => (await run("survey", "index", "--responses", answers, "--lang", lang)).out.split("\n").filter((line) => /^U[19]\t/.test(line)).map((line) => line.split("\t")[1])
    expect([await names("id"), await names("en")]).toEqual([["persyaratan", "sarana dan prasarana"], ["requirements", "facilities and infrastructure"]])
  })
})
