/**
 * What citizens said, as evidence beside ratings: on the services of a unit, on the unit as an organisation, on its teams. There is no
 * evidence on one person.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import { Scaled, Undefined } from "@timbang/core/number"
import { CitizenEvidence } from "@timbang/core/performance"
import { AppraisalSurroundings, type Sentences } from "@timbang/language"
import { SurveyLaw } from "@timbang/regulations"
import type { PerformanceReport } from "@timbang/report"
import { AppraisalFiles, Rows, Sheet } from "@timbang/source-files"
import { Effect } from "effect"
import * as Records from "./Records.ts"

// --- models ---

/** Whose a service is. */
export interface Owned {
  readonly service: string
  readonly unit: string
  readonly team: string | undefined
}

/** Somebody who is appraised, by where they work. */
export interface Worker {
  readonly unit: string
  readonly team?: string | undefined
}

/** A piece of evidence and where it belongs. */
export type Voice = PerformanceReport.CitizenVoice

/** All evidence, what falls to somebody, and what is to be said of what was left out. */
export interface Voices {
  readonly all: ReadonlyArray<Voice>
  readonly of: (worker: Worker) => ReadonlyArray<CitizenEvidence.CitizenEvidence>
  readonly notes: ReadonlyArray<string>
}

/** The fewest people of a team that citizens' answers are shown for: with fewer they would be a number on somebody. */
export const fewestOfTeam = 3

// --- operations ---

/** Which service is whose, or everything that is wrong with the file; a service that the survey does not have is a fault. */
export const read = (
  path: string,
  survey: { readonly facts: PerformanceReport.Facts; readonly file: string }
): Effect.Effect<ReadonlyArray<Owned>, Fault.InputRefused> => {
  const known = new Set([...surveyed(survey.facts).map(({ service }) => service), ...survey.facts.hidden ?? []])
  const columns = AppraisalFiles.services
  return Effect.map(
    Records.read("appraisal/services", path, columns, (table, refused) => {
      const rows = [...Rows.of(table, columns)].filter(({ row }) => !refused.has(row))
      const first = new Map<string, number>()
      return rows.flatMap(({ cells: { service, team, unit }, row }): ReadonlyArray<Fault.Fault> => {
        const at = { file: path, row, column: "service", found: service! }
        if (!known.has(service!)) return [{ _tag: "NotListed", ...at, listedIn: survey.file }]
        const key = JSON.stringify([service, unit, team])
        const firstRow = first.get(key)
        if (firstRow !== undefined) return [{ _tag: "Duplicate", ...at, firstRow }]
        first.set(key, row)
        return []
      })
    }),
    (table) => Array.from(Rows.of(table, columns), ({ cells }) => ({ service: cells.service!, unit: cells.unit!, team: cells.team }))
  )
}

/** The evidence on services, organisations and teams. Without knowing whose services are, only a service of a unit's own name is its. */
export const of = (
  facts: PerformanceReport.Facts,
  owned: ReadonlyArray<Owned> | undefined,
  workers: ReadonlyArray<Worker>,
  lang: Sentences.Language
): Voices => {
  const units = new Set(workers.map(({ unit }) => unit))
  const named = surveyed(facts).filter(({ service }) => units.has(service)).map(({ service }) => ({ service, unit: service, team: undefined }))
  return owned === undefined ? gather(facts, named, false, workers, lang) : gather(facts, owned, true, workers, lang)
}

/** The evidence as a table; it names services, units and teams only. */
export const sheet = (voices: ReadonlyArray<Voice>): Sheet.Sheet => {
  const column = (header: string, of: (voice: Voice) => string) => Sheet.text(header, voices.map(of))
  return {
    name: "citizens",
    size: voices.length,
    columns: [
      column("unit", ({ unit }) => unit),
      column("team", ({ team }) => team ?? ""),
      column("about", ({ evidence }) => evidence.about),
      column("of", ({ evidence }) => evidence.of),
      column("measure", ({ evidence }) => evidence.measure),
      column("estimate", ({ evidence }) => evidence.estimate.toFixed(2)),
      column("lower", ({ evidence }) => evidence.interval?.lower.toFixed(2) ?? ""),
      column("upper", ({ evidence }) => evidence.interval?.upper.toFixed(2) ?? ""),
      column("answers", ({ evidence }) => String(evidence.answers)),
      column("services", ({ services }) => services.join("|"))
    ]
  }
}

const surveyed = ({ parts = [], surveys }: PerformanceReport.Facts): ReadonlyArray<PerformanceReport.Surveyed> => [...parts, ...surveys]

