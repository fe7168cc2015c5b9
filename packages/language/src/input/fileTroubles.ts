/**
 * What the file system says no with, in words: the system's own codes tell a person neither what happened nor what to do.
 *
 * @since 0.1.0
 */
import type { Language } from "../Sentences.ts"

type Code =
  | "ENOENT"
  | "ENOTDIR"
  | "EISDIR"
  | "EACCES"
  | "EPERM"
  | "EROFS"
  | "ENOSPC"
  | "EDQUOT"
  | "EFBIG"
  | "EEXIST"
  | "ENOTEMPTY"
  | "ENAMETOOLONG"
  | "ELOOP"
  | "EIO"
  | "EBUSY"
  | "ETXTBSY"
  | "EMFILE"
  | "ENFILE"
  | "EXDEV"

const id: Readonly<Record<Code, string>> = {
  ENOENT: "berkas atau folder tidak ada; periksa namanya",
  ENOTDIR: "sebagian alamatnya berkas, bukan folder",
  EISDIR: "ini folder, padahal perlu berkas",
  EACCES: "tidak boleh dibuka; mintalah hak akses atau pilih tempat lain",
  EPERM: "tidak boleh dibuka; mintalah hak akses atau pilih tempat lain",
  EROFS: "tempat ini hanya dapat dibaca; pilih tempat lain",
  ENOSPC: "cakram penuh",
  EDQUOT: "jatah ruang Anda pada cakram habis; kosongkan sebagian atau pilih tempat lain",
  EFBIG: "berkas lebih besar daripada yang diterima cakram ini; pilih tempat lain",
  EEXIST: "sudah ada berkas bernama itu; pilih nama lain",
  ENOTEMPTY: "folder ini sudah berisi; pilih nama lain",
  ENAMETOOLONG: "namanya terlalu panjang; pilih nama yang lebih pendek",
  ELOOP: "tautan di jalurnya berputar kembali kepada dirinya; sebutkan berkasnya sendiri",
  EIO: "cakram atau jaringan gagal membacanya atau menulisnya; salin ke tempat lain dan ulangi",
  EBUSY: "sedang dipakai program lain; tutup program itu dan ulangi",
  ETXTBSY: "sedang dipakai program lain; tutup program itu dan ulangi",
  EMFILE: "terlalu banyak berkas terbuka; tutup program lain dan ulangi",
  ENFILE: "terlalu banyak berkas terbuka; tutup program lain dan ulangi",
  EXDEV: "tidak dapat dipindahkan ke cakram lain; pilih tempat pada cakram yang sama"
}

const en: Readonly<Record<Code, string>> = {
  ENOENT: "there is no such file or folder; check the name",
  ENOTDIR: "a part of the path is a file, not a folder",
  EISDIR: "a folder, where a file is needed",
  EACCES: "it may not be opened; ask for access or choose another place",
  EPERM: "it may not be opened; ask for access or choose another place",
  EROFS: "the place can only be read; choose another one",
  ENOSPC: "the disk is full",
  EDQUOT: "your share of the disk is used up; free some of it or choose another place",
  EFBIG: "the file is larger than this disk takes; choose another place",
  EEXIST: "there is a file of that name already; choose another",
  ENOTEMPTY: "the folder holds something already; choose another name",
  ENAMETOOLONG: "the name is too long; choose a shorter one",
  ELOOP: "links on its path lead back to themselves; name the file itself",
  EIO: "the disk or the network failed to read or write it; copy it to another place and try again",
  EBUSY: "another program is using it; close that program and try again",
  ETXTBSY: "another program is using it; close that program and try again",
  EMFILE: "too many files are open; close other programs and try again",
  ENFILE: "too many files are open; close other programs and try again",
  EXDEV: "it cannot be moved to another disk; choose a place on the same one"
}

const sentences = { id, en }

const other: Readonly<Record<Language, (code: string) => string>> = {
  id: (code) => `sistem menolaknya (${code}); pilih tempat lain, atau tanyakan pengelola komputer ini`,
  en: (code) => `the system refused it (${code}); choose another place, or ask whoever runs this computer`
}

/**
 * What happened to a file, from the error of the system; nothing of an error that is none of the system's.
 *
 * **Example** (A closed folder)
 *
 * ```ts
 * import { FileTroubles } from "@timbang/language"
 * const closed = Object.assign(new Error("EACCES: permission denied, open '/root/x'"), { code: "EACCES", syscall: "open" })
 * FileTroubles.sentence(closed, "id") // => "tidak boleh dibuka; mintalah hak akses atau pilih tempat lain"
 * FileTroubles.sentence(new Error("no such column"), "id") // => undefined
 * ```
 *
 * @category sentences
 * @since 0.1.0
 */
export const sentence = (error: unknown, language: Language): string | undefined => {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined
  if (typeof code !== "string" || !/^E[A-Z0-9_]+$/.test(code)) return undefined
  return Object.hasOwn(sentences[language], code) ? sentences[language][code as Code] : other[language](code)
}
