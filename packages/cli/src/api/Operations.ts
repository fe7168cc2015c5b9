/**
 * What each address of the API computes: the runs of the command line, from what was sent instead of from files.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import type { Day } from "@timbang/core/law"
import { Eligibility, Explanation, type Selection } from "@timbang/core/selection"
import { Verification } from "@timbang/core/publication"
import { Applications, Corrections, Explanations, type Sentences } from "@timbang/language"
import { VerifierTexts } from "@timbang/language/publication"
import { Primitives } from "@timbang/signing"
import { NodePrimitives } from "@timbang/signing/node"
import { FormationsFile, type Table } from "@timbang/source-files"
import { Effect, Option, Result } from "effect"
import { codes, CommandFailed } from "../Exit.ts"
import * as AllocateRun from "../formation/AllocateRun.ts"
import * as Input from "../Input.ts"
import * as Options from "../Options.ts"
import * as SurveyGroups from "../performance/SurveyGroups.ts"
import * as SurveyRun from "../performance/SurveyRun.ts"
import * as ReceiptCheck from "../publication/ReceiptCheck.ts"
import * as EligibilityRun from "../selection/EligibilityRun.ts"
import * as OfficialCheck from "../selection/OfficialCheck.ts"
import * as Refusal from "../selection/Refusal.ts"
import * as ResultSheet from "../selection/ResultSheet.ts"
import type * as RoundFiles from "../selection/RoundFiles.ts"
import * as RuleSetSource from "../selection/RuleSetSource.ts"
import * as RunFolder from "../selection/RunFolder.ts"
import * as RunOptions from "../selection/RunOptions.ts"
import * as SelectRun from "../selection/SelectRun.ts"
import type { File, Name, Payload } from "./Payloads.ts"
import * as Sheets from "./Sheets.ts"

// --- models ---

/** What one address computes. */
type Operation<N extends Name> = (sent: Payload<N>, lang: Sentences.Language) => Effect.Effect<object, CommandFailed | Fault.InputRefused>

// --- operations ---

const eligibility: Operation<"eligibility"> = Effect.fn("api.eligibility")(function*(sent, lang) {
  const ruleSet = yield* rulesOf(sent, lang)
  const { formations } = yield* FormationsFile.read(input(sent.formations, "formations"), ruleSet)
  const { applications, findings = [], programmes = [], register } = sent
  const made = Eligibility.check({ ruleSet, formations, applications, findings, programmes, ...(register === undefined ? {} : { register }) })
  if (Result.isFailure(made)) return yield* Effect.fail(EligibilityRun.refusal(made.failure, lang))
  const unequal = Eligibility.unequal(made.success)
  return {
    code: EligibilityRun.codeOf({ checked: made.success, unequal, strays: 0 }),
    checked: made.success.map((checked) => ({ ...checked, summary: Applications.summary(checked, lang), lines: Applications.lines(checked, lang) })),
    unequal: unequal.map((each) => ({ ...each, line: Applications.unequal(each, lang) }))
  }
})

const check: Operation<"check"> = Effect.fn("api.check")(function*(sent, lang) {
  const [formations, participants] = [optionalInput(sent.formations, "formations"), optionalInput(sent.participants, "participants")]
  const stage = sent.stage ?? "final"
  const ruleSet = yield* RunOptions.ofCheckWith({ lang, stage, scoredOn: Option.fromUndefinedOr(sent.scoredOn), formations, participants }, rulesOf(sent, lang))
  const found = yield* OfficialCheck.examine({
    ruleSet,
    official: input(sent.official, "official"),
    formations: Option.getOrUndefined(formations),
    participants: Option.getOrUndefined(participants),
    stage,
    scoredOn: sent.scoredOn as Day.Day | undefined,
    lawLetter: sent.lawLetter,
    lang
  })
  const { differing, equal, isInPart, missing, missingSheet, notCheckable, seatsDiffering, sheet } = found
  return {
    code: differing + seatsDiffering + missing > 0 ? codes.found : isInPart ? codes.unsure : codes.done,
    equal,
    differing,
    seatsDiffering,
    notCheckable,
    missing,
    summary: found.lines,
    findings: Sheets.rows(sheet),
    ...(missingSheet === undefined ? {} : { missingRows: Sheets.rows(missingSheet) }),
    notes: found.corrections.map((correction) => Corrections.sentence(correction, lang))
  }
})

