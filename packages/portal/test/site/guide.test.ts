import type { Portal } from "@timbang/portal"
import type { Sources } from "@timbang/workflows/ports"
import { Stream } from "effect"
import type { Hono } from "hono"
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createServer, type RequestListener } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { files, filesUpTo } from "./round.ts"

const guide = readFileSync(join(import.meta.dirname, "../../../../docs/guides/embed-the-portal.md"), "utf8")
const folder = join(import.meta.dirname, "../../node_modules/.cache/guide")
mkdirSync(folder, { recursive: true })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The code of the guide as it is written, as a module. */
const written = async <A>(name: string): Promise<A> => {
  const code = [...guide.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1]!).find((text) => text.includes(name))!
  const path = join(folder, `${name}.ts`)
  writeFileSync(path, code)
  return await import(/* @vite-ignore */ path) as A
}

const listen = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const read = async (path: string) => files.get(path)

describe("docs/guides/embed-the-portal.md", () => {
  it("embeds in Hono as written", async () => {
    const { inHono } = await written<{ readonly inHono: (options: Portal.Options) => Hono }>("inHono")
    const response = await inHono({ read }).request("/cpns/formasi")
    expect(await response.text()).toContain("Surveyor")
  })

  it("embeds in Express and follows a session as written", async () => {
    const { inExpress } = await written<{ readonly inExpress: (options: Portal.Options) => RequestListener }>("inExpress")
    const { follow } = await written<{ readonly follow: (address: string) => AsyncGenerator<{ readonly rows: ReadonlyArray<{ readonly participant: string }> }> }>("follow")
    const scored = (knowledge: string): Sources.FeedEvent => ({
      _tag: "Score",
      scored: { value: { participant: "26-0001", stage: "written", session: "1", scores: { knowledge } }, place: { source: "CAT" } },
      cursor: knowledge
    })
    const early = filesUpTo("registrations")
    const feed = {
      events: () =>
        Stream.fromAsyncIterable((async function*() {
          for (let score = 100;; score++) {
            yield scored(String(score))
            await new Promise((resolve) => setTimeout(resolve, 20))
          }
        })(), (cause) => cause as never)
    }
    const base = await listen(inExpress({ read: async (path) => early.get(path), feed, limits: { frameMillis: 20 } }))
    expect((await fetch(`${base}/cpns/langsung`)).status).toBe(200)
    for await (const { rows } of follow(`${base}/cpns/langsung/aliran`)) {
      expect(rows[0]!.participant).toBe("26-0001")
      break
    }
  })
})
