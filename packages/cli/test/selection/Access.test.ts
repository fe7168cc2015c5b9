/** What somebody is told who may not read a file or write a folder. */
import { chmodSync, mkdirSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { type Done, run } from "../inProcess.ts"
import { file, folder } from "../timbang.ts"

const here = folder()
chmodSync(here, 0o755)
const formations = file(here, "F.csv", "formation,position,education,location,category,seats", "F1,Penyuluh,S-1,Setda,umum,1")
const participants = file(here, "P.csv", "participant,formation,twk,tiu,tkp,skb", "1,F1,110,150,191,68")
const closed = file(here, "closed.csv", "participant,formation,twk,tiu,tkp,skb", "1,F1,110,150,191,68")
chmodSync(closed, 0o000)
const sealed = join(here, "sealed")
mkdirSync(sealed, { mode: 0o555 })
const open = join(here, "open")
mkdirSync(open)
chmodSync(open, 0o777)

/** Runs as nobody where the tests run as root, whom no right holds back. */
const asNobody = async (...args: ReadonlyArray<string>): Promise<Done> => {
  if (process.geteuid?.() !== 0) return run(...args)
  process.setegid!(65534)
  process.seteuid!(65534)
  try {
    return await run(...args)
  } finally {
    process.seteuid!(0)
    process.setegid!(0)
  }
}

const select = (people: string, out: string, lang = "en") =>
  asNobody("select", "--rules", "cpns-2024", "--formations", formations, "--participants", people, "--out", out, "--lang", lang)

describe("timbang without the right to a file or a folder", () => {
  it("names the file that may not be opened and whom to ask, and writes nothing", async () => {
    const out = join(open, "unread")
    expect((await select(closed, out)).refusal).toBe(
      `${closed}: the file may not be opened. Ask for the right to read it, or close it in the program that holds it.`
    )
    expect((await select(closed, out, "id")).refusal).toContain(`${closed}: berkas tidak boleh dibuka.`)
    expect(readdirSync(open)).toEqual([])
  })

  it("names the folder that may not be written, and leaves nothing behind", async () => {
    const out = join(sealed, "result")
    expect((await select(participants, out)).refusal).toBe(
      `${out} could not be written: it may not be written to; nothing was changed. Ask for the right to write there or choose another folder`
    )
    expect((await select(participants, out, "id")).refusal).toBe(
      `${out} tidak dapat ditulis: tidak ada hak menulis; tidak ada yang berubah. Mintalah hak menulis di sana atau pilih folder lain`
    )
    expect(readdirSync(sealed)).toEqual([])
  })

  it("tells closed rules, formations and results apart from those that are missing", async () => {
    const rules = file(here, "rules.json", "{}")
    chmodSync(rules, 0o000)
    const asked = ["--participants", participants, "--out", join(open, "x"), "--lang", "en"]
    expect((await asNobody("select", "--rules", rules, "--formations", formations, ...asked)).refusal).toContain(`${rules}: `)
    expect((await asNobody("select", "--rules", "cpns-2024", "--formations", closed, ...asked)).refusal).toContain(`${closed}: the file may not be opened.`)
    const made = join(open, "made")
    expect((await select(participants, made)).refusal).toBe("")
    chmodSync(join(made, "manifest.json"), 0o000)
    expect((await asNobody("explain", made, "1", "--lang", "en")).refusal).toBe(`${made}/manifest.json: it may not be opened. Ask for the right to read it.`)
  })

  it("tells a folder in the place of a file of a result", async () => {
    const made = join(here, "folder")
    mkdirSync(join(made, "manifest.json"), { recursive: true })
    expect((await run("explain", made, "1", "--lang", "en")).refusal).toBe(
      `${made}/manifest.json: this is not a file, but "timbang select" writes one there. Name the folder of the result.`
    )
    expect((await run("explain", here, "1", "--lang", "id")).refusal).toContain(`${here}/manifest.json: tidak ada;`)
  })
})
