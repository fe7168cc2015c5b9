import { Log, LogFiles } from "@timbang/core/publication"
import { describe, expect, it } from "vitest"
import { portable } from "./worked.ts"

/** A log of 300 entries, published at 10, 260 and 300. */
const sizes = [10, 260, 300]
const entries = Array.from({ length: 300 }, (_, i) => Uint8Array.of(i & 255, i >> 8))
const files = new Map<string, Uint8Array>([["checkpoint", new Uint8Array(1)]])
const log = Log.make("kota.example/cpns")
for (const [at, entry] of entries.entries()) {
  Log.append(portable, log, entry)
  if (!sizes.includes(at + 1)) continue
  for (const { bytes, path } of Log.takeFiles(log)) files.set(path, bytes)
  files.set(LogFiles.checkpointPath(at + 1), new Uint8Array(1))
}

const check = (folder: ReadonlyMap<string, Uint8Array>) =>
  LogFiles.check(portable, {
    entries,
    sizes,
    documents: new Set<string>(),
    paths: [...folder.keys()],
    read: (path) => folder.get(path)
  })

describe("LogFiles.check", () => {
  it("finds nothing in a folder that grew step by step", () => {
    expect(check(files)).toEqual([])
  })

  it("lets older partial tiles go, and misses any other", () => {
    for (const path of [...files.keys()].filter((each) => each.startsWith("tile/"))) {
      const isNeeded = !path.includes(".p/") || path.endsWith(".p/44") || path === "tile/1/000.p/1"
      const less = new Map(files)
      less.delete(path)
      expect(check(less)).toEqual(isNeeded ? [{ _tag: "FileMissing", path }] : [])
    }
  })

  it("finds a changed byte in any tile", () => {
    for (const [path, bytes] of files) {
      if (!path.startsWith("tile/")) continue
      const changed = Uint8Array.from(bytes)
      changed[changed.length - 1]! ^= 1
      expect(check(new Map(files).set(path, changed))).toEqual([{ _tag: "FileDiffers", path }])
    }
  })

  it("names a file that nobody audits", () => {
    expect(check(new Map(files).set("P.csv", new Uint8Array(1)))).toEqual([{ _tag: "FileUnknown", path: "P.csv" }])
  })
})
