/**
 * Says why a participant stands where they stand: an explanation of the selection stage in words.
 *
 * @since 0.1.0
 */
import type { LegalSource, Standing } from "@timbang/core/law"
import { LegalSource as Source } from "@timbang/core/law"
import { Scaled } from "@timbang/core/number"
import type { Amount, Comparison, Condition, Explanation, LawGuard, Outcome, Place, SmallestChange } from "@timbang/core/selection"
import { english } from "./explanations.en.ts"
import { indonesian } from "./explanations.id.ts"
import * as RuleSetTitles from "./RuleSetTitles.ts"
import { type Language, say, type Sentences } from "../Sentences.ts"

// --- models ---

/**
 * A heading with its lines.
 *
 * @category models
 * @since 0.1.0
 */
export interface Section {
  readonly title: string
  readonly lines: ReadonlyArray<string>
}

/**
 * The phrases an explanation is made of; one for every tag.
 *
 * @category models
 * @since 0.1.0
 */
export interface Phrases {
  readonly decimalMark: "." | ","
  readonly sections: {
    readonly outcome: string
    readonly scores: string
    readonly minimums: string
    readonly steps: string
    readonly shortlist: string
    readonly final: string
    readonly change: string
    readonly corrections: string
    readonly basis: string
  }
  readonly outcome: Readonly<Record<Outcome.Outcome, string>>
  readonly condition: Readonly<Record<Condition.FactCondition, string>>
  readonly standing: Sentences<Standing.Standing>
  readonly guard: Sentences<LawGuard.Finding>
  readonly participant: (participant: string, formation: string, position: string) => string
  readonly code: (code: string) => string
  readonly codeUnknown: string
  readonly placement: (pass: string, title: string, formation: string | undefined) => string
  readonly score: (title: string, score: string, maximum: string) => string
  readonly absentScore: (title: string) => string
  readonly minimum: (title: string, score: string | undefined, limit: string, isMet: boolean) => string
  readonly sum: (title: string, parts: string, result: string) => string
  readonly rescale: (title: string, from: string, outOf: string, to: string, result: string, decimals: number) => string
  readonly weight: (title: string, percent: string, from: string, result: string, decimals: number) => string
  /** `added`: what the additions came to within the cap; left out where there was none. */
  readonly addition: (title: string, from: string, added: string | undefined, result: string, cap: string) => string
  readonly unfinished: (title: string) => string
  readonly place: (rank: number, of: number, places: number, seats: number, isShortlist: boolean) => string
  readonly parted: (neighbour: string, rung: string, own: string | undefined, theirs: string | undefined) => string
  readonly partedByAge: (neighbour: string) => string
  readonly partedByLetter: (neighbour: string) => string
  readonly missing: (neighbour: string, rung: string) => string
  readonly equal: (neighbour: string, isShortlist: boolean) => string
  readonly cut: (score: string, distance: string, side: "below" | "same" | "above") => string
  readonly goal: Readonly<Record<SmallestChange.Goal, string>>
  readonly change: (title: string, from: string, to: string, goal: string) => string
  readonly noneSuffices: (goal: string) => string
  readonly onlyOthersUnchanged: string
  readonly correction: (component: string, from: string, to: string, at: string, basis: string) => string
  readonly recorded: (reason: string) => string
  readonly source: (citation: string, confidence: string) => string
  readonly unverified: (path: string, citation: string) => string
  readonly groupOfPeople: (title: string, citation: string) => string
  readonly decidedBy: (authority: string) => string
  readonly rung: Readonly<Record<"gpa" | "birthDate" | "class" | "group" | "letter" | "decision", string>>
  readonly confidence: Readonly<Record<LegalSource.Confidence, string>>
  readonly direction: Readonly<Record<Comparison.Move["direction"], string>>
  /** What parted two runs, where it is no component and no step. */
  readonly difference: Readonly<Record<"event" | "filling" | "code" | "others", string>>
  readonly minimumOf: (of: string) => string
}

// --- operations ---

