import { readFileSync } from "node:fs"
import { join } from "node:path"

export const vectors = <A>(name: string): A =>
  JSON.parse(readFileSync(join(import.meta.dirname, "vectors", `${name}.json`), "utf8")) as A

export const fromHex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "hex"))

export const fromBase64 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "base64"))

export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex")

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
