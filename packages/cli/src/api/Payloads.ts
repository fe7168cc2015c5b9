/**
 * What is sent to the addresses of the API: files as rows, as text or as bytes, and the options that the command line has.
 *
 * @since 0.1.0
 */
import { Apportionment } from "@timbang/core/formation"
import { Day, LegalSource } from "@timbang/core/law"
import { SurveyLaw } from "@timbang/regulations"
import { Schema } from "effect"

// --- parts ---

const maybe = Schema.optionalKey
const Text = Schema.String
const Texts = Schema.Array(Text)
const ADay = Text.check(Schema.makeFilter((text: string) => Day.isDay(text), { expected: "a calendar day, YYYY-MM-DD" })).annotate({ format: "date" })
const Row = Schema.Record(Text, Schema.Unknown)

/** A file: its rows as objects, its text with its name, or its bytes. The name parts `.ndjson` from CSV. */
const File = Schema.Union([
  Schema.Array(Row),
  Schema.Struct({ file: Text, text: Text }),
  Schema.Struct({ file: Text, base64: Schema.Uint8ArrayFromBase64 })
]).annotate({ identifier: "File", description: "Rows as objects; or the name and text of a CSV or NDJSON file; or the name and bytes (base64) of a CSV, XLSX or NDJSON file" })

/** A file as it is sent. */
export type File = typeof File.Type

const rules = {
  rules: Schema.Union([Text, Row]).annotate({ description: "Identifier of a rule set, such as cpns-2024, or the rule set itself" }),
  supply: maybe(Schema.Record(Text, Schema.Union([Text, Schema.Finite]))),
  supplySource: maybe(Text)
}

const standing = {
  standing: maybe(Schema.Literals(["simulasi", "uji-silang", "penetapan"])),
  letterNumber: maybe(Text),
  letterDay: maybe(Text),
  letterDigest: maybe(Text)
}

const round = {
  ...rules,
  ...standing,
  formations: File,
  participants: File,
  events: maybe(File),
  stage: maybe(Text),
  scoredOn: maybe(Text),
  filling: maybe(Schema.Literals(["on", "off"])),
  fillingPool: maybe(Schema.Literals(["all-cells", "cell-by-cell"])),
  fillingOrder: maybe(Schema.Literals(["identifier", "most-empty-seats"])),
  fillingClosing: maybe(Schema.Literals(["stays-open", "closes-once-filled-into"])),
  fillingConsent: maybe(Schema.Literals(["not-asked", "asked"])),
  freedPlaces: maybe(Schema.Literals(["stay-empty", "refilled"])),
  refillUntil: maybe(Text)
}

const Source = Schema.Struct({
  instrument: Text,
  provision: maybe(Text),
  confidence: Schema.Literals(LegalSource.confidences),
  note: maybe(Text)
})

const Application = Schema.Struct({
  applicant: Text,
  participant: maybe(Text),
  formation: Text,
  appliedOn: ADay,
  birthDate: maybe(ADay),
  studyProgramme: maybe(Text),
  gradeAverage: maybe(Text),
  person: maybe(Text),
  declarations: maybe(Schema.Record(Text, Schema.Boolean)),
  documents: maybe(Texts)
})

const Finding = Schema.Struct({
  applicant: Text,
  requirement: Text,
  role: Schema.Literals(["verifier", "supervisor"]),
  by: Text,
  verdict: Schema.Literals(["met", "unmet"]),
  reason: Text,
  document: maybe(Text),
  facts: maybe(Schema.Record(Text, Text)),
  at: ADay
})

// --- payloads ---

/** A check of applications against the requirements of a rule set. */
const Eligibility = Schema.Struct({
  ...rules,
  formations: File,
  applications: Schema.Array(Application),
  findings: maybe(Schema.Array(Finding)),
  programmes: maybe(Schema.Array(Schema.Struct({ position: Text, programme: Text, from: ADay, until: maybe(ADay), source: Source }))),
  register: maybe(Schema.Array(Schema.Struct({ applicant: Text, person: Text, program: Text, appliedOn: ADay })))
})

/** A check of an official list, row by row. */
const Check = Schema.Struct({
  ...rules,
  official: File,
  formations: maybe(File),
  participants: maybe(File),
  stage: maybe(Text),
  scoredOn: maybe(Text),
  lawLetter: maybe(Text)
})

/** A selection. */
const Select = Schema.Struct(round)

/** A selection, and the participants whose outcome is explained. */
const Explain = Schema.Struct({
  ...round,
  explain: Texts.check(Schema.isMinLength(1), Schema.isMaxLength(1000)).annotate({ description: "Participant numbers" })
})

/** A receipt, or a document with its receipt, and whom the reader trusts. */
const Verify = Schema.Struct({
  receipt: Schema.Union([Text, Row]).annotate({ description: "The receipt as JSON or as the text of its code" }),
  document: maybe(Schema.Uint8ArrayFromBase64.annotate({ description: "The document that the receipt is about" })),
  checkpoint: maybe(Text),
  key: maybe(Text),
  policy: maybe(Text),
  words: maybe(Text)
})

/** Posts to be shared. */
const Allocate = Schema.Struct({
  claims: maybe(File),
  cells: maybe(File),
  margins: maybe(File),
  policy: maybe(File),
  policySource: maybe(Text),
  years: maybe(Schema.Array(Schema.Int)),
  seats: maybe(Schema.Int),
  budget: maybe(File),
  whenAbove: maybe(Schema.Literals(["zero-growth", "minus-growth"])),
  on: maybe(Text),
  method: maybe(Schema.Literals(Apportionment.methods)),
  drawn: maybe(Texts),
  previous: maybe(File),
  pace: maybe(Text),
  paceFall: maybe(Text),
  paceLeast: maybe(Schema.Int)
})

/** Answers of citizens to be counted. */
const Survey = Schema.Struct({
  ...standing,
  responses: File,
  margins: maybe(File),
  words: maybe(File),
  form: maybe(Schema.Literals(["2017", "2004"])),
  weights: maybe(Schema.Literals(SurveyLaw.weightNames)),
  population: maybe(Schema.Int),
  invited: maybe(Schema.Int),
  fewest: maybe(Schema.Int),
  complaints: maybe(File),
  target: maybe(Schema.Finite),
  on: maybe(Text)
})

/** What is sent to each address. */
export const payloads = { eligibility: Eligibility, check: Check, select: Select, explain: Explain, verify: Verify, allocate: Allocate, survey: Survey }

/** The addresses by name; each stands at `/v1/<name>`. */
export type Name = keyof typeof payloads

/** What is sent to one address, decoded. */
export type Payload<N extends Name> = (typeof payloads)[N]["Type"]
