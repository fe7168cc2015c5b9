/**
 * The posts that are opened (rincian formasi): granted posts by education, location and kind of need, and what became of
 * what was asked.
 *
 * @since 0.1.0
 */
import { Data, Result } from "effect"
import { nameOf } from "./Allocation.ts"
import * as Apportionment from "./Apportionment.ts"
import type { Distribution, Granted } from "./Decree.ts"
import type { Formation } from "./Formation.ts"
import * as ReservedShare from "./ReservedShare.ts"

// --- models ---

/**
 * What an announcement says of a position.
 *
 * @category models
 * @since 0.1.0
 */
export interface PositionDetail {
  readonly position: string
  /** The one unit whose posts are meant; every unit without a description of its own when absent. */
  readonly unit?: string
  /** Place of work of these posts; that of the unit when absent. */
  readonly location?: string
  /** Required education, as the announcement writes it. */
  readonly education: string
  /** Kind of civil servant: `pns` or `pppk`. */
  readonly asnKind: "pns" | "pppk"
  readonly thresholdGroup?: string
  /** Kinds of need besides `umum` that the position is fit for; any when absent. */
  readonly fitFor?: ReadonlyArray<string>
}

/**
 * What the law allows the agency to open, on the day of the round.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rules {
  /** Kinds of need open to this kind of agency. */
  readonly categories: ReadonlyArray<string>
  readonly shares: ReadonlyArray<ReservedShare.ReservedShare>
  /** Positions that are no posts of civil servants, such as those that are outsourced. */
  readonly closedPositions?: ReadonlyArray<string>
}

/**
 * All that an opening needs.
 *
 * @category models
 * @since 0.1.0
 */
export interface Opening {
  readonly agency: string
  /** Such as `daerah` or `pusat`. */
  readonly agencyKind: string
  readonly distribution: Distribution
  readonly positions: ReadonlyArray<PositionDetail>
  /** Place of work by unit; the name of the unit where absent. */
  readonly locations?: Readonly<Record<string, string>>
  /** Posts that the agency opens for a kind of need of its own accord. */
  readonly special?: ReadonlyArray<{
    readonly unit: string
    readonly position: string
    readonly category: string
    readonly seats: number
  }>
  /** Granted posts that are not opened in this round, with the reason. */
  readonly withheld?: ReadonlyArray<{
    readonly unit: string
    readonly position: string
    readonly seats: number
    readonly reason: string
  }>
  readonly rules: Rules
  /** How reserved posts are shared among cells. */
  readonly method: Apportionment.Method
  /** Cells that won the draws of reserved posts, by kind of need. */
  readonly drawn?: Readonly<Record<string, ReadonlyArray<string>>>
}

/**
 * A cell that is opened, with its kind of civil servant.
 *
 * @category models
 * @since 0.1.0
 */
export interface OpenedCell extends Formation {
  readonly unit: string
  readonly asnKind: "pns" | "pppk"
}

/**
 * Asked, granted and opened, of one position of one unit. Unit: posts.
 *
 * @category models
 * @since 0.1.0
 */
export interface Fate extends Granted {
  readonly opened: number
  /** Why less is opened than was granted. */
  readonly withheldFor?: string
}

/**
 * The rincian formasi, in order of position, unit and kind of need, and the report.
 *
 * @category models
 * @since 0.1.0
 */
export interface Opened {
  readonly cells: ReadonlyArray<OpenedCell>
  readonly fates: ReadonlyArray<Fate>
  readonly totals: { readonly asked: number; readonly granted: number; readonly opened: number }
  /** Reserved posts by kind of need: required and opened. */
  readonly reserved: ReadonlyArray<{ readonly category: string; readonly required: number; readonly opened: number }>
  /** Draws still needed to place reserved posts; until they are settled these posts stand as `umum`. */
  readonly draws: ReadonlyArray<Apportionment.Draw & { readonly category: string }>
}

// --- errors ---

/**
 * The agency may not open this kind of need.
 *
 * @category errors
 * @since 0.1.0
 */
export class CategoryNotOpen extends Data.TaggedError("CategoryNotOpen")<{
  readonly category: string
  readonly agencyKind: string
  readonly open: ReadonlyArray<string>
}> {
  override get message(): string {
    return `an agency of kind ${this.agencyKind} may not open ${this.category}; open to it are ${this.open.join(", ")}`
  }
}

