import { copyFileSync, globSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import * as Guide from "../../src/guide.ts"
import { publish } from "./round.ts"

describe("docs/guides/official-documents.md", () => {
  const guide = Guide.open("official-documents.md")

  it("makes the documents, hands one in, fetches it signed, logs and checks it", async () => {
    await publish(guide)
    const made = await guide.sh()
    expect([made.status, made.err]).toEqual([0, made.err])
    expect(globSync("*.{pdf,docx}", { cwd: guide.folder }).toSorted()).toEqual(["berita-acara.docx", "lampiran.pdf", "pengumuman.pdf"])
    expect((await guide.sh()).status).toBe(3)
    const [handed] = globSync("serah/**/pengumuman.pdf", { cwd: guide.folder })
    copyFileSync(guide.path("pengumuman.pdf"), guide.path(join(handed!, "../signed/pengumuman.pdf")))
    expect((await guide.shell("timbang document sign pengumuman.pdf --folder serah --signatory sekda --actor a.17")).status).toBe(0)
    const logged = await guide.sh()
    expect([logged.status, logged.out]).toEqual([0, expect.stringContaining("tidak berubah sejak dicatat")])
  })
})
