import { Checkpoint, Entry, Log, Tile, VerifierKey, WitnessPolicy } from "@timbang/core/publication"
import { SecretKey } from "@timbang/signing"
import { NodePrimitives } from "@timbang/signing/node"
import { Effect, Exit, Result } from "effect"
import fc from "fast-check"
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, it } from "vitest"
import * as LogAudit from "../../../src/publication/LogAudit.ts"
import * as LogFolder from "../../../src/publication/LogFolder.ts"
import { begun, file, folder, timbang } from "../../timbang.ts"

const { node } = NodePrimitives
const here = folder()
const at = (...names: ReadonlyArray<string>) => join(here, ...names)

const formations = file(
  here,
  "F.csv",
  "formation,position,education,location,category,seats",
  "F1,Penyuluh Hukum,S-1 Hukum,Setda,umum,1",
  "F2,Penyuluh Hukum,S-1 Hukum,Setda,disabilitas,1"
)
const header = "participant,formation,twk,tiu,tkp,skb,gpa,birthDate"
const people = (hasSecond: boolean) =>
  [
    ["2401,F1,110,150,191", "68", "3.40,1995-01-01"],
    ["2402,F1,110,145,196", "68", "3.60,1996-07-07"],
    ["2403,F1,110,145,196", "68", "3.60,1995-06-06"],
    ["2404,F1,60,110,179", "", "3.20,1994-01-01"],
    ["2405,F2,70,100,170", "70", "3.10,1994-05-05"]
  ].map(([first, second, rest]) => [first, hasSecond ? second : "", rest].join(","))
const registered = file(here, "P0.csv", header, ...people(false).map((line) => line.replace(/^(\d+,F\d),\d+,\d+,\d+/, "$1,,,")))
const written = file(here, "P1.csv", header, ...people(false))
const both = file(here, "P2.csv", header, ...people(true))

const ended = (done: ReturnType<typeof timbang>) => {
  expect(done).toMatchObject({ code: 0 })
  return done
}
const rules = ["--rules", "cpns-2024", "--formations", formations]
ended(timbang("select", ...rules, "--participants", written, "--stage", "skd", "--out", at("skd")))
ended(timbang("select", ...rules, "--participants", both, "--out", at("final")))
ended(timbang("key", "new", at("key"), "--name", "kota.example/cpns-2026"))
const key = Result.getOrThrow(SecretKey.parse(readFileSync(at("key"), "utf8")))
const vkey = VerifierKey.write(key.verifier)
const publish = (...more: ReadonlyArray<string>) => timbang("publish", "--key", at("key"), ...more)

const filesOf = (path: string): ReadonlyArray<string> =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort()

/** What an audit finds, in this process; a folder that cannot even be read is refused. */
const audit = (path: string): ReadonlyArray<string> => {
  const read = Effect.runSyncExit(LogFolder.read(path))
  return Exit.isSuccess(read)
    ? LogAudit.run(read.value, [], WitnessPolicy.ofKey(key.verifier)).faults.map(({ _tag }) => _tag)
    : ["Refused"]
}

const log = at("log")
const oneGo = ended(publish("--selection", at("final"), "--out", log, "--lang", "en"))

