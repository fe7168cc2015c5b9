/**
 * Canonical JSON (RFC 8785) with whole numbers only: one value has one text, so that one value has one hash.
 *
 * A score of 59.546 is published as `59546` with its decimals named, or as the text `"59.546"`; a binary fraction is
 * refused, because two languages may print it in two ways.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import * as Result from "effect/Result"
import * as Bytes from "../internal/Bytes.ts"
import type { Canonicalizer } from "./Primitives.ts"

// --- models ---

/**
 * A value that can be published. Numbers are whole and within ±(2^53 - 1); text is well-formed Unicode; nesting is at
 * most {@link maxDepth} deep.
 *
 * @category models
 * @since 0.1.0
 */
export type Json = null | boolean | number | string | ReadonlyArray<Json> | JsonObject

/**
 * An object of published values.
 *
 * @category models
 * @since 0.1.0
 */
export interface JsonObject {
  readonly [key: string]: Json
}

/**
 * The deepest nesting of arrays and objects. Unit: levels.
 *
 * @category models
 * @since 0.1.0
 */
export const maxDepth = 16

// --- errors ---

/**
 * The value holds something that cannot be published: a fraction, an absent value, ill-formed text, a class instance.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotPublishable extends Data.TaggedError("NotPublishable")<{
  /** Where it stands, as a JSON Pointer (RFC 6901); empty for the value itself. */
  readonly path: string
  readonly found: string
}> {
  override get message(): string {
    return `${
      this.path === "" ? "the value" : this.path
    } is ${this.found}, which canonical JSON of this project does not hold; ` +
      "write a whole number, a text, true, false, null, a list or a plain object"
  }
}

/**
 * The bytes are not canonical JSON.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotCanonical extends Data.TaggedError("NotCanonical")<{ readonly because: string }> {
  override get message(): string {
    return `not canonical JSON: ${this.because}; take the file as it was published, without opening and saving it`
  }
}

// --- operations ---

/**
 * The value as canonical text.
 *
 * **Example** (Keys in order, no blanks; a fraction is refused)
 *
 * ```ts
 * import { Result } from "effect"
 * import { CanonicalJson } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * CanonicalJson.write(Primitives.portable, { TWK: 100, TIU: 125 }) // => Result.succeed('{"TIU":125,"TWK":100}')
 * Result.isFailure(CanonicalJson.write(Primitives.portable, { final: 59.546 })) // => true
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const write = (primitives: Canonicalizer, value: Json): Result.Result<string, NotPublishable> => {
  const fault = faultIn(value, "", 0)
  return fault === undefined ? Result.succeed(primitives.canonicalize(value)) : Result.fail(fault)
}

/**
 * The value as canonical bytes, UTF-8.
 *
 * **Example** (What is hashed)
 *
 * ```ts
 * import { Result } from "effect"
 * import { CanonicalJson } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * Result.map(CanonicalJson.encode(Primitives.portable, []), (bytes) => [...bytes]) // => Result.succeed([0x5b, 0x5d])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const encode = (primitives: Canonicalizer, value: Json): Result.Result<Uint8Array, NotPublishable> =>
  Result.map(write(primitives, value), Bytes.utf8)

/**
 * Reads bytes that have to be canonical already; anything that would be written differently is refused.
 *
 * **Gotchas**
 *
 * A key given twice, a blank, another order of keys and an escape that is not needed are refused here, so that no two
 * readers can see two values in one published file.
 *
 * **Example** (The same value, with a blank)
 *
 * ```ts
 * import { Result } from "effect"
 * import { CanonicalJson } from "@timbang/core/publication"
 * import { Primitives } from "@timbang/signing"
 * const bytes = (text: string) => new TextEncoder().encode(text)
 * CanonicalJson.decode(Primitives.portable, bytes('{"rank":1}')) // => Result.succeed({ rank: 1 })
 * Result.isFailure(CanonicalJson.decode(Primitives.portable, bytes('{"rank": 1}'))) // => true
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const decode = (primitives: Canonicalizer, bytes: Uint8Array): Result.Result<Json, NotCanonical> => {
  const text = Bytes.fromUtf8(bytes)
  if (text === undefined) return Result.fail(new NotCanonical({ because: "the bytes are not UTF-8" }))
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch {
    return Result.fail(new NotCanonical({ because: "the text is not JSON" }))
  }
  const written = write(primitives, value)
  if (Result.isFailure(written)) return Result.fail(new NotCanonical({ because: written.failure.message }))
  return written.success === text
    ? Result.succeed(value)
    : Result.fail(new NotCanonical({ because: "keys, blanks or escapes stand otherwise than RFC 8785 writes them" }))
}

/**
 * Says whether a value is an object and not a list.
 *
 * **Example** (A list is not)
 *
 * ```ts
 * import { CanonicalJson } from "@timbang/core/publication"
 * CanonicalJson.isObject([]) // => false
 * CanonicalJson.isObject({ v: 1 }) // => true
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const faultIn = (value: unknown, path: string, depth: number): NotPublishable | undefined => {
  const refused = (found: string) => new NotPublishable({ path, found })
  switch (typeof value) {
    case "boolean":
      return undefined
    case "string":
      return isWellFormed(value) ? undefined : refused("ill-formed text (half of a surrogate pair)")
    case "number":
      return Number.isSafeInteger(value) && !Object.is(value, -0)
        ? undefined
        : refused("not a whole number within ±(2^53 - 1)")
    case "object":
      break
    default:
      return refused(typeof value)
  }
  if (value === null) return undefined
  if (depth === maxDepth) return refused(`nested deeper than ${maxDepth} levels`)
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const fault = faultIn(value[i], `${path}/${i}`, depth + 1)
      if (fault !== undefined) return fault
    }
    return undefined
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return refused("a class instance")
  for (const [key, child] of Object.entries(value)) {
    const at = `${path}/${key.replace(/~/g, "~0").replace(/\//g, "~1")}`
    const fault = isWellFormed(key)
      ? faultIn(child, at, depth + 1)
      : new NotPublishable({ path: at, found: "under an ill-formed key" })
    if (fault !== undefined) return fault
  }
  return undefined
}

const isWellFormed = (text: string): boolean =>
  !/(?:[\uD800-\uDBFF](?![\uDC00-\uDFFF]))|(?:(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF])/.test(text)
