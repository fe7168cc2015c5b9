/**
 * What follows when somebody withdraws after the final result: dated, with the provision.
 *
 * @since 0.1.0
 */
import type { Parameter } from "@timbang/core/law"
import type { Resignation } from "@timbang/core/selection"
import * as Instruments from "./Instruments.ts"

const of2021 = Instruments.cite(Instruments.permen27Of2021, "seen-in-several", { provision: "Pasal 54(2)" })
const of2024 = Instruments.cite(Instruments.permen6Of2024, "seen-in-several", {
  provision: "Pasal 58(2)",
  note: "The sources name no other measure for those who withdraw after the NIP is issued."
})

/**
 * Bar from later selections after a withdrawal.
 *
 * **Example** (Two fiscal years since 2024, one round before)
 *
 * ```ts
 * import { Result } from "effect"
 * import { Parameter } from "@timbang/core/law"
 * import { ResignationLaw } from "@timbang/regulations"
 * const on = (day: string) => Result.getOrThrow(Parameter.at(ResignationLaw.resignation, day)).value.bar
 * on("2025-02-01") // => { amount: 2, unit: "fiscal-years" }
 * on("2022-02-01") // => { amount: 1, unit: "rounds" }
 * ```
 *
 * @category parameters
 * @since 0.1.0
 */
export const resignation: Parameter.Parameter<Resignation.ResignationRule> = {
  name: "bar after a withdrawal",
  localName: "larangan melamar setelah mengundurkan diri",
  unit: "rounds or fiscal years",
  values: [
    {
      from: Instruments.holdsFrom(Instruments.permen27Of2021),
      value: { bar: { amount: 1, unit: "rounds" }, source: of2021 },
      source: of2021
    },
    {
      from: Instruments.holdsFrom(Instruments.permen6Of2024),
      value: {
        bar: { amount: 2, unit: "fiscal-years" },
        source: of2024,
        exemptMoved: {
          moments: ["before-number"],
          source: { instrument: "Surat BKN 1272/B-MP.01.01/SD/D/2025", confidence: "seen-in-several" }
        }
      },
      source: of2024
    }
  ]
}
