/**
 * Which study programmes (program studi) fit a position: a dated table that the agency decides.
 *
 * @since 0.1.0
 */
import { nearest } from "./internal/nearest.ts"
import type { Day } from "../law/Day.ts"
import type { LegalSource } from "../law/LegalSource.ts"
import { plainly } from "./Spelling.ts"

// --- models ---

/**
 * One line of the table: a programme that fits a position, and the days on which the agency says so.
 *
 * @category models
 * @since 0.1.0
 */
export interface Entry {
  readonly position: string
  readonly programme: string
  /** First day, included. */
  readonly from: Day
  /** Last day, included; absent while the line stands. */
  readonly until?: Day
  /** The decision of the agency that put the line there. */
  readonly source: LegalSource
}

/**
 * What the table says about a programme.
 *
 * **Details**
 *
 * `NotOnTable` decides nothing. `nearest` holds the names of the position's programmes that look alike, and `otherDays`
 * the lines that name the programme on other days, both only so that people see at once what may have been meant.
 *
 * @category models
 * @since 0.1.0
 */
export type Match =
  | { readonly _tag: "OnTable"; readonly entry: Entry }
  | { readonly _tag: "NotOnTable"; readonly nearest: ReadonlyArray<string>; readonly otherDays: ReadonlyArray<Entry> }

// --- operations ---

/**
 * Looks a programme up, exactly but for case, blanks and punctuation.
 *
 * **Details**
 *
 * Likeness never matches: "Teknik Sipil" and "Teknik Sipil Kering" are two programmes until the agency writes both
 * down.
 *
 * **Example** (Another spelling; another programme)
 *
 * ```ts
 * import { StudyProgramme } from "@timbang/core/selection"
 * const source = { instrument: "Pengumuman 800/1/2024", confidence: "host" } as const
 * const table = [{ position: "Penata Jalan", programme: "S-1 Teknik Sipil", from: "2024-08-01", source }]
 * const ask = (programme: string) => StudyProgramme.match(table, { position: "Penata Jalan", programme, on: "2024-08-20" })
 * ask("S1 TEKNIK SIPIL")._tag // => "OnTable"
 * ask("S-1 Teknik Sipil Kering") // => { _tag: "NotOnTable", nearest: ["S-1 Teknik Sipil"], otherDays: [] }
 * ```
 *
 * @category matching
 * @since 0.1.0
 */
export const match = (
  table: ReadonlyArray<Entry>,
  about: { readonly position: string; readonly programme: string; readonly on: Day }
): Match => {
  const [position, programme] = [plainly(about.position), plainly(about.programme)]
  const own = table.filter((entry) => plainly(entry.position) === position)
  const holds = own.filter((entry) => entry.from <= about.on && (entry.until === undefined || about.on <= entry.until))
  const named = (entry: Entry) => plainly(entry.programme) === programme
  const entry = holds.find(named)
  return entry === undefined
    ? {
      _tag: "NotOnTable",
      nearest: nearest(about.programme, holds.map((line) => line.programme), 3),
      otherDays: own.filter((line) => named(line) && !holds.includes(line))
    }
    : { _tag: "OnTable", entry }
}
