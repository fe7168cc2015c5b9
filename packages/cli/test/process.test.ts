import { Specimen } from "@timbang/process"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Server from "../../storage-sql/test/Server.ts"
import { run } from "./inProcess.ts"
import { folder } from "./timbang.ts"

const here = folder()
const variable = "TIMBANG_DATABASE"
beforeAll(async () => {
  process.env[variable] = `postgres://timbang:timbang@127.0.0.1:${(await Server.start()).port}/postgres`
})
afterAll(async () => {
  delete process.env[variable]
  await Server.stop()
})

const tell = (signal: object, actor: string, ...more: ReadonlyArray<string>) => {
  const path = join(here, "signal.json")
  writeFileSync(path, JSON.stringify(signal))
  return run("process", "tell", "cpns-2024", path, "--as", actor, ...more)
}

describe("timbang process", () => {
  it("starts a round, records what two people decide, and says where it stands", async () => {
    const unknown = await run("process", "status", "cpns-2024")
    expect(unknown.refusal).toBe("cpns-2024: seleksi ini belum ada; mulai dengan rencananya.")
    expect((await tell({ _tag: "Start", plan: Specimen.plan }, "p.01,panitia,bkpsdm")).out).toMatch(/^Tercatat\.\nTahap: pengumuman\n/)

    const subject = { _tag: "Decide", decision: "announcement", digest: Specimen.digest }
    await tell({ _tag: "Propose", id: "P1", subject }, "p.01,panitia,bkpsdm")
    const same = await tell({ _tag: "Approve", id: "P1" }, "p.01,ppk,setda", "--lang", "en")
    expect(same.refusal).toBe("Approve P1: whoever entered this cannot approve or reject it; somebody else has to.")
    const waiting = await run("process", "status", "cpns-2024", "--lang", "en")
    expect(waiting.out).toContain("To be approved by somebody other than p.01: P1 (Decide).")

    await tell({ _tag: "Approve", id: "P1" }, "k.01,ppk,setda")
    const status = await run("process", "status", "cpns-2024")
    expect(status.out.split("\n")).toEqual([
      "Tahap: pelamar",
      "Menunggu: berakhirnya masa pendaftaran",
      "Sampai 2024-09-10, akhir hari WIB: masa pendaftaran.",
      ""
    ])
  })

  it("refuses what is no signal, an actor without a unit, and no database, with nothing written", async () => {
    expect((await tell({ _tag: "Approve" }, "k.01,ppk,setda")).refusal).toMatch(/id/)
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
