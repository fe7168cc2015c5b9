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
  /** The live scores stopped, for a reason in words. */
  readonly feedFault: (file: string, because: string) => string
  /** Why nobody listens at an address, by the code of the system; `other` gets its own words. */
  readonly cannotListen: Readonly<Record<"EADDRINUSE" | "EACCES" | "EADDRNOTAVAIL" | "ENOTFOUND", string>>
  readonly cannotListenOther: (words: string) => string,
  /** The command serves neither a log nor the API. */
  readonly nothingToServe: string
  readonly tokenMissing: string
  readonly tokenRefused: (from: string, least: number) => string
  /** Others than its owner can read the file of the token. */
  readonly tokenOpen: (file: string) => string
  /** The API can be reached from other computers, in plain HTTP. */
  readonly apiOpen: (host: string) => string
  /** Another program has the folder of the embedded database open. */
  readonly storageTaken: (folder: string) => string
  /** The file of what the portal takes in is not as it should be. */
  readonly formsRefused: (file: string, because: string) => string
  readonly formsNoJson: string
  readonly tracesTo: (address: string) => string
  readonly tracesRefused: (from: string) => string
}

/** Words of the adapter for what is wrong with a file of live scores. */
const feedId = (because: string): string =>
  feedWords.reduce((text, [found, said]) => text.replace(found, said), because)

const feedWords: ReadonlyArray<readonly [RegExp, string]> = [
  [/^the line that ends at byte (\d+):/, "baris yang berakhir pada bita $1:"],
  [/it is not JSON$/, "bukan JSON"],
  [/it is no object in \{ \}$/, "bukan objek { }"],
  [/it became shorter than what was read; scores are only appended$/, "berkas menjadi lebih pendek daripada yang sudah dibaca, padahal nilai hanya ditambahkan"],
  [/has to be a text, or "closed" true$/, "harus berupa teks, atau \"closed\" bernilai true"],
  [/has to be a text$/, "harus berupa teks"],
  [/has to be an object in \{ \}$/, "harus berupa objek { }"],
  [/^(.*)the score (.*) has to be a number such as (\S+) or (\S+)$/, "$1nilai $2 harus berupa angka seperti $3 atau $4"]
]

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
    feedMissing: (file) => `${file}: tidak ditemukan; buat berkas kosong bila nilai belum ada`,
    feedFault: (file, because) => `${file}: ${feedId(because)}. Nilai langsung berhenti di sana dan berlanjut sendiri sesudah berkasnya diperbaiki; yang sudah terbaca tetap tampil`,
    cannotListen: {
      EADDRINUSE: "porta sedang dipakai program lain; hentikan program itu, atau sebut --port lain (0: porta mana pun yang bebas)",
      EACCES: "porta itu tidak boleh dipakai tanpa hak khusus; sebut --port di atas 1023",
      EADDRNOTAVAIL: "komputer ini tidak punya alamat itu; sebut --host yang lain, misalnya 127.0.0.1",
      ENOTFOUND: "nama alamat itu tidak dikenal; sebut --host yang lain, misalnya 127.0.0.1"
    },
    cannotListenOther: (words) => `tidak dapat melayani di sana (${words})`,
    nothingToServe: "Sebutkan folder catatan untuk portal, atau --api untuk API",
    tokenMissing: "--api memerlukan token: tulis ke berkas, mis. openssl rand -hex 32 > token, lalu --token-file token; atau isi TIMBANG_API_TOKEN",
    tokenRefused: (from, least) => `${from}: token harus satu baris tanpa spasi, sedikitnya ${least} karakter; buat dengan openssl rand -hex 32`,
    tokenOpen: (file) => `${file} dapat dibaca akun lain di komputer ini; chmod 600 ${file}`,
    apiOpen: (host) => `API dapat dicapai dari ${host} tanpa enkripsi; pasang proksi TLS di depannya`,
    storageTaken: (folder) => `${folder}: sedang dibuka program lain; hentikan program itu, atau pakai server basis data`,
    formsNoJson: "bukan JSON yang utuh",
    formsRefused: (file, because) => `${file}: ${because}. Tulis seperti {"proposals": {"filers": {"hulu": {"village": "Hulu", "proposer": "desa"}}}, "survey": {"unit": "Dukcapil", "services": ["akta"]}}`,
    tracesTo: (address) => `Jejak dikirim ke ${address}; tanpa data pribadi`,
    tracesRefused: (from) => `${from}: tulis alamat http atau https, mis. http://127.0.0.1:4318`
  },
  en: {
    pageNotBuilt: "the offline verifier page is not built, /periksa/luring is not served; run npm run build, or name --verifier FILE",
    base: (found) => `--base ${found}: write a path such as /cpns`,
    announced: (found) => `--announced ${found}: write STAGE=YYYY-MM-DD, such as final=2026-12-01`,
    feedMissing: (file) => `${file}: not found; make an empty file while there are no scores`,
    feedFault: (file, because) => `${file}: ${because}. Live scores stop there and go on by themselves once the file is right; what was read stays on show`,
    cannotListen: {
      EADDRINUSE: "another program uses that port; stop it, or name another --port (0: any that is free)",
      EACCES: "that port takes special rights; name a --port above 1023",
      EADDRNOTAVAIL: "this computer has no such address; name another --host, such as 127.0.0.1",
      ENOTFOUND: "the name of that address is not known; name another --host, such as 127.0.0.1"
    },
    cannotListenOther: (words) => `cannot serve there (${words})`,
    nothingToServe: "name the folder of a log for the portal, or --api for the API",
    tokenMissing: "--api needs a token: write one into a file, such as openssl rand -hex 32 > token, then --token-file token; or set TIMBANG_API_TOKEN",
    tokenRefused: (from, least) => `${from}: a token is one line without blanks, of at least ${least} characters; make one with openssl rand -hex 32`,
    tokenOpen: (file) => `other accounts of this computer can read ${file}; chmod 600 ${file}`,
    apiOpen: (host) => `the API can be reached from ${host} without encryption; put a TLS proxy in front of it`,
    storageTaken: (folder) => `${folder}: another program has it open; stop that program, or use a database server`,
    formsNoJson: "not whole JSON",
    formsRefused: (file, because) => `${file}: ${because}. Write it like {"proposals": {"filers": {"hulu": {"village": "Hulu", "proposer": "desa"}}}, "survey": {"unit": "Dukcapil", "services": ["akta"]}}`,
    tracesTo: (address) => `traces are sent to ${address}; they hold no personal data`,
    tracesRefused: (from) => `${from}: write an address of http or https, such as http://127.0.0.1:4318`
  }
}
