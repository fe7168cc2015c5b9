/**
 * A file that is read: a path, or bytes at hand under a name.
 *
 * @since 0.1.0
 */
import type { Table } from "@timbang/source-files"

/** The name that faults give it. */
export const nameOf = (input: Table.Input): string => typeof input === "string" ? input : input.file
