/**
 * What the facts of an application say about one requirement by themselves.
 *
 * @since 0.1.0
 */
import { Result } from "effect"
import type { Formation } from "../formation/Formation.ts"
import * as Day from "../law/Day.ts"
import type { LegalSource } from "../law/LegalSource.ts"
import type { Sourced } from "../law/Sourced.ts"
import * as Scaled from "../number/Scaled.ts"
import type { Application, Registered } from "./Application.ts"
import type { Verdict } from "./Finding.ts"
import type { AgeRequirement, Requirement, UpperLimit } from "./Requirement.ts"
import { plainly } from "./Spelling.ts"
import * as StudyProgramme from "./StudyProgramme.ts"

// --- models ---

/**
 * Why a requirement is met or unmet, as data. Ages are completed years; grade averages are thousandths.
 *
 * @category models
 * @since 0.1.0
 */
export type Reason =
  | { readonly _tag: "AgeWithin"; readonly ageYears: number }
  | { readonly _tag: "AgeBelow"; readonly ageYears: number; readonly limitYears: number }
  | { readonly _tag: "AgeAbove"; readonly ageYears: number; readonly limitYears: number; readonly reading: UpperLimit }
  | { readonly _tag: "OnTable"; readonly entry: StudyProgramme.Entry }
  | { readonly _tag: "GradeAverage"; readonly found: number; readonly minimum: number }
  | { readonly _tag: "Declared"; readonly isMet: boolean }
  | { readonly _tag: "PaperMissing" }
  | { readonly _tag: "OnlyApplication" }
  | { readonly _tag: "OtherApplications"; readonly others: ReadonlyArray<Pick<Registered, "applicant" | "program">> }

/**
 * What a computation says. `facts` are the coded facts it looked at; findings on equal facts are compared by them.
 *
 * @category models
 * @since 0.1.0
 */
export type Computed =
  | {
    readonly _tag: "Known"
    readonly verdict: Verdict
    readonly reason: Reason
    readonly facts: Readonly<Record<string, string>>
    /** The provision that decided, where it is another than the requirement's own. */
    readonly source?: LegalSource
    /** The reading of an upper limit that would give the other verdict. */
    readonly otherReading?: UpperLimit
  }
  | {
    readonly _tag: "Open"
    readonly why: "fact-missing" | "not-on-table" | "for-people"
    readonly facts: Readonly<Record<string, string>>
    /** Names that look alike; information for people only. */
    readonly nearest?: ReadonlyArray<string>
  }
  | { readonly _tag: "NotRequired"; readonly facts: Readonly<Record<string, string>> }

/**
 * What all computations of one check share.
 *
 * @category models
 * @since 0.1.0
 */
export interface Context {
  readonly program: string
  /** Lines of the table of study programmes, by position as `Spelling.plainly` gives it. */
  readonly programmes: ReadonlyMap<string, ReadonlyArray<StudyProgramme.Entry>>
  /** What the table said already, by position, programme and the lines that stand on the day. */
  readonly matches: Map<string, StudyProgramme.Match>
  readonly upperLimit: UpperLimit | undefined
  /** Applications by person and year. */
  readonly register: ReadonlyMap<string, ReadonlyArray<Registered>>
  /** Numbers that were needed and that no source gives, by path. */
  readonly unknown: Map<string, LegalSource>
}

// --- constructors ---

