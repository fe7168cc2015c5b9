/**
 * Sentences for a command line that cannot be read: nothing was looked at yet, and nothing was written.
 *
 * @since 0.1.0
 */
import { counted } from "../Counting.ts"
import * as FileTroubles from "../input/fileTroubles.ts"
import { type Language, say, type Sentences } from "../Sentences.ts"

// --- models ---

/**
 * What is wrong with a command line.
 *
 * - `CommandUnknown`, `OptionUnknown`: not a name of `command`; `near` are those that look like it.
 * - `OptionNotGiven`, `ArgumentNotGiven`: what the command cannot do without.
 * - `ArgumentsLeft`: words that belong to nothing.
 * - `ValueNotGiven`, `ValueRefused`, `GivenOften`, `ValueNotTaken`: an option, or an argument in pointed brackets, and its value.
 * - `NoFolder`, `NoFile`, `PathMissing`, `PathBlocked`: a path where something else lies, nothing lies, or to which no way leads.
 * - `PathTrouble`: a path that the system does not follow, by its code: too long a name, links in a circle.
 * - `Refused`: refused by the command for a reason in its own words.
 *
 * @category models
 * @since 0.1.0
 */
export type InvocationFault =
  | { readonly _tag: "CommandUnknown"; readonly found: string; readonly command: string; readonly near: ReadonlyArray<string> }
  | { readonly _tag: "OptionUnknown"; readonly option: string; readonly command: string; readonly near: ReadonlyArray<string> }
  | { readonly _tag: "OptionNotGiven"; readonly option: string }
  | { readonly _tag: "ArgumentNotGiven"; readonly argument: string }
  | { readonly _tag: "ArgumentsLeft"; readonly found: ReadonlyArray<string>; readonly command: string }
  | { readonly _tag: "ValueNotGiven"; readonly option: string; readonly accepted: Accepted }
  | { readonly _tag: "ValueRefused"; readonly option: string; readonly found: string; readonly accepted: Accepted }
  | { readonly _tag: "GivenOften"; readonly option: string; readonly times: string }
  | { readonly _tag: "ValueNotTaken"; readonly option: string; readonly found: string }
  | { readonly _tag: "NoFolder"; readonly option: string; readonly path: string }
  | { readonly _tag: "NoFile"; readonly option: string; readonly path: string }
  | { readonly _tag: "PathMissing"; readonly option: string; readonly path: string }
  | { readonly _tag: "PathBlocked"; readonly option: string; readonly path: string; readonly at: string }
  | { readonly _tag: "PathTrouble"; readonly option: string; readonly path: string; readonly code: string }
  | { readonly _tag: "Refused"; readonly because: string }

/**
 * What an option takes: one of a few words, a kind of value, or numbers within bounds.
 *
 * @category models
 * @since 0.1.0
 */
export type Accepted =
  | { readonly _tag: "OneOf"; readonly words: ReadonlyArray<string> }
  | { readonly _tag: "Kind"; readonly kind: "integer" | "number" | "boolean" | "path" | "text" }
  | { readonly _tag: "Within"; readonly bounds: string }

// --- operations ---

