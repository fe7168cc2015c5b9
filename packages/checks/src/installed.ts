/**
 * Runs what a host installs: the packed archives in folders of their own. One is made by `npm install`, as the guide says; in the other all
 * packages stand together, with nothing of the workspace but the dependencies that npm would bring.
 */
import { spawn, spawnSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import * as Blocks from "./blocks.ts"
import type { PackedOutcome } from "./packed.ts"
import { root, type WorkspacePackage } from "./packages.ts"
import * as Registry from "./registry.ts"
import * as Workers from "./workers.ts"

/** Installs archives by package, and tries every entry of all packages, the promise-shaped face, the program and its API. */
export const run = async (packages: ReadonlyArray<WorkspacePackage>, archiveOf: (name: string) => string): Promise<ReadonlyArray<PackedOutcome>> => {
  const [host, own] = [mkdtempSync(join(tmpdir(), "timbang-host-")), mkdtempSync(join(tmpdir(), "timbang-own-"))]
  const registry = await Registry.start(packages, archiveOf)
  try {
    for (const each of packages) install(host, each, archiveOf(each.name))
    for (const folder of [host, own]) writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }))
    return [await imported(host, packages), await embedded(own, registry), await served(host)]
  } finally {
    registry.close()
    for (const folder of [host, own]) rmSync(folder, { recursive: true, force: true })
  }
}

const install = (host: string, { folder, manifest }: WorkspacePackage, archive: string): void => {
  const place = join(host, "node_modules", manifest.name)
  mkdirSync(place, { recursive: true })
  const unpacked = spawnSync("tar", ["-xzf", archive, "-C", place, "--strip-components=1"], { encoding: "utf8" })
  if (unpacked.status !== 0) throw new Error(`${archive}: ${unpacked.stderr}`)
  for (const [into, names] of [[place, manifest.dependencies], [host, manifest.peerDependencies]] as const) {
    for (const name of Object.keys(names ?? {}).filter((each) => !each.startsWith("@timbang/"))) {
      const at = join(into, "node_modules", name)
      if (existsSync(at)) continue
      mkdirSync(dirname(at), { recursive: true })
      symlinkSync(realpathSync(join(folder, "node_modules", name)), at)
    }
  }
}

/** Every entry of every package, in one program. */
const imported = async (host: string, packages: ReadonlyArray<WorkspacePackage>): Promise<PackedOutcome> => {
  const entries = packages.flatMap(({ manifest }) =>
    Object.entries(manifest.exports ?? {}).flatMap(([path, file]) => file === null || !file.endsWith(".ts") ? [] : [`${manifest.name}${path.slice(1)}`]))
  writeFileSync(join(host, "entries.mjs"), entries.map((entry) => `if (Object.keys(await import("${entry}")).length === 0) throw new Error("${entry}: nothing is exported")\n`).join(""))
  const { err, out, status } = await Workers.run(process.execPath, ["entries.mjs"], host)
  return { name: "installed: every entry", problem: status === 0 && out === "" ? undefined : `exit ${status}\n${out}${err}` }
}

/** What the guide installs, and its function that opens a host on the embedded database of a folder. */
const embedded = async (host: string, { address }: Registry.Registry): Promise<PackedOutcome> => {
  const name = "installed: Timbang.make"
  const [line, opening] = Blocks.of(readFileSync(join(root, "docs/guides/embed-in-a-service.md"), "utf8"))
  const own = { npm_config_registry: address, npm_config_cache: join(host, ".npm"), npm_config_audit: "false", npm_config_fund: "false", npm_config_update_notifier: "false" }
  const npm = await Workers.run("sh", ["-ec", line!.code], host, { ...process.env, ...own })
  if (npm.status !== 0) return { name, problem: `${line!.code}${npm.out}${npm.err}` }
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
