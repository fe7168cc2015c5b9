/**
 * The command as a value, for a host that adds commands of its own.
 *
 * @since 0.1.0
 */
export { timbang } from "./Timbang.ts"
