/** A survey streamed from a file by the command itself, with its peak of memory at three sizes: it must not grow. */
import { spawnSync } from "node:child_process"
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { Seeded } from "@timbang/core/number"
import { agree, type Row } from "../Row.ts"

const command = join(import.meta.dirname, "../../../cli/src/bin.ts")

/** Says its peak of memory when it ends. Unit: KiB. */
const witness = "data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS+'\\n'))"

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

/** Sums the nine answers of each line and nothing else: no quotes, no names, no faults, no groups. */
const bare = async (path: string): Promise<number> => {
  let [sum, count, column, isHeader] = [0, 0, 0, true]
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = chunk as Buffer
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i]!
      if (byte === 10) [column, isHeader] = [0, false]
      else if (byte === 44) column++
      else if (!isHeader && column > 0 && column < 10) {
        sum += byte - 48
        count++
      }
    }
  }
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
    peerName: "bare byte loop that sums the answers only, in its own stream",
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
          agree("survey from a file", [index], [await bare(path)], 1e-9)
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
