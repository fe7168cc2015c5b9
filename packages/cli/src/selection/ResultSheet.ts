/**
 * The result of a selection as a sheet: one row for each participant, in formation order, then rank.
 *
 * @since 0.1.0
 */
import { LegalSource } from "@timbang/core/law"
import { Explanation, LastList, Outcome, RuleSet, type Ranking, type Selection } from "@timbang/core/selection"
import { Explanations, type Sentences } from "@timbang/language"
import { Sheet } from "@timbang/source-files"

// --- operations ---

/** The columns `formation, rank, participant`, the total of each exam, `final, status, decidedBy`. */
export const sheet = (selection: Selection.Selection): Sheet.Sheet => {
  const { cohort, formations, plan, ruleSet, values } = selection
  const last = LastList.of(selection)
  const totals = RuleSet.examTotals(ruleSet).map(({ total }) => total)
  const score = (header: string, id: string) =>
    Sheet.decimal(header, values[id] ?? cohort.scores[id] ?? new Int32Array(cohort.size).fill(-1), plan.scales[id]?.decimals ?? decimalsOf(ruleSet, id))
  const status = statuses(selection)
  const rungs = rungNames(selection, last)
  return {
    name: "Hasil",
    size: cohort.size,
    order: rowOrder(selection),
    columns: [
      Sheet.code("formation", cohort.formation, formations.map(({ formation }) => formation)),
      Sheet.integer("rank", last?.rank ?? new Int32Array(cohort.size), 0),
      Sheet.text("participant", cohort.participant),
      ...totals.map((id) => score(id, id)),
      finalScores(selection),
      Sheet.code("status", status.codes, status.words),
      Sheet.code("decidedBy", rungs.codes, rungs.words)
    ]
  }
}

/** What each printed code means, with its source; an outcome that occurs without a code of its own is named as such. */
export const codeSheet = ({ outcome, ruleSet }: Selection.Selection): Sheet.Sheet => {
  const rows = [
    ...ruleSet.codes.map((each) => [each.code, each.title, each.outcome, each.pass ?? "", LegalSource.cite(each.source), each.source.confidence]),
    ...[...new Set(outcome)].sort((a, b) => a - b).map((tag) => Outcome.tags[tag]!)
      .filter((tag) => !ruleSet.codes.some((code) => code.outcome === tag))
      .map((tag) => [Outcome.codeOf([], tag, {}), Explanations.withoutCode(tag, "id"), tag, "", ruleSet.sources.slice(0, 1).map(LegalSource.cite).join(), ""])
  ]
  return {
    name: "Kode",
    size: rows.length,
    columns: ["code", "meaning", "outcome", "pass", "source", "confidence"].map((header, at) => Sheet.text(header, rows.map((row) => row[at]!)))
  }
}

/** How many participants have each code, by formation and over all. */
export const counts = (selection: Selection.Selection): ReadonlyMap<string, number> => {
  const { codes, words } = statuses(selection)
  const counted = new Map<string, number>()
  codes.forEach((code) => counted.set(words[code]!, (counted.get(words[code]!) ?? 0) + 1))
  return counted
}

/** How many participants came to each outcome: code, what it means, participants; in the order of the outcomes. */
export const tally = (selection: Selection.Selection, lang: Sentences.Language): ReadonlyArray<readonly [string, string, number]> => {
  const { codes, words } = statuses(selection)
  const meaning = Explanations.phrases(lang).outcome
  const counted = new Map<number, number>()
  codes.forEach((code, row) => {
    const key = selection.outcome[row]! * words.length + code
    counted.set(key, (counted.get(key) ?? 0) + 1)
  })
  return [...counted].sort(([a], [b]) => a - b).map(([key, participants]) =>
    [words[key % words.length]!, meaning[Outcome.tags[Math.floor(key / words.length)]!], participants])
}

const decimalsOf = (ruleSet: RuleSet.RuleSet, id: string): number => {
  const step = ruleSet.steps.find((each) => each.id === ruleSet.ranking.final)
  const component = ruleSet.components.find((each) => each.id === id)
  return component?.decimals ?? (step !== undefined && "decimals" in step ? step.decimals : 3)
}

