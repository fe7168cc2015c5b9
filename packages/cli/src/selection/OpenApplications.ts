/**
 * Applications that cannot be decided yet or deserve a look, each led back to the file, row and column where it can be settled.
 *
 * @since 0.1.0
 */
import { type Eligibility, Finding, type Requirement, type RequirementStatus, type RuleSet } from "@timbang/core/selection"
import { AdministrativeChecks, type Sentences } from "@timbang/language"
import type { ApplicationsFile, FindingsFile } from "@timbang/source-files"

// --- models ---

/** One place to look at. */
export interface Row {
  readonly applicant: string
  readonly formation: string
  /** Empty where it is about the application as a whole. */
  readonly requirement: string
  readonly of: AdministrativeChecks.Attention
  readonly file: string
  readonly row: number
  readonly column: string
}

interface Given {
  readonly checked: ReadonlyArray<Eligibility.Checked>
  /** Findings about nobody who applied. */
  readonly strays: ReadonlyArray<Finding.Finding>
  readonly applications: ApplicationsFile.ApplicationsRead
  readonly findings: FindingsFile.FindingsRead | undefined
  readonly ruleSet: RuleSet.RuleSet
}

type Place = Pick<Row, "file" | "row" | "column">

// --- operations ---

/** The places, by registration number, then in the order of the requirements; what is about nobody stands at its number. */
export const list = ({ applications, checked, findings, ruleSet, strays }: Given): ReadonlyArray<Row> => {
  const rowOf = new Map(applications.applications.map(({ applicant }, at) => [applicant, applications.rows[at]!]))
  const indexOf = new Map((findings?.findings ?? []).map((finding, at) => [finding, at]))
  const byApplicant = new Map<string, Array<Finding.Finding>>()
  for (const finding of findings?.findings ?? []) {
    const own = byApplicant.get(finding.applicant)
    if (own === undefined) byApplicant.set(finding.applicant, [finding])
    else own.push(finding)
  }
  const kinds = new Map(ruleSet.requirements.map(({ _tag, id }) => [id, _tag]))
  const ofFinding = (finding: Finding.Finding, column: string): Place => ({ file: findings!.file, row: findings!.rows[indexOf.get(finding)!]!, column })
  const rows: Array<Row> = strays.map((finding) => ({
    applicant: finding.applicant,
    formation: "",
    requirement: "",
    of: { _tag: "FindingWithoutApplication" },
    ...ofFinding(finding, "applicant")
  }))
  for (const { applicant, formation, requirements, status } of checked) {
    const own = byApplicant.get(applicant) ?? []
    const ofApplication = (column: string): Place => ({ file: applications.file, row: rowOf.get(applicant)!, column })
    if (own.length === 0 && status !== "eligible") {
      rows.push({ applicant, formation, requirement: "", of: { _tag: "NobodyLooked" }, ...ofApplication("applicant") })
    }
    for (const requirement of requirements) {
      const { requirement: id } = requirement
      // What nobody has looked at is of no account once another requirement is unmet.
      if (requirement.status === "unchecked" && status === "ineligible") continue
      for (const [of, places] of attentionOf(requirement, own, { ofFinding, fact: ofApplication(factColumns[kinds.get(id) ?? "Document"]) })) {
        rows.push(...places.map((place) => ({ applicant, formation, requirement: id, of, ...place })))
      }
    }
  }
  return rows.map((row, at) => ({ row, at })).sort((a, b) => a.row.applicant < b.row.applicant ? -1 : a.row.applicant > b.row.applicant ? 1 : a.at - b.at)
    .map(({ row }) => row)
}

/** A place in the language asked for, as cells. */
export const cells = ({ applicant, column, file, of, row }: Row, lang: Sentences.Language): ReadonlyArray<string | number> =>
  [applicant, file, row, column, AdministrativeChecks.attention(of, lang)]

/** The column that holds the fact a requirement is computed from. */
const factColumns: Readonly<Record<Requirement.Requirement["_tag"], string>> = {
  Age: "birthDate",
  Education: "studyProgramme",
  GradeAverage: "gradeAverage",
  Declaration: "declarations",
  Document: "documents",
  OneApplication: "person"
}

function* attentionOf(
  { computed, flags, requirement, status, supervisor, title, verifier }: RequirementStatus.RequirementStatus,
  own: ReadonlyArray<Finding.Finding>,
  { fact, ofFinding }: { readonly fact: Place; readonly ofFinding: (finding: Finding.Finding, column: string) => Place }
): Generator<readonly [AdministrativeChecks.Attention, ReadonlyArray<Place>]> {
  const found = [verifier, supervisor].filter((finding) => finding !== undefined)
  const places = (findings: ReadonlyArray<Finding.Finding>) => findings.map((finding) => ofFinding(finding, "verdict")).sort((a, b) => a.row - b.row)
  if (status === "unchecked" && own.length > 0 && computed._tag === "Open") yield [{ _tag: "Unchecked", title, why: computed.why }, [fact]]
  for (const flag of flags) {
    switch (flag._tag) {
      case "SupervisorDiffers":
        yield [{ _tag: "SupervisorDiffers", title }, places(found)]
        break
      case "Contradiction": {
        const ofRole = Finding.about(requirement, own).filter(({ role }) => role === flag.role)
        const last = ofRole.reduce((day, { at }) => (at > day ? at : day), "")
        yield [{ _tag: "Contradiction", title, role: flag.role }, places(ofRole.filter(({ at }) => at === last))]
        break
      }
      case "ComputedDiffers":
        // What people judge by themselves, such as a paper, is settled by their finding.
        if (status === "disputed" && computed._tag === "Known") {
          yield [{ _tag: "ComputedDiffers", title }, [fact, ...places(found.filter(({ verdict }) => verdict !== computed.verdict))]]
        }
        break
      case "ReadingDecides":
        if (status !== "disputed") yield [{ _tag: "ReadingDecides", title, other: flag.other }, [fact]]
        break
      case "NotOnTable":
        break
    }
  }
}
