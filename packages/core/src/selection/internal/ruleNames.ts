/**
 * Whether every name that a rule set uses is one it has, and every step uses earlier ones.
 */
import type { RuleSet } from "../RuleSet.ts"
import type { RuleSetFault } from "../RuleSetFault.ts"
import * as RuleSetPath from "../RuleSetPath.ts"
import * as ScoreStep from "../ScoreStep.ts"
import type { ThresholdGroup } from "../Threshold.ts"
import type { TieLadder } from "../TieLadder.ts"

type Faults = ReadonlyArray<RuleSetFault>

export const check = (ruleSet: RuleSet): Faults => {
  const { carryOver, components, filling, ranking, secondExam, shortlist, steps, thresholds } = ruleSet
  const exams = [...new Set(components.map(({ exam }) => exam))]
  const scores = [...components, ...steps].map(({ id }) => id)
  const one = (path: string, found: string | undefined, known: ReadonlyArray<string>): Faults =>
    found === undefined || known.includes(found) ? [] : [{ _tag: "NameUnknown", path, found, known }]
  const ofFirst = firstScores(ruleSet)
  const inTime = (path: string, found: string): Faults =>
    scores.includes(found) && !ofFirst.includes(found) ? [{ _tag: "ScoreTooLate", path, found, exam: shortlist!.exam, known: ofFirst }] : one(path, found, scores)
  const ladder = (path: string, rungs: TieLadder, of: (path: string, found: string) => Faults): Faults => {
    const keys = RuleSetPath.keysOf(rungs)
    return rungs.flatMap((rung, index) => rung._tag === "Score" ? of(`${path}.${keys[index]!}`, rung.of) : [])
  }
  const groups = (path: string, all: ReadonlyArray<ThresholdGroup>): Faults => {
    const ids = ruleSet.categories.map(({ id }) => id)
    const keys = RuleSetPath.keysOf(all)
    return all.flatMap((group, index) => [
      ...group.categories.flatMap((id) => one(`${path}.${keys[index]!}.categories`, id, ids)),
      ...group.minimums.flatMap(({ of }) => inTime(`${path}.${keys[index]!}.minimums.${of}`, of))
    ])
  }
  const stepKeys = RuleSetPath.keysOf(steps)
  const earlier = components.map(({ id }) => id)
  const order = steps.flatMap((step, index) => {
    const faults = ScoreStep.inputsOf(step).flatMap((found): Faults => {
      const path = `steps.${stepKeys[index]!}.of`
      if (earlier.includes(found)) return []
      return scores.includes(found) ? [{ _tag: "StepTooLate", path, found }] : one(path, found, scores)
    })
    earlier.push(step.id)
    return faults
  })
  return [
    ...order,
    ...one("ranking.final", ranking.final, scores),
    ...ladder("ranking.ladder", ranking.ladder, (path, found) => one(path, found, scores)),
    ...one("shortlist.exam", shortlist?.exam, exams),
    ...ladder("shortlist.ladder", shortlist?.ladder ?? [], inTime),
    ...groups("thresholds.groups", thresholds.groups),
    ...groups("shortlist.secondGroup.groups", shortlist?.secondGroup?.groups ?? []),
    ...one("secondExam.exam", secondExam?.exam, exams),
    ...one("secondExam.component", secondExam?.component, scores),
    ...one("carryOver.exam", carryOver?.exam, exams),
    ...ruleSet.requirements.flatMap((requirement) =>
      (requirement.categories ?? []).flatMap((id) =>
        one(`requirements.${requirement.id}.categories`, id, ruleSet.categories.map((category) => category.id))
      )
    ),
    ...ruleSet.codes.flatMap(({ pass }, index) =>
      one(`codes.${index}.pass`, pass, filling?.passes.map(({ id }) => id) ?? [])
    )
  ]
}

/** Scores that are known when the shortlist is made, which is when minimums are held against them; all of them without one. */
const firstScores = ({ components, shortlist, steps }: RuleSet): ReadonlyArray<string> => {
  const own = components.filter(({ exam }) => exam === shortlist?.exam)
  const known = (own.length === 0 ? components : own).map(({ id }) => id)
  for (const step of steps) if (ScoreStep.inputsOf(step).every((id) => known.includes(id))) known.push(step.id)
  return known
}
