/**
 * The hash, the signature check and the canonical JSON that `@timbang/core/publication` takes as arguments.
 *
 * @since 0.1.0
 */
export * as Primitives from "./Primitives.ts"
export * as SecretKey from "./SecretKey.ts"
