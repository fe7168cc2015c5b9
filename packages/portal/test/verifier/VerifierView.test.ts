import { PaperWordList, VerifierTexts } from "@timbang/language/publication"
import { VerifierView } from "@timbang/portal"
import { describe, expect, it } from "vitest"
import { announcement, documentReceipt, forged, key, linkOf, policy, portable, receipt, tampered, textOf, words } from "../worked.ts"

const view = (receiptText: string, trust = "", language: "id" | "en" = "id") =>
  VerifierView.view(portable, PaperWordList.words, VerifierTexts.texts[language], { receipt: receiptText, trust })

describe("VerifierView", () => {
  it("is green only when everything held against something trusted", () => {
    const good = [view(textOf(receipt), key), view(linkOf(receipt), policy), view(textOf(receipt), words.join(" "))]
    expect(good.map(({ tone }) => tone)).toEqual(["good", "good", "good"])
    expect(view(textOf(receipt)).tone).toBe("unsure")
    const bad = [
      view(textOf(tampered), key),
      view(textOf(forged), key),
      view(textOf(receipt), words.toReversed().join(" ")),
      view(textOf(tampered))
    ]
    expect(bad.map(({ tone }) => tone)).toEqual(["bad", "bad", "bad", "bad"])
  })

  it("says that nothing was checked when nothing could be, and is never green then", () => {
    for (
      const [text, trust] of [["", ""], ["", key], ["beras, telur", key], [textOf(receipt).slice(0, -9), key], [
        textOf(receipt),
        "kunci"
      ], [textOf(receipt), key.slice(0, -3)]]
    ) {
      expect(view(text!, trust).tone, text!.slice(0, 20)).toBe("nothing")
    }
  })

  it("has one plain sentence in each language for each outcome", () => {
    expect(view(textOf(receipt), key).sentence).toBe("Asli: data ini ada di catatan resmi dan tidak berubah.")
    expect(view(textOf(receipt), key, "en").sentence).toBe("Genuine: this is in the official log and was not changed.")
    expect(view(textOf(tampered), key).sentence).toMatch(/^Ditolak/)
    expect(view(textOf(receipt)).sentence).toMatch(/belum diketahui siapa/)
  })

  it("shows the entry, what is the participant's own, the checks and the checkpoint with its words", () => {
    const sections = view(textOf(receipt), policy, "en").sections
    const rows = Object.fromEntries(sections.flatMap(({ rows }) => rows))
    expect(sections.map(({ title }) => title)).toEqual([
      "What the entry says: Result",
      "Your private data, not published",
      "What was checked",
      "The log that was used"
    ])
    expect(rows).toMatchObject({
      "Participant number": "24100110820000001",
      nilaiAkhir: "70.455",
      "Decided by": "age",
      "Birth date": "1998-04-01",
      "This entry is in the log": "holds",
      "Eight words of this log": words.join(" "),
      "Witnesses: inspektorat": "2026-11-24 17.00 WIB"
    })
  })

  it("shows a correction by its new content, and a withdrawal as such", () => {
    const shown = view(
      textOf({ ...receipt, openings: {}, entry: { kind: "correction", replaces: 3, by: null, objection: 5 } }),
      "",
      "en"
    )
    expect(shown.tone).toBe("bad")
    expect(shown.sections[0]!.rows).toContainEqual(["New content", "withdrawn"])
  })

  it("says whether a document is the logged one, and nothing while document or receipt is missing", () => {
    const of = (document: Uint8Array | undefined, text = textOf(documentReceipt), trust = key) =>
      VerifierView.view(portable, PaperWordList.words, VerifierTexts.texts.id, { receipt: text, trust, document })
    expect(of(announcement)).toMatchObject({ tone: "good", sentence: "Asli: dokumen ini ada di catatan resmi dan tidak berubah." })
    expect(of(announcement).advice).toContain("tanda tangan elektronik di dalamnya")
    expect(of(announcement, textOf(documentReceipt), "").tone).toBe("unsure")
    expect(of(announcement.slice(0, -1))).toMatchObject({ tone: "bad", sentence: "Ditolak: isi berkas ini bukan yang dicatat." })
    expect(of(announcement.map((byte, at) => at === 99 ? byte ^ 1 : byte)).tone).toBe("bad")
    const nothing = [of(announcement, ""), of(undefined), of(announcement, textOf(receipt))]
    expect(nothing.map(({ sentence, tone }) => [tone, /tanda terima dokumen ini|PDF|bukan milik/.exec(sentence)?.[0]])).toEqual([
      ["nothing", "tanda terima dokumen ini"],
      ["nothing", "PDF"],
      ["nothing", "bukan milik"]
    ])
  })
})
