/**
 * Keyed hashes by the platform's crypto.
 */

/** HMAC-SHA-256 of a text, 64 hexadecimal digits. */
export const hex = async (key: Uint8Array, text: string): Promise<string> => {
  const imported = await crypto.subtle.importKey("raw", key.slice(), { name: "HMAC", hash: "SHA-256" }, false, ["sign"])
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", imported, new TextEncoder().encode(text)))
  return Array.from(mac, (byte) => byte.toString(16).padStart(2, "0")).join("")
}
