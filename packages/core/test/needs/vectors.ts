/** Vectors that lie beside these tests, and whole files that may lie beside the project. */
import { existsSync, readFileSync } from "node:fs"

const read = <A>(url: URL): A => JSON.parse(readFileSync(url, "utf8"))

export interface Case<I, E> {
  readonly name: string
  readonly input: I
  readonly expected: E
  readonly tolerance?: number
}

/** The cases of a vector file; each test names the fields it reads. */
export const cases = <I, E>(name: string): ReadonlyArray<Case<I, E>> =>
  read<{ readonly cases: ReadonlyArray<Case<I, E>> }>(new URL(`./vectors/${name}.json`, import.meta.url)).cases

/** Everything in a vector file. */
export const file = <A>(name: string): A => read(new URL(`./vectors/${name}.json`, import.meta.url))

const beside = (name: string): URL => new URL(`../../../../../shared/vectors/needs/${name}.json`, import.meta.url)

export const isBeside = (name: string): boolean => existsSync(beside(name))

/** The cases of a whole file beside the project. */
export const besideCases = <I, E>(name: string): ReadonlyArray<Case<I, E>> =>
  read<{ readonly cases: ReadonlyArray<Case<I, E>> }>(beside(name)).cases

/** Largest difference of two columns; infinite when their lengths differ. */
export const gap = (found: ArrayLike<number>, expected: ReadonlyArray<number>): number =>
  found.length === expected.length
    ? expected.reduce((most, one, i) => Math.max(most, Math.abs(found[i]! - one)), 0)
    : Infinity
