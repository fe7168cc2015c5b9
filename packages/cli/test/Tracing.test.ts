import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { Effect, Option } from "effect"
import { describe, expect, it, onTestFinished } from "vitest"
import * as PortalRoutes from "../src/publication/PortalRoutes.ts"
import * as Tracing from "../src/Tracing.ts"
import { served } from "./api/served.ts"

/** A collector that keeps what it is sent. */
const collector = async () => {
  const received: Array<string> = []
  const server = createServer((request, response) => {
    let body = ""
    request.on("data", (bytes: Buffer) => (body += bytes.toString()))
    request.on("end", () => {
      received.push(`${request.url} ${body}`)
      response.end("{}")
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  onTestFinished(() => void server.close())
  return { received, layer: Tracing.layer(`http://127.0.0.1:${(server.address() as AddressInfo).port}`) }
}

interface Span {
  readonly name: string
  readonly attributes: ReadonlyArray<{ readonly key: string; readonly value: object }>
  readonly status: object
}

const spansOf = (received: ReadonlyArray<string>): ReadonlyArray<Span> =>
  received.flatMap((text) => JSON.parse(text.replace(/^\S+ /, "")).resourceSpans.flatMap((each: { scopeSpans: ReadonlyArray<{ spans: ReadonlyArray<Span> }> }) => each.scopeSpans.flatMap(({ spans }) => spans)))

describe("traces of the API", () => {
  it("name each step and its failure, and hold nothing of what was sent", async () => {
    const { layer, received } = await collector()
    const { send, stop } = await served({ tracing: layer })
    const secrets = ["PESERTA-77", "Sitti Contoh", "1571010101900001", "1990-01-01", "F-RAHASIA", "Jelutung"]
    const [participant, name, nik, born, formation, location] = secrets
    const sent = {
      rules: "cpns-2024",
      formations: [{ formation, position: "Guru", education: "S-1", location, category: "umum", seats: 1 }],
      participants: [{ participant, formation, nama: name, nik, birthDate: born, twk: 113, tiu: 150, tkp: 191, skb: 68 }]
    }
    expect((await send(`/v1/select?nik=${nik}`, sent, { "user-agent": name! })).status).toBe(422)
    expect((await send("/v1/select", { ...sent, participants: [{ ...sent.participants[0], twk: 110 }] })).status).toBe(200)
    await stop()
    const spans = spansOf(received)
    expect(received[0]).toMatch(/^\/v1\/traces /)
    expect(spans.map((span) => span.name)).toEqual(expect.arrayContaining(["POST /v1/select", "api.select", "ParticipantsFile.read", "SelectRun.run"]))
    const all = received.join("\n")
    for (const secret of secrets) expect(all).not.toContain(secret)
    expect(spans.find((span) => span.name === "RoundFiles.read")!.status).toEqual({ code: 2, message: "CommandFailed" })
    expect(spans.filter((span) => span.name === "POST /v1/select").map(({ attributes }) => attributes)).toEqual([422, 200].map((status) => [
      { key: "http.request.method", value: { stringValue: "POST" } },
      { key: "http.route", value: { stringValue: "/v1/select" } },
      { key: "http.response.status_code", value: { intValue: status } }
    ]))
  })
})

describe("traces of the portal", () => {
  it("tell the pattern of an address and not the address", async () => {
    const { layer, received } = await collector()
    const paths = ["/cpns/formasi/F-1/entri.csv?cari=Sitti", "/cpns/", "/cpns/catatan/tile/0/000", "/cpns/Sitti/Contoh", "/lain"]
    await Effect.runPromise(Effect.scoped(Effect.gen(function*() {
      const traced = yield* Tracing.traced(layer, PortalRoutes.of("/cpns/"))
      for (const path of paths) {
        const response = yield* Effect.promise(() => traced(new Request(`http://localhost${path}`), async () => new Response("", { status: 404 })))
        expect(response.status).toBe(404)
      }
    })))
    expect(spansOf(received).map(({ name }) => name)).toEqual(["GET /formasi/:formation/entri.csv", "GET /", "GET /catatan/*", "GET other", "GET other"])
    expect(received.join()).not.toContain("Sitti")
  })

  it("are off unless an address is named", async () => {
    expect(await Effect.runPromise(Tracing.asked(Option.none(), "id"))).toBeUndefined()
  })
})
