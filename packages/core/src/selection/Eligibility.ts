/**
 * The administrative check (seleksi administrasi): what can be computed, what people found, and where the two disagree.
 *
 * @since 0.1.0
 */
import { Result } from "effect"
import type { Formation } from "../formation/Formation.ts"
import { groupBy } from "./internal/Groups.ts"
import type { Day } from "../law/Day.ts"
import * as LegalSource from "../law/LegalSource.ts"
import * as Scaled from "../number/Scaled.ts"
import type { Application, Registered } from "./Application.ts"
import * as EligibilityFault from "./EligibilityFault.ts"
import type { Ineligible } from "./Event.ts"
import * as Finding from "./Finding.ts"
import { NumbersUnknown } from "./Plan.ts"
import type { DocumentRequirement, UpperLimit } from "./Requirement.ts"
import * as RequirementCheck from "./RequirementCheck.ts"
import * as RequirementStatus from "./RequirementStatus.ts"
import type { RuleSet } from "./RuleSet.ts"
import type * as StudyProgramme from "./StudyProgramme.ts"

// --- models ---

/**
 * Everything that a check reads.
 *
 * @category models
 * @since 0.1.0
 */
export interface Check {
  readonly ruleSet: Pick<RuleSet, "id" | "program" | "requirements" | "codes" | "sources">
  readonly formations: ReadonlyArray<Formation>
  readonly applications: ReadonlyArray<Application>
  readonly findings: ReadonlyArray<Finding.Finding>
  /** The agency's dated table of study programmes. */
  readonly programmes: ReadonlyArray<StudyProgramme.Entry>
  /** Applications to other programmes and agencies that are known by the same keyed pseudonyms. */
  readonly register?: ReadonlyArray<Registered>
  /** The other reading of the upper limit of age, to see what it would change. */
  readonly upperLimit?: UpperLimit
}

/**
 * An application after the check. `ineligible` as soon as one requirement is unmet; `eligible` only when none is open.
 *
 * @category models
 * @since 0.1.0
 */
export interface Checked {
  readonly applicant: string
  readonly formation: string
  readonly status: "eligible" | "ineligible" | "disputed" | "incomplete"
  /** In the order of the rules; last the application as a whole, {@link Finding.whole}, where a finding speaks of it. */
  readonly requirements: ReadonlyArray<RequirementStatus.RequirementStatus>
}

/**
 * Why no check can be made.
 *
 * @category errors
 * @since 0.1.0
 */
export type Refused = EligibilityFault.EligibilityRefused | NumbersUnknown

/**
 * Findings that differ although the facts are the same: one requirement, equal facts, both verdicts.
 *
 * @category models
 * @since 0.1.0
 */
export interface Unequal {
  readonly requirement: string
  /** The facts in coded form. */
  readonly facts: Readonly<Record<string, string>>
  readonly met: ReadonlyArray<string>
  readonly unmet: ReadonlyArray<string>
}

// --- operations ---

