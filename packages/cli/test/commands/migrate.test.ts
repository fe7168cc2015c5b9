import * as Migrations from "@timbang/storage-sql/migrations"
import { describe, expect, it } from "vitest"
import { run } from "../inProcess.ts"

describe("migrate", () => {
  it("prints every step as SQL for an administrator, in a schema of the host's name, and only the later ones when asked", async () => {
    const { out, refusal } = await run("migrate", "--sql", "--schema", "seleksi_2026")
    expect(refusal).toBe("")
    expect(out).toBe(Migrations.print("seleksi_2026"))
    expect(out).toMatch(/^BEGIN;\nCREATE SCHEMA IF NOT EXISTS seleksi_2026;[\s\S]*INSERT INTO seleksi_2026.migrations[\s\S]*COMMIT;\n$/)
    const later = await run("migrate", "--sql", "--after", "1")
    expect(later.out).not.toContain("timbang.entries")
    expect(later.out).toContain("timbang.vault_parts")
  })

  it("refuses a name that needs quotes, a step that is not there, and an option that says nothing, together", async () => {
    expect((await run("migrate", "--schema", "a;b", "--after", "99", "--lang", "en")).refusal.split("\n")).toEqual([
      '--schema: found "a;b". Write it as timbang_2026.',
      "--after says something only with --sql. Add that, or leave --after out.",
      `--after: found 99, outside 0 to ${Migrations.all.length}. Write a number in between.`
    ])
  })

  it("says where the address of the database is to stand, and that one does not answer, without repeating it", async () => {
    const before = process.env["TIMBANG_DATABASE"]
    try {
      delete process.env["TIMBANG_DATABASE"]
      expect((await run("migrate", "--lang", "en")).refusal).toBe("TIMBANG_DATABASE: must be given, such as postgres://timbang@localhost/bkpsdm.")
      process.env["TIMBANG_DATABASE"] = "postgres://timbang:rahasia@127.0.0.1:1/bkpsdm"
      const { refusal } = await run("migrate", "--lang", "en")
      expect(refusal).toContain("The database of TIMBANG_DATABASE does not answer")
      expect(refusal).not.toContain("rahasia")
    } finally {
      if (before === undefined) delete process.env["TIMBANG_DATABASE"]
      else process.env["TIMBANG_DATABASE"] = before
    }
  })
})
