/**
 * A made-up field of candidates for given formations. The seed is part of the result: the same seed, the same field.
 */
import type { Formation } from "@timbang/core/formation"
import { Seeded } from "@timbang/core/number"
import { CsvWriter, Sheet } from "@timbang/source-files"

/**
 * About fourteen candidates a seat; the grain of the second exam is coarse, so that ties occur as they do in real lists.
 * Only who is in `sitting` has a score of the second exam; without it, the first exam alone has taken place.
 */
export const participants = (formations: ReadonlyArray<Formation.Formation>, seed: number, sitting: ReadonlySet<string> = new Set()): string => {
  const chance = Seeded.make(seed)
  const rows = formations.flatMap((formation) =>
    Array.from({ length: formation.seats * (10 + Seeded.below(chance, 9)) }, () => person(formation.formation, chance))
  )
  const numberOf = (at: number) => `CONTOH-${String(at + 1).padStart(5, "0")}`
  const column = (header: string, cell: (row: Person) => string) => Sheet.text(header, rows.map(cell))
  const later = (header: string, cell: (row: Person) => string) =>
    Sheet.text(header, rows.map((row, at) => sitting.has(numberOf(at)) ? cell(row) : ""))
  return CsvWriter.text({
    name: "participants",
    size: rows.length,
    columns: [
      Sheet.text("participant", rows.map((_, at) => numberOf(at))),
      column("formation", (row) => row.formation),
      column("twk", (row) => String(row.twk)),
      column("tiu", (row) => String(row.tiu)),
      column("tkp", (row) => String(row.tkp)),
      later("skb", (row) => row.attendance === "hadir" ? String(row.skb) : ""),
      column("gpa", (row) => row.gpa),
      column("birthDate", (row) => row.birthDate),
      later("attendance", (row) => row.attendance)
    ]
  })
}

interface Person {
  readonly formation: string
  readonly twk: number
  readonly tiu: number
  readonly tkp: number
  readonly skb: number
  readonly gpa: string
  readonly birthDate: string
  readonly attendance: string
}

const person = (formation: string, chance: Seeded.Seeded): Person => {
  const ability = Seeded.normal(chance)
  const score = (mean: number, spread: number, most: number, step: number) => {
    const drawn = mean + spread * (0.7 * ability + 0.7 * Seeded.normal(chance))
    return Math.max(0, Math.min(most, step * Math.round(drawn / step)))
  }
  return {
    formation,
    twk: score(92, 20, 150, 5),
    tiu: score(105, 25, 175, 5),
    tkp: score(182, 14, 225, 1),
    skb: score(62, 10, 100, 1),
    gpa: (2.75 + Seeded.below(chance, 120) / 100).toFixed(2),
    birthDate: `${1990 + Seeded.below(chance, 12)}-${String(1 + Seeded.below(chance, 12)).padStart(2, "0")}-${String(1 + Seeded.below(chance, 28)).padStart(2, "0")}`,
    attendance: Seeded.below(chance, 40) === 0 ? "tidak-hadir-skb" : "hadir"
  }
}
