import { Objection } from "@timbang/core/selection"
import { Objections } from "@timbang/language"
import { describe, expect, it } from "vitest"

const languages = ["id", "en"] as const
type Of<A extends { readonly _tag: string }> = { readonly [Tag in A["_tag"]]: Extract<A, { readonly _tag: Tag }> }

const objection: Objection.Objection = {
  id: "7",
  kind: "own",
  stage: "final",
  by: "24-1",
  about: "24-1",
  direction: "in-favour",
  grounds: "surat RSUD keliru",
  filedOn: "2025-01-08"
}
const corrected = { _tag: "Corrected", participant: "24-1", component: "skb", from: "64.500", to: "74.500", at: "2025-01-13", basis: "B/12" } as const
const at = "2025-01-09"

const states: Of<Objection.State> = {
  Filed: { _tag: "Filed" },
  Answered: { _tag: "Answered", isAccepted: true, reason: "surat RSUD benar", at },
  AwaitingApproval: { _tag: "AwaitingApproval", of: "Panselnas", at },
  Approved: { _tag: "Approved", letter: "B/12", event: corrected, at },
  Refused: { _tag: "Refused", letter: "B/13", reason: "surat RSUD salah", at },
  AnnouncedAgain: { _tag: "AnnouncedAgain", at }
}

const tasks: Of<Objection.Task> = {
  Answer: { _tag: "Answer", until: "2025-01-16" },
  AskApproval: { _tag: "AskApproval", of: "Panselnas" },
  Rerun: { _tag: "Rerun", event: corrected },
  Inform: { _tag: "Inform", participant: "24-1" },
  AnnounceAgain: { _tag: "AnnounceAgain", until: "2025-01-16" }
}

const needed: Of<Objection.Needed> = {
  DayFrom: { _tag: "DayFrom", day: at },
  Unanswered: { _tag: "Unanswered" },
  Accepted: { _tag: "Accepted" },
  Awaiting: { _tag: "Awaiting", of: "Panselnas" },
  Settled: { _tag: "Settled" },
  Reason: { _tag: "Reason" },
  Letter: { _tag: "Letter" },
  LetterAndReason: { _tag: "LetterAndReason" },
  EventAbout: { _tag: "EventAbout", participant: "24-1" }
}

const problems: Readonly<Record<Objection.ObjectionRefused["problem"], readonly [found: string, limit: string]>> = {
  "stage-without-window": ["skd", "administrasi, final"],
  "before-announcement": ["2025-01-05", "2025-01-06"],
  "window-closed": ["2025-01-10", "2025-01-09"],
  "too-many": ["2", "1"],
  "not-about-oneself": ["24-2", ""],
  "about-oneself": ["24-1", ""],
  "grounds-missing": ["", ""],
  "reference-missing": ["", ""],
  "day-invalid": ["10/01/2025", ""]
}

describe("Objections", () => {
  it("say every kind in both directions, without the grounds", () => {
    for (const kind of ["own", "about-another", "finding", "judgment"] as const) {
      const each = { ...objection, kind, by: kind === "own" ? "24-1" : "24-3", reference: "12/G/2025" }
      for (const language of languages) {
        const said = Objections.filed(each, language)
        expect(said).toContain("24-1")
        expect(said).toContain(each.by)
        expect(said).not.toContain("RSUD")
        if (kind === "finding" || kind === "judgment") expect(said).toContain("12/G/2025")
        expect(said).not.toBe(Objections.filed({ ...each, direction: "against" }, language))
      }
      expect(Objections.kind(kind, "id")).not.toBe(Objections.kind(kind, "en"))
    }
  })

  it("say every state with its day, letter and office, and the reason only where it is asked for", () => {
    for (const state of Object.values(states)) {
      const { _tag, ...facts } = state
      for (const language of languages) {
        const said = Objections.state(state, language)
        for (const name of ["at", "of", "letter"] as const) if (name in facts) expect(said, _tag).toContain((facts as Record<string, string>)[name])
        expect(said).not.toContain("RSUD")
        if ("reason" in state) expect(Objections.state(state, language, { quotes: true })).toContain(`: "${state.reason}".`)
      }
      expect(Objections.state(state, "id")).not.toBe(Objections.state(state, "en"))
    }
    expect(Objections.state({ ...states.Answered, isAccepted: false }, "id")).not.toBe(Objections.state(states.Answered, "id"))
  })

  it("say every task, and that no source gives a day where none does", () => {
    for (const task of Object.values(tasks)) {
      expect(Objections.task(task, "id")).not.toBe(Objections.task(task, "en"))
      if ("until" in task) {
        const { until, ...open } = task
        expect(Objections.task(task, "id")).toContain(until)
        expect(Objections.task(open, "id")).toContain("tidak ada pada sumber")
      }
    }
    expect(Objections.task(tasks.Rerun, "id")).toBe("Jalankan kembali seleksi dengan catatan ini: skb 24-1 menjadi 74.500, semula 64.500.")
  })

  it("a rerun names the event and never the reason of an exclusion", () => {
    const ineligible = { _tag: "Ineligible", participant: "24-1", exam: "skd", at, requirement: "sehat", reason: "surat RSUD" } as const
    const disqualified = { _tag: "Disqualified", participant: "24-1", exam: "skd", at, reason: "surat RSUD" } as const
    for (const event of [ineligible, disqualified]) {
      for (const language of languages) expect(Objections.task({ _tag: "Rerun", event }, language)).not.toMatch(/RSUD|sehat/)
    }
  })

  it("every refusal names what was found, the limit, and what to do", () => {
    for (const [problem, [found, limit]] of Object.entries(problems) as ReadonlyArray<[Objection.ObjectionRefused["problem"], readonly [string, string]]>) {
      const refused = new Objection.ObjectionRefused({ objection: "7", problem, found, limit })
      for (const language of languages) {
        const said = Objections.refusal(refused, language)
        expect(said).toMatch(/^\w+ 7: .+\. .+\.$/)
        expect(said).toContain(found)
        expect(said).toContain(limit)
      }
      expect(refused.message).toContain(limit.split(", ").at(-1))
    }
  })

  it("every refused move names the state, the move and what it needs", () => {
    const moves = ["Answer", "AskApproval", "Approve", "Refuse", "AnnounceAgain"] as const
    const said = languages.flatMap((language) =>
      Object.values(needed).flatMap((need) =>
        Object.values(states).flatMap(({ _tag: state }) =>
          moves.map((move) => Objections.refusal(new Objection.MoveRefused({ objection: "7", state, move, needed: need }), language)))))
    expect(new Set(said).size).toBe(said.length)
    expect(said.join("\n")).not.toContain("undefined")
  })
})
