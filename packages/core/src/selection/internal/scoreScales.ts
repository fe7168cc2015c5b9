/**
 * Largest possible score of every component and step, as far as the numbers are known.
 */
import type { Sourced } from "../../law/Sourced.ts"
import * as Fraction from "../../number/Fraction.ts"
import type { RuleSet } from "../RuleSet.ts"
import type { RuleSetFault } from "../RuleSetFault.ts"
import * as RuleSetPath from "../RuleSetPath.ts"
import * as ScoreStep from "../ScoreStep.ts"

/** Unit: points. A score whose maximum depends on an unknown number is left out. */
export type Maxima = ReadonlyMap<string, Fraction.Fraction>

export const maximaOf = ({ components, steps }: Pick<RuleSet, "components" | "steps">): Maxima => {
  const maxima = new Map<string, Fraction.Fraction>()
  const set = (id: string, maximum: Fraction.Fraction | undefined): void => {
    if (maximum !== undefined && !maxima.has(id)) maxima.set(id, maximum)
  }
  for (const { id, maximum } of components) set(id, fractionOf(maximum))
  for (const step of steps) {
    const inputs = ScoreStep.inputsOf(step).map((id) => maxima.get(id))
    switch (step._tag) {
      case "Sum":
        if (inputs.every((input) => input !== undefined)) set(step.id, Fraction.sum(inputs))
        break
      case "Rescale":
        set(step.id, Fraction.make(step.to))
        break
      case "Weight": {
        const [input] = inputs
        const percent = fractionOf(step.percent)
        if (input !== undefined && percent !== undefined) {
          set(step.id, Fraction.multiply(input, Fraction.divide(percent, Fraction.make(100))))
        }
        break
      }
      case "Addition":
        set(step.id, fractionOf(step.cap))
        break
    }
  }
  return maxima
}

/** Weights that do not make a whole, weights of different scales, and scores rescaled from a maximum they do not have. */
export const check = (ruleSet: RuleSet, maxima: Maxima): ReadonlyArray<RuleSetFault> => {
  const { ranking, steps } = ruleSet
  const keys = RuleSetPath.keysOf(steps)
  const weights = new Map(steps.flatMap((step) => step._tag === "Weight" ? [[step.id, step] as const] : []))
  return steps.flatMap((step, index): ReadonlyArray<RuleSetFault> => {
    const path = `steps.${keys[index]!}`
    if (step._tag === "Rescale") {
      const maximum = maxima.get(step.of)
      const outOf = fractionOf(step.outOf)
      if (outOf === undefined || maximum === undefined || Fraction.compare(outOf, maximum) === 0) return []
      return [{ _tag: "ScaleWrong", path: `${path}.outOf`, found: Fraction.toNumber(outOf), maximum: Fraction.format(maximum) }]
    }
    const isAlone = step._tag === "Weight" && step.id === ranking.final
    const parts = isAlone ? [step] : step._tag === "Sum" ? step.of.flatMap((id) => weights.get(id) ?? []) : []
    if (parts.length === 0) return []
    const percents = parts.flatMap(({ percent }) => percent._tag === "Known" ? [percent.value] : [])
    const foundPercent = percents.reduce((sum, percent) => sum + percent, 0)
    const scales = [...new Set(parts.flatMap(({ of }) => maxima.get(of) ?? []).map(Fraction.format))]
    return [
      ...(percents.length === parts.length && foundPercent !== 100
        ? [{ _tag: "WeightsNotWhole", path, foundPercent } as const]
        : []),
      ...(scales.length > 1 ? [{ _tag: "ScalesMixed", path, maxima: scales } as const] : [])
    ]
  })
}

const fractionOf = (sourced: Sourced<number>): Fraction.Fraction | undefined =>
  sourced._tag === "Known" && Number.isSafeInteger(sourced.value) ? Fraction.make(sourced.value) : undefined
