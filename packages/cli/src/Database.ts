/**
 * The database of a host: where its address stands, and its faults in words.
 *
 * @since 0.1.0
 */
import type { Sentences } from "@timbang/language"
import type { Migrations } from "@timbang/storage-sql"
import type { SqlError } from "effect/sql"
import type { CommandFailed } from "./Exit.ts"
import * as Options from "./Options.ts"

/** Where the address of the database stands: a password in an option would be read by everybody on the machine. */
export const variable = "TIMBANG_DATABASE"

/** A fault of the database in words, without its address. */
export const failureOf = (error: Migrations.NotReady | SqlError.SqlError, lang: Sentences.Language): CommandFailed => {
  switch (error._tag) {
    case "SchemaNewer":
      return Options.refusal([{ _tag: "DatabaseNewer", schema: error.schema, found: error.found, known: error.known }], lang)
    case "SchemaNameRefused":
      return Options.refusal([{ _tag: "OptionMiswritten", option: "--schema", found: error.schema, example: "timbang_2026" }], lang)
    case "ConnectionLost":
      return Options.refusal([{ _tag: "DatabaseUnreachable", variable, because: error.because }], lang)
    case "SqlError":
      return Options.refusal([{ _tag: "DatabaseUnreachable", variable, because: error.reason._tag }], lang)
  }
}
