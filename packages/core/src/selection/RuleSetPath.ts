/**
 * Names of places inside a rule set, such as `thresholds.groups.umum.minimums.twk`.
 *
 * A list's element is named by what identifies it (`id`, `of`, `agencyKind`, `kind`, `stage`), else by its position, so that
 * a name stays right when the list grows.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "../law/LegalSource.ts"
import type { Sourced } from "../law/Sourced.ts"

// --- models ---

/**
 * A value with its source, and where it stands.
 *
 * @category models
 * @since 0.1.0
 */
export interface Place {
  readonly path: string
  readonly sourced: Sourced<number | string>
}

/**
 * A citation, and the part it stands on.
 *
 * @category models
 * @since 0.1.0
 */
export interface Citation {
  readonly path: string
  readonly source: LegalSource
}

// --- operations ---

/**
 * Names of the elements of a list, in order; positions where two elements would share a name.
 *
 * **Example** (By identifier, and by position)
 *
 * ```ts
 * import { RuleSetPath } from "@timbang/core/selection"
 * RuleSetPath.keysOf([{ id: "twk" }, { id: "tiu" }]) // => ["twk", "tiu"]
 * RuleSetPath.keysOf([{ id: "twk" }, { id: "twk" }]) // => ["0", "1"]
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const keysOf = (elements: ReadonlyArray<unknown>): ReadonlyArray<string> => {
  const names = elements.map(nameOf)
  const isNamed = names.every((name, index) => name !== undefined && names.indexOf(name) === index)
  return isNamed ? names as ReadonlyArray<string> : elements.map((_, index) => String(index))
}

/**
 * The name of a place that is given by keys and positions, as a decoder reports it.
 *
 * **Example** (The second component)
 *
 * ```ts
 * import { RuleSetPath } from "@timbang/core/selection"
 * RuleSetPath.name({ components: [{ id: "twk" }, { id: "tiu" }] }, ["components", 1, "step"]) // => "components.tiu.step"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const name = (root: unknown, keys: ReadonlyArray<PropertyKey>): string => {
  let at = root
  return keys.map((key) => {
    const here = at
    at = isObject(here) ? here[key as string] : undefined
    return Array.isArray(here) && typeof key === "number" ? keysOf(here)[key] ?? String(key) : String(key)
  }).join(".")
}

/**
 * Every value with a source that a rule set, or a part of one, holds, in the order of the document.
 *
 * **Example** (One step)
 *
 * ```ts
 * import { RuleSetPath, Specimen } from "@timbang/core/selection"
 * RuleSetPath.places({ steps: [Specimen.ruleSet.steps[2]] }).map(({ path }) => path) // => ["steps.written40.percent", "steps.written40.rounding"]
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const places = (root: object): ReadonlyArray<Place> => {
  const found: Array<Place> = []
  walk(root, "", (path, node) => {
    if (isSourced(node)) found.push({ path, sourced: node })
  })
  return found
}

/**
 * Every citation that a rule set, or a part of one, holds, in the order of the document.
 *
 * **Example** (One category)
 *
 * ```ts
 * import { RuleSetPath, Specimen } from "@timbang/core/selection"
 * RuleSetPath.citations({ categories: Specimen.ruleSet.categories })[1]?.path // => "categories.reserved"
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const citations = (root: object): ReadonlyArray<Citation> => {
  const found: Array<Citation> = []
  walk(root, "", (path, node) => {
    if (isCited(node)) found.push({ path, source: node.source })
  })
  return found
}

/**
 * The same document with the value at a path replaced; unchanged where no value with a source stands there.
 *
 * **Example** (A factor of two)
 *
 * ```ts
 * import { RuleSetPath, Specimen } from "@timbang/core/selection"
 * const two = { _tag: "Known", value: 2, source: { instrument: "Specimen", confidence: "host" } } as const
 * RuleSetPath.replace(Specimen.ruleSet, "shortlist.factor", two).shortlist?.factor // => two
 * ```
 *
 * @category changing
 * @since 0.1.0
 */
export const replace = <A extends object>(root: A, path: string, sourced: Sourced<number | string>): A => {
  const rebuilt = (node: unknown, at: string): unknown => {
    if (isSourced(node)) return at === path ? sourced : node
    if (Array.isArray(node)) {
      const keys = keysOf(node)
      return node.map((element, index) => rebuilt(element, join(at, keys[index]!)))
    }
    if (!isObject(node)) return node
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, rebuilt(value, child(at, key, value))]))
  }
  return rebuilt(root, "") as A
}

/** Lists whose elements hold one number each, and perhaps its cap; the number goes by the name of its element. */
const ofOneNumber = /\.(minimums|entitlements|kindAtMostPercent)\.[^.]+$/

const join = (path: string, key: string): string => path === "" ? key : `${path}.${key}`

const child = (path: string, key: string, value: unknown): string =>
  isSourced(value) && key !== "atMostPercent" && ofOneNumber.test(path) ? path : join(path, key)

const walk = (node: unknown, path: string, visit: (path: string, node: object) => void): void => {
  if (!isObject(node)) return
  visit(path, node)
  if (isSourced(node)) return
  if (Array.isArray(node)) {
    const keys = keysOf(node)
    node.forEach((element, index) => walk(element, join(path, keys[index]!), visit))
  } else {
    for (const [key, value] of Object.entries(node)) walk(value, child(path, key, value), visit)
  }
}

const isObject = (node: unknown): node is Readonly<Record<string, unknown>> => typeof node === "object" && node !== null

const isCited = (node: object): node is { readonly source: LegalSource } => "source" in node && isObject(node.source)

const isSourced = (node: unknown): node is Sourced<number | string> =>
  isObject(node) && (node["_tag"] === "Known" || node["_tag"] === "Unknown") && isCited(node)

const nameOf = (element: unknown): string | undefined => {
  if (!isObject(element)) return undefined
  return ["id", "of", "agencyKind", "kind", "stage"].map((key) => element[key])
    .find((value): value is string => typeof value === "string" && value !== "")
}
