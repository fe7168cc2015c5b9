/**
 * What Indonesian law says about publishing selection results, as the vocabulary of a disclosure policy.
 *
 * @since 0.1.0
 */
import type { LegalSource, Parameter } from "@timbang/core/law"
import type { Disclosure } from "@timbang/core/publication"

// --- parameters ---

const personalData: LegalSource.LegalSource = {
  instrument: "UU 27/2022",
  provision: "Pasal 4",
  confidence: "seen-in-one",
  note:
    "Health, biometric, criminal record, children and finance are specific data. That a category of need tells such data " +
    "follows from it and is stated in no source that was read; the policy \"as-official-lists\" shows it all the same."
}

/**
 * The words of the policies `as-official-lists` and `protected` in Indonesia.
 *
 * **Details**
 *
 * Specific: `disabilitas` tells health, `papua` an origin. The general word is `khusus`. No outcome code of the rule sets
 * tells health; a host with one of its own adds it. An identity number (NIK) has 16 digits and holds birth date and sex.
 *
 * Source: UU 27/2022, Pasal 4.
 *
 * **Example** (The general word)
 *
 * ```ts
 * import { DisclosureLaw } from "@timbang/regulations"
 * DisclosureLaw.vocabulary.values[0]?.value.generalCategory // => "khusus"
 * ```
 *
 * @category parameters
 * @since 0.1.0
 */
export const vocabulary: Parameter.Parameter<Disclosure.Vocabulary> = {
  name: "words of a disclosure policy",
  unit: "words",
  values: [{
    from: "2022-10-17",
    value: {
      specificCategories: ["disabilitas", "papua"],
      generalCategory: "khusus",
      healthCodes: {},
      privateRungs: { birthDate: "age" },
      identities: [
        { what: "an identity number (NIK)", pattern: "(?<!\\d)\\d{16}(?!\\d)" },
        { what: "a date, such as a birth date", pattern: "\\d{4}-\\d{2}-\\d{2}|\\d{2}[-/]\\d{2}[-/]\\d{4}" }
      ]
    },
    source: personalData
  }]
}
