import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { run } from "../inProcess.ts"
import { file, folder } from "../timbang.ts"

const here = folder()
const at = (name: string, ...lines: ReadonlyArray<string>) => file(here, name, ...lines)

/** Row and column of each fault told. */
const places = async (...args: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
  const { refusal } = await run(...args, "--lang", "en")
  return refusal.split("\n").map((line) => /row (\d+), column ([\w ]+)/.exec(line)?.slice(1).join(" ") ?? line)
}

describe("a file is told in one round what is wrong with its cells and with what it says beside another file", () => {
  it("leavers", async () => {
    const work = at("w.csv", "unit,position,level,hours,classes,onHand", "A,p,VII,4,12,1", "B,p,VII,4,12,")
    const leaving = at("l.csv", "unit,position,retiring2026", "A,p,-1", "C,p,1", "B,p,1", ",p,1")
    expect(await places("needs", "workload", "--norms", "teachers", "--input", work, "--on", "2026-01-02", "--project", leaving)).toEqual(["2 retiring2026", "3 position", "4 position", "5 unit"])
  })

  it("claims beside margins, and posts before beside claims", async () => {
    const margins = at("m.csv", "unit,position,seats", "A,,1", ",f,1")
    const claims = at("c.csv", "unit,position,claim,min", "A,f,x,", "B,f,1,", "A,g,1,2", ",f,1,")
    expect(await places("allocate", "--claims", claims, "--margins", margins)).toEqual(["2 claim", "3 unit", "4 position", "4 min", "5 unit"])
    const before = at("b.csv", "unit,seats", "A,x", "Z,1")
    expect(await places("allocate", "--claims", at("c2.csv", "unit,claim", "A,1"), "--seats", "1", "--previous", before, "--pace", "0.1")).toEqual(["2 seats", "3 unit"])
  })

  it("bounds beside the model of a scenario", async () => {
    const jambi = join(import.meta.dirname, "../../../../examples/jambi/needs")
    const bounds = at("bo.csv", "unit,jobFamily,min,max", "1571,teacher,x,", "1599,guruu,1,", "1571,engineer,3,2")
    const scenario = join(jambi, "scenarios/kemiskinan-naik.yaml")
    expect(await places("scenario", "run", join(jambi, "jambi.yaml"), scenario, "--data", join(jambi, "data"), "--seats", "10", "--bounds", bounds, "--out", join(here, "out2"))).toEqual(["2 min", "3 unit", "3 jobFamily", "4 max"])
  })

  it("staff beside the minimums of a day, and voice beside a model", async () => {
    const staff = at("s.csv", "unit,place,inpatient,kind,asn", "P,desa,RI,perawat,x", "P,desa,RI,sopir,1", "Q,kotaa,RI,bidan,1")
    expect(await places("needs", "minimum", "--input", staff, "--on", "2018-01-02")).toEqual(["2 asn", "3 kind", "4 place"])
    const jambi = join(import.meta.dirname, "../../../../examples/jambi/needs")
    const voice = at("v.csv", "unit,sector,proposals,of,dictionary,on", ",pasar,x,1,K,2026-01-02", "1599,social,1,1,K,2026-01-02")
    expect(await places("needs", "score", "--model", join(jambi, "jambi.yaml"), "--data", join(jambi, "data"), "--voice", voice, "--out", join(here, "out"))).toEqual(["2 proposals", "2 sector", "3 unit"])
  })
})
