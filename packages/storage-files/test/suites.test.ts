import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { SaltsFile, TileStoreFolder } from "@timbang/storage-files"
import { SaltsSuite, type Suite, TileStoreSuite } from "@timbang/testkit/suites"
import { Effect, type Layer } from "effect"
import { describe, it } from "vitest"

/** A folder of its own for each case. */
const adapter = <S>(layer: (folder: string) => Layer.Layer<S>): Suite.Adapter<S> => ({
  isDurable: true,
  fresh: Effect.map(
    Effect.acquireRelease(Effect.sync(() => mkdtempSync(join(tmpdir(), "timbang-storage-files-"))), (folder) =>
      Effect.sync(() => rmSync(folder, { recursive: true, force: true }))),
    layer
  )
})

describe("TileStoreFolder", () => {
  for (const { name, run } of TileStoreSuite.cases(adapter(TileStoreFolder.layer))) it(name, run)
})

describe("SaltsFile", () => {
  for (const { name, run } of SaltsSuite.cases(adapter((folder) => SaltsFile.layer(join(folder, "private/salts.json"))))) it(name, run)
})
