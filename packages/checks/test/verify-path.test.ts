import { build } from "esbuild"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { root } from "../src/packages.ts"

/** What a browser loads to check a receipt, without the page around it. */
const entry = `
  import { ReceiptCode, Trust, Verification } from "@timbang/core/publication"
  import { Primitives } from "@timbang/signing"
  globalThis.verify = (receipt, trust) => [ReceiptCode.read, Trust.read, Verification.verify, Primitives.portable]
`

describe("the verify path", async () => {
  const { metafile, outputFiles } = await build({
    stdin: { contents: entry, resolveDir: join(root, "packages/portal"), loader: "ts" },
    bundle: true,
    minify: true,
    format: "iife",
    target: "chrome80",
    metafile: true,
    write: false
  })
  const [output] = Object.values(metafile.outputs)
  const modules = Object.entries(output!.inputs).flatMap(([path, { bytesInOutput }]) => bytesInOutput > 0 ? [path] : [])

  it("imports no Schema and no runtime", () => {
    expect(modules.filter((path) => /effect\/dist\/(?:internal\/)?(?:schema|effect|layer|stream|fiber)/i.test(path)))
      .toEqual([])
    expect(modules.some((path) => path.endsWith("publication/Verification.ts"))).toBe(true)
  })

  it("stays under 64 kB", () => {
    expect(outputFiles[0]!.contents.length).toBeLessThan(64_000)
  })
})
