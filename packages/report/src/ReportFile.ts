/**
 * An evaluation or a period as a JSON file, so that one command computes and another prints.
 *
 * Everything comes back as it was: exact fractions, whole numbers of any size, maps and columns of numbers included.
 *
 * @since 0.1.0
 */
import type { Evaluation } from "@timbang/core/evaluation"
import { Fraction } from "@timbang/core/number"
import { Data, Result } from "effect"
import type * as NeedsReport from "./NeedsReport.ts"
import type * as PerformanceReport from "./PerformanceReport.ts"

// --- models ---

/**
 * What a file holds, by its kind.
 *
 * @category models
 * @since 0.1.0
 */
export interface Kinds {
  readonly evaluation: Evaluation.Evaluation
  readonly performance: PerformanceReport.Facts
  readonly needs: NeedsReport.Facts
}

// --- errors ---

/**
 * The text is not a file of the kind asked for.
 *
 * @category errors
 * @since 0.1.0
 */
export class NotAReportFile extends Data.TaggedError("NotAReportFile")<{
  readonly expected: keyof Kinds
  readonly because: "not-json" | "not-an-object" | "other-format" | "other-version" | "no-content" | "parts-missing"
  /** The format or the version found, or the parts that are missing; empty for the others. */
  readonly found: string
}> {
  override get message(): string {
    return `not a file of kind ${this.expected}: ${this.because}${this.found === "" ? "" : `, ${this.found}`}; write it anew with the command that made it`
  }
}

// --- operations ---

/**
 * Writes the file; the same content gives the same bytes.
 *
 * **Details**
 *
 * `{"format": "timbang/evaluation", "version": 1, "content": ...}`. What JSON cannot say is an object with one key that
 * starts with `$`: `{"$fraction": "3/2"}`, `{"$integer": "210000000"}`, `{"$map": [[key, value]]}`, `{"$numbers": [...]}`.
 *
 * **Example** (A round of which nothing is known)
 *
 * ```ts
 * import { NeedFulfilment } from "@timbang/core/evaluation"
 * import { ReportFile } from "@timbang/report"
 * const evaluation = { round: "CPNS 2024", agency: "Kerinci", on: "2026-06-30", standing: { _tag: "simulasi" }, fulfilment: NeedFulfilment.judge([], []), adjustments: [] } as const
 * ReportFile.write("evaluation", evaluation).includes('"lackingBefore":{"$fraction":"0"}') // => true
 * ```
 *
 * @category writing
 * @since 0.1.0
 */
export const write = <Kind extends keyof Kinds>(kind: Kind, content: Kinds[Kind]): string =>
  `${JSON.stringify({ format: `timbang/${kind}`, version, content: encode(content) })}\n`

/**
 * Reads a file that {@link write} made, or says what is wrong with it.
 *
 * **Gotchas**
 *
 * Kind, version and the parts every content has are checked; figures inside are taken as they were written.
 *
 * **Example** (Another kind of file)
 *
 * ```ts
 * import { Result } from "effect"
 * import { ReportFile } from "@timbang/report"
 * Result.isFailure(ReportFile.read("evaluation", '{"format": "timbang/performance", "version": 1}')) // => true
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = <Kind extends keyof Kinds>(
  kind: Kind,
  text: string
): Result.Result<Kinds[Kind], NotAReportFile> => {
  const refused = (because: NotAReportFile["because"], found = "") => Result.fail(new NotAReportFile({ expected: kind, because, found }))
  let parsed: unknown
  try {
    parsed = JSON.parse(text, decode)
  } catch {
    return refused("not-json")
  }
  if (!isRecord(parsed) || parsed["format"] !== `timbang/${kind}`) {
    return isRecord(parsed) ? refused("other-format", JSON.stringify(parsed["format"]) ?? "") : refused("not-an-object")
  }
  if (parsed["version"] !== version) return refused("other-version", JSON.stringify(parsed["version"]) ?? "")
  const content = parsed["content"]
  if (!isRecord(content)) return refused("no-content")
  const missing = parts[kind].filter((part) => !(part in content))
  return missing.length === 0
    ? Result.succeed(content as unknown as Kinds[Kind])
    : refused("parts-missing", missing.join(", "))
}

const version = 1

const parts: { readonly [Kind in keyof Kinds]: ReadonlyArray<keyof Kinds[Kind] & string> } = {
  evaluation: ["round", "agency", "on", "standing", "fulfilment", "adjustments"],
  performance: ["agency", "period", "on", "standing", "surveys", "comparisons", "funnels", "courses"],
  needs: ["title", "on", "year", "standing", "units", "sectors", "jobFamilies", "scores", "chance", "claims", "quality"]
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const isFraction = (value: object): value is Fraction.Fraction =>
  "numerator" in value && "denominator" in value && typeof value.numerator === "bigint"

const encode = (value: unknown): unknown => {
  if (typeof value === "bigint") return { $integer: String(value) }
  if (typeof value !== "object" || value === null) return value
  if (value instanceof Map) return { $map: [...value].map(([key, one]) => [encode(key), encode(one)]) }
  if (value instanceof Float64Array) return { $numbers: [...value] }
  if (Array.isArray(value)) return value.map(encode)
  if (isFraction(value)) return { $fraction: Fraction.format(value) }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, encode(one)]))
}

/** Reviver of `JSON.parse`: works from the inside out, so that parts are revived before what holds them. */
const decode = (_: string, value: unknown): unknown => {
  if (!isRecord(value)) return value
  const [key, ...others] = Object.keys(value)
  if (key === undefined || others.length > 0 || !key.startsWith("$")) return value
  switch (key) {
    case "$integer":
      return BigInt(value[key] as string)
    case "$fraction":
      return Fraction.parseUnsafe(value[key] as string)
    case "$map":
      return new Map(value[key] as ReadonlyArray<readonly [unknown, unknown]>)
    case "$numbers":
      return Float64Array.from(value[key] as ReadonlyArray<number>)
    default:
      return value
  }
}
