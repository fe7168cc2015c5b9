import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { run } from "../../inProcess.ts"
import { file, folder, timbang } from "../../timbang.ts"

const here = folder()
const out = (name: string) => join(here, name)
const text = (...path: ReadonlyArray<string>) => readFileSync(join(here, ...path), "utf8")

describe("timbang allocate", () => {
  const claims = file(here, "C.csv", "unit,claim,min,max", "Hulu,7,,", "Hilir,7,,", "Pulau,3.5,1,1")

  it("writes unit, claim, min, max, seats and draw in input order, and the steps of every post", () => {
    const done = timbang("allocate", "--claims", claims, "--seats", "4", "--method", "sainte-lague", "--out", out("a"))
    expect(done.code).toBe(0)
    expect(text("a", "allocation.csv")).toBe("unit,claim,min,max,seats,draw\nHulu,7,,,1,D1:1/2\nHilir,7,,,1,D1:1/2\nPulau,3.5,1,1,1,\n")
    expect(done.err).toContain("Perlu undian: 1 formasi di antara Hilir, Hulu.")
    expect(done.err).toContain("SIMULASI")
    expect(text("a", "steps.csv").split("\n").slice(0, 3)).toEqual(["place,unit,nth,basis,by", "1,Pulau,1,minimum,", "2,Hilir,1,quotient,14"])
    expect(readdirSync(out("a")).sort()).toEqual(["allocation.csv", "allocation.xlsx", "manifest.json", "steps.csv"])
  })

  it("takes the units drawn back, and refuses one that stands in no draw", () => {
    const done = timbang("allocate", "--claims", claims, "--seats", "4", "--drawn", "Hilir", "--format", "csv")
    expect(done.out).toBe("unit,claim,min,max,seats,draw\nHulu,7,,,1,\nHilir,7,,,2,\nPulau,3.5,1,1,1,\n")
    const refused = timbang("allocate", "--claims", claims, "--seats", "4", "--drawn", "Pulau", "--out", out("none"))
    expect([refused.code, existsSync(out("none")), refused.err.includes("Pulau")]).toEqual([2, false, true])
  })

  it("shares by each of the eight methods", () => {
    const five = file(here, "C5.csv", "unit,claim", "A,5117", "B,4400", "C,162", "D,161", "E,160")
    const seats = (method: string) => {
      const done = timbang("allocate", "--claims", five, "--seats", "100", "--method", method, "--format", "json")
      return JSON.parse(done.out).allocation.map(({ seats: own }: { readonly seats: number }) => own)
    }
    expect(seats("dhondt")).toEqual([52, 45, 1, 1, 1])
    expect(seats("adams")).toEqual([51, 43, 2, 2, 2])
    for (const method of ["sainte-lague", "modified-sainte-lague", "huntington-hill", "dean", "largest-remainder", "quota"]) {
      expect(seats(method).reduce((sum: number, own: number) => sum + own, 0)).toBe(100)
    }
  })

  it("lists every fault of a claims file with row and column, and writes nothing", () => {
    const broken = file(here, "broken.csv", "unit,claim,min,max", "A,-1,,", "B,2,5,3", "B,2,,")
    const refused = timbang("allocate", "--claims", broken, "--seats", "4", "--out", out("broken"))
    expect([refused.code, existsSync(out("broken"))]).toEqual([2, false])
    for (const part of ["baris 2, kolom claim"]) expect(refused.err).toContain(part)
    const bounds = timbang("allocate", "--claims", file(here, "bounds.csv", "unit,claim,min,max", "B,2,5,3", "B,2,,"), "--seats", "4", "--lang", "en")
    expect(bounds.err).toContain("row 2, column max")
    expect(bounds.err).toContain("row 3, column unit")
  })
})