/**
 * The phrases of a language.
 *
 * **Example** (What a code means)
 *
 * ```ts
 * import { Explanations } from "@timbang/language"
 * Explanations.phrases("en").outcome.withdrawn // => "withdrew"
 * Explanations.phrases("id").outcome.withdrawn // => "mengundurkan diri"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const phrases = (language: Language): Phrases => language === "id" ? indonesian : english

/**
 * The step at which two runs part for somebody, in words; a component or step keeps its identifier.
 *
 * **Example** (A minimum)
 *
 * ```ts
 * import { Explanations } from "@timbang/language"
 * Explanations.difference("minimum:tiu", "id") // => "nilai ambang batas tiu"
 * Explanations.difference("others", "en") // => "other people"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const difference = (step: string, language: Language): string => {
  const words = phrases(language)
  if (step.startsWith("minimum:")) return words.minimumOf(step.slice("minimum:".length))
  return step in words.difference ? words.difference[step as keyof Phrases["difference"]] : step
}

/**
 * What an outcome means whose code no source gives: it is printed by its own name.
 *
 * **Example** (A round without a code for a missed minimum)
 *
 * ```ts
 * import { Explanations } from "@timbang/language"
 * Explanations.withoutCode("below-threshold", "id") // => "tidak memenuhi nilai ambang batas; kode tidak diketahui dalam sumber"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const withoutCode = (outcome: Outcome.Outcome, language: Language): string => {
  const words = phrases(language)
  return `${words.outcome[outcome]}; ${words.codeUnknown}`
}

/**
 * An explanation as sections of lines, most important first.
 *
 * **Details**
 *
 * Every line stands alone. Numbers carry all decimals the procedure keeps, in the notation of the language. A birth date is
 * never written, and no line ever says what would have been if a person were of another age, place or ability.
 *
 * **Example** (The first line says who and where)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Cohort, Explanation, Selection, Specimen } from "@timbang/core/selection"
 * import { Explanations } from "@timbang/language"
 * const rows = [{ participant: "24-1", formation: "F1", scores: { knowledge: 198, attitude: 200, practice: 51 } }]
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], rows))
 * const made = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * Explanations.sections(Explanation.explain(made, 0), "en")[0]?.lines[0] // => "Participant 24-1, formation F1 (Surveyor)"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const sections = (explanation: Explanation.Explanation, language: Language): ReadonlyArray<Section> => {
  const words = phrases(language)
  const title = (text: string) => RuleSetTitles.of(text, language)
  const number = (units: number, decimals: number) => Scaled.format(units, decimals).replace(".", words.decimalMark)
  const amount = (each: Amount.Amount) => each.units === undefined ? "–" : number(each.units, each.decimals)
  const maximum = (each: Amount.Amount) => number(each.maximum, each.decimals).replace(/[.,]0+$/, "")
  const whole: Array<Section> = [
    { title: words.sections.outcome, lines: outcomeLines(explanation, words, title) },
    {
      title: words.sections.minimums,
      lines: explanation.minimums.map(({ amount: each, isMet, limit, source }) =>
        `${words.minimum(title(each.title), each.units === undefined ? undefined : amount(each), number(limit, each.decimals), isMet)} ${cite(source, words)}`
      )
    },
    {
      title: words.sections.scores,
      lines: explanation.components.map((each) =>
        each.units === undefined ? words.absentScore(title(each.title)) : words.score(title(each.title), amount(each), maximum(each))
      )
    },
    {
      title: words.sections.steps,
      lines: explanation.steps.map(({ inputs, result, step }) => {
        if (result.units === undefined) return words.unfinished(title(step.title))
        const from = amount(inputs[0]!)
        switch (step._tag) {
          case "Sum":
            return words.sum(title(step.title), inputs.map(amount).join(" + "), amount(result))
          case "Rescale":
            return words.rescale(title(step.title), from, knownNumber(step.outOf), String(step.to), amount(result), step.decimals)
          case "Weight":
            return words.weight(title(step.title), knownNumber(step.percent), from, amount(result), step.decimals)
          case "Addition":
            return words.addition(title(step.title), from, addedBy(inputs[0]!, result, number), amount(result), knownNumber(step.cap))
        }
      })
    },
    { title: words.sections.shortlist, lines: placeLines(explanation.shortlist, words, { amount, number, title }, true) },
    { title: words.sections.final, lines: placeLines(explanation.final, words, { amount, number, title }, false) },
    { title: words.sections.change, lines: changeLines(explanation, words, { number, title }) },
    {
      title: words.sections.corrections,
      lines: explanation.corrections.map(({ at, basis, component, from, to }) =>
        words.correction(title(titleOf(explanation, component)), from === "" ? "–" : from, to, at, basis)
      )
    },
    {
      title: words.sections.basis,
      lines: [
        say(words.standing, explanation.standing),
        say(words.guard, explanation.guard),
        ...explanation.groupsOfPeople.map((group) => words.groupOfPeople(title(group.title), Source.cite(group.source))),
        ...explanation.warnings.map(({ path, source }) => words.unverified(path, Source.cite(source)))
      ]
    }
  ]
  return whole.filter(({ lines }) => lines.length > 0)
}

const addedBy = (from: Amount.Amount, result: Amount.Amount, number: (units: number, decimals: number) => string): string | undefined => {
  const added = (result.units ?? 0) - (from.units ?? 0)
  return added === 0 ? undefined : number(added, result.decimals)
}

/**
 * An explanation as plain text.
 *
 * **Example** (It begins with the outcome)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Cohort, Explanation, Selection, Specimen } from "@timbang/core/selection"
 * import { Explanations } from "@timbang/language"
 * const rows = [{ participant: "24-1", formation: "F1", scores: { knowledge: 198, attitude: 200, practice: 51 } }]
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], rows))
 * const made = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * Explanations.text(Explanation.explain(made, 0), "id").split("\n")[0] // => "HASIL"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const text = (explanation: Explanation.Explanation, language: Language): string =>
  sections(explanation, language).map(({ lines, title }) => [title.toUpperCase(), ...lines.map((line) => `  ${line}`)].join("\n")).join("\n\n") + "\n"

const cite = (source: LegalSource.LegalSource, words: Phrases): string => `[${words.source(Source.cite(source), words.confidence[source.confidence])}]`

const knownNumber = (sourced: { readonly _tag: "Known"; readonly value: number } | { readonly _tag: "Unknown" }): string =>
  sourced._tag === "Known" ? String(sourced.value) : "?"

const titleOf = (explanation: Explanation.Explanation, id: string): string =>
  explanation.components.find((each) => each.id === id)?.title ?? id

/** How numbers and titles are written in a language. */
interface Shown {
  readonly amount: (each: Amount.Amount) => string
  readonly number: (units: number, decimals: number) => string
  readonly title: (text: string) => string
}

