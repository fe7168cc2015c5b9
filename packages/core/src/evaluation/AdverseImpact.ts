/**
 * Are some groups selected much less often than others? The four-fifths rule in whole numbers, with the tests beside it.
 *
 * A ratio is a reason to look, never a verdict on a person or a quota. Groups are counts; nobody is named.
 *
 * Source: Uniform Guidelines on Employee Selection Procedures (1978), section 4D, and Questions and Answers (1979).
 *
 * @since 0.1.0
 */
import { FisherTest, Fraction, Interval, Undefined } from "../number/index.ts"

// --- models ---

/**
 * Counts of one group.
 *
 * @category models
 * @since 0.1.0
 */
export interface Group {
  /** Identifier of the group: a region, a kind of need, men and women. */
  readonly group: string
  /** Unit: people. Whole, 0 to `applicants`. */
  readonly selected: number
  readonly applicants: number
}

/**
 * What the host chooses; the defaults are those of the guidelines where they have one.
 *
 * @category models
 * @since 0.1.0
 */
export interface Policy {
  /** Least ratio of rates that raises no question. Default 4/5. */
  readonly least: Fraction.Fraction
  /** Groups with fewer applicants are shown without a judgement. Unit: people. Default 5, the host's to choose. */
  readonly fewestApplicants: number
  /** Level of the interval; its complement is the level of Fisher's test. Default 0.95. */
  readonly level: number
}

/**
 * What can be said about a group.
 *
 * - `reference`: the group with the highest rate, or one of several.
 * - `indication`: below the least ratio, and one person more or less would not turn it round.
 * - `no-indication`: at the least ratio or above it.
 * - `too-few`: too few applicants, or a single person would reverse which rate is the higher.
 *
 * @category models
 * @since 0.1.0
 */
export type Finding = "reference" | "indication" | "no-indication" | "too-few"

/**
 * One group beside the group with the highest rate.
 *
 * @category models
 * @since 0.1.0
 */
export interface Comparison extends Group {
  /** Selected by applicants, exact. */
  readonly rate: Fraction.Fraction | Undefined.Undefined
  /** Rate by the highest rate, exact. */
  readonly ratio: Fraction.Fraction | Undefined.Undefined
  /** Whether the ratio is below the least one; exactly 4/5 is not below. */
  readonly isBelow: boolean
  /** The ratio with one person moved from the reference group's selected to this group's. */
  readonly ratioOneMore: Fraction.Fraction | Undefined.Undefined
  /** Whether that one person reverses which rate is the higher (Questions and Answers, no. 21). */
  readonly isReversedByOne: boolean
  /** Two-sided probability by Fisher's exact test. */
  readonly fisher: number | Undefined.Undefined
  /** Difference of rates by its pooled standard error; large samples only, shown for comparison with older reports. */
  readonly z: number | Undefined.Undefined
  /** Interval of the ratio. */
  readonly ratioInterval: Interval.Interval | Undefined.Undefined
  /** Interval of the difference of rates, this group less the reference. */
  readonly differenceInterval: Interval.Interval | Undefined.Undefined
  /** Whether Fisher's test is at most the complement of the level. */
  readonly isSignificant: boolean
  readonly finding: Finding
}

/**
 * All groups of one table, in the order given.
 *
 * @category models
 * @since 0.1.0
 */
export interface Table {
  /** By what the groups were judged; a report prints it. */
  readonly policy: Policy
  readonly highestRate: Fraction.Fraction | Undefined.Undefined
  readonly groups: ReadonlyArray<Comparison>
}

/**
 * The policy of the guidelines.
 *
 * @category models
 * @since 0.1.0
 */
export const guidelines: Policy = { least: Fraction.make(4, 5), fewestApplicants: 5, level: 0.95 }

// --- operations ---

/**
 * Compares every group with the group of the highest rate.
 *
 * **Details**
 *
 * Groups below `fewestApplicants` are not taken as the reference while another group is large enough. Several groups with
 * the highest rate are all `reference`; their counts are compared with the first by name, which changes no ratio.
 *
 * **Gotchas**
 *
 * A rate over a whole round mixes posts. Compare within a post, a region or a kind of need before concluding anything;
 * {@link byStratum} does.
 *
 * **Example** (Questions and Answers 1979: exactly 80 percent is not below)
 *
 * ```ts
 * import { AdverseImpact } from "@timbang/core/evaluation"
 * const groups = [{ group: "a", selected: 60, applicants: 100 }, { group: "b", selected: 48, applicants: 100 }, { group: "c", selected: 45, applicants: 100 }]
 * AdverseImpact.compare(groups).groups.map(({ finding }) => finding) // => ["reference", "no-indication", "indication"]
 * ```
 *
 * @category comparing
 * @since 0.1.0
 */
export const compare = (groups: ReadonlyArray<Group>, policy: Policy = guidelines): Table => {
  const counted = groups.filter(isCounted)
  const large = counted.filter(({ applicants }) => applicants >= policy.fewestApplicants)
  const candidates = [...(large.length > 0 ? large : counted)].sort((a, b) => (a.group < b.group ? -1 : 1))
  const top = candidates.reduce<Group | undefined>(
    (best, one) => (best === undefined || compareRates(one, best) > 0 ? one : best),
    undefined
  )
  return {
    policy,
    highestRate: top === undefined
      ? Undefined.because("highest selection rate", "no-values", { found: 0, needed: 1 })
      : rateOf(top),
    groups: groups.map((one) => against(one, top, policy))
  }
}

