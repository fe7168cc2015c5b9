/**
 * The rule sets of the CPNS and PPPK rounds.
 *
 * @since 0.1.0
 */
import type { RuleSet } from "@timbang/core/selection"
import { cpns2018 } from "./cpns/Cpns2018.ts"
import { cpns2019 } from "./cpns/Cpns2019.ts"
import { cpns2021 } from "./cpns/Cpns2021.ts"
import { cpns2023 } from "./cpns/Cpns2023.ts"
import { cpns2024 } from "./cpns/Cpns2024.ts"
import { pppk2021Guru, pppk2021NonGuru } from "./pppk/Pppk2021.ts"
import { pppk2022, pppk2022Guru, pppk2022Nakes } from "./pppk/Pppk2022.ts"
import { pppk2023, pppk2023Guru } from "./pppk/Pppk2023.ts"
import { pppk2024, pppk2024GuruPusat, pppk2024Operasional } from "./pppk/Pppk2024.ts"

export {
  cpns2018,
  cpns2019,
  cpns2021,
  cpns2023,
  cpns2024,
  pppk2021Guru,
  pppk2021NonGuru,
  pppk2022,
  pppk2022Guru,
  pppk2022Nakes,
  pppk2023,
  pppk2023Guru,
  pppk2024,
  pppk2024GuruPusat,
  pppk2024Operasional
}

// --- models ---

/**
 * Every rule set, CPNS before PPPK, older before younger.
 *
 * **Example** (The oldest)
 *
 * ```ts
 * import { RuleSets } from "@timbang/regulations"
 * RuleSets.all[0]?.id // => "cpns-2018"
 * ```
 *
 * @category rule sets
 * @since 0.1.0
 */
export const all: ReadonlyArray<RuleSet.RuleSet> = [
  cpns2018,
  cpns2019,
  cpns2021,
  cpns2023,
  cpns2024,
  pppk2021Guru,
  pppk2021NonGuru,
  pppk2022,
  pppk2022Guru,
  pppk2022Nakes,
  pppk2023,
  pppk2023Guru,
  pppk2024,
  pppk2024GuruPusat,
  pppk2024Operasional
]

// --- operations ---

/**
 * The rule set with an identifier, or `undefined`.
 *
 * **Example** (By identifier)
 *
 * ```ts
 * import { RuleSets } from "@timbang/regulations"
 * RuleSets.find("cpns-2024")?.title // => "Seleksi CPNS 2024"
 * RuleSets.find("cpns-1999") // => undefined
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const find = (id: string): RuleSet.RuleSet | undefined => all.find((ruleSet) => ruleSet.id === id)
