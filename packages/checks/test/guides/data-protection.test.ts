import { Timbang } from "@timbang/workflows"
import { Journal, Vault } from "@timbang/workflows/ports"
import { Layer, Result } from "effect"
import { describe, expect, it } from "vitest"
import * as Guide from "../../src/guide.ts"

interface Written {
  readonly answerPerson: (timbang: Timbang.Timbang, account: string, person: string) => Promise<{
    readonly parts: Result.Result<ReadonlyMap<string, Uint8Array>, unknown>
    readonly accesses: ReadonlyArray<{ readonly act: string; readonly purpose: string }>
  }>
  readonly erasePerson: (timbang: Timbang.Timbang, account: string, person: string) => Promise<Result.Result<number, unknown>>
  readonly keepTimes: (timbang: Timbang.Timbang, account: string) => Promise<Result.Result<number, unknown>>
}

describe("docs/guides/data-protection.md", () => {
  const guide = Guide.open("data-protection.md")

  it("answers a person, erases and keeps times", async () => {
    const { answerPerson, erasePerson, keepTimes } = await guide.module<Written>()
    const timbang = await Timbang.make({ storage: Layer.fresh(Layer.merge(Journal.layerMemory, Vault.layerMemory)) })
    const bytes = new Uint8Array([1])
    await timbang.vault.write({ actor: { id: "a.17", role: "panitia", unit: "bkpsdm" }, purpose: "registration" }, [
      { subject: "26-1", part: "birthDate", value: bytes },
      { subject: "26-1", part: "notice/result", value: bytes, keepUntil: 1 },
      { subject: "26-2", part: "birthDate", value: bytes }
    ])
    expect(await keepTimes(timbang, "p.1")).toMatchObject({ success: 1 })
    const told = await answerPerson(timbang, "p.1", "26-1")
    expect([...Result.getOrThrow(told.parts).keys()]).toEqual(["birthDate"])
    expect(told.accesses.map(({ act }) => act)).toEqual(["write", "expire", "read"])
    expect(await erasePerson(timbang, "p.1", "26-1")).toMatchObject({ success: 1 })
    expect((await answerPerson(timbang, "p.1", "26-1")).parts).toMatchObject({ failure: { _tag: "PersonErased" } })
    expect((await answerPerson(timbang, "p.1", "26-2")).parts).toMatchObject({ _tag: "Success" })
    await timbang.close()
  })
})