/**
 * A position cannot be opened: nothing describes it, or it is no post of a civil servant.
 *
 * @category errors
 * @since 0.1.0
 */
export class PositionNotOpen extends Data.TaggedError("PositionNotOpen")<{
  readonly position: string
  readonly why: "not-described" | "closed"
}> {
  override get message(): string {
    return this.why === "closed"
      ? `${this.position} is no post of a civil servant; take it out of what is opened`
      : `${this.position} has posts but no education and kind; add it to the positions`
  }
}

/**
 * The distribution still waits for a draw; opened as it is, posts granted would be lost.
 *
 * @category errors
 * @since 0.1.0
 */
export class DrawsOpen extends Data.TaggedError("DrawsOpen")<{ readonly draws: ReadonlyArray<Apportionment.Draw> }> {
  override get message(): string {
    const open = this.draws.map(({ among, seats }) => `${seats} of ${among.join(", ")}`)
    return `posts wait for a draw: ${open.join("; ")}; settle it and distribute the decree again`
  }
}

/**
 * More posts are set aside or withheld in a cell than were granted to it.
 *
 * @category errors
 * @since 0.1.0
 */
export class BeyondGranted extends Data.TaggedError("BeyondGranted")<{
  readonly cell: string
  readonly asked: number
  readonly granted: number
}> {
  override get message(): string {
    return `${this.cell} sets aside or withholds ${this.asked} posts and was granted ${this.granted}; lower the special or withheld posts`
  }
}

// --- operations ---

/**
 * Opens the posts granted.
 *
 * **Details**
 *
 * Special posts come first, then each reserved share is filled up from the general posts of the positions fit for it.
 * What is left is `umum`. Reserved shares are counted on all posts opened by the agency.
 *
 * **Example** (Fifty nurses, one post reserved)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Opening } from "@timbang/core/formation"
 * const distribution = { decree: { number: "contoh", day: "2026-05-01" }, rows: [{ unit: "A", position: "nurse", asked: 60, granted: 50 }], draws: [] }
 * const positions = [{ position: "nurse", education: "D-III Keperawatan", asnKind: "pns" }] as const
 * const rules = { categories: ["umum", "disabilitas"], shares: [{ category: "disabilitas", share: "0.02", rounding: "up" }] } as const
 * const opened = Opening.open({ agency: "Kab. Contoh", agencyKind: "daerah", distribution, positions, rules, method: "dhondt" })
 * Result.map(opened, ({ cells }) => cells.map(({ category, seats }) => [category, seats])) // => Result.succeed([["umum", 49], ["disabilitas", 1]])
 * Result.map(opened, ({ totals }) => totals) // => Result.succeed({ asked: 60, granted: 50, opened: 50 })
 * ```
 *
 * @category opening
 * @since 0.1.0
 */
