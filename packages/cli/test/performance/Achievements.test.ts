import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import * as AppraisalRun from "../../src/performance/AppraisalRun.ts"
import { file, folder } from "../timbang.ts"

const here = folder()
const ratings = (...rows: ReadonlyArray<string>) => file(here, `A-${rows.length}.csv`, "person,unit,workPlan,additional,conduct", ...rows)
const asked = (of: string, achievements: string) =>
  ({ ratings: of, achievements, law: "permenpanrb-8-2021", period: { kind: "annual", from: "2021-01-01", to: "2021-12-31" }, on: "2022-01-20", beside: { restDays: [0, 6] }, standing: { _tag: "simulasi" }, lang: "id" }) as const
const header = "person,period,indicator,achievement,target,targetUpper,realised,lowerIsBetter"

describe("AppraisalRun.run with several achievements", () => {
  it("takes the mean of the periods, each the mean of its indicators, and says which reading has no source", async () => {
    // P8: 70 of a range of 80 to 90 is 87.5%, worth 77.50; 85% is 75.00; 100% is 109.00.
    const several = file(here, "K.csv", header, "p-1,I,akta,,80,90,70,", "p-1,I,arsip,85,,,,", "p-1,II,akta,100,,,,")
    const { explanations, sheet } = await Effect.runPromise(AppraisalRun.run(asked(ratings("p-1,Dukcapil,,2,100"), several)))
    // ((77.50 + 75.00) / 2 + 109.00) / 2 = 92.625, half up 92.63, and 2 for additional work.
    expect(explanations[0]).toEqual([
      "p-1, I, akta: capaian 87,50% bernilai 77,50. Dasar: PermenPANRB 8/2021.",
      "p-1, I, arsip: capaian 85,00% bernilai 75,00. Dasar: PermenPANRB 8/2021.",
      "p-1, II, akta: capaian 100,00% bernilai 109,00. Dasar: PermenPANRB 8/2021.",
      expect.stringContaining("3 capaian menjadi 94,63:"),
      expect.stringContaining("70% dari 94,63")
    ])
    expect(sheet.size).toBe(1)
  })

  it("names everything that is wrong: somebody not rated, an indicator twice, nothing realised; and a work plan that stands in both", async () => {
    const wrong = file(here, "L.csv", header, "p-9,I,akta,90,,,,", "p-1,I,akta,90,,,,", "p-1,I,akta,80,,,,", "p-1,II,akta,,80,,,")
    const rated = ratings("p-1,Dukcapil,,,100")
    const refused = await Effect.runPromise(Effect.flip(AppraisalRun.run(asked(rated, wrong))))
    expect(refused.message.split("\n")).toEqual([
      `${wrong}, baris 2, kolom person: ditemukan "p-9", tidak ada di ${rated}. Perbaiki, atau tambahkan di sana.`,
      `${wrong}, baris 4, kolom indicator: ditemukan "p-1, I, akta", sudah ada di baris 3. Sisakan salah satu.`,
      `${wrong}, baris 5, kolom realised: sel kosong. Isilah.`
    ])
    const both = file(here, "B.csv", header, "p-1,I,akta,90,,,,")
    const twoRated = ratings("p-1,Dukcapil,91,,100", "p-2,Dukcapil,91,,100")
    const twice = await Effect.runPromise(Effect.flip(AppraisalRun.run(asked(twoRated, both))))
    expect(twice.message).toBe(`${twoRated}, baris 2, kolom workPlan: ditemukan "91.00", padahal ${both}, baris 2 menilai pegawai yang sama. Kosongkan sel ini, atau keluarkan pegawai itu dari ${both}.`)
  })
})
