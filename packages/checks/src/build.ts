/**
 * Builds every public package: tsup writes JavaScript, `tsc -b` writes declarations.
 */
import { spawnSync } from "node:child_process"
import { cpSync, existsSync } from "node:fs"
import { join } from "node:path"
import { build } from "tsup"
import { all, root } from "./packages.ts"
import * as Verifier from "./verifier.ts"

export const types = (): boolean => spawnSync("tsc", ["-b"], { cwd: root, stdio: "inherit" }).status === 0

export const javascript = async (): Promise<void> => {
  for (const { entries, folder, isPrivate, manifest } of all()) {
    if (isPrivate) continue
    await build({
      entry: Object.fromEntries(entries.map((path) => [path.slice("./src/".length, -".ts".length), join(folder, path)])),
      outDir: join(folder, "dist"),
      format: "esm",
      target: "node20",
      platform: "node",
      // tsup looks for dependencies in the folder it runs in; unnamed, they would be bundled, and each error class exist twice.
      external: Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
        .map((name) => new RegExp(`^${name}(/|$)`)),
      dts: false,
      clean: false,
      splitting: true,
      sourcemap: false,
      silent: true,
      config: false,
      tsconfig: join(folder, "tsconfig.json")
    })
    if (existsSync(join(folder, "src/data"))) cpSync(join(folder, "src/data"), join(folder, "dist/data"), { recursive: true })
  }
  await Verifier.write()
}

if (import.meta.main) {
  if (!types()) process.exit(1)
  await javascript()
}
