/**
 * What an applicant fills in where a host decides a selection itself, and what is wrong with it.
 *
 * @since 0.1.0
 */
import type { Formation } from "@timbang/core/formation"
import { Day } from "@timbang/core/law"
import { type Application, RequirementCheck, type RuleSet } from "@timbang/core/selection"

// --- models ---

/**
 * The form as it was written. Every text is empty where nothing was filled in. The identity number is not among them: it is never kept.
 *
 * @category models
 * @since 0.1.0
 */
export interface Filled {
  readonly formation: string
  readonly name: string
  /** `2000-12-31`. */
  readonly birthDate: string
  readonly studyProgramme: string
  /** Decimal numeral, point or comma, at most 4. */
  readonly gradeAverage: string
  /** Address for messages: electronic mail or telephone. */
  readonly contact: string
  /** What is stated, by requirement: `ya` when it is met, `tidak` when not. */
  readonly declarations: Readonly<Record<string, string>>
}

/**
 * The rules and posts that an application is about.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rules {
  readonly ruleSet: RuleSet.RuleSet
  readonly formations: ReadonlyArray<Formation.Formation>
}

/**
 * What is wrong with a field; `field` is a key of {@link Filled}, `nik`, or `declarations.ID`.
 *
 * - `Personal`: what is built like an identity number stands in another field.
 * - `Unknown`: no such formation, or neither `ya` nor `tidak`.
 *
 * @category errors
 * @since 0.1.0
 */
export interface Fault {
  readonly _tag: "Empty" | "TooLong" | "Personal" | "NotADay" | "NotANumber" | "NotANik" | "Unknown"
  readonly field: string
}

/**
 * Longest text of a field. Unit: characters.
 *
 * @category constants
 * @since 0.1.0
 */
export const longest = 200

// --- operations ---

/**
 * The 16 digits of an identity number (NIK), however they are spaced; nothing for anything else.
 *
 * **Example** (As it is read off a card)
 *
 * ```ts
 * import { RegistrationForm } from "@timbang/workflows"
 * RegistrationForm.nikOf("0000 0000 0000 0001") // => "0000000000000001"
 * RegistrationForm.nikOf("0000") // => undefined
 * ```
 *
 * @category parsing
 * @since 0.1.0
 */
export const nikOf = (text: string): string | undefined => {
  const digits = text.replace(/[\s.-]/g, "")
  return /^\d{16}$/.test(digits) ? digits : undefined
}

