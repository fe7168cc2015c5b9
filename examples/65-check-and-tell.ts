/**
 * The administrative check of a round whose verifiers work in the host's own pages: an export of applications, findings in the journal, a
 * hand-over, and from one and the same decision the list that is announced, the digest that the committee decides, and the letter
 * that tells each applicant why.
 *
 * Run: node examples/65-check-and-tell.ts
 */
import { AdministrativeResult, Disclosure } from "@timbang/core/publication"
import { Notices } from "@timbang/language"
import { AdministrativeDecision, type Fact, Recruitment, RoundNotices, Rounds, Specimen } from "@timbang/process"
import { AdministrativeLaw, DisclosureLaw, RuleSets } from "@timbang/regulations"
import { NodePrimitives } from "@timbang/signing/node"
import { ApplicationsFile } from "@timbang/source-files"
import { AdministrativeCheck, Outbox, SendingPolicy, VerificationBook } from "@timbang/workflows"
import { Journal, Notifier, Vault } from "@timbang/workflows/ports"
import { Effect, Layer, Result } from "effect"

// The rules of 2024, of which this round asks three things.
const asked = new Set(["usia", "pidana", "pendidikan"])
const ruleSet = { ...RuleSets.cpns2024, requirements: RuleSets.cpns2024.requirements.filter(({ id }) => asked.has(id)) }
const formations = [{ formation: "F1", position: "Penata Jalan", education: "S-1", location: "Dinas PUPR", category: "umum", seats: 1 }]
const programmes = [{ position: "Penata Jalan", programme: "S-1 Teknik Sipil", from: "2024-08-01", source: { instrument: "Pengumuman 800/1/2024", confidence: "host" } }] as const

// What the agency downloads from SSCASN; name and NIK are dropped unread.
const rows = [
  "No Pendaftaran;formasi_id;Tgl Submit;Tanggal Lahir;Prodi;NIK;Nama",
  "R-1;F1;21/08/2024;01/02/1995;S1 TEKNIK SIPIL;1571014107900001;Siti",
  "R-2;F1;22/08/2024;03/04/1988;S-1 Teknik Sipil;1571014107900002;Budi",
  "R-3;F1;23/08/2024;05/06/1996;S-1 Teknik Mesin;1571014107900003;Ayu"
]
const applications = ApplicationsFile.layer({ file: "pelamar.csv", bytes: new TextEncoder().encode(rows.join("\n")) })

const account = (id: string) => ({ id, role: "verifikator", unit: "bkpsdm" })
const chief = account("ketua")
const head = { selection: "Seleksi CPNS 2024", office: "BKPSDM Kota Contoh", site: "https://seleksi.kota.example" }
const { quiet: _, ...policy } = SendingPolicy.standard
const delivered: Array<Notifier.Message> = []

const program = Effect.gen(function*() {
  const journal = yield* Journal.Journal
  const numbers = ["R-1", "R-2", "R-3"]
  yield* VerificationBook.assign(journal, chief, numbers.map((applicant) => ({ applicant, verifier: "v.1", supervisor: "s.1" })), "assign")
  const find = (by: string, applicant: string, requirement: string, verdict: "met" | "unmet", reason = "") =>
    VerificationBook.find(journal, account(by), ruleSet, { applicant, requirement, role: "verifier", verdict, reason }, `${applicant}/${requirement}`)
  for (const applicant of numbers) yield* find("v.1", applicant, "pidana", "met")

  const check = AdministrativeCheck.run({ ruleSet, formations, programmes })
  const resultOf = ({ checked }: AdministrativeCheck.Made) =>
    AdministrativeResult.of(Disclosure.asOfficialLists(DisclosureLaw.vocabulary.values[0]!.value), AdministrativeLaw.terms.values[0]!.value, ruleSet, checked)
  const early = Result.getOrThrow(resultOf(yield* check))
  const refused = AdministrativeDecision.subject(early, "", "administrative-result")
  console.log(Result.isFailure(refused) ? `${refused.failure.message}\n` : "")

  // The verifier leaves; somebody else goes on, and what was found stays under the name of who found it.
  yield* VerificationBook.handOver(journal, chief, [{ applicant: "R-3", role: "verifier", to: "v.2", reason: "Cuti, surat 800/9" }], "hand-over")
  yield* find("v.2", "R-3", "pendidikan", "unmet", "Ijazah Teknik Mesin, bukan program studi dalam pengumuman")

  const made = yield* check
  const result = Result.getOrThrow(resultOf(made))
  for (const { applicant, code, grounds } of result.rows) console.log([applicant, code, ...grounds.map(({ provision, title }) => `${title} (${provision})`)].join("  "))
  const digest = Result.getOrThrow(AdministrativeResult.digest(NodePrimitives.node, result))

  // One account proposes the digest, another approves it, and the objection window opens.
  const rounds = yield* Rounds.Rounds
  const at = Date.UTC(2024, 8, 11, 3)
  const before = Recruitment.fold(Specimen.announced).at(-1)!
  const facts: ReadonlyArray<readonly [Fact.Fact, typeof chief]> = [
    ...Specimen.announced.map(({ actor, fact }) => [fact, actor] as const),
    ...Recruitment.passed(before, at, Specimen.runner).map((fact) => [fact, Specimen.runner] as const),
    [{ _tag: "StepFinished", at, step: "import-applicants", result: { digest: Specimen.digest, count: numbers.length } }, Specimen.runner],
    [{ _tag: "Proposed", at, id: "administrasi", subject: Result.getOrThrow(AdministrativeDecision.subject(result, digest, "administrative-result")) }, Specimen.drafter],
    [{ _tag: "Approved", at, id: "administrasi" }, Specimen.approver]
  ]
  for (const [size, [fact, actor]] of facts.entries()) yield* rounds.record("cpns-2024", size, [fact], actor)

  // What opens the window tells everybody how they stand, with the reasons of the same check.
  const outbox = yield* Outbox.make({ actor: chief, policy })
  const vault = yield* Vault.Vault
  for (const number of numbers) {
    yield* vault.write({ actor: chief, purpose: "registration" }, [{ subject: number, part: "contact/memory", value: new TextEncoder().encode(`${number}@example.test`) }])
  }
  yield* RoundNotices.catchUp(outbox, {
    actor: chief,
    round: "cpns-2024",
    lettersOf: (happening) =>
      happening._tag !== "WindowOpened" || happening.term !== "administrative-objection" ? [] : made.checked.map((checked) => ({
        person: checked.applicant,
        about: "AdministrativeOutcome",
        ...Notices.letter({ _tag: "AdministrativeOutcome", checked, objectUntil: happening.until }, head, "id")
      }))
  })
  yield* outbox.sendDue
  const letter = delivered.find(({ to }) => to.startsWith("R-3"))!
  console.log(`\n${delivered.length} letters; the one to R-3:\n${letter.subject}\n${letter.text.split("\n\n")[0]}`)
})

const ports = Layer.mergeAll(Journal.layerMemory, Vault.layerMemory, Notifier.layerMemory(delivered), applications)
await Effect.runPromise(Effect.provide(program, Layer.provideMerge(Rounds.layer, ports)))