/**
 * Checks every application, or lists what cannot be used.
 *
 * **Details**
 *
 * Computed: age, study programme, grade average, statements, presence of papers, one application a person. The latest
 * finding of each role counts. Verifier and supervisor who disagree, and people who disagree with a computed age, grade
 * average or register, leave the requirement `disputed`. A finding decides over a statement of the applicant, over a
 * paper and over a study programme that is not on the table. A finding about the application as a whole that finds it met
 * speaks of every requirement; one that finds it unmet leaves the whole unmet, with its reason. A number that the rule set does not know is refused by
 * name as soon as one application needs it.
 *
 * **Example** (35 years and no days on the day of applying, and a day more)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Sourced } from "@timbang/core/law"
 * import { Eligibility, Specimen } from "@timbang/core/selection"
 * const source = { instrument: "PP 11/2017", provision: "Pasal 23(1)a", confidence: "seen-in-several" } as const
 * const age = { _tag: "Age", id: "usia", title: "Usia", minimumYears: Sourced.known(18, source), maximumYears: Sourced.known(35, source), upperLimit: Sourced.known("years-and-no-days", source), exceptions: [], decidedBy: "instansi", source } as const
 * const ruleSet = { ...Specimen.ruleSet, requirements: [age] }
 * const applications = ["1989-08-20", "1989-08-19"].map((birthDate, at) => ({ applicant: `P${at}`, formation: "F1", appliedOn: "2024-08-20", birthDate }))
 * const checked = Result.getOrThrow(Eligibility.check({ ruleSet, formations: [Specimen.formation], applications, findings: [], programmes: [] }))
 * checked.map(({ status }) => status) // => ["eligible", "ineligible"]
 * checked[1].requirements[0].flags // => [{ _tag: "ReadingDecides", other: "completed-years" }]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const check = (given: Check): Result.Result<ReadonlyArray<Checked>, Refused> => {
  const steps = checking(given)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/**
 * {@link check}, one application after the other, so that a program can say how far it is. What it returns at the end is the
 * answer; what it yields before is of use only when that is not a refusal.
 *
 * **Example** (Nobody applied)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Eligibility, Specimen } from "@timbang/core/selection"
 * const steps = Eligibility.checking({ ruleSet: Specimen.ruleSet, formations: [], applications: [], findings: [], programmes: [] })
 * steps.next() // => { done: true, value: Result.succeed([]) }
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export function* checking(given: Check): Generator<Checked, Result.Result<ReadonlyArray<Checked>, Refused>> {
  const faults = EligibilityFault.find(given)
  if (faults.length > 0) return Result.fail(new EligibilityFault.EligibilityRefused({ faults }))
  const formations = new Map(given.formations.map((formation) => [formation.formation, formation]))
  const findings = groupBy(given.findings, ({ applicant }) => applicant)
  const context = RequirementCheck.prepare(given)
  const whole = wholeOf(given.ruleSet)
  const checked: Array<Checked> = []
  for (const application of given.applications) {
    const formation = formations.get(application.formation)!
    const own = findings.get(application.applicant) ?? []
    const requirements = given.ruleSet.requirements.map((requirement) =>
      RequirementStatus.weigh(
        requirement,
        RequirementCheck.compute(requirement, application, formation, context),
        Finding.about(requirement.id, own)
      )
    )
    const ofWhole = own.filter((finding) => finding.requirement === Finding.whole)
    if (ofWhole.length > 0) requirements.push(RequirementStatus.weigh(whole, forPeople, ofWhole))
    const one: Checked = {
      applicant: application.applicant,
      formation: application.formation,
      status: overall(requirements),
      requirements
    }
    checked.push(one)
    yield one
  }
  return context.unknown.size === 0
    ? Result.succeed(checked)
    : Result.fail(
      new NumbersUnknown({
        ruleSet: given.ruleSet.id,
        numbers: [...context.unknown].map(([path, source]) => ({ path, source }))
      })
    )
}

/**
 * Parts findings about applications that are there from those about nobody who applied, so that one stray row does not keep
 * all others from being checked.
 *
 * **Example** (P9 did not apply)
 *
 * ```ts
 * import { Eligibility } from "@timbang/core/selection"
 * const finding = { applicant: "P9", requirement: "str", role: "verifier", by: "v1", verdict: "met", reason: "", at: "2024-09-01" } as const
 * const parted = Eligibility.part([{ applicant: "P1", formation: "F1", appliedOn: "2024-08-20" }], [finding, { ...finding, applicant: "P1" }])
 * parted.strays.map(({ applicant }) => applicant) // => ["P9"]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const part = <F extends Pick<Finding.Finding, "applicant">>(
  applications: ReadonlyArray<Pick<Application, "applicant">>,
  findings: ReadonlyArray<F>
): { readonly known: ReadonlyArray<F>; readonly strays: ReadonlyArray<F> } => {
  const applicants = new Set(applications.map(({ applicant }) => applicant))
  const [known, strays]: [Array<F>, Array<F>] = [[], []]
  for (const finding of findings) (applicants.has(finding.applicant) ? known : strays).push(finding)
  return { known, strays }
}

/**
 * The events that keep ineligible applicants out: one for each unmet requirement, with its reason and article.
 *
 * **Details**
 *
 * `participantOf` gives the participant number where it differs from the registration number; somebody without one never
 * became a participant and gets no event. `describe` writes a computed reason; the default is {@link describe}.
 *
 * **Example** (A finding of people)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Eligibility, Specimen } from "@timbang/core/selection"
 * const source = { instrument: "PermenPANRB 6/2024", confidence: "seen-in-several" } as const
 * const ruleSet = { ...Specimen.ruleSet, requirements: [{ _tag: "Document", id: "str", title: "STR", decidedBy: "instansi", source }] } as const
 * const finding = { applicant: "P1", requirement: "str", role: "verifier", by: "v1", verdict: "unmet", reason: "STR berakhir 2024-06-30", at: "2024-09-01" } as const
 * const applications = [{ applicant: "P1", formation: "F1", appliedOn: "2024-08-20", documents: ["str"] }]
 * const checked = Result.getOrThrow(Eligibility.check({ ruleSet, formations: [Specimen.formation], applications, findings: [finding], programmes: [] }))
 * Eligibility.toEvents(checked, { exam: "written", at: "2024-09-20" }).map(({ reason }) => reason) // => ["STR berakhir 2024-06-30 (PermenPANRB 6/2024)"]
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const toEvents = (checked: ReadonlyArray<Checked>, about: {
  readonly exam: string
  readonly at: Day
  readonly participantOf?: (applicant: string) => string | undefined
  readonly describe?: (reason: RequirementCheck.Reason) => string
}): ReadonlyArray<Ineligible> =>
  checked.flatMap(({ applicant, requirements }) => {
    const participant = about.participantOf === undefined ? applicant : about.participantOf(applicant)
    if (participant === undefined) return []
    return requirements.filter(({ status }) => status === "unmet").map((unmet): Ineligible => {
      const found = [unmet.supervisor, unmet.verifier].find((finding) => finding?.verdict === "unmet")?.reason
      const reason = found ??
        (unmet.computed._tag === "Known" ? (about.describe ?? describe)(unmet.computed.reason) : "")
      return {
        _tag: "Ineligible",
        participant,
        exam: about.exam,
        at: about.at,
        requirement: unmet.requirement,
        reason: `${reason} (${LegalSource.cite(unmet.source)})`
      }
    })
  })

/**
 * A computed reason in plain words, without anybody's date of birth.
 *
 * **Example** (Too old)
 *
 * ```ts
 * import { Eligibility } from "@timbang/core/selection"
 * Eligibility.describe({ _tag: "AgeAbove", ageYears: 36, limitYears: 35, reading: "years-and-no-days" }) // => "36 completed years on the day of applying, limit the day of completing 35 years"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const describe = (reason: RequirementCheck.Reason): string => {
  switch (reason._tag) {
    case "AgeWithin":
      return `${reason.ageYears} completed years on the day of applying`
    case "AgeBelow":
      return `${reason.ageYears} completed years on the day of applying, at least ${reason.limitYears}`
    case "AgeAbove":
      return `${reason.ageYears} completed years on the day of applying, limit ${
        reason.reading === "completed-years" ? `${reason.limitYears} completed years`
          : `the day of completing ${reason.limitYears} years`
      }`
    case "OnTable":
      return `study programme on the table of ${LegalSource.cite(reason.entry.source)}`
    case "GradeAverage":
      return `grade average ${Scaled.format(reason.found, 3)}, at least ${Scaled.format(reason.minimum, 3)}`
    case "Declared":
      return reason.isMet ? "stated by the applicant" : "the applicant states that it is not so"
    case "PaperMissing":
      return "the paper was not handed in"
    case "OnlyApplication":
      return "no other application of the same person in the year"
    case "OtherApplications":
      return `${reason.others.length} other application(s) of the same person in the year: ${
        reason.others.map(({ applicant, program }) => `${program} ${applicant}`).join(", ")
      }`
  }
}

/**
 * Findings that differ on identical facts, over all applications.
 *
 * **Details**
 *
 * Facts are those that the findings state; where they state none, those that the requirement is computed from. Findings
 * without any facts are not compared. Sorted by requirement and facts.
 *
 * **Example** (One accreditation, two verdicts)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Eligibility, Specimen } from "@timbang/core/selection"
 * const source = { instrument: "PermenPANRB 6/2024", confidence: "seen-in-several" } as const
 * const ruleSet = { ...Specimen.ruleSet, requirements: [{ _tag: "Document", id: "akreditasi", title: "Akreditasi", decidedBy: "instansi", source }] } as const
 * const finding = (applicant: string, verdict: "met" | "unmet") => ({ applicant, requirement: "akreditasi", role: "verifier", by: "v1", verdict, reason: "Akreditasi B", facts: { accreditation: "B" }, at: "2024-09-01" }) as const
 * const applications = ["P1", "P2"].map((applicant) => ({ applicant, formation: "F1", appliedOn: "2024-08-20" }))
 * const checked = Result.getOrThrow(Eligibility.check({ ruleSet, formations: [Specimen.formation], applications, findings: [finding("P1", "met"), finding("P2", "unmet")], programmes: [] }))
 * Eligibility.unequal(checked) // => [{ requirement: "akreditasi", facts: { accreditation: "B" }, met: ["P1"], unmet: ["P2"] }]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const unequal = (checked: ReadonlyArray<Checked>): ReadonlyArray<Unequal> => {
  const stated = checked.flatMap(({ applicant, requirements }) =>
    requirements.flatMap((status) =>
      [status.verifier, status.supervisor].flatMap((finding) => {
        const facts = finding?.facts ?? status.computed.facts
        return finding === undefined || Object.keys(facts).length === 0
          ? []
          : [{ applicant, requirement: status.requirement, verdict: finding.verdict, facts }]
      })
    )
  )
  const groups = groupBy(
    stated,
    ({ facts, requirement }) => JSON.stringify([requirement, Object.entries(facts).sort()])
  )
  return [...groups.keys()].sort().flatMap((key) => {
    const own = groups.get(key)!
    const { facts, requirement } = own[0]!
    const of = (verdict: Finding.Verdict) =>
      [...new Set(own.filter((finding) => finding.verdict === verdict).map(({ applicant }) => applicant))].sort()
    const [met, unmet] = [of("met"), of("unmet")]
    return met.length === 0 || unmet.length === 0 ? [] : [{ requirement, facts, met, unmet }]
  })
}

const forPeople: RequirementCheck.Computed = { _tag: "Open", why: "for-people", facts: {} }

/** The application as a whole, weighed as a paper is: people judge it. It rests on what the round rests on. */
const wholeOf = ({ requirements, sources }: Check["ruleSet"]): DocumentRequirement => {
  const [first] = requirements
  const source = sources[0] ?? first?.source ?? { instrument: "", confidence: "unverified" }
  return { _tag: "Document", id: Finding.whole, title: Finding.wholeTitle, decidedBy: first?.decidedBy ?? "", source }
}

const overall = (requirements: ReadonlyArray<RequirementStatus.RequirementStatus>): Checked["status"] => {
  const has = (wanted: RequirementStatus.Status) => requirements.some(({ status }) => status === wanted)
  return has("unmet") ? "ineligible" : has("disputed") ? "disputed" : has("unchecked") ? "incomplete" : "eligible"
}
