/**
 * Why what was copied from an announcement cannot be trusted: a short file, because the verifier page carries it.
 *
 * @since 0.1.0
 */
import type { Trust } from "@timbang/core/publication"
import type { Language, Sentences } from "../Sentences.ts"

const id: Sentences<Trust.Problem> = {
  WordUnknown: ({ word }) => `"${word}" tidak ada pada daftar kata. Periksa ejaannya.`,
  WordsMiscounted: ({ found }) => `Terbaca ${found} kata, seharusnya delapan.`,
  WitnessKeyGiven: () => "Ini kunci saksi. Yang diperlukan kunci catatan, atau kebijakan seutuhnya.",
  NotAVerifierKey: () => "Bukan kunci pemeriksa yang utuh. Salin seluruh barisnya, misalnya nama+c74f20a3+ARpc...",
  NotAPolicy: ({ line }) => `Baris ${line} pada kebijakan tidak sesuai bentuknya.`
}

const en: Sentences<Trust.Problem> = {
  WordUnknown: ({ word }) => `"${word}" is not a word of the list. Check its spelling.`,
  WordsMiscounted: ({ found }) => `${found} words were read, there should be eight.`,
  WitnessKeyGiven: () => "This is the key of a witness. The key of the log is needed, or the whole policy.",
  NotAVerifierKey: () => "Not a whole verifier key. Copy all of its line, such as name+c74f20a3+ARpc...",
  NotAPolicy: ({ line }) => `Line ${line} of the policy does not have its form.`
}

/**
 * The sentences by language.
 *
 * **Example** (A slip in a word)
 *
 * ```ts
 * import { TrustSentences } from "@timbang/language/publication"
 * TrustSentences.problems.en.WordUnknown({ _tag: "WordUnknown", word: "radoi" }) // => '"radoi" is not a word of the list. Check its spelling.'
 * ```
 *
 * @category sentences
 * @since 0.1.0
 */
export const problems: Readonly<Record<Language, Sentences<Trust.Problem>>> = { id, en }

/**
 * What belongs in the place where something else was given.
 *
 * **Example** (Words in the place of a key)
 *
 * ```ts
 * import { TrustSentences } from "@timbang/language/publication"
 * TrustSentences.asked.en.key // => "--key: not a verifier key. Copy all of its line, such as name+c74f20a3+ARpc..."
 * ```
 *
 * @category sentences
 * @since 0.1.0
 */
export const asked: Readonly<Record<Language, Readonly<Record<"key" | "policy" | "words", string>>>> = {
  id: {
    key: "--key: bukan kunci pemeriksa. Salin seluruh barisnya, misalnya nama+c74f20a3+ARpc...",
    policy: "--policy: bukan kebijakan. Sebutkan berkas dengan baris log, witness, dan quorum.",
    words: "--words: bukan delapan kata. Salin kata-katanya dari kertas, dipisah spasi."
  },
  en: {
    key: "--key: not a verifier key. Copy all of its line, such as name+c74f20a3+ARpc...",
    policy: "--policy: not a policy. Name a file with the lines log, witness and quorum.",
    words: "--words: not eight words. Copy them from the paper, with blanks between."
  }
}