/**
 * Gathers what all computations of one check share.
 *
 * **Example** (Nothing is unknown before something is needed)
 *
 * ```ts
 * import { RequirementCheck, Specimen } from "@timbang/core/selection"
 * RequirementCheck.prepare({ ruleSet: Specimen.ruleSet, applications: [], programmes: [] }).unknown.size // => 0
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const prepare = (given: {
  readonly ruleSet: { readonly program: string }
  readonly applications: ReadonlyArray<Application>
  readonly programmes: ReadonlyArray<StudyProgramme.Entry>
  readonly register?: ReadonlyArray<Registered>
  readonly upperLimit?: UpperLimit
}): Context => {
  const { program } = given.ruleSet
  const own = given.applications.flatMap(({ appliedOn, applicant, person }) =>
    person === undefined ? [] : [{ applicant, person, program, appliedOn }]
  )
  const register = new Map<string, Array<Registered>>()
  const seen = new Set<string>()
  for (const entry of [...own, ...given.register ?? []]) {
    const identity = `${entry.program}\n${entry.applicant}`
    if (seen.has(identity)) continue
    seen.add(identity)
    const key = personAndYear(entry.person, entry.appliedOn)
    const known = register.get(key)
    if (known === undefined) register.set(key, [entry])
    else known.push(entry)
  }
  const programmes = new Map<string, Array<StudyProgramme.Entry>>()
  for (const entry of given.programmes) {
    const position = plainly(entry.position)
    const own = programmes.get(position)
    if (own === undefined) programmes.set(position, [entry])
    else own.push(entry)
  }
  return { program, programmes, matches: new Map(), upperLimit: given.upperLimit, register, unknown: new Map() }
}

// --- operations ---

/**
 * Computes one requirement of one application.
 *
 * **Gotchas**
 *
 * A number that no source gives is put into `context.unknown`, and the requirement comes back open; the caller refuses
 * then.
 *
 * **Example** (A paper that nobody has looked at yet)
 *
 * ```ts
 * import { RequirementCheck, Specimen } from "@timbang/core/selection"
 * const source = { instrument: "PermenPANRB 6/2024", confidence: "seen-in-several" } as const
 * const requirement = { _tag: "Document", id: "str", title: "STR", decidedBy: "instansi", source } as const
 * const context = RequirementCheck.prepare({ ruleSet: Specimen.ruleSet, applications: [], programmes: [] })
 * const application = { applicant: "P1", formation: "F1", appliedOn: "2024-08-20", documents: ["str"] }
 * RequirementCheck.compute(requirement, application, Specimen.formation, context) // => { _tag: "Open", why: "for-people", facts: {} }
 * ```
 *
 * @category computing
 * @since 0.1.0
 */
export const compute = (
  requirement: Requirement,
  application: Application,
  formation: Formation,
  context: Context
): Computed => {
  const path = `requirements.${requirement.id}`
  const { categories, positions } = requirement
  if (categories !== undefined && !categories.includes(formation.category)) return { _tag: "NotRequired", facts: {} }
  if (positions !== undefined && !isAmong(positions, formation.position)) return { _tag: "NotRequired", facts: {} }
  switch (requirement._tag) {
    case "Age":
      return computeAge(requirement, application, formation, context)
    case "Education": {
      const programme = application.studyProgramme
      if (programme === undefined) return { _tag: "Open", why: "fact-missing", facts: {} }
      const facts = { position: plainly(formation.position), programme: plainly(programme) }
      const found = lookUp(formation.position, programme, facts.position, application.appliedOn, context)
      return found._tag === "OnTable"
        ? { _tag: "Known", verdict: "met", reason: found, facts, source: found.entry.source }
        : { _tag: "Open", why: "not-on-table", facts, nearest: found.nearest }
    }
    case "GradeAverage": {
      const found = application.gradeAverage === undefined ? undefined : readGradeAverage(application.gradeAverage)
      const minimum = need(`${path}.minimum`, requirement.minimum, context)
      if (found === undefined || minimum === undefined) return { _tag: "Open", why: "fact-missing", facts: {} }
      return {
        _tag: "Known",
        verdict: found >= minimum ? "met" : "unmet",
        reason: { _tag: "GradeAverage", found, minimum },
        facts: { gradeAverage: Scaled.format(found, 3) },
        ...(requirement.minimum._tag === "Known" ? { source: requirement.minimum.source } : {})
      }
    }
    case "Declaration": {
      const isMet = application.declarations?.[requirement.id]
      return isMet === undefined
        ? { _tag: "Open", why: "fact-missing", facts: {} }
        : { _tag: "Known", verdict: isMet ? "met" : "unmet", reason: { _tag: "Declared", isMet }, facts: {} }
    }
    case "Document":
      return application.documents === undefined || application.documents.includes(requirement.id)
        ? { _tag: "Open", why: "for-people", facts: {} }
        : { _tag: "Known", verdict: "unmet", reason: { _tag: "PaperMissing" }, facts: {} }
    case "OneApplication": {
      const { appliedOn, applicant, person } = application
      if (person === undefined) return { _tag: "Open", why: "fact-missing", facts: {} }
      const others = (context.register.get(personAndYear(person, appliedOn)) ?? [])
        .filter((entry) =>
          requirement.programs.includes(entry.program) &&
          !(entry.applicant === applicant && entry.program === context.program)
        )
        .map((entry) => ({ applicant: entry.applicant, program: entry.program }))
        .sort((a, b) => a.program < b.program || (a.program === b.program && a.applicant < b.applicant) ? -1 : 1)
      return others.length === 0
        ? { _tag: "Known", verdict: "met", reason: { _tag: "OnlyApplication" }, facts: {} }
        : { _tag: "Known", verdict: "unmet", reason: { _tag: "OtherApplications", others }, facts: {} }
    }
  }
}

