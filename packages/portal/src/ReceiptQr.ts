/**
 * The QR code of a receipt, as modules or as an SVG picture for print.
 *
 * @since 0.1.0
 */
import QrCode from "qrcode"

// --- models ---

/**
 * A QR code without its quiet zone.
 *
 * @category models
 * @since 0.1.0
 */
export interface Modules {
  /** Version of the code. Range: 1 to 40; a receipt takes at most 25. */
  readonly version: number
  /** Modules a side. */
  readonly size: number
  /** Row by row, 1 is dark. */
  readonly dark: Uint8Array
}

// --- operations ---

/**
 * The modules of a receipt's address, at the lowest error correction: the address holds all it can.
 *
 * **Example** (A short address)
 *
 * ```ts
 * import { ReceiptQr } from "@timbang/portal"
 * ReceiptQr.modules("https://cpns.kota.example/periksa#123456").version // => 3
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const modules = (link: string): Modules => {
  const at = link.lastIndexOf("#") + 1
  const [address, digits] = [link.slice(0, at), link.slice(at)]
  const code = QrCode.create(
    [{ data: new TextEncoder().encode(address), mode: "byte" }, { data: digits, mode: "numeric" }].filter(({ data }) =>
      data.length > 0
    ) as Array<QrCode.QRCodeSegment>,
    { errorCorrectionLevel: "L" }
  )
  return { version: code.version, size: code.modules.size, dark: Uint8Array.from(code.modules.data, Number) }
}

/**
 * The code as SVG with its quiet zone of four modules, without fixed size: print it 60 mm wide or more.
 *
 * **Example** (It scales)
 *
 * ```ts
 * import { ReceiptQr } from "@timbang/portal"
 * ReceiptQr.svg("https://cpns.kota.example/periksa#123456").startsWith("<svg ") // => true
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const svg = (link: string): string => {
  const { path, side } = outline(link)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" role="img">` +
    `<rect width="${side}" height="${side}" fill="#fff"/><path d="${path}"/></svg>`
}

/**
 * The dark modules as one SVG path, and the side of the code with its quiet zone. Unit: modules.
 *
 * **Example** (Twenty-nine modules and the quiet zone)
 *
 * ```ts
 * import { ReceiptQr } from "@timbang/portal"
 * ReceiptQr.outline("https://cpns.kota.example/periksa#123456").side // => 37
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const outline = (link: string): { readonly path: string; readonly side: number } => {
  const { dark, size } = modules(link)
  let path = ""
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let end = x
      while (end < size && dark[y * size + end] === 1) end++
      if (end > x) path += `M${x + quiet} ${y + quiet}h${end - x}v1H${x + quiet}z`
      x = end
    }
  }
  return { path, side: size + 2 * quiet }
}

const quiet = 4
