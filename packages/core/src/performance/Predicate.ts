/**
 * The predicate of a person from two judgements, work result and conduct, by a table of nine cells.
 *
 * The table is an argument; a regulation sets it. It is no average: a cell says what two judgements mean together.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "../law/LegalSource.ts"

// --- models ---

/**
 * A judgement against what was expected.
 *
 * @category models
 * @since 0.1.0
 */
export type Level = "above" | "as-expected" | "below"

/**
 * Every {@link Level}, from the best down.
 *
 * @category models
 * @since 0.1.0
 */
export const levels: ReadonlyArray<Level> = ["above", "as-expected", "below"]

/**
 * The predicate of each of the nine cells: first the level of the work result, then that of the conduct.
 *
 * @category models
 * @since 0.1.0
 */
export type Cells<P extends string = string> = { readonly [Result in Level]: { readonly [Conduct in Level]: P } }

/**
 * A table of predicates with its source.
 *
 * @category models
 * @since 0.1.0
 */
export interface Matrix<P extends string = string> {
  /** Every predicate, from the best down. */
  readonly predicates: ReadonlyArray<P>
  readonly cells: Cells<P>
  readonly source: LegalSource
}

/**
 * One cell, and the neighbouring judgements that would have led elsewhere.
 *
 * @category models
 * @since 0.1.0
 */
export interface Decided<P extends string = string> {
  readonly workResult: Level
  readonly conduct: Level
  readonly predicate: P
  readonly source: LegalSource
  /** Each single changed judgement that leads to another predicate. */
  readonly wouldChange: ReadonlyArray<Change<P>>
}

/**
 * One judgement changed alone, and the predicate it leads to.
 *
 * @category models
 * @since 0.1.0
 */
export interface Change<P extends string = string> {
  readonly axis: "work-result" | "conduct"
  readonly to: Level
  readonly predicate: P
}

// --- operations ---

/**
 * Looks up the cell of two judgements.
 *
 * **Example** (Good results, conduct below what is expected)
 *
 * ```ts
 * import { Predicate } from "@timbang/core/performance"
 * const row = (above: string, asExpected: string, below: string) => ({ above, "as-expected": asExpected, below })
 * const cells = { above: row("great", "good", "poor"), "as-expected": row("good", "good", "poor"), below: row("weak", "weak", "bad") }
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const decided = Predicate.of({ predicates: ["great", "good", "weak", "poor", "bad"], cells, source }, "above", "below")
 * decided.predicate // => "poor"
 * decided.wouldChange[0] // => { axis: "work-result", to: "below", predicate: "bad" }
 * ```
 *
 * @category deciding
 * @since 0.1.0
 */
export const of = <P extends string>(matrix: Matrix<P>, workResult: Level, conduct: Level): Decided<P> => {
  const { cells, source } = matrix
  const predicate = cells[workResult][conduct]
  const wouldChange = [
    ...levels.map((to): Change<P> => ({ axis: "work-result", to, predicate: cells[to][conduct] })),
    ...levels.map((to): Change<P> => ({ axis: "conduct", to, predicate: cells[workResult][to] }))
  ].filter((change) => change.predicate !== predicate)
  return { workResult, conduct, predicate, source, wouldChange }
}
