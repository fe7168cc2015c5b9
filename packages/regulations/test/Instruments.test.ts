import { RuleSetPath } from "@timbang/core/selection"
import { Instruments, RuleSets } from "@timbang/regulations"
import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"

const page = readFileSync(join(import.meta.dirname, "../../../docs/sources/selection.md"), "utf8")
const known = Object.values(Instruments).filter((value): value is Instruments.Instrument => typeof value === "object")
const cited = new Set(RuleSets.all.flatMap((ruleSet) => [
  ...ruleSet.sources.map(({ instrument }) => instrument),
  ...RuleSetPath.citations(ruleSet).map(({ source }) => source.instrument)
]))

describe("Instruments", () => {
  it("names every instrument that a rule set cites, once, and none that no rule set cites", () => {
    const names = known.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect([...cited].toSorted()).toEqual(names.toSorted())
  })

  it("are all in the page of sources, with their day of issue where it is known", () => {
    for (const { issued, name, year } of known.filter((instrument) => instrument !== Instruments.timbang)) {
      const row = page.split("\n").find((line) => line.startsWith(`| ${name} |`))
      expect(row, name).toBeDefined()
      expect(row, name).toContain(issued ?? (name === "SSCASN 2024" ? "2024" : `not found (${year})`))
    }
  })

  it("name in the pages of sources every regulation that any line of code cites", () => {
    const root = join(import.meta.dirname, "../../..")
    const pages = globSync("docs/sources/*.md", { cwd: root }).map((file) => readFileSync(join(root, file), "utf8")).join("\n")
    const named = /\b(?:UU|PP|Perpres|Permen[A-Za-z]+|Kepmen[A-Z]+|Peraturan BKN) \d+\/(?:19|20)\d{2}/g
    const files = globSync("packages/{core,regulations,language,testkit}/src/**/*.ts", { cwd: root })
    const cited = new Set(files.flatMap((file) => readFileSync(join(root, file), "utf8").match(named) ?? []))
    const shortOf = (name: string) => name.slice(name.indexOf(" ") + 1)
    expect(cited.size).toBeGreaterThan(50)
    expect([...cited].filter((name) => !pages.includes(name) && !pages.includes(shortOf(name))).toSorted()).toEqual([])
  })

  it("hold from their day of issue, or from the first day of their year with a note that says so", () => {
    for (const ruleSet of RuleSets.all) {
      const isNoted = ruleSet.sources.some(({ note }) => note?.includes("holds from the first day") === true)
      expect(isNoted, ruleSet.id).toBe(ruleSet.holds.from.endsWith("-01-01"))
    }
  })
})
