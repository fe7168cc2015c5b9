import { spawn } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { run } from "../../inProcess.ts"
import { bin, file, folder, timbang } from "../../timbang.ts"

const here = folder()
const out = (name: string) => join(here, name)
const answers = (name: string) =>
  Object.fromEntries(readFileSync(join(here, name, "answers.csv"), "utf8").trim().split("\n").slice(1).map((line) => {
    const [id, , , answer] = line.split(",")
    return [id, answer]
  }))

const proposals = file(
  here,
  "usulan.csv",
  "proposal,title,cost,village,supportedBy,kind,unit,volume,channel,service,state,reason",
  "hall,Aula,860000,Kota Baru,,aula,unit,1,musrenbang,,,",
  "bridge,Jembatan,400000,Tanjung,Tanjung|Rambut|Lubuk,jembatan,unit,1,musrenbang,,,",
  "posyandu,Posyandu,120000,Rambut,Tanjung|Rambut,posyandu,unit,1,musrenbang,,,",
  "well,Sumur,90000,Lubuk,Tanjung|Lubuk,sumur,unit,1,musrenbang,,,",
  "jetty,Dermaga,150000,Rambut,Rambut|Lubuk,dermaga,unit,1,musrenbang,,,",
  "jetty-2,Dermaga,155000,Rambut,,dermaga,unit,2,pokir,,cancelled,sudah diusulkan",
  "midwife,Bidan malam,,Lubuk,,,,,musrenbang,bidan,,",
  "airport,Bandara,90000000,Lubuk,,bandara,unit,1,pokir,,,"
)
const villages = file(here, "V.csv", "village,population", "Kota Baru,9000", "Tanjung,2500", "Rambut,2100", "Lubuk,1400")

