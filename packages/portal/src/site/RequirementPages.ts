/**
 * *Cek syarat*: which administrative requirements somebody meets. Stateless: what is sent is answered and forgotten, and neither
 * NIK nor name is asked for.
 */
import type { Formation } from "@timbang/core/formation"
import { Day, LegalSource } from "@timbang/core/law"
import { type Application, type Requirement, RequirementCheck, RequirementStatus, type StudyProgramme } from "@timbang/core/selection"
import { Applications, RequirementTexts, RuleSetTitles } from "@timbang/language"
import type { Fields } from "./Form.ts"
import { html, type Html, type Part } from "./Html.ts"
import { dayOf } from "./LocalTime.ts"
import { type Context, link, page, table } from "./Page.ts"

// --- models ---

/** What the page is made with. */
export interface Means {
  readonly programmes: ReadonlyArray<StudyProgramme.Entry>
  readonly applyAddress: string
  /** Unit: milliseconds since 1970-01-01 UTC. */
  readonly now: number
}

const path = "/syarat"
const noOne = "-"

// --- operations ---

/** The page before anything was sent. */
export const form = (context: Context, formationId: string | undefined, means: Means): string => {
  const says = RequirementTexts.texts[languageOf(context)]
  const formation = context.record.formations.find((one) => one.formation === formationId)
  const body: ReadonlyArray<Part> = requirementsOf(context).length === 0
    ? [html`<p>${says.without}</p>`]
    : formation === undefined
    ? choice(context, says, formationId)
    : [html`<p>${says.about(formation.position, formation.location)}</p>`, questions(context, says, formation, means)]
  return whole(context, says, body, formation)
}

/** The answer to what was sent. */
export const answer = (context: Context, fields: Fields, means: Means): string => {
  const language = languageOf(context)
  const says = RequirementTexts.texts[language]
  const formation = context.record.formations.find((one) => one.formation === fields.text("formasi"))
  if (formation === undefined) return form(context, fields.text("formasi"), means)
  const { application, faults, missing } = read(context, fields, formation, means)
  if (faults.length > 0) {
    const told = html`<div class="warn" role="alert">${faults.map((fault) => html`<p>${says.fault[fault]}</p>`)}</div>`
    return whole(context, says, [told, html`<p>${says.about(formation.position, formation.location)}</p>`, questions(context, says, formation, means)], formation)
  }
  const ruleSet = context.record.ruleSet!
  const checking = RequirementCheck.prepare({ ruleSet, applications: [application], programmes: means.programmes })
  const statuses = ruleSet.requirements.map((requirement) =>
    ({ requirement, status: RequirementStatus.weigh(requirement, RequirementCheck.compute(requirement, paperless(application, requirement, missing), formation, checking), []) }))
  const asked = statuses.filter(({ status }) => status.status !== "not-required")
  const overall = asked.some(({ status }) => status.status === "unmet") ? "unmet" : asked.every(({ status }) => status.status === "met") ? "met" : "open"
  const isUnknown = (id: string) => [...checking.unknown.keys()].some((place) => place.startsWith(`requirements.${id}.`))
  const rows = asked.toSorted((a, b) => order.indexOf(a.status.status) - order.indexOf(b.status.status)).map(({ requirement, status }): ReadonlyArray<Part> => [
    RuleSetTitles.of(requirement.title, language),
    html`<strong>${says.status[status.status]}</strong>`,
    because(says, requirement, status, isUnknown(requirement.id), language),
    html`${LegalSource.cite(status.source)}`
  ])
  const { provision, requirement, status, why } = says.headings
  return whole(context, says, [
    html`<div class="card ${overall === "met" ? "good" : overall === "unmet" ? "bad" : "unsure"}" role="status"><p><strong>${says.overall[overall]}</strong></p></div>`,
    html`<p>${says.about(formation.position, formation.location)}</p>`,
    html`<h2>${says.result}</h2>`,
    table(says.result, [requirement, status, why, provision], rows),
    html`<p>${says.notBinding}</p>`,
    html`<p><a class="button" href="${means.applyAddress}">${says.apply}</a></p>`,
    html`<p><a href="${link(context, path, { formasi: formation.formation })}">${says.again}</a></p>`
  ], formation)
}

