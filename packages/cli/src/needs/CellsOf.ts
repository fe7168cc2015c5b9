/**
 * Which figures a problem of scoring is about.
 *
 * @since 0.1.0
 */
import type { Problem } from "./Scoring.ts"

// --- models ---

/** Indicators of which a figure is missing, and the figures that are there and cannot be used. */
export interface Cells {
  readonly missing: ReadonlySet<string>
  readonly used: ReadonlyArray<{ readonly unit: string; readonly indicator: string }>
}

// --- operations ---

/** The figures of a problem; none where it is about the model. */
export const problem = (found: Problem): Cells => {
  switch (found._tag) {
    case "ObservationMissing":
      return { missing: new Set([found, ...(found.others ?? [])].map(({ indicator }) => indicator)), used: [] }
    case "FigureMissing":
      return { missing: new Set(found.cells.map(({ indicator }) => indicator)), used: [] }
    case "PartNotPositive":
      return { missing: new Set(), used: [{ unit: found.unit, indicator: found.part }] }
    case "CellRefused":
    case "ObservationRefused":
      return { missing: new Set(), used: [found] }
    default:
      return { missing: new Set(), used: [] }
  }
}
