import { readFileSync } from "node:fs"
import { PgClient } from "@effect/sql-pg"
import { JournalSql } from "@timbang/storage-sql"
import { ProposalBook } from "@timbang/workflows"
import { Journal } from "@timbang/workflows/ports"
import { Effect, Layer, Redacted } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Server from "../../../../storage-sql/test/Server.ts"
import { run } from "../../inProcess.ts"
import { file, folder } from "../../timbang.ts"

const here = folder()
const variable = "TIMBANG_DATABASE"
const asked = { form: "physical", channel: "musrenbang", proposer: "desa", kind: "posyandu", volume: "1", unit: "unit", budget: "120000000" } as const
const filings: ReadonlyArray<ProposalBook.Filing> = [
  { ...asked, village: "Hulu", problem: "Posyandu\njauh" },
  { ...asked, village: "Hilir", problem: "Posyandu bersama Hulu" },
  { form: "wish", channel: "pokir", proposer: "kelompok", village: "Hulu", problem: "Si Fulan malas", service: "bidan" }
]
beforeAll(async () => {
  const url = `postgres://timbang:timbang@127.0.0.1:${(await Server.start()).port}/postgres`
  process.env[variable] = url
  const client = PgClient.layer({ url: Redacted.make(url), maxConnections: 1 })
  await Effect.runPromise(Effect.provide(
    Effect.flatMap(Journal.Journal, (journal) => Effect.forEach(filings, (filing, at) => ProposalBook.file(journal, { id: `desa-${at}`, role: "proposer", unit: filing.village }, filing, String(at)))),
    Layer.provide(JournalSql.layer(), client)
  ))
})
afterAll(async () => {
  delete process.env[variable]
  await Server.stop()
})

const header = "proposal,act,desk,budget,into,reason"
const decide = (name: string, actor: string, ...rows: ReadonlyArray<string>) => run("voice", "desk", "--record", file(here, name, header, ...rows), "--as", actor, "--out", `${here}/hasil`)

describe("timbang voice desk", () => {
  it("records nothing of a file with a fault, and names every row", async () => {
    const refused = await decide("salah.csv", "desa-0,verifikator,bappeda", "U-2,accepted,bappeda,,,ya", "U-1,verified,bappeda,,,usulan sendiri", "U-9,hidden,,,,tidak ada", "U-2,joined,,,U-2,sama")
    expect(refused.refusal.split("\n")).toEqual([
      expect.stringContaining("salah.csv, baris 3, kolom proposal: usulan sendiri."),
      expect.stringContaining("salah.csv, baris 4, kolom proposal: tidak dikenal."),
      expect.stringContaining("salah.csv, baris 5, kolom proposal: sudah dijawab."),
      expect.stringContaining("salah.csv, baris 5, kolom into: sudah digabungkan")
    ])
    const listed = JSON.parse((await run("voice", "desk", "--format", "json")).out)
    expect(listed.map((row: Readonly<Record<string, string>>) => [row["Nomor"], row["Usulan"], row["Keadaan"]])).toEqual([["U-1", "Posyandu jauh", "Belum dijawab"], ["U-2", "Posyandu bersama Hulu", "Belum dijawab"], ["U-3", "Si Fulan malas", "Belum dijawab"]])
  })

  it("records a desk's word, a join, a hiding and an answer with actor and reason, and writes what voice choose reads", async () => {
    const done = await decide("keputusan.csv", "b.03,verifikator,bappeda", "U-1,verified,bappeda,90000000,,bertahap", "U-2,joined,,,U-1,posyandu yang sama", "U-3,hidden,,,,memuat nama orang", "U-3,rejected,agency,,,ada bidannya")
    expect([done.refusal, done.err]).toEqual(["", "4 keputusan tercatat.\n"])
    expect(readFileSync(`${here}/hasil/usulan.csv`, "utf8").trim().split(/\r?\n/)).toEqual([
      "proposal,title,cost,village,supportedBy,channel,kind,volume,unit,service,state,reason",
      "U-1,Posyandu jauh,90000000,Hulu,Hulu|Hilir,musrenbang,posyandu,1,unit,,open,",
      "U-2,Posyandu bersama Hulu,120000000,Hilir,,musrenbang,posyandu,1,unit,,cancelled,digabungkan ke U-1: posyandu yang sama",
      "U-3,U-3,,Hulu,Hulu,pokir,,,,bidan,rejected,ada bidannya"
    ])
    const chosen = await run("voice", "choose", "--proposals", `${here}/hasil/usulan.csv`, "--budget", "100000000", "--format", "json")
    expect([chosen.refusal, JSON.parse(chosen.out).chosen]).toEqual(["", ["U-1"]])
    const again = await decide("lagi.csv", "b.04,verifikator,bappeda", "U-1,joined,,,U-3,sama", "U-3,accepted,tapd,,,jadi")
    expect(again.refusal).toContain("baris 2, kolom proposal: sudah digabungkan")
    expect(again.refusal).toContain("baris 3, kolom proposal: sudah dijawab")
  })

  it("records nothing where the folder cannot be written", async () => {
    const decisions = file(here, "penuh.csv", header, "U-1,accepted,tapd,,,jadi")
    const refused = await run("voice", "desk", "--record", decisions, "--as", "b.03,verifikator,bappeda", "--out", here)
    expect([refused.refusal, refused.err]).toEqual([expect.stringContaining("tidak ada yang berubah"), ""])
    expect((await run("voice", "desk", "--format", "json")).out).not.toContain("Diterima")
  })

  it("takes decisions only with an actor", async () => {
    expect((await run("voice", "desk", "--record", "k.csv")).refusal).toContain("--record, --as")
  })
})

describe("timbang voice tokens", () => {
  it("refuses a short key, and a subject that is none or built like a NIK, which it does not repeat", async () => {
    const key = (text: string) => file(here, "kunci", text)
    expect((await run("voice", "tokens", "hulu", "--for", "usulan", "--tokens", key("pendek"))).refusal).toContain("sedikitnya 32 karakter")
    const refused = await run("voice", "tokens", "1571014107900001", "hulu hilir", "--for", "survei", "--tokens", key("0123456789abcdef0123456789abcdef"))
    expect(refused.refusal).toContain("hulu hilir")
    expect(refused.refusal + refused.err + refused.out).not.toContain("1571014107900001")
  })
})