const order: ReadonlyArray<RequirementStatus.Status> = ["unmet", "disputed", "unchecked", "met"]

const languageOf = ({ texts }: Context): "id" | "en" => texts.language === "en" ? "en" : "id"

const requirementsOf = ({ record }: Context): ReadonlyArray<Requirement.Requirement> => record.ruleSet?.requirements ?? []

const whole = (context: Context, says: RequirementTexts.RequirementTexts, body: ReadonlyArray<Part>, formation: Formation.Formation | undefined): string =>
  page(context, {
    title: says.title,
    path,
    ...(formation === undefined ? {} : { here: `${path}?formasi=${encodeURIComponent(formation.formation)}` }),
    body: [html`<p class="lead">${says.lead}</p>`, html`<p class="note">${says.privacy}</p>`, ...body]
  })

const choice = (context: Context, says: RequirementTexts.RequirementTexts, sought: string | undefined): ReadonlyArray<Part> => [
  sought === undefined || sought === "" ? "" : html`<div class="warn" role="alert"><p>${says.unknownFormation}</p></div>`,
  html`<h2>${says.choose}</h2><form method="get" action="${context.base}${path}"><label for="formasi">${says.code}</label><input type="text" id="formasi" name="formasi" autocomplete="off" required>${inEnglish(context)}<button>${says.chooseButton}</button></form>`,
  html`<p><a href="${link(context, "/formasi")}">${says.list}</a></p>`
]

const inEnglish = ({ texts }: Context): Html => texts.language === "en" ? html`<input type="hidden" name="lang" value="en">` : html``

/** Requirements that this formation asks for. */
const askedOf = (context: Context, formation: Formation.Formation): ReadonlyArray<Requirement.Requirement> => {
  const ruleSet = context.record.ruleSet!
  const nobody: Application.Application = { applicant: noOne, formation: formation.formation, appliedOn: "2000-01-01" }
  const checking = RequirementCheck.prepare({ ruleSet, applications: [], programmes: [] })
  return ruleSet.requirements.filter((requirement) => RequirementCheck.compute(requirement, nobody, formation, checking)._tag !== "NotRequired")
}

const questions = (context: Context, says: RequirementTexts.RequirementTexts, formation: Formation.Formation, { now }: Means): Html => {
  const asked = askedOf(context, formation)
  const has = (tag: Requirement.Requirement["_tag"]) => asked.some(({ _tag }) => _tag === tag)
  const language = languageOf(context)
  const title = (requirement: Requirement.Requirement) => RuleSetTitles.of(requirement.title, language)
  const statements = asked.filter(({ _tag }) => _tag === "Declaration")
  const papers = asked.filter(({ _tag }) => _tag === "Document")
  const field = (id: string, label: string, type: "date" | "text", value = "", extra: Html = html``) =>
    html`<label for="${id}">${label}</label><input type="${type}" id="${id}" name="${id}" value="${value}" autocomplete="off"${extra}>`
  const hinted = html` inputmode="decimal" aria-describedby="ipk-petunjuk"`
  return html`<form method="post" action="${context.base}${path}${language === "en" ? "?lang=en" : ""}"><input type="hidden" name="formasi" value="${formation.formation}">${has("Age") ? [field("lahir", says.birthDate, "date"), field("melamar", says.appliedOn, "date", dayOf(now))] : ""}${has("Education") ? field("prodi", says.studyProgramme, "text") : ""}${has("GradeAverage") ? [field("ipk", says.gradeAverage, "text", "", hinted), html`<p class="note" id="ipk-petunjuk">${says.gradeHint}</p>`] : ""}${statements.length === 0 ? "" : html`<fieldset><legend>${says.statements}</legend>${statements.map((one) =>
    html`<fieldset><legend>${title(one)}</legend>${pick(`nyata-${one.id}`, "ya", says.yes)}${pick(`nyata-${one.id}`, "tidak", says.no)}</fieldset>`)}</fieldset>`}${papers.length === 0 ? "" : html`<fieldset><legend>${says.papers}</legend><p class="note">${says.papersHint}</p>${papers.map((one) =>
    html`<fieldset><legend>${title(one)}</legend>${pick(`dokumen-${one.id}`, "ya", says.have)}${pick(`dokumen-${one.id}`, "tidak", says.notYet)}</fieldset>`)}</fieldset>`}<button>${says.button}</button></form>`
}

