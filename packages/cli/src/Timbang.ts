/**
 * The command `timbang` and its parts.
 *
 * @since 0.1.0
 */
import { Command } from "effect/cli"
import { allocate } from "./commands/allocate.ts"
import { description } from "./Start.ts"
import { appraise } from "./commands/appraise.ts"
import { career } from "./commands/career.ts"
import { document } from "./commands/document.ts"
import { eligibility } from "./commands/eligibility.ts"
import { erase } from "./commands/erase.ts"
import { evaluate } from "./commands/evaluate.ts"
import { formations } from "./commands/formations.ts"
import { layout } from "./commands/layout.ts"
import { measure } from "./commands/measure.ts"
import { migrate } from "./commands/migrate.ts"
import { needs } from "./commands/needs.ts"
import { notices } from "./commands/notices.ts"
import { recruitment } from "./commands/process.ts"
import { audit, key, verify } from "./commands/publication.ts"
import { publish, receipt, receipts } from "./commands/publish.ts"
import { raters } from "./commands/raters.ts"
import { report } from "./commands/report.ts"
import { rules } from "./commands/rules.ts"
import { scenario } from "./commands/scenario.ts"
import { check, compare, explain, select } from "./commands/selection.ts"
import { serve } from "./commands/serve.ts"
import { survey } from "./commands/survey.ts"
import { template } from "./commands/template.ts"
import { voice } from "./commands/voice.ts"
import { witness } from "./commands/witness.ts"

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
