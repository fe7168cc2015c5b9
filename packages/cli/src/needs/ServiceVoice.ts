/**
 * The share of voice of every sector: made from proposals by a dated dictionary, and taken up beside a score of needs.
 *
 * @since 0.1.0
 */
import { Fault } from "@timbang/core/input"
import type { Day } from "@timbang/core/law"
import { type NeedModel, Proposal, ServiceDictionary } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import type { NeedsReport } from "@timbang/report"
import type { ProposalsFile, VoiceFile } from "@timbang/source-files"
import { Result } from "effect"
import type { Grid } from "../Grid.ts"
import * as Naming from "./Naming.ts"

// --- models ---

/** The voice of the whole list as `voice.csv`, and the physical proposals that no entry of the dictionary names. */
export interface Heard {
  readonly voice: Grid
  readonly unmapped: Grid
  readonly whole: ServiceDictionary.Voice
}

// --- operations ---

/** Counts the whole list, and each unit that proposals name. Linked proposals count once. */
export const hear = (
  proposals: ReadonlyArray<ProposalsFile.ProposalRow>,
  dictionary: ServiceDictionary.ServiceDictionary,
  on: Day.Day
): Heard => {
  const links = new Map(linked(proposals).flatMap((group) => group.proposals.map((id) => [id, group.standsFor] as const)))
  const of = (rows: ReadonlyArray<ProposalsFile.ProposalRow>) =>
    ServiceDictionary.voice(rows.map(({ proposal }) => proposal), dictionary, on, links)
  const whole = of(proposals)
  const units = [...new Set(proposals.flatMap(({ region }) => (region === undefined ? [] : [region])))].sort()
  const parts = [
    { unit: "", voice: whole },
    ...units.map((unit) => ({ unit, voice: of(proposals.filter(({ region }) => region === unit)) }))
  ]
  const made = [dictionary.source.instrument, on]
  return {
    whole,
    voice: {
      name: "voice",
      headers: ["unit", "sector", "proposals", "of", "share", "dictionary", "on"],
      rows: parts.flatMap(({ unit, voice: { shares, unmapped } }) => {
        const mapped = shares.reduce((sum, one) => sum + one.proposals.length, 0)
        const unnamed = unmapped.reduce((sum, one) => sum + one.proposals.length, 0)
        return [
          ...shares.map(({ proposals, service, share }) =>
            [unit, service, proposals.length, mapped, (Number(Fraction.round(share, 6, "half-up")) / 1e6).toFixed(6), ...made]),
          ...(unnamed === 0 && mapped > 0 ? [] : [[unit, "", unnamed, mapped, "", ...made]])
        ]
      })
    },
    unmapped: {
      name: "unmapped",
      headers: ["kind", "count", "proposals"],
      rows: whole.unmapped.map(({ kind, proposals }) => [kind, proposals.length, proposals.join(" | ")])
    }
  }
}

/** Proposals that ask for the same. */
export const linked = (proposals: ReadonlyArray<ProposalsFile.ProposalRow>): ReadonlyArray<Proposal.Linked> =>
  Proposal.link(proposals.flatMap(({ isLinkable, proposal }) => (isLinkable ? [proposal] : [])))

/** Units and sectors of a voice file that the model does not have. */
export const strangers = (
  { matrix, units }: Pick<NeedModel.NeedModel, "matrix" | "units">,
  model: string,
  { file, rows }: Pick<VoiceFile.VoiceRead, "file" | "rows">
): ReadonlyArray<Fault.Fault> =>
  rows.flatMap((one) =>
    ([["unit", units], ["sector", matrix.sectors]] as const).flatMap(([column, named]): ReadonlyArray<Fault.Fault> =>
      one[column] === "" || Naming.find(named, one[column]) !== undefined ? [] : [{ _tag: "NotListed", file, row: one.row, column, found: one[column], listedIn: model }]))

/** The model with the voice of its units, and the voice of the whole list; units and sectors by identifier or title. */
export const beside = (
  needs: NeedModel.NeedModel,
  model: string,
  { dictionary, file, on, rows }: VoiceFile.VoiceRead
): Result.Result<{ readonly needs: NeedModel.NeedModel; readonly voice: NonNullable<NeedsReport.Facts["voice"]> }, Fault.InputRefused> => {
  const faults = strangers(needs, model, { file, rows })
  if (faults.length > 0) return Result.fail(new Fault.InputRefused({ file, faults, total: faults.length }))
  const known = rows.map(({ of, proposals, sector, unit }) => ({
    unit: Naming.find(needs.units, unit)?.id ?? "",
    sector: Naming.find(needs.matrix.sectors, sector)?.id ?? "",
    spelled: unit,
    proposals,
    of
  }))
  const all = merged(known)
  const whole = all.filter(({ unit }) => unit === "")
  return Result.succeed({
    needs: {
      ...needs,
      voice: all.flatMap(({ of, proposals, sector, unit }) =>
        unit === "" || sector === "" ? [] : [{ unit, sector, share: Fraction.format(Fraction.make(proposals, of)) }])
    },
    voice: {
      dictionary,
      on,
      sectors: whole.flatMap(({ of, proposals, sector }) => (sector === "" ? [] : [{ sector, proposals, of }])),
      unmapped: whole.find(({ sector }) => sector === "")?.proposals ?? 0
    }
  })
}

interface Counted {
  readonly unit: string
  readonly sector: string
  /** The unit as the file writes it; each spelling counts for itself. */
  readonly spelled: string
  readonly proposals: number
  readonly of: number
}

/** Rows of one unit and sector under several names, such as an identifier and a title, added up. */
const merged = (rows: ReadonlyArray<Counted>): ReadonlyArray<Pick<Counted, "unit" | "sector" | "proposals" | "of">> => {
  const all = new Map<string, Map<string, number>>()
  for (const { of, spelled, unit } of rows) all.set(unit, (all.get(unit) ?? new Map<string, number>()).set(spelled, of))
  const cells = new Map<string, { readonly unit: string; readonly sector: string; proposals: number; readonly of: number }>()
  for (const { proposals, sector, unit } of rows) {
    const key = JSON.stringify([unit, sector])
    const cell = cells.get(key) ?? { unit, sector, proposals: 0, of: [...all.get(unit)!.values()].reduce((sum, of) => sum + of, 0) }
    cell.proposals += proposals
    cells.set(key, cell)
  }
  return [...cells.values()]
}
