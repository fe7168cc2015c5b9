import { Cohort, Explanation, Selection, Specimen } from "@timbang/core/selection"
import { Notices } from "@timbang/language"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const head = { selection: "Seleksi CPNS 2026", office: "BKPSDM Kota Contoh", site: "https://seleksi.kota.example" }

const rows = [{ participant: "26-1", formation: "F1", scores: { knowledge: 198, attitude: 200, practice: 51 } }]
const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], rows))
const explanation = Explanation.explain(Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, [])), 0)

const source = { instrument: "PP 11/2017", provision: "Pasal 23(1)a", confidence: "seen-in-several" } as const
const found = { applicant: "26-1", requirement: "str", role: "verifier", by: "v1", verdict: "unmet", reason: "STR berakhir 2026-06-30", at: "2026-09-01" } as const
const str = {
  requirement: "str", title: "STR", status: "unmet", computed: { _tag: "Open", why: "for-people", facts: {} },
  verifier: found, supervisor: undefined, flags: [], decidedBy: "instansi", source
} as const
const objection = { id: "7", kind: "own", stage: "final", by: "26-1", about: "26-1", direction: "in-favour", grounds: "keadaan kesehatan", filedOn: "2026-12-01" } as const

/** One of each; the type makes a new tag of the union fail here. */
const every: { readonly [Tag in Notices.Notice["_tag"]]: Extract<Notices.Notice, { readonly _tag: Tag }> } = {
  AdministrativeOutcome: { _tag: "AdministrativeOutcome", checked: { applicant: "26-1", status: "ineligible", requirements: [str] }, objectUntil: "2026-10-03" },
  SessionOpened: { _tag: "SessionOpened", stage: "SKD", session: "3", at: "2026-11-24 08.00 WIB" },
  ScoreLogged: { _tag: "ScoreLogged", participant: "26-1", stage: "SKD", scores: [{ title: "TWK", points: "110.5" }], entry: 4711 },
  Result: { _tag: "Result", explanation, objectUntil: "2026-12-20" },
  WindowOpened: { _tag: "WindowOpened", window: "objection", from: "2026-12-17", until: "2026-12-20", where: "SSCASN" },
  WindowClosing: { _tag: "WindowClosing", window: "personal-file", until: "2027-01-14", where: "SSCASN" },
  Answered: { _tag: "Answered", objection, state: { _tag: "Answered", isAccepted: false, reason: "lembar jawaban sudah benar", at: "2026-12-22" } },
  Corrected: { _tag: "Corrected", participant: "26-1", component: "SKB", from: "68", to: "70", at: "2026-12-23", basis: "putusan 12/G/2026" }
}

describe("Notices.letter", () => {
  for (const language of ["id", "en"] as const) {
    for (const notice of Object.values(every)) {
      it(`${notice._tag}, ${language}: says that nothing costs money, asks for nothing, and shows nobody in its subject`, () => {
        const { subject, text } = Notices.letter(notice, head, language)
        expect(text).toContain(language === "id" ? "tidak dipungut biaya" : "costs nothing")
        expect(text).toContain(head.site)
        const body = text.slice(0, text.indexOf(head.office))
        expect(body).not.toMatch(/https?:|\bNIK\b|rekening|transfer|kirimkan|balas|klik|masukkan|account|send us|reply|click|enter your|password|kata sandi/i)
        expect(subject).not.toMatch(/26-1|lulus|gugur|tidak memenuhi|passed|failed/i)
        expect(subject).toMatch(/^[^\r\n]{10,120}$/)
      })
    }
  }

  it("gives the reasons of an administrative outcome as the committee wrote them", () => {
    const { text } = Notices.letter(every.AdministrativeOutcome, head, "id")
    expect(text).toContain("26-1: tidak memenuhi syarat administrasi, karena:\n- STR: tidak memenuhi; verifikator: tidak memenuhi, \"STR berakhir 2026-06-30\".")
    expect(text).toContain("Sanggah dapat diajukan sampai 2026-10-03.")
  })

  it("never repeats the grounds of an objection", () => {
    expect(Notices.letter(every.Answered, head, "id").text).not.toContain("kesehatan")
    expect(Notices.letter(every.Answered, head, "en").text).toContain("lembar jawaban sudah benar")
  })

  it("writes points in the notation of the language", () => {
    expect(Notices.letter(every.ScoreLogged, head, "id").text).toContain("- TWK: 110,5\nCatatan nomor 4711.")
    expect(Notices.letter(every.ScoreLogged, head, "en").text).toContain("- TWK: 110.5\nLog entry 4711.")
  })
})