describe("timbang publish", () => {
  it("publishes a selection in one go, says that the order is not attested, and leaves nothing private in the folder", () => {
    expect(oneGo.err).toContain("order not attested")
    expect(audit(log)).toEqual([])
    const text = filesOf(log).map((path) => readFileSync(join(log, path), "latin1")).join("\n")
    for (const secret of ["1995-01-01", "3.40", "PRIVATE", ...saltsOf()]) expect(text).not.toContain(secret)
  })

  it("keeps its salts in a file that only its owner reads; a second run from it gives the same bytes", () => {
    expect(statSync(at("final/private/vault.json")).mode & 0o777).toBe(0o600)
    ended(publish("--selection", at("final"), "--out", at("again")))
    expect(filesOf(at("again"))).toEqual(filesOf(log))
    for (const path of filesOf(log)) expect(readFileSync(at("again", path))).toEqual(readFileSync(join(log, path)))
  })

  it("refuses a missing key, a second publication, and a selection that would take the salts away", () => {
    expect(timbang("publish", "--selection", at("final"), "--key", at("none"), "--out", at("x"))).toMatchObject({ code: 2 })
    expect(existsSync(at("x"))).toBe(false)
    expect(publish("--selection", at("final"), "--out", log)).toMatchObject({ code: 2 })
    expect(timbang("select", ...rules, "--participants", both, "--out", at("final"))).toMatchObject({ code: 2 })
  })

  it("begins no log in a folder that holds other files", () => {
    const rulesInto = (out: string) => publish("rules", ...rules, "--vault", at("others.json"), "--out", out, "--lang", "en")
    expect(rulesInto(at("final"))).toMatchObject({ code: 2, err: expect.stringContaining("is no part of a log and would be public with it") })
    expect(existsSync(at("final/checkpoint")) || existsSync(at("others.json"))).toBe(false)
    mkdirSync(at("left/tile"), { recursive: true })
    ended(rulesInto(at("left")))
  })

  it("publishes phase by phase, so that the order is attested", () => {
    const steps = at("steps")
    const vault = ["--vault", at("vault.json"), "--out", steps]
    expect(publish("results", "--selection", at("skd"), ...vault)).toMatchObject({ code: 4 })
    ended(publish("rules", ...rules, ...vault))
    expect(publish("rules", ...rules, ...vault)).toMatchObject({ code: 2 })
    expect(publish("scores", "--selection", at("skd"), ...vault)).toMatchObject({ code: 4 })
    ended(publish("registrations", ...rules, "--participants", registered, ...vault))
    ended(publish("scores", "--selection", at("skd"), ...vault))
    expect(publish("scores", "--selection", at("skd"), ...vault)).toMatchObject({ code: 2 })
    ended(publish("results", "--selection", at("skd"), ...vault))
    const early = publish("results", "--selection", at("final"), ...vault, "--lang", "en")
    expect(early).toMatchObject({ code: 4 })
    expect(early.err).toContain("the scores of skb are not published yet")
    ended(publish("scores", "--selection", at("final"), ...vault))
    ended(publish("results", "--selection", at("final"), ...vault))
    const done = timbang("audit", steps, "--key", vkey, "--workbook", at("kertas-kerja.xlsx"), "--lang", "en")
  expect(done).toMatchObject({ code: 0 })
    expect(done.out).toContain("standing of the results of SKD: simulasi, not penetapan")
    expect(done.out).toContain("6 checkpoints hold")
    expect(done.out).toContain("findings: 0")
    expect(done.out).toContain("ties parted by grades, age or a letter: 1")
    expect(statSync(at("kertas-kerja.xlsx")).size).toBeGreaterThan(1000)
  }, 180_000)

  it("shows protected categories by a general word, and a minimum of theirs as attested", () => {
    ended(publish("--selection", at("final"), "--disclosure", "protected", "--out", at("protected")))
    const text = filesOf(at("protected")).filter((path) => path.startsWith("tile/entries"))
      .map((path) => readFileSync(at("protected", path), "utf8")).join("")
    expect(text).toContain("\"khusus\"")
    expect(text).not.toContain("disabilitas")
    expect(audit(at("protected"))).toEqual([])
  })
})