describe("timbang formations refuses in words", () => {
  const positions = file(here, "POS9.csv", "position,education,asn", "Guru,S-1 PGSD,pns")
  const allocation = file(here, "A9.csv", "unit,position,seats", "SDN 1,Guru,2")
  const open = (target: string, ...more: ReadonlyArray<string>) =>
    run("formations", "--allocation", allocation, "--positions", positions, "--on", "2026-05-01", "--out", target, ...more)
  it("a file that is there already, a folder that is not, a kind of need that reserves nothing", async () => {
    const there = file(here, "there.csv", "punya orang lain")
    expect((await open(there)).refusal).toBe(`${there}: sudah ada berkas bernama itu; pilih nama lain`)
    expect(readFileSync(there, "utf8")).toContain("punya orang lain")
    expect((await open(out("tidak/ada/F.csv"))).refusal).toContain("berkas atau folder tidak ada")
    expect((await open(out("F9.csv"), "--drawn-reserved", "diaspora=SDN 1 / Guru")).refusal).toBe('--drawn-reserved: ditemukan "diaspora", tidak ada dalam masukan. Yang ada: disabilitas.')
    expect((await open(out("F9.csv"), "--drawn-reserved", "SDN 1 / Guru", "--lang", "en")).refusal).toContain('Write it as disabilitas="UNIT / JABATAN"')
    expect(existsSync(out("F9.csv"))).toBe(false)
  })
})

describe("timbang allocate refuses, naming option or file, row and column", () => {
  const csv = (name: string, ...lines: ReadonlyArray<string>) => file(here, `${name}.csv`, "unit,claim,min,max", ...lines)
  const plain = csv("plain", "A,1,,", "B,2,,")
  it.each([
    ["nothing to share by", ["--seats", "10"], /berikan --claims C\.csv.* atau --cells CELLS\.csv/],
    ["a file that is not there", ["--claims", join(here, "nope.csv"), "--seats", "10"], /nope\.csv: berkas tidak ada/],
    ["no number of posts", ["--claims", plain], /berapa formasi\? Berikan --seats N/],
    ["fewer posts than none", ["--claims", plain, "--seats", "-3"], /--seats: jumlah formasi adalah -3/],
    ["a unit drawn that nobody knows, where no draw is open", ["--claims", plain, "--seats", "9", "--drawn", "Z"], /--drawn: .*Z tidak ada dalam undian.*Tidak ada undian yang terbuka/],
    ["all claims zero", ["--claims", csv("zero", "A,0,,", "B,0,,"), "--seats", "10"], /zero\.csv, kolom claim: semua klaim 0/],
    ["minimums above the posts", ["--claims", csv("min", "A,1,6,", "B,2,7,"), "--seats", "10"], /min\.csv, kolom min: .*3 formasi lebih banyak dari 10/],
    ["maximums below the posts", ["--claims", csv("max", "A,1,,3", "B,2,,3"), "--seats", "10"], /max\.csv, kolom max: 4 dari 10 formasi tidak muat/],
    ["no rows", ["--claims", csv("none"), "--seats", "10"], /none\.csv: tidak ada baris/],
    ["a unit twice and bounds crossed", ["--claims", csv("twice", "A,1,,", "A,2,,", "B,1,5,2"), "--seats", "10"], /baris 3, kolom unit[^]*baris 4, kolom max/],
    ["a pace without the posts before", ["--claims", plain, "--seats", "9", "--pace", "0.1"], /--pace memerlukan --previous: formasi sebelumnya/],
    ["a unit to explain that is not there", ["--claims", plain, "--seats", "9", "--explain", "Z"], /--explain: ditemukan "Z", tidak ada dalam masukan\. Yang ada: A, B\./],
    ["what is no number", ["--claims", csv("nan", "A,NaN,,", "B,-1,,", "C,1e400,,", ",1,x,"), "--seats", "10"], /baris 2, kolom claim[^]*baris 3, kolom claim[^]*baris 4, kolom claim[^]*baris 5, kolom min/]
  ] as const)("%s", async (_, args, expected) => {
    expect((await run("allocate", ...args, "--out", out("refused"))).refusal).toMatch(expected)
    expect(existsSync(out("refused"))).toBe(false)
  })
})

