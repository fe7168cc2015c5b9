/** Bodies of entries of the journal. */
import { Option, Schema } from "effect"

/** The body in its form; `undefined` for one that another version wrote. */
export const decoded = <A>(schema: Schema.Codec<A, unknown>, body: string): A | undefined =>
  Option.getOrUndefined(Schema.decodeUnknownOption(Schema.fromJsonString(schema))(body))
