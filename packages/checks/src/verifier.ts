/**
 * Builds the verifier page: bundles and packs its script, inlines its style, and writes one HTML file.
 */
import zopfli from "@gfx/zopfli"
import { VerifierTexts } from "@timbang/language/publication"
import { VerifierPage } from "@timbang/portal"
import { DisclosureLaw } from "@timbang/regulations"
import { build } from "esbuild"
import { createHash } from "node:crypto"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { root } from "./packages.ts"

const source = join(root, "packages/portal/src/verifier")

/** Where the page stands after a build. */
export const file = join(root, "packages/portal/dist/verifier.html")

/** The oldest browser the page is made for: phones of 2020. */
const target = "chrome80"

/** The page as text. */
export const page = async (): Promise<string> => {
  const [script, boot, style] = await Promise.all([bundle("page.ts"), bundle("boot.ts"), bundle("page.css")])
  return VerifierPage.assemble({
    shell: readFileSync(join(source, "page.html"), "utf8"),
    style,
    script,
    boot,
    title: VerifierTexts.texts.id.labels.title,
    noScript: `${VerifierTexts.texts.id.labels.noScript} ${VerifierTexts.texts.en.labels.noScript}`,
    digest: (text) => createHash("sha256").update(text).digest("base64"),
    packed: await packed(script)
  })
}

/** DEFLATE as dense as it gets: 5 % less than zlib makes of it, and the same for whoever unpacks it. */
const packed = async (text: string): Promise<string> =>
  Buffer.from(await zopfli.deflateAsync(Buffer.from(text), { numiterations: 5 })).toString("base64")

const bundle = async (file: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(source, file)],
    bundle: true,
    minify: true,
    format: "iife",
    target,
    define: { DISCLOSURE_WORDS: JSON.stringify(words) },
    charset: "utf8",
    legalComments: "none",
    logLevel: "error",
    write: false
  })
  return outputFiles[0]!.text
}

/** What identities look like matters to whoever publishes, and old browsers cannot read those expressions. */
const words = { ...DisclosureLaw.vocabulary.values.at(-1)!.value, identities: [] }

/** Writes the page and answers its size. Unit: bytes. */
export const write = async (): Promise<number> => {
  const text = await page()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return Buffer.byteLength(text)
}

if (import.meta.main) {
  const bytes = await write()
  if (process.argv.includes("--size")) console.log(`${file}: ${bytes} bytes`)
}
