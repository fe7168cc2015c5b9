/**
 * Headings and labels of the working paper of an audit (kertas kerja).
 *
 * @since 0.1.0
 */
import type { Language } from "../Sentences.ts"

// --- models ---

/**
 * The texts of the working paper in one language.
 *
 * @category models
 * @since 0.1.0
 */
export interface AuditWorkbookTexts {
  readonly sheets: Readonly<Record<"paper" | "summary" | "findings" | "corrections" | "checkpoints", string>>
  readonly paper: {
    readonly item: string
    readonly content: string
    readonly log: string
    readonly entries: string
    readonly root: string
    readonly words: string
    readonly trusted: string
    readonly nobody: string
    readonly standing: string
    readonly conclusion: string
    /** What an audit as a whole says: findings, or how much it could see. */
    readonly conclusions: Readonly<Record<"found" | "unsure" | "holds", string>>
    readonly attested: string
    readonly examiner: string
    readonly day: string
    readonly signature: string
  }
  readonly part: string
  readonly what: string
  readonly count: string
  readonly logged: string
  readonly notice: string
  readonly entry: string
  readonly code: string
  readonly finding: string
  readonly replaces: string
  readonly participant: string
  readonly kind: string
  readonly changes: string
  readonly objection: string
  readonly letter: string
  readonly size: string
  readonly witnesses: string
}

// --- texts ---

/**
 * The texts by language.
 *
 * **Example** (A heading)
 *
 * ```ts
 * import { AuditWorkbookTexts } from "@timbang/language/publication"
 * AuditWorkbookTexts.texts.id.sheets.paper // => "Kertas kerja"
 * ```
 *
 * @category texts
 * @since 0.1.0
 */
export const texts: Readonly<Record<Language, AuditWorkbookTexts>> = {
  id: {
    sheets: { paper: "Kertas kerja", summary: "Ringkasan", findings: "Temuan", corrections: "Koreksi", checkpoints: "Titik periksa" },
    paper: {
      item: "hal",
      content: "isi",
      log: "catatan yang diperiksa",
      entries: "banyaknya catatan",
      root: "akar",
      words: "kata titik periksa; cocokkan dengan pengumuman",
      trusted: "kunci atau kebijakan yang dipercaya",
      nobody: "tidak ada: penanda tangan tidak diperiksa",
      standing: "kedudukan hasil",
      conclusion: "kesimpulan",
      conclusions: {
        found: "ada yang tidak cocok; lihat lembar Temuan",
        unsure: "tidak ada yang tidak cocok pada yang diperiksa, tetapi tidak semuanya dapat diperiksa; lihat tanda seru pada lembar Ringkasan",
        holds: "semua yang dapat diperiksa orang luar sudah diperiksa dan cocok"
      },
      attested: "yang hanya diterima sebagaimana diumumkan",
      examiner: "pemeriksa",
      day: "hari dan tanggal",
      signature: "tanda tangan"
    },
    part: "bagian",
    what: "yang diperiksa",
    count: "jumlah",
    logged: "isi catatan",
    notice: "!",
    entry: "catatan ke-",
    code: "kode",
    finding: "temuan",
    replaces: "mengganti catatan ke-",
    participant: "peserta",
    kind: "jenis",
    changes: "perubahan",
    objection: "sanggah, catatan ke-",
    letter: "surat",
    size: "banyaknya catatan",
    witnesses: "saksi"
  },
  en: {
    sheets: { paper: "Working paper", summary: "Summary", findings: "Findings", corrections: "Corrections", checkpoints: "Checkpoints" },
    paper: {
      item: "item",
      content: "content",
      log: "log that was audited",
      entries: "number of entries",
      root: "root",
      words: "words of the checkpoint; compare them with the announcement",
      trusted: "key or policy that is trusted",
      nobody: "none: the signer was not checked",
      standing: "standing of the results",
      conclusion: "conclusion",
      conclusions: {
        found: "something does not hold; see the sheet Findings",
        unsure: "nothing that was checked fails, but not everything could be checked; see the exclamation marks on the sheet Summary",
        holds: "all that an outsider can check was checked and holds"
      },
      attested: "only accepted as published",
      examiner: "examiner",
      day: "day",
      signature: "signature"
    },
    part: "part",
    what: "what was checked",
    count: "count",
    logged: "content of the log",
    notice: "!",
    entry: "entry",
    code: "code",
    finding: "finding",
    replaces: "replaces entry",
    participant: "participant",
    kind: "kind",
    changes: "changes",
    objection: "objection, entry",
    letter: "letter",
    size: "entries",
    witnesses: "witnesses"
  }
}
