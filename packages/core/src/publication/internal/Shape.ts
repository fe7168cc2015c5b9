/**
 * Checks of published values against closed shapes, without a schema library: an old phone loads this.
 */
import * as Day from "../../law/Day.ts"
import * as Bytes from "../../internal/Bytes.ts"
import * as CanonicalJson from "../CanonicalJson.ts"
import type { Digest } from "../Entry.ts"

export interface Fault {
  readonly path: string
  readonly because: string
}

export interface Field {
  readonly expected: string
  readonly isOptional?: boolean
  readonly fault: (value: CanonicalJson.Json, path: string) => Fault | undefined
}

export type Shape = Readonly<Record<string, Field>>

export const at = (path: string, because: string): Fault => ({ path, because })

export const anyOf = (expected: string, holds: (value: CanonicalJson.Json) => boolean): Field => ({
  expected,
  fault: (value, path) => holds(value) ? undefined : at(path, `is not ${expected}`)
})

export const optional = (field: Field): Field => ({ ...field, isOptional: true })

export const isText = (value: CanonicalJson.Json): value is string =>
  typeof value === "string" && value.length > 0 && value.length <= 200

export const isWhole = (value: CanonicalJson.Json): value is number => typeof value === "number"

export const text = anyOf("a text of 1 to 200 characters", isText)

export const index = anyOf("a whole number from 0 on", (value) => isWhole(value) && value >= 0)

export const digest = anyOf("a SHA-256 in base64", (value) => isText(value) && Bytes.fromBase64(value)?.length === 32)

export const isDay = anyOf("a day, YYYY-MM-DD", (value) => isText(value) && Day.isDay(value))

const figure = anyOf(
  "a whole number or a decimal text",
  (value) => isWhole(value) || typeof value === "string" && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(value)
)

export const record = (expected: string, field: Field): Field => ({
  expected,
  fault: (value, path) => {
    if (!CanonicalJson.isObject(value)) return at(path, `is not ${expected}`)
    for (const [name, child] of Object.entries(value)) {
      const fault = isText(name) ? field.fault(child, `${path}/${name}`) : at(path, "has an unnamed part")
      if (fault !== undefined) return fault
    }
    return undefined
  }
})

export const figures = record("scores by name", figure)

export const object = (expected: string, shape: Shape): Field => ({
  expected,
  fault: (value, path) => CanonicalJson.isObject(value) ? faultIn(shape, value, path) : at(path, `is not ${expected}`)
})

export const faultIn = (shape: Shape, value: CanonicalJson.JsonObject, path: string): Fault | undefined => {
  const unknown = Object.keys(value).find((name) => !Object.prototype.hasOwnProperty.call(shape, name))
  if (unknown !== undefined) return at(`${path}/${unknown}`, "is not a field of this kind")
  for (const [name, field] of Object.entries(shape)) {
    const child = value[name]
    if (child === undefined) {
      if (field.isOptional !== true) return at(`${path}/${name}`, `is missing, ${field.expected} is needed`)
    } else {
      const fault = field.fault(child, `${path}/${name}`)
      if (fault !== undefined) return fault
    }
  }
  return undefined
}

export const hexOfDigest = (digest: Digest): string => Bytes.hex(Bytes.fromBase64(digest) ?? new Uint8Array(0))
