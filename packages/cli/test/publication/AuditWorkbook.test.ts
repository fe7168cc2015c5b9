import { Audit, Checkpoint, Edition, Entry, Log, SignedNote, Trust, VerifierKey } from "@timbang/core/publication"
import { PaperWordList } from "@timbang/language/publication"
import { SecretKey } from "@timbang/signing"
import { NodePrimitives } from "@timbang/signing/node"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import * as AuditReport from "../../src/publication/AuditReport.ts"
import * as AuditWorkbook from "../../src/publication/AuditWorkbook.ts"

const { node } = NodePrimitives
const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns", "ed25519", Uint8Array.from({ length: 32 }, (_, at) => at)))
const letter = new TextEncoder().encode("Pengumuman")
const entry = Result.getOrThrow(Entry.encode(node, Edition.documentEntry(node, "pengumuman", letter)))
const log = Log.make("kota.example/cpns")
Result.getOrThrow(Log.append(node, log, entry))
const text = Checkpoint.write(Log.checkpoint(node, log))
const note = SignedNote.write({ text, signatures: [SecretKey.sign(key, text)] })
const trust = Result.getOrThrow(Trust.read(node, PaperWordList.words, VerifierKey.write(key.verifier)))
const steers = "x\u001b[2J\ntemuan: 0"
const report = Audit.audit(node, {
  entries: [entry],
  checkpoints: [note],
  document: () => letter,
  folder: { paths: ["checkpoint", "checkpoint.d/1", "tile/0/000.p/1", "tile/entries/000.p/1", steers], read: () => undefined },
  policy: trust.policy!
}, Audit.noRerun)

describe("AuditWorkbook.sheets", () => {
  const sheets = AuditWorkbook.sheets({ report, trust, standings: [["skb", "simulasi"]] }, "id")

  it("names log, root, words, whom it trusts and what it concludes, and leaves room for a hand", () => {
    const [paper] = sheets
    expect(sheets.map(({ name }) => name)).toEqual(["Kertas kerja", "Ringkasan", "Temuan", "Koreksi", "Titik periksa"])
    const [items, contents] = paper!.columns.map((column) => column.kind === "text" ? column.cells : [])
    expect(contents![items!.indexOf("catatan yang diperiksa")]).toBe("kota.example/cpns")
    expect(contents![items!.indexOf("akar")]).toBe(text.split("\n")[2])
    expect(contents!.find((cell) => cell.split(" ").length === 8)).toMatch(/^[a-z ]+$/)
    expect(contents).toContain(VerifierKey.write(key.verifier))
    expect(contents).toContain("kedudukan hasil SKB: simulasi, bukan penetapan")
    expect(contents!.find((cell) => cell.startsWith("temuan: "))).toContain("ada yang tidak cocok")
    expect(items!.slice(-3)).toEqual(["pemeriksa", "hari dan tanggal", "tanda tangan"])
  })

  it("has numbers as numbers, and headings of its language", () => {
    const heads = sheets.map(({ columns }) => columns.map(({ header, kind }) => `${header}: ${kind}`))
    expect(heads[1]).toEqual(["bagian: text", "yang diperiksa: text", "jumlah: decimal"])
    expect(heads[4]).toEqual(["banyaknya catatan: decimal", "akar: text", "saksi: text"])
    expect(AuditWorkbook.sheets({ report, trust: {}, standings: [] }, "en")[1]!.columns.map(({ header }) => header)).toEqual(["part", "what was checked", "count"])
  })

  it("and the lines of the screen cannot be steered by the name of a file", () => {
    const line = AuditReport.lines(report, "id").find((each) => each.includes("x\\u{1b}"))
    expect(line).toBe("  berkas x\\u{1b}[2J\\u{a}temuan: 0: bukan bagian dari catatan")
  })
})
