import { Checkpoint, Chronicle, type Edition, Entry, Log, RunDocuments, WitnessPolicy } from "@timbang/core/publication"
import { Cohort, Selection, Specimen } from "@timbang/core/selection"
import { Portal, PublicRecord } from "@timbang/portal"
import { SecretKey } from "@timbang/signing"
import { NodePrimitives } from "@timbang/signing/node"
import { Publication } from "@timbang/workflows"
import { Effect, Result } from "effect"
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import * as LogAudit from "../../src/publication/LogAudit.ts"
import * as LogFolder from "../../src/publication/LogFolder.ts"
import * as Publisher from "../../src/publication/Publisher.ts"
import * as Words from "../../src/DisclosureWords.ts"
import { folder } from "../timbang.ts"

const { node } = NodePrimitives
const here = folder()
const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/uji", "ed25519", node.sha256(new Uint8Array([3]))))
const { formation, ruleSet } = Specimen
const rows: ReadonlyArray<Cohort.Row> = [
  { participant: "26-0001", formation: "F1", scores: { knowledge: 198, attitude: 200, practice: "50.0" } },
  { participant: "26-0002", formation: "F1", scores: { knowledge: 160, attitude: 160, practice: "70.0" } }
]

/** The same rules with the weights the other way round. */
const otherWeights: typeof ruleSet = {
  ...ruleSet,
  id: "specimen-2",
  steps: ruleSet.steps.map((step) =>
    step._tag === "Weight" && step.percent._tag === "Known"
      ? { ...step, percent: { ...step.percent, value: 100 - step.percent.value } }
      : step
  )
}

const roundOf = (rules: typeof ruleSet): Publisher.Round => {
  const cohort = Result.getOrThrow(Cohort.fromRows(rules, [formation], rows))
  const selection = Result.getOrThrow(Selection.run(rules, [formation], cohort, [], { stage: "final" }))
  return { ruleSet: rules, formations: [formation], options: { stage: "final" }, cohort, selection }
}
const announced = roundOf(ruleSet)
const invented = roundOf(otherWeights)
const file = new TextEncoder().encode("surat")
const letter = {
  letter: { number: "B/1/2026", date: "2026-12-01", authority: "Menteri", digest: Buffer.from(node.sha256(file)).toString("base64") },
  file
} as const

const log = (name: string) => {
  const out = join(here, name)
  const step = async (round: Publisher.Round, phase: Publication.Phase): Promise<string> => {
    const vault = join(here, `${name}.json`)
    const policy: Edition.Means["policy"] = { name: "as-official-lists", vocabulary: Words.vocabularyOf(round.ruleSet) }
    const done = await Effect.runPromise(Effect.result(Publisher.publishPhase({ out, key, policy, vault, lang: "en" }, round, phase)))
    return Result.isSuccess(done) ? "" : done.failure.lines.join("\n")
  }
  const audit = () => {
    const read = Effect.runSync(LogFolder.read(out))
    return LogAudit.run(read, [], WitnessPolicy.ofKey(key.verifier)).faults.map(({ _tag }) => _tag)
  }
  const record = async () =>
    Result.getOrThrow(await PublicRecord.load(node, async (path) => onDisk(out, path)))
  return { out, step, audit, record }
}

const onDisk = (out: string, path: string): Uint8Array | undefined =>
  existsSync(join(out, path)) ? readFileSync(join(out, path)) : undefined

/** A page as a citizen sees it, the announcement first. */
const pageOf = async (read: (path: string) => Uint8Array | undefined, page = "/"): Promise<string> => {
  const portal = Portal.make({ read: async (path) => read(path), words: Words.ofLaw, announcedOn: {} })
  try {
    return await (await portal.handler(new Request(`http://x${page}`), { client: "reader" })).text()
  } finally {
    await portal.dispose()
  }
}

