import { Fault } from "@timbang/core/input"
import * as Files from "@timbang/source-files"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"

type Read = (input: { readonly file: string; readonly bytes: Uint8Array }) => Effect.Effect<unknown, Fault.InputRefused>

/** A file with a cell that cannot be read and a fault that only the whole shows, and what is said of it. */
const files: Readonly<Record<string, readonly [read: Read, lines: ReadonlyArray<string>, faults: ReadonlyArray<string>]>> = {
  ballots: [(one) => Files.BallotsFile.read(one, { ids: ["U1"], file: "P.csv" }), ["approves,count", "U1,0", "U2,1"], ["OutOfRange 2 count", "NotListed 3 approves"]],
  villages: [(one) => Files.VillagesFile.read(one, { ids: ["U1"], file: "P.csv" }), ["village,population,approves", "A,0,U2"], ["OutOfRange 2 population", "NotListed 2 approves"]],
  decisions: [Files.DecisionsFile.read, ["proposal,act,desk,into,reason", "U-1,lain,,,a", "U-1,joined,,,b", "U-2,accepted,,,c", "U-2,hidden,,,"], ["UnknownCode 2 act", "CellNeeded 3 into", "CellNeeded 4 desk", "CellMissing 5 reason"]],
  proposals: [Files.ProposalsFile.read, ["proposal,cost,state,reason", "U1,-5,rejected,"], ["OutOfRange 2 cost", "CellMissing 2 reason"]],
  dictionary: [Files.DictionaryFile.read, ["kind,sector,from,until", "a,s,2026-02-30,", "a,s,2026-01-01,", "b,s,2026-01-01,2025-01-01"], ["NotADay 2 from", "OutOfRange 4 until"]],
  voice: [Files.VoiceFile.read, ["unit,sector,proposals,of,dictionary,on", ",a,x,3,K,2026-01-01", ",b,2,3,K,2026-01-02"], ["NotANumber 2 proposals", "UnknownCode 3 on"]],
  claims: [Files.ClaimsFile.read, ["unit,claim,min,max", "A,x,,", "A,1,3,2", ",2,,", ",3,,"], ["NotANumber 2 claim", "Duplicate 3 unit", "OutOfRange 3 max", "CellMissing 4 unit", "CellMissing 5 unit"]],
  cells: [(one) => Files.CellsFile.read(one, []), ["unit,position,need,onHand", "A,p,-1,0", "A,p,1,0", ",p,1,0", ",p,1,0"], ["OutOfRange 2 need", "Duplicate 3 position", "CellMissing 4 unit", "CellMissing 5 unit"]],
  leavers: [(one) => Files.ProjectionFile.read(one, [2027]), ["unit,position,retiring2027", "A,p,-1", "A,p,1"], ["OutOfRange 2 retiring2027", "Duplicate 3 position"]],
  bounds: [Files.BoundsFile.read, ["unit,jobFamily,min,max", "A,f,x,", "A,g,3,2"], ["NotANumber 2 min", "OutOfRange 3 max"]],
  allocation: [Files.AllocationFile.read, ["unit,seats", "A,x", "A,1"], ["NotANumber 2 seats", "Duplicate 3 unit"]],
  decree: [Files.DecreeFile.read, ["number,day,position,seats", ",2026-01-01,p,1", "N1,2026-01-01,p,x", "N2,2026-01-02,p,1"], ["CellMissing 2 number", "NotANumber 3 seats", "UnknownCode 4 number", "UnknownCode 4 day"]],
  positions: [Files.PositionsFile.read, ["unit,position,education,asn,withheld,reason", "A,p,Ners,pnz,2,"], ["UnknownCode 2 asn", "CellMissing 2 reason"]],
  margins: [Files.PostMarginsFile.read, ["unit,position,seats", "A,,x", "A,,1"], ["NotANumber 2 seats", "Duplicate 3 unit"]],
  budget: [(one) => Files.BudgetFile.read(one, []), ["item,amount", "spending,x", "personnel,1", "freed,1"], ["NotANumber 2 amount", "CellMissing 5 item = costPerPost"]],
  comparisons: [(one) => Files.ComparisonsFile.read(one, ["a", "b"]), ["more,less,times", ",b,2", "a,b,0", "b,a,2"], ["CellMissing 2 more", "NotAbove 3 times", "Duplicate 4 less"]],
  staff: [Files.MinimumFile.readStaff, ["unit,place,inpatient,kind,asn", "A,desa,RI,perawat,x", "A,kota,RI,bidan,1", "A,desaa,RI,gizi,1"], ["NotANumber 2 asn", "UnknownCode 3 place", "UnknownCode 4 place"]],
  required: [Files.MinimumFile.readRequired, ["place,inpatient,kind,required", "desa,RI,perawat,x", "desa,RI,Perawat,1"], ["NotANumber 2 required", "Duplicate 3 kind"]],
  scores: [(one) => Files.RatioFile.readScored(one, [400]), ["unit,indicator,weight,score", "A,i,x,400", "A,i,50,300"], ["NotANumber 2 weight", "Duplicate 3 indicator", "UnknownCode 3 score"]],
  bands: [Files.RatioFile.readBands, ["above,upTo,least,most", "x,5,1,2", "10,5,1,2", "20,30,5,2"], ["NotANumber 2 above", "OutOfRange 3 upTo", "OutOfRange 4 most"]],
  abk: [(one) => Files.WorkloadFile.read(one, "abk"), ["unit,position,onHand,method,task,load,norm", "A,p,-1,task,t,1,0", "A,p,,task,t,x,1", ",p,,output,t,1,0"], ["OutOfRange 2 onHand", "NotAbove 2 norm", "NotANumber 3 load", "CellMissing 4 unit", "NotAbove 4 norm"]],
  "abk-kes": [(one) => Files.WorkloadFile.read(one, "abk-kes"), ["unit,position,kind,task,load,norm", "A,p,main,t,x,0", "A,p,support,t,1,0"], ["NotANumber 2 load", "NotAbove 2 norm"]],
  wisn: [(one) => Files.WorkloadFile.read(one, "wisn"), ["unit,position,kind,task,load,norm,per,workingDays,hoursPerDay", "A,p,activity,t,,0,,x,0", "A,p,category-allowance,t,,1,,,"], ["NotANumber 2 workingDays", "CellMissing 2 load", "NotAbove 2 hoursPerDay", "NotAbove 2 norm", "CellMissing 3 per"]],
  matrix: [(one) => Files.MatrixFile.read(one, [{ id: "a" }, { id: "b" }]), ["unit,a,b", "A,x,1", "A,2,1"], ["ColumnConstant 1 b", "NotANumber 2 a", "Duplicate 3 unit"]]
}

const said = (fault: Fault.Fault): string => `${fault._tag} ${"row" in fault ? fault.row : ""} ${"column" in fault ? fault.column : ""}`

describe("a file that is at fault in a cell and as a whole", () => {
  it.each(Object.keys(files))("%s: names both at once, and nothing that follows from a refused cell", async (name) => {
    const [read, lines, expected] = files[name]!
    const refused = await Effect.runPromise(Effect.flip(read({ file: "F.csv", bytes: new TextEncoder().encode(`${lines.join("\n")}\n`) })))
    expect(refused.faults.map(said).toSorted()).toEqual(expected.toSorted())
  })

  it(".pb: names faults of all three blocks", async () => {
    const lines = ["META", "key;value", "vote_type;approval", "PROJECTS", "project_id;cost", "a;x", "VOTES", "voter_id;vote", "v;"]
    const refused = await Effect.runPromise(Effect.flip(Files.PbFile.read({ file: "E.pb", bytes: new TextEncoder().encode(lines.join("\n")) })))
    expect(refused.faults.map(said)).toEqual(["NotANumber 6 cost", "CellMissing 2 budget"])
  })
})
