import { existsSync } from "node:fs"
import { appendFile, readFile } from "node:fs/promises"
import type { RequestListener } from "node:http"
import type { RuleSet } from "@timbang/core/selection"
import { Portal } from "@timbang/portal"
import { RuleSets } from "@timbang/regulations"
import { ScoreFeedFile } from "@timbang/source-files"
import type { Actor } from "@timbang/workflows"
import { Journal, KeyRing, Vault } from "@timbang/workflows/ports"
import { Effect, Layer } from "effect"
import type { Hono } from "hono"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Server from "../../../storage-sql/test/Server.ts"
import * as Guide from "../../src/guide.ts"
import { listen } from "./listen.ts"
import { publish } from "./round.ts"

type Read = Portal.Options["read"]
type Ports = { readonly journal: Journal.Journal["Service"]; readonly vault: Vault.Vault["Service"]; readonly keys: KeyRing.KeyRing["Service"] }

const key = new Uint8Array(32).fill(7)
const account = (request: Request): Actor.Actor | undefined => {
  const [id, role] = request.headers.get("cookie")?.split(",") ?? []
  return id === undefined || role === undefined ? undefined : { id, role, unit: "bkpsdm" }
}
const filed = { bentuk: "physical", channel: "musrenbang", problem: "Jalan ke sekolah rusak", kind: "jalan", volume: "120", unit: "m", budget: "50000000", kunci: "k-1" }

