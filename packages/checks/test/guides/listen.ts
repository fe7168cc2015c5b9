/** Servers on the loopback interface that stop with the test. */
import { createServer, type RequestListener } from "node:http"
import type { AddressInfo } from "node:net"
import { json } from "node:stream/consumers"
import { onTestFinished } from "vitest"

/** Answers the address. */
export const listen = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

interface Span {
  readonly name: string
}

interface Export {
  readonly resourceSpans: ReadonlyArray<{ readonly scopeSpans: ReadonlyArray<{ readonly spans: ReadonlyArray<Span> }> }>
}

/** A collector of OpenTelemetry that keeps what it is sent. */
export const collector = async () => {
  const received: Array<Span> = []
  const address = await listen(async (request, response) => {
    const { resourceSpans } = await json(request) as Export
    if (request.url === "/v1/traces") received.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)))
    response.end("{}")
  })
  return { address, spans: (): ReadonlyArray<Span> => received }
}
