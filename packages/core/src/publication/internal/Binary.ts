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
  const restBytes = Array.from({ length: groupBytes }, (_, length) => length).find((length) =>
    digitsOf(length) === rest
  )
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

/**
 * What stands for byte 2, 3 and so on in packed JSON; byte 1 stands for a digest, whose 32 bytes follow. Canonical JSON
 * holds no byte below 32, so that none of these can be meant otherwise. The list is part of the format.
 */
const tokens = [
  `"commitments":{`,
  `"formation":`,
  `"kind":"result"`,
  `"participant":`,
  `"rank":`,
  `"decidedBy":`,
  `"rules":`,
  `"scores":{`,
  `"stage":`,
  `"code":`,
  `"category":`,
  `"kind":"registration"`,
  `"kind":"score"`,
  `"session":`,
  `"kind":"correction"`,
  `"replaces":`,
  `"objection":`,
  `"letter":{`,
  `"digest":`,
  `"number":`,
  `"date":`,
  `"birth-date":`,
  `"total":`,
  `"v":1}`,
  `"by":{`,
  `null`,
  `},`,
  `",`
]

const digest = /^"([A-Za-z0-9+/]{43}=)"/

/** Canonical JSON, shorter. */
export const pack = (json: Uint8Array): Uint8Array => {
  const text = Bytes.fromUtf8(json) ?? ""
  const parts: Array<Uint8Array> = []
  let plain = ""
  for (let at = 0; at < text.length;) {
    const token = tokens.findIndex((one) => text.startsWith(one, at))
    const found = token >= 0 ? null : digest.exec(text.slice(at, at + 46))
    const bytes = found === null ? undefined : Bytes.fromBase64(found[1]!)
    if (bytes !== undefined) {
      parts.push(Bytes.utf8(`${plain}\u0001`), bytes)
      plain = ""
    } else {
      plain += token >= 0 ? String.fromCharCode(token + 2) : text[at]!
    }
    at += bytes !== undefined ? 46 : token >= 0 ? tokens[token]!.length : 1
  }
  return Bytes.concat(...parts, Bytes.utf8(plain))
}

/** The JSON again; whether it is canonical is for its reader to check. */
export const unpack = (packed: Uint8Array): Uint8Array => {
  const parts: Array<Uint8Array> = []
  let from = 0
  for (let at = 0; at < packed.length; at++) {
    const byte = packed[at]!
    if (byte === 0 || byte >= tokens.length + 2) continue
    parts.push(packed.subarray(from, at))
    parts.push(Bytes.utf8(byte === 1 ? `"${Bytes.base64(packed.subarray(at + 1, at + 33))}"` : tokens[byte - 2]!))
    at += byte === 1 ? 32 : 0
    from = at + 1
  }
  return Bytes.concat(...parts, packed.subarray(from))
}
