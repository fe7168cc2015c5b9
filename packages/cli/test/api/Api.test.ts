import { CsvWriter, Sheet, XlsxWriter } from "@timbang/source-files"
import { Result, Schema } from "effect"
import { readFileSync } from "node:fs"
import { request as open } from "node:http"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import * as HostApi from "../../src/api/HostApi.ts"
import type { Name } from "../../src/api/Payloads.ts"
import { run } from "../inProcess.ts"
import { file, folder } from "../timbang.ts"
import { type Answer, served, token } from "./served.ts"

const here = folder()
const at = (name: string) => join(here, name)
const textOf = (path: string) => readFileSync(path, "utf8")

const formations = file(here, "F.csv", "formation,position,education,location,category,seats", "F1,Penyuluh,S-1,Setda,umum,1", "F2,Penyuluh,S-1,Setda,umum,2")
const people = ["2401,F1,110,150,191,68", "2402,F1,110,145,196,68", "2403,F1,60,110,179,70", "2404,F2,70,100,170,70", "2405,F2,75,100,170,"]
const participants = file(here, "P.csv", "participant,formation,twk,tiu,tkp,skb", ...people)
const events = file(here, "E.csv", "event,participant,exam,at,by,basis", "tidak hadir,2405,skb,2024-12-09,panitia,daftar hadir")
const inText = (path: string) => ({ file: path.slice(here.length + 1), text: textOf(path) })
const round = { rules: "cpns-2024", scoredOn: "2024-10-16", formations: inText(formations), participants: inText(participants), events: inText(events) }
const options = ["--rules", "cpns-2024", "--scored-on", "2024-10-16", "--formations", formations, "--participants", participants, "--events", events]

const { address, send } = await served()
const { refusal } = await run("select", ...options, "--out", at("hasil"))
if (refusal !== "") throw new Error(refusal)

/** The answer has the form that OpenAPI says, and nothing beyond it. */
const asDescribed = (name: Name, { body, status }: Answer) => {
  expect(status).toBe(200)
  const decoded = Schema.decodeUnknownResult(HostApi.answers[name] as Schema.Decoder<unknown>, { errors: "all", onExcessProperty: "error" })(body)
  expect(Result.isSuccess(decoded) ? [] : String(decoded.failure)).toEqual([])
  return body
}

const csvOf = (rows: ReadonlyArray<Readonly<Record<string, unknown>>>): string =>
  [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row).map((cell) => cell ?? ""))].map((line) => `${line.join(",")}\n`).join("")

