/**
 * Which cell a row of a list belongs to, by identifier or by the four descriptions that lists print.
 */
import type { Formation } from "@timbang/core/formation"
import { type Fault, Shape } from "@timbang/core/input"
import type { OfficialList, RuleSet } from "@timbang/core/selection"
import { type Columns, plain } from "../Column.ts"
import type { Table } from "../Table.ts"
import { nearest } from "../Column.ts"

/** The descriptions that tell cells apart, as the headings of national lists are nested. */
export const parts = ["position", "location", "category", "education"] as const

export type Part = (typeof parts)[number]

/** The cell of each row, what was described, and what fits nowhere. */
export interface Cells {
  readonly formation: ReadonlyArray<string>
  readonly described: ReadonlyArray<OfficialList.DescribedCell>
  readonly notDescribed: ReadonlyArray<Part>
  readonly seats: ReadonlyArray<OfficialList.PrintedSeats>
  readonly faults: ReadonlyArray<Fault.Fault>
}

type Described = Readonly<Record<Part, string>>

/** Lays every row on a cell. */
export const lay = (
  table: Table<Columns>,
  ruleSet: RuleSet.RuleSet,
  formations: ReadonlyArray<Formation.Formation>,
  listedIn: string
): Cells => {
  const { columns, file, present, rows, size } = table
  const told = parts.filter((part) => present.has(part))
  const text = (column: string, row: number) => (columns[column] as ReadonlyArray<string>)[row]!
  const isCoded = present.has("formation")
  const only = formations.length === 1 && told.length === 0 ? formations[0]!.formation : undefined
  const faults: Array<Fault.Fault> = []
  if (!isCoded && only === undefined) {
    const needed: ReadonlyArray<Part> = formations.length > 0 ? ["position"] : ["position", "category"]
    for (const column of needed.filter((part) => !told.includes(part))) {
      faults.push({ _tag: "ColumnMissing", file, row: 1, column, accepted: accepted[column]!, nearest: undefined })
    }
    if (faults.length > 0) return { formation: [], described: [], notDescribed: [], seats: [], faults }
  }
  const known = new Map(formations.map((each) => [each.formation, each]))
  const described = new Map<string, OfficialList.DescribedCell>()
  const categories = spellingsOf(ruleSet)
  const laid = new Map<string, string>()
  const formation = Array.from({ length: size }, (_, row): string => {
    const at = { file, row: rows[row]! }
    const own: Record<Part, string> = { position: "", location: "", category: "", education: "" }
    let isWhole = true
    for (const part of told) {
      const found = text(part, row)
      const category = part === "category" && found !== "" ? categories.get(kindOf(found)) : undefined
      own[part] = category ?? found
      if (found === "") {
        isWhole = false
        if (!isCoded) faults.push({ _tag: "CellMissing", ...at, column: part })
      } else if (part === "category" && category === undefined) {
        isWhole = false
        faults.push({ _tag: "UnknownCode", ...at, column: part, found: Shape.shown(found), accepted: ruleSet.categories.map(({ id }) => id), nearest: nearest(kindOf(found), categories) })
      }
    }
    const code = isCoded ? text("formation", row) : ""
    if (code !== "") {
      if (!known.has(code) && isWhole && told.includes("category") && !described.has(code)) described.set(code, { formation: code, ...own })
      return code
    }
    if (only !== undefined) return only
    if (told.length === 0) {
      faults.push({ _tag: "CellMissing", ...at, column: "formation" })
      return ""
    }
    if (!isWhole) return ""
    const key = keyOf(own, told)
    const before = laid.get(key)
    if (before !== undefined) return before
    const name = nameOf(own)
    laid.set(key, name)
    if (formations.length === 0) described.set(name, { formation: name, ...own })
    else {
      const fitting = formations.filter((each) => keyOf(each, told) === key)
      if (fitting.length === 1) laid.set(key, fitting[0]!.formation)
      else {
        const about = { ...at, column: "position", found: name, listedIn }
        faults.push(fitting.length === 0
          ? { _tag: "FormationUnmatched", ...about, nearest: closest(own, told, formations) }
          : { _tag: "FormationAmbiguous", ...about, fitting: fitting.map((each) => each.formation) })
      }
    }
    return laid.get(key)!
  })
  const seats = present.has("seats") ? seatsOf(table, formation) : { seats: [], faults: [] }
  return {
    formation,
    described: [...described.values()],
    notDescribed: described.size === 0 ? [] : parts.filter((part) => !told.includes(part)),
    seats: seats.seats,
    faults: [...faults, ...seats.faults]
  }
}