/** The final score of everybody in the final order; others have none, whatever scores they have. */
const finalScores = ({ cohort, final, plan, ruleSet, values }: Selection.Selection): Sheet.Written => {
  const column = values[ruleSet.ranking.final]
  const units = column === undefined || final === undefined
    ? new Int32Array(cohort.size).fill(-1)
    : column.map((score, row) => final.rank[row] === 0 ? -1 : score)
  return Sheet.decimal("final", units, plan.scales[ruleSet.ranking.final]?.decimals ?? decimalsOf(ruleSet, ruleSet.ranking.final))
}

/** Formation order, then rank, then the place in the shortlist, the first group before the second; equals and the unranked by their numbers, which means nothing. */
const rowOrder = ({ cohort, final, formations, secondShortlist, shortlist }: Selection.Selection): Int32Array => {
  const { formation, participant, size } = cohort
  const starts = new Int32Array(formations.length + 1)
  for (let i = 0; i < size; i++) starts[formation[i]! + 1]!++
  for (let c = 0; c < formations.length; c++) starts[c + 1]! += starts[c]!
  const next = starts.slice()
  const order = new Int32Array(size)
  const isPlaced = new Uint8Array(size)
  const place = (row: number): void => {
    if (isPlaced[row] === 1) return
    isPlaced[row] = 1
    order[next[formation[row]!]!++] = row
  }
  final?.order.forEach(place)
  shortlist?.order.forEach(place)
  secondShortlist?.order.forEach(place)
  const ranked = next.slice()
  for (let row = 0; row < size; row++) place(row)
  const byNumber = (a: number, b: number) => participant[a]! < participant[b]! ? -1 : participant[a]! > participant[b]! ? 1 : 0
  if (isAscending(participant)) return order
  for (let c = 0; c < formations.length; c++) {
    const rest = order.subarray(ranked[c]!, starts[c + 1]!)
    for (let i = 1; i < rest.length; i++) {
      if (byNumber(rest[i - 1]!, rest[i]!) > 0) {
        rest.sort(byNumber)
        break
      }
    }
  }
  return order
}

const isAscending = (names: ReadonlyArray<string>): boolean => {
  for (let i = 1; i < names.length; i++) if (names[i - 1]! > names[i]!) return false
  return true
}

/** Codes by row, as indices into the words that occur. */
const statuses = (selection: Selection.Selection): { readonly codes: Int32Array; readonly words: ReadonlyArray<string> } => {
  const { cohort, group, outcome, pass, ruleSet } = selection
  const words: Array<string> = []
  const known = new Map<number, number>()
  const codes = new Int32Array(cohort.size)
  for (let row = 0; row < cohort.size; row++) {
    const key = ((outcome[row]! * 4 + group[row]!) * 256 + (pass[row] ?? 0)) * 256 + (cohort.priorityClass?.[row] ?? 255)
    let at = known.get(key)
    if (at === undefined) {
      const word = Outcome.codeOf(ruleSet.codes, Outcome.tags[outcome[row]!]!, Explanation.aboutRow(selection, row))
      at = words.includes(word) ? words.indexOf(word) : words.push(word) - 1
      known.set(key, at)
    }
    codes[row] = at
  }
  return { codes, words }
}

/** What parted each row from the one above: a rung's name, `equal`, or `unresolved:` with what is missing. */
const rungNames = (
  { cohort, final }: Selection.Selection,
  ranked: Ranking.Ranked | undefined
): { readonly codes: Int32Array; readonly words: ReadonlyArray<string> } => {
  const names = ranked?.keys.map(({ name }) => name) ?? []
  const codes = new Int32Array(cohort.size).fill(-1)
  if (ranked !== undefined) {
    for (let row = 0; row < cohort.size; row++) {
      const rung = ranked.rung[row]!
      if (rung > 0) codes[row] = rung - 1
      else if (rung < 0) codes[row] = names.length - rung - 1
    }
  }
  const called = (rung: number) => LastList.rungName(ranked?.keys ?? [], rung, final !== undefined)
  return { codes, words: [...names, ...names.map((_, at) => called(-at - 1)), called(-names.length - 1)] }
}