describe("timbang publish objections", () => {
  const events = file(here, "E.csv", "event,participant,component,from,to,at,basis", "koreksi,2403,skb,68,70,2024-12-28,sanggah 7")
  const vault = ["--vault", at("vault-o.json"), "--out", at("objected")]

  ended(timbang("select", ...rules, "--participants", both, "--events", events, "--out", at("again-selected")))
  ended(publish("--selection", at("final"), ...vault))
  cpSync(at("objected/checkpoint"), at("before"))
  cpSync(at("objected"), at("late"), { recursive: true })
  cpSync(at("vault-o.json"), at("vault-p.json"))
  ended(timbang("receipt", "2402", "--log", at("objected"), "--selection", at("final"), "--vault", at("vault-o.json"), "--out", at("old.json")))
  const unchanged = publish("objections", "--selection", at("final"), ...vault)
  ended(publish("objections", "--selection", at("again-selected"), ...vault))

  it("appends every correction with its objection; the audit accepts it and shows both values", () => {
    expect(unchanged).toMatchObject({ code: 2 })
    const twice = publish("objections", "--selection", at("again-selected"), ...vault, "--lang", "en")
    expect(twice).toMatchObject({ code: 2 })
    expect(twice.err).toContain("nothing has changed")
    expect(audit(at("objected"))).toEqual([])
    const shown = timbang("audit", at("objected"), "--key", vkey, "--since", at("before"), "--lang", "en")
    expect(shown.out).toMatch(/correction \d+ of entry \d+, participant 2403: skb 68.* → 70.*; rests on objection \d+/)
    expect(shown.out).toMatch(/participant 2402: decided by age → -; rests on objection/)
    expect(timbang("audit", at("objected"), "--key", vkey).out).toMatch(/peserta 2402: ditentukan oleh usia → -; dasar: sanggah/)
    expect(shown.out).not.toContain("sanggah 7")
  })

  it("gives the receipt of the correction, and tells the old receipt that it was corrected", () => {
    const corrected = ["--log", at("objected"), "--key", vkey]
    expect(timbang("verify", at("old.json"), ...corrected, "--lang", "en").out).toContain("corrected later")
    const elsewhere = timbang("receipt", "2403", "--log", at("objected"), "--selection", at("again-selected"), "--out", at("none.json"), "--lang", "en")
    expect(elsewhere).toMatchObject({ code: 2 })
    expect(elsewhere.err).toContain("Name with --vault the file of salts used from the beginning")
    const vaultOnly = ["--vault", at("vault-o.json")]
    ended(timbang("receipt", "2403", "--log", at("objected"), "--selection", at("again-selected"), ...vaultOnly, "--out", at("new.json")))
    expect(JSON.parse(readFileSync(at("new.json"), "utf8")).entry).toMatchObject({ kind: "correction", by: { rank: 1 } })
    expect(timbang("verify", at("new.json"), ...corrected)).toMatchObject({ code: 0 })
  })

  it("refuses a result that moves without a basis, and takes it with its letter", () => {
    const late = ["--vault", at("vault-p.json"), "--out", at("late")]
    const absent = file(here, "A.csv", "event,participant,exam,at", "mengundurkan diri,2402,skb,2024-12-20")
    ended(timbang("select", ...rules, "--participants", both, "--events", absent, "--out", at("withdrawn")))
    const refused = publish("objections", "--selection", at("withdrawn"), ...late, "--lang", "en")
    expect(refused).toMatchObject({ code: 4 })
    expect(refused.err).toContain("without an objection and without a letter")
    writeFileSync(at("surat.txt"), "surat")
    const letter = ["--letter", at("surat.txt"), "--letter-number", "B/1/2024", "--letter-day", "2024-12-28"]
    expect(publish("objections", "--selection", at("withdrawn"), ...late, ...letter.slice(0, 4))).toMatchObject({ code: 2 })
    ended(publish("objections", "--selection", at("withdrawn"), ...late, ...letter))
    expect(audit(at("late"))).toEqual([])
  })
})