describe("timbang voice choose", () => {
  const done = timbang("voice", "choose", "--proposals", proposals, "--villages", villages, "--weights", "villages-by-population", "--cap", "1/2", "--budget", "1000000", "--rule", "equal-shares", "--completion", "add1", "--out", out("v"))

  it("answers every proposal: in, not and why, without cost, beyond the budget, withdrawn", () => {
    expect(done.code).toBe(0)
    expect(answers("v")).toEqual({
      hall: "out",
      bridge: "in",
      posyandu: "in",
      well: "in",
      jetty: "out",
      "jetty-2": "withdrawn",
      midwife: "not-priced",
      airport: "beyond-budget"
    })
    expect(done.out).toContain("3 dari 8 usulan masuk, seharga 610000 dari 1000000.")
  })

  it("says the standing, the weights, the cap and which proposals ask for the same", () => {
    for (const part of ["SIMULASI", "Bappeda", "bobot menurut jumlah penduduk", "Kota Baru dihitung 7500, bukan 9000", "jetty, jetty-2 meminta hal yang sama dengan volume berbeda"]) {
      expect(done.err).toContain(part)
    }
    const choice = JSON.parse(readFileSync(join(out("v"), "choice.json"), "utf8"))
    expect(choice).toMatchObject({ standing: { _tag: "simulasi" }, rule: "equal-shares", completion: { name: "add1" }, spent: "610000" })
  })

  it("chooses greedily from ballots, and says what took the room", () => {
    const ballots = file(here, "B.csv", "approves,count", "hall,6", "well|posyandu,4", "posyandu,1")
    const greedy = timbang("voice", "choose", "--proposals", proposals, "--ballots", ballots, "--budget", "900000", "--rule", "greedy", "--lang", "en", "--format", "csv")
    expect(greedy.code).toBe(0)
    expect(greedy.out).toContain('hall,Aula,860000,in,1,6,"in, place 1, with 6 votes"')
    expect(greedy.out).toContain('well,Sumur,90000,out,,4,"not in: 40000 of 90000 were left at its turn, after hall"')
  })

  it("asks for a draw only where it changes what is chosen, and takes it back", () => {
    const two = file(here, "two.csv", "proposal,cost", "a,60", "b,60", "c,40")
    const ballots = file(here, "two-B.csv", "approves", "a|b", "a|b", "c")
    const run = (budget: string, ...more: ReadonlyArray<string>) =>
      timbang("voice", "choose", "--proposals", two, "--ballots", ballots, "--budget", budget, "--completion", "none", ...more)
    const open = run("90", "--out", out("open"))
    expect([open.code, existsSync(out("open")), open.err.includes("--lots a,b")]).toEqual([2, false, true])
    expect(run("90", "--lots", "b,a", "--format", "json").out).toContain('"chosen": [\n    "b"')
    const free = run("300")
    expect([free.code, free.err.includes("a, b seimbang")]).toEqual([0, true])
  })

  it("makes the share of voice by a dated dictionary, counts what it does not name, and asks for no draw", () => {
    const dictionary = file(here, "kamus.csv", "kind,sector,from,until", "jembatan,roads,2026-01-01,", "posyandu,social,2025-01-01,2025-12-31", "posyandu,health,2026-01-01,", "dermaga,roads,2025-01-01,")
    const said = ["voice", "choose", "--proposals", proposals, "--dictionary", dictionary, "--dictionary-source", "Kamus contoh"]
    const heard = timbang(...said, "--on", "2026-03-02", "--out", out("heard"))
    expect([heard.code, heard.err.includes("sumur: tidak ada dalam kamus pada hari itu; well dihitung")]).toEqual([0, true])
    expect(readFileSync(join(out("heard"), "voice.csv"), "utf8").trim().split("\n").map((line) => line.split(",").slice(0, 5).join())).toEqual([
      "unit,sector,proposals,of,share", ",bidan,1,4,0.250000", ",health,1,4,0.250000", ",roads,2,4,0.500000", ",,3,4,"
    ])
    expect(readFileSync(join(out("heard"), "unmapped.csv"), "utf8")).toBe("kind,count,proposals\naula,1,hall\nbandara,1,airport\nsumur,1,well\n")
    const refused = timbang(...said.slice(0, -2), "--budget", "1")
    expect([refused.code, refused.err.includes("--dictionary-source")]).toEqual([2, true])
  })

  it("refuses a ballot for a proposal that is not there, with its row", () => {
    const ballots = file(here, "bad-B.csv", "approves", "hall", "tower")
    const refused = timbang("voice", "choose", "--proposals", proposals, "--ballots", ballots, "--budget", "1")
    expect([refused.code, refused.err.includes("baris 3, kolom approves")]).toEqual([2, true])
  })

  it("refuses a .pb of points until somebody names how to read it, then says what was read", () => {
    const pb = file(here, "P.pb", "META", "key;value", "budget;10", "vote_type;cumulative", "PROJECTS", "project_id;cost;name", "a;6;A", "b;5;B", "VOTES", "voter_id;vote;points", "1;a,b;3,0", "2;a;1")
    const open = timbang("voice", "choose", "--pb", pb)
    expect([open.code, open.err.includes("--read-as approvals"), open.err.includes("cumulative")]).toEqual([2, true, true])
    const named = timbang("voice", "choose", "--pb", pb, "--read-as", "approvals", "--format", "json")
    expect([named.code, named.err.includes("cumulative"), JSON.parse(named.out).chosen]).toEqual([0, true, ["a"]])
    expect(JSON.parse(named.out)).toMatchObject({ voteType: "cumulative", readAs: "approvals" })
  })

  it("stops at once when it is interrupted or ended, and leaves nothing behind", async () => {
    // Hundreds of villages with ever so many proposals: a choice of minutes.
    const ids = Array.from({ length: 300 }, (_, i) => `U${i}`)
    const many = file(here, "many.csv", "proposal,cost", ...ids.map((id, i) => `${id},${(10 + i * 37 % 491) * 1_000_000 + i}`))
    const votes = file(here, "many-B.csv", "approves", ...Array.from({ length: 200 }, (_, v) => ids.filter((_, i) => (i * 7 + v * 13) % 41 < 2).join("|")))
    const stopped = async (signal: "SIGINT" | "SIGTERM") => {
      const child = spawn(process.execPath, [bin, "voice", "choose", "--proposals", many, "--ballots", votes, "--budget", "20000000000", "--lots", ids.join(","), "--out", out("stopped")], { stdio: "ignore" })
      await new Promise((resolve) => setTimeout(resolve, 6000))
      expect(child.exitCode).toBe(null)
      child.kill(signal)
      return new Promise((resolve) => child.on("exit", resolve))
    }
    expect(await Promise.all([stopped("SIGINT"), stopped("SIGTERM")])).toEqual([130, 130])
    expect(readdirSync(here).filter((name) => name.includes("stopped"))).toEqual([])
  })

  const assen = join(import.meta.dirname, "../../../../../../shared/data/pb/Netherlands_Assen_2024.pb")
  it.skipIf(!existsSync(assen))("reproduces the official outcome of Assen 2024 from its .pb file (skipped where the file is not beside the project)", () => {
    const official = timbang("voice", "choose", "--pb", assen, "--rule", "equal-shares", "--completion", "add1", "--format", "json")
    expect(official.code).toBe(0)
    expect(JSON.parse(official.out).chosen.toSorted()).toEqual(["11", "12", "13", "14", "2", "3", "5", "6", "9"])
  })
})

describe("timbang voice choose refuses in words", () => {
  it.each([
    ["a lot that is no proposal", ["--lots", "well,Q"], '--lots: ditemukan "Q", tidak ada dalam masukan. Yang ada: hall, bridge, posyandu, well, jetty, jetty-2, midwife, airport.'],
    ["a cap above the whole", ["--cap", "2"], '--cap: ditemukan "2". Tulis seperti --cap 1/5 (0 < cap <= 1).'],
    ["a dictionary without its document", ["--dictionary", "kamus.csv"], "--dictionary memerlukan --dictionary-source: dokumen yang menetapkan kamus itu."],
    ["ballots beside a .pb", ["--ballots", "B.csv", "--pb", "E.pb"], "--ballots atau --pb atau --villages: berikan tepat satu di antaranya."]
  ])("%s", async (_, more, expected) => {
    const args = ["--proposals", proposals, "--villages", villages, "--budget", "1000", "--out", out("refused")]
    expect((await run("voice", "choose", ...args, ...more)).refusal).toBe(expected)
    expect(existsSync(out("refused"))).toBe(false)
  })
})
