import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Layouts } from "@timbang/source-files"
import ExcelJS from "exceljs"
import { describe, expect, it } from "vitest"
import { file, folder, timbang } from "./timbang.ts"

type Cell = string | number | Date | null

const here = folder()
const day = (text: string) => new Date(`${text}T00:00:00Z`)

/** A workbook as an office leaves it: titles that span columns, days as dates of the spreadsheet. */
const workbook = async (name: string, rows: ReadonlyArray<ReadonlyArray<Cell>>, ...merged: ReadonlyArray<string>): Promise<string> => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet("Export")
  for (const row of rows) sheet.addRow([...row])
  for (const range of merged) sheet.mergeCells(range)
  const path = join(here, name)
  await book.xlsx.writeFile(path)
  return path
}
const lines = (...path: ReadonlyArray<string>) => readFileSync(join(here, ...path), "utf8").trimEnd().split("\n")
const untried = (layout: string) => expect.stringContaining(`dibaca dengan tata letak ${layout} versi 1, belum diuji pada berkas sungguhan`)

/** Posts of Kabupaten Kerinci, CPNS 2024: github.com/ilmimris/sscasn-mirror 0e3fc17 (CC0-1.0), columns in another order and one more. */
const postsHeader = "program_studi,jumlah_formasi,formasi_nm,ins_nm,jp_nama,jabatan_nm,lokasi_nm,disable,gaji_min,gaji_max,jenjang_studi,formasi_id,pelamar"
const posts = [
  "SMK BISNIS KONSTRUKSI DAN PROPERTI,1,UMUM,Pemerintah Kab. Kerinci,CPNS,PENATA LAKSANA JALAN DAN JEMBATAN PEMULA,PEMERINTAH KABUPATEN KERINCI | BIDANG BINA MARGA,0,2184000,4557517,SMK/SLTA Kejuruan,e2acd96d,12",
  "SMK DESAIN GAMBAR MESIN,1,UMUM,Pemerintah Kab. Kerinci,CPNS,PENATA LAKSANA JALAN DAN JEMBATAN PEMULA,PEMERINTAH KABUPATEN KERINCI | BIDANG BINA MARGA,0,2184000,4557517,SMK/SLTA Kejuruan,e2acd96d,12",
  "S-1 AGAMA ISLAM,1,PENYANDANG DISABILITAS,Pemerintah Kab. Kerinci,CPNS,PERENCANA AHLI PERTAMA,PEMERINTAH KABUPATEN KERINCI | BADAN PERENCANAAN,1,2785700,6331513,S-1/Sarjana,339-8a03,3"
]
const formations = file(here, "posts.csv", postsHeader, ...posts)
const rules = ["--rules", "cpns-2024", "--supply", "requirements.ipk.minimum=2750", "--supply-source", "Pengumuman 1/2024"]

const applicants = (change: (rows: Array<Array<Cell>>) => void = () => undefined, name = "pelamar.xlsx") => {
  const rows: Array<Array<Cell>> = [
    ["DAFTAR PELAMAR CPNS TAHUN ANGGARAN 2024"],
    [],
    ["No", "Nama", "NIK", "Tgl Lahir", "Prodi", "IPK", "formasi_id", "Tgl Submit", "No Pendaftaran", "Asal Kampus"],
    [1, "Siti Aminah", "1571014107900001", day("1998-02-01"), "SMK DESAIN GAMBAR MESIN", 3.25, "e2acd96d", day("2024-08-21"), "R-0002", "A"],
    [2, "Budi Santoso", "1571014107900002", day("1980-03-04"), "S-1 AGAMA ISLAM", 3.5, "339-8a03", day("2024-08-22"), "R-0001", "B"]
  ]
  change(rows)
  return workbook(name, rows, "A1:J1")
}
const verdicts = (rows: ReadonlyArray<ReadonlyArray<Cell>>, name = "verifikasi.xlsx") =>
  workbook(name, [["HASIL VERIFIKASI ADMINISTRASI"], ["Tgl Verifikasi", "Alasan TMS", "Status Verifikasi", "No Pendaftaran", "Peran", "Sesi"], ...rows], "A1:F1")
