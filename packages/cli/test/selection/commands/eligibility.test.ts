import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Signal } from "@timbang/process"
import { RuleSets } from "@timbang/regulations"
import { Sheet, XlsxWriter } from "@timbang/source-files"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { file, folder, timbang } from "../../timbang.ts"

const here = folder()
const formations = file(here, "F.csv", "formation,position,education,location,category,seats", "F1,Penata Jalan,S-1,Dinas PUPR,umum,2", "F2,Arsiparis,S-1,Setda,umum,1")
const header = "No Pendaftaran;formasi_id;Tgl Submit;Tanggal Lahir;Prodi;IPK;NIK;Nama"
const people = [
  "R-1;F1;21/08/2024;01/02/1995;S-1 Teknik Sipil;3,25;1571014107900001;Siti Aminah",
  "R-2;F1;21/08/2024;01/02/1980;S-1 Teknik Sipil;3,10;1571014107900002;Budi Santoso",
  "R-3;F2;21/08/2024;05/05/1996;S-1 Kearsipan;3,40;1571014107900003;Ayu Lestari",
  "R-4;F2;21/08/2024;21/08/1989;S-1 Kearsipan;3,00;1571014107900004;Joko Susilo"
]
const applications = file(here, "pelamar.csv", header, ...people)
const verdicts = "No Pendaftaran;Status Verifikasi;Alasan TMS;Peran;Verifikator;Tanggal Verifikasi"
const looked = ["R-1;MS;;Verifikator;v-1;10/09/2024", "R-2;TMS;usia 44 tahun;Verifikator;v-1;10/09/2024", "R-3;TMS;hasil pemeriksaan mata di bawah syarat;Verifikator;v-2;10/09/2024"]
const findings = file(here, "verifikasi.csv", verdicts, ...looked, "R-4;MS;;Verifikator;v-2;10/09/2024")
const rules = ["--rules", "cpns-2024", "--supply", "requirements.ipk.minimum=2750", "--supply-source", "Pengumuman 800/1/2024"]
const check = (given: Readonly<Record<string, string>> = {}, ...more: ReadonlyArray<string>) =>
  timbang("eligibility", ...rules, ...Object.entries({ formations, applications, findings, ...given }).flatMap(([name, path]) => [`--${name}`, path]), ...more)
