/**
 * One sentence for each tag of a union; a tag without its sentence does not compile.
 *
 * @since 0.1.0
 */

/**
 * Languages that sentences are made in: Indonesian and English.
 *
 * @category models
 * @since 0.1.0
 */
export type Language = "id" | "en"

/**
 * A function for every tag of a union, which makes the sentence from the facts.
 *
 * @category models
 * @since 0.1.0
 */
export type Sentences<A extends { readonly _tag: string }> = {
  readonly [Tag in A["_tag"]]: (facts: Extract<A, { readonly _tag: Tag }>) => string
}

/**
 * Makes the sentence of one member of the union.
 *
 * **Example** (One tag)
 *
 * ```ts
 * import { Sentences } from "@timbang/language"
 * Sentences.say({ Late: ({ days }: { readonly _tag: "Late"; readonly days: number }) => `${days} days late` }, { _tag: "Late", days: 2 }) // => "2 days late"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const say = <A extends { readonly _tag: string }>(sentences: Sentences<A>, facts: A): string =>
  (sentences as unknown as Readonly<Record<string, (facts: A) => string>>)[facts._tag]!(facts)
