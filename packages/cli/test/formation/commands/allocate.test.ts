import { Column, Table } from "@timbang/source-files"
import { Effect } from "effect"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { file, folder, timbang } from "../../timbang.ts"

const here = folder()
const out = (name: string) => join(here, name)
const text = (...path: ReadonlyArray<string>) => readFileSync(join(here, ...path), "utf8")

describe("timbang allocate --margins", () => {
  const claims = file(here, "C.csv", "unit,family,claim", "Puskesmas A,bidan,30", "Puskesmas A,perawat,10", "Puskesmas B,perawat,20", "Puskesmas B,bidan,5.5")
  const margins = file(here, "M.csv", "unit,family,seats", "Puskesmas A,,4", "Puskesmas B,,3", ",bidan,3", ",perawat,4")

  it("shares two ways, so that every unit and every job family has its number", () => {
    expect(timbang("allocate", "--claims", claims, "--margins", margins, "--out", out("two")).code).toBe(0)
    expect(text("two", "allocation.csv")).toBe(
      "unit,position,claim,min,max,seats,draw\nPuskesmas A,bidan,30,,,3,\nPuskesmas A,perawat,10,,,1,\nPuskesmas B,perawat,20,,,3,\nPuskesmas B,bidan,5.5,,,0,\n"
    )
  })

  it("writes a workbook with identifiers as text and figures as numbers", async () => {
    const columns = { unit: Column.text(), claim: Column.decimal({ decimals: 1 }), seats: Column.integer(), min: Column.text(), max: Column.text(), position: Column.text(), draw: Column.text() }
    const read = await Effect.runPromise(Table.read(out("two/allocation.xlsx"), columns))
    expect([read.columns.unit[0], Array.from(read.columns.claim), Array.from(read.columns.seats)]).toEqual(["Puskesmas A", [300, 100, 200, 55], [3, 1, 3, 0]])
  })

  it("proves which units and job families conflict, in both languages, and writes nothing", () => {
    const few = file(here, "few.csv", "unit,family,claim", "Puskesmas A,bidan,30", "Puskesmas A,perawat,10", "Puskesmas B,perawat,20")
    const wide = file(here, "M2.csv", "unit,family,seats", "Puskesmas A,,1", "Puskesmas B,,6", ",bidan,5", ",perawat,2")
    const refused = timbang("allocate", "--claims", few, "--margins", wide, "--out", out("none"))
    expect([refused.code, existsSync(out("none"))]).toEqual([2, false])
    expect(refused.err).toContain("Buktinya: Puskesmas B bersama harus mendapat 6 formasi")
    expect(timbang("allocate", "--claims", few, "--margins", wide, "--lang", "en").err).toContain("Puskesmas B has 6 posts")
  })

  it("names row and column of a claim without job family, with a minimum, or without a margin", () => {
    const broken = file(here, "C3.csv", "unit,family,claim,min", "Puskesmas A,,30,2", "Puskesmas C,perawat,10,")
    const refused = timbang("allocate", "--claims", broken, "--margins", margins)
    for (const part of ["baris 2, kolom position", "baris 2, kolom min", "baris 3, kolom unit"]) expect(refused.err).toContain(part)
  })

  it("leaves equally proportional tables to a draw and takes the cell drawn", () => {
    const equal = file(here, "C4.csv", "unit,family,claim", "A,x,1", "A,y,1", "B,x,1", "B,y,1")
    const ones = file(here, "M4.csv", "unit,family,seats", "A,,1", "B,,1", ",x,1", ",y,1")
    const waiting = timbang("allocate", "--claims", equal, "--margins", ones, "--format", "csv")
    expect([waiting.out.includes("A,x,1,,,1,D"), waiting.err.includes("--drawn \"A / x=FORMASI\"")]).toEqual([true, true])
    expect(timbang("allocate", "--claims", equal, "--margins", ones, "--drawn", "A / y=1", "--format", "csv").out).toContain("A,x,1,,,0,\nA,y,1,,,1,\n")
  })
})

describe("timbang allocate --previous --pace", () => {
  const previous = file(here, "P.csv", "unit,seats", "Hulu,8", "Hilir,4")
  const claims = file(here, "D.csv", "unit,claim", "Hulu,1", "Hilir,1.5")

  it("lets no unit rise or fall faster than the pace and keeps the total whole", () => {
    const done = timbang("allocate", "--claims", claims, "--seats", "12", "--previous", previous, "--pace", "0.25", "--out", out("pace"))
    expect(done.code).toBe(0)
    expect(text("pace", "allocation.csv")).toBe("unit,claim,min,max,seats,draw\nHulu,1,6,10,7,\nHilir,1.5,3,5,5,\n")
    expect(JSON.parse(text("pace", "manifest.json")).pace).toEqual({ rise: "0.25", fall: "0.25", rounding: "down", atLeast: 1 })
  })

  it("refuses a total the pace cannot reach, a pace that is none, and a unit that claims nothing today", () => {
    const run = (seats: string, pace: string, before = previous) =>
      timbang("allocate", "--claims", claims, "--seats", seats, "--previous", before, "--pace", pace).err
    expect(run("40", "0.25")).toContain("25 dari 40 formasi tidak muat")
    expect(run("12", "x")).toContain("Laju perubahan x")
    expect(run("12", "0.1", file(here, "P2.csv", "unit,seats", "Pulau,3"))).toContain("baris 2, kolom unit")
  })
})

