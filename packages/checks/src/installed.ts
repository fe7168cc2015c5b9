/**
 * Runs what a host installs: the packed archives in a folder of their own, with nothing of the workspace but the dependencies that
 * npm would bring.
 */
import { spawn, spawnSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import type { PackedOutcome } from "./packed.ts"
import { root, type WorkspacePackage } from "./packages.ts"
import * as Workers from "./workers.ts"

/** Installs archives by package, and tries the promise-shaped face, the program and its API. */
export const run = async (packages: ReadonlyArray<WorkspacePackage>, archiveOf: (name: string) => string): Promise<ReadonlyArray<PackedOutcome>> => {
  const host = mkdtempSync(join(tmpdir(), "timbang-host-"))
  try {
    for (const each of packages) install(host, each, archiveOf(each.name))
    writeFileSync(join(host, "package.json"), JSON.stringify({ type: "module" }))
    return [await embedded(host), await served(host)]
  } finally {
    rmSync(host, { recursive: true, force: true })
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

/** The function of the guide that opens a host, on the embedded database of a folder. */
const embedded = async (host: string): Promise<PackedOutcome> => {
  const guide = readFileSync(join(root, "docs/guides/embed-in-a-service.md"), "utf8")
  const opening = /```ts\n((?:(?!```)[\s\S])*?export const open = [\s\S]*?)```/.exec(guide)![1]!
  writeFileSync(join(host, "open.ts"), opening)
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
  return { name: "installed: Timbang.make", problem: status === 0 && out === "1\n1,2\n" ? undefined : `exit ${status}\n${out}${err}` }
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
