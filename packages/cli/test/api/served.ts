/** The API on a port of this computer, and what is sent to it. */
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { createRequestListener } from "@remix-run/node-fetch-server"
import { afterAll } from "vitest"
import * as Api from "../../src/api/Api.ts"

export const token = "0123456789abcdef0123456789abcdef"

export interface Answer {
  readonly status: number
  readonly body: ReturnType<typeof JSON.parse>
}

/** Starts an API; answers its address and what sends JSON to it. */
export const served = async (options: Partial<Api.Options> = {}) => {
  const defects: Array<string> = []
  const api = Api.make({ token, largestBytes: 1_048_576, mostAtOnce: 2, onDefect: (lines) => void defects.push(...lines), ...options })
  const server = createServer(createRequestListener((request: Request) => api.handler(request)))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const stop = async () => {
    server.closeAllConnections()
    server.close()
    await api.dispose()
  }
  afterAll(stop)
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const send = async (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> => {
    const response = await fetch(`${address}${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body)
    })
    return { status: response.status, body: JSON.parse(await response.text()) }
  }
  return { address, send, stop, defects }
}
