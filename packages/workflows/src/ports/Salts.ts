/**
 * Port: the salts under which a log commits to what is private. They are drawn once and kept before anything is published, so that a
 * second run gives the same log; an erased salt closes its commitment for good.
 *
 * @since 0.1.0
 */
import { Context, Effect, Layer, Option, Stream } from "effect"
import * as Vault from "./Vault.ts"

// --- models ---

/**
 * A salt of one private part of a participant.
 *
 * @category models
 * @since 0.1.0
 */
export interface Salt {
  /** Name of the part, see `PrivateParts.saltName`. */
  readonly name: string
  /** Participant number or pseudonym. */
  readonly participant: string
  /** 32 random bytes. */
  readonly value: Uint8Array
}

// --- port ---

/**
 * The salts of one log.
 *
 * **Example** (The first one stays)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { Salts } from "@timbang/workflows/ports"
 * const salt = (first: number) => ({ name: "registration/24-1/birth-date", participant: "24-1", value: new Uint8Array(32).fill(first) })
 * const program = Effect.gen(function*() {
 *   const salts = yield* Salts.Salts
 *   yield* salts.keep([salt(1)])
 *   const [kept] = yield* salts.keep([salt(2)])
 *   const erased = yield* salts.erase("24-1")
 *   return [kept![0], erased, (yield* salts.of("24-1")).size]
 * })
 * await Effect.runPromise(Effect.provide(program, Salts.layerMemory)) // => [1, 1, 0]
 * ```
 *
 * @category ports
 * @since 0.1.0
 */
export class Salts extends Context.Service<Salts, {
  /** Keeps each salt whose name has none yet, for good; answers what is kept under the names, in the order of the call. */
  readonly keep: (fresh: ReadonlyArray<Salt>) => Effect.Effect<ReadonlyArray<Uint8Array>, Vault.WriteError>
  /** The salts of a participant, by name. */
  readonly of: (participant: string) => Effect.Effect<ReadonlyMap<string, Uint8Array>, Vault.WriteError>
  /** Erases every salt of a participant; answers how many there were. */
  readonly erase: (participant: string) => Effect.Effect<number, Vault.WriteError>
  /**
   * Whether a salt of the participant was ever kept here, erased or not. A log that commits to private parts of somebody who is not known
   * here was published with salts that are kept elsewhere.
   */
  readonly isKnown: (participant: string) => Effect.Effect<boolean, Vault.WriteError>
}>()("@timbang/workflows/Salts") {}

// --- layers ---

/**
 * Salts in the vault, as parts `salt/...` of each person, under the pseudonym `<log>/<participant>`. Every access is recorded there.
 *
 * **Example** (The vault knows who asked)
 *
 * ```ts
 * import { Effect, Layer, Stream } from "effect"
 * import { Salts, Vault } from "@timbang/workflows/ports"
 * const access = { actor: { id: "a.17", role: "panitia", unit: "bkpsdm" }, purpose: "publication" }
 * const layer = Salts.layerVault("kota.example/cpns", access).pipe(Layer.provideMerge(Vault.layerMemory))
 * const program = Effect.gen(function*() {
 *   const salts = yield* Salts.Salts
 *   yield* salts.keep([{ name: "registration/24-1/birth-date", participant: "24-1", value: new Uint8Array(32) }])
 *   return yield* Stream.runCollect((yield* Vault.Vault).accesses("kota.example/cpns/24-1"))
 * })
 * const accesses = await Effect.runPromise(Effect.provide(program, layer))
 * accesses.map(({ act, actor, parts }) => [act, actor.id, ...parts]) // => [["keep", "a.17", "salt/registration/24-1/birth-date"]]
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const layerVault = (log: string, access: Vault.Access): Layer.Layer<Salts, never, Vault.Vault> =>
  Layer.effect(
    Salts,
    Effect.gen(function*() {
      const vault = yield* Vault.Vault
      const subjectOf = (participant: string): string => `${log}/${participant}`
      const of = (participant: string) =>
        Effect.map(vault.read(access, subjectOf(participant)), (parts) =>
          new Map([...parts].flatMap(([part, value]) => part.startsWith(prefix) ? [[part.slice(prefix.length), value]] : [])))
      return Salts.of({
        keep: Effect.fnUntraced(function*(fresh) {
          const kept: Array<Uint8Array> = []
          for (let at = 0; at < fresh.length; at += Vault.limits.parts) {
            const parts = fresh.slice(at, at + Vault.limits.parts).map(({ name, participant, value }): Vault.Part =>
              ({ subject: subjectOf(participant), part: `${prefix}${name}`, value }))
            for (const value of yield* vault.keep(access, parts)) kept.push(value)
          }
          return kept
        }),
        of,
        erase: (participant) =>
          Effect.flatMap(of(participant), (own) =>
            own.size === 0 ? Effect.succeed(0) : vault.erase(access, subjectOf(participant), [...own.keys()].map((name) => `${prefix}${name}`))),
        isKnown: (participant) => Effect.map(Stream.runHead(vault.accesses(subjectOf(participant))), Option.isSome)
      })
    })
  )

const prefix = "salt/"

/**
 * Salts in memory, for tests. It starts empty.
 *
 * @category layers
 * @since 0.1.0
 */
export const layerMemory: Layer.Layer<Salts> = Layer.sync(Salts, () => {
  const all = new Map<string, Map<string, Uint8Array>>()
  const own = (participant: string): Map<string, Uint8Array> => all.get(participant) ?? new Map<string, Uint8Array>()
  return Salts.of({
    keep: (fresh) =>
      Effect.sync(() =>
        fresh.map(({ name, participant, value }) => {
          const salts = own(participant)
          all.set(participant, salts)
          if (!salts.has(name)) salts.set(name, value.slice())
          return salts.get(name)!.slice()
        })
      ),
    of: (participant) => Effect.sync(() => new Map([...own(participant)].map(([name, value]) => [name, value.slice()]))),
    erase: (participant) =>
      Effect.sync(() => {
        const { size } = own(participant)
        if (all.has(participant)) all.set(participant, new Map())
        return size
      }),
    isKnown: (participant) => Effect.sync(() => all.has(participant))
  })
})