describe("docs/guides/embed-the-portal.md", () => {
  const guide = Guide.open("embed-the-portal.md")
  const env = { TIMBANG_DATABASE: "" }
  const read: Read = async (path) => existsSync(guide.path(`catatan/${path}`)) ? new Uint8Array(await readFile(guide.path(`catatan/${path}`))) : undefined
  beforeAll(async () => {
    env.TIMBANG_DATABASE = `postgres://timbang:timbang@127.0.0.1:${(await Server.start()).port}/postgres`
    await publish(guide, "rules", "registrations")
  })
  afterAll(Server.stop)

  /** The next block, which serves; what stands before the address, and the address. */
  const served = async (): Promise<readonly [string, string]> => {
    const { said } = guide.start({ replace: { 8080: "0" }, env })
    await expect.poll(said, { timeout: 30_000 }).toMatch(/^http:\/\/\S+\/$/m)
    return [said(), /^http:\/\/\S+(?=\/$)/m.exec(said())![0]]
  }
  const asked = async (portal: Portal.Portal, path: string, headers: Readonly<Record<string, string>> = {}, fields?: Readonly<Record<string, string>>) => {
    const request = new Request(`http://localhost${path}`, fields === undefined ? { headers } : { method: "POST", headers, body: new URLSearchParams(fields) })
    const response = await portal.handler(request, { client: "a" })
    return { status: response.status, text: await response.text() }
  }
  const journal = () =>
    Effect.runPromise(Effect.provide(Effect.map(Journal.Journal, (each) => each), Layer.fresh(Journal.layerMemory)))

  it("serves a log alone, below a path with live scores, and with proposals and a survey", async () => {
    const [, plain] = await served()
    expect(await (await fetch(`${plain}/formasi`)).text()).toContain("Penyuluh")
    guide.write({ "nilai.ndjson": "{\"participant\":\"24-01\",\"stage\":\"skd\",\"session\":\"1\",\"scores\":{\"twk\":110}}\n" })
    const [, live] = await served()
    expect(live).toMatch(/\/cpns$/)
    await expect.poll(async () => (await fetch(`${live}/langsung`)).text(), { timeout: 30_000 }).toContain("24-01")
    expect((await fetch(`${live}/catatan/checkpoint`)).status).toBe(200)
    const [said, withForms] = await served()
    const token = /hulu-[A-Z0-9-]+/i.exec(said)![0]
    const answer = await fetch(`${withForms}/usulan/baru`, { method: "POST", redirect: "manual", body: new URLSearchParams({ ...filed, token }) })
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/usulan/U-1"])
    expect((await fetch(`${withForms}/survei`)).status).toBe(200)
  })

  it("embeds in Hono and Express, and is followed from TypeScript", async () => {
    const { inHono } = await guide.module<{ readonly inHono: (options: Portal.Options) => Hono }>()
    expect(await (await inHono({ read }).request("/cpns/formasi")).text()).toContain("Penyuluh")
    const { inExpress } = await guide.module<{ readonly inExpress: (options: Portal.Options) => RequestListener }>()
    const { follow } = await guide.module<{ readonly follow: (address: string) => AsyncGenerator<{ readonly rows: ReadonlyArray<{ readonly participant: string }> }> }>()
    const base = await listen(inExpress({ read, feed: ScoreFeedFile.follow(guide.path("nilai.ndjson")), limits: { frameMillis: 20 } }))
    expect((await fetch(`${base}/cpns/langsung`)).status).toBe(200)
    const more = setInterval(() => void appendFile(guide.path("nilai.ndjson"), "{\"participant\":\"24-02\",\"stage\":\"skd\",\"session\":\"1\",\"scores\":{\"twk\":110}}\n"), 30)
    for await (const { rows } of follow(`${base}/cpns/langsung/aliran`)) {
      if (rows.length === 0) continue
      expect(rows[0]!.participant).toMatch(/^24-0/)
      break
    }
    clearInterval(more)
  })

  it("takes proposals, which the desks decide", async () => {
    const { tokenOf, withProposals } = await guide.module<{ readonly withProposals: (read: Read, journal: Ports["journal"], key: Uint8Array) => Portal.Portal; readonly tokenOf: (key: Uint8Array, filer: string) => Promise<string> }>()
    const portal = withProposals(read, await journal(), key)
    expect((await asked(portal, "/usulan/baru", {}, { ...filed, token: await tokenOf(key, "hulu") })).status).toBe(303)
    expect((await asked(portal, "/usulan/U-1")).text).toContain("Jalan ke sekolah rusak")
    await portal.dispose()
    // The desks decide what was filed on the portal above, in the database.
    guide.file("csv", "keputusan.csv")
    const { err, out, status } = await guide.sh({ env })
    expect([status, err, out]).toEqual([0, expect.stringContaining("2 keputusan tercatat"), expect.stringContaining("Jalan ke sekolah rusak")])
    expect(guide.read("usulan/usulan.csv")).toContain("U-1,Jalan ke sekolah rusak,40000000")
  })

  it("takes applications, answers, score sheets and findings", async () => {
    const { withRegistration } = await guide.module<{ readonly withRegistration: (read: Read, ports: Ports, publish: () => Promise<unknown>, alarm: (error: unknown) => void) => Portal.Portal }>()
    const layer = Layer.mergeAll(Layer.fresh(Journal.layerMemory), Layer.fresh(Vault.layerMemory), KeyRing.layer(["2026-01", "pendaftaran-2026"].map((id, at) => ({ id, bytes: new Uint8Array(32).fill(at) }))))
    const ports = await Effect.runPromise(Effect.provide(Effect.all({ journal: Journal.Journal, vault: Vault.Vault, keys: KeyRing.KeyRing }), layer))
    // The log here is one of CPNS, whose rules others decide a part of: it refuses the form, as the guide says.
    const refused = withRegistration(read, ports, async () => undefined, () => undefined)
    expect((await asked(refused, "/daftar")).text).toContain("https://sscasn.bkn.go.id")

    const { slips, withSurvey } = await guide.module<{ readonly withSurvey: (read: Read, journal: Ports["journal"], key: Uint8Array) => Portal.Portal; readonly slips: (key: Uint8Array) => Promise<ReadonlyArray<string>> }>()
    const survey = withSurvey(read, await journal(), key)
    const [slip] = await slips(key)
    expect((await asked(survey, "/survei", {}, { token: slip!, layanan: "akta kelahiran", U1: "4" })).status).toBe(303)

    const sheets = await guide.module<{
      readonly withScoreSheets: (read: Read, journal: Ports["journal"], key: Uint8Array, accountOf: (cookie: string | null) => Actor.Actor | undefined) => Portal.Portal
      readonly openSitting: (journal: Ports["journal"], actor: Actor.Actor, rubric: object) => Promise<unknown>
    }>()
    const kept = await journal()
    await sheets.openSitting(kept, { id: "o", role: "panitia", unit: "bkpsdm" }, {
      component: "praktik",
      exam: "skb",
      fixedOn: "2026-11-01",
      criteria: [{ id: "hasil", title: "Hasil kerja", outOf: 10, decimals: 1, percent: 100 }],
      decimals: 3,
      rounding: "half-up",
      source: { instrument: "Pedoman SKB tambahan", confidence: "host" }
    })
    const desk = sheets.withScoreSheets(read, kept, key, (cookie) => account(new Request("http://localhost", cookie === null ? {} : { headers: { cookie } })))
    expect((await asked(desk, "/lembar-nilai")).status).toBe(404)
    expect((await asked(desk, "/lembar-nilai", { cookie: "p1,penguji" })).text).toContain("praktik-1")

    const { withVerification } = await guide.module<{ readonly withVerification: (read: Read, journal: Ports["journal"], key: Uint8Array, actorOf: typeof account, rules: RuleSet.RuleSet) => Portal.Portal }>()
    const teams = withVerification(read, await journal(), key, account, RuleSets.cpns2024)
    expect((await asked(teams, "/verifikasi")).status).toBe(404)
    expect((await asked(teams, "/verifikasi", { cookie: "k,ketua" })).text).toContain("pembagian")
    for (const portal of [refused, survey, desk, teams]) await portal.dispose()
  })
})
