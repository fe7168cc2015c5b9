/** The three lines of the guide register cases with vitest: they are awaited while tests are collected. */
import { describe, it } from "vitest"
import * as Guide from "../../src/guide.ts"

describe("docs/guides/write-an-adapter.md", async () => {
  const guide = Guide.open("write-an-adapter.md")
  await guide.module()
  await guide.module()
  await guide.module()
  it("is read to its end", () => undefined)
})
