/**
 * A server on loopback that replays answers in the shape in which the WebAPI gave them, with what goes wrong there.
 */
import { readFileSync } from "node:fs"
import { createServer, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"

/** An answer as it was received, cut to Jambi. */
export const recorded = readFileSync(join(import.meta.dirname, "data/garis-kemiskinan.json"), "utf8")

/** What a server does with one request. */
export type Reply = (response: ServerResponse) => void

export const json = (body: unknown): Reply => (response) => void response.writeHead(200, { "content-type": "application/json" }).end(typeof body === "string" ? body : JSON.stringify(body))
export const status = (code: number, headers: Record<string, string> = {}): Reply => (response) => void response.writeHead(code, headers).end("{}")
export const page: Reply = (response) => void response.writeHead(200, { "content-type": "text/html" }).end("<!DOCTYPE html><html><body>Situs dalam pemeliharaan</body></html>")
export const hangUp: Reply = (response) => void response.destroy()

/** One page of a list. */
export const listPage = (at: number, pages: number, items: ReadonlyArray<object>): Reply =>
  json({ status: "OK", "data-availability": "available", data: [{ page: at, pages, per_page: 2, count: items.length, total: pages * 2 }, items] })

/** The recorded answer with its keys in another order and for another year. */
export const ofYear = (year: number, turned = false): Reply => {
  const answer = JSON.parse(recorded) as Record<string, unknown>
  const code = String(year - 1900)
  const content = Object.entries(answer["datacontent"] as Record<string, number>).map(([key, figure]) => [key.replace(/1250$/, `${code}0`), figure] as const)
  const made = { ...answer, tahun: [{ val: Number(code), label: String(year) }], datacontent: Object.fromEntries(turned ? content.toReversed() : content) }
  return json(turned ? Object.fromEntries(Object.entries(made).toReversed()) : made)
}

/** Starts it; replies of one address are given one after another, the last again and again. */
export const start = async (replies: Readonly<Record<string, ReadonlyArray<Reply>>>) => {
  const asked: Array<string> = []
  const given = new Map<string, number>()
  const server = createServer((request, response) => {
    const address = (request.url ?? "").replace(/\/key\/.*$/, "").replace(/^\//, "")
    asked.push(address)
    const own = replies[address]
    const at = given.get(address) ?? 0
    given.set(address, at + 1)
    if (own === undefined) return void response.writeHead(404).end("{}")
    own[Math.min(at, own.length - 1)]!(response)
  })
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  const { port } = server.address() as AddressInfo
  return { base: `http://127.0.0.1:${port}`, asked, end: () => new Promise((ended) => server.close(ended)) }
}
