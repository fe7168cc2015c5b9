/**
 * The tables of a composite index, as they are shown and written.
 *
 * @since 0.1.0
 */
import { Aggregation, type CompositeIndex, type IndexReplay } from "@timbang/core/needs"
import type { Grid } from "../Grid.ts"
import type { Computed } from "./IndexRun.ts"

const decimals = 6

// --- operations ---

/** `unit, index, rank`, of a ready model `published` and `class`, and the result of every group. */
export const index = ({ outcome, published }: Computed): Grid => {
  const { groups, index: all, log: { model }, ranks, units } = outcome
  const root = model.groups.find(({ parent }) => parent === undefined)!.id
  const below = Object.keys(groups).filter((id) => id !== root)
  const classOf = published?.classOf
  return {
    name: "index",
    headers: [
      "unit", "index", ...(published === undefined ? [] : ["published"]), "rank", ...(classOf === undefined ? [] : ["class"]), ...below
    ],
    rows: units.map((unit, i) => [
      unit,
      figure(all[i]!),
      ...(published === undefined ? [] : [rounded(all[i]!, published.decimals)]),
      ranks[i]!,
      ...(classOf === undefined ? [] : [classOf(all[i]!)]),
      ...below.map((id) => figure(groups[id]![i]!.result))
    ]),
    figures: ["index", "published", ...below]
  }
}

/** `unit, group, mean, member, weight, contribution, total`: rounded so that those of a group add up to its total on paper. */
export const contributions = ({ outcome: { groups, log, members, units } }: Computed): Grid => {
  const weights = log.entries.find((entry) => entry.step === "aggregate")!.weights
  return {
    name: "contributions",
    headers: ["unit", "group", "mean", "member", "weight", "contribution", "total"],
    rows: units.flatMap((unit, i) =>
      Object.entries(groups).flatMap(([group, all]) => {
        const { contributions: parts, mean } = all[i]!
        const printed = Aggregation.printed(parts, decimals)
        const total = printed.reduce((sum, one) => sum + one, 0)
        return members[group]!.map((member, m) => [
          unit, group, mean, member, figure(weights[group]![member]!), units6(printed[m]!), units6(total)
        ])
      })),
    figures: ["weight", "contribution", "total"]
  }
}

/** `step, kind, method, unit, indicator, before, after`: what was done, and to which figures. */
export const steps = ({ outcome: { log } }: Computed): Grid => ({
  name: "steps",
  headers: ["step", "kind", "method", "unit", "indicator", "before", "after"],
  rows: log.entries.flatMap((entry, at): Grid["rows"] => {
    const changed = entry.step === "impute" ? entry.changed : entry.step === "outliers" ? entry.treated.flatMap((one) => one.changed) : []
    const row = [at + 1, entry.step, methodOf(entry)]
    return changed.length === 0
      ? [[...row, "", "", "", ""]]
      : changed.map(({ after, before, indicator, unit }) => [...row, unit, indicator, before === null ? "" : String(before), String(after)])
  })
})

/** `unit, indexBefore, indexAfter, rankBefore, rankAfter`: what one change moves. */
export const differences = (all: ReadonlyArray<IndexReplay.Difference>): Grid => ({
  name: "differences",
  headers: ["unit", "indexBefore", "indexAfter", "rankBefore", "rankAfter"],
  rows: all.map(({ index: { after, before }, rank, unit }) => [unit, figure(before), figure(after), rank.before, rank.after]),
  figures: ["indexBefore", "indexAfter"]
})

const methodOf = (entry: CompositeIndex.Entry): string => {
  switch (entry.step) {
    case "aggregate":
      return [...new Set(Object.values(entry.means))].join("|")
    case "scale":
      return String(entry.factor)
    default:
      return entry.method
  }
}

const figure = (one: number): string => one.toFixed(decimals).replace(/^-(0\.0+)$/, "$1")

const units6 = (units: number): string => figure(units / 10 ** decimals)

/** Half-up, after what binary numbers add beyond the ninth decimal. */
const rounded = (one: number, places: number): string => (Math.round(Math.round(one * 1e9) / 10 ** (9 - places)) / 10 ** places).toFixed(places)
