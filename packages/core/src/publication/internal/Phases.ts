/** Names of the phases of a log, and of what may stand in it once. They are JSON, so that no two of them can run together. */
import type { Correctable, Seal, Sealed } from "../Entry.ts"

/** The phase of all registrations. */
export const registrations = JSON.stringify(["registrations"])

/** The phase that a seal closes. */
export const sealedBy = ({ of, session, stage }: Seal): string =>
  JSON.stringify(of === "registrations" ? [of] : of === "scores" ? [of, stage, session] : [of, stage])

/** Says whether it is the phase of a session of that exam stage. */
export const isOfScores = (phase: string, stage: string): boolean => phase.startsWith(`${JSON.stringify(["scores", stage]).slice(0, -1)},`)

/** The phase of an entry. */
export const of = (entry: Correctable): string =>
  JSON.stringify(
    entry.kind === "registration"
      ? ["registrations"]
      : entry.kind === "score"
      ? ["scores", entry.stage, entry.session]
      : ["results", entry.stage]
  )

/** What a seal of its phase says to close. */
export const sealedOf = (entry: Correctable): Sealed =>
  entry.kind === "registration" ? "registrations" : entry.kind === "score" ? "scores" : "results"

/** What may stand in the log once: a registration, a result of a stage, each component's score of a stage. */
export const namesOf = (entry: Correctable): ReadonlyArray<string> =>
  entry.kind === "registration"
    ? [JSON.stringify([entry.kind, entry.participant])]
    : entry.kind === "result"
    ? [JSON.stringify([entry.kind, entry.participant, entry.stage])]
    : Object.keys(entry.scores).map((component) =>
      JSON.stringify([entry.kind, entry.participant, entry.stage, component])
    )
