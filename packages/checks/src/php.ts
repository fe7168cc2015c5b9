/**
 * The `php` of the command line, where there is none: PHP 8.4 as it comes from npm, with the files and the network of this computer.
 */
import { loadNodeRuntime, useHostFilesystem } from "@php-wasm/node"
import { PHP } from "@php-wasm/universal"

const php = new PHP(await loadNodeRuntime("8.4", { emscriptenOptions: { processId: 1 } }))
useHostFilesystem(php)
const environment = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
const ran = await php.cli(["php", ...process.argv.slice(2)], { env: environment })
const into = (stream: NodeJS.WritableStream) => new WritableStream<Uint8Array>({ write: (chunk) => void stream.write(chunk) })
await Promise.all([ran.stdout.pipeTo(into(process.stdout)), ran.stderr.pipeTo(into(process.stderr))])
process.exit(await ran.exitCode)
