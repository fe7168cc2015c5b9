import { Specimen } from "@timbang/core/selection"
import { PortalTexts } from "@timbang/language"
import { style } from "../../src/site/style.ts"
import { describe, expect, it } from "vitest"
import * as BoardPage from "../../src/site/BoardPage.ts"
import * as Page from "../../src/site/Page.ts"
import type { PublicRecord } from "../../src/site/PublicRecord.ts"

const [first] = Specimen.ruleSet.components
const ruleSet = { ...Specimen.ruleSet, title: "Seleksi CPNS 2024", components: [{ ...first!, title: "Tes Wawasan Kebangsaan" }] }
const record = { ruleSet, formationOf: new Map([["26-0001", "F1"]]), origin: "example/cpns", words: [], size: 1, breaches: 0 } as Partial<PublicRecord> as PublicRecord
const session = { stage: first!.exam, session: "1", source: "CAT", receivedAt: 0, isClosed: false, isJustClosed: false, rows: new Map(), changed: new Set<string>() }
const context = (language: "id" | "en") => ({ texts: PortalTexts.texts[language], base: "", record, objectionAddress: "", hasVerifier: false })

describe("a page in English", () => {
  it("heads the columns of the board and itself in English, and in Indonesian as the rules word them", () => {
    const shown = (language: "id" | "en") => [
      BoardPage.rowOf(context(language), session, "26-0001").cells[0]!.label,
      /class="name"[^>]*>([^<]*)</.exec(Page.page(context(language), { title: "", path: "/", body: [] }))?.[1]
    ]
    expect(shown("id")).toEqual(["Tes Wawasan Kebangsaan", "Seleksi CPNS 2024"])
    expect(shown("en")).toEqual(["National insight test (TWK)", "CPNS selection 2024"])
  })
})

describe("the page of a large session", () => {
  it("stays under 60 kB with its style in the words of a real round, though every score was replaced once", () => {
    const exam = ["Tes Wawasan Kebangsaan", "Tes Intelegensia Umum", "Tes Karakteristik Pribadi"].map((title, at) => ({ ...first!, id: `test${at}`, title }))
    const cell = () => ({ value: "175", old: [{ value: "170", correction: undefined }] })
    const rows = new Map(Array.from({ length: 400 }, (_, at) => [`24000000000${100 + at}`, new Map(exam.map(({ id }) => [id, cell()]))]))
    const large = { ...session, rows }
    const board = { sessions: new Map([["1", large]]) }
    const seen = { ...context("en"), record: { ...record, ruleSet: { ...ruleSet, components: exam }, formations: [], formationOf: new Map([...rows.keys()].map((one) => [one, "PENYULUH-HUKUM-0123"])), corrections: [] } }
    const text = BoardPage.render(seen, board, { stage: undefined, session: undefined, number: 1, now: 0 })
    expect(text.match(/<tr id=/g)).toHaveLength(50)
    expect(text.match(/<del>/g)).toHaveLength(150)
    expect(Buffer.byteLength(text + style)).toBeLessThan(60_000)
  })
})
