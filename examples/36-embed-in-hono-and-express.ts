/**
 * Mounts the portal below /cpns in a Hono app and in an Express app that have pages of their own.
 *
 * Run: node examples/36-embed-in-hono-and-express.ts
 */
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { createRequestListener } from "@remix-run/node-fetch-server"
import { Portal } from "@timbang/portal"
import express from "express"
import { Hono } from "hono"
import { read } from "./announced.ts"

const portal = Portal.make({ read, base: "/cpns" })

/** Whom rate limits are counted for: behind a proxy, the address that your own proxy wrote. */
const hono = new Hono()
hono.get("/", (context) => context.text("the city"))
hono.all("/cpns/*", (context) => portal.handler(context.req.raw, { client: context.req.header("x-real-ip") ?? "unknown" }))

const answer = createRequestListener((request: Request, client: { readonly address: string }) => portal.handler(request, { client: client.address }))
const app = express()
app.get("/", (_, response) => void response.send("the city"))
app.use((request, response, next) => request.url.startsWith("/cpns/") ? void answer(request, response) : next())

const server = createServer(app)
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const show = async (name: string, get: (path: string) => Promise<Response>): Promise<void> => {
  console.log(name)
  console.log(`  /               ${await (await get("/")).text()}`)
  for (const path of ["/cpns/formasi", "/cpns/tidak-ada"]) {
    const response = await get(path)
    const title = /<title>([^<]*)</.exec(await response.text())?.[1]
    console.log(`  ${path.padEnd(16)}${response.status} ${title}`)
  }
  console.log(`  cookies         ${(await get("/cpns/formasi")).headers.get("set-cookie") ?? "none"}`)
}

await show("Hono", async (path) => hono.request(path))
await show("Express", (path) => fetch(`${address}${path}`))

server.close()
server.closeAllConnections()
await portal.dispose()
