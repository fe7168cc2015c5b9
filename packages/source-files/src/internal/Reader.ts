/**
 * What readers of formats have in common.
 */
import type { Cells } from "./Cells.ts"

/** Takes the bytes of a file piece by piece. */
export interface Reader {
  readonly push: (bytes: Uint8Array) => void
  readonly end: () => void
  /** Says whether a comma may stand before the decimals; known once the header was read. */
  readonly allowsComma: () => boolean
}

/** Takes what a reader makes of them. */
export interface Receiver {
  /** How many rows may come before the header ends at the latest. */
  readonly headerWithin: number
  /** Cells of a row, known with the header; as many as the header has when absent. */
  readonly width?: number | undefined
  /** How many columns are known in that of the first rows that names most of them. */
  readonly recognises: (rows: ReadonlyArray<ReadonlyArray<string>>) => number
  /** Chooses the header among the first rows and answers its index, or undefined when the file cannot be read on. */
  readonly header: (rows: ReadonlyArray<ReadonlyArray<string>>) => number | undefined
  /** Takes rows of as many cells as the header has. The batch is only valid during the call. */
  readonly cells: (cells: Cells) => void
}
