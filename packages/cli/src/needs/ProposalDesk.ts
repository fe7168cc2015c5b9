/**
 * Proposals as officers see them, and as `voice choose` reads them.
 *
 * @since 0.1.0
 */
import { Day } from "@timbang/core/law"
import { ProposalTexts, type Sentences } from "@timbang/language"
import type { DecisionsFile } from "@timbang/source-files"
import { ProposalBook } from "@timbang/workflows"
import type * as Grid from "../Grid.ts"

// --- operations ---

/** A row of decisions as what is recorded. */
export const actOf = ({ act, budget, desk = "bappeda", into = "", proposal, reason, volume }: DecisionsFile.Decision): ProposalBook.Act => {
  switch (act) {
    case "verified":
      return { kind: "verified", body: { proposal, desk, budget, volume, recommendation: reason } }
    case "joined":
      return { kind: "joined", body: { proposal, into, reason } }
    case "hidden":
      return { kind: "hidden", body: { proposal, reason } }
    default:
      return { kind: "answered", body: { proposal, answer: act, desk, reason } }
  }
}

/** Every proposal with how it stands. */
export const list = (book: ProposalBook.Book, lang: Sentences.Language): Grid.Grid => {
  const says = ProposalTexts.texts[lang]
  const { form, id, state, village, what } = says.headings
  const linked = ProposalBook.joined(book)
  return {
    name: "usulan",
    headers: [id, says.chainHeadings.day, village, form, what, says.chain, state, says.deskHeadings.joined, says.deskHeadings.hidden],
    rows: Array.from(book.records.values(), (record) => [
      record.id,
      Day.at(record.filedAt, 7),
      record.proposal.place.village,
      says.form[record.proposal._tag],
      inOneLine(record.proposal.problem).slice(0, 80),
      record.chain.map((step) => says.desk[step.desk]).join(", "),
      says.state[record.answer?.answer ?? "open"],
      (linked.get(record.id)?.proposals ?? []).filter((other) => other !== record.id).join(", "),
      record.hidden?.reason ?? ""
    ])
  }
}

/**
 * The file of proposals. Cost and volume are what the last desk recommends, else what was asked for; what an officer joined with another
 * is withdrawn in its favour, and its village stands behind that one.
 */
export const file = ({ records }: ProposalBook.Book, lang: Sentences.Language): Grid.Grid => {
  const says = ProposalTexts.texts[lang]
  const villagesOf = new Map<string, ReadonlyArray<string>>()
  for (const { id, joinedInto, proposal } of records.values()) {
    const head = joinedInto?.into ?? id
    villagesOf.set(head, [...new Set([...(villagesOf.get(head) ?? []), proposal.place.village])])
  }
  return {
    name: "usulan",
    headers: ["proposal", "title", "cost", "village", "supportedBy", "channel", "kind", "volume", "unit", "service", "state", "reason"],
    rows: Array.from(records.values(), ({ answer, chain, hidden, id, joinedInto, proposal }) => {
      const isWish = proposal._tag === "ServiceAspiration"
      const cost = chain.findLast(({ budget }) => budget > 0)?.budget ?? (isWish ? 0 : proposal.budget)
      const volume = chain.findLast((step) => Number(step.volume) > 0)?.volume ?? (isWish ? "" : proposal.volume)
      const isOut = answer?.answer === "rejected" || answer?.answer === "cancelled"
      return [
        id,
        hidden === undefined ? inOneLine(proposal.problem) : id,
        cost === 0 ? "" : String(cost),
        proposal.place.village,
        joinedInto === undefined ? villagesOf.get(id)!.join("|") : "",
        proposal.channel,
        isWish ? "" : proposal.kind,
        Number(volume) === 0 ? "" : volume,
        isWish ? "" : proposal.unit,
        isWish ? proposal.service : "",
        isOut ? answer.answer : joinedInto === undefined ? "open" : "cancelled",
        isOut ? answer.reason : joinedInto === undefined ? "" : says.joinedInto(joinedInto.into, joinedInto.reason)
      ]
    })
  }
}

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim()
