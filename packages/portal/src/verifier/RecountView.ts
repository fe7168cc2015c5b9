/**
 * *Hitung ulang*: what is shown for the public file of a formation. The file is checked first, then the rules are rerun over
 * its entries, and every step of every participant can be opened.
 *
 * A view is green only when the file is the logged one, somebody trusted signed it, something was computed, and nothing
 * differs.
 *
 * @since 0.1.0
 */
import { type Disclosure, FormationFile, type Primitives, type Recount, Trust } from "@timbang/core/publication"
import { Explanations, RuleSetTitles, Sentences } from "@timbang/language"
import { RecountTexts, VerifierTexts } from "@timbang/language/publication"
import * as Result from "effect/Result"
import * as RecountedExplanation from "./RecountedExplanation.ts"
import * as VerifierView from "./VerifierView.ts"

// --- models ---

/**
 * What the view is made with.
 *
 * @category models
 * @since 0.1.0
 */
export interface Means {
  readonly primitives: Primitives.Primitives
  /** Words on paper. */
  readonly words: ReadonlyArray<string>
  /** The words of the disclosure policies of the country. */
  readonly vocabulary: Disclosure.Vocabulary
  readonly language: Sentences.Language
}

// --- operations ---

/**
 * Checks and recounts the file and says what to show.
 *
 * **Example** (A file that is cut off)
 *
 * ```ts
 * import { RecountView } from "@timbang/portal"
 * import { Primitives } from "@timbang/signing"
 * const vocabulary = { specificCategories: [], generalCategory: "khusus", healthCodes: {}, privateRungs: {}, identities: [] }
 * const means = { primitives: Primitives.portable, words: [], vocabulary, language: "en" } as const
 * RecountView.view(means, { receipt: '{"formation-file": 1', trust: "" }).tone // => "nothing"
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const view = (means: Means, input: VerifierView.Input): VerifierView.View => {
  const { language, primitives, vocabulary, words } = means
  const [texts, says] = [VerifierTexts.texts[language], RecountTexts.texts[language]]
  const file = FormationFile.parse(input.receipt)
  if (Result.isFailure(file)) return VerifierView.nothing(says.unreadable, texts.receiptAdvice)
  const trust = Trust.read(primitives, words, input.trust)
  if (Result.isFailure(trust)) return VerifierView.nothing(texts.trustUnreadable, Sentences.say(texts.trustProblems, trust.failure.problem))
  const verdict = FormationFile.verify(primitives, file.success, trust.success)
  const { formation } = file.success.statement
  const checks = VerifierView.checkSections(primitives, words, texts, verdict, [])
  const cell: VerifierView.Section = {
    title: says.headings.formation,
    rows: [[formation.formation, formation.position], [formation.location, formation.education]]
  }
  if (verdict.verdict === "refused") {
    const sentence = texts.refusals[verdict.failed!]
    return { tone: "bad", sentence, advice: texts.advice.refused, sections: [cell, ...checks] }
  }
  const counted = countedOf(vocabulary, file.success)
  const isEmpty = counted === undefined || counted.selection === undefined && counted.rerun.differences.length === 0 ||
    counted.rerun.differences.length === 0 && Object.keys(counted.rerun.checked).length === 0
  if (isEmpty) {
    return { tone: "nothing", sentence: says.nothing, advice: says.advice.nothing, sections: [cell, ...checks] }
  }
  const { attested, checked, differences } = counted.rerun
  const outcome = differences.length > 0 ? "differs" : verdict.verdict === "verified" ? "agrees" : "agreesUnsigned"
  const count = (names: Readonly<Record<string, string>>, counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).map(([name, number]) => [names[name] ?? name, String(number)] as const)
  const taken = count(says.attested, attested)
  const [, ...about] = cell.rows
  return {
    tone: outcome === "differs" ? "bad" : outcome === "agrees" ? "good" : "unsure",
    sentence: says[outcome],
    advice: says.advice[outcome],
    sections: [
      {
        title: cell.title,
        rows: [cell.rows[0]!, ...about, [texts.kinds.result, says.seats(formation.seats, counted.results.length)]]
      },
      ...(differences.length === 0 ? [] : [{
        title: says.headings.differences,
        rows: differences.map((one) => [String(one.index), differenceOf(means, file.success, one)] as const)
      }]),
      { title: says.headings.checked, rows: count(says.checked, checked) },
      { title: says.headings.attested, rows: taken.length === 0 ? [[says.noneAttested, "0"]] : taken, note: says.attestedNote },
      ...checks
    ],
    people: { title: says.headings.people, list: peopleOf(means, counted) }
  }
}

/** Rules that were logged and cannot be run are no reason for a page to stop: nothing of the file can be computed. */
const countedOf = (vocabulary: Disclosure.Vocabulary, file: FormationFile.FormationFile): Recount.Counted | undefined => {
  try {
    return FormationFile.recount(vocabulary, file)
  } catch {
    return undefined
  }
}

const differenceOf = (
  { language }: Means,
  { entries, rules }: FormationFile.FormationFile,
  { fact, index, published, recomputed }: Recount.Counted["rerun"]["differences"][number]
): string => {
  const entry = entries.find((one) => one.index === index)?.entry
  const participant = entry !== undefined && "participant" in entry ? entry.participant : "–"
  const { components = [], steps = [] } = rules as { components?: ReadonlyArray<Titled>; steps?: ReadonlyArray<Titled> }
  const title = [...components, ...steps].find(({ id }) => id === fact)?.title
  const name = title === undefined ? VerifierView.labelOf(VerifierTexts.texts[language], fact) : RuleSetTitles.of(title, language)
  return RecountTexts.texts[language].difference(participant, name, published, recomputed)
}

interface Titled {
  readonly id: string
  readonly title: string
}

const peopleOf = ({ language }: Means, counted: Recount.Counted): ReadonlyArray<VerifierView.Person> => {
  const { rerun, results } = counted
  const { mark } = RecountTexts.texts[language]
  const differing = new Set(rerun.differences.map(({ index }) => index))
  const last = Number.MAX_SAFE_INTEGER
  const ordered = results.slice().sort(({ entry: a }, { entry: b }) =>
    (a.rank ?? last) - (b.rank ?? last) || (a.participant < b.participant ? -1 : 1)
  )
  return ordered.map(({ entry, index }) => ({
    title: `${entry.rank ?? "–"} · ${entry.participant} · ${entry.code} · ${mark[differing.has(index) ? "differs" : "same"]}`,
    steps: () => {
      const made = RecountedExplanation.explain(counted, entry)
      return made === undefined ? [] : Explanations.sections({ ...made, smallestChange: { _tag: "NotAsked" } }, language).slice(0, -1)
    }
  }))
}
