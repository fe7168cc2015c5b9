/**
 * The layouts that come with Timbang: exports of SSCASN, SIASN, e-Kinerja and SIPD, official lists, survey forms.
 *
 * @since 0.1.0
 */
import { Result } from "effect"
import * as Layout from "./Layout.ts"
import ekinerjaRecap from "./layouts/ekinerja-recap.json" with { type: "json" }
import officialList from "./layouts/official-list.json" with { type: "json" }
import siasnStaff from "./layouts/siasn-staff.json" with { type: "json" }
import sipdProposals from "./layouts/sipd-proposals.json" with { type: "json" }
import skmAnswers from "./layouts/skm-answers.json" with { type: "json" }
import skmForm from "./layouts/skm-form.json" with { type: "json" }
import sscasnApplicants from "./layouts/sscasn-applicants.json" with { type: "json" }
import sscasnPosts from "./layouts/sscasn-posts.json" with { type: "json" }
import sscasnVerification from "./layouts/sscasn-verification.json" with { type: "json" }

const documents = {
  "sscasn-posts": sscasnPosts,
  "sscasn-applicants": sscasnApplicants,
  "sscasn-verification": sscasnVerification,
  "official-list": officialList,
  "siasn-staff": siasnStaff,
  "ekinerja-recap": ekinerjaRecap,
  "sipd-proposals": sipdProposals,
  "skm-answers": skmAnswers,
  "skm-form": skmForm
} as const

/**
 * The name of a layout that comes with Timbang.
 *
 * @category models
 * @since 0.1.0
 */
export type Name = keyof typeof documents

/**
 * Their names.
 *
 * @category constants
 * @since 0.1.0
 */
export const names = Object.keys(documents) as ReadonlyArray<Name>

// --- operations ---

/**
 * One of them.
 *
 * **Example** (Posts of SSCASN were read from a real collection; nobody has tried the list of staff)
 *
 * ```ts
 * import { Layouts } from "@timbang/source-files"
 * Layouts.of("sscasn-posts").tried.map(({ what }) => what) // => ["46,101 rows of 453 agencies, CPNS 2024"]
 * Layouts.of("siasn-staff").tried // => []
 * ```
 *
 * @category querying
 * @since 0.1.0
 */
export const of = (name: Name): Layout.Layout => {
  const read = known.get(name) ?? Result.getOrThrow(Layout.decode(documents[name], `${name}.json`))
  known.set(name, read)
  return read
}

const known = new Map<Name, Layout.Layout>()