/**
 * Compares within each stratum (a region, a kind of need, a post) and over all strata together.
 *
 * **Details**
 *
 * `together` adds the counts up; where it says something else than the strata do, the mix of strata made it (Simpson).
 *
 * **Example** (Equal within both strata, unequal together)
 *
 * ```ts
 * import { AdverseImpact } from "@timbang/core/evaluation"
 * const row = (stratum: string, group: string, selected: number, applicants: number) => ({ stratum, group, selected, applicants })
 * const rows = [row("city", "a", 50, 500), row("city", "b", 5, 50), row("island", "a", 25, 50), row("island", "b", 250, 500)]
 * const { strata, together } = AdverseImpact.byStratum(rows)
 * [...strata.values()].flatMap(({ groups }) => groups.map(({ finding }) => finding)) // => ["reference", "reference", "reference", "reference"]
 * together.groups.map(({ finding }) => finding) // => ["indication", "reference"]
 * ```
 *
 * @category comparing
 * @since 0.1.0
 */
export const byStratum = (
  rows: ReadonlyArray<Group & { readonly stratum: string }>,
  policy: Policy = guidelines
): { readonly strata: ReadonlyMap<string, Table>; readonly together: Table } => {
  const totals = new Map<string, Group>()
  const members = new Map<string, ReadonlyArray<Group>>()
  for (const { applicants, group, selected, stratum } of rows) {
    const sum = totals.get(group) ?? { group, selected: 0, applicants: 0 }
    totals.set(group, { group, selected: sum.selected + selected, applicants: sum.applicants + applicants })
    members.set(stratum, [...(members.get(stratum) ?? []), { group, selected, applicants }])
  }
  const strata = [...members].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    strata: new Map(strata.map(([stratum, groups]) => [stratum, compare(groups, policy)])),
    together: compare([...totals.values()], policy)
  }
}

const against = (one: Group, top: Group | undefined, policy: Policy): Comparison => {
  const { applicants, group, selected } = one
  const own = { group, selected, applicants }
  if (top === undefined || !isCounted(one) || top.selected === 0) {
    const reason = top?.selected === 0 ? "not-positive" : "no-values"
    const none = Undefined.because("impact ratio", reason, { found: 0, needed: 1 })
    const rate = isCounted(one) ? rateOf(one) : Undefined.because("selection rate", "out-of-range", { found: selected })
    return { ...own, rate, ...unknown(none), finding: "too-few" }
  }
  const mine = [selected, applicants] as const
  const theirs = [top.selected, top.applicants] as const
  const ratio = Fraction.divide(rateOf(one), rateOf(top))
  const isBelow = Fraction.compare(ratio, policy.least) < 0
  const isReference = compareRates(one, top) === 0
  const moved = { ...own, selected: Math.min(selected + 1, applicants) }
  const left = { ...top, selected: top.selected - 1 }
  const isReversedByOne = !isReference && compareRates(moved, left) > 0
  const fisher = FisherTest.twoSided(mine, theirs)
  return {
    ...own,
    rate: rateOf(one),
    ratio,
    isBelow,
    ratioOneMore: left.selected === 0
      ? Undefined.because("impact ratio with one more selected", "not-positive", { found: 0, needed: 1 })
      : Fraction.divide(rateOf(moved), rateOf(left)),
    isReversedByOne,
    fisher,
    z: pooledZ(mine, theirs),
    ratioInterval: Interval.ratio(mine, theirs, policy.level),
    differenceInterval: Interval.difference(mine, theirs, policy.level),
    isSignificant: !isReference && !Undefined.isUndefined(fisher) && fisher <= 1 - policy.level,
    finding: applicants < policy.fewestApplicants
      ? "too-few"
      : isReference
      ? "reference"
      : !isBelow
      ? "no-indication"
      : isReversedByOne
      ? "too-few"
      : "indication"
  }
}

const unknown = (none: Undefined.Undefined): Omit<Comparison, keyof Group | "rate" | "finding"> => ({
  ratio: none,
  isBelow: false,
  ratioOneMore: none,
  isReversedByOne: false,
  fisher: none,
  z: none,
  ratioInterval: none,
  differenceInterval: none,
  isSignificant: false
})

const isCounted = ({ applicants, selected }: Group): boolean =>
  Number.isSafeInteger(applicants) && Number.isSafeInteger(selected) && applicants > 0 && selected >= 0 &&
  selected <= applicants

const rateOf = ({ applicants, selected }: Group): Fraction.Fraction => Fraction.make(selected, applicants)

const compareRates = (a: Group, b: Group): number => Fraction.compare(rateOf(a), rateOf(b))

const pooledZ = (
  [k, n]: readonly [number, number],
  [j, m]: readonly [number, number]
): number | Undefined.Undefined => {
  const pooled = (k + j) / (n + m)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
  return error === 0
    ? Undefined.because("pooled z of two rates", "no-variation", { found: n + m })
    : (k / n - j / m) / error
}
