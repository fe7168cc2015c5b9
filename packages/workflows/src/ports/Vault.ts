/**
 * Port: personal data and salts by person, encrypted at rest and erasable. Whoever writes or reads is named and recorded.
 *
 * Promise of every adapter: what was erased cannot be read again by anybody; no read, write, export or erasure succeeds
 * without its record; a call is done whole or not at all.
 *
 * @since 0.1.0
 */
import { Clock, Context, Data, Effect, Layer, Result, Stream } from "effect"
import * as Actor from "../Actor.ts"
import * as Text from "../internal/Text.ts"

// --- models ---

/**
 * Who opens the vault, and what for.
 *
 * @category models
 * @since 0.1.0
 */
export interface Access {
  readonly actor: Actor.Actor
  /** Purpose by a short name, such as `administrative-check`; never about a person. 1 to 200 characters. */
  readonly purpose: string
}

/**
 * One thing kept about one person, such as a birth date or a salt.
 *
 * @category models
 * @since 0.1.0
 */
export interface Part {
  /** Pseudonym of the person, such as `cpns-2026/P-0001`. Never an identity number. 1 to 200 characters. */
  readonly subject: string
  /** Name of the part, such as `salt/age`. 1 to 200 characters. */
  readonly part: string
  /** At most 1 MiB. */
  readonly value: Uint8Array
  /** When it is to be erased on its own, see `expire`. Unit: milliseconds since 1970-01-01 UTC. Default: never. */
  readonly keepUntil?: number
}

/**
 * What was done with the vault. `expire` is an erasure by the calendar.
 *
 * @category models
 * @since 0.1.0
 */
export type Act = "write" | "keep" | "read" | "export" | "erase" | "expire" | "rotate"

/**
 * The record of one access to one person's data, or of one to all (`subject` is absent).
 *
 * @category models
 * @since 0.1.0
 */
export interface AccessRecord extends Access {
  /** From 0, in the order of the accesses, without a gap. */
  readonly number: number
  readonly act: Act
  readonly subject?: string
  /** Names of the parts that were touched; empty for an access to all. */
  readonly parts: ReadonlyArray<string>
  /** Unit: milliseconds since 1970-01-01 UTC. */
  readonly at: number
}

/**
 * Why a call does not fit. `part` counts from 0.
 *
 * @category errors
 * @since 0.1.0
 */
export type AccessFault =
  | { readonly _tag: "Actor" }
  | { readonly _tag: "Purpose" }
  | { readonly _tag: "Parts"; readonly found: number; readonly limit: number }
  | { readonly _tag: "Name"; readonly part: number }
  | { readonly _tag: "Twice"; readonly part: number }
  | { readonly _tag: "Bytes"; readonly part: number; readonly found: number; readonly limit: number }
  | { readonly _tag: "KeepUntil"; readonly part: number }

/**
 * What a vault takes in one call.
 *
 * @category models
 * @since 0.1.0
 */
export const limits = { parts: 10_000, valueBytes: 1024 * 1024 } as const

// --- errors ---

/**
 * The person's data were erased; nothing can be written under this pseudonym again.
 *
 * @category errors
 * @since 0.1.0
 */
export class PersonErased extends Data.TaggedError("PersonErased")<{
  readonly subject: string
  /** Unit: milliseconds since 1970-01-01 UTC. */
  readonly erasedAt: number
}> {
  override get message(): string {
    return `${this.subject}: the data were erased and are gone; a new matter of this person takes a new pseudonym`
  }
}

/**
 * The call does not fit, for all the reasons given. No value is repeated.
 *
 * @category errors
 * @since 0.1.0
 */
export class AccessRefused extends Data.TaggedError("AccessRefused")<{ readonly faults: ReadonlyArray<AccessFault> }> {
  override get message(): string {
    return this.faults.map(wordsOf).join("; ")
  }
}

/**
 * A stored part does not open: it was changed outside the vault, or its key is not the one it was written with.
 *
 * @category errors
 * @since 0.1.0
 */
