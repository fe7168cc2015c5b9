/**
 * Reads the records of a career and decides on each: what the law asks, what is met, what is awaited, and why.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import { type Day, Parameter, Standing } from "@timbang/core/law"
import { Scaled } from "@timbang/core/number"
import { Absence, ContractRenewal, CreditPoints, LowPerformance, NineBox, Probation, ProfessionalismIndex } from "@timbang/core/performance"
import { Careers, type Sentences } from "@timbang/language"
import { AppraisalLaw } from "@timbang/regulations"
import { CareerFiles, Column, Rows, Table } from "@timbang/source-files"
import { Array, Effect, Result } from "effect"
import type { CommandFailed } from "../Exit.ts"
import type * as Grid from "../Grid.ts"
import * as LawInForce from "../LawInForce.ts"
import * as Refusal from "../selection/Refusal.ts"
import * as Records from "./Records.ts"

// --- models ---

/** What is asked for. */
export interface Asked {
  readonly records: string
  readonly on: Day.Day
  readonly holidays: string | undefined
  readonly restDays: ReadonlyArray<number>
  /** Limits of the potential axis; nine-box needs them. */
  readonly potentialFrom: NineBox.Grid["potentialFrom"] | undefined
  readonly lang: Sentences.Language
}

/** One decision: the person, the outcome by its name, further cells, and the sentence. */
interface Decided {
  readonly person: string
  readonly outcome: string
  readonly cells: ReadonlyArray<string | number>
  readonly sentence: string
}

/** What was made. */
export interface Made {
  readonly grid: Grid.Grid
  readonly explanations: ReadonlyArray<string>
  /** People by outcome. */
  readonly counts: ReadonlyArray<readonly [outcome: string, people: number]>
  readonly corrections: Table.Table<never>["corrections"]
}

type Failed = CommandFailed | Fault.InputRefused

// --- operations ---

const qualities = Object.fromEntries((["kualifikasi", "disiplin"] as const).map((id) => {
  const { dimensions } = Result.getOrThrow(Parameter.at(AppraisalLaw.professionalism, "2019-01-01")).value.pelaksana
  return [id, Object.fromEntries(Object.keys(dimensions.find((each) => each.id === id)!.points).map((answer) => [answer, answer.includes("/") ? answer.split("/") : []]))]
}))

const spelled = (predicate: AppraisalLaw.EmployeePredicate): ReadonlyArray<string> => {
  const old = Result.getOrThrow(Parameter.at(AppraisalLaw.oldPredicates, "2024-01-01")).value
  return [...Object.entries(AppraisalLaw.spellings), ...Object.entries(old)].flatMap(([word, is]) => is === predicate && word !== predicate ? [word.toLowerCase()] : [])
}

/** The columns of each kind of record, with the words of the law. */
export const columns: ReturnType<typeof CareerFiles.columnsOf> = CareerFiles.columnsOf({
  predicates: Object.fromEntries(AppraisalLaw.employeePredicates.map((predicate) => [predicate, [...new Set(spelled(predicate))].filter((word) => word !== predicate.toLowerCase())])),
  qualifications: qualities["kualifikasi"]!,
  disciplines: qualities["disiplin"]!
})

/** The kinds of record, by the name of the command. */
export const kinds = ["absence", "low-performance", "probation", "renewal", "credit-points", "promotion", "professionalism", "nine-box"] as const

/** The name of a kind. */
export type Kind = typeof kinds[number]

/** Decides on every record, or refuses the file with all its faults. */
export const run = (kind: Kind, asked: Asked): Effect.Effect<Made, Failed> => makers[kind](asked)

/** Whether a run may have the standing: sanctions, appointments and contracts are decided by officials, in their own record. */
export const allowed = (kind: Kind, standing: Standing.Standing, lang: Sentences.Language): Effect.Effect<Standing.Standing, CommandFailed> =>
  Effect.mapError(
    Effect.fromResult(Standing.check(standing, { name: kind, decidedBy: "PPK", isHosts: false })),
    (failure) => Refusal.of(failure, lang)
  )

