/**
 * A registry of npm on the loopback interface, which has the packed packages of this repository, and of all others what is installed here:
 * `npm install` runs as at a host, and asks nobody else.
 */
import { execFile, spawnSync } from "node:child_process"
import { globSync, lstatSync, readFileSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { basename, dirname, join } from "node:path"
import { promisify } from "node:util"
import { root, type WorkspacePackage } from "./packages.ts"

const exec = promisify(execFile)

/** pnpm keeps equal files once, and npm leaves links of an archive out. */
const whole = process.platform === "linux" ? ["--hard-dereference"] : []

// --- models ---

interface Published {
  readonly manifest: { readonly name: string; readonly version: string }
  /** The whole archive. npm takes one that is not compressed as well. */
  readonly archive: () => Promise<Uint8Array>
}

/** A registry that runs. */
export interface Registry {
  readonly address: string
  readonly close: () => void
}

// --- operations ---

/** Starts it. */
export const start = async (packages: ReadonlyArray<WorkspacePackage>, archiveOf: (name: string) => string): Promise<Registry> => {
  const published = [...packages.map(({ name }) => packed(archiveOf(name))), ...installed()]
  const of = (name: string) => published.filter(({ manifest }) => manifest.name === name)
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, "http://localhost").pathname).slice(1)
    const archive = /^(.+)\/-\/(.+)\.tgz$/.exec(path)
    if (archive !== null) {
      const { archive: read } = of(archive[1]!).find(({ manifest }) => manifest.version === archive[2])!
      return void read().then((bytes) => response.end(bytes), (error) => response.writeHead(500).end(String(error)))
    }
    const found = of(path)
    if (found.length === 0) return void response.writeHead(404).end("{}")
    const versions = Object.fromEntries(found.map(({ manifest }) => [
      manifest.version,
      { ...manifest, dist: { tarball: `http://${request.headers.host}/${path}/-/${manifest.version}.tgz` } }
    ]))
    response.setHeader("content-type", "application/json")
    response.end(JSON.stringify({ name: path, "dist-tags": { latest: found.at(-1)!.manifest.version }, versions }))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections()
      server.close()
    }
  }
}

const packed = (archive: string): Published => ({
  manifest: JSON.parse(spawnSync("tar", ["-xzOf", archive, "package/package.json"], { encoding: "utf8" }).stdout),
  archive: () => readFile(archive)
})

const installed = (): ReadonlyArray<Published> =>
  globSync("node_modules/.pnpm/*/node_modules/{*,@*/*}/package.json", { cwd: root })
    .map((path) => dirname(join(root, path)))
    .filter((folder) => lstatSync(folder).isDirectory())
    .map((folder) => ({
      manifest: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")),
      archive: async () => (await exec("tar", [...whole, "-cf", "-", "-C", dirname(folder), basename(folder)], { encoding: "buffer", maxBuffer: 512 * 1_048_576 })).stdout
    }))
