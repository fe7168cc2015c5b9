/**
 * Regions under the codes of BPS, Kemendagri and BKN. The schemes look alike and are not: in Jambi two pairs of regencies
 * carry each other's number, so codes are never matched by their digits.
 *
 * @since 0.1.0
 */
import { regions } from "./jambi.ts"

// --- models ---

/**
 * A scheme of codes.
 *
 * - `bps`: four digits, as in every table of BPS. The identifier that Timbang uses.
 * - `kemendagri`: two digits, or two and two with a point, as in a Kepmendagri and on maps.
 * - `bkn`: the code of the agency in the systems of BKN (`cepatKode`).
 *
 * @category models
 * @since 0.1.0
 */
export type Scheme = "bps" | "kemendagri" | "bkn"

/**
 * One region.
 *
 * @category models
 * @since 0.1.0
 */
export interface Region {
  readonly bps: string
  readonly kemendagri: string
  readonly bkn: string
  readonly name: string
  readonly kind: "province" | "regency" | "city"
  /** Spellings met in files. */
  readonly aliases: ReadonlyArray<string>
}

// --- operations ---

/**
 * The regions known here: the province of Jambi with its eleven regencies and cities.
 *
 * **Details**
 *
 * Source: crosswalk of sig.bps.go.id of 22 May 2022; BKN agency codes by github ilmimris/sscasn-mirror 0e3fc17 (CC0-1.0).
 * A host with other regions passes a list of its own to {@link find} and {@link named}.
 *
 * **Example** (How many)
 *
 * ```ts
 * import { RegionCode } from "@timbang/source-bps"
 * RegionCode.jambi.length // => 12
 * ```
 *
 * @category data
 * @since 0.1.0
 */
export const jambi: ReadonlyArray<Region> = regions

/**
 * The region of a code; points in the code do not matter.
 *
 * **Example** (The same number in two schemes)
 *
 * ```ts
 * import { RegionCode } from "@timbang/source-bps"
 * RegionCode.find("1506", "bps")?.name // => "Tanjung Jabung Timur"
 * RegionCode.find("15.06", "kemendagri")?.name // => "Tanjung Jabung Barat"
 * RegionCode.find("9999", "bps") // => undefined
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const find = (code: string, scheme: Scheme, among: ReadonlyArray<Region> = jambi): Region | undefined =>
  among.find((region) => digits(region[scheme]) === digits(code))

/**
 * The region of a name, under any of its spellings; undefined when the name says nothing or fits several.
 *
 * **Example** (The province and the city)
 *
 * ```ts
 * import { RegionCode } from "@timbang/source-bps"
 * RegionCode.named("KAB.  KERINCI")?.bps // => "1501"
 * RegionCode.named("Kab. Batanghari")?.bps // => "1504"
 * RegionCode.named("Kota Jambi")?.bps // => "1571"
 * RegionCode.named("Jambi") // => undefined
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const named = (name: string, among: ReadonlyArray<Region> = jambi): Region | undefined => {
  const [kinds, bare] = parts(name)
  const found = among.filter((region) =>
    kinds.includes(region.kind) && [region.name, ...region.aliases].some((one) => parts(one)[1] === bare)
  )
  return found.length === 1 ? found[0] : undefined
}

const digits = (code: string): string => code.replaceAll(".", "").trim()

/** What kind of region the name speaks of, and the name without that word, in small letters without blanks. */
const parts = (name: string): readonly [ReadonlyArray<Region["kind"]>, string] => {
  const words = name.replace(/<[^>]*>/g, " ").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim().split(" ")
  const kinds = kindsOf[words[0]!]
  return [kinds ?? ["province", "regency", "city"], (kinds === undefined ? words : words.slice(1)).join("")]
}

const kindsOf: Readonly<Record<string, ReadonlyArray<Region["kind"]>>> = {
  prov: ["province"],
  provinsi: ["province"],
  kab: ["regency"],
  kabupaten: ["regency"],
  kota: ["city"]
}