const absence = Effect.fn("CareerRun.absence")(function*({ holidays, lang, on, records, restDays }: Asked) {
  const rule = yield* LawInForce.at(AppraisalLaw.absence, on, lang)
  const days = yield* Effect.result(holidays === undefined ? Effect.succeed(undefined) : Table.read(holidays, columns.holidays, { prefersSheet: "career holidays" }))
  const read = yield* Effect.result(Records.read("career/absence", records, columns.absence, (found) =>
    [...Rows.of(found, columns.absence)].flatMap(({ cells, row }) => later({ file: records, row, column: "day" }, cells.day, on))))
  if (Result.isFailure(days) || Result.isFailure(read)) {
    return yield* Effect.fail(Refusal.ofFiles([read, days].flatMap((each) => (Result.isFailure(each) ? [each.failure] : [])), lang))
  }
  const table = read.success
  const off = days.success === undefined ? [] : [...Rows.of(days.success, columns.holidays)].map(({ cells }) => cells.day!)
  const byPerson = Array.groupBy([...Rows.of(table, columns.absence)], ({ cells }) => cells.person!)
  const calendar = { restDays, holidays: new Set(off) }
  return made("absence", ["year", "days", "unbroken", "sanction"], Object.entries(byPerson).sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([person, rows]) =>
    Absence.count(rule.value, rows.map(({ cells }) => cells.day!), calendar).map((outcome): Decided => ({
      person,
      outcome: outcome.sanction,
      cells: [outcome.year, outcome.days, outcome.longest.days, outcome.sanction],
      sentence: Careers.absence({ person, outcome }, lang)
    }))), table)
})

const lowPerformance = Effect.fn("CareerRun.lowPerformance")(function*({ lang, on, records }: Asked) {
  const rules = yield* LawInForce.at(AppraisalLaw.lowPerformance, on, lang)
  const of = columns["low-performance"]
  const table = yield* Records.read("career/low-performance", records, of, (read) =>
    [...Rows.of(read, of)].flatMap(({ cells: { placedOn, since }, row }): ReadonlyArray<Fault.Fault> => {
      const at = (column: string) => ({ file: records, row, column })
      return [
        ...later(at("since"), since, on),
        ...(placedOn !== undefined && since !== undefined && placedOn < since
          ? [{ _tag: "EarlierThan", ...at("placedOn"), found: placedOn, other: since, otherColumn: "since" } as const]
          : later(at("placedOn"), placedOn, on))
      ]
    }))
  return made("low-performance", ["step", "until"], [...Rows.of(table, of)].map(({ cells }): Decided => {
    const { placedOn, test } = cells
    const outcome = LowPerformance.consider(rules.value, {
      position: cells.position!,
      predicate: cells.predicate!,
      since: cells.since!,
      ...yes("hasImproved", cells.improved),
      ...(test === undefined ? {} : { test }),
      ...yes("isPostFree", cells.post),
      ...(placedOn === undefined ? {} : { placedOn })
    }, on)
    const { step } = outcome
    return {
      person: cells.person!,
      outcome: step._tag,
      cells: [step._tag, "until" in step ? step.until : ""],
      sentence: Careers.lowPerformance({ person: cells.person!, outcome }, lang)
    }
  }), table)
})

const probation = Effect.fn("CareerRun.probation")(function*({ lang, on, records }: Asked) {
  const rule = yield* LawInForce.at(AppraisalLaw.probation, on, lang)
  const table = yield* Records.read("career/probation", records, columns.probation)
  return made("probation", ["outcome", "endsOn", "reasons"], [...Rows.of(table, columns.probation)].map(({ cells }): Decided => {
    const { predicate, training } = cells
    const outcome = Probation.consider(rule.value, {
      startedOn: cells.startedOn!,
      ...(training === undefined ? {} : { training }),
      ...yes("isFit", cells.fit),
      ...(predicate === undefined ? {} : { predicate }),
      hasSevereDiscipline: cells.severeDiscipline === "ya"
    }, on)
    return {
      person: cells.person!,
      outcome: outcome.outcome,
      cells: [outcome.outcome, outcome.endsOn, tags(outcome.reasons)],
      sentence: Careers.probation({ person: cells.person!, outcome }, lang)
    }
  }), table)
})

