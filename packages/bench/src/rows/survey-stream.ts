/** A survey streamed from a file by the command itself, with its peak of memory at three sizes: it must not grow. */
import { spawnSync } from "node:child_process"
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { Seeded } from "@timbang/core/number"
import { agree, type Row } from "../Row.ts"

const command = join(import.meta.dirname, "../../../cli/src/bin.ts")

/** Says its peak of memory when it ends. Unit: KiB. */
const witness = `data:text/javascript,${encodeURIComponent(
  // The resource usage of a process begins with that of the process that started it; its own peak stands in /proc.
  "import { existsSync, readFileSync } from 'node:fs'; const own = '/proc/self/status'; process.on('exit', () => process.stderr.write('peak ' + " +
    "(existsSync(own) ? /VmHWM:\\s+(\\d+)/.exec(readFileSync(own, 'utf8'))[1] : process.resourceUsage().maxRSS) + '\\n'))"
)}`

const lines = function*(respondents: number): Generator<string> {
  const generator = Seeded.make(12)
  yield "respondent,u1,u2,u3,u4,u5,u6,u7,u8,u9,service\n"
  for (let done = 0; done < respondents;) {
    let block = ""
    for (let end = Math.min(respondents, done + 5000); done < end; done++) {
      block += `R-${done}`
      for (let u = 0; u < 9; u++) block += `,${1 + Seeded.below(generator, 4)}`
      block += `,layanan-${done % 11}\n`
    }
    yield block
  }
}

/** What a script would do: lines split at commas, answers summed over all and by service; no checks, no errors, no faults. */
const script = async (path: string): Promise<number> => {
  const services = new Map<string, { sum: number; count: number }>()
  let isHeader = true
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    if (isHeader) isHeader = false
    else {
      const cells = line.split(",")
      const known = services.get(cells[10]!) ?? { sum: 0, count: 0 }
      services.set(cells[10]!, known)
      for (let u = 1; u < 10; u++) known.sum += Number(cells[u])
      known.count += 9
    }
  }
  let [sum, count] = [0, 0]
  for (const each of services.values()) [sum, count] = [sum + each.sum, count + each.count]
  return (sum / count) * 25
}

const ours = (path: string): { readonly index: number; readonly peak: number; readonly ms: number } => {
  const started = performance.now()
  const done = spawnSync(process.execPath, ["--max-old-space-size=64", `--import=${witness}`, command, "survey", "index", "--responses", path, "--format", "json"], { encoding: "utf8" })
  if (done.status !== 0) throw new Error(done.stderr)
  return { index: JSON.parse(done.stdout).index, peak: Number(/peak (\d+)/.exec(done.stderr)![1]), ms: performance.now() - started }
}

export const rows: ReadonlyArray<Row> = [
  {
    id: "D7",
    work: "survey of 5,000,000 respondents, streamed from CSV by the command, groups included, heap capped at 64 MB",
    peerName: "script of readline and split: sums by service, no checks, no errors, started already",
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), "timbang-bench-"))
      try {
        const notes: Array<string> = []
        let [oursMs, peerMs] = [0, 0]
        for (const respondents of [500_000, 1_500_000, 5_000_000]) {
          const path = join(folder, `${respondents}.csv`)
          await pipeline(Readable.from(lines(respondents)), createWriteStream(path))
          const { index, ms, peak } = ours(path)
          const started = performance.now()
          agree("survey from a file", [index], [await script(path)], 1e-9)
          ;[oursMs, peerMs] = [ms, performance.now() - started]
          notes.push(`${respondents.toLocaleString("en")} respondents: peak ${(peak / 1024).toFixed(0)} MiB`)
          rmSync(path)
        }
        return { oursMs, peerMs, notes }
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    }
  }
]
