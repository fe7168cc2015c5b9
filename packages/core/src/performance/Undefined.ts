/**
 * A quantity that has no value, and why; the concept is shared by all statistics of the library.
 *
 * @since 0.1.0
 */
export * from "../number/Undefined.ts"
