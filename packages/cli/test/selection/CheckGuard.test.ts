import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { run } from "../inProcess.ts"
import { file, folder } from "../timbang.ts"

const here = folder()
const formations = file(here, "F.csv", "formation,position,education,location,category,seats", "F1,Penyuluh,S-1,Setda,umum,1")
const official = file(here, "L.csv", "No Peserta,Kode Formasi,TWK,TIU,TKP,SKB,Nilai Akhir,Keterangan", "1,F1,110,150,191,68,73.6,P/L")
const people = (day: string) => file(here, `P-${day}.csv`, "participant,formation,twk,tiu,tkp,skb,scoredOn", `1,F1,110,150,191,68,${day}`)

const check = async (name: string, ...more: ReadonlyArray<string>) => {
  const out = join(here, name)
  const done = await run("check", "--official", official, "--rules", "cpns-2024", "--formations", formations, "--out", out, "--lang", "en", ...more)
  return { ...done, summary: existsSync(out) ? readFileSync(join(out, "summary.txt"), "utf8") : undefined }
}

describe("timbang check and the day of the scores", () => {
  it("says in its summary whether the rules held before the scores, or that nobody said when those were taken", async () => {
    expect((await check("unsaid")).summary).toContain("\nNot checked whether the rules held before the scores were taken, because nobody said when that was.\n")
    expect((await check("said", "--scored-on", "2024-10-16")).summary).toContain("\nThe rules held before the first score was taken (2024-10-16).\n")
    expect((await check("recorded", "--participants", people("2024-10-17"), "--scored-on", "2024-10-18")).summary).toContain("(2024-10-17)")
  })

  it("refuses rules younger than the scores, told by an option or by the records, unless a letter applies them", async () => {
    const refused = "Rule set cpns-2024 holds from"
    for (const more of [["--scored-on", "2023-11-10"], ["--participants", people("2023-11-10")]]) {
      const done = await check("young", ...more)
      expect([done.refusal.includes(refused), done.summary]).toEqual([true, undefined])
    }
    expect((await check("letter", "--scored-on", "2023-11-10", "--law-letter", "B/12/2024")).summary).toContain(
      "The rules are younger than the scores (2023-11-10); applied by a recorded change of law: B/12/2024."
    )
    expect((await check("blank", "--scored-on", "2023-11-10", "--law-letter", " ")).refusal).toContain(refused)
  })
})
