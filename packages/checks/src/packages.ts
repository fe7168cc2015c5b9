/**
 * The workspace's packages, as their `package.json` describes them.
 */
import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"

export interface WorkspacePackage {
  readonly folder: string
  readonly name: string
  readonly isPrivate: boolean
  /** Source files that the `exports` and `bin` fields open, relative to the package folder. */
  readonly entries: ReadonlyArray<string>
  readonly manifest: Manifest
}

interface Manifest {
  readonly name: string
  readonly private?: boolean
  readonly exports?: Record<string, string | null>
  readonly bin?: Record<string, string>
  readonly dependencies?: Record<string, string>
  readonly peerDependencies?: Record<string, string>
}

export const root = join(import.meta.dirname, "../../..")

export const all = (): ReadonlyArray<WorkspacePackage> =>
  readdirSync(join(root, "packages")).sort().map((name) => {
    const folder = join(root, "packages", name)
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest
    const opened = [...Object.values(manifest.exports ?? {}), ...Object.values(manifest.bin ?? {})]
    return {
      folder,
      name,
      isPrivate: manifest.private === true,
      entries: opened.filter((path): path is string => path !== null && /^\.\/src\/[^*]*\.ts$/.test(path)),
      manifest
    }
  })
