import axe from "axe-core"
import type { Page } from "playwright-core"

export { launch } from "@timbang/checks/browser"

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

/** What axe finds against WCAG 2.2 AA. */
export const faultsOf = async (page: Page): Promise<ReadonlyArray<string>> => {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe: inPage } = window as unknown as { readonly axe: typeof import("axe-core") }
    const { violations } = await inPage.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
}

/** The same of a page that a form without JavaScript answered, shown in one that has JavaScript. */
export const faultsIn = async (page: Page, content: string): Promise<ReadonlyArray<string>> => {
  await page.evaluate((text) => void (document.documentElement.innerHTML = text.replace(/^[^]*?<html[^>]*>|<\/html>$/g, "")), content)
  return faultsOf(page)
}

/** A PNG as a phone keeps a picture: as JPEG, with its losses. */
export const jpeg = async (page: Page, png: Buffer): Promise<Buffer> => {
  const text = await page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }))
    const canvas = document.createElement("canvas")
    canvas.width = bitmap.width
    canvas.height = bitmap.height
    canvas.getContext("2d")!.drawImage(bitmap, 0, 0)
    return canvas.toDataURL("image/jpeg", 0.6)
  }, png.toString("base64"))
  return Buffer.from(text.slice(text.indexOf(",") + 1), "base64")
}
