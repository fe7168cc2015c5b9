/**
 * Small dense matrices, as rows.
 */

/** A matrix as its rows. */
type Matrix = ReadonlyArray<ReadonlyArray<number>>

/** The value of the quadratic form of a matrix at a contrast. */
export const quadratic = (matrix: Matrix, contrast: ReadonlyArray<number>): number =>
  matrix.reduce((sum, row, r) => sum + contrast[r]! * row.reduce((part, cell, s) => part + cell * contrast[s]!, 0), 0)

/** The inverse of a regular matrix, by Gauss-Jordan with the largest pivot. */
export const inverse = (matrix: Matrix): Matrix => {
  const size = matrix.length
  const work = matrix.map((row, r) => [...row, ...row.map((_, c) => Number(r === c))])
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let r = column + 1; r < size; r++) {
      if (Math.abs(work[r]![column]!) > Math.abs(work[pivot]![column]!)) pivot = r
    }
    const found = work[pivot]!
    work[pivot] = work[column]!
    work[column] = found
    const scale = found[column]!
    for (let c = 0; c < 2 * size; c++) found[c]! /= scale
    for (let r = 0; r < size; r++) {
      const factor = work[r]![column]!
      if (r === column || factor === 0) continue
      for (let c = 0; c < 2 * size; c++) work[r]![c]! -= factor * found[c]!
    }
  }
  return work.map((row) => row.slice(size))
}
