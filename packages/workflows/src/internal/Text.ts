/**
 * What a text must be so that every store keeps it character by character.
 */

/** 1 to 200 characters without control characters and lone surrogates. */
export const isName = (text: unknown): text is string => typeof text === "string" && /^[^\p{Cc}\p{Cs}]{1,200}$/u.test(text)

/** No NUL and no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !/\p{Surrogate}|\0/u.test(text)

/** Length in UTF-8. */
export const utf8Bytes = (text: string): number => {
  let bytes = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    // Each half of a surrogate pair counts two of the four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit <= 0xdfff ? 2 : 3
  }
  return bytes
}

/** Whether something in it is built like an identity number. */
export const holdsIdentityNumber = (text: string): boolean => /\d{16}/.test(text.replace(/[\s.-]/g, ""))