const gather = (
  facts: PerformanceReport.Facts,
  owned: ReadonlyArray<Owned>,
  isWhole: boolean,
  workers: ReadonlyArray<Worker>,
  lang: Sentences.Language
): Voices => {
  const say = AppraisalSurroundings.phrases(lang)
  const surveys = new Map(surveyed(facts).map((each) => [each.service, each]))
  const present = new Set(workers.map(({ unit }) => unit))
  const people = (unit: string, team: string) => workers.filter((worker) => worker.unit === unit && worker.team === team).length
  const shown = owned.filter(({ service, unit }) => surveys.has(service) && present.has(unit))
  const teams = unique(owned.flatMap(({ team, unit }) => team === undefined || !present.has(unit) ? [] : [{ unit, team }]))
  const nameOf = ({ team, unit }: { readonly unit: string; readonly team: string }) => `${unit} / ${team}`
  const all = [...new Set(shown.map(({ unit }) => unit))].sort().flatMap((unit): ReadonlyArray<Voice> => {
    const services = servicesOf(shown.filter((each) => each.unit === unit))
    const single = services.flatMap((service) => voice({ about: "service", of: service, measure }, { unit }, [surveys.get(service)!], whole))
    if (!isWhole) return single
    const own = services.map((service) => surveys.get(service)!)
    return [
      ...single,
      ...voice({ about: "organisation", of: unit, measure }, { unit }, own, whole),
      ...teams.filter((each) => each.unit === unit && people(unit, each.team) >= fewestOfTeam).flatMap(({ team }) => {
        const theirs = servicesOf(shown.filter((each) => each.unit === unit && each.team === team)).map((service) => surveys.get(service)!)
        return (Object.entries(SurveyLaw.teamElements) as ReadonlyArray<["team-conduct" | "team-competence", string]>).flatMap(([about, name]) =>
          voice({ about, of: team, measure: `${name} (1-4)` }, { unit, team }, theirs, (each) => element(each, name)))
      })
    ]
  })
  const hidden = servicesOf(owned.filter(({ service }) => !surveys.has(service)))
  const without = [
    ...[...new Set(owned.map(({ unit }) => unit))].filter((unit) => !present.has(unit)),
    ...teams.filter(({ team, unit }) => people(unit, team) === 0).map(nameOf)
  ]
  const small = teams.filter(({ team, unit }) => people(unit, team) > 0 && people(unit, team) < fewestOfTeam).map(nameOf)
  const notes = [
    ...(hidden.length > 0 ? [say.hiddenServices(hidden)] : []),
    ...(without.length > 0 ? [say.unitsWithoutPeople(without)] : []),
    ...(small.length > 0 ? [say.smallTeams(small, fewestOfTeam)] : [])
  ]
  const ofWorker = ({ team, unit }: Worker) => {
    const serves = new Set(shown.filter((each) => each.unit === unit && (team === undefined || each.team === undefined || each.team === team)).map(({ service }) => service))
    return all.filter((each) =>
      each.unit === unit && (each.evidence.about === "organisation" || (each.evidence.about === "service" ? serves.has(each.evidence.of) : each.team === team))).map(({ evidence }) => evidence)
  }
  return { all, of: ofWorker, notes }
}

const measure = "IKM"

const whole = ({ survey: { official, respondents, standardError } }: PerformanceReport.Surveyed): CitizenEvidence.Part =>
  ({ estimate: Number(Scaled.format(official.published, 2)), standardError, answers: respondents })

/** The element of a name; a form without it says nothing of the team. */
const element = ({ elementNames, survey }: PerformanceReport.Surveyed, name: string): CitizenEvidence.Part | undefined => {
  const mean = survey.official.elements.find(({ id }) => elementNames[id] === name)
  const error = survey.elementErrors.find(({ id }) => id === mean?.id)
  return mean === undefined || error === undefined ? undefined : { estimate: mean.mean, standardError: error.standardError, answers: error.answers }
}

const voice = (
  said: Pick<CitizenEvidence.CitizenEvidence, "about" | "of" | "measure">,
  where: Pick<Voice, "unit" | "team">,
  surveys: ReadonlyArray<PerformanceReport.Surveyed>,
  part: (surveyed: PerformanceReport.Surveyed) => CitizenEvidence.Part | undefined
): ReadonlyArray<Voice> => {
  const used = surveys.flatMap((each) => {
    const own = part(each)
    return own === undefined ? [] : [{ service: each.service, own }]
  })
  const pooled = CitizenEvidence.pool(used.map(({ own }) => own))
  return Undefined.isUndefined(pooled) ? [] : [{ ...where, services: used.map(({ service }) => service), evidence: { ...said, ...pooled } }]
}

const servicesOf = (rows: ReadonlyArray<Owned>): ReadonlyArray<string> => [...new Set(rows.map(({ service }) => service))].sort()

const unique = <A>(all: ReadonlyArray<A>): ReadonlyArray<A> => [...new Map(all.map((each) => [JSON.stringify(each), each])).values()]
