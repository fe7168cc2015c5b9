/** Published score lines, read for the tests of the selection stage. */
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Cohort } from "@timbang/core/selection"

const sample = (name: string): string => join(import.meta.dirname, "vectors", name)
const whole = (name: string): string => join(import.meta.dirname, "../../../../../shared/vectors/selection", name)

export interface Lines {
  readonly title: string
  readonly rows: ReadonlyArray<Readonly<Record<string, string>>>
}

const read = (file: string): Lines["rows"] => {
  const [header, ...lines] = readFileSync(file, "utf8").trim().split(/\r?\n/)
  const names = header!.split(",")
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, at) => [names[at]!, cell])))
}

/** The sample that the project carries, and the whole file where it lies beside the project. */
export const linesOf = (name: string): ReadonlyArray<Lines> => [
  ...(existsSync(sample(`${name}-sample.csv`)) ? [{ title: `sample of ${name}`, rows: read(sample(`${name}-sample.csv`)) }] : []),
  ...(existsSync(whole(`${name}.csv`)) ? [{ title: `whole ${name}`, rows: read(whole(`${name}.csv`)) }] : [])
]

/** Some valid component scores that add up to a published total. */
export const partsOf = (total: number): { readonly twk: number; readonly tiu: number; readonly tkp: number } => {
  for (let tkp = 225; tkp >= 0; tkp--) {
    const rest = total - tkp
    if (rest >= 0 && rest % 5 === 0 && rest <= 325) return { twk: Math.min(150, rest), tiu: rest - Math.min(150, rest), tkp }
  }
  throw new Error(`no components add up to ${total}`)
}

export const formation = (seats: number) => ({
  formation: "F1",
  position: "Penata Layanan Operasional",
  education: "S-1",
  location: "Sekretariat",
  category: "umum",
  seats
})

/** A row whose thresholds are met whatever the total; used where a vector tests what comes after. */
export const row = (participant: string, scores: Cohort.Row["scores"], more: Partial<Cohort.Row> = {}): Cohort.Row => ({
  participant,
  formation: "F1",
  scores,
  ...more
})