const outcomeLines = (explanation: Explanation.Explanation, words: Phrases, title: Shown["title"]): ReadonlyArray<string> => {
  const { code, codeTitle, failedFacts, formation, outcome, participant, placement } = explanation
  return [
    words.participant(participant, formation.formation, formation.position),
    `${words.code(code)}: ${words.outcome[outcome]}.${codeTitle === undefined ? "" : ` (${title(codeTitle)})`}`,
    ...(placement === undefined ? [] : [`${words.placement(placement.pass, title(placement.title), placement.formation?.formation)} ${cite(placement.source, words)}`]),
    ...failedFacts.map(({ condition, decidedBy, reason, source }) => {
      const recorded = reason === undefined ? "" : ` ${words.recorded(reason)}`
      return `${words.condition[condition]}${recorded} ${words.decidedBy(decidedBy)} ${cite(source, words)}`
    })
  ]
}

const placeLines = (
  place: Place.Place | undefined,
  words: Phrases,
  shown: Shown,
  isShortlist: boolean
): ReadonlyArray<string> => {
  const { amount, number } = shown
  if (place === undefined) return []
  const { cut, decidedBy, equal, neighbour, of, places, rank, seats, source } = place
  return [
    `${words.place(rank, of, places, seats, isShortlist)} ${words.decidedBy(decidedBy)} ${cite(source, words)}`,
    ...[neighbour, equal].flatMap((other) => other === undefined ? [] : [neighbourLine(other, words, shown, isShortlist)]),
    ...(cut === undefined ? [] : [words.cut(
      amount(cut.amount),
      number(Math.abs(cut.distance), cut.amount.decimals),
      cut.distance < 0 ? "below" : cut.distance === 0 ? "same" : "above"
    )])
  ]
}

const neighbourLine = (
  { how, own, participant, rung, theirs }: Place.Neighbour,
  words: Phrases,
  { amount, title }: Pick<Shown, "amount" | "title">,
  isShortlist: boolean
): string => {
  const name = rung === undefined ? words.rung.decision : isNamed(rung) ? words.rung[rung] : title(own?.title ?? rung)
  if (how === "equal") return words.equal(participant, isShortlist)
  if (how === "missing") return words.missing(participant, name)
  if (rung === "birthDate") return words.partedByAge(participant)
  if (rung === "letter") return words.partedByLetter(participant)
  return words.parted(participant, name, own === undefined ? undefined : amount(own), theirs === undefined ? undefined : amount(theirs))
}

const isNamed = (rung: string): rung is keyof Phrases["rung"] =>
  ["gpa", "birthDate", "class", "group", "letter", "decision"].includes(rung)

const changeLines = (
  { components, smallestChange }: Explanation.Explanation,
  words: Phrases,
  { number, title }: Pick<Shown, "number" | "title">
): ReadonlyArray<string> => {
  switch (smallestChange._tag) {
    case "NotAsked":
      return []
    case "NoneSuffices":
      return [words.noneSuffices(words.goal[smallestChange.goal])]
    case "Found":
      return [
        ...smallestChange.changes.map(({ component, from, to }) => {
          const each = components.find(({ id }) => id === component)!
          return words.change(title(each.title), number(from, each.decimals), number(to, each.decimals), words.goal[smallestChange.goal])
        }),
        words.onlyOthersUnchanged
      ]
  }
}
