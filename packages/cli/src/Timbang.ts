/**
 * The command `timbang` and its parts.
 *
 * @since 0.1.0
 */
import { Command } from "effect/cli"
import { description } from "./Description.ts"
import { layout } from "./commands/layout.ts"
import { migrate } from "./commands/migrate.ts"
import { notices } from "./commands/notices.ts"
import { report } from "./commands/report.ts"
import { serve } from "./commands/serve.ts"
import { template } from "./commands/template.ts"
import { evaluate } from "./evaluation/commands/evaluate.ts"
import { allocate } from "./formation/commands/allocate.ts"
import { formations } from "./formation/commands/formations.ts"
import { needs } from "./needs/commands/needs.ts"
import { scenario } from "./needs/commands/scenario.ts"
import { voice } from "./needs/commands/voice.ts"
import { appraise } from "./performance/commands/appraise.ts"
import { career } from "./performance/commands/career.ts"
import { measure } from "./performance/commands/measure.ts"
import { raters } from "./performance/commands/raters.ts"
import { survey } from "./performance/commands/survey.ts"
import { document } from "./publication/commands/document.ts"
import { erase } from "./publication/commands/erase.ts"
import { audit, key, verify } from "./publication/commands/publication.ts"
import { publish, receipt, receipts } from "./publication/commands/publish.ts"
import { witness } from "./publication/commands/witness.ts"
import { recruitment } from "./recruitment/commands/process.ts"
import { eligibility } from "./selection/commands/eligibility.ts"
import { rules } from "./selection/commands/rules.ts"
import { check, compare, explain, select } from "./selection/commands/selection.ts"

/**
 * The whole command, for a host that adds commands of its own.
 *
 * @category commands
 * @since 0.1.0
 */
export const timbang = Command.make("timbang").pipe(
  Command.withDescription(description),
  Command.withSubcommands([
    needs,
    scenario,
    voice,
    allocate,
    formations,
    rules,
    eligibility,
    select,
    check,
    explain,
    compare,
    key,
    publish,
    serve,
    receipt,
    receipts,
    erase,
    verify,
    audit,
    witness,
    document,
    recruitment,
    notices,
    survey,
    appraise,
    career,
    raters,
    measure,
    evaluate,
    report,
    layout,
    migrate,
    template
  ])
)
