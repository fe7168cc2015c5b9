import { mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { ReportFile } from "@timbang/report"
import { RuleSets } from "@timbang/regulations"
import { type Column, FormationsFile, Table, Template } from "@timbang/source-files"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import * as EvaluationFolder from "../src/evaluation/EvaluationFolder.ts"
import { templates } from "../src/Templates.ts"
import { run } from "./inProcess.ts"
import { folder } from "./timbang.ts"

const here = folder()

/** The path of a template as `timbang template` writes it. */
const of = (name: string, columns: Column.Columns = templates[name]!, file = name): string => {
  const path = join(here, `${file}.csv`)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, Template.csv(columns))
  return path
}

/** Claims of one position, as two ways of sharing need them. */
const claimed = () => of("claims", { ...templates["claims"], position: { ...templates["claims"]!["position"]!, sample: "Perawat Ahli Pertama" } }, "claims-by-position")

const appraise = (law: string, ...args: ReadonlyArray<string>) => ["appraise", "--law", law, "--on", "2026-06-30", ...args]
const career = (kind: string, ...args: ReadonlyArray<string>) => ["career", kind, "--records", of(`career/${kind}`), "--on", "2026-06-30", ...args]
const index = (name: string) => ["needs", "index", "--ready", name, "--on", name === "idm" ? "2017-06-30" : "2026-06-30", "--data", of(`index-${name}`)]
const workload = (norms: string, ...args: ReadonlyArray<string>) => ["needs", "workload", "--norms", norms, "--input", of(`workload-${norms}`), ...args]
const survey = (...args: ReadonlyArray<string>) => ["survey", "index", "--responses", of("responses"), ...args]
const voice = (...args: ReadonlyArray<string>) => ["voice", "choose", "--proposals", of("proposals"), "--budget", "1000000000", ...args]
const analyse = (...args: ReadonlyArray<string>) => ["needs", "analyse", "--matrix", of("matrix"), "--criteria", of("criteria"), ...args]

/** The check of the application of the template, whose formation is the one of the template under the rules. */
const eligibility = (...args: ReadonlyArray<string>) => [
  "eligibility", "--rules", "cpns-2024", "--supply", "requirements.ipk.minimum=2750", "--supply-source", "Pengumuman 1/2024",
  "--formations", of("formations", FormationsFile.columnsOf(RuleSets.cpns2024)), "--applications", of("applications"), ...args
]

/** The folder of a survey of one service. */
const surveyed = () => {
  const out = join(here, "survey-of-a-service")
  mkdirSync(out, { recursive: true })
  const facts = { agency: "", period: "2025", on: "2026-01-20", standing: { _tag: "simulasi" }, surveys: [], hidden: [templates["appraisal/services"]!["service"]!.sample], comparisons: [], funnels: [], courses: [] } as const
  writeFileSync(join(out, "performance.json"), ReportFile.write("performance", facts))
  return out
}

