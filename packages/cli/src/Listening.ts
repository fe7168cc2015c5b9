/**
 * Serves one handler on one port until the command ends.
 *
 * @since 0.1.0
 */
import { createServer } from "node:http"
import { createRequestListener } from "@remix-run/node-fetch-server"
import type { Sentences } from "@timbang/language"
import { ServeLines } from "@timbang/language/publication"
import { Effect, type Scope } from "effect"
import * as Defect from "./Defect.ts"
import { codes, CommandFailed } from "./Exit.ts"
import * as Options from "./Options.ts"
import * as Screen from "./Screen.ts"

/** Listens, prints the address and never ends by itself; `client` is the address of the connection. */
export const forGood = (
  handler: (request: Request, client: string) => Promise<Response>,
  { host, lang, path, port }: { readonly host: string; readonly port: number; readonly path: string; readonly lang: Sentences.Language }
): Effect.Effect<never, CommandFailed, Scope.Scope> =>
  Effect.gen(function*() {
    if (port < 0 || port > 65_535) return yield* Effect.fail(Options.refusal([{ _tag: "OptionMiswritten", option: "--port", found: String(port), example: "--port 8080" }], lang))
    const answer = async (request: Request, client: { readonly address: string }): Promise<Response> => {
      try {
        return await handler(request, client.address)
      } catch (error) {
        process.stderr.write(`${Defect.lines(error).join("\n")}\n`)
        return new Response(null, { status: 500 })
      }
    }
    // What is left are requests of which no address or method can be made. Their words are the sender's: they are not printed.
    const server = createServer(createRequestListener(answer, { onError: () => new Response(null, { status: 400 }) }))
    yield* Effect.addFinalizer(() =>
      Effect.sync(() => {
        server.closeAllConnections()
        server.close()
      })
    )
    yield* Effect.callback<void, CommandFailed>((resume) => {
      server.once("error", (error) => resume(Effect.fail(new CommandFailed({ code: codes.refused, lines: [`${host}:${port}: ${listening(error, lang)}`] }))))
      server.listen(port, host, () => resume(Effect.void))
    })
    const address = server.address()
    const bound = typeof address === "object" && address !== null ? address.port : port
    yield* Screen.print(`http://${host.includes(":") ? `[${host}]` : host}:${bound}${path}`)
    return yield* Effect.never
  })

const listening = (error: NodeJS.ErrnoException, lang: Sentences.Language): string => {
  const { cannotListen, cannotListenOther } = ServeLines.lines[lang]
  const code = error.code ?? ""
  return Object.hasOwn(cannotListen, code) ? cannotListen[code as keyof typeof cannotListen] : cannotListenOther(code === "" ? error.message : code)
}
