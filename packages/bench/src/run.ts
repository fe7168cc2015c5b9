/**
 * Runs every row of `rows`, or some of them.
 *
 * `npm run bench -- --only P1-floor` runs one row, `npm run bench -- B D2` all whose id begins so, and `--json FILE` writes
 * `[{ row, work, ours, peer, peerName, ratio }]` in milliseconds.
 */
import { globSync, writeFileSync } from "node:fs"
import { cpus } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import type { Row } from "./Row.ts"

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "string" }, only: { type: "string", multiple: true } }
})
const files = globSync("rows/*.ts", { cwd: import.meta.dirname }).sort()
const rows: Array<Row> = []
for (const file of files) {
  const module: { readonly rows: ReadonlyArray<Row> } = await import(join(import.meta.dirname, file))
  rows.push(...module.rows)
}
const isWanted = ({ id }: Row): boolean =>
  values.only !== undefined ? values.only.includes(id) : positionals.length === 0 || positionals.some((start) => id.startsWith(start))
const wanted = rows.filter(isWanted).sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }))
if (wanted.length === 0) {
  console.error(`no such row; the rows are ${rows.map(({ id }) => id).sort().join(", ")}`)
  process.exit(2)
}
console.log(`node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores\n`)
console.log("| row | work | ours ms | peer ms | ours / peer | peer |")
console.log("|---|---|---:|---:|---:|---|")
const measured: Array<Record<string, number | string | ReadonlyArray<string>>> = []
for (const { id, peerName, run, work } of wanted) {
  const { notes = [], oursMs, peerMs } = await run()
  const ratio = oursMs / peerMs
  measured.push({ row: id, work, ours: oursMs, peer: peerMs, peerName, ratio, ...(notes.length === 0 ? {} : { notes }) })
  console.log(`| ${id} | ${work} | ${oursMs.toFixed(2)} | ${peerMs.toFixed(2)} | ${ratio.toPrecision(3)} | ${[peerName, ...notes].join("; ")} |`)
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`)