const verdictRows: ReadonlyArray<ReadonlyArray<Cell>> = [[day("2024-09-10"), null, "MS", "R-0002", "Verifikator", 1], [day("2024-09-11"), "usia 44 tahun", "Tidak Memenuhi Syarat", "R-0001", "Verifikator", 1]]
const eligibility = (applications: string, findings: string, ...more: ReadonlyArray<string>) =>
  timbang("eligibility", ...rules, "--formations", formations, "--applications", applications, "--findings", findings, "--layout", "sscasn-posts", ...more)

describe("exports by the layouts that come with Timbang, each through its command", () => {
  it("has one for every layout", () => {
    const text = readFileSync(import.meta.filename, "utf8")
    for (const name of Layouts.names) expect(text.match(new RegExp(`it\\("${name}: `, "g"))?.length ?? 0, name).toBeGreaterThan(0)
  })

  it("sscasn-posts: select takes columns in another order, more of them and one formation over two rows, and refuses a kind of need it does not know", () => {
    const people = file(here, "P.csv", "participant,formation,twk,tiu,tkp,skb", "24-1,e2acd96d,70,85,170,70")
    const select = (path: string, name: string) => timbang("select", "--rules", "cpns-2024", "--formations", path, "--participants", people, "--layout", "sscasn-posts", "--out", join(here, name))
    const done = select(formations, "run")
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining("2 formasi, 2 kebutuhan, 1 peserta.") })
    expect(done.err).toContain("3 baris dengan formation yang sama dijadikan 2")
    expect(done.err).not.toContain("belum diuji")
    expect(done.err).toContain('kolom "pelamar" tidak dikenal')
    const strange = file(here, "asing.csv", postsHeader, ...posts, posts[0]!.replace("UMUM", "PUTRA/PUTRI PULAU").replace("e2acd96d", "x"))
    expect(select(strange, "none")).toMatchObject({ code: 2, err: expect.stringContaining('baris 5, kolom category: ditemukan "PUTRA/PUTRI PULAU"') })
  })

  it("sscasn-applicants: eligibility takes a workbook with a title over all columns and days as dates, and drops names and NIK unread", async () => {
    const [applications, findings] = [await applicants(), await verdicts(verdictRows)]
    const done = eligibility(applications, findings, "--format", "csv")
    expect(done).toMatchObject({ code: 0, out: 'applicant,formation,status,reason\nR-0001,339-8a03,TMS,"Usia pada saat melamar (PP 11/2017, Pasal 23(1)a)"\nR-0002,e2acd96d,MS,\n', err: untried("sscasn-applicants") })
    for (const said of ['kolom "NIK" bersifat pribadi', 'kolom "Nama" bersifat pribadi']) expect(done.err).toContain(said)
    expect(done.err).not.toMatch(/Siti|Budi|1571/)
    const described = await applicants((rows) => {
      rows[2]![6] = "Jabatan"
      rows[3]![6] = "Penata Laksana Jalan dan Jembatan Pemula"
      rows[4]![6] = "PERENCANA AHLI PERTAMA"
    }, "pelamar-jabatan.xlsx")
    expect(eligibility(described, findings, "--format", "csv").out).toBe(done.out)
    const unlike = await applicants((rows) => {
      rows[2]![6] = "Jabatan"
      rows[3]![6] = "Penata Jalan"
      rows[4]![6] = "PERENCANA AHLI PERTAMA"
    }, "pelamar-lain.xlsx")
    expect(eligibility(unlike, findings)).toMatchObject({ code: 2, err: expect.stringContaining("pelamar-lain.xlsx, baris 4, kolom position: ") })
    const strange = await applicants((rows) => void (rows[3]![6] = "e2acd96x"), "pelamar-salah.xlsx")
    expect(eligibility(strange, findings)).toMatchObject({ code: 2, err: expect.stringContaining('pelamar-salah.xlsx, baris 4, kolom formation: ditemukan "e2acd96x", tidak ada di') })
  })

  it("sscasn-verification: eligibility takes MS and TMS in any column order, and refuses a word for neither", async () => {
    const applications = await applicants()
    expect(eligibility(applications, await verdicts(verdictRows)).err).toEqual(untried("sscasn-verification"))
    const strange = await verdicts([[day("2024-09-10"), null, "MSS", "R-0002", "Verifikator", 1], [day("2024-09-11"), "", "TMS", "R-0001", "Ketua", 1]], "verifikasi-salah.xlsx")
    const refused = eligibility(applications, strange)
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('verifikasi-salah.xlsx, baris 3, kolom verdict: ditemukan "MSS"')
    expect(refused.err).toContain('verifikasi-salah.xlsx, baris 4, kolom role: ditemukan "Ketua"')
    expect(refused.err).toContain("verifikasi-salah.xlsx, baris 4, kolom reason: sel kosong")
  })

  it("official-list: check takes a list with titles above its blocks and a header of two rows that spans columns", async () => {
    const block = (location: string, people: ReadonlyArray<ReadonlyArray<Cell>>): ReadonlyArray<ReadonlyArray<Cell>> => [
      ["Jabatan Formasi : 3221 - PENYULUH HUKUM"], [`Lokasi Formasi : ${location}`], ["Jenis Formasi : 1 - UMUM"], ["Pendidikan : S-1 HUKUM"], ["Jumlah Formasi : 1"],
      ["No", "No Peserta", "Nama", "Tanggal Lahir", "SKD", "", "", "", "SKB", "", "Nilai Akhir", "Keterangan", "Sesi"],
      ["", "", "", "", "TWK", "TIU", "TKP", "Total", "Skala 100", "Bobot 60%", "", "", ""],
      ...people
    ]
    const first = block("SETDA", [[1, "24-1", "x", day("1996-01-02"), 110, 150, 190, 450, 70, 42, 74.727, "P/L", 1], [2, "24-2", "y", day("1995-01-02"), 65, 85, 166, 316, 60, 36, 58.982, "P/TL", 1]])
    const rows = [["HASIL INTEGRASI SKD DAN SKB PENGADAAN CPNS 2024"], ...first, [], ...block("DINAS KESEHATAN", [[1, "24-3", "z", day("1994-01-02"), 75, 90, 170, 335, 80, 48, 72.364, "P/L", 2]])]
    const second = first.length + 3
    const official = await workbook("integrasi.xlsx", rows, "A1:M1", "E7:H7", "I7:J7", `E${second + 5}:H${second + 5}`, `I${second + 5}:J${second + 5}`)
    const done = timbang("check", "--official", official, "--rules", "cpns-2024", "--out", join(here, "check"))
    expect(done.err).toEqual(untried("official-list"))
    expect(lines("check", "check.csv").slice(1).map((line) => line.split(",").slice(1, 4).join(" "))).toEqual([
      "24-1 PENYULUH HUKUM | SETDA | umum | S-1 HUKUM Equal", "24-2 PENYULUH HUKUM | SETDA | umum | S-1 HUKUM Equal", "24-3 PENYULUH HUKUM | DINAS KESEHATAN | umum | S-1 HUKUM Equal"
    ])
    expect(done.err).not.toContain("1996")
    const strange = file(here, "integrasi-salah.csv", "Keterangan,No Peserta,Jabatan,Lokasi Formasi,Jenis Formasi,Pendidikan,TWK,TIU,TKP", "P/L,24-1,PENYULUH,SETDA,KHUSUS PULAU,S-1,65,85,166")
    expect(timbang("check", "--official", strange, "--rules", "cpns-2024", "--out", join(here, "none"))).toMatchObject({ code: 2, err: expect.stringContaining('baris 2, kolom category: ditemukan "KHUSUS PULAU"') })
  })

  it("siasn-staff: needs staff takes dates of a workbook and columns in another order, and refuses a standing it does not know", async () => {
    const header = ["TANGGAL LAHIR", "JABATAN NAMA", "NIP BARU", "NAMA", "KEDUDUKAN HUKUM NAMA", "STATUS CPNS PNS", "UNOR NAMA", "Usia BUP", "Pelatihan"]
    const rows = [["DAFTAR PEGAWAI"], header, [day("1969-05-01"), "Arsiparis", "1", "A", "Aktif", "P", "Dinas A", 58, "x"], [day("1990-01-02"), "Arsiparis", "2", "B", "Tugas Belajar", "PPPK", "Dinas A", 58, "x"], [day("1960-01-02"), "Arsiparis", "3", "C", "Pensiun", "P", "Dinas A", 58, "x"]]
    const done = timbang("needs", "staff", "--staff", await workbook("siasn.xlsx", rows, "A1:I1"), "--from", "2026", "--format", "csv")
    expect(done).toMatchObject({ code: 0, err: untried("siasn-staff") })
    expect(done.out.split("\n")[1]).toBe("Dinas A,Arsiparis,2,0,1,0,0,0,0,0,0,0,0")
    const strange = await workbook("siasn-salah.xlsx", [header, [day("1969-05-01"), "Arsiparis", "1", "A", "Masa Persiapan", "P", "Dinas A", 58, "x"]])
    expect(timbang("needs", "staff", "--staff", strange)).toMatchObject({ code: 2, err: expect.stringContaining('siasn-salah.xlsx, baris 2, kolom status: ditemukan ') })
  })

  it("ekinerja-recap: appraise takes it under a title over all columns, and refuses a predicate that the record cannot have", async () => {
    const header = ["Nama", "Predikat Kinerja", "Rating Perilaku", "Rating Hasil Kerja", "Unit Organisasi", "Pegawai", "Periode", "Catatan"]
    const rows = [["REKAP PREDIKAT KINERJA PEGAWAI TAHUN 2025"], header, ["x", "Baik", "Diatas Ekspektasi", "Sesuai Ekspektasi", "Dukcapil", "p-1", "2025", ""], ["y", "Baik", "Sesuai Ekspektasi", "Sesuai Ekspektasi", "Dukcapil", "p-2", "2025", ""]]
    const recap = await workbook("rekap.xlsx", rows, "A1:H1")
    const done = timbang("appraise", "--recap", recap, "--law", "permenpanrb-6-2022", "--out", join(here, "recap"), "--on", "2026-01-20")
    expect(done).toMatchObject({ code: 0, err: untried("ekinerja-recap") })
    expect(lines("recap", "private", "recap.csv")[1]).toContain("p-1,Dukcapil,as-expected,above,Baik,Baik,Equal")
    const strange = file(here, "rekap-salah.csv", "Pegawai,Unit Organisasi,Rating Hasil Kerja,Rating Perilaku,Predikat Kinerja", "p-1,Dukcapil,Sesuai Ekspektasi,Sesuai Ekspektasi,Istimewa")
    expect(timbang("appraise", "--recap", strange, "--law", "permenpanrb-6-2022", "--out", join(here, "none"), "--on", "2026-01-20")).toMatchObject({ code: 2, err: expect.stringContaining('baris 2, kolom official: ditemukan "Istimewa"') })
  })

  it("sipd-proposals: voice choose takes the fields of its table in another order, and refuses a state it does not know", async () => {
    const header = ["status_usul", "anggaran", "giat_teks", "id_usulan", "nama_kelurahan", "pengusul", "tolak_teks"]
    const rows = [header, ["Diterima", 120000000, "Posyandu", "U1", "Desa A", "x", ""], ["Ditolak", 5000000, "Jalan", "U2", "Desa B", "y", "di luar kewenangan"]]
    const done = timbang("voice", "choose", "--proposals", await workbook("usulan.xlsx", rows), "--budget", "200000000", "--format", "csv")
    expect(done).toMatchObject({ code: 0, err: untried("sipd-proposals") })
    expect(done.out).toMatch(/^U1,Posyandu,120000000,/m)
    const strange = file(here, "usulan-salah.csv", header.join(","), "Ditunda,5,Jalan,U3,Desa B,y,")
    expect(timbang("voice", "choose", "--proposals", strange, "--budget", "10")).toMatchObject({ code: 2, err: expect.stringContaining('baris 2, kolom state: ditemukan "Ditunda"') })
  })

  it("skm-answers: survey index takes the answers published in Sekadau in another order of columns, and refuses a fifth answer", () => {
    // Kabupaten Sekadau, first half of 2019; source in the first line of the file.
    const published = readFileSync(join(import.meta.dirname, "../../regulations/test/performance/vectors/sekadau-2019.csv"), "utf8").trim().split("\n").filter((line) => !line.startsWith("#"))
    const turned = published.map((line) => [...line.split(",").toReversed(), line.startsWith("no_resp") ? "catatan" : "-"].join(","))
    const survey = (path: string, layout = "skm-answers") => timbang("survey", "index", "--responses", path, "--layout", layout, "--format", "json")
    const done = survey(file(here, "sekadau.csv", ...turned))
    expect([done.code, JSON.parse(done.out).published]).toEqual([0, 78.74])
    expect(done.err).not.toContain("belum diuji")
    expect(survey(file(here, "sekadau-salah.csv", ...turned.slice(0, 2).map((line, at) => at === 0 ? line : line.replace(/^\d/, "5"))))).toMatchObject({ code: 2, err: expect.stringContaining("baris 2, kolom u9: ditemukan \"5\"") })
  })

  it("skm-form: survey index takes questions as headings, words as answers and a time stamp of a workbook, and refuses a word it does not know", async () => {
    const questions = Object.entries(Layouts.of("skm-form").columns).filter(([name]) => /^u\d$/.test(name)).map(([, { headers }]) => `${headers[0]}?`)
    const header = ["Stempel waktu", "Jenis Kelamin", ...questions.toReversed(), "Saran"]
    const csv = file(here, "formulir.csv", header.map((title) => `"${title}"`).join(","), ...Array.from({ length: 10 }, () => "04/03/2025 9:30:11,Laki-laki,Baik,Dikelola dengan baik,Sangat sopan dan ramah,Kompeten,Sesuai,Gratis,Cepat,Mudah,Sesuai,-"))
    const row = (answers: ReadonlyArray<number | string>) => [new Date("2025-03-04T09:30:00Z"), "Laki-laki", ...answers, "-"]
    const responses = await workbook("formulir.xlsx", [header, ...Array.from({ length: 10 }, (_, at) => row([3, 4, 3, 3, 4, 3, 3, at % 2 + 3, 3]))])
    const survey = (path: string) => timbang("survey", "index", "--responses", path, "--layout", "skm-form", "--format", "json")
    const done = survey(responses)
    expect(done).toMatchObject({ code: 0, err: untried("skm-form") })
    expect(JSON.parse(done.out).elements).toMatchObject({ U1: 3, U2: 3.5, U8: 4 })
    const written = survey(csv)
    expect(written).toMatchObject({ code: 0, err: expect.stringContaining("kolom date: jam di belakang 10 tanggal dikesampingkan, mulai baris 2") })
    expect(JSON.parse(written.out).elements).toMatchObject({ U1: 3, U4: 4, U7: 4 })
    expect(survey(await workbook("formulir-salah.xlsx", [header, row(["lumayan", 4, 3, 3, 4, 3, 3, 3, 3])]))).toMatchObject({ code: 2, err: expect.stringContaining("formulir-salah.xlsx, baris 2, kolom u9: ditemukan ") })
  })
})
