import "reflect-metadata"
import type { RequestListener } from "node:http"
import { NestFactory } from "@nestjs/core"
import { createRequestListener } from "@remix-run/node-fetch-server"
import { Edition } from "@timbang/core/publication"
import { Primitives, SecretKey } from "@timbang/signing"
import { Timbang } from "@timbang/workflows"
import { Journal } from "@timbang/workflows/ports"
import { Layer, Result } from "effect"
import type { Hono } from "hono"
import { describe, expect, it } from "vitest"
import * as Guide from "../../src/guide.ts"
import { listen } from "./listen.ts"

const account = { "x-account": "a.17" }

/** Records, sends the same again, takes the key for something else, sends what does not fit; and reads what another one follows. */
const tries = async (address: string, repeated = 200) => {
  const send = async (sheet: object) => {
    const response = await fetch(`${address}/nilai`, { method: "POST", headers: { ...account, "content-type": "application/json" }, body: JSON.stringify(sheet) })
    return [response.status, await response.json() as object] as const
  }
  const sheet = { key: "s-1", participant: "26-1", scores: { twk: "110" } }
  expect(await send(sheet)).toEqual([201, { position: 0 }])
  expect(await send(sheet)).toEqual([repeated, { position: 0 }])
  expect(await send({ ...sheet, scores: { twk: "150" } })).toMatchObject([409, { error: "KeyReused" }])
  expect(await send({ ...sheet, key: "" })).toMatchObject([422, { error: "BatchRefused" }])
  const following = new AbortController()
  const stream = await fetch(`${address}/nilai`, { signal: following.signal })
  let text = ""
  for await (const chunk of stream.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk
    if (text.includes("26-1")) break
  }
  following.abort()
  expect(text).toMatch(/data: ?\{"participant":"26-1","scores":\{"twk":"110"\}\}/)
}

describe("docs/guides/embed-in-a-service.md", () => {
  const guide = Guide.open("embed-in-a-service.md")

  it("embeds in Express", async () => {
    // `installed.ts` runs these two with the packed packages: what the first installs, and what opens on the embedded database.
    expect(guide.text("sh")).toMatch(/^npm install /)
    expect(await guide.module()).toHaveProperty("open")
    await guide.module()
    const timbang = await Timbang.make({ storage: Layer.fresh(Journal.layerMemory) })
    const { inExpress } = await guide.module<{ readonly inExpress: (timbang: Timbang.Timbang, accountOf: () => string) => RequestListener }>()
    await tries(await listen(inExpress(timbang, () => "a.17")))
    await timbang.close()
  })

  it("embeds in NestJS, which closes it", async () => {
    const { inNest } = await guide.module<{ readonly inNest: (open: () => Promise<Timbang.Timbang>) => new () => object }>()
    const app = await NestFactory.create(inNest(() => Timbang.make({ storage: Layer.fresh(Journal.layerMemory) })), { logger: false })
    await app.listen(0, "127.0.0.1")
    await tries(await app.getUrl(), 201)
    const timbang = app.get<Timbang.Timbang>("timbang")
    const rest = (async () => {
      for await (const _ of timbang.follow()) continue
    })()
    await app.close()
    await rest
  })

  it("embeds in Hono", async () => {
    const timbang = await Timbang.make({ storage: Layer.fresh(Journal.layerMemory) })
    const { inHono } = await guide.module<{ readonly inHono: (timbang: Timbang.Timbang, accountOf: () => string) => Hono }>()
    const app = inHono(timbang, () => "a.17")
    await tries(await listen(createRequestListener((request: Request) => app.fetch(request))))
    await timbang.close()
  })

  it("opens messages, sources and the public log", async () => {
    const { openWhole } = await guide.module<{ readonly openWhole: (key: SecretKey.SecretKey, send: (to: string, text: string) => Promise<string>) => Promise<Timbang.Timbang<{ readonly formations: object }>> }>()
    const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns", "ed25519", Uint8Array.from({ length: 32 }, (_, at) => at)))
    const timbang = await openWhole(key, async () => "ref")
    const actor = { id: "a.17", role: "panitia", unit: "bkpsdm" }
    await timbang.vault.write({ actor, purpose: "registration" }, [{ subject: "26-1", part: "contact/sms", value: new TextEncoder().encode("+62811") }])
    expect(await timbang.notify(actor, { key: "n-1", person: "26-1", about: "Result", subject: "Hasil", text: "P/L", language: "id" })).toMatchObject({ success: { isRepeat: false } })
    const letter = new TextEncoder().encode("Pengumuman")
    expect(await timbang.publish({ entries: [Edition.documentEntry(Primitives.portable, "pengumuman", letter)], documents: [letter] })).toMatchObject({ success: { size: 1 } })
    for await (const { place, value } of timbang.rows("formations")) {
      expect([place, value]).toEqual([{ source: "formations", row: 1 }, { formation: "F1", position: "Guru", seats: 2 }])
    }
    await timbang.close()
  })
})
