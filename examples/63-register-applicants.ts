/**
 * A hospital (BLUD) selects its own non-ASN staff, and applicants register on the portal.
 *
 * A draft is saved and opened again, the form is sent twice, a second application of the person is refused, and the receipt is
 * an entry of the public log. The same form refuses the rules of CPNS.
 *
 * Run: node examples/63-register-applicants.ts
 */
import { Disclosure, Edition } from "@timbang/core/publication"
import { OwnSelection, Specimen } from "@timbang/core/selection"
import { Portal } from "@timbang/portal"
import { RuleSets } from "@timbang/regulations"
import { Primitives, SecretKey } from "@timbang/signing"
import { PublicLog, RegistrationBook } from "@timbang/workflows"
import { Journal, KeyRing, Signer, TileStore, Vault } from "@timbang/workflows/ports"
import { Effect, Layer, Option, Result, Stream } from "effect"

// Rules of which the hospital decides every part.
const rules = { ruleSet: { ...Specimen.ruleSet, id: "blud-rsud-2026", title: "Seleksi pegawai BLUD", hostAuthorities: ["board", "committee"] }, formations: [Specimen.formation] }
console.log("decided by others, BLUD:", OwnSelection.decidedByOthers(rules.ruleSet).length)
console.log("decided by others, CPNS 2024:", [...new Set(OwnSelection.decidedByOthers(RuleSets.cpns2024).map(({ decidedBy }) => decidedBy))].join(", "))

// In memory here. In use `Storage` of @timbang/storage-sql, and keys and salts of 32 random bytes.
const primitives = Primitives.portable
const bytes = (text: string): Uint8Array => primitives.sha256(new TextEncoder().encode(text))
const signing = Result.getOrThrow(SecretKey.fromSeed("rsud.example/blud-2026", "ed25519", bytes("seed")))
const layer = Layer.mergeAll(
  Journal.layerMemory,
  Vault.layerMemory,
  KeyRing.layer([{ id: "2026-01", bytes: bytes("vault") }, { id: "pendaftaran-2026", bytes: bytes("registration") }]),
  TileStore.layerMemory,
  Signer.layer(signing.verifier, (text) => SecretKey.sign(signing, text))
)
const services = Effect.all({ journal: Journal.Journal, vault: Vault.Vault, keys: KeyRing.KeyRing, tiles: TileStore.TileStore, signer: Signer.Signer })
const { journal, keys, signer, tiles, vault } = await Effect.runPromise(Effect.provide(services, layer))
const run = <A, E>(effect: Effect.Effect<A, E, TileStore.TileStore | Signer.Signer>): Promise<A> =>
  Effect.runPromise(effect.pipe(Effect.provideService(TileStore.TileStore, tiles), Effect.provideService(Signer.Signer, signer)))

const words = { specificCategories: [], generalCategory: "special", healthCodes: {}, privateRungs: {}, identities: [] }
const means = { primitives, policy: Disclosure.asOfficialLists(words), saltOf: bytes }
await run(PublicLog.publish(primitives, Result.getOrThrow(Edition.rules(means, { ...rules, options: {}, engine: "timbang" }))))

const host = { journal, vault, keys, keyId: "pendaftaran-2026", selection: "blud-rsud-2026", unit: "rsud", draftDays: 30, keepDays: 365 }
const access = { actor: { id: "a.17", role: "panitia", unit: "rsud" }, purpose: "publication" }
const publish = (isLast: boolean) => run(RegistrationBook.publish(host, access, rules, means, { isLast }))
const portal = Portal.make({
  read: async (path) => Option.getOrUndefined(await Effect.runPromise(tiles.get(path))),
  registration: { ...host, publishing: { publish: () => publish(false), onFault: (error) => console.error(error) } }
})

const ask = async (path: string, fields?: Readonly<Record<string, string>>): Promise<string> => {
  const request = new Request(`http://localhost${path}`, fields === undefined ? {} : { method: "POST", body: new URLSearchParams(fields) })
  return (await portal.handler(request, { client: "127.0.0.1" })).text()
}
const said = (text: string): string => /role="(?:status|alert)"><p>(?:<strong>)?([^<]*)/.exec(text)![1]!
const codeIn = (text: string): string => /<p class="words">([A-Z2-7-]{23})</.exec(text)![1]!

const form = { formasi: "F1", nama: "Contoh Pelamar", lahir: "2000-01-31", kontak: "contoh@example.id" }
const kode = codeIn(await ask("/daftar"))
console.log("save:", said(await ask("/daftar", { ...form, aksi: "simpan", kode })))
console.log("open:", said(await ask("/daftar", { aksi: "buka", kode })))
for (const attempt of ["send", "send again"]) {
  const answer = await ask("/daftar", { ...form, aksi: "kirim", kode, nik: "0000000000000001" })
  console.log(`${attempt}:`, said(answer), /<dd>(D-\d+)<\/dd>/.exec(answer)![1])
}
const other = { ...form, aksi: "kirim", kode: codeIn(await ask("/daftar")), nik: "0000000000000001" }
console.log("another code:", said(await ask("/daftar", other)))

await publish(true)
const receipt = /<textarea id="tanda"[^>]*>([^<]*)</.exec(await ask("/daftar/tanda-terima", { nomor: "D-0001" }))![1]!.replaceAll("&quot;", "\"")
console.log("receipt stands in the log:", (await ask("/periksa", { receipt })).includes("cocok dengan catatan"))

const entries = JSON.stringify(await Effect.runPromise(Stream.runCollect(journal.read())))
console.log("journal names the person:", /Contoh|2000-01-31|0000000000000001/.test(entries))
await portal.dispose()
