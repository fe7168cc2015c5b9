/** Codes of Jambi: BPS, Kemendagri, BKN. Tanjung Jabung Timur and Barat, Tebo and Bungo stand the other way round. */
import type { Region } from "./RegionCode.ts"

const region = (
  kind: Region["kind"],
  bps: string,
  kemendagri: string,
  bkn: string,
  name: string,
  ...aliases: ReadonlyArray<string>
): Region => ({ kind, bps, kemendagri, bkn, name, aliases })

export const regions: ReadonlyArray<Region> = [
  region("province", "1500", "15", "5500", "Provinsi Jambi"),
  region("regency", "1501", "15.01", "5505", "Kerinci"),
  region("regency", "1502", "15.02", "5504", "Merangin"),
  region("regency", "1503", "15.03", "5506", "Sarolangun"),
  region("regency", "1504", "15.04", "5501", "Batang Hari", "Batanghari"),
  region("regency", "1505", "15.05", "5508", "Muaro Jambi", "Muara Jambi"),
  region("regency", "1506", "15.07", "5509", "Tanjung Jabung Timur", "Tanjab Timur"),
  region("regency", "1507", "15.06", "5502", "Tanjung Jabung Barat", "Tanjab Barat"),
  region("regency", "1508", "15.09", "5507", "Tebo"),
  region("regency", "1509", "15.08", "5503", "Bungo"),
  region("city", "1571", "15.71", "5571", "Kota Jambi"),
  region("city", "1572", "15.72", "5572", "Kota Sungai Penuh")
]
