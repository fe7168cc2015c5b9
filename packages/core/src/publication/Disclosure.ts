/**
 * What of a participant may be public, and what becomes a commitment: one place that decides it.
 *
 * Never public, under any policy: identity number, name, birth date, grades and evidence as such, and health. An outcome
 * never says that health was its reason, and a tie that a birth date broke says "age". Protected categories are shown
 * as they stand in official lists, or by one general word, as the policy says.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import type { Json } from "./CanonicalJson.ts"

// --- models ---

/**
 * Names of the two policies.
 *
 * - `as-official-lists`: categories of need stand as official result lists print them.
 * - `protected`: a category that tells specific personal data is shown by the general word.
 *
 * @category models
 * @since 0.1.0
 */
export type PolicyName = "as-official-lists" | "protected"

/**
 * The words of a country's procedure that a policy needs.
 *
 * @category models
 * @since 0.1.0
 */
export interface Vocabulary {
  /** Categories that tell specific personal data, such as a disability or an origin. */
  readonly specificCategories: ReadonlyArray<string>
  /** The word that stands for all of them, `khusus` in Indonesia. */
  readonly generalCategory: string
  /** Outcome codes that would tell health, each with the code shown instead. */
  readonly healthCodes: Readonly<Record<string, string>>
  /** Rungs of the ladder that read a private value, each with the word shown instead, such as `birth-date` as `age`. */
  readonly privateRungs: Readonly<Record<string, string>>
  /** What identity looks like, as regular expressions: a public field that matches is refused. */
  readonly identities: ReadonlyArray<{ readonly what: string; readonly pattern: string }>
}

/**
 * A policy: a name and the words it works on.
 *
 * @category models
 * @since 0.1.0
 */
export interface Policy {
  readonly name: PolicyName
  readonly vocabulary: Vocabulary
}

/**
 * All that a host knows and may want to publish about one participant.
 *
 * @category models
 * @since 0.1.0
 */
export interface Facts {
  readonly participant: string
  readonly formation: string
  readonly category?: string
  readonly code?: string
  readonly decidedBy?: string | null
  /** Parts that are never public, by name: birth date, grades, evidence. Each becomes one commitment. */
  readonly hidden?: Readonly<Record<string, Json>>
}

/**
 * The two sides of the facts.
 *
 * @category models
 * @since 0.1.0
 */
export interface Split {
  readonly shown: Omit<Facts, "hidden">
  /**
   * Parts to commit to, each under its own salt. Under words with health codes everybody's exact code is one of them, so
   * that no commitment tells whose code was generalised.
   */
  readonly hidden: Readonly<Record<string, Json>>
}

// --- errors ---

/**
 * A field that would be public looks like an identity. The message does not repeat it.
 *
 * @category errors
 * @since 0.1.0
 */
export class IdentityShown
  extends Data.TaggedError("IdentityShown")<{ readonly field: string; readonly what: string }>
{
  override get message(): string {
    return `the public field ${this.field} looks like ${this.what}; publish a participant number or a pseudonym instead`
  }
}

// --- constructors ---

/**
 * The policy that shows categories as official lists do.
 *
 * **Example** (Its name stands in the announcement)
 *
 * ```ts
 * import { Disclosure } from "@timbang/core/publication"
 * const words = { specificCategories: [], generalCategory: "khusus", healthCodes: {}, privateRungs: {}, identities: [] }
 * Disclosure.asOfficialLists(words).name // => "as-official-lists"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const asOfficialLists = (vocabulary: Vocabulary): Policy => ({ name: "as-official-lists", vocabulary })

/**
 * The policy that shows a protected category by the general word.
 *
 * **Example** (Its name stands in the announcement)
 *
 * ```ts
 * import { Disclosure } from "@timbang/core/publication"
 * const words = { specificCategories: [], generalCategory: "khusus", healthCodes: {}, privateRungs: {}, identities: [] }
 * Disclosure.protectedCategories(words).name // => "protected"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const protectedCategories = (vocabulary: Vocabulary): Policy => ({ name: "protected", vocabulary })

// --- operations ---

/**
 * Parts what is shown from what is committed to.
 *
 * **Gotchas**
 *
 * A formation whose name tells the category tells it for every participant in it: name formations by position, education
 * and place, and give the category apart.
 *
 * **Example** (A protected category, and a health reason)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Disclosure } from "@timbang/core/publication"
 * const words = { specificCategories: ["disabilitas"], generalCategory: "khusus", healthCodes: { "TMS-K": "TMS" }, privateRungs: {}, identities: [] }
 * const facts = { participant: "26-0001", formation: "F1", category: "disabilitas", code: "TMS-K" }
 * const split = Disclosure.split(Disclosure.protectedCategories(words), facts)
 * Result.map(split, ({ shown }) => [shown.category, shown.code]) // => Result.succeed(["khusus", "TMS"])
 * Result.map(split, ({ hidden }) => hidden) // => Result.succeed({ category: "disabilitas", code: "TMS-K" })
 * const other = Disclosure.split(Disclosure.protectedCategories(words), { ...facts, code: "L" })
 * Result.map(other, ({ hidden }) => Object.keys(hidden)) // => Result.succeed(["category", "code"])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const split = ({ name, vocabulary }: Policy, facts: Facts): Result.Result<Split, IdentityShown> => {
  const { category, code, decidedBy, hidden, ...rest } = facts
  const isProtected = category !== undefined && name === "protected" && vocabulary.specificCategories.includes(category)
  const safeCode = code === undefined ? undefined : own(vocabulary.healthCodes, code)
  const safeRung = decidedBy == null ? undefined : own(vocabulary.privateRungs, decidedBy)
  const shown: Split["shown"] = {
    ...rest,
    ...(category === undefined ? {} : { category: isProtected ? vocabulary.generalCategory : category }),
    ...(code === undefined ? {} : { code: safeCode ?? code }),
    ...(decidedBy === undefined ? {} : { decidedBy: safeRung ?? decidedBy })
  }
  for (const [field, value] of Object.entries(shown)) {
    const found = vocabulary.identities.find(({ pattern }) =>
      typeof value === "string" && new RegExp(pattern).test(value)
    )
    if (found !== undefined) return Result.fail(new IdentityShown({ field, what: found.what }))
  }
  return Result.succeed({
    shown,
    hidden: {
      ...hidden,
      ...(isProtected ? { category } : {}),
      // Committed for everybody or nobody: a commitment that only some have would tell whose code was generalised.
      ...(code === undefined || Object.keys(vocabulary.healthCodes).length === 0 ? {} : { code })
    }
  })
}

/**
 * A category of need as the policy shows it.
 *
 * **Example** (A protected category)
 *
 * ```ts
 * import { Disclosure } from "@timbang/core/publication"
 * const words = { specificCategories: ["disabilitas"], generalCategory: "khusus", healthCodes: {}, privateRungs: {}, identities: [] }
 * Disclosure.category(Disclosure.protectedCategories(words), "disabilitas") // => "khusus"
 * Disclosure.category(Disclosure.protectedCategories(words), "umum") // => "umum"
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const category = ({ name, vocabulary }: Policy, exact: string): string =>
  name === "protected" && vocabulary.specificCategories.includes(exact) ? vocabulary.generalCategory : exact

const own = (words: Readonly<Record<string, string>>, word: string): string | undefined =>
  Object.prototype.hasOwnProperty.call(words, word) ? words[word] : undefined
