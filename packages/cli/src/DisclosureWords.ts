/**
 * The words of the disclosure policies: those of the law, and every category that the rules mark as protected.
 *
 * @since 0.1.0
 */
import type { Disclosure } from "@timbang/core/publication"
import type { RuleSet } from "@timbang/core/selection"
import { DisclosureLaw } from "@timbang/regulations"

// --- operations ---

/** The words of the law in force last. */
export const ofLaw: Disclosure.Vocabulary = DisclosureLaw.vocabulary.values.at(-1)!.value

/** The words for a round under a rule set. */
export const vocabularyOf = ({ categories }: Pick<RuleSet.RuleSet, "categories">): Disclosure.Vocabulary => ({
  ...ofLaw,
  specificCategories: [
    ...new Set([
      ...ofLaw.specificCategories,
      ...categories.flatMap((category) => category.protected ? [category.id] : [])
    ])
  ]
})