export class PartDamaged extends Data.TaggedError("PartDamaged")<{ readonly subject: string; readonly part: string }> {
  override get message(): string {
    return `${this.subject}, ${this.part}: the stored bytes do not open; restore them from a backup, and find out who changed them`
  }
}

/**
 * The vault cannot be reached or failed, or a key is not to be had. Writing the same again is safe.
 *
 * @category errors
 * @since 0.1.0
 */
export class VaultUnavailable extends Data.TaggedError("VaultUnavailable")<{
  readonly because: string
  readonly cause?: unknown
}> {
  override get message(): string {
    return `the vault cannot be opened (${this.because}); do the same again later`
  }
}

/**
 * Why a write fails.
 *
 * @category errors
 * @since 0.1.0
 */
export type WriteError = PersonErased | AccessRefused | PartDamaged | VaultUnavailable

// --- port ---

/**
 * The vault.
 *
 * **Example** (Salts are drawn once; erased, they are gone)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { Vault } from "@timbang/workflows/ports"
 * const access = { actor: { id: "a.17", role: "panitia", unit: "bkpsdm" }, purpose: "publication" }
 * const salt = (first: number) => ({ subject: "P-1", part: "salt/age", value: new Uint8Array(32).fill(first) })
 * const program = Effect.gen(function*() {
 *   const vault = yield* Vault.Vault
 *   yield* vault.keep(access, [salt(1)])
 *   const [kept] = yield* vault.keep(access, [salt(2)])
 *   yield* vault.erase({ ...access, purpose: "request-of-the-person" }, "P-1")
 *   const gone = yield* Effect.flip(vault.read(access, "P-1"))
 *   return [kept![0], gone._tag]
 * })
 * await Effect.runPromise(Effect.provide(program, Vault.layerMemory)) // => [1, "PersonErased"]
 * ```
 *
 * @category ports
 * @since 0.1.0
 */
export class Vault extends Context.Service<Vault, {
  /** Writes parts; a part that is there is replaced. */
  readonly write: (access: Access, parts: ReadonlyArray<Part>) => Effect.Effect<void, WriteError>
  /** Writes the parts that are not there yet, and answers what is there now, in the order of the call. */
  readonly keep: (access: Access, parts: ReadonlyArray<Part>) => Effect.Effect<ReadonlyArray<Uint8Array>, WriteError>
  /** Reads the parts of a person, all or those named; a part that is not there is not in the answer. */
  readonly read: (
    access: Access,
    subject: string,
    parts?: ReadonlyArray<string>
  ) => Effect.Effect<ReadonlyMap<string, Uint8Array>, WriteError>
  /** Every part of everybody, or of one person, for a copy to hand out; ordered by person and part. */
  readonly export: (access: Access, subject?: string) => Stream.Stream<Part, AccessRefused | PartDamaged | VaultUnavailable>
  /** Erases parts, or the person as a whole; answers how many parts went. */
  readonly erase: (
    access: Access,
    subject: string,
    parts?: ReadonlyArray<string>
  ) => Effect.Effect<number, AccessRefused | VaultUnavailable>
  /** Erases every part whose time is over; answers how many. */
  readonly expire: (access: Access) => Effect.Effect<number, AccessRefused | VaultUnavailable>
  /** Encrypts anew what older keys encrypted; answers how many parts. Afterwards the older keys are not needed. */
  readonly rotate: (access: Access) => Effect.Effect<number, AccessRefused | PartDamaged | VaultUnavailable>
  /** Who did what, in order, of one person or of all. */
  readonly accesses: (subject?: string) => Stream.Stream<AccessRecord, VaultUnavailable>
}>()("@timbang/workflows/Vault") {}

// --- operations ---

