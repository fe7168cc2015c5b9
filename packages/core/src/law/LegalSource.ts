/**
 * Citation of the provision on which a number or a rule rests.
 *
 * @since 0.1.0
 */

// --- models ---

/**
 * How sure a cited fact is, from the text itself down to memory.
 *
 * - `article-read`: the whole article was read.
 * - `seen-in-several`, `seen-in-one`: that many independent public pages say so.
 * - `derived-from-results`: computed from published results and reproducible.
 * - `shown-by-arithmetic`: proved over every possible value.
 * - `inferred`: follows by wording or logic.
 * - `unverified`: not seen in any source; using it gives a warning.
 * - `host`: supplied by the host application, which answers for it.
 *
 * @category models
 * @since 0.1.0
 */
export type Confidence =
  | "article-read"
  | "seen-in-several"
  | "seen-in-one"
  | "derived-from-results"
  | "shown-by-arithmetic"
  | "inferred"
  | "unverified"
  | "host"

/**
 * Every {@link Confidence}, from the surest down.
 *
 * @category models
 * @since 0.1.0
 */
export const confidences: ReadonlyArray<Confidence> = [
  "article-read",
  "seen-in-several",
  "derived-from-results",
  "shown-by-arithmetic",
  "seen-in-one",
  "inferred",
  "host",
  "unverified"
]

/**
 * Where a rule or a number comes from.
 *
 * @category models
 * @since 0.1.0
 */
export interface LegalSource {
  /** Short name of the instrument in the spelling of the regulation, such as `KepmenPANRB 321/2024`. */
  readonly instrument: string
  /** Article, dictum or annex, such as `Pasal 47(3)`. Absent when the sources do not name it. */
  readonly provision?: string
  readonly confidence: Confidence
  /** What a reader has to know before relying on it. */
  readonly note?: string
}

// --- operations ---

/**
 * Says whether a fact must be announced with a warning wherever it is used.
 *
 * **Example** (A number nobody has seen in a source)
 *
 * ```ts
 * import { LegalSource } from "@timbang/core/law"
 * LegalSource.needsWarning({ instrument: "KepmenPANRB 321/2024", confidence: "unverified" }) // => true
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const needsWarning = (source: LegalSource): boolean => source.confidence === "unverified"

/**
 * The citation on one line: instrument, then provision.
 *
 * **Example** (An article)
 *
 * ```ts
 * import { LegalSource } from "@timbang/core/law"
 * LegalSource.cite({ instrument: "PermenPANRB 6/2024", provision: "Pasal 47(3)", confidence: "article-read" }) // => "PermenPANRB 6/2024, Pasal 47(3)"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const cite = (source: LegalSource): string =>
  source.provision === undefined ? source.instrument : `${source.instrument}, ${source.provision}`
