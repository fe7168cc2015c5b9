/**
 * The working paper of an audit (kertas kerja): what was audited, against whom, what was found, and what was only seen attested.
 *
 * @since 0.1.0
 */
import { type Audit, PaperWords, type Trust, VerifierKey } from "@timbang/core/publication"
import { Sentences } from "@timbang/language"
import { AuditSentences, AuditWorkbookTexts, CommandLines, PaperWordList, PublishLines, VerifierTexts } from "@timbang/language/publication"
import { NodePrimitives } from "@timbang/signing/node"
import { Sheet } from "@timbang/source-files"
import { Result } from "effect"
import * as AuditReport from "./AuditReport.ts"

// --- models ---

/** What was audited, and against whom. */
export interface Audited {
  readonly report: Audit.Report
  readonly trust: Trust.Trust
  /** Standing of each stage that has results. */
  readonly standings: ReadonlyArray<readonly [string, string]>
}

// --- operations ---

/** The sheets, the one to sign first. */
export const sheets = (audited: Audited, lang: Sentences.Language): ReadonlyArray<Sheet.Sheet> => {
  const { report } = audited
  const texts = AuditWorkbookTexts.texts[lang]
  const corrections = report.chronicle.corrections.map((one) => AuditReport.correctionOf(one, lang))
  const { attested, attestedOnly, checked, recounted } = PublishLines.lines[lang]
  const paper = paperOf(audited, lang)
  const summary = [
    ...[...report.counts].map(([kind, count]) => [texts.logged, VerifierTexts.texts[lang].kinds[kind], count] as const),
    ...Object.entries(report.rerun.checked).map(([name, count]) => [recounted, AuditReport.wordOf(checked, name), count] as const),
    ...Object.entries(report.rerun.attested).map(([name, count]) => [attestedOnly, AuditReport.wordOf(attested, name), count] as const),
    ...report.notices.map((notice) => [texts.notice, Sentences.say(AuditSentences.notices[lang], notice), -1] as const)
  ]
  return [
    {
      name: texts.sheets.paper,
      size: paper.length,
      columns: [Sheet.text(texts.paper.item, paper.map(([item]) => item)), Sheet.text(texts.paper.content, paper.map(([, content]) => content))]
    },
    {
      name: texts.sheets.summary,
      size: summary.length,
      columns: [
        Sheet.text(texts.part, summary.map(([part]) => part.replace(/:$/, ""))),
        Sheet.text(texts.what, summary.map(([, what]) => what)),
        Sheet.integer(texts.count, summary.map(([, , count]) => count))
      ]
    },
    {
      name: texts.sheets.findings,
      size: report.faults.length,
      columns: [
        Sheet.integer(texts.entry, report.faults.map((fault) => "index" in fault ? fault.index : -1)),
        Sheet.text(texts.code, report.faults.map(({ _tag }) => _tag)),
        Sheet.text(texts.finding, report.faults.map((fault) => Sentences.say(AuditSentences.faults[lang], fault)))
      ]
    },
    {
      name: texts.sheets.corrections,
      size: corrections.length,
      columns: [
        Sheet.integer(texts.entry, corrections.map(({ index }) => index)),
        Sheet.integer(texts.replaces, corrections.map(({ replaces }) => replaces)),
        Sheet.text(texts.participant, corrections.map(({ participant }) => participant)),
        Sheet.text(texts.kind, report.chronicle.corrections.map(({ before, by }) => {
          const kind = (before ?? by)?.kind
          return kind === undefined ? "" : VerifierTexts.texts[lang].kinds[kind]
        })),
        Sheet.text(texts.changes, corrections.map(({ changes }) => changes)),
        Sheet.integer(texts.objection, corrections.map(({ objection }) => objection ?? -1)),
        Sheet.text(texts.letter, corrections.map(({ letter }) => letter ?? ""))
      ]
    },
    {
      name: texts.sheets.checkpoints,
      size: report.checkpoints.length,
      columns: [
        Sheet.integer(texts.size, report.checkpoints.map(({ checkpoint }) => checkpoint.size)),
        Sheet.text(texts.paper.root, report.checkpoints.map(({ checkpoint }) => Buffer.from(checkpoint.root).toString("base64"))),
        Sheet.text(texts.witnesses, report.checkpoints.map(({ witnesses }) => witnesses.map(({ witness }) => witness).join(" ")))
      ]
    }
  ]
}

/** What identifies the audit, what it concludes, and room for the hand of whoever made it. */
const paperOf = ({ report, standings, trust }: Audited, lang: Sentences.Language): ReadonlyArray<readonly [string, string]> => {
  const says = AuditWorkbookTexts.texts[lang].paper
  const newest = report.checkpoints.at(-1)?.checkpoint
  const words = newest === undefined ? undefined : Result.getOrUndefined(PaperWords.of(NodePrimitives.node, PaperWordList.words, newest))
  const keys = trust.policy === undefined ? [] : [...trust.policy.logs, ...trust.policy.witnesses.values()].map(VerifierKey.write)
  const conclusion = report.faults.length > 0 ? "found" : AuditReport.isSure(report) ? "holds" : "unsure"
  const { attested } = PublishLines.lines[lang]
  return [
    [says.log, newest?.origin ?? ""],
    [says.entries, newest === undefined ? "" : String(newest.size)],
    [says.root, newest === undefined ? "" : Buffer.from(newest.root).toString("base64")],
    [says.words, words?.join(" ") ?? ""],
    ...(keys.length === 0 ? [says.nobody] : keys).map((key) => [says.trusted, key] as const),
    ...standings.map(([stage, standing]) => [says.standing, CommandLines.lines[lang].standing(stage.toUpperCase(), standing)] as const),
    [says.conclusion, `${CommandLines.lines[lang].faults(report.faults.length)}; ${says.conclusions[conclusion]}`],
    ...Object.entries(report.rerun.attested).map(([name, count]) => [says.attested, `${AuditReport.wordOf(attested, name)}: ${count}`] as const),
    [says.examiner, ""],
    [says.day, ""],
    [says.signature, ""]
  ]
}
