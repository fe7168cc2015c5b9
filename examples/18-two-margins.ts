/**
 * Posts shared two ways at once, over units and job families; and what the proof says when both margins cannot hold. All
 * figures are made up.
 *
 * Run: node examples/18-two-margins.ts
 */
import { TwoWay } from "@timbang/core/formation"
import { Result } from "effect"

const cells = [
  { unit: "Puskesmas Utara", family: "kesehatan", claim: 310 },
  { unit: "Puskesmas Selatan", family: "kesehatan", claim: 140 },
  { unit: "SDN 1", family: "guru", claim: 260 },
  { unit: "Kecamatan Timur", family: "kesehatan", claim: 20 },
  { unit: "Kecamatan Timur", family: "guru", claim: 35 },
  { unit: "Kecamatan Timur", family: "administrasi", claim: 90 }
]
const units = { "Puskesmas Utara": 6, "Puskesmas Selatan": 3, "SDN 1": 5, "Kecamatan Timur": 4 }

const show = (families: Readonly<Record<string, number>>) => {
  console.log(
    Object.entries(families)
      .map(([family, seats]) => `${family} ${seats}`)
      .join(", ")
  )
  const outcome = TwoWay.share(cells, { units, families }, "sainte-lague")
  if (Result.isFailure(outcome)) return console.log(`  ${outcome.failure._tag}: ${outcome.failure.message}`)
  if (outcome.success._tag === "Shared") {
    for (const { family, seats, unit } of outcome.success.cells) console.log(`  ${unit}, ${family}: ${seats}`)
  } else {
    console.log(
      `  a draw is needed among ${outcome.success.open.map(({ family, unit }) => `${unit} x ${family}`).join(", ")}`
    )
  }
}

show({ kesehatan: 10, guru: 6, administrasi: 2 })
show({ kesehatan: 8, guru: 6, administrasi: 4 })
