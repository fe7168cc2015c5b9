/**
 * Starts with the one command that was asked for: its file and what that needs are loaded, and nothing of the others.
 *
 * Help, completions and a misspelt command need them all.
 */
import { Command } from "effect/cli"
import { description, version } from "./Description.ts"

const alone = <const C extends Command.Command.Any>(command: C) =>
  Command.runWith(Command.make("timbang").pipe(Command.withDescription(description), Command.withSubcommands([command])), { version })

/** Each command by its name. */
export const commands = {
  needs: async () => alone((await import("./needs/commands/needs.ts")).needs),
  scenario: async () => alone((await import("./needs/commands/scenario.ts")).scenario),
  voice: async () => alone((await import("./needs/commands/voice.ts")).voice),
  allocate: async () => alone((await import("./formation/commands/allocate.ts")).allocate),
  formations: async () => alone((await import("./formation/commands/formations.ts")).formations),
  rules: async () => alone((await import("./selection/commands/rules.ts")).rules),
  eligibility: async () => alone((await import("./selection/commands/eligibility.ts")).eligibility),
  select: async () => alone((await import("./selection/commands/selection.ts")).select),
  check: async () => alone((await import("./selection/commands/selection.ts")).check),
  explain: async () => alone((await import("./selection/commands/selection.ts")).explain),
  compare: async () => alone((await import("./selection/commands/selection.ts")).compare),
  key: async () => alone((await import("./publication/commands/publication.ts")).key),
  publish: async () => alone((await import("./publication/commands/publish.ts")).publish),
  serve: async () => alone((await import("./commands/serve.ts")).serve),
  receipt: async () => alone((await import("./publication/commands/publish.ts")).receipt),
  erase: async () => alone((await import("./publication/commands/erase.ts")).erase),
  receipts: async () => alone((await import("./publication/commands/publish.ts")).receipts),
  verify: async () => alone((await import("./publication/commands/publication.ts")).verify),
  audit: async () => alone((await import("./publication/commands/publication.ts")).audit),
  witness: async () => alone((await import("./publication/commands/witness.ts")).witness),
  document: async () => alone((await import("./publication/commands/document.ts")).document),
  process: async () => alone((await import("./recruitment/commands/process.ts")).recruitment),
  notices: async () => alone((await import("./commands/notices.ts")).notices),
  survey: async () => alone((await import("./performance/commands/survey.ts")).survey),
  appraise: async () => alone((await import("./performance/commands/appraise.ts")).appraise),
  career: async () => alone((await import("./performance/commands/career.ts")).career),
  raters: async () => alone((await import("./performance/commands/raters.ts")).raters),
  measure: async () => alone((await import("./performance/commands/measure.ts")).measure),
  evaluate: async () => alone((await import("./evaluation/commands/evaluate.ts")).evaluate),
  report: async () => alone((await import("./commands/report.ts")).report),
  layout: async () => alone((await import("./commands/layout.ts")).layout),
  migrate: async () => alone((await import("./commands/migrate.ts")).migrate),
  template: async () => alone((await import("./commands/template.ts")).template)
}

/** The program for these arguments. */
export const program = async (args: ReadonlyArray<string>) => {
  const name = args[0] ?? ""
  return Object.hasOwn(commands, name)
    ? (await commands[name as keyof typeof commands]())(args)
    : Command.runWith((await import("./Timbang.ts")).timbang, { version })(args)
}
