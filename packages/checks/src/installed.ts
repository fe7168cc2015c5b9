/** Runs what a host installs with `npm install` into an empty folder: the packed packages, and what they depend on. */
import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Blocks from "./blocks.ts"
import type { PackedOutcome } from "./packed.ts"
import { root, type WorkspacePackage } from "./packages.ts"
import * as Registry from "./registry.ts"
import * as Workers from "./workers.ts"

/** What a host calls to install something. */
type Npm = (line: string) => Promise<string | undefined>

/** Installs as the guide says, then all packages, and tries every entry of them, the promise-shaped face, the program and its API. */
export const run = async (packages: ReadonlyArray<WorkspacePackage>, archiveOf: (name: string) => string): Promise<ReadonlyArray<PackedOutcome>> => {
  const host = mkdtempSync(join(tmpdir(), "timbang-host-"))
  const registry = await Registry.start(packages, archiveOf)
  const settings = { registry: registry.address, cache: join(host, ".npm"), audit: "false", fund: "false", update_notifier: "false" }
  const env = { ...process.env, ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [`npm_config_${name}`, value])) }
  const npm: Npm = async (line) => {
    const { err, out, status } = await Workers.run("sh", ["-ec", line], host, env)
    return status === 0 ? undefined : `${line}\n${out}${err}`
  }
  try {
    writeFileSync(join(host, "package.json"), JSON.stringify({ type: "module" }))
    return [await embedded(host, npm), await imported(host, packages, npm), await served(host)]
  } finally {
    registry.close()
    rmSync(host, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Every entry of every package, in one program. */
const imported = async (host: string, packages: ReadonlyArray<WorkspacePackage>, npm: Npm): Promise<PackedOutcome> => {
  const name = "installed: every entry"
  const problem = await npm(`npm install ${packages.map(({ manifest }) => manifest.name).join(" ")}`)
  if (problem !== undefined) return { name, problem }
  const entries = packages.flatMap(({ manifest }) =>
    Object.entries(manifest.exports ?? {}).flatMap(([path, file]) => file === null || !file.endsWith(".ts") ? [] : [`${manifest.name}${path.slice(1)}`]))
  writeFileSync(join(host, "entries.mjs"), entries.map((entry) => `if (Object.keys(await import("${entry}")).length === 0) throw new Error("${entry}: nothing is exported")\n`).join(""))
  const { err, out, status } = await Workers.run(process.execPath, ["entries.mjs"], host)
  return { name, problem: status === 0 && out === "" ? undefined : `exit ${status}\n${out}${err}` }
}

/** What the guide installs, and its function that opens a host on the embedded database of a folder. */
const embedded = async (host: string, npm: Npm): Promise<PackedOutcome> => {
  const name = "installed: Timbang.make"
  const [line, opening] = Blocks.of(readFileSync(join(root, "docs/guides/embed-in-a-service.md"), "utf8"))
  const problem = await npm(line!.code)
  if (problem !== undefined) return { name, problem }
  writeFileSync(join(host, "open.ts"), opening!.code)
  writeFileSync(join(host, "host.ts"), `
import { open } from "./open.ts"
const actor = { id: "a.17", role: "panitia", unit: "bkpsdm" }
for (const body of ["1", "2"]) {
  const timbang = await open("data")
  await timbang.append("cpns-2026", { actor, entries: [{ kind: "score.recorded", body }] })
  const bodies = []
  for await (const entry of timbang.read()) bodies.push(entry.body)
  console.log(bodies.join())
  await timbang.close()
}
`)
  const { err, out, status } = await Workers.run(process.execPath, ["host.ts"], host)
  return { name, problem: status === 0 && out === "1\n1,2\n" ? undefined : `exit ${status}\n${out}${err}` }
}

/** The program's API, asked once. */
const served = async (host: string): Promise<PackedOutcome> => {
  const token = "0123456789abcdef0123456789abcdef"
  const child = spawn(process.execPath, [join(host, "node_modules/@timbang/cli/dist/bin.js"), "serve", "--api", "--port", "0"], {
    cwd: host,
    env: { ...process.env, TIMBANG_API_TOKEN: token }
  })
  let said = ""
  const address = await new Promise<string | undefined>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (bytes: Buffer) => {
        said += bytes.toString()
        const found = /^http:\S+/m.exec(said)
        if (found !== null) resolve(found[0])
      })
    }
    child.once("exit", () => resolve(undefined))
  })
  const problem = address === undefined ? said : await asked(address, token).catch(String)
  child.kill()
  return { name: "installed: timbang serve --api", problem }
}

const asked = async (address: string, token: string): Promise<string | undefined> => {
  const response = await fetch(`${address}v1/allocate`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ seats: 10, claims: [{ unit: "A", claim: 30 }, { unit: "B", claim: 70 }] })
  })
  const text = await response.text()
  return response.status === 200 && text.includes("\"unit\":\"B\",\"claim\":\"70\",\"min\":\"\",\"max\":\"\",\"seats\":7") ? undefined : `${response.status} ${text}`
}
