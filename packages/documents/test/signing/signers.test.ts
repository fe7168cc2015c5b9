import { HandOffFolder, SigningService } from "@timbang/documents"
import { DocumentSignerSuite, Suite } from "@timbang/testkit/suites"
import { DocumentSigner } from "@timbang/workflows/ports"
import { Effect, Layer, Redacted } from "effect"
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "vitest"

const pdf = (text: string) => new TextEncoder().encode(`%PDF-1.7\n${text}\n%%EOF\n`)
const actor = { id: "a.17", role: "panitia", unit: "bkpsdm" }
const request = { key: "p-1", name: "p.pdf", bytes: pdf("one"), signatory: "sekda" }

const temporary = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "hand-off-"))),
  (folder) => Effect.sync(() => rmSync(folder, { recursive: true, force: true }))
)

const folderAdapter: Suite.Adapter<DocumentSigner.DocumentSigner | DocumentSignerSuite.Official> = {
  isDurable: true,
  fresh: Effect.map(temporary, (folder) => {
    const put = (key: string, name: string, content: Uint8Array | string) =>
      Effect.sync(() => writeFileSync(join(folder, HandOffFolder.folderOf(key), name), content))
    return Layer.mergeAll(
      HandOffFolder.layer(folder),
      Layer.succeed(DocumentSignerSuite.Official, {
        sign: (key, bytes) => put(key, "signed/pengumuman.pdf", bytes),
        decline: (key, reason) => put(key, "declined.txt", `${reason}\n`)
      })
    )
  })
}

describe("HandOffFolder", () => {
  for (const { name, run } of DocumentSignerSuite.cases(folderAdapter)) it(name, run)

  it("shows the folder to its owner only, leaves no draft, and waits while a signed file is still being copied", () =>
    Effect.runPromise(Effect.scoped(Effect.gen(function*() {
      const folder = yield* temporary
      yield* Effect.gen(function*() {
        const signer = yield* DocumentSigner.DocumentSigner
        yield* signer.submit(actor, request)
        const own = HandOffFolder.folderOf("p-1")
        expect(readdirSync(folder)).toEqual([own])
        expect(statSync(join(folder, own, "p.pdf")).mode & 0o777).toBe(0o600)
        expect(JSON.parse(readFileSync(join(folder, own, "request.json"), "utf8"))).toMatchObject({ key: "p-1", signatory: "sekda", handedInBy: actor })
        writeFileSync(join(folder, own, "signed", "p.pdf"), pdf("signed").subarray(0, 12))
        expect(yield* signer.standing("p-1")).toEqual({ _tag: "Waiting" })
        writeFileSync(join(folder, own, "signed", "p.pdf"), pdf("signed"))
        expect(yield* signer.standing("p-1")).toEqual({ _tag: "Signed", bytes: pdf("signed") })
      }).pipe(Effect.provide(HandOffFolder.layer(folder)))
    }))))

  it("says that the folder cannot be written to", async () => {
    const submit = Effect.flatMap(DocumentSigner.DocumentSigner, (signer) => signer.submit(actor, request))
    const failure = await Effect.runPromise(Effect.flip(Effect.provide(submit, HandOffFolder.layer("/dev/null/x"))))
    expect(failure).toMatchObject({ _tag: "DocumentSignerUnavailable", because: `${join("/dev/null/x", HandOffFolder.folderOf("p-1"))}: a part of the path is a file, not a folder` })
  })

  it("takes a request that somebody wrote over for another document, and reads no system's text aloud", () =>
    Effect.runPromise(Effect.scoped(Effect.gen(function*() {
      const folder = yield* temporary
      const submit = Effect.provide(Effect.flatMap(DocumentSigner.DocumentSigner, (signer) => signer.submit(actor, request)), HandOffFolder.layer(folder))
      yield* submit
      for (const text of ["x", "null", "{}"]) {
        writeFileSync(join(folder, HandOffFolder.folderOf("p-1"), "request.json"), text)
        expect(yield* Effect.flip(submit)).toMatchObject({ _tag: "RequestTaken", key: "p-1" })
      }
    }))))
})

