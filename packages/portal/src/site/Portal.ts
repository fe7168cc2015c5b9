/**
 * The portal as a web handler: `(request, { client }) => Promise<Response>`, to be mounted in any server.
 *
 * @since 0.1.0
 */
import { PortalTexts } from "@timbang/language"
import { Primitives } from "@timbang/signing"
import { CsvWriter, XlsxWriter } from "@timbang/source-files"
import { ProposalBook } from "@timbang/workflows"
import { Effect, Fiber, Layer, Result, Stream } from "effect"
import { HttpRouter, HttpServer, HttpServerRequest, HttpServerResponse } from "effect/http"
import { HttpApiBuilder, OpenApi } from "effect/http-api"
import * as Board from "./Board.ts"
import * as BoardPage from "./BoardPage.ts"
import * as Fault from "./Fault.ts"
import { following } from "./Following.ts"
import * as Form from "./Form.ts"
import * as FormationPages from "./FormationPages.ts"
import * as Frames from "./Frames.ts"
import * as LogFile from "./LogFile.ts"
import { surveyScript, surveyWorker } from "./offline.ts"
import * as Page from "./Page.ts"
import { api } from "./PortalApi.ts"
import { defaultLimits, type Options } from "./PortalOptions.ts"
import * as ProposalPages from "./ProposalPages.ts"
import * as PublicEntries from "./PublicEntries.ts"
import * as PublicRecord from "./PublicRecord.ts"
import * as RateLimit from "./RateLimit.ts"
import * as ReceiptPages from "./ReceiptPages.ts"
import * as RegistrationPages from "./RegistrationPages.ts"
import * as RequirementPages from "./RequirementPages.ts"
import * as RulesPage from "./RulesPage.ts"
import * as ScoreSheetPages from "./ScoreSheetPages.ts"
import * as SecureHeaders from "./SecureHeaders.ts"
import * as SurveyPages from "./SurveyPages.ts"
import * as VerificationPages from "./VerificationPages.ts"
import { script, style } from "./style.ts"

export type { Limits, Options } from "./PortalOptions.ts"
export { defaultLimits } from "./PortalOptions.ts"

// --- models ---

/**
 * A portal that runs.
 *
 * @category models
 * @since 0.1.0
 */
export interface Portal {
  /** Answers a request. `client` is whom rate limits are counted for, such as the address of the connection. */
  readonly handler: (request: Request, context: { readonly client: string }) => Promise<Response>
  /** The description of its addresses, OpenAPI 3.1. */
  readonly openApi: unknown
  /** Ends streams and everything that runs. */
  readonly dispose: () => Promise<void>
}

// --- operations ---