describe("POST /v1/select", () => {
  it("gives the result of the command, from text, rows and a workbook alike", async () => {
    const expected = textOf(at("hasil/result.csv"))
    const fromText = asDescribed("select", await send("/v1/select", round))
    expect(csvOf(fromText.result)).toBe(expected)
    const { files: _, inputs, ...manifest } = JSON.parse(textOf(at("hasil/manifest.json")))
    expect(fromText.manifest).toEqual({ ...manifest, inputs })
    const [header, ...rows] = textOf(participants).trim().split("\n").map((line) => line.split(","))
    const objects = rows.map((row) => Object.fromEntries(header!.map((name, column) => [name, row[column]])))
    expect(csvOf((await send("/v1/select", { ...round, participants: objects })).body.result)).toBe(expected)
    const sheet = { name: "Peserta", size: rows.length, columns: header!.map((name, column) => Sheet.text(name, rows.map((row) => row[column]!))) }
    const base64 = Buffer.from(await XlsxWriter.bytes([sheet])).toString("base64")
    const fromBook = await send("/v1/select", { ...round, participants: { file: "P.xlsx", base64 } })
    expect(csvOf(fromBook.body.result)).toBe(expected)
    expect(fromBook.body.manifest.inputs[1].format).toBe("xlsx")
  })

  it("refuses a file with the faults of the command, as data and as sentences of the language asked for", async () => {
    const wrong = file(here, "W.csv", "participant,formation,twk,tiu,tkp,skb", "2401,F9,113,150,191,68", "2402,F1,110,145,196,68")
    const { refusal } = await run("select", ...options.map((option) => (option === participants ? wrong : option)), "--out", at("tidak"), "--lang", "en")
    const { body, status } = await send("/v1/select?lang=en", { ...round, participants: inText(wrong) })
    expect(status).toBe(422)
    expect(body.code).toBe(2)
    expect(body.lines).toEqual(refusal.replaceAll(wrong, "W.csv").replaceAll(formations, "F.csv").replaceAll(events, "E.csv").split("\n"))
    expect(body.faults).toContainEqual({ _tag: "OffStep", file: "W.csv", row: 2, column: "twk", found: "113", step: "5" })
    expect(body.faults).toContainEqual({ _tag: "NotListed", file: "W.csv", row: 2, column: "formation", found: "F9", listedIn: "F.csv" })
    expect((await send("/v1/select", { ...round, participants: inText(wrong) })).body.lines[0]).toContain("baris 2")
  })

  it("counts rows that are sent as objects from 1", async () => {
    const rows = [{ participant: "1", formation: "F1", twk: 110, tiu: 150, tkp: 191, skb: 68 }, { participant: "2", formation: "F1", twk: 3, tiu: 150, tkp: 191, skb: 68 }]
    expect((await send("/v1/select", { ...round, events: undefined, participants: rows })).body.faults).toEqual([
      { _tag: "OffStep", file: "participants.ndjson", row: 2, column: "twk", found: "3", step: "5" }
    ])
  })

  it("names options as fields, and tells all that is wrong with them at once", async () => {
    const { body, status } = await send("/v1/select?lang=en", { ...round, scoredOn: "2024-02-30", freedPlaces: "refilled", stage: "tahap-x" })
    expect(status).toBe(422)
    expect(body.faults.map(({ _tag }: { _tag: string }) => _tag)).toEqual(["StageUnknown", "DayRefused", "OptionMissing"])
    expect(body.lines[1]).toBe('scoredOn: found "2024-02-30", not a day that exists. Write YYYY-MM-DD.')
    expect(body.lines.join()).not.toContain("--")
  })

  it("refuses with code 4 what the law does not allow, and a rule set is never read from the disk of the server", async () => {
    const early = await send("/v1/select", { ...round, scoredOn: "2020-01-01" })
    expect([early.status, early.body.code, early.body.faults[0]._tag]).toEqual([422, 4, "LawAfterScores"])
    const rules = file(here, "rules.json", textOf(at("hasil/rules.json")))
    expect((await send("/v1/select", { ...round, rules })).body.faults[0]._tag).toBe("RuleSetUnknown")
    const own = JSON.parse(textOf(rules))
    expect((await send("/v1/select", { ...round, rules: own })).body.manifest.rules.id).toBe("cpns-2024")
    expect((await send("/v1/select", { ...round, rules: { ...own, id: 1 } })).body.lines[0]).toMatch(/^rules: /)
  })
})

describe("POST /v1/explain, /v1/check", () => {
  it("explains in the words of the command", async () => {
    const body = asDescribed("explain", await send("/v1/explain?lang=en", { ...round, explain: ["2401"] }))
    const { out } = await run("explain", at("hasil"), "2401", "--lang", "en")
    expect(body.explanations[0].text).toBe(out.trimEnd())
    expect(body.explanations[0].explanation.participant).toBe("2401")
    const unknown = await send("/v1/explain?lang=en", { ...round, explain: ["2401", "9"] })
    expect(unknown.body.faults).toEqual([{ _tag: "ParticipantNotThere", folder: "P.csv", participant: "9" }])
  })

  it("finds what the command finds in an official list", async () => {
    const list = textOf(at("hasil/result.csv")).trim().split("\n")
    const official = file(here, "L.csv", ...list.map((line) => line.replace("68.000", "69.000")))
    const arguments_ = ["--official", official, "--rules", "cpns-2024", "--formations", formations, "--participants", participants]
    await run("check", ...arguments_, "--out", at("periksa"), "--lang", "en")
    const body = asDescribed("check", await send("/v1/check?lang=en", { rules: "cpns-2024", official: inText(official), formations: round.formations, participants: round.participants }))
    expect(body.code).toBe(1)
    expect(csvOf(body.findings)).toBe(textOf(at("periksa/check.csv")))
    expect(body.summary.slice(1)).toEqual(textOf(at("periksa/summary.txt")).replaceAll(official, "L.csv").replaceAll(formations, "F.csv").trimEnd().split("\n").slice(1))
  })
})

describe("POST /v1/eligibility", () => {
  const application = { applicant: "P1", formation: "F1", appliedOn: "2024-08-20", birthDate: "1985-01-01", studyProgramme: "S-1 Hukum", gradeAverage: "3.1" }

  it("tells which requirement is unmet and by which provision, and never repeats a birth date", async () => {
    const asked = { rules: "cpns-2024", supply: { "requirements.ipk.minimum": 2750 }, supplySource: "Pengumuman 1/2024", formations: inText(formations), applications: [application] }
    const answer = await send("/v1/eligibility?lang=en", asked)
    const body = asDescribed("eligibility", answer)
    const [checked] = body.checked
    expect(checked.status).toBe("ineligible")
    expect(checked.requirements.find(({ requirement }: { requirement: string }) => requirement === "usia")).toMatchObject({ status: "unmet", source: { instrument: expect.any(String) } })
    expect(checked.lines.join("\n")).toContain("39 completed years")
    expect(JSON.stringify(body)).not.toContain("1985")
  })

  it("refuses a day that is none by its place in the JSON", async () => {
    const { body, status } = await send("/v1/eligibility", { rules: "cpns-2024", formations: [], applications: [{ ...application, birthDate: "1985-02-30" }] })
    expect(status).toBe(400)
    expect(body).toEqual({
      code: 2,
      lines: ["applications[0].birthDate: seharusnya tanggal yang ada, TTTT-BB-HH. Bentuk setiap isian ada di /openapi.json."],
      faults: [{ _tag: "FieldRefused", at: "applications[0].birthDate", expected: "Expected a calendar day, YYYY-MM-DD" }]
    })
  })
})