const renewal = Effect.fn("CareerRun.renewal")(function*({ lang, on, records }: Asked) {
  const { source, value } = yield* LawInForce.at(AppraisalLaw.contractRenewal, on, lang)
  const table = yield* Records.read("career/renewal", records, columns.renewal)
  return made("renewal", ["outcome", "from", "reasons"], [...Rows.of(table, columns.renewal)].map(({ cells }): Decided => {
    const { predicate } = cells
    const outcome = ContractRenewal.consider(value, {
      endsOn: cells.endsOn!,
      ...(predicate === undefined ? {} : { predicate }),
      hasFittingCompetence: cells.fits === "ya",
      isNeeded: cells.needed === "ya",
      ...yes("isApproved", cells.approved)
    }, on)
    return {
      person: cells.person!,
      outcome: outcome.outcome,
      cells: [outcome.outcome, outcome.from, tags(outcome.reasons)],
      sentence: Careers.renewal({ person: cells.person!, outcome, source }, lang)
    }
  }), table)
})

const creditPoints = Effect.fn("CareerRun.creditPoints")(function*({ lang, on, records }: Asked) {
  const { source, value } = yield* LawInForce.at(AppraisalLaw.creditPointRates, on, lang)
  const of = columns["credit-points"]
  const table = yield* Records.read("career/credit-points", records, of)
  const byPerson = Array.groupBy([...Rows.of(table, of)], ({ cells }) => cells.person!)
  return made("credit-points", ["points", "months"], Object.entries(byPerson).sort(([a], [b]) => (a < b ? -1 : 1)).map(([person, rows]): Decided => {
    const stretches = rows.map(({ cells }) => ({ level: cells.level!, predicate: cells.predicate!, months: cells.months! }))
    // Level, predicate and months are those of the columns, so every stretch has its rate.
    const points = CreditPoints.display(Result.getOrThrow(CreditPoints.earned(value, stretches)))
    const others = AppraisalLaw.employeePredicates
      .filter((predicate) => stretches.some((stretch) => stretch.predicate !== predicate))
      .map((predicate) => ({ predicate, points: CreditPoints.display(Result.getOrThrow(CreditPoints.earned(value, stretches.map((stretch) => ({ ...stretch, predicate }))))) }))
    const months = stretches.reduce((sum, { months }) => sum + months, 0)
    return { person, outcome: "credit-points", cells: [Scaled.format(points, 2), months], sentence: Careers.points({ person, points, months, source, others }, lang) }
  }), table)
})

const promotion = Effect.fn("CareerRun.promotion")(function*({ lang, on, records }: Asked) {
  const needs = (yield* LawInForce.at(AppraisalLaw.creditPointNeeds, on, lang)).value
  const table = yield* Records.read("career/promotion", records, columns.promotion, (read) =>
    [...Rows.of(read, columns.promotion)].flatMap(({ cells, row }) => promotionFaults(needs, { file: records, row }, cells)))
  const decided = [...Rows.of(table, columns.promotion)].map(({ cells }): Decided => {
    const need = needOf(needs.find(({ level }) => level === cells.level)!, cells)!
    const considered = CreditPoints.consider(AppraisalLaw.promotion(cells.kind!, need), {
      points: CreditPoints.fromHundredths(cells.points!),
      yearsInRank: cells.yearsInRank!,
      predicates: [cells.predicate!, ...(cells.predicateBefore === undefined ? [] : [cells.predicateBefore])],
      hasPassedTest: cells.test === "ya",
      hasVacancy: cells.vacancy === "ya"
    })
    const [carriedOver, lost] = [considered.carriedOver, considered.lost].map(CreditPoints.display) as [number, number]
    const outcome = considered.isEligible ? "may-be-proposed" : "not-yet"
    return {
      person: cells.person!,
      outcome,
      cells: [outcome, Scaled.format(need, 2), tags(considered.unmet), Scaled.format(carriedOver, 2), Scaled.format(lost, 2)],
      sentence: Careers.promotion({ person: cells.person!, considered, carriedOver, lost }, lang)
    }
  })
  return made("promotion", ["outcome", "need", "unmet", "carriedOver", "lost"], decided, table)
})

