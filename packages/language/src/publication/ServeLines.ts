/**
 * What `timbang serve` says before it serves.
 *
 * @since 0.1.0
 */
import type { Language } from "../Sentences.ts"

// --- models ---

/**
 * The sentences of `timbang serve` in one language.
 *
 * @category models
 * @since 0.1.0
 */
export interface ServeLines {
  readonly pageNotBuilt: string
  readonly base: (found: string) => string
  readonly announced: (found: string) => string
  readonly feedMissing: (file: string) => string
}

// --- sentences ---

/**
 * The sentences by language.
 *
 * **Example** (A day that is none)
 *
 * ```ts
 * import { ServeLines } from "@timbang/language/publication"
 * ServeLines.lines.en.announced("final=soon") // => "--announced final=soon: write STAGE=YYYY-MM-DD, such as final=2026-12-01"
 * ```
 *
 * @category sentences
 * @since 0.1.0
 */
export const lines: Readonly<Record<Language, ServeLines>> = {
  id: {
    pageNotBuilt: "Halaman pemeriksa luring belum dibangun, /periksa/luring tidak tersedia; jalankan npm run build, atau --verifier BERKAS",
    base: (found) => `--base ${found}: tulis jalur seperti /cpns`,
    announced: (found) => `--announced ${found}: tulis TAHAP=YYYY-MM-DD, mis. final=2026-12-01`,
    feedMissing: (file) => `${file}: tidak ditemukan; buat berkas kosong bila nilai belum ada`
  },
  en: {
    pageNotBuilt: "the offline verifier page is not built, /periksa/luring is not served; run npm run build, or name --verifier FILE",
    base: (found) => `--base ${found}: write a path such as /cpns`,
    announced: (found) => `--announced ${found}: write STAGE=YYYY-MM-DD, such as final=2026-12-01`,
    feedMissing: (file) => `${file}: not found; make an empty file while there are no scores`
  }
}
