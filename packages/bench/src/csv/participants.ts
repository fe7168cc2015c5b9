/** A made-up CSV file of participants, the same for the same size. */
import { Seeded } from "@timbang/core/number"

/** Participants of 40 to a formation, with every column that a CPNS round needs, in an order that is not that of their numbers. */
export const participants = (size: number): Buffer => {
  const generator = Seeded.make(7)
  const below = (limit: number) => Seeded.below(generator, limit)
  const two = (number: number) => String(number).padStart(2, "0")
  const formations = Math.max(1, Math.floor(size / 40))
  const parts: Array<Buffer> = []
  let text = "participant,formation,twk,tiu,tkp,skb,gpa,birthDate\n"
  for (let i = 0; i < size; i++) {
    const number = 10_000_000_000 + i * 7919 % 1_000_003 * 17
    const scores = `${below(31) * 5},${below(36) * 5},${below(180) + 46},${(below(100_001) / 1000).toFixed(3)},${(2 + below(201) / 100).toFixed(2)}`
    const born = `${1985 + below(18)}-${two(1 + below(12))}-${two(1 + below(28))}`
    text += `2455${number},F${String(below(formations)).padStart(6, "0")},${scores},${born}\n`
    if (text.length > 1_000_000) {
      parts.push(Buffer.from(text))
      text = ""
    }
  }
  return Buffer.concat([...parts, Buffer.from(text)])
}
