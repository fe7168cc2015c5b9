/**
 * `timbang serve`: the portal over a published log, alone on one port.
 *
 * @since 0.1.0
 */
import { readFile } from "node:fs/promises"
import { createServer } from "node:http"
import { join } from "node:path"
import { createRequestListener } from "@remix-run/node-fetch-server"
import { Portal, type PublicRecord } from "@timbang/portal"
import { NodePrimitives } from "@timbang/signing/node"
import { TileStore } from "@timbang/workflows/ports"
import { Effect, Option, Result } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { codes, CommandFailed } from "../Exit.ts"
import * as LogFolder from "../publication/LogFolder.ts"
import * as Screen from "../Screen.ts"

const refused = (line: string) => new CommandFailed({ code: codes.refused, lines: [line] })

/** Files below a folder; a path that leads anywhere else is no file. */
const readIn = (folder: string): PublicRecord.ReadFile => async (path) => {
  if (Result.isFailure(TileStore.checkPath(path))) return undefined
  try {
    return await readFile(join(folder, path))
  } catch (error) {
    if (["ENOENT", "EISDIR", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return undefined
    throw error
  }
}

/** `timbang serve`. */
export const serve = Command.make("serve", {
  log: Argument.Path("log").pipe(Argument.withDescription("Folder catatan / folder of the log")),
  port: Flag.Int("port").pipe(Flag.withDefault(8080), Flag.withDescription("Porta / port; 0: any that is free")),
  host: Flag.String("host").pipe(
    Flag.withDefault("127.0.0.1"),
    Flag.withDescription("Alamat; baku hanya dari komputer ini / address; by default this computer only")
  ),
  verifier: Flag.Path("verifier").pipe(
    Flag.withDescription("Halaman pemeriksa luring, satu berkas HTML / the offline verifier page"),
    Flag.optional
  )
}, ({ host, log, port, verifier }) =>
  Effect.gen(function*() {
    yield* LogFolder.read(log)
    const page = Option.isNone(verifier) ? undefined : yield* Effect.tryPromise({
      try: () => readFile(verifier.value, "utf8"),
      catch: (error) => refused(`${verifier.value}: ${(error as Error).message}`)
    })
    const portal = Portal.make({
      read: readIn(log),
      primitives: NodePrimitives.node,
      ...(page === undefined ? {} : { verifierPage: page })
    })
    const server = createServer(createRequestListener((request: Request, client: { readonly address: string }) => portal.handler(request, { client: client.address })))
    yield* Effect.addFinalizer(() =>
      Effect.promise(async () => {
        server.closeAllConnections()
        server.close()
        await portal.dispose()
      })
    )
    yield* Effect.callback<void, CommandFailed>((resume) => {
      server.once("error", (error) => resume(Effect.fail(refused(`${host}:${port}: ${error.message}`))))
      server.listen(port, host, () => resume(Effect.void))
    })
    const address = server.address()
    yield* Screen.print(`http://${host}:${typeof address === "object" && address !== null ? address.port : port}/`)
    return yield* Effect.never
  }).pipe(Effect.scoped)).pipe(
    Command.withDescription("Portal untuk warga di atas catatan / the portal for citizens over a log")
  )
