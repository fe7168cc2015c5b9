import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { file, folder, timbang } from "../timbang.ts"

const here = folder()
const sipd = file(here, "usulan.csv", "id_usulan;giat_teks;angaran;Hasil;jenis_usul_teks;tolak_teks;NIK", "U1;Posyandu;120000000;Ditolak;posyandu;di luar kewenangan;1", "U2;Jalan;5000000;Proses Verifikasi;jalan;;2")

describe("timbang layout", () => {
  it("lists the layouts with their standing", () => {
    const { code, out } = timbang("layout", "list")
    expect(code).toBe(0)
    expect(out).toMatch(/^sscasn-posts\t1\tformations\tdiuji 2026-11-24/m)
    expect(out).toMatch(/^siasn-staff\t1\tstaff\tbelum diuji\t/m)
  })

  it("proposes one for a file, says how each heading was matched, and takes nothing for its likeness", () => {
    const own = join(here, "own.json")
    const done = timbang("layout", "learn", sipd, "--of", "proposals", "--out", own)
    expect(done).toMatchObject({ code: 0 })
    expect(done.out).toContain("angaran\t(cost?)\tmirip anggaran; TIDAK dipakai, putuskan dengan --map")
    expect(done.out).toContain("Hasil\tstate\tdari isinya: 2 sel, semuanya kata yang dikenal")
    expect(done.out).toContain("NIK\t\tdata pribadi, tidak dibaca")
    expect(done.out).toContain("belum ditemukan: cost.")
    expect(JSON.parse(readFileSync(own, "utf8")).columns).not.toHaveProperty("cost")
  })

  it("and what a person decides is read, by a layout that says nobody has tried it", () => {
    const own = join(here, "decided.json")
    expect(timbang("layout", "learn", sipd, "--of", "proposals", "--map", "angaran=cost", "--out", own).out).toContain("angaran\tcost\tdisebut dengan --map")
    writeFileSync(own, readFileSync(own, "utf8").replace('"version": 1', '"version": 3'))
    const done = timbang("voice", "choose", "--proposals", sipd, "--layout", own, "--budget", "200000000", "--format", "csv")
    expect(done.err).toContain("tata letak usulan versi 3, belum diuji pada berkas sungguhan")
    expect(done.out).toContain("U1,Posyandu,120000000,withdrawn")
    expect(done.code).toBe(0)
  })

  it("is refused at each place, in one round", () => {
    const broken = file(here, "broken.json", JSON.stringify({ layout: "x", version: 1, of: "proposals", title: "", source: "", tried: [], columns: { costs: { headers: ["Pagu"] }, state: { headers: [], codes: { shut: [] } } } }))
    const { code, err } = timbang("layout", "show", broken, "--lang", "en")
    expect(code).toBe(2)
    expect(err).toContain(", columns.costs: the table has no column \"costs\"; did you mean cost?")
    expect(err).toContain(", columns.state.codes.shut: the column does not have the value \"shut\". Take one of open, cancelled, rejected.")
  })

  it("is refused for a table that the command does not read", () => {
    const { code, err } = timbang("voice", "choose", "--proposals", sipd, "--layout", "siasn-staff")
    expect([code, err]).toEqual([2, expect.stringContaining("--layout siasn-staff: tata letak untuk tabel staff")])
  })

  it("needs a rule set's columns only under that rule set: the official list comes back whole", () => {
    const shown = timbang("layout", "show", "official-list")
    const own = file(here, "list.json", shown.out)
    expect(timbang("layout", "show", own)).toMatchObject({ code: 0, out: shown.out })
  })
})

describe("timbang needs staff", () => {
  it("counts people by unit and position, without reading who they are", () => {
    const people = file(here, "siasn.csv", "NIP BARU,NAMA,UNOR NAMA,JABATAN NAMA,TANGGAL LAHIR,BUP,KEDUDUKAN HUKUM NAMA", "1,A,Dinas A,Arsiparis,1969-05-01,58,Aktif", "2,B,Dinas A,Arsiparis,1980-01-02,58,Aktif", "3,C,Dinas A,Arsiparis,,,Pensiun")
    const done = timbang("needs", "staff", "--staff", people, "--from", "2026", "--format", "csv")
    expect(done).toMatchObject({ code: 0 })
    expect(done.out.split("\n").slice(0, 2)).toEqual([
      "unit,position,onHand,retiring2026,retiring2027,retiring2028,retiring2029,retiring2030,ending2026,ending2027,ending2028,ending2029,ending2030",
      "Dinas A,Arsiparis,2,0,1,0,0,0,0,0,0,0,0"
    ])
    expect(done.err).toContain("2 pegawai ada; 1 yang sudah keluar tidak dihitung")
  })
})

describe("timbang select --layout", () => {
  it("takes the posts of SSCASN as they are exported", () => {
    const posts = file(here, "posts.csv", "formasi_id,ins_nm,jp_nama,formasi_nm,jabatan_nm,lokasi_nm,jumlah_formasi,disable,gaji_min,gaji_max,jenjang_studi,program_studi", "F1,Kab,CPNS,UMUM,PENATA,DINAS,1,0,1,2,S-1,A", "F1,Kab,CPNS,UMUM,PENATA,DINAS,1,0,1,2,S-1,B")
    const people = file(here, "P.csv", "participant,formation,twk,tiu,tkp,skb", "24-1,F1,70,85,170,70")
    const done = timbang("select", "--rules", "cpns-2024", "--formations", posts, "--participants", people, "--layout", "sscasn-posts", "--out", join(here, "run"))
    expect(done).toMatchObject({ code: 0, err: expect.stringContaining("2 baris dengan formation yang sama dijadikan 1") })
    expect(done.out).toContain("1 formasi, 1 kebutuhan, 1 peserta.")
  })
})
