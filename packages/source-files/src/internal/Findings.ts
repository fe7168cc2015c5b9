/**
 * Collects the faults and corrections of one file while it is read.
 */
import { type Correction, Fault, Shape } from "@timbang/core/input"

/** A correction that counts cells of one column. */
export type Counted = "DecimalComma" | "LeadingApostrophes" | "DayFirst" | "TimeDropped"

export class Findings {
  readonly file: string
  readonly faults: Array<Fault.Fault> = []
  readonly corrections: Array<Correction.Correction> = []
  total = 0

  constructor(file: string) {
    this.file = file
  }

  fault(fault: Fault.Fault): void {
    this.total++
    if (this.faults.length < Fault.mostKept) this.faults.push(this.holdsPeople ? withoutNames(fault) : fault)
  }

  /** Whether the file has columns of names or of identity numbers, which a row that slipped puts into other columns. */
  private get holdsPeople(): boolean {
    return this.corrections.some(({ _tag }) => _tag === "PersonalColumn")
  }

  correct(correction: Correction.Correction): void {
    this.corrections.push(correction)
  }

  /** Says a correction of a column when there was any. */
  count(tag: Counted, column: string, cells: number, firstRow: number): void {
    if (cells > 0) this.corrections.push({ _tag: tag, file: this.file, column, cells, firstRow })
  }

  /** The refusal with faults in the order of rows, faults of the whole file first. */
  refusal(): Fault.InputRefused {
    const rowOf = (fault: Fault.Fault): number => ("row" in fault ? fault.row : 0)
    return new Fault.InputRefused({
      file: this.file,
      faults: this.faults.toSorted((a, b) => rowOf(a) - rowOf(b)),
      total: this.total
    })
  }
}

/** Words that are near no known word are shown by their shape: they may be a name. */
const withoutNames = (fault: Fault.Fault): Fault.Fault => {
  if (!("found" in fault) || !("column" in fault) || /\d/.test(fault.found) || !/\p{L}{3}/u.test(fault.found)) return fault
  const isOfCell = fault._tag === "FormationUnmatched" || fault._tag === "FormationAmbiguous" || fault._tag === "ErrorCell"
  const isNear = fault._tag === "UnknownCode" && fault.nearest !== undefined
  const isOfList = fault._tag === "DepartureUnexplained" || fault._tag === "LastLevel"
  return isOfCell || isNear || isOfList ? fault : { ...fault, found: Shape.of(fault.found) }
}