/**
 * Makes a portal. It reads nothing before the first request.
 *
 * **Example** (A log that cannot be read)
 *
 * ```ts
 * import { Portal } from "@timbang/portal"
 * const portal = Portal.make({ read: async () => undefined })
 * const response = await portal.handler(new Request("http://localhost/"), { client: "127.0.0.1" })
 * await portal.dispose()
 * response.status // => 503
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const make = (options: Options): Portal => {
  const limits = { ...defaultLimits, ...options.limits }
  const primitives = options.primitives ?? Primitives.portable
  const base = (options.base ?? "").replace(/\/+$/, "")
  const now = options.now ?? Date.now
  const guarded = Fault.guarding(options.onFault)
  const board = Board.make()
  const streams = new Map<string, Frames.Frames>()
  const timers: Array<ReturnType<typeof setInterval>> = []
  let record: PublicRecord.PublicRecord | undefined
  let loading: Promise<void> | undefined
  let lastReadAt = -Infinity
  let readers = 0

  const refresh = async (): Promise<void> => {
    lastReadAt = now()
    const newest = await options.read("checkpoint")
    if (newest !== undefined && record !== undefined && new TextDecoder().decode(newest) === record.note) return
    const loaded = await PublicRecord.load(primitives, options.read)
    if (Result.isFailure(loaded)) {
      if (record === undefined) throw loaded.failure
      return
    }
    const from = record?.size ?? 0
    if (record !== undefined && loaded.success.size < from) return
    record = loaded.success
    Board.fromLog(board, record, from, now())
  }
  const current = async (): Promise<PublicRecord.PublicRecord> => {
    if (now() - lastReadAt >= limits.refreshMillis) {
      loading ??= refresh().finally(() => {
        loading = undefined
      })
    }
    if (loading !== undefined) await loading
    if (record === undefined) throw new PublicRecord.RecordRefused({ path: "checkpoint", because: "not found" })
    return record
  }
  const context = (record: PublicRecord.PublicRecord, lang: string | undefined): Page.Context => ({
    texts: PortalTexts.texts[lang === "en" ? "en" : "id"],
    base,
    record,
    objectionAddress: options.objectionAddress ?? "https://sscasn.bkn.go.id",
    hasVerifier: options.verifierPage !== undefined,
    hasRegistration: options.registration !== undefined && RegistrationPages.isOwn(record),
    hasProposals: options.proposals !== undefined,
    hasSurvey: options.survey !== undefined
  })
  const shown = (lang: string | undefined, render: (context: Page.Context) => string | undefined) =>
    guarded(Effect.flatMap(Effect.promise(current), (record) => {
      const text = render(context(record, lang))
      return text === undefined ? Effect.die(new Fault.NotFound()) : Effect.succeed(text)
    }))

  /** Sends what changed; where nothing did, only on a beat: how late the data is has to grow before the eyes of a reader. */
  const frame = (isBeat: boolean): void => {
    if (record === undefined) return
    for (const session of board.sessions.values()) {
      const key = JSON.stringify([session.stage, session.session])
      const changed = [...session.changed]
      const closed = session.isJustClosed ? { closed: true } : {}
      session.changed.clear()
      session.isJustClosed = false
      for (const lang of ["id", "en"]) {
        const frames = streams.get(`${lang}${key}`)
        if (changed.length === 0 && !isBeat && !("closed" in closed) || frames === undefined || frames.readers.size === 0) continue
        const seen = context(record, lang)
        Frames.send(frames, {
          asOf: BoardPage.asOf(seen, session, now()),
          rows: changed.map((participant) => BoardPage.rowOf(seen, session, participant)),
          ...closed
        })
      }
    }
  }
  const follow = () => {
    if (timers.length > 0) return
    timers.push(setInterval(() => frame(false), limits.frameMillis))
    timers.push(setInterval(() => frame(true), limits.beatMillis))
    timers.push(setInterval(() => {
      // A log that cannot be read now is read again later; whoever asks for a page is told.
      current().catch(() => undefined)
    }, limits.refreshMillis))
    timers.forEach((timer) => timer.unref?.())
  }
  const readersOf = new Map<string, number>()
  const clientOf = new WeakMap<object, string>()
  const stream = (client: string, lang: string | undefined, stage: string | undefined, session: string | undefined): Response => {
    const known = [...board.sessions.values()].find((one) => one.stage === stage && one.session === session) ??
      Board.newest(board)
    if (known === undefined) return new Response(null, { status: 204 })
    readers = [...streams.values()].reduce((sum, each) => sum + each.readers.size, 0)
    if (readers >= limits.readers) return new Response(null, { status: 503, headers: { "retry-after": "30" } })
    const own = readersOf.get(client) ?? 0
    if (own >= limits.readersPerClient) return new Response(null, { status: 429, headers: { "retry-after": "30", "x-fault": "tooMany" } })
    readersOf.set(client, own + 1)
    const key = `${lang === "en" ? "en" : "id"}${JSON.stringify([known.stage, known.session])}`
    const frames = streams.get(key) ?? Frames.make()
    streams.set(key, frames)
    follow()
    const ended = (): void => {
      const left = readersOf.get(client)! - 1
      if (left === 0) readersOf.delete(client)
      else readersOf.set(client, left)
    }
    return new Response(Frames.open(frames, ended), {
      headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" }
    })
  }

  const answered = (kind: "verify" | "explain" | "objection", lang: string | undefined, request: HttpServerRequest.HttpServerRequest) =>
    guarded(Effect.promise(async () => {
      const sent = await Form.sentIn(request.source as Request, limits.bodyBytes)
      const seen = context(await current(), lang)
      const text = await ReceiptPages.answer(seen, kind, sent, {
        primitives,
        read: options.read,
        words: options.words,
        announcedOn: options.announcedOn ?? {}
      })
      return HttpServerResponse.text(text, { contentType: SecureHeaders.htmlType })
    }))
  const ofRequirements = (): RequirementPages.Means => ({
    programmes: options.programmes ?? [],
    applyAddress: options.applyAddress ?? "https://sscasn.bkn.go.id",
    now: now()
  })
  const ofRegistration = (lang: string | undefined, render: (context: Page.Context, means: RegistrationPages.Means) => RegistrationPages.Answer | Promise<RegistrationPages.Answer>) =>
    guarded(Effect.promise(async () => {
      if (options.registration === undefined) throw new Fault.NotFound()
      const { applyAddress } = ofRequirements()
      const again = () => {
        lastReadAt = -Infinity
        return current()
      }
      const { status, text } = await render(context(await current(), lang), { host: options.registration, primitives, applyAddress, now: now(), again })
      return HttpServerResponse.text(text, { status, contentType: SecureHeaders.htmlType })
    }))
  const mayFile = RateLimit.make(limits.proposals)
  let book = ProposalBook.empty
  const ofProposals = (lang: string | undefined, render: (context: Page.Context, book: ProposalBook.Book) => string | undefined) =>
    guarded(Effect.promise(async () => {
      if (options.proposals === undefined) throw new Fault.NotFound()
      const [record, read] = await Promise.all([current(), Effect.runPromise(ProposalBook.readOn(options.proposals.journal, book))])
      if (read.next > book.next) book = read
      const text = render(context(record, lang), read)
      if (text === undefined) throw new Fault.NotFound()
      return text
    }))
  const ofSurvey = (lang: string | undefined, render: (context: Page.Context, host: SurveyPages.Host) => string) =>
    shown(lang, (seen) => options.survey === undefined ? undefined : render(seen, options.survey))
  const number = (text: string | undefined, least: number): number => {
    const found = Number(text)
    return Number.isSafeInteger(found) && found >= least ? found : least
  }
  const known = (formation: string) =>
    Effect.flatMap(Effect.promise(current), (record) =>
      record.formations.some((one) => one.formation === formation)
        ? Effect.succeed(PublicEntries.sheetOf(record, formation))
        : Effect.die(new Fault.NotFound()))

  const group = HttpApiBuilder.group(api, "portal", (handlers) =>
    handlers
      .handle("announcement", ({ query }) => shown(query.lang, RulesPage.render))
      .handle("formations", ({ query }) =>
        shown(query.lang, (seen) => FormationPages.list(seen, query.cari ?? "", number(query.halaman, 1))))
      .handle("formation", ({ params, query }) =>
        shown(query.lang, (seen) => FormationPages.one(seen, params.formation, number(query.halaman, 1))))
      .handle("changes", ({ params, query }) =>
        shown(query.lang, (seen) => FormationPages.changes(seen, params.formation, number(query.sejak, 0))))
      .handle("csv", ({ params }) =>
        guarded(Effect.map(known(params.formation), (sheet) => CsvWriter.text(sheet, { hasMark: true }))))
      .handle("xlsx", ({ params }) =>
        guarded(Effect.map(
          Effect.flatMap(known(params.formation), (sheet) => Effect.promise(() => XlsxWriter.bytes([sheet]))),
          (bytes) => Stream.succeed(bytes)
        )))
      .handle("formationFile", ({ params }) =>
        guarded(Effect.promise(async () => {
          const bytes = await PublicRecord.formationFile(primitives, options.read, await current(), params.formation)
          if (bytes === undefined) throw new Fault.NotFound()
          return new TextDecoder().decode(bytes)
        })))
      .handle("results", ({ query }) => shown(query.lang, (seen) => FormationPages.results(seen, number(query.halaman, 1))))
      .handle("board", ({ query }) =>
        shown(query.lang, (seen) =>
          BoardPage.render(seen, board, { stage: query.tahap, session: query.sesi, number: number(query.halaman, 1), now: now() })))
      .handleRaw("stream", ({ query, request }) =>
        guarded(Effect.map(Effect.promise(current), () =>
          HttpServerResponse.raw(stream(clientOf.get(request.source) ?? "", query.lang, query.tahap, query.sesi)))))
      .handle("verifyForm", ({ query }) => shown(query.lang, (seen) => ReceiptPages.empty(seen, "verify")))
      .handleRaw("verify", ({ query, request }) => answered("verify", query.lang, request))
      .handle("verifier", () =>
        guarded(options.verifierPage === undefined ? Effect.die(new Fault.NotFound()) : Effect.succeed(options.verifierPage)))
      .handle("explainForm", ({ query }) => shown(query.lang, (seen) => ReceiptPages.empty(seen, "explain")))
      .handleRaw("explain", ({ query, request }) => answered("explain", query.lang, request))
      .handle("objectionForm", ({ query }) => shown(query.lang, (seen) => ReceiptPages.empty(seen, "objection")))
      .handleRaw("objection", ({ query, request }) => answered("objection", query.lang, request))
      .handle("requirementsForm", ({ query }) => shown(query.lang, (seen) => RequirementPages.form(seen, query.formasi, ofRequirements())))
      .handleRaw("requirements", ({ query, request }) =>
        guarded(Effect.promise(async () => {
          const fields = await Form.fieldsIn(request.source as Request, limits.bodyBytes)
          const text = RequirementPages.answer(context(await current(), query.lang), fields, ofRequirements())
          return HttpServerResponse.text(text, { contentType: SecureHeaders.htmlType })
        })))
      .handleRaw("registrationForm", ({ query }) => ofRegistration(query.lang, RegistrationPages.start))
      .handleRaw("register", ({ query, request }) =>
        ofRegistration(query.lang, async (seen, means) =>
          RegistrationPages.answer(seen, await Form.fieldsIn(request.source as Request, limits.bodyBytes), means)))
      .handleRaw("registrationReceipt", ({ query, request }) =>
        ofRegistration(query.lang, async (seen, means) =>
          RegistrationPages.lookedUp(seen, await Form.fieldsIn(request.source as Request, limits.bodyBytes), means)))
      .handle("proposals", ({ query }) => ofProposals(query.lang, (seen, book) => ProposalPages.list(seen, book, number(query.halaman, 1))))
      .handle("proposalForm", ({ query }) => ofProposals(query.lang, (seen) => ProposalPages.form(seen)))
      .handle("proposal", ({ params, query }) => ofProposals(query.lang, (seen, book) => ProposalPages.one(seen, book, params.proposal)))
      .handleRaw("fileProposal", ({ query, request }) =>
        guarded(Effect.promise(async () => {
          if (options.proposals === undefined) throw new Fault.NotFound()
          const fields = await Form.fieldsIn(request.source as Request, limits.bodyBytes)
          const seen = context(await current(), query.lang)
          const taken = await ProposalPages.take(seen, fields, { ...options.proposals, mayFile: (filer) => mayFile(filer, now()) })
          return Result.isSuccess(taken)
            ? HttpServerResponse.empty({ status: 303, headers: { location: Page.link(seen, `/usulan/${taken.success}`) } })
            : HttpServerResponse.text(ProposalPages.form(seen, { fields, faults: taken.failure }), { status: 422, contentType: SecureHeaders.htmlType })
        })))
      .handle("surveyForm", ({ query }) => ofSurvey(query.lang, (seen, host) => SurveyPages.form(seen, host, query.t ?? "")))
      .handle("surveyThanks", ({ query }) => ofSurvey(query.lang, (seen) => SurveyPages.thanks(seen)))
      .handleRaw("answerSurvey", ({ query, request }) =>
        guarded(Effect.promise(async () => {
          if (options.survey === undefined) throw new Fault.NotFound()
          const fields = await Form.fieldsIn(request.source as Request, limits.bodyBytes)
          const seen = context(await current(), query.lang)
          const fault = await SurveyPages.take(options.survey, fields)
          return fault === undefined
            ? HttpServerResponse.empty({ status: 303, headers: { location: Page.link(seen, "/survei/terima-kasih") } })
            : HttpServerResponse.text(SurveyPages.form(seen, options.survey, "", { fields, fault }), { status: 422, contentType: SecureHeaders.htmlType })
        })))
      .handle("style", () => Effect.succeed(style))
      .handle("surveyScript", () => Effect.succeed(surveyScript))
      .handle("surveyWorker", () => Effect.succeed(surveyWorker))
      .handle("script", () => Effect.succeed(script)))

  const routes = HttpApiBuilder.layer(api, { openapiPath: "/openapi.json" }).pipe(
    Layer.provide(group),
    Layer.provide(HttpServer.layerServices)
  )
  const web = HttpRouter.toWebHandler(routes, { disableLogger: true })
  const feeding = options.feed === undefined ? undefined : Effect.runFork(following(options.feed, limits.feedAgainMillis, options.onFeedFault, (event) =>
    Board.observe(board, event, now())))
  const mayRead = RateLimit.make(limits.pages)
  const maySend = RateLimit.make(limits.receipts)
  const desks = [
    ["/lembar-nilai", options.scoreSheets === undefined ? undefined : ScoreSheetPages.make(options.scoreSheets)],
    ["/verifikasi", options.verification === undefined ? undefined : VerificationPages.make(options.verification)]
  ] as const
  const deskOf = (path: string) => desks.find(([root]) => path === root || path.startsWith(`${root}/`))?.[1]
  const ofDesk = async (answer: NonNullable<ReturnType<typeof deskOf>>, request: Request, path: string, lang: string): Promise<Response> => {
    try {
      const means = { context: async () => context(await current(), lang), primitives, bodyBytes: limits.bodyBytes, now }
      return await answer(request, path, means) ?? Fault.failed(new Fault.NotFound(), undefined)
    } catch (error) {
      return Fault.failed(error, options.onFault)
    }
  }

  return {
    openApi: OpenApi.fromApi(api),
    handler: async (request, { client }) => {
      const url = new URL(request.url)
      const lang = url.searchParams.get("lang") === "en" ? "en" : "id"
      const home: Fault.Home = { base, lang }
      const isPost = request.method === "POST"
      if (!(isPost ? maySend : mayRead)(client, now())) {
        return SecureHeaders.secured(Fault.page(429, home, "tooMany", { "retry-after": isPost ? "10" : "2" }), url.pathname, options.verifierPage)
      }
      if (base !== "" && url.pathname !== base && !url.pathname.startsWith(`${base}/`)) {
        return SecureHeaders.secured(Fault.page(404, home, "notFound"), url.pathname, options.verifierPage)
      }
      url.pathname = url.pathname.slice(base.length) || "/"
      if (options.tiles === true && url.pathname.startsWith(LogFile.filesPath) && ["GET", "HEAD"].includes(request.method)) {
        return SecureHeaders.secured(await LogFile.fileOf(options.read, url.pathname.slice(LogFile.filesPath.length)) ?? Fault.page(404, home, "notFound"), url.pathname, options.verifierPage)
      }
      const answer = async (): Promise<Response> => {
        const desk = deskOf(url.pathname)
        if (desk !== undefined) return await ofDesk(desk, request, url.pathname, lang)
        const inner = base === "" ? request : new Request(url, request)
        clientOf.set(inner, client)
        return await web.handler(inner)
      }
      const response = await answer()
      const shown = response.status === 404 || response.status >= 400 && response.headers.get("x-fault") !== null
        ? Fault.page(
          response.status,
          home,
          (response.headers.get("x-fault") ?? "notFound") as Fault.Fault,
          response.headers.has("retry-after") ? { "retry-after": response.headers.get("retry-after")! } : {}
        )
        : response
      return SecureHeaders.secured(shown, url.pathname, options.verifierPage)
    },
    dispose: async () => {
      timers.forEach(clearInterval)
      streams.forEach(Frames.close)
      if (feeding !== undefined) await Effect.runPromise(Fiber.interrupt(feeding))
      await web.dispose()
    }
  }
}