/**
 * Checks a call against what every vault takes: for authors of adapters, before anything is written.
 *
 * **Example** (Nobody is named)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Vault } from "@timbang/workflows/ports"
 * const access = { actor: { id: "", role: "panitia", unit: "bkpsdm" }, purpose: "publication" }
 * const checked = Vault.check(access, [])
 * Result.isFailure(checked) && checked.failure.faults // => [{ _tag: "Actor" }]
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const check = (
  { actor, purpose }: Access,
  parts: ReadonlyArray<Omit<Part, "value"> & { readonly value?: Uint8Array }>
): Result.Result<void, AccessRefused> => {
  const faults: Array<AccessFault> = []
  if (!Actor.isActor(actor)) faults.push({ _tag: "Actor" })
  if (!Text.isName(purpose)) faults.push({ _tag: "Purpose" })
  if (parts.length > limits.parts) faults.push({ _tag: "Parts", found: parts.length, limit: limits.parts })
  const seen = new Set<string>()
  for (const [at, { keepUntil, part, subject, value }] of parts.entries()) {
    if (!Text.isName(subject) || !Text.isName(part)) faults.push({ _tag: "Name", part: at })
    if (seen.size === seen.add(nameOf(subject, part)).size) faults.push({ _tag: "Twice", part: at })
    const found = value?.length ?? 0
    if (found > limits.valueBytes) faults.push({ _tag: "Bytes", part: at, found, limit: limits.valueBytes })
    if (keepUntil !== undefined && !Number.isSafeInteger(keepUntil)) faults.push({ _tag: "KeepUntil", part: at })
  }
  return faults.length === 0 ? Result.void : Result.fail(new AccessRefused({ faults }))
}

/**
 * Names of parts by person, in the order of the call: one record of access for each.
 *
 * **Example** (Two people)
 *
 * ```ts
 * import { Vault } from "@timbang/workflows/ports"
 * const parts = [{ subject: "P-1", part: "a" }, { subject: "P-2", part: "a" }, { subject: "P-1", part: "b" }]
 * Vault.namesBySubject(parts) // => new Map([["P-1", ["a", "b"]], ["P-2", ["a"]]])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const namesBySubject = (
  parts: ReadonlyArray<Pick<Part, "subject" | "part">>
): ReadonlyMap<string, ReadonlyArray<string>> => {
  const names = new Map<string, Array<string>>()
  for (const { part, subject } of parts) {
    const own = names.get(subject)
    if (own === undefined) names.set(subject, [part])
    else own.push(part)
  }
  return names
}

const nameOf = (subject: string, part: string): string => `${subject}\n${part}`

const wordsOf = (fault: AccessFault): string => {
  switch (fault._tag) {
    case "Actor":
      return "the actor lacks id, role or unit, or one of them is longer than 200 characters"
    case "Purpose":
      return "say what for: a purpose has 1 to 200 characters"
    case "Parts":
      return `${fault.found} parts, at most ${fault.limit} in one call; split it`
    case "Name":
      return `part ${fault.part}: the names of a person and a part have 1 to 200 characters and no control character`
    case "Twice":
      return `part ${fault.part}: it is there twice`
    case "Bytes":
      return `part ${fault.part}: ${fault.found} bytes, at most ${fault.limit}; keep the document elsewhere and its key here`
    case "KeepUntil":
      return `part ${fault.part}: the time to keep it until is not a whole number of milliseconds`
  }
}

// --- layers ---

/**
 * A vault in memory, for tests. It starts empty and encrypts nothing, since nothing of it reaches a disk.
 *
 * @category layers
 * @since 0.1.0
 */