describe("POST /v1/verify", () => {
  it("verifies a receipt with a key, says what it cannot know without one, and refuses an altered one", async () => {
    const own = (await run("key", "new", at("key"), "--name", "kota.example/cpns")).out.trim()
    const vkey = (await run("key", "new", at("other"), "--name", "kota.example/lain")).out.trim()
    expect(await run("publish", "--selection", at("hasil"), "--key", at("key"), "--out", at("log"))).toMatchObject({ refusal: "" })
    expect((await run("receipt", "2401", "--log", at("log"), "--selection", at("hasil"), "--out", at("R.json"))).refusal).toBe("")
    const receipt = JSON.parse(textOf(at("R.json")))
    const verified = asDescribed("verify", await send("/v1/verify?lang=en", { receipt, key: own }))
    expect([verified.code, verified.verdict, verified.entry.kind]).toEqual([0, "verified", "result"])
    const unsure = asDescribed("verify", await send("/v1/verify", { receipt: textOf(at("R.json")) }))
    expect([unsure.code, unsure.verdict]).toEqual([3, "signer-unknown"])
    expect((await send("/v1/verify", { receipt, key: vkey })).body.verdict).toBe("refused")
    const altered = { ...receipt, entry: { ...receipt.entry, participant: "2402" } }
    const refused = asDescribed("verify", await send("/v1/verify", { receipt: altered, key: own }))
    expect([refused.code, refused.failed]).toEqual([1, "inclusion"])
    expect((await send("/v1/verify", { receipt: "{}" })).body).toMatchObject({ code: 2, faults: [{ _tag: "NotAReceipt" }] })
  })
})

describe("POST /v1/allocate, /v1/survey", () => {
  it("shares posts as the command does", async () => {
    const claims = file(here, "C.csv", "unit,claim,min,max", "A,10,,", "B,20,,", "C,30,,4")
    const { out } = await run("allocate", "--claims", claims, "--seats", "10", "--steps", "never", "--format", "json")
    const { code, notes, ...body } = asDescribed("allocate", await send("/v1/allocate", { claims: inText(claims), seats: 10 }))
    expect(body).toEqual(JSON.parse(out))
    expect([code, notes.length > 0]).toEqual([0, true])
    expect((await send("/v1/allocate?lang=en", { seats: 10 })).body).toMatchObject({ code: 2 })
  })

  it("works out the index of the command, and hides small groups", async () => {
    const rows = Array.from({ length: 24 }, (_, i) => `R${i},${Array.from({ length: 9 }, (__, u) => 1 + (i + u) % 4).join(",")},${i < 20 ? "KTP" : "akta"}`)
    const responses = file(here, "R.csv", "respondent,u1,u2,u3,u4,u5,u6,u7,u8,u9,service", ...rows)
    const { out } = await run("survey", "index", "--responses", responses, "--format", "json")
    const body = asDescribed("survey", await send("/v1/survey", { responses: inText(responses) }))
    expect(body.index).toEqual(JSON.parse(out))
    expect((await run("survey", "index", "--responses", responses, "--out", at("kinerja"))).refusal).toBe("")
    expect(csvOf(body.groups)).toBe(textOf(at("kinerja/groups.csv")))
    expect(body.groups.filter(({ state }: { state: string }) => state !== "shown").length).toBeGreaterThan(0)
  })
})