/** Many applicants name few programmes: each is looked up once for every stretch of days on which the same lines stand. */
const lookUp = (
  position: string,
  programme: string,
  plainPosition: string,
  on: Day.Day,
  { matches, programmes }: Context
): StudyProgramme.Match => {
  const table = programmes.get(plainPosition) ?? []
  let begun = 0
  let ended = 0
  for (const { from, until } of table) {
    if (from <= on) begun++
    if (until !== undefined && until < on) ended++
  }
  const key = JSON.stringify([plainPosition, programme, begun, ended])
  const known = matches.get(key)
  if (known !== undefined) return known
  const found = StudyProgramme.match(table, { position, programme, on })
  matches.set(key, found)
  return found
}

/**
 * A grade average in thousandths, or `undefined` for text that is none.
 *
 * **Example** (Two decimals)
 *
 * ```ts
 * import { RequirementCheck } from "@timbang/core/selection"
 * RequirementCheck.readGradeAverage("2.75") // => 2750
 * RequirementCheck.readGradeAverage("2,75") // => undefined
 * ```
 *
 * @category parsing
 * @since 0.1.0
 */
export const readGradeAverage = (text: string): number | undefined => {
  const read = Scaled.parse(text, 3)
  return Result.isSuccess(read) && read.success >= 0 ? read.success : undefined
}

/**
 * Says whether somebody's age lies within an upper limit on a day, by one of its two readings.
 *
 * **Example** (The day after the 35th birthday)
 *
 * ```ts
 * import { RequirementCheck } from "@timbang/core/selection"
 * RequirementCheck.isWithinUpperLimit("1989-08-19", "2024-08-20", 35, "years-and-no-days") // => false
 * RequirementCheck.isWithinUpperLimit("1989-08-19", "2024-08-20", 35, "completed-years") // => true
 * RequirementCheck.isWithinUpperLimit("1989-08-20", "2024-08-20", 35, "years-and-no-days") // => true
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const isWithinUpperLimit = (born: Day.Day, on: Day.Day, limitYears: number, reading: UpperLimit): boolean => {
  const ageYears = Day.ageYears(born, on)
  return reading === "completed-years"
    ? ageYears <= limitYears
    : ageYears < limitYears || (ageYears === limitYears && Day.ageYears(born, Day.addDays(on, -1)) < limitYears)
}

const computeAge = (
  requirement: AgeRequirement,
  { appliedOn, birthDate }: Application,
  { position }: Formation,
  context: Context
): Computed => {
  if (birthDate === undefined) return { _tag: "Open", why: "fact-missing", facts: {} }
  const path = `requirements.${requirement.id}`
  const exception = requirement.exceptions.find(({ positions }) => isAmong(positions, position))
  const minimum = need(`${path}.minimumYears`, requirement.minimumYears, context)
  const maximum = exception?.maximumYears ?? need(`${path}.maximumYears`, requirement.maximumYears, context)
  const reading = context.upperLimit ?? need(`${path}.upperLimit`, requirement.upperLimit, context)
  if (minimum === undefined || maximum === undefined || reading === undefined) {
    return { _tag: "Open", why: "fact-missing", facts: {} }
  }
  const ageYears = Day.ageYears(birthDate, appliedOn)
  const source = exception === undefined ? {} : { source: exception.source }
  if (ageYears < minimum) {
    return { _tag: "Known", verdict: "unmet", reason: { _tag: "AgeBelow", ageYears, limitYears: minimum }, facts: {} }
  }
  const other: UpperLimit = reading === "completed-years" ? "years-and-no-days" : "completed-years"
  const isWithin = isWithinUpperLimit(birthDate, appliedOn, maximum, reading)
  return {
    _tag: "Known",
    verdict: isWithin ? "met" : "unmet",
    reason: isWithin ? { _tag: "AgeWithin", ageYears } : { _tag: "AgeAbove", ageYears, limitYears: maximum, reading },
    facts: {},
    ...source,
    ...(isWithinUpperLimit(birthDate, appliedOn, maximum, other) === isWithin ? {} : { otherReading: other })
  }
}

const need = <A>(path: string, sourced: Sourced<A>, context: Context): A | undefined => {
  if (sourced._tag === "Known") return sourced.value
  context.unknown.set(path, sourced.source)
  return undefined
}

const isAmong = (names: ReadonlyArray<string>, name: string): boolean =>
  names.some((candidate) => plainly(candidate) === plainly(name))

const personAndYear = (person: string, day: Day.Day): string => `${day.slice(0, 4)}\n${person}`
