/**
 * What follows from equations with whole coefficients: the equations, the differences of nested ones, and the reduced form.
 */

type Row = ReadonlyArray<number>

/** Rows whose value is known when the values of the equations are. */
export const consequences = (equations: ReadonlyArray<Row>): ReadonlyArray<Row> => [
  ...equations,
  ...equations.flatMap((row) =>
    equations
      .filter((other) => other !== row && row.every((coefficient, at) => coefficient <= other[at]!))
      .map((other) => other.map((coefficient, at) => coefficient - row[at]!))
  ),
  ...reduced(equations)
]

/** Reduced row echelon form in whole numbers: each pivot column holds one entry, and a row is divided by its common divisor. */
const reduced = (equations: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const rows = equations.map((row) => [...row])
  const columns = rows[0]?.length ?? 0
  let rank = 0
  for (let column = 0; column < columns && rank < rows.length; column++) {
    const pivot = rows.findIndex((row, at) => at >= rank && row[column] !== 0)
    if (pivot < 0) continue
    const found = rows[pivot]!
    rows[pivot] = rows[rank]!
    rows[rank] = found
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!
      const factor = row[column]!
      if (at === rank || factor === 0) continue
      const scale = found[column]!
      for (let c = 0; c < columns; c++) row[c] = row[c]! * scale - found[c]! * factor
      normalise(row)
    }
    rank++
  }
  return rows.slice(0, rank).map((row) => normalise(row))
}

const normalise = (row: Array<number>): Array<number> => {
  let divisor = 0
  let lead = 0
  for (const coefficient of row) {
    if (lead === 0) lead = coefficient
    let [a, b] = [Math.abs(coefficient), divisor]
    while (b !== 0) [a, b] = [b, a % b]
    divisor = a
  }
  if (divisor === 0) return row
  const scale = lead < 0 ? -divisor : divisor
  for (let at = 0; at < row.length; at++) row[at] = row[at] === 0 ? 0 : row[at]! / scale
  return row
}