describe("the API", () => {
  it("describes itself, with the token it asks for, to anybody", async () => {
    const openApi = await (await fetch(`${address}/openapi.json`)).json() as { readonly paths: Readonly<Record<string, { readonly post: { readonly security: unknown } }>> }
    expect(Object.keys(openApi.paths)).toEqual(["eligibility", "check", "select", "explain", "verify", "allocate", "survey"].map((name) => `/v1/${name}`))
    for (const { post } of Object.values(openApi.paths)) expect(post.security).toEqual([{ token: [] }])
    expect(await (await fetch(`${address}/health`)).json()).toEqual({ status: "ok" })
  })

  it("answers nobody without the token, and looks at nothing of theirs", async () => {
    for (const authorization of ["", token, `Bearer ${token}x`, `Bearer ${token.slice(1)}`, `Basic ${token}`]) {
      const response = await fetch(`${address}/v1/select`, { method: "POST", headers: { authorization }, body: "{" })
      expect([response.status, response.headers.get("www-authenticate")]).toEqual([401, "Bearer"])
    }
    expect((await send("/v1/allocate", { seats: 1 }, { authorization: `bearer ${token}` })).status).toBe(422)
  })

  it("says what is wrong with a request", async () => {
    const authorization = `Bearer ${token}`
    expect((await fetch(`${address}/v1/select`, { headers: { authorization } })).status).toBe(405)
    expect((await send("/v1/nothing", {})).body.faults[0].known).toHaveLength(7)
    expect((await send("/v1/select", "{", {})).body.faults).toEqual([{ _tag: "BodyNotJson" }])
    expect((await send("/v1/select", "a=1", { "content-type": "application/x-www-form-urlencoded" })).status).toBe(415)
    const packed = await send("/v1/select", "\u001f", { "content-encoding": "gzip" })
    expect([packed.status, packed.body.faults]).toEqual([415, [{ _tag: "EncodingRefused", found: "gzip" }]])
    for (const each of [`${"[".repeat(200_000)}${"]".repeat(200_000)}`, `{"formations":[${"{\"a\":".repeat(50_000)}1${"}".repeat(50_000)}]}`]) {
      expect(await send("/v1/select", each)).toMatchObject({ status: 400, body: { faults: [{ _tag: "BodyTooDeep", limit: 32 }] } })
    }
    const file = "claims: seharusnya daftar baris, atau file dengan text atau base64. Bentuk setiap isian ada di /openapi.json."
    for (const claims of ["x", {}, { file: "C.csv" }, { text: "unit,claim" }]) expect((await send("/v1/allocate", { seats: 1, claims })).body.lines).toEqual([file])
    const { lines } = (await send("/v1/allocate", { seats: 1, claims: { file: "C.xlsx", base64: "!!!" } })).body
    expect(lines).toEqual(["claims.base64: seharusnya teks Base64. Bentuk setiap isian ada di /openapi.json."])
    const { body, status } = await send("/v1/select?lang=en", { ...round, participant: [] })
    expect([status, body.lines]).toEqual([400, ["participant: this key is not known. /openapi.json describes every field."]])
  })

  it("stops reading a body that is too large, whether its length is told or not", async () => {
    const text = "x".repeat(2_000_000)
    const told = await send("/v1/select", { ...round, stage: text })
    expect([told.status, told.body.faults]).toEqual([413, [{ _tag: "BodyTooLarge", limit: 1_048_576 }]])
    const untold = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/json", "transfer-encoding": "chunked" }
      const sending = open(`${address}/v1/select`, { method: "POST", headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      sending.on("error", reject)
      for (let i = 0; i < 20; i++) sending.write(text.slice(0, 100_000))
      sending.end()
    })
    expect(untold).toBe(413)
  })

  it("sends away whom it has no room for, with when to ask again", async () => {
    const narrow = await served({ mostAtOnce: 1 })
    const slow = open(`${narrow.address}/v1/select`, { method: "POST", headers: { authorization: `Bearer ${token}`, "content-type": "application/json" } })
    slow.on("error", () => undefined)
    slow.write("{")
    await expect.poll(async () => (await narrow.send("/v1/allocate?lang=en", {})).body).toEqual({
      code: 2,
      lines: ["Other requests are being computed. Ask again after 5 seconds."],
      faults: [{ _tag: "Busy", retryAfterSeconds: 5 }]
    })
    slow.destroy()
    await expect.poll(async () => (await narrow.send("/v1/allocate", {})).status).toBe(422)
    await narrow.stop()
  })
})

describe("Sheets", () => {
  it("has decimals as texts and empty cells as null", async () => {
    const { rows } = await import("../../src/api/Sheets.ts")
    const sheet: Sheet.Sheet = { name: "s", size: 2, order: Int32Array.of(1, 0), columns: [Sheet.decimal("final", [65066, -1], 3), Sheet.day("born", [7669, 7670]), Sheet.code("status", [-1, 0], ["TL"]), Sheet.integer("rank", [1, 2])] }
    expect(rows(sheet)).toEqual([{ final: null, born: "1991-01-01", status: "TL", rank: 2 }, { final: "65.066", born: "1990-12-31", status: null, rank: 1 }])
    expect(csvOf(rows(sheet))).toBe(CsvWriter.text(sheet))
  })
})
