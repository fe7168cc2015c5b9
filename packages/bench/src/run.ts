/**
 * Runs every row of `rows`, or those whose id starts with an argument: `node packages/bench/src/run.ts B5 B6`.
 */
import { globSync } from "node:fs"
import { join } from "node:path"
import type { Row } from "./Row.ts"

const wanted = process.argv.slice(2)
const files = globSync("rows/*.ts", { cwd: import.meta.dirname }).sort()
const rows: Array<Row> = []
for (const file of files) {
  const module: { readonly rows: ReadonlyArray<Row> } = await import(join(import.meta.dirname, file))
  rows.push(...module.rows)
}
const byId = (a: Row, b: Row): number => a.id.localeCompare(b.id, "en", { numeric: true })
console.log(`node ${process.version}\n`)
console.log("| row | work | ours ms | peer ms | ours / peer | peer |")
console.log("|---|---|---:|---:|---:|---|")
for (const { id, peerName, run, work } of rows.sort(byId)) {
  if (wanted.length > 0 && !wanted.some((one) => id.startsWith(one))) continue
  const { oursMs, peerMs } = await run()
  console.log(
    `| ${id} | ${work} | ${oursMs.toFixed(2)} | ${peerMs.toFixed(2)} | ${(oursMs / peerMs).toFixed(2)} | ${peerName} |`
  )
}
