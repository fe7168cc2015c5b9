/**
 * Counts rows without content: between rows, and at the end of a file.
 */
import type { Findings } from "./Findings.ts"

export class BlankRows {
  private rows = 0
  private first = 0
  private innerRows = 0
  private firstInner = 0

  blank(row: number): void {
    if (this.rows++ === 0) this.first = row
  }

  filled(): void {
    if (this.rows === 0) return
    if (this.innerRows === 0) this.firstInner = this.first
    this.innerRows += this.rows
    this.rows = 0
  }

  say(findings: Findings): void {
    const { file } = findings
    if (this.innerRows > 0) {
      findings.correct({ _tag: "BlankRows", file, rows: this.innerRows, firstRow: this.firstInner, trailing: false })
    }
    if (this.rows > 0) findings.correct({ _tag: "BlankRows", file, rows: this.rows, firstRow: this.first, trailing: true })
  }
}
