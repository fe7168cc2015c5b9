/**
 * Follows a live session from TypeScript: scores as they come, a value that is replaced, and the end of the session.
 *
 * Run: node examples/37-follow-a-session.ts
 */
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { createRequestListener } from "@remix-run/node-fetch-server"
import { Portal } from "@timbang/portal"
import type { Sources } from "@timbang/workflows/ports"
import { Stream } from "effect"
import { read } from "./announced.ts"

/** What a frame holds; `reload` says that this reader fell behind and has to load the page again. */
interface Frame {
  readonly asOf: string
  readonly closed?: true
  readonly reload?: true
  readonly rows: ReadonlyArray<{
    readonly participant: string
    readonly cells: ReadonlyArray<{ readonly label: string; readonly value: string; readonly old: ReadonlyArray<{ readonly value: string; readonly reason: string }> }>
  }>
}

/** The frames of a stream. */
async function* follow(response: Response): AsyncGenerator<Frame> {
  let text = ""
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    const events = (text + chunk).split("\n\n")
    text = events.pop()!
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1]
      if (data !== undefined) yield JSON.parse(data) as Frame
    }
  }
}

/** A score server that waits until somebody follows. */
let begin = (): void => undefined
const begun = new Promise<void>((resolve) => (begin = resolve))
const score = (participant: string, knowledge: string): Sources.FeedEvent => ({
  _tag: "Score",
  scored: { value: { participant, stage: "written", session: "1", scores: { knowledge, attitude: "200" } }, place: { source: "CAT" } },
  cursor: `${participant}/${knowledge}`
})
const feed = {
  events: () =>
    Stream.fromAsyncIterable((async function*(): AsyncGenerator<Sources.FeedEvent> {
      yield score("26-0001", "180")
      await begun
      for (const event of [score("26-0002", "190"), score("26-0001", "195")]) yield event
      yield { _tag: "SessionClosed", stage: "written", session: "1", cursor: "end" }
    })(), (cause) => cause as never)
}

const portal = Portal.make({ read, feed, now: () => Date.UTC(2026, 10, 24, 3, 15), limits: { frameMillis: 20 } })
const server = createServer(createRequestListener((request: Request) => portal.handler(request, { client: "example" })))
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
while (!(await (await fetch(`${address}/langsung`)).text()).includes("26-0001")) await new Promise((resolve) => setTimeout(resolve, 5))
const response = await fetch(`${address}/langsung/aliran?lang=en`)
begin()

const newest = new Map<string, string>()
for await (const frame of follow(response)) {
  for (const { cells, participant } of frame.rows) {
    const shown = cells.map(({ label, old, value }) => `${label} ${[...old.map((one) => `[${one.value} ${one.reason}]`), value].join(" ")}`)
    newest.set(participant, shown.join(", "))
  }
  if (frame.closed === true) {
    console.log(frame.asOf)
    break
  }
}
for (const [participant, line] of [...newest].sort()) console.log(`${participant}: ${line}`)
server.closeAllConnections()
server.close()
await portal.dispose()
