/** A portal that listens on loopback until the test file ends. */
import { createRequestListener } from "@remix-run/node-fetch-server"
import { Portal } from "@timbang/portal"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll } from "vitest"

/** Its address. */
export const serve = async (options: Portal.Options): Promise<string> => {
  const portal = Portal.make(options)
  const server = createServer(createRequestListener((request: Request) => portal.handler(request, { client: "test" })))
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    await portal.dispose()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
