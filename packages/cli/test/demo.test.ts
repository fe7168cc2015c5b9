/** A part of `npm run demo`, run as the demo runs it: every command does its work, and every line fits a terminal. */
import { spawnSync } from "node:child_process"
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { expect, it } from "vitest"
import { bin, folder } from "./timbang.ts"

const here = folder()

const jambi = (module: string, code: string) => {
  const from = pathToFileURL(join(import.meta.dirname, "../../../examples/jambi", module)).href
  const done = spawnSync(process.execPath, ["--input-type=module", "-e", `import * as Part from ${JSON.stringify(from)}\n${code}`], {
    cwd: here,
    encoding: "utf8",
    env: { ...process.env, TIMBANG_PROGRAM: bin }
  })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

it("opens posts by need within a budget, on a page of 100 columns without tabs, and names files from the folder it runs in", () => {
  const done = jambi("formation.ts", `Part.run(${JSON.stringify(join(here, "formation"))})`)
  expect([done.code, done.err]).toEqual([0, ""])
  const lines = done.out.split("\n")
  expect(lines.filter((line) => line.length > 100 || line.includes("\t") || line.includes(here))).toEqual([])
  expect(lines.filter((line) => line.startsWith("$ npm run -s timbang -- "))).toHaveLength(9)
  expect(lines).toContain("Diusulkan 33, ditetapkan 31, dibuka 31.")
  expect(readdirSync(join(here, "formation"))).toEqual(expect.arrayContaining(["F-pns.csv", "F-pppk.csv"]))
})

it("breaks what is widest between words, and keeps an option beside its value", () => {
  const rows = [["unit", "Perencana dan analis ekonomi", "n"], ["Kota Sungai Penuh", "dua tiga empat", "12"]].map((row) => row.join("\t")).join("\n")
  const done = jambi("page.ts", `console.log(Part.laid(${JSON.stringify(`${rows}\n  satu dua tiga empat lima enam tujuh delapan`)}, 34)); console.log(Part.command(["a", "b", "--option", "value", "--name", "dua kata"], 40))`)
  expect(done.out.trimEnd().split("\n")).toEqual([
    "unit               Perencana     n",
    "                   dan analis",
    "                   ekonomi",
    "Kota Sungai Penuh  dua tiga     12",
    "                   empat",
    "  satu dua tiga empat lima enam",
    "    tujuh delapan",
    "$ npm run -s timbang -- a b \\",
    "    --option value --name \"dua kata\""
  ])
})