/** A bridge as its documentation describes it, with faults on demand. */
const bridge = Effect.acquireRelease(
  Effect.promise(async () => {
    const requests = new Map<string, { readonly same: string; standing: Record<string, string> }>()
    const faults: Array<number | "html"> = []
    const seen: Array<{ readonly method: string; readonly authorization: string | undefined }> = []
    const handle = async (incoming: IncomingMessage, answer: ServerResponse): Promise<void> => {
      const chunks: Array<Uint8Array> = []
      for await (const chunk of incoming) chunks.push(chunk as Uint8Array)
      seen.push({ method: incoming.method!, authorization: incoming.headers.authorization })
      const fault = faults.shift()
      if (fault === "html") return void answer.writeHead(200, { "content-type": "text/html" }).end("<h1>Maintenance</h1>")
      if (fault !== undefined) return void answer.writeHead(fault).end()
      if (incoming.headers.authorization !== "Bearer secret") return void answer.writeHead(401).end()
      const key = decodeURIComponent(incoming.url!.replace("/documents/", ""))
      const known = requests.get(key)
      if (incoming.method === "PUT") {
        const same = JSON.stringify([incoming.headers["timbang-name"], incoming.headers["timbang-signatory"], Buffer.concat(chunks).toString("base64")])
        if (known !== undefined) return void answer.writeHead(known.same === same ? 200 : 409).end()
        requests.set(key, { same, standing: { standing: "waiting" } })
        return void answer.writeHead(201).end()
      }
      if (known === undefined) return void answer.writeHead(404).end()
      answer.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(known.standing))
    }
    const server = createServer((incoming, answer) => void handle(incoming, answer))
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
    return { server, requests, faults, seen, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
  }),
  ({ server }) => Effect.promise(() => new Promise<void>((done) => { server.closeAllConnections(); server.close(() => done()) }))
)

const options = (address: string, more: Partial<SigningService.Options> = {}) =>
  SigningService.layer({ address, token: Redacted.make("secret"), ...more })

const serviceAdapter: Suite.Adapter<DocumentSigner.DocumentSigner | DocumentSignerSuite.Official> = {
  isDurable: true,
  fresh: Effect.map(bridge, ({ address, requests }) => {
    const decide = (key: string, standing: Record<string, string>) => Effect.sync(() => { requests.get(key)!.standing = standing })
    return Layer.mergeAll(
      options(address),
      Layer.succeed(DocumentSignerSuite.Official, {
        sign: (key, bytes) => decide(key, { standing: "signed", document: Buffer.from(bytes).toString("base64") }),
        decline: (key, reason) => decide(key, { standing: "declined", reason })
      })
    )
  })
}

describe("SigningService", () => {
  for (const { name, run } of DocumentSignerSuite.cases(serviceAdapter)) it(name, run)

  const against = <A>(
    work: (given: Effect.Success<typeof bridge>, signer: DocumentSigner.DocumentSigner["Service"]) => Effect.Effect<A, unknown>,
    more: Partial<SigningService.Options> = {}
  ) =>
    Effect.runPromise(Effect.scoped(Effect.flatMap(bridge, (given) =>
      Effect.flatMap(DocumentSigner.DocumentSigner, (signer) => work(given, signer)).pipe(Effect.provide(options(given.address, more))))))

  it("tries again after 429 and 5xx, with the same key and the token", () =>
    against(({ faults, requests, seen }, signer) =>
      Effect.gen(function*() {
        faults.push(503, 429)
        yield* signer.submit(actor, request)
        expect(requests.size).toBe(1)
        expect(seen).toEqual(Array.from({ length: 3 }, () => ({ method: "PUT", authorization: "Bearer secret" })))
      })))

  it("gives up by name, and takes no page of maintenance for an answer", () =>
    against(({ faults }, signer) =>
      Effect.gen(function*() {
        faults.push(500)
        expect(yield* Effect.flip(signer.submit(actor, request))).toMatchObject({ _tag: "DocumentSignerUnavailable", because: "status 500" })
        yield* signer.submit(actor, request)
        faults.push("html")
        expect(yield* Effect.flip(signer.standing("p-1"))).toMatchObject({ because: "an answer of another form" })
      }), { retries: 0 }))

  it("refuses a wrong token without telling it", () =>
    against((_, signer) =>
      Effect.gen(function*() {
        const failure = yield* Effect.flip(signer.submit(actor, request))
        expect(failure).toMatchObject({ because: "status 401" })
        expect(JSON.stringify(failure)).not.toContain("wrong-one")
      }), { token: Redacted.make("wrong-one"), retries: 0 }))
})