/** The seats that are told of each cell, and where they are no number or contradict each other. */
const seatsOf = ({ columns, file, rows }: Table<Columns>, formation: ReadonlyArray<string>): Pick<Cells, "seats" | "faults"> => {
  const texts = columns["seats"] as ReadonlyArray<string>
  const faults: Array<Fault.Fault> = []
  const first = new Map<string, { readonly seats: number; readonly row: number }>()
  const seen = new Set<string>()
  formation.forEach((own, at) => {
    const [text, row] = [texts[at]!, rows[at]!]
    if (text === "" || own === "" || seen.has(`${own} ${text}`)) return
    seen.add(`${own} ${text}`)
    const seats = countIn(text)
    const other = first.get(own)
    const cell = { file, row, column: "seats", found: Shape.shown(text) }
    if (seats === undefined) faults.push({ _tag: "NotANumber", ...cell })
    else if (other === undefined) first.set(own, { seats, row })
    else if (other.seats !== seats) faults.push({ _tag: "SeatsContradict", ...cell, other: other.seats, otherRow: other.row })
  })
  return { seats: Array.from(first, ([own, { seats }]) => ({ formation: own, seats })), faults }
}

/** A number of seats as lists write it: `2`, `2 (dua)`, `2 orang`. */
const countIn = (text: string): number | undefined => {
  const digits = /^(\d{1,6})\s*(\(\p{L}[\p{L}\s]*\))?\s*(orang|formasi|kebutuhan|seats?)?$/iu.exec(text)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

const accepted: Readonly<Partial<Record<Part, ReadonlyArray<string>>>> = {
  position: ["formation", "Kode Formasi", "position", "Jabatan", "Jabatan Formasi"],
  category: ["formation", "Kode Formasi", "category", "Jenis Formasi", "Jenis Kebutuhan"]
}

/** A description without the code in front, as in `3221 - PENYULUH HUKUM`. */
const withoutCode = (text: string): string => text.replace(/^\s*[\d.]+\s*[-–—:]\s*(?=\S)/, "")

/** A kind of need without code and without the words that every kind can be written with. */
const kindOf = (text: string): string => {
  const [whole, bare] = [plain(withoutCode(text)), plain(withoutCode(text).replace(/\b(jenis|formasi|kebutuhan|khusus)\b/gi, " "))]
  return bare === "" ? whole : bare
}

const spellingsOf = ({ categories }: RuleSet.RuleSet): ReadonlyMap<string, string> =>
  new Map(categories.flatMap(({ aliases, id, title }) => [id, title, ...aliases].map((spelling): readonly [string, string] => [kindOf(spelling), id])))

const keyOf = (own: Described, told: ReadonlyArray<Part>): string => told.map((part) => plain(withoutCode(own[part]))).join(" ")

const nameOf = (own: Described): string => parts.map((part) => withoutCode(own[part])).filter((text) => text !== "").join(" | ")

/** The formation with most descriptions alike, then the one spelt most alike. */
const closest = (own: Described, told: ReadonlyArray<Part>, formations: ReadonlyArray<Formation.Formation>): string | undefined => {
  const alike = (each: Described) => told.filter((part) => keyOf(each, [part]) === keyOf(own, [part])).length
  const most = Math.max(...formations.map(alike))
  const candidates = formations.filter((each) => alike(each) === most)
  if (most > 0 && candidates.length === 1) return `${candidates[0]!.formation}: ${nameOf(candidates[0]!)}`
  const words = candidates.map((each): readonly [string, string] => [plain(nameOf(each)), `${each.formation}: ${nameOf(each)}`])
  return nearest(nameOf(own), words)
}
