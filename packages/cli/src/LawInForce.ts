/**
 * The value that a regulation sets on a day, or a refusal in words.
 *
 * @since 0.1.0
 */
import { LegalSource, Parameter } from "@timbang/core/law"
import { Outputs, type Sentences } from "@timbang/language"
import { Effect, Result } from "effect"
import { codes, CommandFailed } from "./Exit.ts"

/** The entry of a parameter on a day; without one the refusal says which law it is and from when it holds. */
export const at = <A>(parameter: Parameter.Parameter<A>, day: string, lang: Sentences.Language): Effect.Effect<Parameter.Entry<A>, CommandFailed> => {
  const found = Parameter.at(parameter, day)
  if (Result.isSuccess(found)) return Effect.succeed(found.success)
  const [first] = parameter.values
  const line = Outputs.phrases(lang).notInForce(first === undefined ? parameter.name : LegalSource.cite(first.source), day, first?.from)
  return Effect.fail(new CommandFailed({ code: codes.refused, lines: [line] }))
}
