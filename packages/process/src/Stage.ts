/**
 * The stages of a recruitment and what each consists of, in order. Data: the machine and the runner read this list.
 *
 * @since 0.1.0
 */
import type { Term } from "./Timetable.ts"

// --- models ---

/**
 * Stages in the order of the process.
 *
 * @category models
 * @since 0.1.0
 */
export type Stage =
  | "announcement"
  | "applicants"
  | "administrative-check"
  | "administrative-objections"
  | "exam-sessions"
  | "shortlist"
  | "second-exam"
  | "integration"
  | "filling"
  | "publication"
  | "final-objections"
  | "drh"
  | "usul-nip"
  | "sk"
  | "spmt"

/**
 * What a program does when its turn comes.
 *
 * @category models
 * @since 0.1.0
 */
export type Step = "import-applicants" | "shortlist" | "integration" | "filling" | "publish" | "publish-again"

/**
 * What people decide once in a round: one enters it, another approves it.
 *
 * @category models
 * @since 0.1.0
 */
export type Decision =
  | "announcement"
  | "administrative-result"
  | "administrative-reannouncement"
  | "shortlist"
  | "publication"
  | "final-reannouncement"

/**
 * What somebody who passed reaches, one after another.
 *
 * @category models
 * @since 0.1.0
 */
export type Milestone = "named" | "drh" | "nip-proposed" | "nip-issued" | "decree" | "duty"

/**
 * Milestones in order.
 *
 * @category models
 * @since 0.1.0
 */
export const milestones: ReadonlyArray<Milestone> = ["named", "drh", "nip-proposed", "nip-issued", "decree", "duty"]

/**
 * A stretch of the process, and what ends it.
 *
 * - `Decision`: the decision is approved. `Work`: the step is finished. `Window`: its term has passed.
 * - `Sessions`: minutes of every session are approved. `Cases`: every objection of the stage is settled.
 * - `People`: everybody who passed and has not left has reached the milestone.
 *
 * A part with a term has a deadline; but for a window, passing it is recorded and moves nothing.
 *
 * @category models
 * @since 0.1.0
 */
export type Part = { readonly stage: Stage; readonly term?: Term } & (
  | { readonly _tag: "Decision"; readonly decision: Decision }
  | { readonly _tag: "Work"; readonly step: Step }
  | { readonly _tag: "Window"; readonly term: Term }
  | { readonly _tag: "Sessions"; readonly exam: "first" | "second" }
  | { readonly _tag: "Cases"; readonly about: ObjectionStage }
  | { readonly _tag: "People"; readonly milestone: Milestone }
)

/**
 * Results that can be objected to.
 *
 * @category models
 * @since 0.1.0
 */
export type ObjectionStage = "administrative" | "final"

/**
 * The whole process.
 *
 * **Example** (What ends the administrative objections)
 *
 * ```ts
 * import { Stage } from "@timbang/process"
 * Stage.parts.filter(({ stage }) => stage === "administrative-objections").map(({ _tag }) => _tag) // => ["Window", "Cases", "Decision"]
 * ```
 *
 * @category models
 * @since 0.1.0
 */
export const parts: ReadonlyArray<Part> = [
  { _tag: "Decision", stage: "announcement", decision: "announcement" },
  { _tag: "Window", stage: "applicants", term: "registration" },
  { _tag: "Work", stage: "applicants", step: "import-applicants" },
  { _tag: "Decision", stage: "administrative-check", decision: "administrative-result" },
  { _tag: "Window", stage: "administrative-objections", term: "administrative-objection" },
  { _tag: "Cases", stage: "administrative-objections", about: "administrative", term: "administrative-answer" },
  { _tag: "Decision", stage: "administrative-objections", decision: "administrative-reannouncement", term: "administrative-reannouncement" },
  { _tag: "Sessions", stage: "exam-sessions", exam: "first" },
  { _tag: "Work", stage: "shortlist", step: "shortlist" },
  { _tag: "Decision", stage: "shortlist", decision: "shortlist" },
  { _tag: "Sessions", stage: "second-exam", exam: "second" },
  { _tag: "Work", stage: "integration", step: "integration" },
  { _tag: "Work", stage: "filling", step: "filling" },
  { _tag: "Decision", stage: "publication", decision: "publication" },
  { _tag: "Work", stage: "publication", step: "publish" },
  { _tag: "Window", stage: "final-objections", term: "final-objection" },
  { _tag: "Cases", stage: "final-objections", about: "final", term: "final-answer" },
  { _tag: "Work", stage: "final-objections", step: "publish-again" },
  { _tag: "Decision", stage: "final-objections", decision: "final-reannouncement", term: "final-reannouncement" },
  { _tag: "People", stage: "drh", milestone: "drh", term: "drh" },
  { _tag: "People", stage: "usul-nip", milestone: "nip-proposed" },
  { _tag: "People", stage: "usul-nip", milestone: "nip-issued" },
  { _tag: "People", stage: "sk", milestone: "decree" },
  { _tag: "People", stage: "spmt", milestone: "duty" }
]