describe("timbang receipt", () => {
  it("gives everybody a receipt that verifies, with a QR code beside it, also against a kept checkpoint", () => {
    const receipt = at("R.json")
    ended(timbang("receipt", "2402", "--log", log, "--selection", at("final"), "--of", "registration", "--out", receipt))
    expect(readFileSync(at("R.svg"), "utf8")).toContain("<svg ")
    expect(JSON.parse(readFileSync(receipt, "utf8")).openings["birth-date"].content).toBe("1996-07-07")
    expect(timbang("verify", receipt, "--key", vkey, "--log", log)).toMatchObject({ code: 0 })
    expect(timbang("verify", receipt)).toMatchObject({ code: 3 })
    writeFileSync(at("policy"), `log ${vkey}\nquorum none\n`)
    expect(timbang("verify", receipt, "--checkpoint", join(log, "checkpoint"), "--policy", at("policy"))).toMatchObject({ code: 0 })
    expect(timbang("receipt", "9999", "--log", log, "--selection", at("final"), "--out", at("N.json"))).toMatchObject({ code: 2 })
  })

  it("prints everybody's receipt on A4, two a page, without a name, readable by its owner only", () => {
    const done = ended(timbang("receipts", "--print", at("slips"), "--log", log, "--selection", at("final"), "--lang", "en"))
    expect(done.out).toContain("5 receipts")
    const pdf = at("slips/private/receipts-001.pdf")
    expect(readFileSync(pdf, "latin1")).toContain("/Count 3")
    expect(statSync(pdf).mode & 0o077).toBe(0)
    expect(timbang("receipts", "--print", at("slips"), "--log", log, "--selection", at("final"))).toMatchObject({ code: 2 })
  })

  it("leaves out what was erased; the proof stays good", () => {
    cpSync(at("final/private/vault.json"), at("erased.json"))
    const erased = ["--of", "registration", "--vault", at("erased.json"), "--out", at("E.json")]
    ended(timbang("receipt", "2402", "--log", log, "--selection", at("final"), ...erased))
    expect(Object.keys(JSON.parse(readFileSync(at("E.json"), "utf8")).openings).sort()).toEqual(["birth-date", "grade-average"])
    cpSync(at("final"), at("forgetting"), { recursive: true })
    const erase = (participant: string) => timbang("erase", participant, "--log", log, "--selection", at("forgetting"), "--vault", at("erased.json"), "--lang", "en")
    const before = peopleIn("erased.json")
    const done = erase("2402").out
    expect(done).toMatch(/^2402: \d+ private parts erased/)
    expect(done).toContain("birth date: only 1996-01-01 is kept, because the order rests on it")
    expect(readFileSync(at("forgetting/private/participants.csv"), "utf8")).not.toContain("1996-07-07")
    expect(readFileSync(at("forgetting/result.csv"))).toEqual(readFileSync(at("final/result.csv")))
    expect(statSync(at("forgetting/private/participants.csv")).mode & 0o077).toBe(0)
    ended(timbang("explain", at("forgetting"), "2402"))
    // Killed between the two files that it replaces.
    cpSync(at("final"), at("between"), { recursive: true })
    const [older, newer] = ["final", "forgetting"].map((name) => JSON.parse(readFileSync(at(name, "manifest.json"), "utf8")))
    writeFileSync(at("between/manifest.json"), JSON.stringify({ ...older, next: newer.files }))
    cpSync(at("forgetting/private/participants.csv"), at("between/private/participants.csv"))
    ended(timbang("explain", at("between"), "2402"))
    ended(timbang("erase", "2402", "--log", log, "--selection", at("between"), "--vault", at("erased.json")))
    expect(readFileSync(at("between/manifest.json"))).toEqual(readFileSync(at("forgetting/manifest.json")))
    expect(peopleIn("erased.json")).toEqual(before.filter(([participant]) => participant !== "2402"))
    expect(erase("2402").out).toContain("no private part that can still be opened")
    expect(readdirSync(at("forgetting/private")).filter((name) => name.endsWith(".draft"))).toEqual([])
    expect(erase("9999")).toMatchObject({ code: 2, err: expect.stringContaining("9999") })
    rmSync(at("E.json"))
    ended(timbang("receipt", "2402", "--log", log, "--selection", at("final"), ...erased))
    expect(JSON.parse(readFileSync(at("E.json"), "utf8")).openings).toEqual({})
    expect(timbang("verify", at("E.json"), "--key", vkey)).toMatchObject({ code: 0 })
  })
})

