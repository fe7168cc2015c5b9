/**
 * A made-up round, small enough to read, for examples and tests. No law stands behind it.
 *
 * @since 0.1.0
 */
import type { Formation } from "../formation/Formation.ts"
import type { LegalSource } from "../law/LegalSource.ts"
import { known } from "../law/Sourced.ts"
import type { Outcome, OutcomeCode } from "./Outcome.ts"
import type { RuleSet } from "./RuleSet.ts"
import type { SecondExam } from "./SecondExam.ts"

const source: LegalSource = { instrument: "Specimen", confidence: "host" }
const board = { decidedBy: "board", source }
const committee = { decidedBy: "committee", source }

const code = (outcome: Outcome, text: string, pass?: string): OutcomeCode => ({
  outcome,
  ...(pass === undefined ? {} : { pass }),
  code: text,
  aliases: [],
  title: text,
  source
})

/**
 * Two written papers, a shortlist of three for each seat, a practical exam, 40 to 60 with three decimals.
 *
 * **Example** (The shortlist sends on three for each seat)
 *
 * ```ts
 * import { Specimen } from "@timbang/core/selection"
 * Specimen.ruleSet.shortlist?.factor // => { _tag: "Known", value: 3, source: { instrument: "Specimen", confidence: "host" } }
 * ```
 *
 * @category examples
 * @since 0.1.0
 */
export const ruleSet: RuleSet = {
  schemaVersion: 1,
  id: "specimen",
  title: "A made-up round",
  program: "Specimen",
  holds: { from: "2024-01-01" },
  sources: [source],
  hostAuthorities: ["committee"],
  categories: [
    { id: "general", title: "General", general: true, aliases: [], protected: false, source },
    { id: "reserved", title: "Reserved", general: false, aliases: [], protected: true, source }
  ],
  components: [
    { id: "knowledge", title: "Knowledge", exam: "written", minimum: 0, maximum: known(300, source), decimals: 0, step: 1, source },
    { id: "attitude", title: "Attitude", exam: "written", minimum: 0, maximum: known(250, source), decimals: 0, step: 1, source },
    { id: "practice", title: "Practice", exam: "practical", minimum: 0, maximum: known(100, source), decimals: 3, step: 1, source }
  ],
  steps: [
    { _tag: "Sum", id: "written", title: "Written total", of: ["knowledge", "attitude"], ...committee },
    {
      _tag: "Rescale",
      id: "written100",
      title: "Written total of 100",
      of: "written",
      outOf: known(550, source),
      to: 100,
      decimals: 3,
      rounding: known("half-up", source),
      ...board
    },
    {
      _tag: "Weight",
      id: "written40",
      title: "40 % written",
      of: "written100",
      percent: known(40, source),
      decimals: 3,
      rounding: known("half-up", source),
      ...board
    },
    {
      _tag: "Weight",
      id: "practice60",
      title: "60 % practice",
      of: "practice",
      percent: known(60, source),
      decimals: 3,
      rounding: known("half-up", source),
      ...board
    },
    { _tag: "Sum", id: "final", title: "Final score", of: ["written40", "practice60"], ...board }
  ],
  thresholds: {
    ...committee,
    groups: [
      {
        id: "general",
        title: "General",
        categories: ["general"],
        minimums: [{ of: "knowledge", minimum: known(100, source) }, { of: "attitude", minimum: known(120, source) }],
        source
      },
      { id: "reserved", title: "Reserved", categories: ["reserved"], minimums: [{ of: "written", minimum: known(200, source) }], source }
    ]
  },
  shortlist: {
    ...committee,
    exam: "written",
    factor: known(3, source),
    ladder: [{ _tag: "Score", of: "written" }, { _tag: "Score", of: "attitude" }],
    freedPlaces: known("stay-empty", source)
  },
  ranking: {
    ...board,
    final: "final",
    ladder: [
      { _tag: "Score", of: "written" },
      { _tag: "Score", of: "attitude" },
      { _tag: "GradeAverage" },
      { _tag: "BirthDate" }
    ]
  },
  filling: {
    ...board,
    passes: [
      {
        id: "move",
        title: "General seats from reserved cells of the same place",
        into: "general",
        from: "reserved",
        location: "same",
        meets: known("general", source),
        source
      },
      {
        id: "far",
        title: "Any seat from the same position elsewhere",
        into: "any",
        from: "any",
        location: "other",
        meets: known("general", source),
        source
      }
    ],
    policies: {
      pool: known("all-cells", source),
      cellOrder: known("identifier", source),
      closing: known("stays-open", source),
      consent: known("not-asked", source)
    }
  },
  codes: [
    code("advanced", "on"),
    code("outside-shortlist", "outside"),
    code("below-threshold", "below"),
    code("selected", "selected"),
    code("selected-by-filling", "moved", "move"),
    code("selected-by-filling", "moved-far", "far"),
    code("not-selected", "not selected")
  ],
  requirements: [],
  objections: []
}

/**
 * What agencies of two kinds may announce for the practical exam: regional ones one further test and no interview.
 *
 * **Example** (What regional agencies may not use)
 *
 * ```ts
 * import { Specimen } from "@timbang/core/selection"
 * Specimen.secondExam.limits[1]?.refusedKinds // => ["interview"]
 * ```
 *
 * @category examples
 * @since 0.1.0
 */
export const secondExam: SecondExam = {
  ...committee,
  exam: "practical",
  component: "practice",
  limits: [
    {
      agencyKind: "central",
      mainAtLeastPercent: known(50, source),
      furtherAtMostPercent: known(50, source),
      furtherTestsAtMost: known(3, source),
      refusedKinds: [],
      kindAtMostPercent: [{ kind: "interview", percent: known(10, source) }],
      source
    },
    {
      agencyKind: "regional",
      mainAtLeastPercent: known(60, source),
      furtherAtMostPercent: known(40, source),
      furtherTestsAtMost: known(1, source),
      refusedKinds: ["interview"],
      kindAtMostPercent: [],
      source
    }
  ]
}

/**
 * One general cell with one seat.
 *
 * **Example** (One seat)
 *
 * ```ts
 * import { Specimen } from "@timbang/core/selection"
 * Specimen.formation.seats // => 1
 * ```
 *
 * @category examples
 * @since 0.1.0
 */
export const formation: Formation = {
  formation: "F1",
  position: "Surveyor",
  education: "Diploma",
  location: "Works office",
  category: "general",
  seats: 1
}
