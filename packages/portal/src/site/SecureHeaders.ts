/** The headers of every answer. */

/** Pages. */
export const htmlType = "text/html; charset=utf-8"

/** Every answer: no script but our own file, no outside part, no cookie, no trace in other sites. */
export const secured = (response: Response, path: string, verifierPage: string | undefined): Response => {
  const headers = new Headers(response.headers)
  headers.delete("set-cookie")
  headers.delete("x-fault")
  headers.set("content-security-policy", path === "/periksa/luring" && verifierPage !== undefined
    ? policyIn(verifierPage)
    : "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
  headers.set("x-content-type-options", "nosniff")
  headers.set("referrer-policy", "no-referrer")
  headers.set("cross-origin-opener-policy", "same-origin")
  headers.set("permissions-policy", "camera=(), geolocation=(), microphone=()")
  if (path.endsWith(".css") || path.endsWith(".js")) headers.set("cache-control", "public, max-age=300")
  else if (headers.get("content-type") === htmlType && response.status === 200) headers.set("cache-control", "no-cache")
  if (path === "/periksa" || path === "/penjelasan" || path === "/sanggah" || path === "/syarat" || path === "/survei" || path === "/daftar" || path === "/daftar/tanda-terima" || path.startsWith("/lembar-nilai") || path.startsWith("/verifikasi")) headers.set("cache-control", "no-store")
  return new Response(response.body, { status: response.status, headers })
}

/** The verifier page carries its own policy, with the hashes of its script and style. */
const policyIn = (page: string): string =>
  `${/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "default-src 'none'"}; frame-ancestors 'none'`
