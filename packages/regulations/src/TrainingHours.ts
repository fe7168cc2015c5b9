/**
 * Hours of competence development that a year gives a civil servant.
 *
 * @since 0.1.0
 */
import type { TrainingPlan } from "@timbang/core/evaluation"
import type { Parameter } from "@timbang/core/law"

// --- parameters ---

/**
 * Permanent civil servants (PNS): at least 20 training hours (jam pelajaran, JP) a year.
 *
 * Source: PP 11/2017.
 *
 * **Example** (In force)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Parameter } from "@timbang/core/law"
 * import { TrainingHours } from "@timbang/regulations"
 * Result.map(Parameter.at(TrainingHours.permanent, "2026-01-01"), ({ value }) => value) // => Result.succeed({ hours: 20, is: "floor" })
 * ```
 *
 * @category parameters
 * @since 0.1.0
 */
export const permanent: Parameter.Parameter<TrainingPlan.Allowance> = {
  name: "competence development of PNS",
  unit: "training hours (JP) a year for each person",
  values: [{
    from: "2017-04-07",
    value: { hours: 20, is: "floor" },
    source: {
      instrument: "PP 11/2017",
      confidence: "article-read",
      note: "read in the text of the regulation; the day from which it holds is that of its promulgation, not checked"
    }
  }]
}

/**
 * Contract staff (PPPK): at most 24 training hours (jam pelajaran, JP) in each year of the contract.
 *
 * Source: PP 49/2018, Pasal 40.
 *
 * **Example** (A ceiling, not a floor)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Parameter } from "@timbang/core/law"
 * import { TrainingHours } from "@timbang/regulations"
 * Result.map(Parameter.at(TrainingHours.contract, "2026-01-01"), ({ value }) => value) // => Result.succeed({ hours: 24, is: "ceiling" })
 * ```
 *
 * @category parameters
 * @since 0.1.0
 */
export const contract: Parameter.Parameter<TrainingPlan.Allowance> = {
  name: "competence development of PPPK",
  unit: "training hours (JP) a contract year for each person",
  values: [{
    from: "2018-11-28",
    value: { hours: 24, is: "ceiling" },
    source: {
      instrument: "PP 49/2018",
      provision: "Pasal 40",
      confidence: "article-read",
      note: "read in the text of the regulation; the day from which it holds is that of its promulgation, not checked"
    }
  }]
}
