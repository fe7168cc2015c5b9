/**
 * Whether the tests that an agency announced stay within what the law lets its kind of agency choose, and which limits that
 * question needs.
 */
import * as LegalSource from "../../law/LegalSource.ts"
import type { Sourced } from "../../law/Sourced.ts"
import type { RuleSet } from "../RuleSet.ts"
import type { RuleSetFault } from "../RuleSetFault.ts"
import * as RuleSetPath from "../RuleSetPath.ts"
import type { SecondExam } from "../SecondExam.ts"

export const check = ({ announced, limits }: Pick<SecondExam, "announced" | "limits">): ReadonlyArray<RuleSetFault> => {
  if (announced === undefined) return []
  const { agencyKind, tests } = announced
  const path = "secondExam.announced.tests"
  const keys = RuleSetPath.keysOf(tests)
  const limit = limits.find((candidate) => candidate.agencyKind === agencyKind)
  const faults: Array<RuleSetFault> = []
  if (limit === undefined) {
    const known = limits.map((candidate) => candidate.agencyKind)
    faults.push({ _tag: "NameUnknown", path: "secondExam.announced.agencyKind", found: agencyKind, known })
  }
  const foundPercent = sumOf(tests.map(({ percent }) => percent))
  if (foundPercent !== 100) faults.push({ _tag: "WeightsNotWhole", path, foundPercent })
  const mains = tests.filter(({ main }) => main)
  if (mains.length !== 1) faults.push({ _tag: "MainTestCount", path, found: mains.length })
  tests.forEach(({ excludesBelow, outOf }, index) => {
    if (excludesBelow !== undefined && excludesBelow > outOf) {
      const at = `${path}.${keys[index]!}.excludesBelow`
      faults.push({ _tag: "OutOfRange", path: at, found: excludesBelow, minimum: 0, maximum: String(outOf) })
    }
  })
  if (limit === undefined) return faults

  const capped = (at: string, found: number, cap: Sourced<number>): void => {
    if (cap._tag === "Known" && found > cap.value) {
      faults.push({ _tag: "OverLegalCap", path: at, found, cap: cap.value, citation: LegalSource.cite(cap.source) })
    }
  }
  const further = tests.filter(({ main }) => !main)
  capped(path, further.length, limit.furtherTestsAtMost)
  capped(path, sumOf(further.map(({ percent }) => percent)), limit.furtherAtMostPercent)
  const floor = limit.mainAtLeastPercent
  tests.forEach(({ kind, main, percent }, index) => {
    const at = `${path}.${keys[index]!}`
    if (main && floor._tag === "Known" && percent < floor.value) {
      const citation = LegalSource.cite(floor.source)
      faults.push({ _tag: "UnderLegalFloor", path: `${at}.percent`, found: percent, floor: floor.value, citation })
    }
    if (limit.refusedKinds.includes(kind)) {
      faults.push({ _tag: "KindRefused", path: `${at}.kind`, kind, agencyKind, citation: LegalSource.cite(limit.source) })
    }
    for (const cap of limit.kindAtMostPercent) if (cap.kind === kind) capped(`${at}.percent`, percent, cap.percent)
  })
  return faults
}

/** Steps that weigh a test otherwise than it was announced, as it is or rescaled. */
export const weights = ({ secondExam, steps }: Pick<RuleSet, "secondExam" | "steps">): ReadonlyArray<RuleSetFault> => {
  const keys = RuleSetPath.keysOf(steps)
  return (secondExam?.announced?.tests ?? []).flatMap(({ id, percent: announced }) => {
    const forms = [id, ...steps.flatMap((step) => step._tag === "Rescale" && step.of === id ? [step.id] : [])]
    return steps.flatMap((step, index): ReadonlyArray<RuleSetFault> =>
      step._tag === "Weight" && step.of !== secondExam?.component && forms.includes(step.of) && step.percent._tag === "Known" && step.percent.value !== announced
        ? [{ _tag: "WeightNotAnnounced", path: `steps.${keys[index]!}.percent`, found: step.percent.value, announced }]
        : [])
  })
}

/** The limits by which announced tests are judged, by path. A main test alone needs none: it keeps whatever limits there are. */
export const needed = ({ announced, limits }: Pick<SecondExam, "announced" | "limits">): ReadonlyArray<readonly [path: string, limit: Sourced<number>]> => {
  const further = announced?.tests.filter(({ main }) => !main) ?? []
  const index = limits.findIndex(({ agencyKind }) => agencyKind === announced?.agencyKind)
  const limit = limits[index]
  if (further.length === 0 || limit === undefined) return []
  const path = `secondExam.limits.${RuleSetPath.keysOf(limits)[index]!}`
  const kinds = limit.kindAtMostPercent.filter(({ kind }) => announced!.tests.some((test) => test.kind === kind))
  return [
    [`${path}.mainAtLeastPercent`, limit.mainAtLeastPercent],
    [`${path}.furtherAtMostPercent`, limit.furtherAtMostPercent],
    [`${path}.furtherTestsAtMost`, limit.furtherTestsAtMost],
    ...kinds.map(({ kind, percent }) => [`${path}.kindAtMostPercent.${kind}`, percent] as const)
  ]
}

const sumOf = (numbers: ReadonlyArray<number>): number => numbers.reduce((sum, number) => sum + number, 0)
