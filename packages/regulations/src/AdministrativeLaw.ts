/**
 * What Indonesian law and practice say about announcing the administrative check (seleksi administrasi).
 *
 * @since 0.1.0
 */
import type { Parameter } from "@timbang/core/law"
import type { AdministrativeResult } from "@timbang/core/publication"
import { undecided } from "./asn/Codes.ts"
import * as Instruments from "./Instruments.ts"

// --- parameters ---

/**
 * The codes MS (memenuhi syarat) and TMS (tidak memenuhi syarat), and the kinds of requirement of which everybody may read
 * that they are unmet: age, study programme, one application a year.
 *
 * **Details**
 *
 * A criminal record and health are specific data (UU 27/2022 Pasal 4), a grade is the applicant's own, and a paper may tell either:
 * that one of these is unmet is told to the applicant alone. That the rest may be told is inferred; the policy `protected` tells
 * nothing. The codes were seen in announcements of 2024 and are taken to hold for the rounds before.
 *
 * **Example** (What is printed)
 *
 * ```ts
 * import { AdministrativeLaw } from "@timbang/regulations"
 * const { codes, told } = AdministrativeLaw.terms.values[0]!.value
 * codes // => { eligible: "MS", ineligible: "TMS", open: "BELUM DITETAPKAN" }
 * told // => ["Age", "Education", "OneApplication"]
 * ```
 *
 * @category parameters
 * @since 0.1.0
 */
export const terms: Parameter.Parameter<AdministrativeResult.Terms> = {
  name: "words of the announcement of the administrative check",
  localName: "kode pengumuman seleksi administrasi",
  unit: "words",
  values: [{
    from: "2018-01-01",
    value: {
      codes: { eligible: "MS", ineligible: "TMS", open: undecided.code },
      told: ["Age", "Education", "OneApplication"]
    },
    source: Instruments.cite(Instruments.permen6Of2024, "seen-in-several", {
      note: "The codes were seen in three announcements of 2024 and are inferred for earlier rounds; which reasons everybody may read is inferred from UU 27/2022 Pasal 4."
    })
  }]
}