const upToScores = async (name: string) => {
  const made = log(name)
  for (const phase of ["rules", "registrations", "scores"] as const) expect(await made.step(announced, phase)).toBe("")
  return made
}

describe("weights invented after the exam", () => {
  it("are refused, as rules and as a result, and leave the log as it was", async () => {
    const { audit, out, step } = await upToScores("invented")
    const before = readFileSync(join(out, "checkpoint"), "utf8")
    expect(await step(invented, "rules")).toContain("are published with --letter")
    expect(await step(invented, "results")).toContain("not those published before the scores")
    expect(readFileSync(join(out, "checkpoint"), "utf8")).toBe(before)
    expect(audit()).toEqual([])
  })

  it("are a breach in the eyes of everybody who reads the entries, where the key holder logs them all the same", async () => {
    const { out, record } = await upToScores("forced")
    const { bytes, entries } = await record()
    const ruleFile = Result.getOrThrow(RunDocuments.write(node, otherWeights))
    const digest = Buffer.from(node.sha256(ruleFile)).toString("base64")
    const late: Entry.Entry = { kind: "rule-set", id: otherWeights.id, engine: "timbang", digest }
    const chronicle = Chronicle.start()
    expect([...entries, late].flatMap((entry) => Chronicle.next(chronicle, entry)).map(({ _tag }) => _tag)).toEqual(["RulesLate"])
    const forced = Log.make(key.verifier.name)
    for (const one of [...bytes, Result.getOrThrow(Entry.encode(node, late))]) Result.getOrThrow(Log.append(node, forced, one))
    const files = new Map(Log.takeFiles(forced).map(({ bytes: content, path }) => [path, content]))
    files.set("checkpoint", Buffer.from(SecretKey.note(Checkpoint.write(Log.checkpoint(node, forced)), [key])))
    files.set(Entry.documentPath(digest), ruleFile)
    expect(await pageOf((path) => files.get(path) ?? onDisk(out, path)))
      .toContain(`Pelanggaran: catatan ${entries.length} mengganti aturan setelah nilai pertama tanpa surat`)
  })

  it("hold with the letter that changes the law; from then on nothing is decided by the old ones", async () => {
    const { audit, out, record, step } = await upToScores("by-letter")
    expect(await step({ ...invented, letter }, "rules")).toBe("")
    expect(await step({ ...invented, letter }, "rules")).toContain("published already")
    expect(await step(announced, "results")).toContain("not those published before the scores")
    expect(await step(invented, "results")).toBe("")
    expect(audit()).toEqual([])
    const { breaches, changes, lateRules, ruleSet: inForce, results } = await record()
    expect({ breaches, lateRules }).toEqual({ breaches: 0, lateRules: [] })
    expect(inForce?.id).toBe("specimen-2")
    expect(changes.map(({ letter: by }) => by)).toEqual([letter.letter])
    expect(results.get("F1")?.map(({ entry }) => entry.participant)).toEqual(["26-0001", "26-0002"])
    const page = await pageOf((path) => onDisk(out, path))
    expect(page).not.toContain("diterbitkan sebelum nilai pertama")
    expect(page).toContain("Catatan 12: aturan diubah dengan surat B/1/2026 tanggal 1 Desember 2026 dari Menteri.")
  })
})

