/**
 * `timbang select` from a file to a folder of results, against udsv only parsing that file.
 */
import { spawnSync } from "node:child_process"
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { once } from "node:events"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Seeded } from "@timbang/core/number"
import { pair, type Row, type Times } from "../Row.ts"
import * as Field from "../selection/field.ts"

const cli = join(import.meta.dirname, "../../../cli/src/bin.ts")
const udsv = join(import.meta.dirname, "../selection/udsv.ts")

const run = (...args: ReadonlyArray<string>): void => {
  const done = spawnSync(process.execPath, args, { encoding: "utf8" })
  if (done.status !== 0) throw new Error(`${args.join(" ")}: exit ${done.status}\n${done.stderr}`)
}

const write = async (folder: string, size: number, cells: number): Promise<void> => {
  const { cohort, formations } = Field.make(size, cells)
  const chance = Seeded.make(2024)
  writeFileSync(join(folder, "F.csv"), [
    "formation,position,education,location,category,seats",
    ...formations.map(({ category, education, formation, location, position, seats }) => [formation, position, education, location, category, seats].join(","))
  ].join("\n"))
  const out = createWriteStream(join(folder, "P.csv"))
  out.write("participant,formation,twk,tiu,tkp,skb,gpa,birthDate\n")
  let lines = ""
  for (let i = 0; i < size; i++) {
    const day = `${1985 + Seeded.below(chance, 15)}-0${1 + Seeded.below(chance, 9)}-1${Seeded.below(chance, 10)}`
    const later = `${(Seeded.below(chance, 10_000) / 100).toFixed(2)},${(2.5 + Seeded.below(chance, 150) / 100).toFixed(2)},${day}`
    const { scores } = cohort
    lines += `${cohort.participant[i]},F${cohort.formation[i]! + 1},${scores["twk"]![i]},${scores["tiu"]![i]},${scores["tkp"]![i]},${later}\n`
    if (lines.length > 1_000_000 || i === size - 1) {
      if (!out.write(lines)) await once(out, "drain")
      lines = ""
    }
  }
  out.end()
  await once(out, "finish")
}

const against = async (size: number, cells: number): Promise<Times> => {
  const folder = mkdtempSync(join(tmpdir(), "timbang-csv-"))
  try {
    await write(folder, size, cells)
    const select = () => run(cli, "select", "--rules", "cpns-2024", "--formations", join(folder, "F.csv"), "--participants", join(folder, "P.csv"), "--out", join(folder, "out"))
    return pair(select, () => run(udsv, join(folder, "P.csv")), 15)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const rows: ReadonlyArray<Row> = [
  { id: "P3-csv", work: "timbang select, 1 M rows of CSV to a folder of results, whole process", peerName: "udsv to string arrays, whole process", run: () => against(1_000_000, 25_000) }
]