describe("timbang allocate --intervals --explain", () => {
  const claims = file(here, "E.csv", "unit,claim", "Hulu,70", "Hilir,44", "Pulau,19")
  const run = (...more: ReadonlyArray<string>) => timbang("allocate", "--claims", claims, "--seats", "20", ...more)

  it("says in how many of the weightings the posts of a unit fall into its interval; the same seed, the same words", () => {
    const done = run("--intervals", "--draws", "1000", "--out", out("sure"))
    expect(done.out).toMatch(/Hulu: \d+ sampai \d+ formasi dalam 9\d(,\d)? % dari 1\.000 pembobotan/)
    expect(run("--intervals", "--draws", "1000", "--out", out("sure")).out).toBe(done.out)
    const [header, first] = text("sure", "intervals.csv").split("\n")
    expect(header).toBe("unit,position,seats,low,high,inside,runs,least,most")
    const [, , seats, low, high, inside] = first!.split(",").map(Number)
    expect([low! <= seats! && seats! <= high!, inside! >= 950]).toEqual([true, true])
    expect(run("--intervals", "--spread", "2").err).toContain("Pergeseran bobot: tertulis 2")
  })

  it("gives the smallest change that moves a post: that much moves it, a thousandth less does not", () => {
    expect(run("--explain", "Hulu", "--out", out("why")).out).toContain("lebih besar memberi satu formasi lagi")
    const [unit, , seats, gain] = text("why", "seat-changes.csv").split("\n")[1]!.split(",")
    const seatsWith = (claim: number) => {
      const changed = file(here, "E2.csv", "unit,claim", `Hulu,${claim.toFixed(4)}`, "Hilir,44", "Pulau,19")
      return JSON.parse(timbang("allocate", "--claims", changed, "--seats", "20", "--format", "json").out).allocation[0].seats
    }
    expect(unit).toBe("Hulu")
    expect([seatsWith(70 + Number(gain)), seatsWith(70 + Number(gain) - 0.001)]).toEqual([Number(seats) + 1, Number(seats)])
    expect(run("--explain", "Tak Ada").err).toContain("--explain: ditemukan \"Tak Ada\", tidak ada dalam masukan. Yang ada: Hulu, Hilir, Pulau.")
  })
})

describe("timbang allocate --budget", () => {
  const claims = file(here, "G.csv", "unit,claim", "Hulu,1", "Hilir,2")
  const figures = (personnel: number) =>
    file(here, `B${personnel}.csv`, "Uraian,Jumlah", "Total Belanja,1200000000000", `Belanja Pegawai,${personnel}`, "Tunjangan Profesi Guru,52000000000", "freed,3300000000", "costPerPost,80000000")
  const run = (...more: ReadonlyArray<string>) => timbang("allocate", "--claims", claims, "--on", "2026-03-02", "--format", "json", ...more)

  it("UU 1/2022 Pasal 146: shares what 30 % of spending bears, teacher allowances left out", () => {
    const done = run("--budget", figures(412_900_000_000))
    expect(JSON.parse(done.out).seats).toBe(30)
    expect(done.err).toContain("Belanja pegawai 30,08 % dari belanja, di atas batas (UU 1/2022, Pasal 146)")
    expect(JSON.parse(run("--budget", figures(412_900_000_000), "--seats", "12").out).seats).toBe(12)
  })

  it("gives no post where there is no room, and says how many have to go under minus growth", () => {
    const none = run("--budget", figures(450_000_000_000))
    expect([JSON.parse(none.out).seats, none.err.includes("pertumbuhan nol: 0 formasi")]).toEqual([0, true])
    expect(run("--budget", figures(450_000_000_000), "--when-above", "minus-growth").err).toContain("434 formasi harus berkurang")
  })

  it("names row and column of an item the law does not leave out, and the figures that are missing", () => {
    const refused = run("--budget", file(here, "bad.csv", "item,amount", "spending,10", "perjalanan dinas,4"))
    expect(refused.code).toBe(2)
    for (const part of ["baris 3, kolom item", "item = personnel", "item = costPerPost"]) expect(refused.err).toContain(part)
  })
})