type PromotionCells = Rows.Row<typeof columns.promotion>["cells"]

/** The points that a rank or the next level needs; undefined where there is no such rank or level. */
const needOf = (own: AppraisalLaw.Needs, { kind, startedIn, step }: PromotionCells): number | undefined =>
  kind === "rank" ? own.perRank[(step ?? 0) - 1] : startedIn === undefined ? own.toNext?.need : own.toNextFrom?.[startedIn] ?? own.toNext?.need

const promotionFaults = (needs: ReadonlyArray<AppraisalLaw.Needs>, at: Fault.InRow, cells: PromotionCells): ReadonlyArray<Fault.Fault> => {
  const own = needs.find(({ level }) => level === cells.level)
  if (own === undefined || cells.kind === undefined || needOf(own, cells) !== undefined) return []
  if (cells.kind === "level") {
    return [{ _tag: "LastLevel", ...at, column: "level", found: own.level, followed: needs.filter(({ toNext }) => toNext !== undefined).map(({ level }) => level) }]
  }
  return cells.step === undefined
    ? [{ _tag: "CellMissing", ...at, column: "step" }]
    : [{ _tag: "OutOfRange", ...at, column: "step", found: String(cells.step), minimum: "1", maximum: String(own.perRank.length) }]
}

const professionalism = Effect.fn("CareerRun.professionalism")(function*({ lang, on, records }: Asked) {
  const schemes = (yield* LawInForce.at(AppraisalLaw.professionalism, on, lang)).value
  const table = yield* Records.read("career/professionalism", records, columns.professionalism, (read) =>
    [...Rows.of(read, columns.professionalism)].flatMap(({ cells, row }) => courseFaults(schemes, { file: records, row }, cells)))
  const rows = [...Rows.of(table, columns.professionalism)].map(({ cells }) => {
    const scheme = schemes[cells.kind!]
    const courses = coursesOf(cells).map((course) => courseNamed(scheme, course)!)
    // Every other answer is one of its column, so the index is known once the courses are.
    const answers = { kualifikasi: [cells.qualification!], kompetensi: courses, kinerja: [cells.predicate!], disiplin: [cells.discipline!] }
    return { person: cells.person!, unit: cells.unit!, index: Result.getOrThrow(ProfessionalismIndex.ofPerson(scheme, answers)), scheme }
  })
  const label = ({ category }: { readonly category: ProfessionalismIndex.PersonIndex["category"] }) => (category._tag === "Classified" ? category.label : "?")
  const units = Object.entries(Array.groupBy(rows, ({ unit }) => unit)).sort(([a], [b]) => (a < b ? -1 : 1)).map(([unit, own]) => {
    const points = own.map(({ index }) => index.points)
    const mean = ProfessionalismIndex.ofUnit(own[0]!.scheme.categories, points) as ProfessionalismIndex.UnitIndex
    return Careers.unitIndex({ unit, people: own.length, points: mean.points, category: label(mean) }, lang)
  })
  const answer = made("professionalism", ["unit", "points", "category"], rows.map(({ index, person, scheme, unit }): Decided => ({
    person,
    outcome: label(index),
    cells: [unit, Scaled.format(index.points, 2), label(index)],
    sentence: Careers.index({ person, index, source: scheme.source }, lang)
  })), table)
  return { ...answer, explanations: [...answer.explanations, ...units] }
})

type ProfessionalismCells = Rows.Row<typeof columns.professionalism>["cells"]

