import "reflect-metadata"
import { createServer, type RequestListener } from "node:http"
import type { AddressInfo } from "node:net"
import { NestFactory } from "@nestjs/core"
import { createRequestListener } from "@remix-run/node-fetch-server"
import { Edition } from "@timbang/core/publication"
import { Primitives, SecretKey } from "@timbang/signing"
import { Timbang } from "@timbang/workflows"
import { Journal } from "@timbang/workflows/ports"
import { Layer, Result } from "effect"
import type { Hono } from "hono"
import { describe, expect, it, onTestFinished } from "vitest"
import { modules } from "./guide.ts"

const written = modules("embed-in-a-service.md")
const account = { "x-account": "a.17" }

const listen = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

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
  it("embeds in Express as written", async () => {
    const timbang = await Timbang.make({ storage: Layer.fresh(Journal.layerMemory) })
    const { inExpress } = await written<{ readonly inExpress: (timbang: Timbang.Timbang, accountOf: () => string) => RequestListener }>("inExpress")
    await tries(await listen(inExpress(timbang, () => "a.17")))
    await timbang.close()
  })

  it("embeds in Hono as written", async () => {
    const timbang = await Timbang.make({ storage: Layer.fresh(Journal.layerMemory) })
    const { inHono } = await written<{ readonly inHono: (timbang: Timbang.Timbang, accountOf: () => string) => Hono }>("inHono")
    const app = inHono(timbang, () => "a.17")
    await tries(await listen(createRequestListener((request: Request) => app.fetch(request))))
    await timbang.close()
  })

  it("embeds in NestJS as written, which closes it", async () => {
    const { inNest } = await written<{ readonly inNest: (open: () => Promise<Timbang.Timbang>) => new () => object }>("inNest")
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

  it("opens messages, sources and the public log as written", async () => {
    const { openWhole } = await written<{ readonly openWhole: (key: SecretKey.SecretKey, send: (to: string, text: string) => Promise<string>) => Promise<Timbang.Timbang<{ readonly formations: object }>> }>("openWhole")
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
