/**
 * The needs part of the demo: what staff the conditions of Jambi's eleven regencies ask for, how sure every rank is, what
 * two scenarios move, and a report on one page.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { say } from "./page.ts"
import { show, timbang } from "./timbang.ts"

const posts = "1500"

/** Runs the part and leaves its files in `folder`. */
export const run = (folder: string): void => {
  say("KEBUTUHAN / NEEDS")
  say("Angka nyata BPS dan SSGI 2021 untuk sebelas kabupaten dan kota; beban kerja KARANGAN, dibuat dari jumlah penduduk.")
  const jambi = join(import.meta.dirname, "needs")
  const out = join(folder, "needs")
  const model = ["--model", join(jambi, "jambi.yaml"), "--data", join(jambi, "data")]
  const dictionary = ["--dictionary", join(jambi, "kamus-usulan.csv"), "--dictionary-source", "Kamus usulan contoh (karangan)", "--on", "2022-01-03"]
  timbang(["voice", "choose", "--proposals", join(jambi, "usulan.csv"), ...dictionary, "--out", join(folder, "voice")])
  const voice = ["--voice", join(folder, "voice/voice.csv")]
  const table = timbang(["needs", "score", ...model, ...voice, "--out", out, "--seats", posts])
  const rows = table.trimEnd().split("\n")
  const beside = rows.findIndex((row) => row.startsWith("urusan\t"))
  say(rows.slice(0, beside).join("\n"))
  say("\nUsulan warga KARANGAN, di samping kebutuhan dan tidak di dalamnya:")
  say(rows.slice(beside, -1).join("\n"))
  say(rows.at(-1)!)
  say("\nYang dikoreksi pembaca berkas:")
  for (const line of linesOf(join(out, "notes.csv"))) say(`  ${line.split(",").slice(2).join(",").replaceAll("\"", "")}`)

  const scenarios = ["pertumbuhan-naik", "kemiskinan-naik"].map((name) => join(jambi, "scenarios", `${name}.yaml`))
  const answers = join(folder, "scenarios")
  const said = timbang(["scenario", "run", out, ...scenarios, "--out", answers, "--seats", posts]).trimEnd().split("\n")
  const titles = new Map(Array.from(readFileSync(join(jambi, "jambi.yaml"), "utf8").matchAll(/\{ id: ([\w-]+), title: ([^,}]+) \}/g), ([, id, title]) => [id, title]))
  const moved = linesOf(join(answers, "posts.csv")).map((line) => line.split(","))
  for (const title of said.filter((line) => !line.startsWith(" "))) {
    const sums = new Map<string, number>()
    for (const [scenario, , family, , , change] of moved) {
      if (title.startsWith(`${scenario}:`)) sums.set(family!, (sums.get(family!) ?? 0) + Number(change))
    }
    say(`\n${title}`)
    say(`  dari ${posts} formasi berpindah: ${[...sums].map(([family, change]) => `${titles.get(family) ?? family} ${change > 0 ? "+" : ""}${change}`).join(", ")}`)
    const from = said.indexOf(title) + 1
    const own = said.slice(from, said.findIndex((line, at) => at >= from && !line.startsWith(" ")) >>> 0)
    const largest = own.filter((line) => line.includes("karena")).sort((a, b) => changeOf(b) - changeOf(a))
    for (const line of largest.slice(0, 2)) say(line)
  }

  show(["report", "needs", out, "--out", join(folder, "needs.html"), "--xlsx"])
}

/** The number in `(+0,18)`. */
const changeOf = (line: string): number => Number(/\(\+?([-\d,]+)\)/.exec(line)?.[1]?.replace(",", ".") ?? 0)

const linesOf = (file: string): ReadonlyArray<string> => readFileSync(file, "utf8").trim().split("\n").slice(1)
