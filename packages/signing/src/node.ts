/**
 * The same primitives with the platform's own hash, for whoever hashes millions of entries in Node.
 *
 * @since 0.1.0
 */
export * as NodePrimitives from "./NodePrimitives.ts"
