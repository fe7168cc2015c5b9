/** The Human Development Index as a model. Source: UNDP, Human Development Report 2023/24, technical notes. */
import type { IndexModel } from "@timbang/core/needs"

export const about = { title: "", unit: "", source: "UNDP", direction: "more-is-better" } as const
export const hdi: IndexModel.IndexModel = {
  id: "hdi",
  title: "Human Development Index",
  indicators: [
    { ...about, id: "lifeExpectancy", pillar: "health", weight: 1, goalposts: { low: 20, high: 85 } },
    { ...about, id: "expectedSchooling", pillar: "education", weight: "1/2", goalposts: { low: 0, high: 18 } },
    { ...about, id: "meanSchooling", pillar: "education", weight: "1/2", goalposts: { low: 0, high: 15 } },
    {
      ...about,
      id: "gniPerCapitaPPP2017",
      pillar: "income",
      weight: 1,
      goalposts: { low: 100, high: 75_000, logarithm: true }
    }
  ],
  groups: [
    { id: "hdi", title: "", mean: "geometric" },
    ...["health", "education", "income"].map((id) => ({
      id,
      title: "",
      parent: "hdi",
      weight: "1/3",
      mean: "arithmetic" as const
    }))
  ],
  steps: [{ step: "normalise", by: { method: "goalposts" } }, { step: "aggregate" }]
}
