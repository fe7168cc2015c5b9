import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { run } from "./inProcess.ts"
import { file, folder } from "./timbang.ts"

const here = folder()
const taken = file(here, "taken.txt", "mine")

/** What is said of a command line that cannot be read. */
const said = async (...args: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
  const { err, out, refusal } = await run(...args)
  expect([out, refusal]).toEqual(["", "Help requested"])
  return err.trimEnd().split("\n")
}

describe("a command line that cannot be read", () => {
  it("is told in Indonesian and English, with a hint, and without the whole help", async () => {
    expect(await said("survey", "index", "--responses", "R.csv", "--weights", "0.2")).toEqual([
      '--weights: ditemukan "0.2". Yang diterima: 1/9, 0.111, 0.11.',
      '--weights: found "0.2". Accepted: 1/9, 0.111, 0.11.',
      "Petunjuk / Help: timbang survey index --help"
    ])
  })

  it.each([
    ["id", ["--fewest: ditemukan \"two\". Yang diterima: bilangan bulat.", "Petunjuk: timbang survey index --help"]],
    ["en", ["--fewest: found \"two\". Accepted: a whole number.", "Help: timbang survey index --help"]]
  ])("is told in the language that it asks for: %s", async (language, expected) => {
    expect(await said("survey", "index", "--responses", "R.csv", "--fewest", "two", "--lang", language)).toEqual(expected)
  })

  it.each<[string, ReadonlyArray<string>, ReadonlyArray<string>]>([
    ["an option that must be given, with what it is for", ["raters", "--lang", "en"], ["--scores: must be given.", "  CSV/XLSX: person, rater, score; boleh/optional group; timbang template scores"]],
    ["an argument that must be given", ["explain", "--lang", "en"], ["<folder>: must be given.", "  Folder hasil dari select / a folder that select wrote"]],
    ["every unknown option, with the nearest", ["appraise", "--rating", "A.csv", "--bogus", "--lang", "en"], ["--rating: not an option of timbang appraise. Did you mean --ratings?", "--bogus: not an option of timbang appraise."]],
    ["an unknown subcommand", ["measure", "cours", "--lang=en"], ['timbang measure: there is no command "cours". Did you mean course?']],
    ["words that belong to nothing", ["template", "a", "b", "--lang", "en"], ['timbang template: found "b", which is no part of this command. The value of an option follows its name.']],
    ["an option without its value", ["survey", "index", "--lang", "en", "--target"], ["--target: has no value. Accepted: a number with a decimal point."]],
    ["an option given twice", ["appraise", "--ratings", "A", "--ratings", "B", "--lang", "en"], ["--ratings: found 2 times. Give it once."]],
    ["a word that an argument does not know", ["career", "plans", "--lang", "en"], [expect.stringContaining('<KIND>: found "plans". Accepted: absence, low-performance')]],
    ["a number outside its bounds", ["needs", "analyse", "--matrix", "M", "--criteria", "C", "--draws", "1", "--lang", "en"], ['--draws: found "1". Accepted: 2 - 131072.']],
    ["a file in the place of a folder", ["evaluate", "--before", taken, "--after", here, "--selection", here, "--out", "x", "--lang", "en"], [`--before: "${taken}" is not a folder. Name a folder.`]],
    ["a place under a file", ["survey", "index", "--responses", "R", "--out", join(taken, "sub"), "--lang", "en"], [`--out: "${join(taken, "sub")}" cannot be reached, for "${taken}" is not a folder that may be opened. Name another place.`]],
    ["a name that is too long", ["audit", "a".repeat(300), "--lang", "en"], [`<log>: "${"a".repeat(300)}": the name is too long; choose a shorter one.`]],
    ["a word that a flag of every command does not know", ["survey", "index", "--responses", "R", "--log-level", "loud", "--lang", "en"], [expect.stringContaining('--log-level: found "loud". Accepted: all, trace, debug')]]
  ])("names %s", async (_, args, expected) => {
    expect((await said(...args)).slice(0, expected.length)).toEqual(expected)
  })
})
