/**
 * What stands around the ratings of an appraisal, in words: what citizens said of services, organisations and teams, the predicate of
 * an organisation with the spread that is usual under it, deadlines and objections.
 *
 * @since 0.1.0
 */
import { LegalSource } from "@timbang/core/law"
import { type CitizenEvidence, type Deadline, type DistributionAdvisory, ForcedRanking, type OrganisationPredicate } from "@timbang/core/performance"
import { type Language, say, type Sentences } from "../Sentences.ts"
import { english } from "./appraisalSurroundings.en.ts"
import { indonesian } from "./appraisalSurroundings.id.ts"

// --- models ---

/**
 * The phrases; one for every tag.
 *
 * @category models
 * @since 0.1.0
 */
export interface Phrases {
  readonly expectations: Sentences<DistributionAdvisory.Expectation>
  readonly finding: (expectation: string, people: number, of: number, isMet: boolean) => string
  readonly pattern: (unit: string, organisation: string, source: string, findings: ReadonlyArray<string>) => string
  readonly seenInOne: string
  readonly held: (facts: Held) => string
  readonly notHeld: (unit: string, year: number) => string
  readonly statedOtherwise: (unit: string, stated: string, held: string) => string
  readonly bearings: Readonly<Record<OrganisationPredicate.Bearing, string>>
  readonly readings: Readonly<Record<CitizenEvidence.Reading, string>>
  readonly beside: (unit: string, predicate: string, index: string, expected: string | undefined, reading: string, bearing: string) => string
  readonly noVoice: (unit: string, predicate: string) => string
  readonly acts: Readonly<Record<Deadline.AppraisalAct, string>>
  readonly events: Readonly<Record<Deadline.AppraisalEvent, string>>
  readonly states: Readonly<Record<Deadline.Followed["state"], string>>
  /** A day that has passed, where nobody said whether the act was done. */
  readonly passed: string
  readonly deadline: (act: string, state: string, due: string | undefined, done: string | undefined, length: string, event: string, source: string) => string
  readonly length: (days: number, counts: Deadline.Deadline["counts"]) => string
  readonly decidedResult: Readonly<Record<"tetap" | "berubah", string>>
  readonly noObjectionOpen: (person: string, source: string) => string
  readonly rankingGroups: Readonly<Record<keyof ForcedRanking.Groups, string>>
  /** `ways` is how many ways of ranking keep the caps; `example` one of them, in words. */
  readonly ranking: (unit: string, people: number, ways: number, example: string | undefined, cuts: ReadonlyArray<string>, source: string) => string
  readonly act: string
  readonly count: string
  readonly withoutHolidays: string
  readonly hiddenServices: (services: ReadonlyArray<string>) => string
  readonly unitsWithoutPeople: (units: ReadonlyArray<string>) => string
  readonly smallTeams: (teams: ReadonlyArray<string>, fewest: number) => string
}

/**
 * An organisation's predicate as it holds.
 *
 * @category models
 * @since 0.1.0
 */
export interface Held {
  readonly unit: string
  /** The year appraised. */
  readonly year: number
  readonly held: OrganisationPredicate.Holding
  /** Last day on which the predicate of the year may be set. */
  readonly lastDay: string
  /** That day has not passed. */
  readonly isOpen: boolean
}

// --- operations ---

/**
 * The phrases of a language.
 *
 * **Example** (A state)
 *
 * ```ts
 * import { AppraisalSurroundings } from "@timbang/language"
 * AppraisalSurroundings.phrases("id").states.overdue // => "terlewat"
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const phrases = (language: Language): Phrases => (language === "id" ? indonesian : english)

/**
 * The spread that is usual under a predicate of the organisation, each expectation with what was counted.
 *
 * **Example** (A good organisation)
 *
 * ```ts
 * import { DistributionAdvisory } from "@timbang/core/performance"
 * import { AppraisalSurroundings } from "@timbang/language"
 * const source = { instrument: "SE 3/2023", confidence: "host" } as const
 * const expectations = { byOrganisation: { Baik: [{ _tag: "AtMost", predicate: "Baik", percent: 70 }] }, source } as const
 * const advisory = DistributionAdvisory.advise(["Baik", "Kurang"], expectations, "Baik", ["Baik", "Kurang"])
 * AppraisalSurroundings.pattern("Dukcapil", "Baik", advisory, "id") // => "Dukcapil: pola anjuran bagi organisasi berpredikat Baik (SE 3/2023): Baik paling banyak 70% (1 dari 2, sesuai). Ini anjuran; tidak seorang pun dinilai ulang karenanya."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const pattern = (
  unit: string,
  organisation: string,
  { findings, source }: Pick<DistributionAdvisory.Advisory, "findings" | "source">,
  language: Language
): string => {
  const words = phrases(language)
  const cited = source.confidence === "seen-in-one" ? `${LegalSource.cite(source)}; ${words.seenInOne}` : LegalSource.cite(source)
  return words.pattern(unit, organisation, cited, findings.map(({ expectation, isMet, of, people }) => words.finding(say(words.expectations, expectation), people, of, isMet)))
}

/**
 * The ranking in three groups that earlier law capped: how many ways keep the caps, and the one with the fewest in the middle.
 *
 * **Example** (Two people)
 *
 * ```ts
 * import { AppraisalSurroundings } from "@timbang/language"
 * const caps = { aboveAtMost: 20, middleAtLeast: 60, middleAtMost: 70, belowAtMost: 20, source: { instrument: "PP 30/2019", confidence: "article-read" } } as const
 * AppraisalSurroundings.ranking("Dukcapil", [["Baik", 2]], caps, "en") // => "Dukcapil, 2 people: no ranking in three groups keeps the caps (PP 30/2019). The rating team ranked; nobody is ranked here."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const ranking = (
  unit: string,
  counts: ReadonlyArray<readonly [predicate: string, people: number]>,
  caps: ForcedRanking.Caps,
  language: Language
): string => {
  const words = phrases(language)
  const people = counts.reduce((sum, [, each]) => sum + each, 0)
  const ways = ForcedRanking.possible(caps, people)
  const first = ways[0]
  const filled = first === undefined ? undefined : ForcedRanking.fill(first, counts)
  const example = filled === undefined
    ? undefined
    : (["above", "middle", "below"] as const).map((group) =>
      `${words.rankingGroups[group]} ${filled.groups[group]} (${Object.entries(filled.filled[group]).map(([predicate, of]) => `${of} ${predicate}`).join(", ") || "0"})`).join("; ")
  return words.ranking(unit, people, ways.length, example, filled?.cutsThrough ?? [], LegalSource.cite(caps.source))
}

/**
 * One deadline: what, how it stands, when it is due, and which provision says so.
 *
 * **Example** (Overdue)
 *
 * ```ts
 * import { AppraisalSurroundings } from "@timbang/language"
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const deadline = { act: "report", after: "period-ended", days: 30, counts: "calendar-days", source } as const
 * AppraisalSurroundings.deadline({ deadline, event: "2025-12-31", due: "2026-01-30", state: "overdue" }, "en") // => "report to the authorised official: overdue, due 2026-01-30, 30 days after the end of the period (house rule)"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const deadline = (
  { deadline, done, due, state }: Deadline.Followed<Deadline.AppraisalAct, Deadline.AppraisalEvent>,
  language: Language
): string => {
  const words = phrases(language)
  return words.deadline(words.acts[deadline.act], words.states[state], due, done, words.length(deadline.days, deadline.counts), words.events[deadline.after], LegalSource.cite(deadline.source))
}
