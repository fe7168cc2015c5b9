/**
 * Where a kill can fall: the windows of each part of a round.
 */
import { Stage } from "@timbang/process"

/**
 * Windows of a part, in order of time.
 *
 * - `begun`: a step was begun and nothing outside has come of it. `made`: what it makes outside is there, its answer is not kept.
 * - `answered`: its answer is kept, the fact is not recorded. `due`: a deadline has passed, the fact is not recorded.
 * - `waiting`: people or days are waited for. `recorded`: the fact that ended the part is recorded, nothing was done after it.
 */
export type Window = "begun" | "made" | "answered" | "waiting" | "due" | "recorded"

export interface Point {
  readonly round: string
  readonly part: number
  readonly window: Window
}

export const windowsOf = (part: Stage.Part): ReadonlyArray<Window> => {
  switch (part._tag) {
    case "Work":
      return ["begun", "made", "answered", "recorded"]
    case "Window":
      return ["waiting", "due", "recorded"]
    default:
      return ["waiting", "recorded"]
  }
}

/** Windows into which the node itself comes; the others begin and end with what people say. */
export const isOfNode = (part: Stage.Part, window: Window): boolean => part._tag === "Work" || (part._tag === "Window" && window !== "waiting")

export const nameOf = (part: Stage.Part): string => {
  switch (part._tag) {
    case "Decision":
      return `${part.stage}, decision`
    case "Work":
      return `${part.stage}, step ${part.step}`
    case "Window":
      return `${part.stage}, window`
    case "Sessions":
      return `${part.stage}, minutes`
    case "Cases":
      return `${part.stage}, answers`
    case "People":
      return `${part.stage}, ${part.milestone}`
  }
}

export const partOfStep = (step: Stage.Step): number => Stage.parts.findIndex((part) => part._tag === "Work" && part.step === step)

/** The window that a deadline ends; -1 where it ends nothing. */
export const partOfDeadline = (id: string): number => Stage.parts.findIndex((part) => part._tag === "Window" && `${part.stage}/${part.term}` === id)
