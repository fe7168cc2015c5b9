/**
 * What an audit found, as lines.
 *
 * @since 0.1.0
 */
import type { Audit, Chronicle, Entry } from "@timbang/core/publication"
import { Sentences } from "@timbang/language"
import { AuditSentences, CommandLines, PublishLines, VerifierTexts } from "@timbang/language/publication"
import * as Screen from "../Screen.ts"

// --- operations ---

/** Whether results were recomputed, or there were none to recompute. */
export const isRecounted = ({ counts, rerun }: Audit.Report): boolean =>
  (counts.get("result") ?? 0) === 0 || rerun.attested["results"] === undefined

/** Whether everything that an audit can check was checked; what only private data decide is counted and no hindrance. */
export const isSure = (report: Audit.Report): boolean =>
  report.notices.length === 0 && (report.counts.get("result") ?? 0) > 0 && isRecounted(report)

/** The report for a person. */
export const lines = (report: Audit.Report, lang: Sentences.Language): ReadonlyArray<string> => {
  const says = CommandLines.lines[lang]
  const more = PublishLines.lines[lang]
  const corrections = report.chronicle.corrections.map((one) => correctionOf(one, lang))
  const size = [...report.counts.values()].reduce((sum, count) => sum + count, 0)
  const all = [
    says.entries(size, report.checkpoints.length),
    ...[...report.counts].map(([kind, count]) => `  ${VerifierTexts.texts[lang].kinds[kind]}: ${count}`),
    ...counted(more.recounted, more.checked, report.rerun.checked),
    ...counted(more.attestedOnly, more.attested, report.rerun.attested),
    ...corrections.slice(0, mostFaults).map((one) => more.correction(one)),
    ...(corrections.length > mostFaults ? [`  ... ${corrections.length - mostFaults}`] : []),
    says.faults(report.faults.length),
    ...report.faults.slice(0, mostFaults).map((fault) => `  ${Sentences.say(AuditSentences.faults[lang], fault)}`),
    ...(report.faults.length > mostFaults ? [`  ... ${report.faults.length - mostFaults}`] : []),
    ...report.notices.map((notice) => Sentences.say(AuditSentences.notices[lang], notice)),
    ...(isRecounted(report) && (report.counts.get("result") ?? 0) > 0 ? [] : [says.notRecomputed])
  ]
  return all.map(Screen.inLine)
}

/** A correction as it is shown: what stood there, what counts now, and what it rests on. */
export const correctionOf = (
  { before, by, index, letter, objection, replaces }: Chronicle.Replaced,
  lang: Sentences.Language
): PublishLines.ShownCorrection => {
  const old = before ?? by
  return {
    index,
    replaces,
    participant: old?.participant ?? "",
    kind: old?.kind ?? "",
    changes: changesBetween(before, by, lang),
    objection,
    letter: letter === undefined ? undefined : `${letter.number} (${letter.date})`
  }
}

const changesBetween = (before: Entry.Correctable | null, by: Entry.Correctable | null, lang: Sentences.Language): string => {
  // Only what parted two people is a word; a formation or a code may be named like one.
  const value = (name: string, found: string | undefined): string =>
    found === undefined ? "-" : name === "decidedBy" ? AuditSentences.wordOf(found, lang) : found
  const [old, now] = [factsOf(before), factsOf(by)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((name) => old.get(name) !== now.get(name))
    .map((name) => `${AuditSentences.wordOf(name, lang)} ${value(name, old.get(name))} \u2192 ${value(name, now.get(name))}`)
    .join(", ")
}

const factsOf = (entry: Entry.Correctable | null): ReadonlyMap<string, string> => {
  if (entry === null) return new Map()
  const { commitments: _, kind: __, participant: ___, ...facts } = entry
  return new Map(
    Object.entries(facts).flatMap(([name, value]): ReadonlyArray<readonly [string, string]> =>
      value === null
        ? []
        : typeof value === "object"
        ? Object.entries(value).map(([part, figure]) => [part, String(figure)] as const)
        : [[name, String(value)]]
    )
  )
}

/** Most findings that are printed; the working paper has all. */
const mostFaults = 50

const counted = (
  title: string,
  words: Readonly<Record<string, string>>,
  counts: Readonly<Record<string, number>>
): ReadonlyArray<string> =>
  Object.keys(counts).length === 0
    ? []
    : [title, ...Object.entries(counts).map(([name, count]) => `  ${wordOf(words, name)}: ${count}`)]

/** A count by its name, in words. */
export const wordOf = (words: Readonly<Record<string, string>>, name: string): string => words[name] ?? name
