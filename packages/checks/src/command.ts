/**
 * Puts `timbang` into one program before the tests, which start it some hundred times: a start from nine hundred source
 * files takes three times as long. The demo and the examples start it from its sources.
 */
import { rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { build, type Plugin } from "esbuild"
import { root } from "./packages.ts"
import * as Verifier from "./verifier.ts"

/** Beside the fonts and the drawing program of the reports, which stay files of their own. */
const folder = join(root, "packages/report/node_modules/.timbang")

/** The maker of PDF reads its colour profile, and the embedded database its program, from beside itself: both stay where they are installed. */
const asInstalled: Plugin = {
  name: "as-installed",
  setup: ({ onResolve }) => {
    for (const [filter, by] of [[/^pdfmake/, "documents"], [/^@electric-sql\/pglite$/, "storage-sql"]] as const) {
      const { resolve } = createRequire(join(root, `packages/${by}/package.json`))
      onResolve({ filter }, ({ path }) => ({ path: pathToFileURL(resolve(path)).href, external: true }))
    }
  }
}

/** Called by vitest once before all tests. */
export const setup = async (): Promise<void> => {
  rmSync(folder, { recursive: true, force: true })
  process.env["TIMBANG_PROGRAM"] = join(folder, "bin.js")
  await build({
    entryPoints: { bin: join(root, "packages/cli/src/bin.ts"), loaded: join(root, "packages/cli/test/loaded.ts") },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node22",
    mainFields: ["module", "main"],
    external: ["@resvg/resvg-js"],
    plugins: [asInstalled],
    logLevel: "error",
    // Dependencies in CommonJS ask for modules of Node by `require`, which a module does not have.
    banner: { js: "import { createRequire as requireOf } from \"node:module\"; const require = requireOf(import.meta.url);" }
  })
  writeFileSync(join(folder, "verifier.html"), await Verifier.page())
}
