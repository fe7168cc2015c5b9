/**
 * Makes the steps of a rule set ready to compute, and collects the numbers that takes.
 */
import * as LegalSource from "../../law/LegalSource.ts"
import type { Sourced } from "../../law/Sourced.ts"
import type { Computation, HeldNumber, Scale, Warning } from "../Plan.ts"
import type { RuleSet } from "../RuleSet.ts"
import * as ScoreStep from "../ScoreStep.ts"

/** Collects what a run needs: unknown numbers to refuse by name, unverified ones to warn of. */
export class Numbers {
  readonly unknown: Array<Warning> = []
  readonly held: Array<HeldNumber> = []
  readonly warnings: Array<Warning> = []
  needIfHeld<A>(path: string, sourced: Sourced<A>, instead: A, entitlements: number, atLeast: number): A {
    if (sourced._tag === "Known") return this.need(path, sourced, instead)
    this.held.push({ path, source: sourced.source, entitlements, atLeast })
    return instead
  }
  need<A>(path: string, sourced: Sourced<A>, instead: A): A {
    if (sourced._tag === "Unknown") {
      this.unknown.push({ path, source: sourced.source })
      return instead
    }
    this.warn(path, sourced.source)
    return sourced.value
  }
  warn(path: string, source: LegalSource.LegalSource): void {
    if (LegalSource.needsWarning(source) && !this.warnings.some((warning) => warning.path === path)) {
      this.warnings.push({ path, source })
    }
  }
}

/** Components and steps that a stage reads, directly or through other steps. */
export const neededFor = (ruleSet: RuleSet, stage: string): ReadonlySet<string> => {
  const needed = new Set<string>()
  const steps = new Map(ruleSet.steps.map((step) => [step.id, step]))
  const add = (id: string): void => {
    if (needed.has(id)) return
    needed.add(id)
    const step = steps.get(id)
    if (step !== undefined) ScoreStep.inputsOf(step).forEach(add)
  }
  const { ranking, shortlist, thresholds } = ruleSet
  const groups = [...thresholds.groups, ...(shortlist?.secondGroup?.groups ?? [])]
  groups.forEach(({ minimums }) => minimums.forEach(({ of }) => add(of)))
  shortlist?.ladder.forEach((rung) => rung._tag === "Score" && add(rung.of))
  if (stage === "final") {
    add(ranking.final)
    ranking.ladder.forEach((rung) => rung._tag === "Score" && add(rung.of))
  }
  return needed
}

/** Scales and computations of the steps that are needed, in their order. */
export const compileSteps = (ruleSet: RuleSet, needed: ReadonlySet<string>, numbers: Numbers) => {
  const scales: Record<string, Scale> = {}
  const computations: Array<Computation> = []
  for (const component of ruleSet.components) {
    if (!needed.has(component.id)) continue
    const maximum = numbers.need(`components.${component.id}.maximum`, component.maximum, 0)
    scales[component.id] = { decimals: component.decimals, maximum: maximum * 10 ** component.decimals }
  }
  let firstEntitlement = 0
  for (const step of ruleSet.steps) {
    const entitlementsFrom = firstEntitlement
    if (step._tag === "Addition") firstEntitlement += step.entitlements.length
    if (!needed.has(step.id)) continue
    const path = `steps.${step.id}`
    const inputs = ScoreStep.inputsOf(step)
    const from = inputs.map((id) => scales[id] ?? { decimals: 0, maximum: 0 })
    numbers.warn(path, step.source)
    switch (step._tag) {
      case "Sum": {
        const decimals = Math.max(...from.map((scale) => scale.decimals))
        const factors = from.map((scale) => 10 ** (decimals - scale.decimals))
        scales[step.id] = { decimals, maximum: from.reduce((sum, { maximum }, k) => sum + maximum * factors[k]!, 0) }
        computations.push({
          id: step.id,
          inputs,
          isUnary: false,
          isPlainSum: factors.every((factor) => factor === 1),
          value: (values) => values.reduce((sum, value, k) => sum + value * factors[k]!, 0)
        })
        break
      }
      case "Rescale": {
        const how = {
          fromDecimals: from[0]!.decimals,
          outOf: numbers.need(`${path}.outOf`, step.outOf, 1),
          to: step.to,
          decimals: step.decimals,
          rounding: numbers.need(`${path}.rounding`, step.rounding, "half-up")
        }
        const value = (values: ReadonlyArray<number>) => ScoreStep.rescale(values[0]!, how)
        scales[step.id] = { decimals: step.decimals, maximum: value([from[0]!.maximum]) }
        computations.push({ id: step.id, inputs, isUnary: true, isPlainSum: false, value })
        break
      }
      case "Weight": {
        const how = {
          fromDecimals: from[0]!.decimals,
          percent: numbers.need(`${path}.percent`, step.percent, 0),
          decimals: step.decimals,
          rounding: numbers.need(`${path}.rounding`, step.rounding, "half-up")
        }
        const value = (values: ReadonlyArray<number>) => ScoreStep.weigh(values[0]!, how)
        scales[step.id] = { decimals: step.decimals, maximum: value([from[0]!.maximum]) }
        computations.push({ id: step.id, inputs, isUnary: true, isPlainSum: false, value })
        break
      }
      case "Addition": {
        const { decimals } = from[0]!
        const bits = step.entitlements.map((_, bit) => 1 << (entitlementsFrom + bit))
        const all = bits.reduce((mask, bit) => mask | bit, 0)
        const how = {
          decimals,
          base: numbers.need(`${path}.base`, step.base, 0),
          cap: numbers.need(`${path}.cap`, step.cap, 0),
          combination: numbers.needIfHeld(`${path}.combination`, step.combination, "add-up", all, 2),
          rounding: numbers.need(`${path}.rounding`, step.rounding, "half-up")
        }
        const percents = step.entitlements.map(({ id, percent }, bit) =>
          numbers.needIfHeld(`${path}.entitlements.${id}`, percent, 0, bits[bit]!, 1)
        )
        scales[step.id] = { decimals, maximum: how.cap * 10 ** decimals }
        computations.push({
          id: step.id,
          inputs,
          isUnary: false,
          isPlainSum: false,
          value: (values, held) =>
            ScoreStep.add(values[0]!, percents.filter((_, bit) => (held >>> (entitlementsFrom + bit) & 1) === 1), how)
        })
        break
      }
    }
  }
  return { computations, scales }
}
