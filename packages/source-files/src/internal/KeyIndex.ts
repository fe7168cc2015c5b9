/**
 * Distinct keys in order of first appearance, found by their bytes so that a known key costs no string.
 */
import { Buffer } from "node:buffer"

export class KeyIndex {
  /** Bytes of all keys, one behind the other; key `k` ends at `ends[k]`. */
  private bytes = new Uint8Array(65_536)
  private ends = new Int32Array(1024)
  private hashes = new Int32Array(1024)
  /** Key index plus one; 0 is free. Length: a power of two. */
  private slots = new Int32Array(4096)
  size = 0

  /** Index of the key that stands in `bytes` from `from` to `to`; `size` grows by one when it is new. */
  indexOf(bytes: Uint8Array, from: number, to: number): number {
    const hash = hashOf(bytes, from, to)
    const { hashes, slots } = this
    const mask = slots.length - 1
    let slot = slotOf(hash, mask)
    for (;;) {
      const found = slots[slot]! - 1
      if (found === -1) break
      if (hashes[found] === hash && this.isSame(found, bytes, from, to)) return found
      slot = slot + 1 & mask
    }
    slots[slot] = this.size + 1
    return this.add(bytes, from, to, hash)
  }

  /** {@link indexOf} for a text. */
  indexOfText(text: string): number {
    const bytes = Buffer.from(text, "utf8")
    return this.indexOf(bytes, 0, bytes.length)
  }

  private isSame(key: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = key === 0 ? 0 : this.ends[key - 1]!
    if (this.ends[key]! - start !== to - from) return false
    const own = this.bytes
    for (let i = from, k = start; i < to; i++, k++) if (bytes[i] !== own[k]) return false
    return true
  }

  private add(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const index = this.size
    if (index === this.ends.length) {
      this.ends = copy(this.ends, new Int32Array(2 * index))
      this.hashes = copy(this.hashes, new Int32Array(2 * index))
    }
    const start = index === 0 ? 0 : this.ends[index - 1]!
    const end = start + to - from
    if (end > this.bytes.length) this.bytes = copy(this.bytes, new Uint8Array(Math.max(end, 2 * this.bytes.length)))
    for (let i = from, k = start; i < to; i++, k++) this.bytes[k] = bytes[i]!
    this.ends[index] = end
    this.hashes[index] = hash
    this.size++
    if (2 * this.size > this.slots.length) this.rehash(4 * this.slots.length)
    return index
  }

  private rehash(length: number): void {
    const slots = new Int32Array(length)
    const mask = slots.length - 1
    for (let index = 0; index < this.size; index++) {
      let slot = slotOf(this.hashes[index]!, mask)
      while (slots[slot] !== 0) slot = slot + 1 & mask
      slots[slot] = index + 1
    }
    this.slots = slots
  }
}

const hashOf = (bytes: Uint8Array, from: number, to: number): number => {
  let hash = to - from
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193)
  return hash ^ hash >>> 15
}

const slotOf = (hash: number, mask: number): number => Math.imul(hash, 0x9e3779b1) >>> 7 & mask

const copy = <A extends Int32Array | Uint8Array>(from: A, to: A): A => {
  to.set(from)
  return to
}