/**
 * The sentence of one fault: what was found and what is accepted.
 *
 * **Example** (A word that an option does not know)
 *
 * ```ts
 * import { Invocations } from "@timbang/language"
 * const fault = { _tag: "ValueRefused", option: "--lang", found: "fr", accepted: { _tag: "OneOf", words: ["id", "en"] } } as const
 * Invocations.sentence(fault, "id") // => '--lang: ditemukan "fr". Yang diterima: id, en.'
 * Invocations.sentence(fault, "en") // => '--lang: found "fr". Accepted: id, en.'
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const sentence = (fault: InvocationFault, language: Language): string => say(language === "id" ? indonesian : english, fault)

const quoted = (words: ReadonlyArray<string>): string => words.map((word) => `"${word}"`).join(", ")

const orIndonesian = (near: ReadonlyArray<string>): string => near.length === 0 ? "" : ` Mungkin maksudnya ${near.join(" atau ")}?`
const orEnglish = (near: ReadonlyArray<string>): string => near.length === 0 ? "" : ` Did you mean ${near.join(" or ")}?`

const kindsIndonesian = { integer: "bilangan bulat", number: "angka dengan titik desimal", boolean: "true, false", path: "nama berkas atau folder", text: "teks" }
const kindsEnglish = { integer: "a whole number", number: "a number with a decimal point", boolean: "true, false", path: "a file or folder", text: "text" }

const acceptedIndonesian: Sentences<Accepted> = { OneOf: ({ words }) => words.join(", "), Kind: ({ kind }) => kindsIndonesian[kind], Within: ({ bounds }) => bounds }
const acceptedEnglish: Sentences<Accepted> = { ...acceptedIndonesian, Kind: ({ kind }) => kindsEnglish[kind] }

const indonesian: Sentences<InvocationFault> = {
  CommandUnknown: ({ command, found, near }) => `${command}: tidak ada perintah "${found}".${orIndonesian(near)}`,
  OptionUnknown: ({ command, near, option }) => `${option}: bukan opsi ${command}.${orIndonesian(near)}`,
  OptionNotGiven: ({ option }) => `${option}: harus diberikan.`,
  ArgumentNotGiven: ({ argument }) => `${argument}: harus diberikan.`,
  ArgumentsLeft: ({ command, found }) => `${command}: ditemukan ${quoted(found)}, yang bukan bagian perintah ini. Nilai opsi ditulis setelah namanya.`,
  ValueNotGiven: ({ accepted, option }) => `${option}: nilainya belum ditulis. Yang diterima: ${say(acceptedIndonesian, accepted)}.`,
  ValueRefused: ({ accepted, found, option }) => `${option}: ditemukan "${found}". Yang diterima: ${say(acceptedIndonesian, accepted)}.`,
  GivenOften: ({ option, times }) => `${option}: ditemukan ${times} kali. Berikan satu kali.`,
  ValueNotTaken: ({ found, option }) => `${option}: ditemukan "${found}". Tulis opsi ini tanpa nilai.`,
  NoFolder: ({ option, path }) => `${option}: "${path}" bukan folder. Sebutkan sebuah folder.`,
  NoFile: ({ option, path }) => `${option}: "${path}" bukan berkas. Sebutkan sebuah berkas.`,
  PathMissing: ({ option, path }) => `${option}: "${path}" tidak ada. Periksa namanya.`,
  PathBlocked: ({ at, option, path }) => `${option}: "${path}" tidak dapat dicapai, karena "${at}" bukan folder yang boleh dibuka. Sebutkan tempat lain.`,
  PathTrouble: ({ code, option, path }) => `${option}: "${path}": ${FileTroubles.sentence({ code }, "id")}.`,
  Refused: ({ because }) => because
}

const english: Sentences<InvocationFault> = {
  CommandUnknown: ({ command, found, near }) => `${command}: there is no command "${found}".${orEnglish(near)}`,
  OptionUnknown: ({ command, near, option }) => `${option}: not an option of ${command}.${orEnglish(near)}`,
  OptionNotGiven: ({ option }) => `${option}: must be given.`,
  ArgumentNotGiven: ({ argument }) => `${argument}: must be given.`,
  ArgumentsLeft: ({ command, found }) => `${command}: found ${quoted(found)}, which is no part of this command. The value of an option follows its name.`,
  ValueNotGiven: ({ accepted, option }) => `${option}: has no value. Accepted: ${say(acceptedEnglish, accepted)}.`,
  ValueRefused: ({ accepted, found, option }) => `${option}: found "${found}". Accepted: ${say(acceptedEnglish, accepted)}.`,
  GivenOften: ({ option, times }) => `${option}: found ${counted(times, "time")}. Give it once.`,
  ValueNotTaken: ({ found, option }) => `${option}: found "${found}". Write this option without a value.`,
  NoFolder: ({ option, path }) => `${option}: "${path}" is not a folder. Name a folder.`,
  NoFile: ({ option, path }) => `${option}: "${path}" is not a file. Name a file.`,
  PathMissing: ({ option, path }) => `${option}: "${path}" is not there. Check its name.`,
  PathBlocked: ({ at, option, path }) => `${option}: "${path}" cannot be reached, for "${at}" is not a folder that may be opened. Name another place.`,
  PathTrouble: ({ code, option, path }) => `${option}: "${path}": ${FileTroubles.sentence({ code }, "en")}.`,
  Refused: ({ because }) => because
}
