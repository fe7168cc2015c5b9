/**
 * The administrative check of a round: applications of their source, findings of the verification teams, and what follows from both by
 * `Eligibility` of the core.
 *
 * @since 0.1.0
 */
import { Eligibility, type EligibilityFault, type Finding, type Plan } from "@timbang/core/selection"
import { Effect, Stream } from "effect"
import { Journal, Sources } from "../ports/index.ts"
import * as VerificationBook from "./VerificationBook.ts"

// --- models ---

/**
 * By what applications are checked.
 *
 * @category models
 * @since 0.1.0
 */
export interface Given extends Omit<Eligibility.Check, "applications" | "findings"> {
  /** Findings from elsewhere, such as an export of SSCASN, beside those of the book. */
  readonly findings?: ReadonlyArray<Finding.Finding>
}

/**
 * How every application stands, by registration number.
 *
 * @category models
 * @since 0.1.0
 */
export interface Made {
  readonly checked: ReadonlyArray<Eligibility.Checked>
  /** Findings about nobody who applied. */
  readonly strays: ReadonlyArray<Finding.Finding>
  /** Findings that differ although the facts are the same. */
  readonly unequal: ReadonlyArray<Eligibility.Unequal>
}

// --- operations ---

/**
 * Checks every application of the source by the findings that the book holds now. What is announced of it is `AdministrativeResult` of the
 * core, and what a person is told, a letter with all reasons.
 *
 * **Example** (One paper, found to be in order)
 *
 * ```ts
 * import { Specimen } from "@timbang/core/selection"
 * import { AdministrativeCheck, VerificationBook } from "@timbang/workflows"
 * import { Journal, Sources } from "@timbang/workflows/ports"
 * import { Effect, Layer } from "effect"
 * const source = { instrument: "PermenPANRB 6/2024", confidence: "seen-in-several" } as const
 * const ruleSet = { ...Specimen.ruleSet, requirements: [{ _tag: "Document", id: "str", title: "STR", decidedBy: "instansi", source }] } as const
 * const account = (id: string) => ({ id, role: "verifier", unit: "bkpsdm" })
 * const applications = Sources.rowsOf("list", [{ applicant: "P2", formation: "F1", appliedOn: "2024-08-20" }, { applicant: "P1", formation: "F1", appliedOn: "2024-08-20" }])
 * const program = Effect.gen(function*() {
 *   const journal = yield* Journal.Journal
 *   yield* VerificationBook.assign(journal, account("a.1"), [{ applicant: "P1", verifier: "a.2", supervisor: "a.3" }], "k1")
 *   yield* VerificationBook.find(journal, account("a.2"), ruleSet, { applicant: "P1", requirement: "str", role: "verifier", verdict: "met", reason: "" }, "k2")
 *   const { checked } = yield* AdministrativeCheck.run({ ruleSet, formations: [Specimen.formation], programmes: [] })
 *   return checked.map(({ applicant, status }) => [applicant, status])
 * })
 * const ports = Layer.merge(Journal.layerMemory, Layer.succeed(Sources.ApplicationSource, { rows: applications }))
 * await Effect.runPromise(Effect.provide(program, ports)) // => [["P1", "eligible"], ["P2", "incomplete"]]
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const run: (given: Given) => Effect.Effect<
  Made,
  EligibilityFault.EligibilityRefused | Plan.NumbersUnknown | Sources.SourceError | Journal.JournalUnavailable,
  Sources.ApplicationSource | Journal.Journal
> = Effect.fn("AdministrativeCheck.run")(function*(given: Given) {
  const { rows } = yield* Sources.ApplicationSource
  const read = yield* Stream.runCollect(rows)
  const applications = read.map(({ value }) => value).toSorted((a, b) => a.applicant < b.applicant ? -1 : 1)
  const book = yield* VerificationBook.readOn(yield* Journal.Journal, VerificationBook.empty)
  const { known, strays } = Eligibility.part(applications, [...VerificationBook.counting(book), ...given.findings ?? []])
  const checked = yield* Effect.fromResult(Eligibility.check({ ...given, applications, findings: known }))
  return { checked, strays, unequal: Eligibility.unequal(checked) }
})