/** A round as it was sent, selected. */
const selected = Effect.fn("api.selected")(function*(sent: Payload<"select">, lang: Sentences.Language) {
  const { options, ruleSet } = yield* RunOptions.readWith({
    stage: sent.stage ?? "final",
    standing: sent.standing ?? "simulasi",
    letterNumber: Option.fromUndefinedOr(sent.letterNumber),
    letterDay: Option.fromUndefinedOr(sent.letterDay),
    letterDigest: Option.fromUndefinedOr(sent.letterDigest),
    scoredOn: Option.fromUndefinedOr(sent.scoredOn),
    filling: sent.filling ?? "on",
    pool: Option.fromUndefinedOr(sent.fillingPool),
    cellOrder: Option.fromUndefinedOr(sent.fillingOrder),
    closing: Option.fromUndefinedOr(sent.fillingClosing),
    consent: Option.fromUndefinedOr(sent.fillingConsent),
    freedPlaces: Option.fromUndefinedOr(sent.freedPlaces),
    refillUntil: Option.fromUndefinedOr(sent.refillUntil),
    lang
  }, rulesOf(sent, lang))
  const round: RoundFiles.Given = {
    formations: input(sent.formations, "formations"),
    participants: input(sent.participants, "participants"),
    events: sent.events === undefined ? undefined : input(sent.events, "events"),
    ruleSet,
    options,
    lang,
    onProgress: () => undefined
  }
  return { round, ran: yield* SelectRun.run(round) }
})

const select: Operation<"select"> = Effect.fn("api.select")(function*(sent, lang) {
  const { ran } = yield* selected(sent, lang)
  const { selection } = ran
  const { files: _, ...manifest } = RunFolder.manifestOf(ran, Primitives.portable.canonicalize(selection.ruleSet), {})
  return {
    code: codes.done,
    manifest,
    tally: ResultSheet.tally(selection, lang).map(([code, meaning, participants]) => ({ code, meaning, participants })),
    result: Sheets.rows(ResultSheet.sheet(selection)),
    notes: SelectRun.notes(ran, lang)
  }
})

const explain: Operation<"explain"> = Effect.fn("api.explain")(function*({ explain: asked, ...sent }, lang) {
  const { ran, round } = yield* selected(sent, lang)
  const { selection } = ran
  const rows = new Map(selection.cohort.participant.map((participant, row) => [participant, row]))
  const unknown = asked.filter((participant) => !rows.has(participant))
  if (unknown.length > 0) {
    const folder = Input.nameOf(round.participants)
    return yield* Effect.fail(Options.refusal(unknown.map((participant) => ({ _tag: "ParticipantNotThere", folder, participant })), lang))
  }
  return { code: codes.done, explanations: asked.map((participant) => explanationOf(selection, participant, rows.get(participant)!, lang)), notes: SelectRun.notes(ran, lang) }
})

const explanationOf = (selection: Selection.Selection, participant: string, row: number, lang: Sentences.Language) => {
  const explanation = Explanation.explain(selection, row)
  return { participant, text: Explanations.text(explanation, lang).trimEnd(), explanation }
}

const { node } = NodePrimitives

const verify: Operation<"verify"> = Effect.fn("api.verify")(function*(sent, lang) {
  const trust = yield* Effect.fromResult(ReceiptCheck.trust(sent, lang))
  const own = yield* Effect.fromResult(ReceiptCheck.receipt(typeof sent.receipt === "string" ? sent.receipt : JSON.stringify(sent.receipt), lang))
  const receipt = sent.checkpoint === undefined ? own : yield* Effect.fromResult(ReceiptCheck.onCheckpoint(own, sent.checkpoint, undefined, lang))
  const { kind } = receipt.entry
  const texts = VerifierTexts.texts[lang]
  if (sent.document !== undefined && kind !== "document") {
    return yield* Effect.fail(new CommandFailed({ code: codes.refused, lines: [texts.document.otherReceipt] }))
  }
  const { checks, failed, verdict } = sent.document === undefined
    ? Verification.verify(node, receipt, trust)
    : Verification.verifyDocument(node, receipt, sent.document, trust)
  // The entry alone says nothing about a document that somebody has in hand.
  const isUnseen = kind === "document" && sent.document === undefined
  return {
    code: verdict === "refused" ? codes.found : verdict === "signer-unknown" || isUnseen ? codes.unsure : codes.done,
    verdict,
    failed: failed ?? null,
    sentence: [verdict === "refused" ? texts.refusals[failed!] : texts.verdicts[verdict], ...(isUnseen && verdict !== "refused" ? [texts.document.needsDocument] : [])].join(" "),
    checks: checks.map((each) => ({ ...each, sentence: `${texts.checks[each.name]}: ${texts.outcomes[each.outcome]}` })),
    entry: { kind, index: receipt.proof.index }
  }
})