const pick = (name: string, value: "ya" | "tidak", label: string): Html =>
  html`<label class="pick"><input type="radio" name="${name}" value="${value}">${label}</label>`

/** Only a paper that is said to be lacking is missing; one that nothing is said of is for people to look at. */
const paperless = (application: Application.Application, { _tag, id }: Requirement.Requirement, missing: ReadonlySet<string>): Application.Application =>
  _tag === "Document" && missing.has(id) ? { ...application, documents: [] } : application

type Fault = keyof RequirementTexts.RequirementTexts["fault"]

/** What was sent, as an application of nobody; what is built like a NIK is not looked at. */
const read = (context: Context, fields: Fields, formation: Formation.Formation, { now }: Means): { readonly application: Application.Application; readonly faults: ReadonlyArray<Fault>; readonly missing: ReadonlySet<string> } => {
  const faults = new Set<Fault>()
  const text = (name: string): string => {
    const sent = fields.text(name).slice(0, 200)
    if (!/\d{16}/.test(sent.replace(/[\s.-]/g, ""))) return sent
    faults.add("nik")
    return ""
  }
  const [born, applied, programme, average] = [text("lahir"), text("melamar"), text("prodi"), text("ipk")]
  const appliedOn = applied === "" ? dayOf(now) : dayIn(applied)
  const birthDate = born === "" ? undefined : dayIn(born)
  const gradeAverage = average === "" ? undefined : average.replace(",", ".")
  if (appliedOn === undefined) faults.add("appliedOn")
  if (born !== "" && (birthDate === undefined || birthDate < "1900-01-01" || birthDate >= (appliedOn ?? "9999-12-31"))) faults.add("birthDate")
  if (gradeAverage !== undefined && (RequirementCheck.readGradeAverage(gradeAverage) ?? 4001) > 4000) faults.add("gradeAverage")
  const asked = askedOf(context, formation)
  const said = asked.flatMap(({ _tag, id }) => _tag === "Declaration" && ["ya", "tidak"].includes(fields.text(`nyata-${id}`)) ? [[id, fields.text(`nyata-${id}`) === "ya"] as const] : [])
  return {
    application: {
      applicant: noOne,
      formation: formation.formation,
      appliedOn: appliedOn ?? dayOf(now),
      ...(birthDate === undefined ? {} : { birthDate }),
      ...(programme === "" ? {} : { studyProgramme: programme }),
      ...(gradeAverage === undefined ? {} : { gradeAverage }),
      declarations: Object.fromEntries(said)
    },
    faults: [...faults],
    missing: new Set(asked.filter(({ _tag, id }) => _tag === "Document" && fields.text(`dokumen-${id}`) === "tidak").map(({ id }) => id))
  }
}

const because = (
  says: RequirementTexts.RequirementTexts,
  requirement: Requirement.Requirement,
  { computed, flags }: RequirementStatus.RequirementStatus,
  isUnknown: boolean,
  language: "id" | "en"
): Part => {
  if (computed._tag === "Known" && computed.reason._tag === "PaperMissing") return says.paperMissing
  if (computed._tag === "Known") {
    return [Applications.reason(computed.reason, language), ...flags.map((flag) => html`<br><small>${Applications.flag(flag, language)}.</small>`)]
  }
  if (isUnknown) return says.numberUnknown
  if (requirement._tag === "OneApplication") return says.bySscasn
  if (computed._tag === "Open" && computed.why === "not-on-table") return says.notOnTable
  if (computed._tag === "Open" && computed.why === "for-people") return says.forPeople
  return says.notAnswered
}

/** A day as a form sends it, or as somebody writes it where the browser has no calendar. */
const dayIn = (text: string): Day.Day | undefined => {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  const written = day === undefined ? text : `${year}-${month!.padStart(2, "0")}-${day.padStart(2, "0")}`
  return Day.isDay(written) ? written : undefined
}
