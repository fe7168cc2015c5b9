/**
 * Scores as they come in: a fold that keeps every value that was ever shown, and how readers follow it in frames.
 *
 * @since 0.1.0
 */
import type { RuleSet } from "@timbang/core/selection"
import type { Sources } from "@timbang/workflows/ports"
import type { PublicRecord } from "./PublicRecord.ts"

// --- models ---

/**
 * A value that was shown and then replaced.
 *
 * @category models
 * @since 0.1.0
 */
export interface Replaced {
  readonly value: string
  /** Index of the correction in the log; absent when the source gave no reason. */
  readonly correction: number | undefined
}

/**
 * One component's score with what it was before.
 *
 * @category models
 * @since 0.1.0
 */
export interface Cell {
  value: string
  readonly old: Array<Replaced>
}

/**
 * The scores of one session.
 *
 * @category models
 * @since 0.1.0
 */
export interface Session {
  readonly stage: string
  readonly session: string
  source: string
  /** When the newest score was received. Unit: milliseconds since 1970-01-01 UTC. */
  receivedAt: number
  isClosed: boolean
  /** Whether it was closed since the last frame, so that whoever follows it is told. */
  isJustClosed: boolean
  readonly rows: Map<string, Map<string, Cell>>
  /** Participants whose row changed since the last frame. */
  readonly changed: Set<string>
}

/**
 * Every session, the newest last.
 *
 * @category models
 * @since 0.1.0
 */
export interface Board {
  readonly sessions: Map<string, Session>
}

// --- operations ---

/**
 * A board without scores.
 *
 * **Example** (Nothing yet)
 *
 * ```ts
 * import { Board } from "@timbang/portal"
 * Board.make().sessions.size // => 0
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const make = (): Board => ({ sessions: new Map() })

/**
 * The session of that name, made when it is new.
 *
 * @category operations
 * @since 0.1.0
 */
export const sessionOf = (board: Board, stage: string, session: string): Session => {
  const key = JSON.stringify([stage, session])
  const known = board.sessions.get(key)
  if (known !== undefined) return known
  const made: Session = { stage, session, source: "", receivedAt: 0, isClosed: false, isJustClosed: false, rows: new Map(), changed: new Set() }
  board.sessions.set(key, made)
  return made
}

/**
 * Takes in what a feed says. A later different value does not overwrite: the old one stays, struck through.
 *
 * **Example** (A value that the source replaced)
 *
 * ```ts
 * import { Board } from "@timbang/portal"
 * const board = Board.make()
 * const score = (TWK: string) => ({ _tag: "Score", scored: { value: { participant: "26-1", stage: "SKD", session: "1", scores: { TWK } }, place: { source: "cat" } }, cursor: "1" } as const)
 * Board.observe(board, score("100"), 0)
 * Board.observe(board, score("105"), 1000)
 * Board.sessionOf(board, "SKD", "1").rows.get("26-1")?.get("TWK") // => { value: "105", old: [{ value: "100", correction: undefined }] }
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const observe = (board: Board, event: Sources.FeedEvent, receivedAt: number): void => {
  if (event._tag === "Score") {
    const { place, value } = event.scored
    const session = sessionOf(board, value.stage, value.session)
    session.source = place.source
    put(session, value.participant, value.scores, receivedAt, undefined)
  } else close(sessionOf(board, event.stage, event.session), event._tag === "SessionClosed")
}

const close = (session: Session, isClosed: boolean): void => {
  session.isJustClosed = isClosed && !session.isClosed
  session.isClosed = isClosed
}

/**
 * The session that somebody who names none wants to see: of those still open the one that was heard of last; where none is open
 * the last of all.
 *
 * **Example** (Nothing yet)
 *
 * ```ts
 * import { Board } from "@timbang/portal"
 * Board.newest(Board.make()) // => undefined
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const newest = ({ sessions }: Board): Session | undefined => {
  const all = [...sessions.values()]
  return all.filter(({ isClosed }) => !isClosed).sort((one, other) => one.receivedAt - other.receivedAt).at(-1) ?? all.at(-1)
}

/**
 * Takes in the entries of a log from an index on, corrections with the entry that makes them.
 *
 * @category operations
 * @since 0.1.0
 */
