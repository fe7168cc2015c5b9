/**
 * What a regency would know a year after a round, made up around a real list of posts: staff, needs, services, a survey.
 * The seed is part of the result: the same seed, the same year.
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Seeded } from "@timbang/core/number"

/** One unit and job family: the posts it opened and the people who came. */
export interface Cell {
  readonly unit: string
  readonly jobFamily: string
  readonly opened: number
  readonly filled: number
}

const write = (folder: string, name: string, header: string, rows: ReadonlyArray<ReadonlyArray<string | number>>): void => {
  const quoted = (cell: string | number) => /[",]/.test(String(cell)) ? `"${cell}"` : String(cell)
  writeFileSync(join(folder, `${name}.csv`), `${[header, ...rows.map((row) => row.map(quoted).join(","))].join("\n")}\n`)
}

/** Districts without a recruit, so that there is something to compare with. */
const districts = ["Air Hangat", "Batang Merangin", "Bukit Kerman", "Danau Kerinci", "Depati Tujuh", "Gunung Kerinci", "Gunung Raya", "Gunung Tujuh", "Kayu Aro", "Keliling Danau", "Siulak", "Siulak Mukai"]

/** Writes `before/` and `after/`. */
export const staffing = (folder: string, cells: ReadonlyArray<Cell>, formations: ReadonlyArray<readonly [formation: string, unit: string, jobFamily: string]>, seed: number): void => {
  const chance = Seeded.make(seed)
  const [before, after] = [join(folder, "before"), join(folder, "after")]
  for (const path of [before, after]) mkdirSync(path, { recursive: true })
  const known = cells.map((cell) => {
    const staff = 3 + Seeded.below(chance, 12)
    const required = staff + cell.opened + (Seeded.below(chance, 9) - 4) / 4
    const left = cell.filled > 2 ? Seeded.below(chance, 2) : 0
    return { ...cell, staff, required, left, now: staff + cell.filled - left }
  })
  write(before, "cells", "formation,unit,jobFamily", formations)
  write(before, "staffing", "unit,jobFamily,staff", known.map(({ jobFamily, staff, unit }) => [unit, jobFamily, staff]))
  write(before, "need", "unit,jobFamily,required", known.map(({ jobFamily, required, unit }) => [unit, jobFamily, required]))
  write(after, "staffing", "unit,jobFamily,staff,left", known.map(({ jobFamily, left, now, unit }) => [unit, jobFamily, now, left]))
  write(after, "need", "unit,jobFamily,required", known.map(({ jobFamily, required, unit }) => [unit, jobFamily, required]))

  const units = [...new Set(cells.map(({ unit }) => unit))]
  const seen = [...units, ...districts].map((unit) => {
    const days = 8 + Seeded.below(chance, 50) / 10
    const drift = Seeded.normal(chance) / 2
    return { unit, days, later: Math.max(1, days + drift - (units.includes(unit) ? 1.8 : 0)) }
  })
  const services = (of: (row: (typeof seen)[number]) => number) => seen.map((row) => [row.unit, "lama layanan (hari)", "less", of(row).toFixed(2)])
  write(before, "services", "unit,indicator,better,outcome", services(({ days }) => days))
  write(after, "services", "unit,indicator,better,outcome", services(({ later }) => later))
  write(after, "groups", "grouping,group,selected,applicants", [["jenis kelamin", "perempuan", 46, 702], ["jenis kelamin", "laki-laki", 44, 690]])
  const first = known.find(({ now, required }) => now >= required) ?? known[0]!
  write(after, "competences", "unit,jobFamily,competence,rating,standard,status", [2, 2.25, 1.75, 2.5, 2].map((rating, at) => [first.unit, first.jobFamily, "layanan digital", rating, 3, at < 3 ? "PNS" : "PPPK"]))
  write(after, "courses", "competence,course,hours", [["layanan digital", "Pelatihan layanan digital", 20]])
  write(after, "stages", "stage,from,until,plannedUntil", [["pendaftaran", "2024-08-20", "2024-09-10", "2024-09-06"], ["SKD", "2024-10-16", "2024-11-14", "2024-11-14"], ["SKB", "2024-12-09", "2024-12-20", "2024-12-20"], ["sanggah", "2025-01-13", "2025-01-19", "2025-01-19"]])
  write(after, "costs", "kind,rupiah", [["ujian", 148_500_000], ["panitia", 61_250_000]])
  write(after, "receipts", "issued,verified", [[1392, 118]])
  write(after, "objections", "filed,due,answered,accepted", [["2025-01-13", "2025-01-22", "2025-01-17", "ya"], ["2025-01-14", "2025-01-22", "2025-01-24", "tidak"]])
  write(after, "trust", "question,agree,answered,asked", [["rules-were-known", 288, 341, 1392], ["process-was-fair", 254, 341, 1392], ["result-is-trusted", 240, 341, 1392]])
  write(after, "known", "staffMoved,hadAnotherChange,wasMeasuredOtherwise", [[0, "tidak", "tidak"]])
}

/** Writes the answers of a survey, `R.csv`, and the users of the services, `M.csv`; answers `[R.csv, M.csv]`. */
export const survey = (folder: string, units: ReadonlyArray<string>, seed: number): readonly [responses: string, margins: string] => {
  const chance = Seeded.make(seed)
  const rows = units.flatMap((unit, at) => {
    const level = 3.05 + Seeded.normal(chance) / 6
    // The last unit has too few answers to be shown.
    return Array.from({ length: at === units.length - 1 ? 7 : 40 + Seeded.below(chance, 40) }, () => {
      const isWoman = Seeded.below(chance, 100) < 64
      const mood = level + (isWoman ? 0.08 : -0.06) + 0.35 * Seeded.normal(chance)
      const answers = Array.from({ length: 9 }, (_, u) => Math.max(1, Math.min(4, Math.round(mood - 0.05 * ((u * 5) % 9) + 0.45 * Seeded.normal(chance)))))
      return [...answers, unit, isWoman ? "P" : "L", ["17-25", "26-40", "41+"][Seeded.below(chance, 3)]!]
    })
  })
  write(folder, "R", "respondent,u1,u2,u3,u4,u5,u6,u7,u8,u9,service,sex,age", rows.map((row, at) => [`R-${at + 1}`, ...row]))
  write(folder, "M", "margin,category,users", [["sex", "P", 9800], ["sex", "L", 10_200]])
  return [join(folder, "R.csv"), join(folder, "M.csv")]
}

/** Writes complaints by service and the people served, `C.csv`: one unit that the survey praises is complained about. */
export const complaints = (folder: string, units: ReadonlyArray<string>): string => {
  write(folder, "C", "service,complaints,served", units.map((unit, at) => [unit, unit === "Inspektorat" ? 61 : 8 + (at * 5) % 9, 1500 + 20 * at]))
  return join(folder, "C.csv")
}

/** Writes evidence and judgements, `A.csv`: three people of each unit, one departure with its reason, one person left open. */
export const ratings = (folder: string, units: ReadonlyArray<string>): string => {
  const people = units.flatMap((unit, u) => [0, 1, 2].map((each) => ({ unit, person: `pegawai-${String(3 * u + each + 1).padStart(3, "0")}`, isFirst: u + each === 0, isLast: u === units.length - 1 && each === 2 })))
  write(folder, "A", "person,unit,asExpected,feedbackPositive,feedbackNotPositive,conductObserved,workResult,conduct,workResultReason,decidedBy,decidedOn,official,organisation", people.map(({ isFirst, isLast, person, unit }) => [
    person, unit, "layanan|arsip", 3, 1, "consistent",
    ...(isLast ? ["", "", "", "", "", ""] : [isFirst ? "above" : "as-expected", "as-expected", isFirst ? "tunggakan dua tahun selesai" : "", `Kepala ${unit}`, "2026-06-30", "Baik"]),
    unit === units[0] ? "Baik" : ""
  ]))
  return join(folder, "A.csv")
}
