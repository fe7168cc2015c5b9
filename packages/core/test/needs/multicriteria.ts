/** Decisions of the vector files: a matrix by rows, types `max` and `min`, weights as proportions. */
import { Decision } from "@timbang/core/needs"
import { Result } from "effect"

export interface Input {
  readonly matrix: ReadonlyArray<ReadonlyArray<number>>
  readonly weights: ReadonlyArray<number>
  readonly types: ReadonlyArray<"max" | "min">
}

export const decide = ({ matrix, types, weights }: Input) =>
  Decision.make(
    matrix.map((_, i) => `a${i}`),
    types.map((type, j) => ({
      id: `c${j}`,
      direction: type === "max" ? "more-is-better" : "less-is-better",
      figures: matrix.map((row) => row[j]!)
    })),
    { method: "parts", parts: Object.fromEntries(weights.map((weight, j) => [`c${j}`, weight])) }
  )

export const decision = (input: Input): Decision.Decision => Result.getOrThrow(decide(input))

export const failure = (result: Result.Result<unknown, { readonly _tag: string; readonly message: string }>): string =>
  Result.match(result, { onFailure: ({ _tag, message }) => `${_tag}: ${message}`, onSuccess: () => "scored" })
