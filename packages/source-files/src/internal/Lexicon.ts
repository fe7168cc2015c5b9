/**
 * Cells as bytes laid end to end, each made once and then copied by its number.
 */
import { Buffer } from "node:buffer"

export class Lexicon {
  private bytes = Buffer.allocUnsafe(1 << 16)
  private ends = new Int32Array(1 << 10)
  private count = 0

  /** Adds a text and answers its number. */
  add(text: string): number {
    const start = this.count === 0 ? 0 : this.ends[this.count - 1]!
    if (start + 3 * text.length > this.bytes.length) {
      const larger = Buffer.allocUnsafe(2 * this.bytes.length + 3 * text.length)
      this.bytes.copy(larger, 0, 0, start)
      this.bytes = larger
    }
    if (this.count === this.ends.length) {
      const larger = new Int32Array(2 * this.count)
      larger.set(this.ends)
      this.ends = larger
    }
    this.ends[this.count] = start + put(this.bytes, start, text)
    return this.count++
  }

  /** Forgets everything, for a block that comes once. */
  clear(): void {
    this.count = 0
  }

  /** Adds the length of each row's entry, in bytes, to its sum; -1 stands for an empty cell. */
  measure(entries: Int32Array, sums: Int32Array): void {
    const { ends } = this
    for (let at = 0; at < entries.length; at++) {
      const entry = entries[at]!
      if (entry >= 0) sums[at]! += ends[entry]! - (entry === 0 ? 0 : ends[entry - 1]!)
    }
  }

  /** Copies each row's entry to its place and moves the place on. */
  copy(entries: Int32Array, target: Uint8Array, places: Int32Array): void {
    const { bytes, ends } = this
    for (let at = 0; at < entries.length; at++) {
      const entry = entries[at]!
      if (entry < 0) continue
      const end = ends[entry]!
      let place = places[at]!
      for (let from = entry === 0 ? 0 : ends[entry - 1]!; from < end; from++) target[place++] = bytes[from]!
      places[at] = place
    }
  }
}

const put = (bytes: Buffer, start: number, text: string): number => {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 127) return bytes.write(text, start, "utf8")
    bytes[start + i] = code
  }
  return text.length
}
