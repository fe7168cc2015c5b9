/**
 * Starts with the one command that was asked for: its file and what that needs are loaded, and nothing of the others.
 *
 * Help, completions and a misspelt command need them all.
 */
import { Command } from "effect/cli"

/** What `timbang` says of itself. */
export const description =
  "Menimbang kebutuhan, seleksi, dan kinerja ASN / weigh needs, selection and performance of civil servants. " +
    "Kode akhir / exit codes: 0 selesai, 1 ada yang berbeda, 2 masukan ditolak, 3 tidak semuanya dapat diperiksa, 4 tidak diperbolehkan aturan atau kewenangan, 70 kesalahan program, 130 dihentikan; tidak ada yang setengah tertulis."

const version = "0.1.0"

const alone = <const C extends Command.Command.Any>(command: C) =>
  Command.runWith(Command.make("timbang").pipe(Command.withDescription(description), Command.withSubcommands([command])), { version })

/** Each command by its name. */
export const commands = {
  needs: async () => alone((await import("./commands/needs.ts")).needs),
  scenario: async () => alone((await import("./commands/scenario.ts")).scenario),
  voice: async () => alone((await import("./commands/voice.ts")).voice),
  allocate: async () => alone((await import("./commands/allocate.ts")).allocate),
  formations: async () => alone((await import("./commands/formations.ts")).formations),
  rules: async () => alone((await import("./commands/rules.ts")).rules),
  eligibility: async () => alone((await import("./commands/eligibility.ts")).eligibility),
  select: async () => alone((await import("./commands/selection.ts")).select),
  check: async () => alone((await import("./commands/selection.ts")).check),
  explain: async () => alone((await import("./commands/selection.ts")).explain),
  compare: async () => alone((await import("./commands/selection.ts")).compare),
  key: async () => alone((await import("./commands/publication.ts")).key),
  publish: async () => alone((await import("./commands/publish.ts")).publish),
  serve: async () => alone((await import("./commands/serve.ts")).serve),
  receipt: async () => alone((await import("./commands/publish.ts")).receipt),
  erase: async () => alone((await import("./commands/erase.ts")).erase),
  receipts: async () => alone((await import("./commands/publish.ts")).receipts),
  verify: async () => alone((await import("./commands/publication.ts")).verify),
  audit: async () => alone((await import("./commands/publication.ts")).audit),
  witness: async () => alone((await import("./commands/witness.ts")).witness),
  document: async () => alone((await import("./commands/document.ts")).document),
  process: async () => alone((await import("./commands/process.ts")).recruitment),
  notices: async () => alone((await import("./commands/notices.ts")).notices),
  survey: async () => alone((await import("./commands/survey.ts")).survey),
  appraise: async () => alone((await import("./commands/appraise.ts")).appraise),
  career: async () => alone((await import("./commands/career.ts")).career),
  raters: async () => alone((await import("./commands/raters.ts")).raters),
  measure: async () => alone((await import("./commands/measure.ts")).measure),
  evaluate: async () => alone((await import("./commands/evaluate.ts")).evaluate),
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
