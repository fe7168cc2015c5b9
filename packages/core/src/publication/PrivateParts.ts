/**
 * What is private about each participant, and the names under which it is committed to.
 *
 * @since 0.1.0
 */
import type * as Result from "effect/Result"
import * as Day from "../law/Day.ts"
import * as Scaled from "../number/Scaled.ts"
import * as Cohort from "../selection/Cohort.ts"
import * as Explanation from "../selection/Explanation.ts"
import * as Outcome from "../selection/Outcome.ts"
import type { Selection } from "../selection/Selection.ts"
import type { Json } from "./CanonicalJson.ts"
import * as Disclosure from "./Disclosure.ts"
import type { Registration, ResultEntry } from "./Entry.ts"

// --- operations ---

/**
 * The private parts of a registration, by name: what its commitments bind.
 *
 * **Example** (A birth date)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Disclosure, PrivateParts } from "@timbang/core/publication"
 * import { Cohort, Specimen } from "@timbang/core/selection"
 * const words = { specificCategories: ["general"], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], [{ participant: "24-1", formation: "F1", scores: {}, birthDate: "1998-04-01" }]))
 * const round = { ruleSet: Specimen.ruleSet, formations: [Specimen.formation], cohort }
 * Result.map(PrivateParts.ofRegistration(Disclosure.protectedCategories(words), round, 0), ({ hidden }) => hidden) // => Result.succeed({ "birth-date": "1998-04-01", category: "general" })
 * ```
 *
 * @category disclosure
 * @since 0.1.0
 */
export const ofRegistration = (
  policy: Disclosure.Policy,
  { cohort, formations, ruleSet }: Pick<Selection, "ruleSet" | "formations" | "cohort">,
  row: number
): Result.Result<Disclosure.Split, Disclosure.IdentityShown> => {
  const { category, formation } = formations[cohort.formation[row]!]!
  const born = cohort.birthDay?.[row] ?? Cohort.absentDay
  const average = cohort.gradeAverage?.[row] ?? Cohort.absent
  const known = Cohort.entitlementsOf(ruleSet)
  const held = known
    .flatMap(({ id }, bit) => ((cohort.entitlements?.[row] ?? 0) >>> bit & 1) === 1 ? [id] : [])
  const hidden: Record<string, Json> = {
    ...(born === Cohort.absentDay ? {} : { "birth-date": Day.fromNumber(born) }),
    ...(average === Cohort.absent ? {} : { "grade-average": Scaled.format(average, 3) }),
    // Where the rules know any, everybody commits to a list, if an empty one: its absence would tell something.
    ...(known.length === 0 ? {} : { entitlements: held })
  }
  return Disclosure.split(policy, { participant: cohort.participant[row]!, formation, category, hidden })
}

/**
 * The public and the private side of a result: its code, and what decided against the neighbour.
 *
 * **Example** (Nobody stands above)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Disclosure, PrivateParts } from "@timbang/core/publication"
 * import { Cohort, Selection, Specimen } from "@timbang/core/selection"
 * const words = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
 * const cohort = Result.getOrThrow(Cohort.fromRows(Specimen.ruleSet, [Specimen.formation], [{ participant: "24-1", formation: "F1", scores: { knowledge: 198, attitude: 200, practice: "51.0" } }]))
 * const made = Result.getOrThrow(Selection.run(Specimen.ruleSet, [Specimen.formation], cohort, []))
 * Result.map(PrivateParts.ofResult(Disclosure.asOfficialLists(words), made, 0), ({ shown }) => [shown.code, shown.decidedBy]) // => Result.succeed(["selected", null])
 * ```
 *
 * @category disclosure
 * @since 0.1.0
 */
export const ofResult = (
  policy: Disclosure.Policy,
  selection: Selection,
  row: number
): Result.Result<Disclosure.Split, Disclosure.IdentityShown> => {
  const { cohort, formations, outcome, ruleSet } = selection
  return Disclosure.split(policy, {
    participant: cohort.participant[row]!,
    formation: formations[cohort.formation[row]!]!.formation,
    code: Outcome.codeOf(ruleSet.codes, Outcome.tags[outcome[row]!]!, Explanation.aboutRow(selection, row)),
    decidedBy: decidedBy(selection, row)
  })
}

/**
 * The name under which a salt is kept: the kind of entry, whose it is, and the part.
 *
 * **Example** (Of a birth date)
 *
 * ```ts
 * import { PrivateParts } from "@timbang/core/publication"
 * PrivateParts.saltName("registration/24-1", "birth-date") // => "registration/24-1/birth-date"
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const saltName = (owner: string, part: string): string => `${owner}/${part}`

/**
 * Whose private parts an entry of a participant commits to: the first half of {@link saltName}. A correction commits anew,
 * under salts of its own.
 *
 * **Example** (Of a result, and of its first correction)
 *
 * ```ts
 * import { PrivateParts } from "@timbang/core/publication"
 * PrivateParts.ownerOf({ kind: "result", participant: "24-1", stage: "skd" }) // => "result/skd/24-1"
 * PrivateParts.ownerOf({ kind: "result", participant: "24-1", stage: "skd" }, 1) // => "result/skd/24-1/1"
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const ownerOf = (
  entry:
    | Pick<Registration, "kind" | "participant">
    | Pick<ResultEntry, "kind" | "participant" | "stage">,
  /** How often the entry was corrected before and with this one; 0 for the entry itself. */
  revision = 0
): string => {
  const owner = entry.kind === "registration"
    ? `${entry.kind}/${entry.participant}`
    : `${entry.kind}/${entry.stage}/${entry.participant}`
  return revision === 0 ? owner : `${owner}/${revision}`
}

/** What parted a row from the one above: a rung, `equal` for nothing, `null` for the score or when nobody is above. */
const decidedBy = ({ final, ruleSet, secondShortlist, shortlist }: Selection, row: number): string | null => {
  const isSecond = final === undefined && shortlist?.rank[row] === 0 && secondShortlist !== undefined
  const ranked = isSecond ? secondShortlist : final ?? shortlist
  const rung = ranked?.rung[row] ?? 0
  if (ranked === undefined || ranked.rank[row] === 0 || rung === 0) return null
  if (rung < 0) return "equal"
  const { name } = ranked.keys[rung - 1]!
  return final !== undefined && name === ruleSet.ranking.final || final === undefined && rung === 1 ? null : name
}
