/** The one part of the library that is used; its published types are made for other versions of the compiler. */
declare module "fontkit" {
  export const create: (font: Uint8Array) => { readonly hasGlyphForCodePoint: (codePoint: number) => boolean }
}
