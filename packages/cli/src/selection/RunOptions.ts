/**
 * The options of a run of `timbang select`, read and checked before any file of people is.
 *
 * @since 0.1.0
 */
import type { Day } from "@timbang/core/law"
import { Plan, type RuleSet, type Selection } from "@timbang/core/selection"
import { CommandFaults, Problems, type Sentences } from "@timbang/language"
import { Effect, Option, Result } from "effect"
import { Flag } from "effect/cli"
import { codes, CommandFailed } from "../Exit.ts"
import * as Options from "../Options.ts"
import * as StandingOption from "../StandingOption.ts"
import * as RuleSetSource from "./RuleSetSource.ts"

// --- models ---

/** What was given on the command line. */
export interface Given extends StandingOption.Given {
  readonly rules: string
  readonly supply: ReadonlyArray<string>
  readonly supplySource: Option.Option<string>
  readonly stage: string
  readonly scoredOn: Option.Option<string>
  readonly filling: "on" | "off"
  readonly pool: Option.Option<"all-cells" | "cell-by-cell">
  readonly cellOrder: Option.Option<"identifier" | "most-empty-seats">
  readonly closing: Option.Option<"stays-open" | "closes-once-filled-into">
  readonly consent: Option.Option<"not-asked" | "asked">
  readonly freedPlaces: Option.Option<"stay-empty" | "refilled">
  readonly refillUntil: Option.Option<string>
  readonly lang: Sentences.Language
}

/** Rules and options of a run. */
export interface RunOptions {
  readonly ruleSet: RuleSet.RuleSet
  readonly options: Selection.Options
}

// --- operations ---

/** The flags. */
export const flags = {
  rules: Options.rules,
  stage: Flag.String("stage").pipe(Flag.withDefault("final"), Flag.withDescription("skd, final, ...")),
  ...StandingOption.flags,
  scoredOn: Flag.String("scored-on").pipe(Flag.optional, Flag.withDescription("Hari pertama nilai diambil, YYYY-MM-DD; kolom scoredOn yang lebih awal didahulukan / first day of the scores; an earlier one in the column scoredOn counts")),
  filling: Flag.Literals("filling", ["on", "off"]).pipe(Flag.withDefault("on"), Flag.withDescription("Pengisian kebutuhan yang kosong / filling of empty seats")),
  pool: Flag.Literals("filling-pool", ["all-cells", "cell-by-cell"]).pipe(
    Flag.optional,
    Flag.withDescription("Semua formasi sekaligus, atau satu per satu / all cells at once or one by one; tanpa ini menurut aturan / else as the rules say")
  ),
  cellOrder: Flag.Literals("filling-order", ["identifier", "most-empty-seats"]).pipe(
    Flag.optional,
    Flag.withDescription("Urutan formasi bila satu per satu / order of cells taken one by one")
  ),
  closing: Flag.Literals("filling-closing", ["stays-open", "closes-once-filled-into"]).pipe(
    Flag.optional,
    Flag.withDescription("Apakah formasi tertutup setelah diisi / whether a cell closes once it was filled into")
  ),
  consent: Flag.Literals("filling-consent", ["not-asked", "asked"]).pipe(
    Flag.optional,
    Flag.withDescription("Apakah kesediaan peserta ditanyakan, lihat kejadian kesediaan / whether people are asked, see the event kesediaan")
  ),
  freedPlaces: Flag.Literals("freed-places", ["stay-empty", "refilled"]).pipe(Flag.optional, Flag.withDescription("Tempat yang ditinggalkan peserta / places of the shortlist that fall free")),
  refillUntil: Flag.String("refill-until").pipe(Flag.optional, Flag.withDescription("Diisi kembali sampai hari ini, YYYY-MM-DD / last day of refilling")),
  supply: Options.supply,
  supplySource: Options.supplySource,
  lang: Options.lang
}

/** The rules and options of a run, or everything that is wrong with them at once. */
export const read: (given: Given) => Effect.Effect<RunOptions, CommandFailed> = Effect.fn("RunOptions.read")(function*(given: Given) {
  const { lang } = given
  const rules = yield* Effect.result(RuleSetSource.load(given.rules, given.supply, Option.getOrUndefined(given.supplySource), lang))
  const standing = StandingOption.read(given)
  const isRefilled = Option.getOrUndefined(given.freedPlaces) === "refilled"
  const faults: ReadonlyArray<CommandFaults.CommandFault> = [
    ...(Result.isFailure(standing) ? standing.failure : []),
    ...Options.dayFaults("--scored-on", given.scoredOn),
    ...Options.dayFaults("--refill-until", given.refillUntil),
    ...(isRefilled && Option.isNone(given.refillUntil) ? [{ _tag: "OptionMissing", option: "--freed-places refilled", needed: "--refill-until" } as const] : [])
  ]
  const lines = [
    ...(Result.isFailure(rules) ? rules.failure.lines : stageLines(rules.success, given.stage, lang)),
    ...faults.map((fault) => CommandFaults.sentence(fault, lang))
  ]
  if (lines.length > 0 || Result.isFailure(rules) || Result.isFailure(standing)) {
    return yield* Effect.fail(new CommandFailed({ code: codes.refused, lines }))
  }
  const options: Selection.Options = {
    stage: given.stage,
    standing: standing.success,
    ...optional("scoredOn", given.scoredOn as Option.Option<Day.Day>),
    filling: {
      isRun: given.filling === "on",
      ...optional("pool", given.pool),
      ...optional("cellOrder", given.cellOrder),
      ...optional("closing", given.closing),
      ...optional("consent", given.consent)
    },
    ...optional("freedPlaces", given.freedPlaces),
    ...optional("refillUntil", given.refillUntil as Option.Option<Day.Day>)
  }
  return { ruleSet: rules.success, options }
})

/** The rules of `timbang check`, once all its options fit together; before any list is read. */
export const ofCheck = Effect.fn("RunOptions.ofCheck")(function*(
  given: Pick<Given, "lang" | "rules" | "stage" | "supply" | "supplySource"> & {
    readonly formations: Option.Option<string>
    readonly participants: Option.Option<string>
    readonly scoredOn: Option.Option<string>
  }
) {
  const { lang } = given
  const rules = yield* Effect.result(RuleSetSource.load(given.rules, given.supply, Option.getOrUndefined(given.supplySource), lang))
  const lines = [
    ...(Result.isFailure(rules) ? rules.failure.lines : stageLines(rules.success, given.stage, lang)),
    ...(Option.isSome(given.participants) && Option.isNone(given.formations)
      ? [CommandFaults.sentence({ _tag: "OptionMissing", option: "--participants", needed: "--formations" }, lang)]
      : []),
    ...Options.dayFaults("--scored-on", given.scoredOn).map((fault) => CommandFaults.sentence(fault, lang))
  ]
  return lines.length > 0 || Result.isFailure(rules) ? yield* Effect.fail(new CommandFailed({ code: codes.refused, lines })) : rules.success
})

const stageLines = (ruleSet: RuleSet.RuleSet, stage: string, lang: Sentences.Language): ReadonlyArray<string> => {
  const known = Plan.stagesOf(ruleSet)
  return known.includes(stage) ? [] : [Problems.sentence(new Plan.StageUnknown({ stage, known }), lang)]
}

const optional = <K extends string, A>(key: K, value: Option.Option<A>): { readonly [k in K]?: A } =>
  (Option.isSome(value) ? { [key]: value.value } : {}) as { readonly [k in K]?: A }
