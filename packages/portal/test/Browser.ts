import { existsSync } from "node:fs"
import { type Browser, chromium } from "playwright-core"

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync"
]

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
]

/** The machine's own Chromium, or the one that comes from npm for Linux; nothing when neither starts. */
export const launch = async (): Promise<Browser | undefined> => {
  const found = installed.find((path) => existsSync(path))
  try {
    if (found !== undefined) return await chromium.launch({ executablePath: found, args })
    process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs22.x"
    const shipped = (await import("@sparticuz/chromium")).default
    // All in one process, as its own list has it for functions in a cloud, it dies on machines with another graphics driver.
    const own = shipped.args.filter((arg) => arg !== "--single-process" && arg !== "--no-zygote")
    return await chromium.launch({ executablePath: await shipped.executablePath(), args: [...args, ...own] })
  } catch {
    return undefined
  }
}

/** Takes away what browsers learnt after version 80, so that a newer browser shows what an old phone shows. */
export const forgetNewer = (): void => {
  const forget = (owner: object, ...names: ReadonlyArray<string>): void =>
    names.forEach((name) => delete (owner as Record<string, unknown>)[name])
  forget(Array.prototype, "at", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "with")
  forget(Array, "fromAsync")
  forget(
    Object.getPrototypeOf(Uint8Array.prototype),
    "at",
    "findLast",
    "findLastIndex",
    "toSorted",
    "toReversed",
    "with"
  )
  forget(Uint8Array, "fromBase64", "fromHex")
  forget(Uint8Array.prototype, "toBase64", "toHex", "setFromBase64", "setFromHex")
  forget(ArrayBuffer.prototype, "transfer", "resize", "transferToFixedLength")
  forget(String.prototype, "at", "replaceAll", "isWellFormed", "toWellFormed")
  forget(Object, "hasOwn", "groupBy")
  forget(Map, "groupBy")
  forget(Map.prototype, "getOrInsert", "getOrInsertComputed")
  forget(
    Set.prototype,
    "union",
    "intersection",
    "difference",
    "symmetricDifference",
    "isSubsetOf",
    "isSupersetOf",
    "isDisjointFrom"
  )
  forget(Promise, "any", "withResolvers", "try")
  forget(Math, "sumPrecise", "f16round")
  forget(RegExp, "escape")
  forget(Element.prototype, "replaceChildren", "checkVisibility")
  forget(
    window,
    "structuredClone",
    "WeakRef",
    "FinalizationRegistry",
    "AggregateError",
    "Iterator",
    "Temporal",
    "BarcodeDetector",
    "Float16Array"
  )
  if ("crypto" in window) forget(Crypto.prototype, "subtle", "randomUUID")
}
