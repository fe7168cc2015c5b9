import { RegionCode } from "@timbang/source-bps"
import { describe, expect, it } from "vitest"

describe("RegionCode", () => {
  it("the two pairs whose numbers are exchanged between BPS and Kemendagri keep their names", () => {
    for (const [bps, kemendagri, name] of [
      ["1506", "15.07", "Tanjung Jabung Timur"],
      ["1507", "15.06", "Tanjung Jabung Barat"],
      ["1508", "15.09", "Tebo"],
      ["1509", "15.08", "Bungo"]
    ] as const) {
      expect(RegionCode.find(bps, "bps")?.name).toBe(name)
      expect(RegionCode.find(kemendagri, "kemendagri")?.name).toBe(name)
      expect(RegionCode.find(kemendagri.replace(".", ""), "kemendagri")?.bps).toBe(bps)
    }
  })

  it("a join by digits would exchange exactly these four", () => {
    const exchanged = RegionCode.jambi.filter(({ bps, kemendagri, kind }) =>
      kind !== "province" && bps !== kemendagri.replace(".", "")
    )
    expect(exchanged.map(({ bps }) => bps)).toEqual(["1506", "1507", "1508", "1509"])
  })

  it("every code stands once in its scheme, and BKN numbers agencies in an order of its own", () => {
    for (const scheme of ["bps", "kemendagri", "bkn"] as const) {
      expect(new Set(RegionCode.jambi.map((region) => region[scheme])).size).toBe(12)
    }
    expect(RegionCode.find("5502", "bkn")?.name).toBe("Tanjung Jabung Barat")
    expect(RegionCode.find("5507", "bkn")?.name).toBe("Tebo")
  })

  it("knows the spellings that files have, and does not choose between the province and the city", () => {
    const spelled = ["Kab. Batanghari", "BATANG HARI", "KAB.  KERINCI", "Kabupaten Tebo", "Tanjab Timur", "Sungai Penuh"]
    expect(spelled.map((name) => RegionCode.named(name)?.bps)).toEqual(["1504", "1504", "1501", "1508", "1506", "1572"])
    expect(RegionCode.named("Jambi")).toBeUndefined()
    expect(RegionCode.named("Provinsi Jambi")?.bps).toBe("1500")
    expect(RegionCode.named("Kota Kerinci")).toBeUndefined()
  })
})