export const open = (
  opening: Opening
): Result.Result<Opened, Apportionment.Refused | CategoryNotOpen | PositionNotOpen | DrawsOpen | BeyondGranted> =>
  Result.gen(function* () {
    const { agencyKind, distribution, method, positions, rules, special = [], withheld = [] } = opening
    if (distribution.draws.length > 0) return yield* Result.fail(new DrawsOpen({ draws: distribution.draws }))
    for (const { seats, ...cell } of [...special, ...withheld]) {
      if (!Number.isSafeInteger(seats) || seats < 0) return yield* Result.fail(notWhole(nameOf(cell), seats))
    }
    const details = new Map(
      positions.map((detail) => [
        detail.unit === undefined ? detail.position : nameOf({ unit: detail.unit, position: detail.position }),
        detail
      ])
    )
    const detailOf = (row: { readonly unit: string; readonly position: string }) =>
      details.get(nameOf(row)) ?? details.get(row.position)
    const rows = [...distribution.rows].filter(({ granted }) => granted > 0).sort(byPositionThenUnit)
    const openable = new Map(rows.map((row) => [nameOf(row), row.granted]))
    for (const { seats, ...cell } of withheld) openable.set(nameOf(cell), (openable.get(nameOf(cell)) ?? 0) - seats)
    for (const row of rows) {
      const { position } = row
      if (rules.closedPositions?.includes(position))
        return yield* Result.fail(new PositionNotOpen({ position, why: "closed" }))
      if (detailOf(row) === undefined) return yield* Result.fail(new PositionNotOpen({ position, why: "not-described" }))
    }
    const binding = rules.shares.filter(
      ({ agencyKinds }) => agencyKinds === undefined || agencyKinds.includes(agencyKind)
    )
    for (const { category } of [...special, ...binding]) {
      if (!rules.categories.includes(category)) {
        return yield* Result.fail(new CategoryNotOpen({ category, agencyKind, open: rules.categories }))
      }
    }
    const general = new Map(openable)
    const aside = new Map<string, Map<string, number>>()
    const setAside = (name: string, category: string, seats: number) => {
      const byCategory = aside.get(name) ?? new Map<string, number>()
      aside.set(name, byCategory.set(category, (byCategory.get(category) ?? 0) + seats))
      general.set(name, (general.get(name) ?? 0) - seats)
    }
    for (const { category, seats, ...cell } of special) {
      if (category !== "umum") setAside(nameOf(cell), category, seats)
    }
    for (const [cell, left] of general) {
      const granted = rows.find((row) => nameOf(row) === cell)?.granted ?? 0
      if (left < 0) return yield* Result.fail(new BeyondGranted({ cell, asked: granted - left, granted }))
    }
    const total = [...openable.values()].reduce((sum, seats) => sum + seats, 0)
    const inCategory = (category: string) =>
      [...aside.values()].reduce((sum, byCategory) => sum + (byCategory.get(category) ?? 0), 0)
    const draws: Array<Apportionment.Draw & { readonly category: string }> = []
    const reserved: Array<Opened["reserved"][number]> = []
    for (const share of binding) {
      const required = ReservedShare.posts(share, total)
      const fit = rows.filter((row) => detailOf(row)!.fitFor?.includes(share.category) ?? true)
      const cells = fit.map((row) => ({ name: nameOf(row), seats: general.get(nameOf(row))! }))
      const missing = Math.max(0, required - inCategory(share.category))
      const placed = yield* ReservedShare.place(cells, missing, method, opening.drawn?.[share.category])
      for (const { seats, unit } of placed.seats) if (seats > 0) setAside(unit, share.category, seats)
      draws.push(...placed.draws.map((draw) => ({ ...draw, category: share.category })))
      reserved.push({ category: share.category, required, opened: inCategory(share.category) })
    }
    const cells = rows.flatMap((row) => {
      const byCategory = [...(aside.get(nameOf(row)) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
      return [["umum", general.get(nameOf(row))!] as const, ...byCategory]
        .filter(([, seats]) => seats > 0)
        .map(([category, seats]) => ({ row, category, seats }))
    })
    return {
      cells: cells.map(({ category, row, seats }, i) =>
        cellOf(opening, detailOf(row)!, row.unit, category, seats, i)
      ),
      fates: distribution.rows.map((row) => {
        const held = withheld.find((cell) => nameOf(cell) === nameOf(row))
        return {
          ...row,
          opened: openable.get(nameOf(row)) ?? 0,
          ...(held === undefined ? {} : { withheldFor: held.reason })
        }
      }),
      totals: {
        asked: distribution.rows.reduce((sum, { asked }) => sum + asked, 0),
        granted: distribution.rows.reduce((sum, { granted }) => sum + granted, 0),
        opened: cells.reduce((sum, { seats }) => sum + seats, 0)
      },
      reserved,
      draws
    }
  })

const notWhole = (unit: string, found: number) => new Apportionment.NotWhole({ unit, field: "seats", found })

const cellOf = (
  { agency, agencyKind, locations }: Opening,
  { asnKind, education, location: place, position, thresholdGroup }: PositionDetail,
  unit: string,
  category: string,
  seats: number,
  index: number
): OpenedCell => ({
  formation: `F${String(index + 1).padStart(4, "0")}`,
  position,
  education,
  location: place ?? locations?.[unit] ?? unit,
  category,
  seats,
  agency,
  agencyKind,
  ...(thresholdGroup === undefined ? {} : { thresholdGroup }),
  unit,
  asnKind
})

const byPositionThenUnit = (a: Granted, b: Granted): number =>
  a.position !== b.position ? (a.position < b.position ? -1 : 1) : a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0
