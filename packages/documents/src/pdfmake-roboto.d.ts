declare module "pdfmake/build/fonts/Roboto.js" {
  const container: {
    readonly vfs: Readonly<Record<string, { readonly data: string; readonly encoding: "base64" }>>
    readonly fonts: Readonly<Record<"Roboto", Record<"normal" | "bold" | "italics" | "bolditalics", string>>>
  }
  export default container
}
