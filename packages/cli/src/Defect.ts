/**
 * What is printed of a fault of the program while it serves others.
 *
 * @since 0.1.0
 */

/** Kind and place of a fault; its message may quote what was sent. */
export const lines = (error: unknown): ReadonlyArray<string> =>
  error instanceof Error ? [error.name, ...(error.stack ?? "").split("\n").filter((line) => line.startsWith("    at ")).slice(0, 5)] : [typeof error]