describe("somebody alters a published folder", () => {
  /** The entries of the log, altered, as a whole new folder with every proof and signature in order. */
  const rewritten = (name: string, alter: (entries: Array<Entry.Entry>) => ReadonlyArray<Entry.Entry>, signer = key) => {
    const copy = at(name)
    cpSync(log, copy, { recursive: true })
    for (const part of ["tile", "checkpoint.d"]) rmSync(join(copy, part), { recursive: true })
    const old = Effect.runSync(LogFolder.read(log)).entries.map((bytes) => Result.getOrThrow(Entry.decode(node, bytes)))
    const grown = Log.make("kota.example/cpns-2026")
    for (const entry of alter(old)) Log.append(node, grown, Result.getOrThrow(Entry.encode(node, entry)))
    const note = SecretKey.note(Checkpoint.write(Log.checkpoint(node, grown)), [signer])
    for (const { bytes, path } of Log.takeFiles(grown)) {
      mkdirSync(dirname(join(copy, path)), { recursive: true })
      writeFileSync(join(copy, path), bytes)
    }
    mkdirSync(join(copy, "checkpoint.d"))
    writeFileSync(join(copy, "checkpoint.d", String(grown.tree.size)), note)
    writeFileSync(join(copy, "checkpoint"), note)
    return copy
  }
  const raise = (entries: Array<Entry.Entry>) =>
    entries.map((entry) =>
      entry.kind === "score" && entry.participant === "2402" && entry.stage === "skd"
        ? { ...entry, scores: { ...entry.scores, twk: 150 } }
        : entry
    )

  it("one byte anywhere is found", () => {
    const paths = filesOf(log)
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), (which, where, change) => {
        const path = join(log, paths[which % paths.length]!)
        const bytes = readFileSync(path)
        const altered = Uint8Array.from(bytes)
        altered[where % bytes.length]! ^= change
        try {
          writeFileSync(path, altered)
          expect(audit(log)).not.toEqual([])
        } finally {
          writeFileSync(path, bytes)
        }
      }),
      { numRuns: 80 }
    )
    expect(audit(log)).toEqual([])
  })

  it("a score raised by whoever holds the key contradicts its own result", () => {
    expect(audit(rewritten("raised", raise))).toContain("Difference")
  })

  it("a folder signed with another key is refused, by audit and by verify", () => {
    const other = Result.getOrThrow(SecretKey.fromSeed(key.verifier.name, "ed25519", node.sha256(new Uint8Array(9))))
    const foreign = rewritten("foreign", raise, other)
    expect(audit(foreign)).toContain("CheckpointRefused")
    ended(timbang("receipt", "2402", "--log", foreign, "--selection", at("final"), "--out", at("foreign.json")))
    expect(timbang("verify", at("foreign.json"), "--key", vkey)).toMatchObject({ code: 1 })
  })

  it("swapped entries, a truncated log, a file too many and a file too few are found", () => {
    expect(audit(rewritten("swapped", (entries) => [entries.at(-1)!, ...entries.slice(0, -1)]))).not.toEqual([])
    expect(audit(rewritten("short", (entries) => entries.slice(0, -3)))).not.toContain("CheckpointMissing")
    const kept = readFileSync(join(log, "checkpoint"), "utf8")
    const short = Effect.runSync(LogFolder.read(at("short")))
    const tags = LogAudit.run(short, [kept], WitnessPolicy.ofKey(key.verifier)).faults.map(({ _tag }) => _tag)
    expect(tags).toContain("CheckpointBeyondLog")
    const copy = rewritten("more", (entries) => entries)
    writeFileSync(join(copy, "names.csv"), "x")
    expect(audit(copy)).toEqual(["FileUnknown"])
    rmSync(join(copy, "names.csv"))
    rmSync(join(copy, Tile.path(0, 0, sizeOfLog())))
    expect(audit(copy)).toEqual(["FileMissing"])
    const whole = at("without-formation")
    cpSync(log, whole, { recursive: true })
    rmSync(join(whole, "formation", readdirSync(join(whole, "formation"))[0]!))
    expect(audit(whole)).toEqual(["FileMissing"])
  })
})

/** Salts by participant and name. */
const peopleIn = (name: string): ReadonlyArray<readonly [string, ReadonlyArray<readonly [string, string]>]> => JSON.parse(readFileSync(at(name), "utf8")).people

const saltsOf = (): ReadonlyArray<string> => peopleIn("final/private/vault.json").flatMap(([, salts]) => salts.map(([, salt]) => salt))

const sizeOfLog = (): number => Effect.runSync(LogFolder.read(log)).size

describe("two runs at once", () => {
  it("one publishes, the other is refused; the log is one that nobody disturbed, and the salts are its own", async () => {
    const args = ["--key", at("key"), "--vault", at("raced.json"), "--out", at("raced")]
    ended(timbang("publish", "rules", ...rules, ...args))
    const one = () => begun("publish", "registrations", ...rules, "--participants", registered, ...args)
    const codes = (await Promise.all([one(), one()])).map(({ code }) => code)
    expect(codes.toSorted()).toEqual([0, 2])
    expect(audit(at("raced"))).toEqual([])
    expect(readdirSync(here).filter((name) => name.startsWith("raced.json."))).toEqual([])
    ended(timbang("receipt", "2402", "--of", "registration", "--log", at("raced"), "--selection", at("final"), "--vault", at("raced.json"), "--out", at("raced-receipt.json")))
    expect(timbang("verify", at("raced-receipt.json"), "--key", vkey)).toMatchObject({ code: 0 })
  })
})