/** The command that takes each template, with everything else that it asks for. */
const commands: Readonly<Record<string, () => ReadonlyArray<string>>> = {
  ratings: () => appraise("permenpanrb-6-2022", "--ratings", of("ratings")),
  "ratings-with-achievements": () => commands["achievements"]!(),
  "appraisal/services": () => appraise("permenpanrb-6-2022", "--ratings", of("ratings"), "--survey", surveyed(), "--services", of("appraisal/services")),
  "appraisal/organisations": () => appraise("permenpanrb-6-2022", "--ratings", of("ratings"), "--organisations", of("appraisal/organisations")),
  "appraisal/days": () => appraise("permenpanrb-6-2022", "--ratings", of("ratings"), "--days", of("appraisal/days"), "--holidays", of("career/holidays")),
  recap: () => appraise("permenpanrb-6-2022", "--recap", of("recap")),
  "ratings-earlier-law": () => appraise("pp-30-2019", "--ratings", of("ratings-earlier-law")),
  achievements: () => appraise("permenpanrb-8-2021", "--ratings", of("ratings-with-achievements"), "--achievements", of("achievements")),
  scores: () => ["raters", "--scores", of("scores"), "--group", "rekan=1"],
  measures: () => ["measure", "course", "--measures", of("measures")],
  answers: () => ["measure", "rank", "--answers", of("answers")],
  tests: () => ["rules", "announce", "cpns-2024", "--tests", of("tests"), "--agency-kind", "daerah", "--announcement", "Pengumuman 1/2024"],
  applications: () => eligibility(),
  findings: () => eligibility("--findings", of("findings")),
  programmes: () => eligibility("--programmes", of("programmes")),
  register: () => eligibility("--register", of("register")),
  "career/absence": () => career("absence"),
  "career/holidays": () => career("absence", "--holidays", of("career/holidays")),
  "career/low-performance": () => career("low-performance"),
  "career/probation": () => career("probation"),
  "career/renewal": () => career("renewal"),
  "career/credit-points": () => career("credit-points"),
  "career/promotion": () => career("promotion"),
  "career/professionalism": () => career("professionalism"),
  "career/nine-box": () => career("nine-box", "--potential-middle", "50", "--potential-high", "75"),
  responses: () => survey(),
  words: () => survey("--words", of("words")),
  complaints: () => survey("--complaints", of("complaints")),
  margins: () => survey("--margins", of("margins")),
  proposals: () => voice(),
  ballots: () => voice("--ballots", of("ballots")),
  villages: () => voice("--villages", of("villages")),
  dictionary: () => voice("--villages", of("villages"), "--dictionary", of("dictionary"), "--dictionary-source", "Perbup 1/2026", "--on", "2026-06-30"),
  matrix: () => analyse(),
  criteria: () => analyse(),
  comparisons: () => analyse("--weights", "ahp", "--comparisons", of("comparisons")),
  "workload-abk": () => workload("abk"),
  "workload-abk-kes": () => workload("abk-kes"),
  "workload-wisn": () => workload("wisn"),
  "workload-teachers": () => workload("teachers"),
  projection: () => workload("abk", "--project", of("projection"), "--from", "2026"),
  minimum: () => ["needs", "minimum", "--input", of("minimum"), "--on", "2018-06-30"],
  "minimum-required": () => ["needs", "minimum", "--input", of("minimum"), "--required", of("minimum-required"), "--required-source", "Perbup 1/2026"],
  "ratio-count": () => ["needs", "ratio", "--kind", "extension-workers", "--input", of("ratio-count")],
  "ratio-score": () => ["needs", "ratio", "--kind", "satpol", "--input", of("ratio-score")],
  "ratio-bands": () => ["needs", "ratio", "--kind", "satpol", "--input", of("ratio-score"), "--bands", of("ratio-bands"), "--bands-source", "Perbup 1/2026"],
  claims: () => ["allocate", "--claims", of("claims"), "--seats", "3"],
  cells: () => ["allocate", "--cells", of("cells"), "--seats", "3", "--years", "2026,2027"],
  policy: () => ["allocate", "--cells", of("cells"), "--seats", "3", "--policy", of("policy"), "--policy-source", "Perbup 1/2026"],
  "post-margins": () => ["allocate", "--claims", claimed(), "--margins", of("post-margins")],
  budget: () => ["allocate", "--claims", of("claims"), "--budget", of("budget"), "--on", "2026-06-30"],
  allocation: () => commands["positions"]!(),
  positions: () => ["formations", "--allocation", of("allocation"), "--positions", of("positions"), "--on", "2026-06-30"],
  decree: () => ["formations", "--allocation", of("allocation"), "--positions", of("positions"), "--decree", of("decree")],
  ...Object.fromEntries(Object.keys(templates).filter((name) => name.startsWith("index-")).map((name) => [name, () => index(name.slice("index-".length))]))
}

/** Templates of a model of needs, of a scenario and of the folders of an evaluation: what reads them needs more than files. Objections are read where they are published, decisions where a storage is. */
const elsewhere = ["needs/figures", "needs/workload", "voice", "bounds", "need-adjustments", "objections", "decisions"]

describe("templates", () => {
  it("each have a command here, so that none is forgotten", () => {
    expect(Object.keys(templates).filter((name) => commands[name] === undefined && !elsewhere.includes(name) && !/^(before|after)\//.test(name))).toEqual([])
  })

  it.each(Object.keys(templates))("%s is read without a word by its own columns", async (name) => {
    const { corrections } = await Effect.runPromise(Table.read(of(name), templates[name]!))
    expect(corrections).toEqual([])
  })

  it.each(Object.entries(commands))("%s is taken by its own command", async (name, args) => {
    expect((await run(...args(), "--out", join(here, "out", name))).refusal).toBe("")
  })

  it("of an evaluation are read together, as the folders before and after", async () => {
    for (const name of Object.keys(templates).filter((each) => /^(before|after)\//.test(each))) of(name)
    expect((await Effect.runPromise(EvaluationFolder.read({ before: join(here, "before"), after: join(here, "after") }, "en"))).unread).toEqual([])
  })
})