export const layerMemory: Layer.Layer<Vault> = Layer.sync(Vault, () => {
  const people = new Map<string, Map<string, Part>>()
  const erased = new Map<string, number>()
  const records: Array<AccessRecord> = []

  const record = (access: Access, act: Act, at: number, subject?: string, parts: ReadonlyArray<string> = []): void => {
    const about = subject === undefined ? {} : { subject }
    records.push({ number: records.length, actor: access.actor, purpose: access.purpose, act, ...about, parts, at })
  }
  const recordEach = (access: Access, act: Act, at: number, parts: ReadonlyArray<Pick<Part, "subject" | "part">>): void => {
    for (const [subject, own] of namesBySubject(parts)) {
      record(access, act, at, subject, own)
    }
  }
  const firstErased = (subjects: Iterable<string>): PersonErased | undefined => {
    for (const subject of subjects) {
      const erasedAt = erased.get(subject)
      if (erasedAt !== undefined) return new PersonErased({ subject, erasedAt })
    }
    return undefined
  }
  const put = (part: Part): void => {
    const own = people.get(part.subject) ?? new Map<string, Part>()
    own.set(part.part, { ...part, value: part.value.slice() })
    people.set(part.subject, own)
  }
  const remove = (parts: ReadonlyArray<Part>): void => {
    for (const { part, subject } of parts) people.get(subject)!.delete(part)
  }
  const partsOf = (subject: string): ReadonlyArray<Part> => [...people.get(subject)?.values() ?? []].sort(byName)
  const all = (): ReadonlyArray<Part> => [...people.keys()].sort().flatMap(partsOf)

  const withCheck = <A, E>(
    access: Access,
    parts: Parameters<typeof check>[1],
    act: (at: number) => Result.Result<A, E>
  ): Effect.Effect<A, E | AccessRefused> =>
    Effect.flatMap(Effect.fromResult(check(access, parts)), () =>
      Effect.flatMap(Clock.currentTimeMillis, (at) => Effect.fromResult(act(at))))

  return Vault.of({
    write: (access, parts) =>
      withCheck(access, parts, (at) => {
        const gone = firstErased(parts.map(({ subject }) => subject))
        if (gone !== undefined) return Result.fail(gone)
        parts.forEach(put)
        recordEach(access, "write", at, parts)
        return Result.void
      }),
    keep: (access, parts) =>
      withCheck(access, parts, (at) => {
        const gone = firstErased(parts.map(({ subject }) => subject))
        if (gone !== undefined) return Result.fail(gone)
        for (const part of parts) if (people.get(part.subject)?.has(part.part) !== true) put(part)
        recordEach(access, "keep", at, parts)
        return Result.succeed(parts.map(({ part, subject }) => people.get(subject)!.get(part)!.value.slice()))
      }),
    read: (access, subject, names) =>
      withCheck(access, named(subject, names), (at) => {
        const found = partsOf(subject).filter(({ part }) => names?.includes(part) ?? true)
        record(access, "read", at, subject, found.map(({ part }) => part))
        const gone = firstErased([subject])
        return gone === undefined
          ? Result.succeed(new Map(found.map(({ part, value }) => [part, value.slice()])))
          : Result.fail(gone)
      }),
    export: (access, subject) =>
      Stream.unwrap(withCheck(access, subject === undefined ? [] : named(subject, undefined), (at) => {
        const found = subject === undefined ? all() : partsOf(subject)
        record(access, "export", at, subject, subject === undefined ? [] : found.map(({ part }) => part))
        return Result.succeed(Stream.fromIterable(found))
      })),
    erase: (access, subject, names) =>
      withCheck(access, named(subject, names), (at) => {
        const found = partsOf(subject).filter(({ part }) => names?.includes(part) ?? true)
        remove(found)
        if (names === undefined && !erased.has(subject)) erased.set(subject, at)
        record(access, "erase", at, subject, found.map(({ part }) => part))
        return Result.succeed(found.length)
      }),
    expire: (access) =>
      withCheck(access, [], (at) => {
        const over = all().filter(({ keepUntil }) => keepUntil !== undefined && keepUntil <= at)
        remove(over)
        recordEach(access, "expire", at, over)
        return Result.succeed(over.length)
      }),
    rotate: (access) =>
      withCheck(access, [], (at) => {
        record(access, "rotate", at)
        return Result.succeed(0)
      }),
    accesses: (subject) =>
      Stream.suspend(() => Stream.fromIterable(records.filter((one) => subject === undefined || one.subject === subject)))
  })
})

const byName = (one: Part, other: Part): number => one.part < other.part ? -1 : 1

const named = (subject: string, names: ReadonlyArray<string> | undefined) =>
  (names ?? ["all"]).map((part) => ({ subject, part }))
