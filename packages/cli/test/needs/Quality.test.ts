import { describe, expect, it } from "vitest"
import * as Quality from "../../src/needs/Quality.ts"

type Given = Parameters<typeof Quality.of>
const figure = (indicator: string, year: number, region = "1501") => ({ indicator, year, region, figure: "1", publisher: "BPS", file: "f.csv", isComputed: false })
const model = {
  needs: {
    day: "2025-01-01",
    year: 2024,
    units: [{ id: "1501", title: "Kerinci" }],
    matrix: { drivers: [{ indicator: "poverty" }] },
    observations: [{ indicator: "poverty", unit: "1501", year: 2024, figure: "7" }]
  }
}
const of = (...figures: ReadonlyArray<ReturnType<typeof figure>>) =>
  Quality.of(model as unknown as Given[0], { figures, notes: [] } as unknown as Given[1], { units: [] } as unknown as Given[2], [])

describe("Quality.of", () => {
  it("gives an indicator that nothing uses the latest year it was read for, not the year of the model", () => {
    const [poverty, unused] = of(figure("area", 2019), figure("area", 2021), figure("area", 2023, "9999"))
    expect([poverty!.year, poverty!.units, poverty!.age]).toEqual([2024, 1, 1])
    expect([unused!.indicator, unused!.year, unused!.age, unused!.units]).toEqual(["area", 2021, 4, 1])
  })
})
