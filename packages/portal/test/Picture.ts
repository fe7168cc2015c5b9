import type { ReceiptQr } from "@timbang/portal"
import { deflateSync } from "node:zlib"

export interface Picture {
  readonly width: number
  readonly height: number
  /** Red, green, blue, alpha of each pixel. */
  readonly data: Uint8ClampedArray
}

export interface Shot {
  /** Side of the code without its quiet zone. Unit: pixels. */
  readonly side: number
  /** Unit: degrees. */
  readonly turned: number
  /** Standard deviation of the blur. Unit: pixels. */
  readonly blur: number
  /** How much smaller the far edge is than the near one, as when the phone is not held flat. Range: 0 to 1. */
  readonly tilt?: number
  /** Largest deviation of a pixel's brightness. Unit: levels of 256. */
  readonly noise: number
}

const [width, height] = [1280, 720]

/** A 720p picture of a code lying on a grey table, out of focus, noisy, unevenly lit; the same on every run. */
export const photograph = ({ dark, size }: ReceiptQr.Modules, { blur, noise, side, tilt = 0, turned }: Shot): Picture => {
  const sharp = new Float64Array(width * height)
  const [cos, sin] = [Math.cos(turned * Math.PI / 180), Math.sin(turned * Math.PI / 180)]
  const samples = [0.25, 0.75]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let light = 0
      for (const dy of samples) {
        for (const dx of samples) {
          const [left, top] = [x + dx - width / 2, y + dy - height / 2]
          // Lines that meet above the picture: the plane of the paper leans back.
          const depth = 1 - tilt * top / side
          const [u, v] = [left * depth, top * depth]
          const column = Math.floor((u * cos + v * sin) / side * size + size / 2)
          const row = Math.floor((v * cos - u * sin) / side * size + size / 2)
          const isPaper = column >= -4 && row >= -4 && column < size + 4 && row < size + 4
          const isDark = column >= 0 && row >= 0 && column < size && row < size && dark[row * size + column] === 1
          light += (isDark ? 40 : isPaper ? 235 : 150) / 4
        }
      }
      sharp[y * width + x] = light * (1 - 0.25 * x / width)
    }
  }
  const soft = smooth(smooth(sharp, blur, 1, width, height), blur, width, height, width)
  const random = generator(7)
  const data = new Uint8ClampedArray(width * height * 4)
  for (let i = 0; i < soft.length; i++) {
    data.fill(soft[i]! + (random() - 0.5) * 2 * noise, 4 * i, 4 * i + 3).fill(255, 4 * i + 3, 4 * i + 4)
  }
  return { width, height, data }
}

/** A PNG file of the picture. */
export const png = ({ data, height, width }: Picture): Buffer => {
  const rows = Buffer.alloc((width * 4 + 1) * height)
  for (let y = 0; y < height; y++) {
    Buffer.from(data.buffer, y * width * 4, width * 4).copy(rows, y * (width * 4 + 1) + 1)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 1 })),
    chunk("IEND", Buffer.alloc(0))
  ])
}

const smooth = (from: Float64Array, blur: number, step: number, length: number, lines: number): Float64Array => {
  const reach = Math.ceil(3 * blur)
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * blur * blur)))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const to = new Float64Array(from.length)
  for (let line = 0; line < lines; line++) {
    const start = line * (step === 1 ? length : 1)
    for (let i = 0; i < length; i++) {
      let sum = 0
      for (let k = -reach; k <= reach; k++) {
        sum += weights[k + reach]! * from[start + Math.min(length - 1, Math.max(0, i + k)) * step]!
      }
      to[start + i * step] = sum / total
    }
  }
  return to
}

const generator = (seed: number) => (): number => {
  seed = seed * 48_271 % 2_147_483_647
  return seed / 2_147_483_647
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data])
  const ends = Buffer.alloc(4)
  ends.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc(body))
  return Buffer.concat([ends, body, check])
}

const crc = (bytes: Buffer): number => {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let i = 0; i < 8; i++) value = value & 1 ? value >>> 1 ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}
