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
export const at = <A>(parameter: Parameter.Parameter<A>, day: string, lang: Sentences.Language): Effect.Effect<Parameter.Entry<A>, CommandFailed> =>
  Effect.fromResult(Result.mapError(Parameter.at(parameter, day), (found) => refusal(found, lang)))

/** Why nothing can be decided on that day. */
export const refusal = ({ firstFrom, lastUntil, law, on, parameter }: Parameter.NotInForce, lang: Sentences.Language): CommandFailed =>
  new CommandFailed({
    code: codes.refused,
    lines: [Outputs.phrases(lang).notInForce(law === undefined ? parameter : LegalSource.cite(law), on, firstFrom, lastUntil)]
  })

/** The name of a parameter in the language asked for. */
export const nameOf = ({ localName, name }: Pick<Parameter.Parameter<unknown>, "name" | "localName">, lang: Sentences.Language): string =>
  lang === "id" ? localName ?? name : name
