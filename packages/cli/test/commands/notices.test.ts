import { Embedded, JournalSql } from "@timbang/storage-sql"
import { Outbox, Sending, SendingPolicy } from "@timbang/workflows"
import { Journal, Notifier, Vault } from "@timbang/workflows/ports"
import { Effect, Layer } from "effect"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { run } from "../inProcess.ts"
import { folder } from "../timbang.ts"

const storage = join(folder(), "data")
const actor = { id: "outbox", role: "sender", unit: "bkpsdm" }
const { quiet: _, ...policy } = SendingPolicy.standard
const options = ["--outbox", "memory", "--storage", storage]

/** Posts to three people, of whom one has an address and one has one that is refused. */
const posted = Effect.gen(function*() {
  const vault = yield* Vault.Vault
  for (const [person, address] of [["26-1", "a@example.test"], ["26-2", "nobody"]] as const) {
    yield* vault.write({ actor, purpose: "registration" }, [{ subject: person, part: "contact/memory", value: new TextEncoder().encode(address) }])
  }
  const outbox = yield* Outbox.make({ actor, policy })
  for (const person of ["26-1", "26-2", "26-3"]) {
    yield* outbox.post(actor, { key: `result/${person}`, person, about: "Result", subject: "Hasil", text: "P/L", language: "id" })
  }
  yield* outbox.sendDue
})

const channel = Layer.succeed(Notifier.Notifier, {
  channel: "memory",
  deliver: ({ key, to }) => to.includes("@") ? Effect.succeed({ reference: "r", at: 0 }) : Effect.fail(new Notifier.MessageRefused({ key, because: "550 no such user" }))
})

describe("timbang notices", () => {
  it("shows how messages stand without text or address, and sends dead letters again, told by whom", async () => {
    const ports = Layer.mergeAll(Layer.provide(JournalSql.layer({}), Embedded.layer(storage)), Vault.layerMemory, channel)
    await Effect.runPromise(Effect.provide(posted, ports))
    const status = await run("notices", "status", ...options)
    expect(status.out).toMatch(/result\/26-2\s.*alamat ditolak untuk seterusnya/)
    expect(status.out).toMatch(/result\/26-3\s.*tidak ada alamat/)
    expect(status.out).toMatch(/result\/26-1\s.*terkirim/)
    expect(status.err).toContain("1 terkirim, 0 menunggu atau sedang dikirim, 2 tidak dikirim lagi")
    for (const secret of ["example.test", "P/L", "Hasil"]) expect(status.out).not.toContain(secret)

    const wrong = await run("notices", "revive", "result/26-2", "result/26-1", "--as", "a.17,operator,bkpsdm", ...options, "--lang", "en")
    expect(wrong.refusal).toBe("result/26-1: no dead letter of the outbox memory; see timbang notices status")
    const nobody = await run("notices", "revive", "result/26-2", "--as", "a.17", ...options)
    expect(nobody.refusal).toContain("--as")
    expect((await run("notices", "revive", "result/26-2", "--as", "a.17,operator,bkpsdm", ...options)).out).toContain("result/26-2: dikirim lagi seperti pesan baru")
    const open: ReadonlyArray<Sending.Sending> = JSON.parse((await run("notices", "status", "--only", "open", "--format", "json", ...options)).out)
    expect(open).toMatchObject([{ key: "result/26-2", standing: { _tag: "Waiting" }, before: 1 }])

    const told = Effect.flatMap(Journal.Journal, (journal) => Effect.map(journal.size("outbox/memory/sending"), (size) => size))
    expect(await Effect.runPromise(Effect.provide(told, ports))).toBeGreaterThan(3)
    expect((await run("notices", "status", "--storage", storage)).out).toContain("Belum ada pesan pada kotak keluar email.")
  }, 60_000)
})
