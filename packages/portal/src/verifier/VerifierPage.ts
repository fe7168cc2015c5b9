/**
 * Puts the verifier together as one HTML file without any outside part.
 *
 * @since 0.1.0
 */

// --- models ---

/**
 * The parts of the page.
 *
 * @category models
 * @since 0.1.0
 */
export interface Parts {
  /** The page with `{{policy}}`, `{{title}}`, `{{noScript}}`, `{{style}}`, `{{packed}}` and `{{boot}}` where the parts go. */
  readonly shell: string
  readonly style: string
  readonly script: string
  /** The small script that unpacks the other and puts it in. */
  readonly boot: string
  readonly title: string
  /** What stands there when the browser runs no script. */
  readonly noScript: string
  /** SHA-256 of a text, base64. */
  readonly digest: (text: string) => string
  /** DEFLATE (RFC 1951) of the script, base64. */
  readonly packed: string
}

// --- operations ---

/**
 * The page. Its security policy allows its own two scripts and its style by their hash, and no connection to anywhere.
 *
 * **Example** (A small page)
 *
 * ```ts
 * import { VerifierPage } from "@timbang/portal"
 * const parts = { style: "p{}", script: "1", boot: "2", title: "", noScript: "", digest: () => "x", packed: "y" }
 * VerifierPage.assemble({ ...parts, shell: "<style>{{style}}</style>{{packed}}<script>{{boot}}</script>" }) // => "<style>p{}</style>y<script>2</script>"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const assemble = ({ boot, digest, noScript, packed, script, shell, style, title }: Parts): string => {
  const [safeBoot, safeStyle] = [boot.trim().replace(/<\/(script)/gi, "<\\/$1"), style.trim()]
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${digest(safeBoot)}' 'sha256-${digest(script)}'`,
    `style-src 'sha256-${digest(safeStyle)}'`,
    "img-src blob: data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ")
  return shell
    .replace(/{{title}}/g, () => title)
    .replace("{{noScript}}", () => noScript)
    .replace("{{policy}}", () => policy)
    .replace("{{style}}", () => safeStyle)
    .replace("{{packed}}", () => packed)
    .replace("{{boot}}", () => safeBoot)
}
