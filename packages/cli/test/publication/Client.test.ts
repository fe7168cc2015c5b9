import { describe, expect, it } from "vitest"
import * as Client from "../../src/publication/Client.ts"

describe("Client.of", () => {
  it.each([
    ["no proxy", undefined, "192.0.2.7", "192.0.2.7"],
    ["what the own proxy wrote", "198.51.100.4", "127.0.0.1", "198.51.100.4"],
    ["of a list the last one, those before it being made up", "203.0.113.9, 198.51.100.4", "127.0.0.1", "198.51.100.4"],
    ["what is no address", "unknown", "127.0.0.1", "127.0.0.1"],
    ["an address of IPv4 on a socket of IPv6", undefined, "::ffff:192.0.2.7", "192.0.2.7"],
    ["one customer by the network", undefined, "2001:db8:0:7::1", "2001:db8:0:7::/64"],
    ["the same customer", "2001:0DB8:0000:0007:1:2:3:4", "127.0.0.1", "2001:db8:0:7::/64"],
    ["this computer", undefined, "::1", "0:0:0:0::/64"]
  ])("%s", (_, written, connection, client) => {
    expect(Client.of(written, connection)).toBe(client)
  })
})