describe("publish objections with their answers", () => {
  const filed = { id: "S-1", participant: "26-0001", filedOn: "2026-12-02", until: "2026-12-09" } as const
  const rejected = { ...filed, answer: { isAccepted: false, on: "2026-12-04", reason: "score-right" } } as const
  const other = { id: "S-2", participant: "26-0002", filedOn: "2026-12-03", until: "2026-12-10" } as const
  const accepted = { ...other, answer: { isAccepted: true, on: "2026-12-05", reason: "wrong-score" } } as const
  const corrected = (basis: string): Publisher.Round => {
    const event = { _tag: "Corrected", participant: "26-0002", component: "knowledge", from: "160", to: "170", at: "2026-12-05", basis } as const
    const cohort = Result.getOrThrow(Cohort.fromRows(ruleSet, [formation], rows))
    const selection = Result.getOrThrow(Selection.run(ruleSet, [formation], cohort, [event], { stage: "final" }))
    return { ...announced, cohort: selection.cohort, selection }
  }
  const upToResults = async (name: string) => {
    const made = await upToScores(name)
    expect(await made.step(announced, "results")).toBe("")
    return made
  }

  it("logs one that was rejected, shows it on the page of its formation, and names no case", async () => {
    const { audit, out, record, step } = await upToResults("rejected")
    expect(await step({ ...announced, cases: [filed] }, "objections")).toBe("")
    expect(await step({ ...announced, cases: [rejected] }, "objections")).toBe("")
    expect(await step({ ...announced, cases: [rejected] }, "objections")).toContain("nothing has changed")
    const changed = { ...rejected, answer: { ...rejected.answer, reason: "no-evidence" } } as const
    expect(await step({ ...announced, cases: [changed] }, "objections")).toContain("differs from the file")
    expect(audit()).toEqual([])
    const { bytes, objections } = await record()
    expect([...objections.values()].map(({ answer }) => answer?.entry.state)).toEqual(["rejected"])
    expect(Buffer.concat(bytes).toString()).not.toContain("S-1")
    const page = await pageOf((path) => onDisk(out, path), "/formasi/F1")
    expect(page).toContain("ditolak, 4 Desember 2026")
    expect(page).toContain("nilai yang tercatat benar")
  })

  it("rests a correction on the objection that was accepted, and refuses one that rests on a rejected one", async () => {
    const { audit, record, step } = await upToResults("accepted")
    expect(await step({ ...corrected("S-1"), cases: [rejected] }, "objections")).toContain("was rejected or not answered yet")
    expect(await step({ ...corrected("S-2"), cases: [rejected, accepted] }, "objections")).toBe("")
    expect(audit()).toEqual([])
    const { corrections, objections } = await record()
    const [, second] = [...objections.keys()]
    expect(corrections.length).toBeGreaterThan(0)
    expect(new Set(corrections.map(({ objection }) => objection))).toEqual(new Set([second]))
  })

  it("refuses an answer after its day, one before its objection, and an objection by nobody of the log", async () => {
    const { step } = await upToResults("refused")
    const on = (day: string) => ({ ...rejected, answer: { ...rejected.answer, on: day } })
    expect(await step({ ...announced, cases: [on("2026-12-10")] }, "objections")).toContain("after its last day 2026-12-09")
    expect(await step({ ...announced, cases: [on("2026-12-01")] }, "objections")).toContain("before it was filed on 2026-12-02")
    expect(await step({ ...announced, cases: [{ ...filed, participant: "26-0009" }] }, "objections")).toContain("no result in the log")
  })

  it("never logs an objection twice: not without the salts it was logged with, and not under another name of the case", async () => {
    const { record, step } = await upToResults("once")
    expect(await step({ ...announced, cases: [filed] }, "objections")).toBe("")
    expect(await step({ ...announced, cases: [{ ...filed, id: "S-01" }] }, "objections")).toContain("objection S-01: the log has an objection about the same result")
    expect(await step({ ...announced, cases: [filed, { ...filed, id: "S-01", filedOn: "2026-12-03" }] }, "objections")).toBe("")
    const vault = join(here, "once.json")
    renameSync(vault, `${vault}.away`)
    expect(await step({ ...announced, cases: [rejected] }, "objections")).toContain("once.json: not found, and the log")
    writeFileSync(vault, JSON.stringify({ format: 2, people: [] }))
    expect(await step({ ...announced, cases: [rejected] }, "objections")).toContain("objection S-1: the log has an objection about the same result")
    const { objections } = await record()
    expect(objections.size).toBe(2)
  })
})
