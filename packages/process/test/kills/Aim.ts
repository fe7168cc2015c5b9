/**
 * Kills that are aimed at windows of parts, at each once, and the count of what every kill hit, whether it was aimed or not.
 */
import { Stage } from "@timbang/process"
import type { Announcement } from "./Announcing.ts"
import type * as Nodes from "./Nodes.ts"
import * as Points from "./Points.ts"

/** Kills that fell into a window of a part. */
export interface Hit {
  readonly part: number
  readonly window: Points.Window
  aimed: number
  byChance: number
}

export interface Aim {
  readonly hits: ReadonlyArray<Hit>
  /** Windows that no kill was aimed at yet. */
  readonly left: () => number
  readonly aimed: () => number
  /** Steps that were begun again although their answer was kept. */
  readonly again: () => number
  /** A node says where a round stands. */
  readonly announced: (slot: number, announcement: Announcement) => void
  /** People see a round at a part, and are about to say what ends it or to wait for its days. */
  readonly seen: (round: string, part: number) => Promise<void>
  /** What they said ended the part. */
  readonly ended: (round: string, part: number) => Promise<void>
  /** A kill at a random moment. */
  readonly kill: (slot: number, isForGood: boolean) => Promise<void>
}

/** What is aimed at. */
export type Target = (part: Stage.Part, window: Points.Window) => boolean

/** Of several nodes only what a node itself comes into can be aimed at: people do not know which one has their round. */
export const make = (fleet: Nodes.Nodes, nodes: number, aimAt: Target = () => false): Aim => {
  const hits = Stage.parts.flatMap((part, at) => Points.windowsOf(part).map((window): Hit => ({ part: at, window, aimed: 0, byChance: 0 })))
  const hitOf = ({ part, window }: Omit<Points.Point, "round">) => hits.find((hit) => hit.part === part && hit.window === window)!
  const isAimedAt = ({ part, window }: Omit<Points.Point, "round">) => aimAt(Stage.parts[part]!, window)
  const where = new Map<string, Points.Point & { readonly slot: number }>()
  const kept = new Set<string>()
  let [again, killing] = [0, 0]
  let before = Promise.resolve()
  const isWanted = (point: Points.Point) => killing === 0 && isAimedAt(point) && hitOf(point).aimed === 0

  const shoot = (slot: number, aim: Points.Point | undefined, isForGood = false): Promise<void> => {
    killing++
    return before = before.then(async () => {
      const struck = [...where.values()].filter((one) => one.slot === slot && one.round !== aim?.round)
      await fleet.end(slot)
      for (const point of struck) {
        hitOf(point).byChance++
        where.delete(point.round)
      }
      if (aim !== undefined) hitOf(aim).aimed++
      if (!isForGood) fleet.begin(slot)
      killing--
    })
  }

  const byPeople = async (point: Points.Point): Promise<void> => {
    if (nodes > 1) return
    where.set(point.round, { ...point, slot: 0 })
    if (isWanted(point) && fleet.isUp(0)) await shoot(0, point)
  }

  return {
    hits,
    left: () => hits.filter((hit) => isAimedAt(hit) && hit.aimed === 0).length,
    aimed: () => hits.reduce((sum, hit) => sum + hit.aimed, 0),
    again: () => again,
    announced: (slot, { id, key, part, round, window }) => {
      const point = { round, part, window }
      where.set(round, { ...point, slot })
      if (key !== undefined && window === "begun" && kept.has(key)) again++
      if (key !== undefined && window === "answered") kept.add(key)
      if (isWanted(point)) void shoot(slot, point)
      else fleet.goOn(slot, id)
    },
    seen: (round, part) => {
      const is = where.get(round)
      // What the node said of the part that runs is nearer than what people see.
      const isKnown = is?.part === part && is.window !== "waiting"
      return isKnown || Stage.parts[part]?._tag === "Work" ? Promise.resolve() : byPeople({ round, part, window: "waiting" })
    },
    ended: (round, part) => byPeople({ round, part, window: "recorded" }),
    kill: (slot, isForGood) => shoot(slot, undefined, isForGood)
  }
}

/** Hits of a part before its fact, between what it made outside and its fact, and after its fact; a line for each part. */
export const table = (runs: ReadonlyArray<ReadonlyArray<Hit>>): ReadonlyArray<string> => {
  const columns: ReadonlyArray<ReadonlyArray<Points.Window>> = [["begun", "waiting", "due"], ["made", "answered"], ["recorded"]]
  return Stage.parts.map((part, at) => {
    const cells = columns.map((windows) => {
      const found = runs.flat().filter((hit) => hit.part === at && windows.includes(hit.window))
      return found.length === 0 ? "-" : String(found.reduce((sum, { aimed, byChance }) => sum + aimed + byChance, 0))
    })
    return `${Points.nameOf(part).padEnd(46)}${cells.map((cell) => cell.padStart(8)).join("")}`
  })
}

/** Parts with a kill in each of their windows. */
export const partsHit = (hits: ReadonlyArray<Hit>): number =>
  Stage.parts.filter((_, at) => hits.every((hit) => hit.part !== at || hit.aimed > 0)).length
