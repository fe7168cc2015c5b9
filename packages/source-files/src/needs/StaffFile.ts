/**
 * Staff on hand (bezetting) from a list of people, one row each, as SIASN exports it; counted by unit and position.
 *
 * @since 0.1.0
 */
import type { Correction, Fault } from "@timbang/core/input"
import { Day } from "@timbang/core/law"
import { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Layouts from "../Layouts.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * People of one position of one unit. Nobody can be told from it but where it is one person.
 *
 * @category models
 * @since 0.1.0
 */
export interface OnHand {
  readonly unit: string
  readonly position: string
  /** People who are there, on leave or detached included; those who left are not. */
  readonly onHand: number
  /** People who reach the retirement age, by year; only of rows that give birth date and age. */
  readonly retirements: Readonly<Record<string, number>>
  /** Contracts (PPPK) that end, by year. */
  readonly contractsEnding: Readonly<Record<string, number>>
}

/**
 * The list, counted.
 *
 * @category models
 * @since 0.1.0
 */
export interface StaffRead {
  readonly cells: ReadonlyArray<OnHand>
  /** People who left and are not counted. */
  readonly left: number
  /** People without a birth date or a retirement age, so that their retirement is not known. */
  readonly withoutRetirement: number
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- columns ---

/**
 * The columns of a list of staff: `unit` and `position`; `asn`, `birthDate`, `retirementAge` (years), `contractEnds`, `status`.
 * Names, NIP and NIK are not read.
 *
 * **Example** (Who left is not on hand)
 *
 * ```ts
 * import { StaffFile } from "@timbang/source-files"
 * StaffFile.columns.status.values // => ["active", "away", "left"]
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  unit: Column.text({ aliases: ["Unit Kerja"], need: "cell", sample: "Puskesmas Contoh" }),
  position: Column.text({ need: "cell", sample: "Perawat Ahli Pertama" }),
  asn: Column.code({ pns: ["PNS"], pppk: ["PPPK"] }, { sample: "pns" }),
  birthDate: Column.day({ isPersonal: true }),
  retirementAge: Column.integer({ aliases: ["BUP", "Batas Usia Pensiun"], minimum: 40, maximum: 75, sample: "58" }),
  contractEnds: Column.day({ sample: "" }),
  status: Column.code({ active: [], away: [], left: [] }, { sample: "active" })
}

// --- operations ---

/**
 * Reads a list of staff and counts it. Headers of SIASN are those of the layout `siasn-staff`, or of the one given.
 *
 * **Example** (Two nurses, one of whom retires in 2027)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { StaffFile } from "@timbang/source-files"
 * const text = "UNOR NAMA,JABATAN NAMA,TANGGAL LAHIR,BUP\nPuskesmas A,Perawat,1969-05-01,58\nPuskesmas A,Perawat,,\n"
 * const read = await Effect.runPromise(StaffFile.read({ file: "S.csv", bytes: new TextEncoder().encode(text) }))
 * read.cells // => [{ unit: "Puskesmas A", position: "Perawat", onHand: 2, retirements: { "2027": 1 }, contractsEnding: {} }]
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read: (input: Table.Input, options?: Table.Options) => Effect.Effect<StaffRead, Fault.InputRefused> = Effect.fn("StaffFile.read")(
  function*(input: Table.Input, options: Table.Options = {}) {
    const table = yield* Table.read(input, columns, { layout: Layouts.of("siasn-staff"), carriesUnknown: false, ...options }, (found) =>
      found.size === 0 ? [{ _tag: "NoRows", file: found.file }] : [])
    const cells = table.columns
    const counted = new Map<string, { unit: string; position: string; onHand: number; retirements: Record<string, number>; contractsEnding: Record<string, number> }>()
    let [left, withoutRetirement] = [0, 0]
    const gone = columns.status.values.indexOf("left")
    for (let i = 0; i < table.size; i++) {
      if (cells.status[i] === gone) {
        left++
        continue
      }
      const [unit, position] = [cells.unit[i]!, cells.position[i]!]
      const key = `${Column.plain(unit)} ${Column.plain(position)}`
      const own = counted.get(key) ?? { unit, position, onHand: 0, retirements: {}, contractsEnding: {} }
      counted.set(key, own)
      own.onHand++
      const [born, age, ends] = [cells.birthDate[i]!, cells.retirementAge[i]!, cells.contractEnds[i]!]
      if (born === noDay || age < 0) withoutRetirement++
      else count(own.retirements, yearOf(born) + age)
      if (ends !== noDay) count(own.contractsEnding, yearOf(ends))
    }
    const made: StaffRead = { cells: [...counted.values()], left, withoutRetirement, corrections: table.corrections, origin: table.origin }
    return made
  }
)

const noDay = Column.absentOf(columns.birthDate)

const yearOf = (day: number): number => Number(Day.fromNumber(day).slice(0, 4))

const count = (years: Record<string, number>, year: number): void => {
  years[year] = (years[year] ?? 0) + 1
}
