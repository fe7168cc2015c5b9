import { VerifierKey } from "@timbang/core/publication"
import { SecretKey } from "@timbang/signing"
import { Result } from "effect"
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { run } from "../../inProcess.ts"
import { file, folder, timbang } from "../../timbang.ts"

const here = folder()
const at = (...names: ReadonlyArray<string>) => join(here, ...names)
const ended = (done: ReturnType<typeof timbang>) => {
  expect(done).toMatchObject({ code: 0 })
  return done
}

const formations = file(here, "F.csv", "formation,position,education,location,category,seats", "F1,Penyuluh Hukum,S-1 Hukum,Setda,umum,1")
const people = (second: string) =>
  file(
    here,
    `P${second}.csv`,
    "participant,formation,twk,tiu,tkp,skb,gpa,birthDate",
    `2401,F1,110,150,191,${second},3.40,1995-01-01`,
    "2402,F1,110,145,196,68,3.60,1996-07-07"
  )
const select = (second: string, out: string) =>
  ended(timbang("select", "--rules", "cpns-2024", "--formations", formations, "--participants", people(second), "--out", at(out)))
select("68", "final")
select("60", "other")
ended(timbang("key", "new", at("key"), "--name", "kota.example/cpns-2026"))
ended(timbang("publish", "--key", at("key"), "--selection", at("final"), "--out", at("log")))
ended(timbang("document", "letter", "--out", at("letter.json")))
const vkey = VerifierKey.write(Result.getOrThrow(SecretKey.parse(readFileSync(at("key"), "utf8"))).verifier)

const make = (kind: string, out: string, selection = "final", ...more: ReadonlyArray<string>) =>
  timbang("document", kind, at(selection), "--log", at("log"), "--letter", at("letter.json"), "--out", at(out), ...more)

