import * as Guide from "@timbang/checks/guide"
import { PgClient } from "@effect/sql-pg"
import { Specimen, type Steps } from "@timbang/process"
import { Effect, Redacted } from "effect"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest"
import * as Server from "../../../../storage-sql/test/Server.ts"
import { run } from "../../inProcess.ts"
import { folder } from "../../timbang.ts"

const here = folder()
const variable = "TIMBANG_DATABASE"
beforeAll(async () => {
  process.env[variable] = `postgres://timbang:timbang@127.0.0.1:${(await Server.start()).port}/postgres`
})
afterEach(() => void vi.useRealTimers())
afterAll(async () => {
  delete process.env[variable]
  await Server.stop()
})

const tellOf = (round: string) => (signal: object, actor: string, ...more: ReadonlyArray<string>) => {
  const path = join(here, "signal.json")
  writeFileSync(path, JSON.stringify(signal))
  return run("process", "tell", round, path, "--as", actor, ...more)
}
const tell = tellOf("cpns-2024")

/** From here on the machine stands at noon of a day in Makassar. */
const onDay = (day: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(`${day}T04:00:00Z`) })

describe("timbang process", () => {
  const guide = Guide.open("run-a-recruitment.md")

  it("starts a round, records what two people decide, and says where it stands", async () => {
    const unknown = await run("process", "status", "cpns-2024")
    expect(unknown.refusal).toBe("cpns-2024: seleksi ini belum ada; mulai dengan rencananya.")
    expect((await tell({ _tag: "Start", plan: Specimen.plan }, "p.01,panitia,bkpsdm")).out).toMatch(/^Tercatat\.\nTahap: pengumuman\n/)

    const subject = { _tag: "Decide", decision: "announcement", digest: Specimen.digest }
    await tell({ _tag: "Propose", id: "P1", subject }, "p.01,panitia,bkpsdm")
    const same = await tell({ _tag: "Approve", id: "P1" }, "p.01,ppk,setda", "--lang", "en")
    expect(same.refusal).toBe("Approve P1: whoever entered this cannot approve or reject it; somebody else has to.")
    const waiting = await run("process", "status", "cpns-2024", "--lang", "en")
    expect(waiting.out).toContain("To be approved by somebody other than p.01: P1 (decision on the announcement).")

    onDay("2024-09-07")
    await tell({ _tag: "Approve", id: "P1" }, "k.01,ppk,setda")
    const status = await run("process", "status", "cpns-2024")
    expect(status.out.split("\n")).toEqual([
      "Tahap: pelamar",
      "Menunggu: berakhirnya masa pendaftaran",
      "Sampai 2024-09-10, akhir hari WIB, 3 hari lagi: masa pendaftaran.",
      ""
    ])
    onDay("2024-09-11")
    const late = await run("process", "status", "cpns-2024")
    expect(late.out).toContain("Lewat sejak akhir 2024-09-10 WIB, belum tercatat: masa pendaftaran. Node atau pernyataan berikutnya akan mencatatnya.")
    expect((await run("process", "status", "--format", "csv")).out).toContain("cpns-2024,bkpsdm,pelamar,1,2024-09-10 WIB,lewat batas")
  })

  it("is taken on by the node of the guide, in a program of one's own", async () => {
    const { launch } = await guide.module<{ readonly launch: (database: string, run: Steps.Steps["Service"]["run"], signal: AbortSignal) => Promise<never> }>()
    const say = tellOf("cpns-own")
    const subject = { _tag: "Decide", decision: "announcement", digest: Specimen.digest }
    await say({ _tag: "Start", plan: { ...Specimen.plan, round: "cpns-own" } }, "p.01,panitia,bkpsdm")
    await say({ _tag: "Propose", id: "P1", subject }, "p.01,panitia,bkpsdm")
    await say({ _tag: "Approve", id: "P1" }, "k.01,ppk,setda")
    const asked: Array<string> = []
    const running = new AbortController()
    const node = launch(process.env[variable]!, ({ round, step }) => Effect.sync(() => {
      asked.push(`${round} ${step}`)
      return { digest: Specimen.digest, count: 4 }
    }), running.signal)
    // Registration ended long ago: the node sees that at once and does what comes next.
    await expect.poll(async () => (await run("process", "status", "cpns-own")).out, { timeout: 30_000 }).toContain("Tahap: seleksi administrasi")
    running.abort()
    await expect(node).rejects.toThrow()
    expect(asked).toContain("cpns-own import-applicants")
  })

  it("runs the round of the guide from the announcement to SPMT: every signal, and a node for the steps", async () => {
    guide.file("json", "langkah.json")
    guide.file("js", "langkah.mjs")
    const plan = guide.text("json")
    const say = tellOf("cpns-2026")
    const node = (...more: ReadonlyArray<string>) =>
      run("process", "run", "--once", "--steps", guide.path("langkah.json"), "--as", "timbang,process,bkpsdm", ...more)
    const seen = new Map<string, string>()
    const looked = new Set(["P2", ...["P3", "P6", "P11", "P13", "P14", "P16", "P21"].map((id) => `after ${id}`)])
    const lines = guide.text("text").trim().split("\n").map((line) => /^(\S+) (\S+) ?(.*)$/.exec(line)!.slice(1) as [string, string, string])
    for (const [at, [day, who, text]] of lines.entries()) {
      onDay(day)
      if (who === "node") {
        // The last one is one of several, of which the others are gone.
        const isLast = !lines.slice(at + 1).some(([, who]) => who === "node")
        expect(await node(...(isLast ? ["--listen", `127.0.0.1:${await Server.freePort()}`] : []))).toMatchObject({ refusal: "" })
        if (!seen.has("refused")) guide.write({ "pelamar.csv": "participant\n26-1\n" })
        const status = await run("process", "status", "cpns-2026")
        if (!seen.has("refused")) seen.set("refused", status.out)
        continue
      }
      const signal = JSON.parse(text.replace("PLAN", plan).replaceAll("DIGEST", Specimen.digest)) as { readonly _tag: string; readonly id: string }
      expect(await say(signal, who), `${day} ${text}`).toMatchObject({ refusal: "" })
      if (signal._tag !== "Propose" || lines[at + 1]?.[2].includes("Reject") === true) continue
      const statusAt = async (name: string) => {
        if (looked.has(name)) seen.set(name, (await run("process", "status", "cpns-2026", "--lang", "en")).out)
      }
      await statusAt(signal.id)
      expect(await say({ _tag: "Approve", id: signal.id }, "k.01,ppk,setda"), text).toMatchObject({ refusal: "" })
      // Sent again it is taken and changes nothing.
      if (signal.id === "P12") expect(await say({ _tag: "Approve", id: signal.id }, "k.01,ppk,setda"), text).toMatchObject({ refusal: "" })
      await statusAt(`after ${signal.id}`)
    }
    expect(seen.get("refused")).toContain("Langkah ditolak: pelamar.csv belum ada. Perbaiki, lalu kirim Retry.")
    expect(seen.get("P2")).toContain("other than p.01, in the role ppk: P2 (decision on the announcement)")
    expect(seen.get("after P3")).toContain("Until 2026-03-24, end of day WITA, in 6 days: registration.")
    expect(seen.get("after P6")).toContain("The committee enters the minutes of SKD-1, first exam.")
    expect(seen.get("after P11")).toContain("Panselnas has to speak on the accepted objection O1; the committee enters its letter.")
    expect(seen.get("after P13")).toContain("Not yet \"DRH handed in\": 2 (26-1, 26-3).")
    expect(seen.get("after P14")).toContain("The place of 26-3 in F1 is empty; next in rank is 26-2, on a letter only.")
    expect(seen.get("after P16")).toContain("Until 2026-05-20, end of day WITA, in 6 days: handing in the DRH.")
    expect(seen.get("after P21")).toMatch(/^The round is over\./)
    expect(seen.get("after P21")).toContain("26-1 withdrew after the NIP, letter S-2: barred for 2 fiscal years (PermenPANRB 6/2024, Pasal 58(2)).")
    expect(seen.get("after P21")).toContain("26-3 withdrew before the NIP, letter S-1: barred")

    const history = (await run("process", "history", "cpns-2026")).out.trim().split("\n")
    expect(history[0]).toBe("waktu\takun\tperan\tunit\tisi")
    expect(history).toContain("2026-03-25 00:00 WITA\ttimbang\tprocess\tbkpsdm\tlewat: masa pendaftaran")
    expect(history.at(-1)).toBe("2026-06-15 12:00 WITA\tk.01\tppk\tsetda\tP21 disetujui: melaksanakan tugas: 1, surat SPMT 5/2026")
    const people = (JSON.parse((await run("process", "status", "cpns-2026", "--format", "json")).out) as { readonly people: ReadonlyArray<{ readonly left?: unknown }> }).people
    expect(people.flatMap(({ left }) => left ?? [])).toMatchObject([{ moment: "after-number", sanction: { _tag: "Barred" } }, { moment: "before-number", sanction: { _tag: "Barred" } }])
    const rows = (await run("process", "status", "--lang", "en")).out.split("\n")
    expect(rows).toContain("cpns-2026\tKota Contoh\tover\t0\t\t")
  })

  it("is told the administrative check of the guide, whose list and registrations are as written", async () => {
    for (const name of ["formasi.csv", "lamaran.csv", "verifikasi.csv"]) guide.file("csv", name)
    const checked = await guide.sh()
    expect(checked).toMatchObject({ status: 0, err: expect.stringContaining("3 pelamar ditetapkan.") })
    expect(checked.out.endsWith(guide.text("text"))).toBe(true)
    expect(await guide.sh()).toMatchObject({ status: 0 })
    const say = tellOf("cpns-check")
    const proposed = () => run("process", "tell", "cpns-check", guide.path("administrasi/proposal.json"), "--as", "p.01,panitia,bkpsdm")
    onDay("2024-08-15")
    await say({ _tag: "Start", plan: { ...Specimen.plan, round: "cpns-check" } }, "p.01,panitia,bkpsdm")
    await say({ _tag: "Propose", id: "P1", subject: { _tag: "Decide", decision: "announcement", digest: Specimen.digest } }, "p.01,panitia,bkpsdm")
    await say({ _tag: "Approve", id: "P1" }, "k.01,ppk,setda")
    onDay("2024-09-11")
    expect(await run("process", "run", "--once", "--steps", guide.path("langkah.json"), "--as", "timbang,process,bkpsdm")).toMatchObject({ refusal: "" })
    expect(await proposed()).toMatchObject({ refusal: "", out: expect.stringContaining("Tercatat.") })
    expect(await say({ _tag: "Approve", id: "administrasi" }, "k.01,ppk,setda")).toMatchObject({ refusal: "", out: expect.stringContaining("masa sanggah") })
  })

  it("refuses a wrong signal, somebody who may not, and a term that has passed, each by name", async () => {
    onDay("2024-09-12")
    const extend = { _tag: "Extend", term: "registration", until: "2024-09-20", letter: { number: "L", day: "2024-09-12" } }
    const refusals = [
      await tell({ _tag: "Propose", id: "P7", subject: { ...extend, until: "2024-09-01" } }, "p.01,panitia,bkpsdm", "--lang", "en"),
      await tell({ _tag: "FileObjection", id: "O1", stage: "final", by: "24-1", about: "24-1" }, "portal,portal,bkpsdm", "--lang", "en"),
      await tell({ _tag: "Approve", id: "P9" }, "k.01,ppk,setda", "--lang", "en"),
      await tell({ _tag: "Propose", id: "P1", subject: extend }, "p.01,panitia,bkpsdm", "--lang", "en")
    ].map(({ refusal }) => refusal)
    expect(refusals).toEqual([
      expect.stringContaining("P7: the round waits for something else now"),
      expect.stringContaining("O1: the round waits for something else now"),
      expect.stringContaining("P9: the round knows no such name"),
      expect.stringContaining("P1: the name belongs to something else")
    ])
  })

  it("runs one node at a time, unless they share the rounds", async () => {
    const client = PgClient.layer({ host: "127.0.0.1", port: Server.port(), username: "timbang", password: Redacted.make("timbang"), database: "postgres" })
    const { refusal } = await Effect.runPromise(Effect.scoped(Effect.gen(function*() {
      const held = yield* (yield* PgClient.PgClient).reserve
      yield* held.execute("SELECT pg_advisory_lock(hashtext('timbang node timbang'))", [], undefined)
      return yield* Effect.promise(() => run("process", "run", "--once", "--steps", guide.path("langkah.json"), "--as", "timbang,process,bkpsdm"))
    })).pipe(Effect.provide(client)))
    expect(refusal).toMatch(/^Sudah ada node yang menjalankan seleksi pada jurnal ini/)
  })

  it("names every step without a command, and what is no file of steps", async () => {
    writeFileSync(join(here, "kurang.json"), JSON.stringify({ publish: ["true"], terbit: ["true"] }))
    const { refusal } = await run("process", "run", "--once", "--steps", join(here, "kurang.json"), "--as", "timbang,process,bkpsdm")
    for (const step of ["import-applicants", "shortlist", "integration", "filling", "publish-again", "terbit"]) expect(refusal).toContain(step)
    expect(refusal).toContain("kurang.json: Bukan perintah untuk setiap langkah")
    const nowhere = await run("process", "run", "--steps", join(here, "kurang.json"), "--as", "timbang,process,bkpsdm", "--listen", "tanpa-port")
    expect(nowhere.refusal).toContain("--listen 10.0.0.5:7001")
    const away = await run("process", "run", "--steps", join(here, "tidak-ada.json"), "--as", "timbang,process,bkpsdm")
    expect(away.refusal).toContain("tidak-ada.json")
  })

  it("refuses what is no signal, an actor without a unit, and no database, with nothing written", async () => {
    expect((await tell({ _tag: "Approve" }, "k.01,ppk,setda")).refusal).toMatch(/^Ini bukan pernyataan yang dikenal suatu seleksi: .*\n? +at \["id"\]/s)
    expect((await tell({ _tag: "Approve", id: "P1" }, "k.01,ppk")).refusal).toContain("--as")
    const address = process.env[variable]
    process.env[variable] = "postgres://u:secret@127.0.0.1:1/x"
    const away = await run("process", "status", "cpns-2024")
    delete process.env[variable]
    const none = await run("process", "status", "cpns-2024")
    process.env[variable] = address
    expect(away.refusal).toContain(variable)
    expect(away.refusal + away.err).not.toContain("secret")
    expect(none.refusal).toContain(variable)
  })
})