describe("from cells to F.csv", () => {
  const cells = file(
    here,
    "cells.csv",
    "Unit Kerja;Jabatan;Kelas;Rumpun;Kebutuhan;Bezetting;Pensiun 2026",
    "Puskesmas Utara;Perawat;8;kesehatan;14;9;1",
    "Puskesmas Selatan;Perawat;8;kesehatan;10;8;",
    "SDN 1;Guru;8;guru;9;5;1",
    "Kecamatan Timur;Penata;7;umum;8;4;"
  )
  const policy = file(here, "policy.csv", "jobFamily,weight", "kesehatan,3", "guru,2")
  const positions = file(
    here,
    "POS.csv",
    "unit,position,education,location,asn,fitFor",
    ",Perawat,Ners,,pns,disabilitas",
    ",Guru,S-1 PGSD,,pppk,disabilitas",
    "Kecamatan Timur,Penata,S-1,Kantor Camat,pns,umum"
  )
  const decree = file(here, "D.csv", "number,day,position,seats", "K-1,2026-05-29,Perawat,6", "K-1,2026-05-29,Guru,3", "K-1,2026-05-29,Penata,1")
  const allocate = () => timbang("allocate", "--cells", cells, "--policy", policy, "--policy-source", "RKPD (contoh)", "--years", "2026", "--seats", "12", "--out", out("usulan"))
  const shared = allocate()
  const allocation = join(here, "usulan", "allocation.csv")
  const open = (...more: ReadonlyArray<string>) => timbang("formations", "--allocation", allocation, "--positions", positions, "--agency", "Kab. Contoh", ...more)

  it("writes the usulan with need, people on hand, retirements, what is asked and why", () => {
    expect(shared.code).toBe(0)
    expect(text("usulan", "usulan.csv").split("\n")[0]).toBe("unit,position,grade,jobFamily,need,onHand,retiring2026,gap,asked,priority,reason")
    expect(text("usulan", "usulan.csv")).toContain("Puskesmas Utara,Perawat,8,kesehatan,14,9,1,6,6,3,seluruh kekurangan\n")
    expect(text("usulan", "usulan.csv")).toContain('SDN 1,Guru,8,guru,9,5,1,5,3,2,"dibatasi jumlah formasi; bagian sebandingnya 3,16"\n')
    expect(text("usulan", "allocation.csv")).toContain("SDN 1,Guru,10,,5,3,\n")
  })

  it("waits for a draw of the decree, then writes the formations and says what was asked, granted and opened", () => {
    const path = out("F.csv")
    const waiting = open("--decree", decree, "--out", path)
    expect([waiting.code, existsSync(path)]).toEqual([2, false])
    expect(waiting.err).toContain("1 di antara Puskesmas Selatan / Perawat, Puskesmas Utara / Perawat")
    const done = open("--decree", decree, "--drawn", "Puskesmas Utara / Perawat", "--out", path)
    expect(done.code).toBe(0)
    expect(text("F.csv")).toBe([
      "formation,position,education,location,category,seats,agency,agencyKind,thresholdGroup,asn",
      "F0001,Guru,S-1 PGSD,SDN 1,umum,3,Kab. Contoh,daerah,,pppk",
      "F0002,Penata,S-1,Kantor Camat,umum,1,Kab. Contoh,daerah,,pns",
      "F0003,Perawat,Ners,Puskesmas Selatan,umum,1,Kab. Contoh,daerah,,pns",
      "F0004,Perawat,Ners,Puskesmas Utara,umum,4,Kab. Contoh,daerah,,pns",
      "F0005,Perawat,Ners,Puskesmas Utara,disabilitas,1,Kab. Contoh,daerah,,pns",
      ""
    ].join("\n"))
    expect(done.out).toContain("Diusulkan 12, ditetapkan 10, dibuka 10.")
    expect(done.err).toContain("Belum diverifikasi")
    expect(done.err).toContain("--asn")
  })

  it("gives timbang select a file it reads without a word about it", () => {
    expect(open("--decree", decree, "--drawn", "Puskesmas Utara / Perawat", "--asn", "pns", "--out", out("PNS.csv")).code).toBe(0)
    const people = file(here, "P.csv", "participant,formation,twk,tiu,tkp,skb,gpa,birthDate", "1,F0002,110,150,191,68,3.40,1995-01-01")
    const selected = timbang("select", "--rules", "cpns-2024", "--formations", out("PNS.csv"), "--participants", people, "--filling", "off", "--out", out("hasil"))
    expect(selected.code).toBe(0)
    expect(selected.err).not.toContain("PNS.csv")
    expect(text("hasil", "result.csv")).toContain("F0002,1,1,")
  })

  it("takes all that is asked as granted without a decree, and says so", () => {
    const done = open("--out", out("F2.csv"), "--on", "2026-05-01", "--format", "json", "--lang", "en")
    expect(JSON.parse(done.out).totals).toEqual({ asked: 12, granted: 12, opened: 12 })
    expect(done.err).toContain("there is no decree yet")
  })

  it("writes a workbook that timbang select reads, with asked, granted and opened; says when the budget bears less", () => {
    const budget = file(here, "B.csv", "item,amount", "spending,1000", "personnel,290", "freed,0", "costPerPost,2")
    const done = open("--out", out("F.xlsx"), "--on", "2026-05-01", "--asn", "pns", "--budget", budget)
    expect([done.code, done.err.includes("Dibuka 12 formasi, anggaran menanggung 5")]).toEqual([0, true])
    const people = file(here, "P2.csv", "participant,formation,twk,tiu,tkp,skb,gpa,birthDate", "1,F0002,110,150,191,68,3.40,1995-01-01")
    const selected = timbang("select", "--rules", "cpns-2024", "--formations", out("F.xlsx"), "--participants", people, "--filling", "off", "--out", out("hasil2"))
    expect([selected.code, existsSync(join(here, "hasil2", "result.csv"))]).toEqual([0, true])
  })

  it("waits for the draw of a reserved post, and takes it back", () => {
    const equal = file(here, "A2.csv", "unit,position,seats", "SDN 1,Guru,2", "SDN 2,Guru,2")
    const run = (...more: ReadonlyArray<string>) =>
      timbang("formations", "--allocation", equal, "--positions", positions, "--on", "2026-05-01", "--out", out("F5.csv"), ...more)
    const waiting = run()
    expect([waiting.code, existsSync(out("F5.csv"))]).toEqual([2, false])
    expect(waiting.err).toContain('--drawn-reserved "disabilitas=SDN 1 / Guru"')
    expect(run("--drawn-reserved", "disabilitas=SDN 2 / Guru").code).toBe(0)
    expect(text("F5.csv")).toContain("Guru,S-1 PGSD,SDN 2,disabilitas,1,,daerah,,pppk\n")
  })

  it("brings posts of a unit to its positions by their claims, and refuses a kind of need that is not open to regions", () => {
    const byUnit = file(here, "A.csv", "unit,seats", "Dinas,5")
    const two = ["unit,position,claim,education,asn,category,seats", "Dinas,Analis,3,S-1,pns,,", "Dinas,Arsiparis,2,D-III,pns,,"]
    const run = (name: string, pos: string) =>
      timbang("formations", "--allocation", byUnit, "--positions", pos, "--on", "2026-05-01", "--out", out(name))
    expect(run("F3.csv", file(here, "POS3.csv", ...two)).code).toBe(0)
    expect(text("F3.csv")).toContain("Analis,S-1,Dinas,umum,2,,daerah,,pns\n")
    expect(text("F3.csv")).toContain("Arsiparis,D-III,Dinas,umum,2,,daerah,,pns\n")
    const refused = run("F4.csv", file(here, "POS4.csv", ...two, "Dinas,Analis,,S-1,pns,diaspora,1"))
    expect([refused.code, existsSync(out("F4.csv"))]).toEqual([2, false])
    expect(refused.err).toContain("tidak boleh membuka diaspora")
  })
})

describe("timbang template", () => {
  it("lists the files of these commands and writes one that its command reads", () => {
    const names = timbang("template").out.trim().split("\n")
    expect(names).toEqual(expect.arrayContaining(["claims", "cells", "policy", "allocation", "positions", "post-margins", "budget", "decree", "proposals", "ballots", "villages", "workload-abk"]))
    const path = out("claims.xlsx")
    expect(timbang("template", "claims", "--out", path).code).toBe(0)
    expect(timbang("allocate", "--claims", path, "--seats", "2", "--format", "csv").out).toContain("Puskesmas Contoh,12.5,0,4,2,")
  })
})