describe("timbang document", () => {
  it("makes the announcement and has it signed by hand-off", () => {
    ended(make("pengumuman", "pengumuman.pdf", "final", "--paper", "f4"))
    const sign = () => timbang("document", "sign", at("pengumuman.pdf"), "--folder", at("hand-off"), "--signatory", "sekda", "--actor", "a.17")
    expect(sign()).toMatchObject({ code: 3, out: expect.stringContaining("menunggu tanda tangan") })
    const [request] = readdirSync(at("hand-off"))
    const signed = Buffer.concat([readFileSync(at("pengumuman.pdf")), Buffer.from("% signed\n%%EOF\n")])
    writeFileSync(at("hand-off", request!, "signed", "pengumuman.pdf"), signed)
    ended(sign())
    expect(readFileSync(at("pengumuman-signed.pdf"))).toEqual(signed)
  })

  it("logs what was signed, once, and anybody can verify it", () => {
    cpSync(at("log"), at("before"), { recursive: true })
    const record = () => timbang("document", "record", at("pengumuman-signed.pdf"), "--log", at("log"), "--key", at("key"), "--name", "pengumuman")
    const before = readFileSync(at("log/checkpoint"), "utf8")
    expect(timbang("document", "record", at("pengumuman-signed.pdf"), "--log", at("log"), "--key", at("key"), "--name", "pengumuman", "--receipt", at("none/r.json")).code).toBe(2)
    expect(readFileSync(at("log/checkpoint"), "utf8")).toBe(before)
    ended(record())
    expect(record()).toMatchObject({ code: 2, err: expect.stringContaining("sudah tercatat sebagai entri") })
    const verify = (name: string, log: string, ...trust: ReadonlyArray<string>) => timbang("verify", at(name), "--log", at(log), ...trust)
    expect(verify("pengumuman-signed.pdf", "log", "--key", vkey)).toMatchObject({ code: 0, out: expect.stringContaining("tidak berubah sejak dicatat") })
    expect(verify("pengumuman-signed.pdf", "log").code).toBe(3)
    expect(verify("pengumuman.pdf", "log", "--key", vkey)).toMatchObject({ code: 1, out: expect.stringContaining("BUKAN dokumen yang tercatat") })
    expect(verify("pengumuman-signed.pdf", "before", "--key", vkey).code).toBe(1)
    // Whoever has the receipt of the document needs no log.
    const receipt = at("pengumuman-signed.receipt.json")
    expect(timbang("verify", at("pengumuman-signed.pdf"), "--receipt", receipt, "--key", vkey).code).toBe(0)
    expect(timbang("verify", at("pengumuman.pdf"), "--receipt", receipt, "--key", vkey)).toMatchObject({ code: 1, out: expect.stringContaining("bukan yang dicatat") })
    expect(timbang("verify", receipt, "--key", vkey)).toMatchObject({ code: 3, out: expect.stringContaining("Pilih juga berkas PDF") })
    // Published in one go: the order is not attested, and nothing else is amiss.
    expect(timbang("audit", at("log"), "--key", vkey)).toMatchObject({ code: 3, out: expect.stringContaining("temuan: 0") })
  })

  it("is made of published results only, and never written over one that is there", () => {
    expect(make("berita-acara", "no.pdf", "other")).toMatchObject({ code: 2, err: expect.stringContaining("berbeda dari catatan bagi 1 peserta: 2401") })
    ended(make("berita-acara", "minutes.docx"))
    expect(make("berita-acara", "minutes.docx")).toMatchObject({ code: 2, err: expect.stringContaining("sudah ada") })
    expect(readdirSync(here)).not.toContain("no.pdf")
  })

  it("shows names only with a basis, for everybody, and shows none in what it refuses", () => {
    const names = file(here, "names.csv", "participant,name", "2401,Orang Satu", "2409,Orang Lain")
    expect(make("lampiran", "annex.pdf", "final", "--names", names)).toMatchObject({ code: 2, err: expect.stringContaining("--names-basis") })
    const refused = make("lampiran", "annex.pdf", "final", "--names", names, "--names-basis", "Pasal 1")
    expect(refused).toMatchObject({ code: 2, err: expect.stringMatching(/1 peserta tidak ada pada berkas nama: 2402[\s\S]*2409/) })
    expect(refused.err).not.toContain("Orang")
  })

  it("refuses a PDF with letters that its font does not have, by letter and row; a Word file takes them", () => {
    const names = file(here, "letters.csv", "participant,name", "2401,José Nuñez O'Brien", "2402,Hasan حسن")
    const basis = ["--names", names, "--names-basis", "Pasal 1"]
    const refused = make("lampiran", "letters.pdf", "final", ...basis)
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("\"ح\" (U+062D, baris tabel 1), \"س\" (U+0633, baris tabel 1)") })
    expect(refused.err).not.toContain("Hasan")
    expect(readdirSync(here)).not.toContain("letters.pdf")
    expect(make("lampiran", "letters.pdf", "final", ...basis, "--lang", "en").err).toContain("would print empty boxes")
    ended(make("lampiran", "letters.docx", "final", ...basis))
  })

  it("names every fault of the letter", () => {
    const letter = file(here, "bad.json", JSON.stringify({ agency: [], date: "24-11-2026" }))
    const { code, err } = timbang("document", "pengumuman", at("final"), "--log", at("log"), "--letter", letter, "--out", at("x.pdf"))
    expect(code).toBe(2)
    for (const place of ["agency", "date", "number", "place", "subject", "signatory"]) expect(err).toContain(`bad.json: ${place}: `)
  })

  it("says in the language asked for where a letter is no JSON, what a place lacks, and that a signing service is away", async () => {
    const from = (letter: string, ...more: ReadonlyArray<string>) => timbang("document", "pengumuman", at("final"), "--log", at("log"), "--letter", letter, "--out", at("y.pdf"), ...more).err
    const broken = file(here, "broken.json", "{", "  \"agency\": [\"A\"],", "  number: 1", "}")
    expect(from(broken)).toBe(`${broken}: bukan JSON yang utuh, rusak pada baris 3; bandingkan dengan timbang document letter\n`)
    expect(from(broken, "--lang", "en")).toContain("it breaks on line 3")
    const bad = file(here, "bad2.json", JSON.stringify({ agency: [], date: "2026-02-30", colour: 1 }))
    expect(from(bad)).toContain("agency: seharusnya daftar [...] yang tidak kosong")
    expect(from(bad)).toContain("date: seharusnya tanggal yang ada")
    expect(from(bad, "--lang", "en")).not.toMatch(/seharusnya|belum ada|tidak dikenal/)
    process.env["TIMBANG_SIGNER_TOKEN"] = "token"
    const away = await run("document", "sign", at("pengumuman.pdf"), "--service", "http://127.0.0.1:9", "--signatory", "sekda", "--actor", "a.17")
    delete process.env["TIMBANG_SIGNER_TOKEN"]
    expect(away.refusal).toContain("layanan penandatanganan tidak dapat dihubungi (tidak ada sambungan)")
  })
})
