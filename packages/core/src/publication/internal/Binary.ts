/**
 * Bytes put together and taken apart, and bytes as decimal digits.
 */
import * as Bytes from "../../internal/Bytes.ts"

export interface Writer {
  /** A whole number from 0 on: seven bits a byte, the lowest first, the high bit says that more follows. */
  readonly number: (value: number) => void
  readonly raw: (value: Uint8Array) => void
  /** Length, then bytes. */
  readonly bytes: (value: Uint8Array) => void
  readonly text: (value: string) => void
  readonly done: () => Uint8Array
}

export const writer = (): Writer => {
  const parts: Array<Uint8Array> = []
  const raw = (value: Uint8Array): void => void parts.push(value)
  const number = (value: number): void => {
    const bytes: Array<number> = []
    let rest = value
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push(128 + rest % 128)
    raw(Uint8Array.of(...bytes, rest))
  }
  const bytes = (value: Uint8Array): void => {
    number(value.length)
    raw(value)
  }
  return { raw, number, bytes, text: (value) => bytes(Bytes.utf8(value)), done: () => Bytes.concat(...parts) }
}

/** What is read past the end, or badly, is empty; `isDone` says at last whether all went well. */
export interface Reader {
  readonly number: () => number
  /** A number of things that follow, never more than bytes are left. */
  readonly count: () => number
  readonly raw: (length: number) => Uint8Array
  readonly bytes: () => Uint8Array
  readonly text: () => string
  readonly isDone: () => boolean
}

export const reader = (source: Uint8Array): Reader => {
  let at = 0
  let isBroken = false
  const broken = <A>(instead: A): A => {
    isBroken = true
    at = source.length
    return instead
  }
  const number = (): number => {
    let [value, unit] = [0, 1]
    for (;;) {
      const byte = source[at++]
      if (byte === undefined) return broken(0)
      value += byte % 128 * unit
      if (byte < 128) return Number.isSafeInteger(value) && (byte > 0 || unit === 1) ? value : broken(0)
      unit *= 128
      if (unit > 2 ** 56) return broken(0)
    }
  }
  const raw = (length: number): Uint8Array => {
    if (length > source.length - at) return broken(new Uint8Array(length > 64 ? 0 : length))
    at += length
    return source.slice(at - length, at)
  }
  const bytes = (): Uint8Array => raw(number())
  return {
    number,
    count: () => {
      const value = number()
      return value > source.length - at ? broken(0) : value
    },
    raw,
    bytes,
    text: () => Bytes.fromUtf8(bytes()) ?? broken(""),
    isDone: () => !isBroken && at === source.length
  }
}

/** Seventeen bytes are below 10^41: 99.6 per cent of what digits can carry. */
const groupBytes = 17

const digitsOf = (bytes: number): number => Math.ceil(bytes * 8 * Math.log10(2))

export const toDigits = (bytes: Uint8Array): string => {
  let digits = ""
  for (let at = 0; at < bytes.length; at += groupBytes) {
    const group = bytes.subarray(at, at + groupBytes)
    digits += BigInt(`0x${Bytes.hex(group)}`).toString().padStart(digitsOf(group.length), "0")
  }
  return digits
}

/** The bytes, or nothing when the digits are not what {@link toDigits} writes. */
export const fromDigits = (digits: string): Uint8Array | undefined => {
  const full = digitsOf(groupBytes)
  const rest = digits.length % full
  const restBytes = Array.from({ length: groupBytes }, (_, length) => length).find((length) => digitsOf(length) === rest)
  if (restBytes === undefined || !/^\d+$/.test(digits)) return undefined
  const groups: Array<Uint8Array> = []
  for (let at = 0; at < digits.length; at += full) {
    const length = at + full <= digits.length ? groupBytes : restBytes
    const hex = BigInt(digits.slice(at, at + full)).toString(16).padStart(2 * length, "0")
    const bytes = hex.length === 2 * length ? Bytes.fromHex(hex) : undefined
    if (bytes === undefined) return undefined
    groups.push(bytes)
  }
  return Bytes.concat(...groups)
}
