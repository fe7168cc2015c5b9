/** A browser for tests of pages: the machine's own Chromium, or the one that comes from npm for Linux. */
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

/** Starts it; nothing when neither starts. */
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