/**
 * Why a form cannot be kept as a draft. What is not filled in yet is no fault.
 *
 * **Example** (An identity number where the name belongs)
 *
 * ```ts
 * import { RegistrationForm } from "@timbang/workflows"
 * RegistrationForm.draftFaults({ ...RegistrationForm.empty, name: "0000000000000001" }) // => [{ _tag: "Personal", field: "name" }]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const draftFaults = ({ declarations, ...texts }: Filled): ReadonlyArray<Fault> => [
  ...Object.entries(texts),
  ...Object.entries(declarations).map(([id, text]) => [`declarations.${id}`, text] as const)
].flatMap(([field, text]): ReadonlyArray<Fault> => [
  ...(text.length > longest ? [{ _tag: "TooLong", field } as const] : []),
  ...(/\d{16}/.test(text.replace(/[\s.-]/g, "")) ? [{ _tag: "Personal", field } as const] : [])
])

/**
 * Why a form cannot be sent, all of it at once. What the rules do not ask of the formation may stay empty.
 *
 * **Example** (Nothing is filled in)
 *
 * ```ts
 * import { Specimen } from "@timbang/core/selection"
 * import { RegistrationForm } from "@timbang/workflows"
 * const rules = { ruleSet: Specimen.ruleSet, formations: [Specimen.formation] }
 * RegistrationForm.faults(RegistrationForm.empty, "", rules, "2026-11-24").map(({ field }) => field)
 * // => ["formation", "name", "birthDate", "contact", "nik"]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const faults = (filled: Filled, nik: string, { formations, ruleSet }: Rules, on: Day.Day): ReadonlyArray<Fault> => {
  const formation = formations.find((one) => one.formation === filled.formation)
  const nobody: Application.Application = { applicant: "-", formation: filled.formation, appliedOn: on }
  const checking = RequirementCheck.prepare({ ruleSet, applications: [], programmes: [] })
  const asked = formation === undefined ? [] : ruleSet.requirements.filter((one) => RequirementCheck.compute(one, nobody, formation, checking)._tag !== "NotRequired")
  const needed = [
    "formation",
    "name",
    "birthDate",
    ...(asked.some(({ _tag }) => _tag === "Education") ? ["studyProgramme"] as const : []),
    ...(asked.some(({ _tag }) => _tag === "GradeAverage") ? ["gradeAverage"] as const : []),
    "contact"
  ] as const
  const isDay = Day.isDay(filled.birthDate) && filled.birthDate >= "1900-01-01" && filled.birthDate < on
  const average = filled.gradeAverage === "" ? 0 : RequirementCheck.readGradeAverage(filled.gradeAverage.replace(",", "."))
  const statements = asked.flatMap(({ _tag, id }) => _tag === "Declaration" ? [[`declarations.${id}`, filled.declarations[id] ?? ""] as const] : [])
  return [
    ...needed.flatMap((field): ReadonlyArray<Fault> => filled[field].trim() === "" ? [{ _tag: "Empty", field }] : []),
    ...statements.flatMap(([field, text]): ReadonlyArray<Fault> => text === "ya" || text === "tidak" ? [] : [{ _tag: text === "" ? "Empty" : "Unknown", field }]),
    ...(filled.formation !== "" && formation === undefined ? [{ _tag: "Unknown", field: "formation" } as const] : []),
    ...(filled.birthDate !== "" && !isDay ? [{ _tag: "NotADay", field: "birthDate" } as const] : []),
    ...(average === undefined || average > 4000 ? [{ _tag: "NotANumber", field: "gradeAverage" } as const] : []),
    ...(nikOf(nik) === undefined ? [{ _tag: nik.trim() === "" ? "Empty" : "NotANik", field: "nik" } as const] : []),
    ...draftFaults(filled)
  ]
}

/**
 * The facts of a form that the administrative check computes with: no name, no identity number, no address.
 *
 * **Example** (A comma of a grade average)
 *
 * ```ts
 * import { RegistrationForm } from "@timbang/workflows"
 * const filled = { ...RegistrationForm.empty, formation: "F1", gradeAverage: "3,25", declarations: { party: "ya" } }
 * RegistrationForm.applicationOf(filled, "D-0001", "2026-11-24")
 * // => { applicant: "D-0001", formation: "F1", appliedOn: "2026-11-24", gradeAverage: "3.25", declarations: { party: true } }
 * ```
 *
 * @category converting
 * @since 0.1.0
 */
export const applicationOf = (filled: Filled, applicant: string, appliedOn: Day.Day): Application.Application => ({
  applicant,
  formation: filled.formation,
  appliedOn,
  ...(Day.isDay(filled.birthDate) ? { birthDate: filled.birthDate } : {}),
  ...(filled.studyProgramme === "" ? {} : { studyProgramme: filled.studyProgramme }),
  ...(filled.gradeAverage === "" ? {} : { gradeAverage: filled.gradeAverage.replace(",", ".") }),
  declarations: Object.fromEntries(Object.entries(filled.declarations).flatMap(([id, text]) => text === "ya" || text === "tidak" ? [[id, text === "ya"] as const] : []))
})

/**
 * A form in which nothing is filled in.
 *
 * @category constants
 * @since 0.1.0
 */
export const empty: Filled = { formation: "", name: "", birthDate: "", studyProgramme: "", gradeAverage: "", contact: "", declarations: {} }