const lines = (...path: ReadonlyArray<string>) => readFileSync(join(...path), "utf8").trimEnd().split("\n")
const digests = (path: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(path, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map((each) => {
    const at = join(each.parentPath, each.name)
    return [at.slice(path.length + 1), createHash("sha256").update(readFileSync(at)).digest("hex")]
  }).sort())

describe("timbang eligibility", () => {
  it("says MS and TMS in the words of the law, with the reasons that everybody may read and no others", () => {
    const out = join(here, "decided")
    const done = check({}, "--out", out)
    expect(done.code).toBe(0)
    expect(done.out).toContain("MS\tmemenuhi syarat\t2\nTMS\ttidak memenuhi syarat\t2\nBELUM DITETAPKAN\tbelum dapat ditetapkan\t0\nformasi\tkebutuhan\tlamaran\tMS\tTMS\tBELUM DITETAPKAN\nF1\t2\t2\t1\t1\t0\nF2\t1\t2\t1\t1\t0\n")
    expect(lines(out, "announcement.csv")).toEqual([
      "applicant,formation,status,reason",
      "R-1,F1,MS,",
      'R-2,F1,TMS,"Usia pada saat melamar (PP 11/2017, Pasal 23(1)a)"',
      "R-3,F2,TMS,disampaikan kepada pelamar",
      "R-4,F2,MS,"
    ])
    expect(lines(out, "counts.csv")).toEqual(["formation,seats,applications,eligible,ineligible,open", "F1,2,2,1,1,0", "F2,1,2,1,1,0"])
    for (const name of readdirSync(out, { withFileTypes: true }).filter((each) => each.isFile()).map((each) => each.name)) {
      const text = readFileSync(join(out, name), "latin1")
      for (const hidden of ["15710141", "Siti", "Budi", "1995", "1980-02", "mata"]) expect(text, name).not.toContain(hidden)
    }
    expect(done.err).toContain("4 pelamar ditetapkan.")
  })

  it("tells every requirement with finding, provision and reason to the committee, and to one applicant alone", () => {
    const out = join(here, "whole")
    expect(check({}, "--out", out).code).toBe(0)
    const rows = lines(out, "private", "requirements.csv")
    expect(rows).toContain('R-2,F1,usia,tidak memenuhi,"usia genap 44 tahun pada hari melamar, batasnya hari genap berusia 35 tahun",,,,,,,,,"PP 11/2017, Pasal 23(1)a",instansi,')
    expect(rows).toContain("R-3,F2,administrasi,tidak memenuhi,,tidak memenuhi,hasil pemeriksaan mata di bawah syarat,v-2,2024-09-10,,,,,PermenPANRB 6/2024,instansi,")
    const alone = check({}, "--applicant", "R-3", "--lang", "en")
    expect(alone).toMatchObject({ code: 0, out: expect.stringContaining('The administrative check as a whole: unmet; verifier: unmet, "hasil pemeriksaan mata di bawah syarat".') })
    expect(check({}, "--applicant", "R-9")).toMatchObject({ code: 2, err: expect.stringContaining("R-9: tidak ada pada") })
  })

  it("leads what cannot be decided back to its file, row and column, and tells who is open by its exit code", () => {
    const own = file(here, "bertentangan.csv", verdicts, ...looked, "R-2;MS;;Supervisor;s-1;12/09/2024", "R-9;MS;;Verifikator;v-1;10/09/2024", "R-1;MS;;Supervisor;s-1;12/09/2024")
    const out = join(here, "open")
    const done = check({ findings: own }, "--out", out)
    expect(done.code).toBe(1)
    expect(lines(out, "private", "open.csv").slice(1).map((line) => line.split(",").slice(0, 7).map((cell) => cell.replace(`${here}/`, "")))).toEqual([
      ["R-2", "F1", "usia", "ComputedDiffers", "pelamar.csv", "3", "birthDate"],
      ["R-2", "F1", "usia", "ComputedDiffers", "bertentangan.csv", "5", "verdict"],
      ["R-2", "F1", "administrasi", "SupervisorDiffers", "bertentangan.csv", "3", "verdict"],
      ["R-2", "F1", "administrasi", "SupervisorDiffers", "bertentangan.csv", "5", "verdict"],
      ["R-4", "F2", "", "NobodyLooked", "pelamar.csv", "5", "applicant"],
      ["R-9", "", "", "FindingWithoutApplication", "bertentangan.csv", "6", "applicant"]
    ])
    expect(lines(out, "announcement.csv").slice(1).map((line) => line.split(",").slice(0, 3).join(" "))).toEqual(["R-1 F1 MS", "R-2 F1 BELUM DITETAPKAN", "R-3 F2 TMS", "R-4 F2 BELUM DITETAPKAN"])
    expect(existsSync(join(out, "proposal.json"))).toBe(false)
    expect(done.err).toContain("2 pelamar belum dapat ditetapkan")
    expect(done.err).toContain("1 temuan tentang orang yang tidak melamar.")
    expect(check({ findings: file(here, "tiga.csv", verdicts, ...looked) }).code).toBe(3)
  })

  it("shows who is decided by how the limit of age is read, and the other reading on request, but decides by the rules", () => {
    const born = file(here, "batas.csv", header, "R-1;F1;21/08/2024;20/08/1989;;3,25;1;x")
    const ms = file(here, "batas-v.csv", verdicts, "R-1;TMS;usia 35 tahun 1 hari;Verifikator;v-1;10/09/2024")
    const strict = check({ applications: born, findings: ms })
    expect(strict).toMatchObject({ code: 0, err: expect.stringContaining("Usia 1 pelamar ditentukan oleh cara membaca batasnya; --upper-limit completed-years") })
    expect(check({ applications: born, findings: ms }, "--upper-limit", "completed-years", "--format", "csv").out).toContain("R-1,F1,TMS,disampaikan kepada pelamar")
    expect(check({}, "--upper-limit", "completed-years", "--standing", "penetapan")).toMatchObject({ code: 2, err: expect.stringContaining("--upper-limit tidak berlaku bersama --standing penetapan") })
  })

  it("is the host's to decide, for every requirement of a CPNS round is the agency's", () => {
    expect(check({}, "--standing", "penetapan", "--lang", "en")).toMatchObject({ code: 0, err: expect.not.stringContaining("SIMULASI") })
    const { requirements } = RuleSets.cpns2024
    const others = file(here, "aturan.json", JSON.stringify({ ...RuleSets.cpns2024, requirements: requirements.map((each) => ({ ...each, decidedBy: "Panselnas" })) }))
    const refused = timbang("eligibility", "--rules", others, ...rules.slice(2), "--formations", formations, "--applications", applications, "--standing", "penetapan")
    expect(refused).toMatchObject({ code: 4, err: expect.stringContaining("ditetapkan oleh Panselnas") })
  })

  it("is the same, byte for byte, from the same files, and the same result from files in another order", () => {
    const [first, again, other] = ["first", "again", "other"].map((name) => join(here, name)) as [string, string, string]
    expect([check({}, "--out", first).code, check({}, "--out", again).code]).toEqual([0, 0])
    expect(digests(again)).toEqual(digests(first))
    const shuffled = { applications: file(here, "pelamar-2.csv", header, ...people.toReversed()), findings: file(here, "verifikasi-2.csv", verdicts, "R-4;MS;;Verifikator;v-2;10/09/2024", ...looked.toReversed()) }
    expect(check(shuffled, "--out", other).code).toBe(0)
    const same = ["announcement.csv", "counts.csv", "result.json", "proposal.json", "rules.json", "private/participants.csv", "private/requirements.csv", "private/unequal.csv"]
    for (const name of same) expect(digests(other)[name], name).toBe(digests(first)[name])
  })

  it("refuses both files with every fault at once, by row and column, and writes nothing", () => {
    const bad = {
      applications: file(here, "salah.csv", header, "R-1;F9;21/08/2024;01/02/1895;;3,25;1;x", "R-1;F1;;01/02/1995;;3,25;1;x"),
      findings: file(here, "salah-v.csv", `${verdicts};Syarat`, "R-1;TMS;TMS;Verifikator;v-1;10/09/2024;", "R-1;TMS;;Verifikator;v-1;10/09/2024;str", "R-1;MS;;Supervisor;v-1;11/09/2024;", "R-1;MS;;Verifikator;v-3;11/09/2024;surat sehat")
    }
    const out = join(here, "none")
    const { code, err } = check(bad, "--out", out, "--lang", "en")
    expect(code).toBe(2)
    for (const said of [
      'salah.csv, row 2, column formation: found "F9", which is not in',
      "salah.csv, row 2, column birthDate: ",
      'salah.csv, row 3, column applicant: found "R-1"',
      "salah.csv, row 3, column appliedOn: ",
      "salah-v.csv, row 2, column reason: the reason only repeats",
      "salah-v.csv, row 3, column reason: ",
      'salah-v.csv, row 4, column by: found "v-1", who in row 2 looks at the application in the other role',
      'salah-v.csv, row 5, column requirement: found "surat sehat", which is not in cpns-2024'
    ]) expect(err).toContain(said)
    expect(err).not.toContain("1895")
    expect(existsSync(out)).toBe(false)
    expect(timbang("eligibility", "--rules", "cpns-2024", "--formations", formations, "--applications", applications)).toMatchObject({ code: 2, err: expect.stringContaining("requirements.ipk.minimum") })
  })

  it("refuses a NIK in a reason without repeating it, and says when the rules are younger than an application", () => {
    const nik = file(here, "nik.csv", verdicts, "R-1;TMS;NIK 1571 0141 0790 0001 tidak sesuai KTP;Verifikator;v-1;10/09/2024", "R-2;TMS;ijazah nomor 9999888877776666 palsu;Verifikator;v-1;10/09/2024")
    const refused = check({ findings: nik })
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("nik.csv, baris 2, kolom reason: ") })
    expect(refused.err).not.toMatch(/1571|baris 3/)
    const early = file(here, "dini.csv", header, people[0]!.replace("2024;01", "2020;01"))
    expect(check({ applications: early, findings: file(here, "dini-v.csv", verdicts, looked[0]!) }).err).toMatch(/Aturan cpns-2024 berlaku sejak 2024-\d\d-\d\d, sedangkan 1 lamaran diajukan sebelumnya/)
  })

  it("refuses one pseudonym for everybody, which would make everybody one person", () => {
    const one = file(here, "satu.csv", "applicant,formation,appliedOn,person", ...Array.from({ length: 21 }, (_, at) => `R-${at},F1,2024-08-21,kosong`))
    expect(check({ applications: one })).toMatchObject({ code: 2, err: expect.stringContaining("satu.csv, baris 1, kolom person: ") })
  })

  it("judges equal facts alike, or says who was judged otherwise", () => {
    const own = file(here, "tak-sama.csv", `${verdicts};Syarat`, "R-3;MS;;Verifikator;v-1;10/09/2024;pendidikan", "R-4;TMS;bukan rumpun ilmu yang diminta;Verifikator;v-2;10/09/2024;pendidikan", ...looked.slice(0, 2).map((line) => `${line};`))
    const out = join(here, "unequal")
    expect(check({ findings: own }, "--out", out)).toMatchObject({ code: 1, err: expect.stringContaining("1 kelompok dengan keadaan sama tetapi temuan berbeda") })
    expect(lines(out, "private", "unequal.csv").slice(1)).toEqual(['pendidikan,"position arsiparis, programme s1kearsipan",R-4,unmet', 'pendidikan,"position arsiparis, programme s1kearsipan",R-3,met'])
  })

  it("takes the agency's table of study programmes and applications elsewhere, and leaves a column of papers in other words aside", () => {
    const own = file(here, "dokumen.csv", "applicant,formation,appliedOn,birthDate,studyProgramme,gradeAverage,person,declarations,documents", "R-1,F1,2024-08-21,1995-02-01,S1 Teknik Sipil,3.25,ps-1,pidana | pemberhentian | status,KTP | Ijazah")
    const programmes = file(here, "prodi.csv", "Jabatan,Prodi,Berlaku Sejak,Keputusan", "Penata Jalan,S-1 Teknik Sipil,2024-08-01,SK 1/2024")
    const register = file(here, "lain.csv", "applicant,person,program,appliedOn", "P-7,ps-1,PPPK,2024-10-02")
    const str = file(here, "str.csv", "applicant,requirement,verdict,by,at", "R-1,str,MS,v-1,2024-09-10")
    const done = check({ applications: own, findings: str, programmes }, "--format", "json")
    expect(done.code).toBe(0)
    expect(done.err).toContain("tidak satu pun kata pada kolom documents menyebut syarat dalam aturan (Ijazah, KTP)")
    expect(JSON.parse(done.out)).toMatchObject({ stage: "administrasi", applicants: [{ applicant: "R-1", code: "MS" }], open: [] })
    expect(check({ applications: own, findings: str, programmes, register }, "--format", "csv").out).toContain('R-1,F1,TMS,"Satu instansi')
  })
})

