/**
 * What the Minister grants (penetapan kebutuhan), and how it reaches the units.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import type { Day } from "../law/index.ts"
import { nameOf } from "./Allocation.ts"
import * as Apportionment from "./Apportionment.ts"

// --- models ---

/**
 * The decree: its number, its day, and the posts granted by position, or by position and unit where it says so.
 *
 * @category models
 * @since 0.1.0
 */
export interface Decree {
  readonly number: string
  readonly day: Day.Day
  readonly granted: ReadonlyArray<{ readonly position: string; readonly unit?: string; readonly seats: number }>
}

/**
 * One position of one unit: asked and granted. Unit: posts.
 *
 * @category models
 * @since 0.1.0
 */
export interface Granted {
  readonly unit: string
  readonly position: string
  readonly asked: number
  readonly granted: number
}

/**
 * The posts granted to each cell, in the order asked, and the draws still needed.
 *
 * @category models
 * @since 0.1.0
 */
export interface Distribution {
  readonly decree: Pick<Decree, "number" | "day">
  readonly rows: ReadonlyArray<Granted>
  /** Among cells named by `Allocation.nameOf`. */
  readonly draws: ReadonlyArray<Apportionment.Draw>
}

// --- errors ---

/**
 * The decree grants what was not asked for, so that no unit can be told from it.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotAsked extends Data.TaggedError("NotAsked")<{
  readonly position: string
  readonly unit: string | undefined
  readonly granted: number
  readonly asked: number
}> {
  override get message(): string {
    const where = this.unit === undefined ? this.position : `${this.position} of ${this.unit}`
    return `the decree grants ${this.granted} posts of ${where}, asked were ${this.asked}; add the row to what was asked, or name the units in the decree`
  }
}

// --- operations ---

/**
 * Brings the posts granted down to the units.
 *
 * **Details**
 *
 * A line with a unit goes to that unit. A line without one is shared among the units that asked for the position, in
 * proportion to what each asked and never beyond it, after what lines with a unit gave them.
 *
 * **Example** (Four asked, three granted)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Decree } from "@timbang/core/formation"
 * const asked = [{ unit: "A", position: "nurse", asked: 3 }, { unit: "B", position: "nurse", asked: 1 }]
 * const decree = { number: "KepmenPANRB 1 (contoh)", day: "2026-05-01", granted: [{ position: "nurse", seats: 3 }] }
 * Result.map(Decree.distribute(asked, decree, "sainte-lague"), ({ rows }) => rows.map(({ granted }) => granted)) // => Result.succeed([2, 1])
 * ```
 *
 * @category allocating
 * @since 0.1.0
 */
export const distribute = (
  asked: ReadonlyArray<Omit<Granted, "granted">>,
  decree: Decree,
  method: Apportionment.Method,
  drawn: ReadonlyArray<string> = []
): Result.Result<Distribution, Apportionment.Refused | NotAsked> =>
  Result.gen(function* () {
    const granted = new Map(asked.map((row) => [nameOf(row), 0]))
    const draws: Array<Apportionment.Draw> = []
    const add = (name: string, seats: number) => granted.set(name, granted.get(name)! + seats)
    for (const { position, seats, unit } of decree.granted) {
      if (!Number.isSafeInteger(seats) || seats < 0) {
        const where = unit === undefined ? position : nameOf({ position, unit })
        return yield* Result.fail(new Apportionment.NotWhole({ unit: where, field: "seats", found: seats }))
      }
      if (unit === undefined) continue
      const name = nameOf({ position, unit })
      if (!granted.has(name)) return yield* Result.fail(new NotAsked({ position, unit, granted: seats, asked: 0 }))
      add(name, seats)
    }
    const byPosition = new Map<string, number>()
    for (const { position, seats, unit } of decree.granted) {
      if (unit === undefined) byPosition.set(position, (byPosition.get(position) ?? 0) + seats)
    }
    const shared = new Set(asked.filter(({ position }) => byPosition.has(position)).map(nameOf))
    const strangers = drawn.filter((name) => !shared.has(name)).sort()
    if (strangers.length > 0) return yield* Result.fail(new Apportionment.DrawnDoesNotFit({ strangers, draws: [] }))
    for (const [position, seats] of byPosition) {
      const rows = asked.filter((row) => row.position === position)
      const claims = rows.map((row) => {
        const left = Math.max(0, row.asked - granted.get(nameOf(row))!)
        return { unit: nameOf(row), claim: left, max: left }
      })
      const room = claims.reduce((sum, { claim }) => sum + claim, 0)
      if (seats > room)
        return yield* Result.fail(new NotAsked({ position, unit: undefined, granted: seats, asked: room }))
      const names = new Set(claims.map(({ unit }) => unit))
      const result = yield* Apportionment.apportion(
        claims,
        seats,
        method,
        drawn.filter((name) => names.has(name))
      )
      for (const { seats, unit } of result.seats) add(unit, seats)
      draws.push(...result.draws)
    }
    return {
      decree: { number: decree.number, day: decree.day },
      rows: asked.map(({ asked, position, unit }) => ({
        unit,
        position,
        asked,
        granted: granted.get(nameOf({ position, unit }))!
      })),
      draws
    }
  })