const allocate: Operation<"allocate"> = Effect.fn("api.allocate")(function*(sent, lang) {
  const several = (file: File | undefined, name: string) => (file === undefined ? [] : [input(file, name)])
  const ran = yield* AllocateRun.run({
    claims: several(sent.claims, "claims"),
    cells: several(sent.cells, "cells"),
    margins: several(sent.margins, "margins"),
    policy: optionalInput(sent.policy, "policy"),
    policySource: Option.fromUndefinedOr(sent.policySource),
    years: (sent.years ?? []).join(","),
    seats: Option.fromUndefinedOr(sent.seats),
    budget: optionalInput(sent.budget, "budget"),
    whenAbove: sent.whenAbove ?? "zero-growth",
    on: Option.fromUndefinedOr(sent.on),
    method: sent.method ?? "sainte-lague",
    drawn: sent.drawn ?? [],
    previous: optionalInput(sent.previous, "previous"),
    pace: Option.fromUndefinedOr(sent.pace),
    paceFall: Option.fromUndefinedOr(sent.paceFall),
    paceLeast: sent.paceLeast ?? 1,
    intervals: false,
    spread: 0.25,
    draws: 1,
    seed: 1,
    coverage: 0.95,
    explain: [],
    steps: "never",
    lang
  })
  // A draw, or cells that several tables fit, are for people to settle.
  const isOpen = ran.shared.outcome.draws.length > 0 || ran.shared.open !== undefined
  return { code: isOpen ? codes.unsure : codes.done, ...AllocateRun.data(ran), notes: AllocateRun.notes(ran, lang) }
})

const survey: Operation<"survey"> = Effect.fn("api.survey")(function*(sent, lang) {
  const { answer, groups, notes } = yield* SurveyRun.run({
    responses: input(sent.responses, "responses"),
    margins: optionalInput(sent.margins, "margins"),
    words: optionalInput(sent.words, "words"),
    form: sent.form ?? "2017",
    weights: Option.fromUndefinedOr(sent.weights),
    population: Option.fromUndefinedOr(sent.population),
    invited: Option.fromUndefinedOr(sent.invited),
    fewest: sent.fewest ?? 10,
    complaints: optionalInput(sent.complaints, "complaints"),
    target: Option.fromUndefinedOr(sent.target),
    published: [],
    on: Option.fromUndefinedOr(sent.on),
    standing: sent.standing ?? "simulasi",
    letterNumber: Option.fromUndefinedOr(sent.letterNumber),
    letterDay: Option.fromUndefinedOr(sent.letterDay),
    letterDigest: Option.fromUndefinedOr(sent.letterDigest),
    lang
  })
  return { code: codes.done, index: answer, groups: Sheets.rows(SurveyGroups.sheet(groups)), notes }
})

const operations: { readonly [N in Name]: Operation<N> } = { eligibility, check, select, explain, verify, allocate, survey }

/** Computes the answer of one address, or fails with words and data. */
export const answer = <N extends Name>(name: N, sent: Payload<N>, lang: Sentences.Language): Effect.Effect<object, CommandFailed> =>
  Effect.catchTag(operations[name](sent, lang), "InputRefused", (refused) => Effect.fail(Refusal.ofFiles([refused], lang)))

// --- what was sent, as the readers of files take it ---

const optionalInput = (file: File | undefined, name: string): Option.Option<Table.Input> =>
  file === undefined ? Option.none() : Option.some(input(file, name))

/** Rows become lines of JSON: a fault counts them from 1. */
const input = (file: File, name: string): Table.Input => {
  if ("base64" in file) return { file: file.file, bytes: file.base64 }
  const text = "text" in file ? file.text : file.map((row) => `${JSON.stringify(row)}\n`).join("")
  return { file: "text" in file ? file.file : `${name}.ndjson`, bytes: new TextEncoder().encode(text) }
}

const rulesOf = (sent: Pick<Payload<"select">, "rules" | "supply" | "supplySource">, lang: Sentences.Language) =>
  RuleSetSource.given(sent.rules, Object.entries(sent.supply ?? {}).map(([path, value]) => `${path}=${value}`), sent.supplySource, lang)
