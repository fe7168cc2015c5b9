/**
 * Whom rate limits are counted for. It is kept in memory for a while, and nowhere else.
 *
 * @since 0.1.0
 */
import { isIP } from "node:net"

/**
 * The address that the own proxy wrote, else that of the connection. Of a list the last one counts: it is what the nearest proxy saw, and those
 * before it are the sender's to make up. An IPv6 address counts by its first 64 bits, which belong to one customer.
 */
export const of = (written: string | null | undefined, connection: string): string => {
  const last = written?.split(",").at(-1)?.trim() ?? ""
  const address = isIP(last) === 0 ? connection : last
  return isIP(address) === 6 ? networkOf(address) : address
}

const networkOf = (address: string): string => {
  const plain = address.replace(/%.*$/, "").toLowerCase()
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)
  if (mapped !== null) return mapped[1]!
  const [head = "", tail] = plain.split("::")
  const groups = (text: string) => (text === "" ? [] : text.split(":"))
  const before = groups(head)
  const after = groups(tail ?? "").length + (plain.includes(".") ? 1 : 0)
  const all = tail === undefined ? before : [...before, ...Array.from({ length: Math.max(0, 8 - before.length - after) }, () => "0"), ...groups(tail)]
  return `${all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`
}
