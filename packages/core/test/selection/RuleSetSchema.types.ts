import type { RuleSet, RuleSetSchema } from "@timbang/core/selection"

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

type FromSchema = (typeof RuleSetSchema.schema)["Type"]

/** Part by part, so that a difference is named. */
type Differing = { [K in keyof RuleSet.RuleSet | keyof FromSchema]: Same<
  RuleSet.RuleSet[K & keyof RuleSet.RuleSet],
  FromSchema[K & keyof FromSchema]
> extends true ? never : K }[keyof RuleSet.RuleSet | keyof FromSchema]

const none = (differing: [Differing] extends [never] ? "same" : Differing): string => differing
none("same")

const optional: Same<Pick<RuleSet.RuleSet, "shortlist">, Pick<FromSchema, "shortlist">> = true
export { optional }
