/**
 * Writes text and numbers into chunks of bytes, without a string for a number.
 */
import { Buffer } from "node:buffer"

/** Bytes of a chunk. */
const chunkSize = 1_048_576

export class Bytes {
  private buffer = Buffer.allocUnsafe(chunkSize)
  private at = 0

  /** Says whether a chunk is nearly full. */
  get isFull(): boolean {
    return this.at > chunkSize - 65_536
  }

  /** What was written since the last call. */
  take(): Buffer {
    const taken = this.buffer.subarray(0, this.at)
    this.buffer = Buffer.allocUnsafe(chunkSize)
    this.at = 0
    return taken
  }

  /** Writes one byte. */
  byte(code: number): void {
    if (this.at === this.buffer.length) this.grow(1)
    this.buffer[this.at++] = code
  }

  /** Writes a text of any kind. */
  text(text: string): void {
    this.grow(3 * text.length)
    const { buffer } = this
    let at = this.at
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code > 127) {
        this.at += buffer.write(text, this.at, "utf8")
        return
      }
      buffer[at++] = code
    }
    this.at = at
  }

  /** Writes a text of digits and letters only; writes nothing and says false when there is anything else in it. */
  plain(text: string): boolean {
    this.grow(text.length)
    const { buffer } = this
    const { at } = this
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      const letter = code | 32
      if (!((code >= 48 && code <= 57) || (letter >= 97 && letter <= 122 && code < 128))) return false
      buffer[at + i] = code
    }
    this.at = at + text.length
    return true
  }

  /** Writes a whole number. */
  integer(number: number): void {
    if (!(number >= 0 && number <= 0x7fffffff)) return this.text(String(number))
    this.grow(10)
    const { buffer } = this
    let digits = 1
    for (let power = 10; digits < 10 && number >= power; power *= 10) digits++
    let rest = number | 0
    for (let at = this.at + digits - 1; at >= this.at; at--) {
      const tenth = rest / 10 | 0
      buffer[at] = 48 + rest - 10 * tenth
      rest = tenth
    }
    this.at += digits
  }

  /** Writes a whole number of the last decimal with all its decimals. */
  decimal(units: number, decimals: number): void {
    if (decimals === 0) return this.integer(units)
    if (units < 0) {
      this.byte(45)
      units = -units
    }
    const scale = 10 ** decimals
    const whole = Math.floor(units / scale)
    let rest = units - whole * scale
    this.integer(whole)
    this.byte(46)
    this.grow(decimals)
    for (let at = this.at + decimals - 1; at >= this.at; at--) {
      const tenth = Math.floor(rest / 10)
      this.buffer[at] = 48 + rest - 10 * tenth
      rest = tenth
    }
    this.at += decimals
  }

  private grow(more: number): void {
    if (this.at + more <= this.buffer.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.at + more, 2 * this.buffer.length))
    this.buffer.copy(larger, 0, 0, this.at)
    this.buffer = larger
  }
}
