/**
 * The options of a run of `timbang select`, read and checked before any file of people is.
 *
 * @since 0.1.0
 */
import type { Day } from "@timbang/core/law"
import { Plan, type RuleSet, type Selection } from "@timbang/core/selection"
import type { CommandFaults, Sentences } from "@timbang/language"
import { Effect, Option, Result } from "effect"
import { Flag } from "effect/cli"
import { codes, CommandFailed } from "../Exit.ts"
import * as Options from "../Options.ts"
import * as StandingOption from "../StandingOption.ts"
import * as Refusal from "./Refusal.ts"
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
export const read: (given: Given) => Effect.Effect<RunOptions, CommandFailed> = (given) => readWith(given, rulesOf(given))

type Rules = Effect.Effect<RuleSet.RuleSet, CommandFailed>

const rulesOf = ({ lang, rules, supply, supplySource }: Pick<Given, "rules" | "supply" | "supplySource" | "lang">): Rules =>
  RuleSetSource.load(rules, supply, Option.getOrUndefined(supplySource), lang)

/** {@link read} under rules from elsewhere. */
export const readWith: (given: Omit<Given, "rules" | "supply" | "supplySource">, load: Rules) => Effect.Effect<RunOptions, CommandFailed> = Effect.fn("RunOptions.read")(function*(given, load) {
  const { lang } = given
  const rules = yield* Effect.result(load)
  const standing = StandingOption.read(given)
  const isRefilled = Option.getOrUndefined(given.freedPlaces) === "refilled"
  const faults: ReadonlyArray<CommandFaults.CommandFault> = [
    ...(Result.isFailure(standing) ? standing.failure : []),
    ...Options.dayFaults("--scored-on", given.scoredOn),
    ...Options.dayFaults("--refill-until", given.refillUntil),
    ...(isRefilled && Option.isNone(given.refillUntil) ? [{ _tag: "OptionMissing", option: "--freed-places refilled", needed: "--refill-until" } as const] : [])
  ]
  const ruleSet = yield* acceptable(rules, given.stage, faults, lang)
  if (Result.isFailure(standing)) return yield* Effect.fail(Options.refusal(standing.failure, lang))
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
  return { ruleSet, options }
})

/** The rules of `timbang check`, once all its options fit together; before any list is read. */
export const ofCheck = (given: Pick<Given, "rules" | "supply" | "supplySource"> & OfCheck) => ofCheckWith(given, rulesOf(given))

interface OfCheck extends Pick<Given, "lang" | "stage" | "scoredOn"> {
  readonly formations: Option.Option<unknown>
  readonly participants: Option.Option<unknown>
}

/** {@link ofCheck} under rules from elsewhere. */
export const ofCheckWith = Effect.fn("RunOptions.ofCheck")(function*(given: OfCheck, load: Rules) {
  const faults: ReadonlyArray<CommandFaults.CommandFault> = [
    ...(Option.isSome(given.participants) && Option.isNone(given.formations)
      ? [{ _tag: "OptionMissing", option: "--participants", needed: "--formations" } as const]
      : []),
    ...Options.dayFaults("--scored-on", given.scoredOn)
  ]
  return yield* acceptable(yield* Effect.result(load), given.stage, faults, given.lang)
})

/** The rules, unless they, the stage or the options are refused: all of it is told at once. */
const acceptable = (
  rules: Result.Result<RuleSet.RuleSet, CommandFailed>,
  stage: string,
  faults: ReadonlyArray<CommandFaults.CommandFault>,
  lang: Sentences.Language
): Effect.Effect<RuleSet.RuleSet, CommandFailed> => {
  const ofRules = Result.isFailure(rules) ? rules.failure : stageRefusal(rules.success, stage, lang)
  const ofOptions = faults.length > 0 ? Options.refusal(faults, lang) : undefined
  const refused = [ofRules, ofOptions].filter((each) => each !== undefined)
  return refused.length === 0 && Result.isSuccess(rules)
    ? Effect.succeed(rules.success)
    : Effect.fail(new CommandFailed({ code: codes.refused, lines: refused.flatMap(({ lines }) => lines), faults: refused.flatMap((each) => each.faults ?? []) }))
}

const stageRefusal = (ruleSet: RuleSet.RuleSet, stage: string, lang: Sentences.Language): CommandFailed | undefined => {
  const known = Plan.stagesOf(ruleSet)
  return known.includes(stage) ? undefined : Refusal.of(new Plan.StageUnknown({ stage, known }), lang)
}

const optional = <K extends string, A>(key: K, value: Option.Option<A>): { readonly [k in K]?: A } =>
  (Option.isSome(value) ? { [key]: value.value } : {}) as { readonly [k in K]?: A }