export const fromLog = (board: Board, { entries, origin }: PublicRecord, from: number, receivedAt: number): void => {
  for (let index = from; index < entries.length; index++) {
    const entry = entries[index]!
    const owner = entry.kind === "correction" ? entry.by : entry
    if (owner?.kind === "score") {
      const session = sessionOf(board, owner.stage, owner.session)
      session.source = origin
      put(session, owner.participant, owner.scores, receivedAt, entry.kind === "correction" ? index : undefined)
    }
    if (entry.kind === "seal" && entry.of === "scores" && entry.stage !== undefined && entry.session !== undefined) {
      close(sessionOf(board, entry.stage, entry.session), true)
    }
  }
}

/**
 * The total of a row: the sum of all components of the exam, exactly. There is none while one of them is missing, so that a
 * part of an exam is never shown as the whole, and none where the exam is unknown.
 *
 * **Example** (The second component has not come yet)
 *
 * ```ts
 * import { Specimen } from "@timbang/core/selection"
 * import { Board } from "@timbang/portal"
 * const written = Specimen.ruleSet.components.filter(({ exam }) => exam === "written")
 * const cell = (value: string) => ({ value, old: [] })
 * Board.totalOf(written, new Map([["knowledge", cell("100")]])) // => undefined
 * Board.totalOf(written, new Map([["knowledge", cell("100")], ["attitude", cell("200")]]))?.text // => "300"
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const totalOf = (
  components: ReadonlyArray<RuleSet.RuleSet["components"][number]>,
  row: ReadonlyMap<string, Cell>
): { readonly units: number; readonly text: string } | undefined => {
  if (components.length === 0) return undefined
  const decimals = Math.max(0, ...components.map((one) => one.decimals))
  let units = 0
  for (const { id } of components) {
    const cell = row.get(id)
    if (cell === undefined || cell.value === "") return undefined
    const [whole, part = ""] = cell.value.split(".")
    units += Number(`${whole}${part.padEnd(decimals, "0")}`)
  }
  const digits = String(units).padStart(decimals + 1, "0")
  return { units, text: decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` }
}

/**
 * Ranks among the totals of the same formation, equals at the same rank: 1, 2, 2, 4.
 *
 * **Example** (Two equal totals)
 *
 * ```ts
 * import { Board } from "@timbang/portal"
 * [...Board.ranks(new Map([["a", { formation: "F", units: 5 }], ["b", { formation: "F", units: 7 }], ["c", { formation: "F", units: 7 }]]))] // => [["b", 1], ["c", 1], ["a", 3]]
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const ranks = (
  totals: ReadonlyMap<string, { readonly formation: string; readonly units: number }>
): ReadonlyMap<string, number> => {
  const sorted = [...totals].sort(([a, one], [b, other]) => other.units - one.units || (a < b ? -1 : 1))
  const seen = new Map<string, { count: number; units: number; rank: number }>()
  return new Map(sorted.map(([participant, { formation, units }]) => {
    const last = seen.get(formation)
    const count = (last?.count ?? 0) + 1
    const rank = last !== undefined && last.units === units ? last.rank : count
    seen.set(formation, { count, units, rank })
    return [participant, rank]
  }))
}

const put = (
  session: Session,
  participant: string,
  scores: Readonly<Record<string, string | number>>,
  receivedAt: number,
  correction: number | undefined
): void => {
  session.receivedAt = Math.max(session.receivedAt, receivedAt)
  const row = session.rows.get(participant) ?? new Map<string, Cell>()
  session.rows.set(participant, row)
  for (const [component, score] of Object.entries(scores)) {
    const value = String(score)
    const cell = row.get(component)
    if (cell?.value === value) continue
    if (cell === undefined) row.set(component, { value, old: [] })
    else {
      cell.old.push({ value: cell.value, correction })
      cell.value = value
    }
    session.changed.add(participant)
  }
}
