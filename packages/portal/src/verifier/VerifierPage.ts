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
  /** The page with `{{policy}}`, `{{title}}`, `{{noScript}}`, `{{style}}` and `{{script}}` where the parts go. */
  readonly shell: string
  readonly style: string
  readonly script: string
  readonly title: string
  /** What stands there when the browser runs no script. */
  readonly noScript: string
  /** SHA-256 of a text, base64. */
  readonly digest: (text: string) => string
}

// --- operations ---

/**
 * The page. Its security policy allows its own script and style by their hash, and no connection to anywhere.
 *
 * **Example** (A small page)
 *
 * ```ts
 * import { VerifierPage } from "@timbang/portal"
 * VerifierPage.assemble({ shell: "<style>{{style}}</style><script>{{script}}</script>", style: "p{}", script: "1", title: "", noScript: "", digest: () => "x" }) // => "<style>p{}</style><script>1</script>"
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const assemble = ({ digest, noScript, script, shell, style, title }: Parts): string => {
  const [safeScript, safeStyle] = [script.trim().replace(/<\/(script)/gi, "<\\/$1"), style.trim()]
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${digest(safeScript)}'`,
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
    .replace("{{script}}", () => safeScript)
}