const coursesOf = ({ courses }: ProfessionalismCells): ReadonlyArray<string> =>
  (courses ?? "").split("|").map((course) => course.trim()).filter((course) => course !== "")

const knownCourses = ({ dimensions }: ProfessionalismIndex.Scheme): ReadonlyArray<string> =>
  Object.keys(dimensions.find(({ id }) => id === "kompetensi")!.points)

/** A course as the scheme spells it. */
const courseNamed = (scheme: ProfessionalismIndex.Scheme, course: string): string | undefined =>
  knownCourses(scheme).find((known) => Column.plain(known) === Column.plain(course))

const courseFaults = (schemes: Readonly<Record<string, ProfessionalismIndex.Scheme>>, at: Fault.InRow, cells: ProfessionalismCells): ReadonlyArray<Fault.Fault> => {
  const scheme = cells.kind === undefined ? undefined : schemes[cells.kind]
  if (scheme === undefined) return []
  const seen = new Set<string>()
  return coursesOf(cells).flatMap((found): ReadonlyArray<Fault.Fault> => {
    const course = courseNamed(scheme, found)
    if (course === undefined) return [{ _tag: "UnknownCode", ...at, column: "courses", found, accepted: knownCourses(scheme), nearest: undefined }]
    if (seen.has(course)) return [{ _tag: "Duplicate", ...at, column: "courses", found, firstRow: at.row }]
    seen.add(course)
    return []
  })
}

const nineBox = Effect.fn("CareerRun.nineBox")(function*({ lang, on, potentialFrom, records }: Asked) {
  const { source, value } = yield* LawInForce.at(AppraisalLaw.nineBox, on, lang)
  const table = yield* Records.read("career/nine-box", records, columns["nine-box"])
  return made("nine-box", ["box", "plans"], [...Rows.of(table, columns["nine-box"])].map(({ cells }): Decided => {
    const placed = NineBox.place({ ...value.grid, potentialFrom: potentialFrom! }, {
      predicate: cells.predicate!,
      ...(cells.potential === undefined ? {} : { potential: cells.potential / 100 })
    })
    const name = placed._tag === "Placed" ? String(placed.box) : placed.because
    return {
      person: cells.person!,
      outcome: name,
      cells: [name, placed._tag === "Placed" ? placed.plans.join("|") : ""],
      sentence: Careers.box({ person: cells.person!, placed, source }, lang)
    }
  }), table)
})

const makers: Readonly<Record<Kind, (asked: Asked) => Effect.Effect<Made, Failed>>> = {
  absence,
  "low-performance": lowPerformance,
  probation,
  renewal,
  "credit-points": creditPoints,
  promotion,
  professionalism,
  "nine-box": nineBox
}

const made = (
  name: Kind,
  headers: ReadonlyArray<string>,
  decided: ReadonlyArray<Decided>,
  { corrections }: Pick<Made, "corrections">
): Made => ({
  grid: { name, headers: ["person", ...headers], rows: decided.map(({ cells, person }) => [person, ...cells]) },
  explanations: decided.map(({ sentence }) => sentence),
  counts: Object.entries(Array.groupBy(decided, ({ outcome }) => outcome)).map(([outcome, people]) => [outcome, people.length] as const),
  corrections
})

/** The fault of a day on which something happened that lies after the day of the decision. */
const later = (at: Fault.InCell, found: Day.Day | undefined, until: Day.Day): ReadonlyArray<Fault.Fault> =>
  found === undefined || found <= until ? [] : [{ _tag: "DayOutside", ...at, found, from: undefined, until }]

const yes = <K extends string>(key: K, answer: "ya" | "tidak" | undefined): { readonly [k in K]?: boolean } =>
  (answer === undefined ? {} : { [key]: answer === "ya" }) as { readonly [k in K]?: boolean }

const tags = (all: ReadonlyArray<{ readonly _tag: string }>): string => all.map(({ _tag }) => _tag).join("|")
