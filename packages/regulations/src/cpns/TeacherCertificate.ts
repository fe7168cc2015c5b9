/**
 * The full SKB score of certified teachers, for rounds in which no source confirms it.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "@timbang/core/law"
import type { RuleSet } from "@timbang/core/selection"
import * as Integration from "./Integration.ts"

// --- operations ---

/**
 * A CPNS rule set in which a linear, verified teaching certificate makes the SKB its maximum.
 *
 * **Details**
 *
 * The rule sets of 2018 and 2019 have the rule already and come back as they are. For 2021 and 2024 it is known from memory
 * only; a host that applies it names the provision and answers for it.
 *
 * **Example** (One more step before the 60 percent)
 *
 * ```ts
 * import { RuleSets, TeacherCertificate } from "@timbang/regulations"
 * const letter = { instrument: "Letter of Panselnas 1/2024", confidence: "host" } as const
 * const certified = TeacherCertificate.withTeacherCertificate(RuleSets.cpns2024, letter)
 * certified.steps.map(({ id }) => id) // => ["skd", "skd100", "skd40", "skbSerdik", "skb60", "final"]
 * ```
 *
 * @category readings
 * @since 0.1.0
 */
export const withTeacherCertificate = (ruleSet: RuleSet.RuleSet, source: LegalSource.LegalSource): RuleSet.RuleSet => {
  const certificate = Integration.teacherCertificate(source)
  if (ruleSet.steps.some(({ id }) => id === certificate.id)) return ruleSet
  return {
    ...ruleSet,
    steps: ruleSet.steps.flatMap((step) =>
      step._tag === "Weight" && step.of === certificate.of ? [certificate, { ...step, of: certificate.id }] : [step]
    )
  }
}