describe("one workbook for all files of a check", () => {
  it("is read by the names of its sheets", async () => {
    const round = join(here, "round.xlsx")
    const sheet = (name: string, ...rows: ReadonlyArray<ReadonlyArray<string>>) => ({ name, size: rows.length - 1, columns: rows[0]!.map((title, at) => Sheet.text(title, rows.slice(1).map((row) => row[at]!))) })
    writeFileSync(round, await XlsxWriter.bytes([
      sheet("Catatan", ["hal"], ["x"]),
      sheet("Verifikasi", ["No Pendaftaran", "Status Verifikasi", "Tgl Verifikasi"], ["R-1", "MS", "2024-09-10"]),
      sheet("Pelamar", ["No Pendaftaran", "formasi_id", "Tgl Submit", "Tgl Lahir"], ["R-1", "F1", "2024-08-21 08:00:00", "1995-02-01"]),
      sheet("Formasi", ["formation", "position", "education", "location", "category", "seats"], ["F1", "Penata Jalan", "S-1", "Dinas PUPR", "umum", "2"])
    ]))
    expect(check({ formations: round, applications: round, findings: round }, "--format", "csv")).toMatchObject({ code: 0, out: "applicant,formation,status,reason\nR-1,F1,MS,\n" })
  })
})

describe("what comes after", () => {
  const out = join(here, "after")

  it("goes on under the participant number where SSCASN has given one", () => {
    const numbered = file(here, "bernomor.csv", `${header};No Peserta`, ...people.map((line, at) => `${line};${at === 0 ? "24000000000001" : ""}`))
    const own = join(here, "numbered")
    expect(check({ applications: numbered }, "--out", own).code).toBe(0)
    expect(lines(own, "private", "participants.csv").slice(1).map((line) => line.split(",")[0])).toEqual(["24000000000001", "R-4"])
    expect(lines(own, "announcement.csv")[1]).toBe("R-1,F1,MS,")
  })

  it("is published as registrations and selected, from the list of those who go on", () => {
    expect(check({}, "--out", out).code).toBe(0)
    expect(lines(out, "private", "participants.csv")).toEqual(["participant,formation,gpa,birthDate", "R-1,F1,3.250,1995-02-01", "R-4,F2,3.000,1989-08-21"])
    expect(timbang("key", "new", join(here, "kunci"), "--name", "kota.example/cpns-2024").code).toBe(0)
    const publish = (phase: string, ...more: ReadonlyArray<string>) =>
      timbang("publish", phase, "--rules", join(out, "rules.json"), "--formations", join(out, "formations.csv"), "--key", join(here, "kunci"), "--vault", join(here, "garam.json"), "--out", join(here, "catatan"), ...more)
    expect(publish("rules")).toMatchObject({ code: 0 })
    expect(publish("registrations", "--participants", join(out, "private", "participants.csv"))).toMatchObject({ code: 0 })
    const scored = file(here, "nilai.csv", ...lines(out, "private", "participants.csv").map((line, at) => `${line},${at === 0 ? "twk,tiu,tkp,skb" : "70,85,170,70"}`))
    expect(timbang("select", "--rules", join(out, "rules.json"), "--formations", formations, "--participants", scored, "--out", join(here, "hasil"))).toMatchObject({ code: 0, out: expect.stringContaining("2 peserta.") })
    // Neither command takes the folder of the other for an older one of its own.
    expect(timbang("select", "--rules", join(out, "rules.json"), "--formations", formations, "--participants", scored, "--out", out)).toMatchObject({ code: 2, err: expect.stringContaining("sudah ada folder berisi berkas lain") })
    expect(check({}, "--out", join(here, "hasil"))).toMatchObject({ code: 2, err: expect.stringContaining("sudah ada folder berisi berkas lain") })
  })

  it("is proposed to the process as it is, by the digest of the result", () => {
    const proposal = Schema.decodeUnknownSync(Signal.schema)(JSON.parse(readFileSync(join(out, "proposal.json"), "utf8")))
    const digest = createHash("sha256").update(readFileSync(join(out, "result.json"))).digest("hex")
    expect(proposal).toEqual({ _tag: "Propose", id: "administrasi", subject: { _tag: "Decide", decision: "administrative-result", digest } })
    const later = join(here, "later")
    expect(check({}, "--after-objections", "--out", later).code).toBe(0)
    expect(JSON.parse(readFileSync(join(later, "proposal.json"), "utf8"))).toEqual({ _tag: "Propose", id: "administrasi-pasca-sanggah", subject: { _tag: "Decide", decision: "administrative-reannouncement", digest } })
    expect(check({}, "--after-objections").err).toContain("--after-objections")
  })
})
