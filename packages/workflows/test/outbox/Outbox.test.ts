import { Outbox, Sending, SendingPolicy } from "@timbang/workflows"
import { Journal, Notifier, Vault } from "@timbang/workflows/ports"
import { Clock, Effect, Fiber, Layer, Random, Stream } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect, it } from "vitest"

const actor = { id: "outbox", role: "sender", unit: "bkpsdm" }
const { quiet: _, ...unquiet } = SendingPolicy.standard
const policy: SendingPolicy.SendingPolicy = { ...unquiet, attempts: 3, firstDelayMillis: 1000, longestDelayMillis: 60_000, jitterShare: 0, perMinute: 1000 }
const notice = (number: number, more: Partial<Outbox.Notice> = {}): Outbox.Notice => ({
  key: `result/26-${number}`, person: `26-${number}`, about: "Result", subject: "Hasil", text: `P/L ${number}`, language: "id", ...more
})

/** A channel that answers what the test says, in turn, and then takes everything. */
const channel = (delivered: Array<string>, answers: Array<(message: Notifier.Message) => Effect.Effect<never, Notifier.MessageRefused | Notifier.MessageDelayed> | undefined> = []) =>
  Layer.succeed(Notifier.Notifier, {
    channel: "email",
    deliver: (message) =>
      Effect.suspend(() => {
        const answer = answers.shift()?.(message)
        if (answer !== undefined) return answer
        delivered.push(message.key)
        return Effect.map(Clock.currentTimeMillis, (at) => ({ reference: `<${message.key}>`, at }))
      })
  })

const delayed = (retryAfterMillis?: number) => ({ key }: Notifier.Message) =>
  Effect.fail(new Notifier.MessageDelayed({ key, because: "451", ...retryAfterMillis === undefined ? {} : { retryAfterMillis } }))
const refused = ({ key }: Notifier.Message) => Effect.fail(new Notifier.MessageRefused({ key, because: "550" }))

const addresses = (count: number) =>
  Effect.flatMap(Vault.Vault, (vault) =>
    vault.write({ actor, purpose: "registration" }, Array.from({ length: count }, (_, i) => ({
      subject: `26-${i}`, part: "contact/email", value: new TextEncoder().encode(`peserta-${i}@example.test`)
    }))))

const run = <A, E>(notifier: Layer.Layer<Notifier.Notifier>, program: Effect.Effect<A, E, Journal.Journal | Vault.Vault | Notifier.Notifier>) =>
  Effect.runPromise(Effect.provide(program, Layer.mergeAll(Layer.fresh(Journal.layerMemory), Layer.fresh(Vault.layerMemory), notifier, TestClock.layer())))

const written = Effect.flatMap(Journal.Journal, (journal) => Effect.map(Stream.runCollect(journal.read()), (entries) => JSON.stringify(entries)))
const standing = (outbox: Outbox.Outbox, number = 0) => Effect.map(outbox.standings, (all) => all.get(`result/26-${number}`)!)

describe("Outbox", () => {
  it("sends in the order of posting, each once, and writes neither address nor text into the journal", () => {
    const delivered: Array<string> = []
    return run(channel(delivered), Effect.gen(function*() {
      yield* addresses(10)
      const outbox = yield* Outbox.make({ actor, policy: { ...policy, parallel: 1 } })
      for (let i = 0; i < 10; i++) yield* outbox.post(actor, notice(i))
      expect(yield* outbox.sendDue).toEqual({ sent: 10, delayed: 0, buried: 0 })
      const again = yield* Outbox.make({ actor, policy })
      expect(yield* again.sendDue).toEqual({ sent: 0, delayed: 0, buried: 0 })
      expect(delivered).toEqual(Array.from({ length: 10 }, (_, i) => `result/26-${i}`))
      const text = yield* written
      expect(text).not.toMatch(/peserta|P\/L/)
      expect(text).toContain("notice.sent")
    }))
  })

  it("two senders at once send nothing twice", () => {
    const delivered: Array<string> = []
    return run(channel(delivered), Effect.gen(function*() {
      yield* addresses(40)
      const senders = yield* Effect.all([Outbox.make({ actor, policy }), Outbox.make({ actor, policy })])
      for (let i = 0; i < 40; i++) yield* senders[0].post(actor, notice(i))
      const passes = yield* Effect.all(senders.map(({ sendDue }) => sendDue), { concurrency: "unbounded" })
      expect(passes.reduce((sum, { sent }) => sum + sent, 0)).toBe(40)
      expect(delivered.length).toBe(40)
    }))
  })

  it("tries again after a wait that doubles, or as long as the channel asks for, and gives up in the end", () => {
    const delivered: Array<string> = []
    return run(channel(delivered, [delayed(), delayed(30_000), delayed()]), Effect.gen(function*() {
      yield* addresses(1)
      const outbox = yield* Outbox.make({ actor, policy })
      yield* outbox.post(actor, notice(0))
      expect(yield* outbox.sendDue).toEqual({ sent: 0, delayed: 1, buried: 0, until: 1000 })
      expect((yield* outbox.sendDue).delayed).toBe(0)
      yield* TestClock.adjust(1000)
      expect((yield* outbox.sendDue).until).toBe(31_000)
      yield* TestClock.adjust(30_000)
      expect((yield* outbox.sendDue).until).toBe(35_000)
      yield* TestClock.adjust(4000)
      expect(yield* outbox.sendDue).toEqual({ sent: 0, delayed: 0, buried: 1 })
      expect(yield* standing(outbox)).toMatchObject({ attempts: 3, standing: { _tag: "Dead", cause: "attempts" } })
      expect(yield* outbox.revive(actor, "result/26-0")).toBe(true)
      expect(yield* outbox.revive(actor, "result/26-0")).toBe(false)
      expect((yield* outbox.sendDue).sent).toBe(1)
      expect(delivered).toEqual(["result/26-0"])
    }))
  })

  it("waits apart by chance, the same for the same seed", async () => {
    const waits = (seed: string) =>
      run(channel([], [delayed(), delayed(), delayed()]), Effect.gen(function*() {
        yield* addresses(3)
        const outbox = yield* Outbox.make({ actor, policy: { ...policy, jitterShare: 0.5, parallel: 1 } })
        for (let i = 0; i < 3; i++) yield* outbox.post(actor, notice(i))
        yield* outbox.sendDue
        return [...(yield* outbox.standings).values()].map(({ standing }) => standing._tag === "Waiting" ? standing.notBefore : -1)
      }).pipe(Random.withSeed(seed)))
    const [one, same, other] = [await waits("a"), await waits("a"), await waits("b")]
    expect(new Set(one).size).toBe(3)
    expect(one.every((wait) => wait >= 500 && wait < 1500)).toBe(true)
    expect(same).toEqual(one)
    expect(other).not.toEqual(one)
  })

  it("buries at once what the channel refuses for good, without its address", () => {
    const delivered: Array<string> = []
    return run(channel(delivered, [refused]), Effect.gen(function*() {
      yield* addresses(2)
      const outbox = yield* Outbox.make({ actor, policy: { ...policy, parallel: 1 } })
      yield* outbox.post(actor, notice(0))
      yield* outbox.post(actor, notice(1))
      expect(yield* outbox.sendDue).toEqual({ sent: 1, delayed: 0, buried: 1 })
      expect((yield* standing(outbox)).standing).toMatchObject({ _tag: "Dead", cause: "refused", because: "550" })
      expect(yield* written).not.toContain("peserta")
    }))
  })

  it("an erased person gets nothing any more, one without an address neither, and the journal stays whole", () => {
    const delivered: Array<string> = []
    return run(channel(delivered), Effect.gen(function*() {
      yield* addresses(1)
      const outbox = yield* Outbox.make({ actor, policy })
      yield* outbox.post(actor, notice(0))
      yield* outbox.post(actor, notice(7))
      const vault = yield* Vault.Vault
      yield* vault.erase({ actor, purpose: "request-of-the-person" }, "26-0")
      expect(yield* outbox.sendDue).toEqual({ sent: 0, delayed: 0, buried: 2 })
      expect((yield* standing(outbox)).standing).toMatchObject({ cause: "erased" })
      expect((yield* standing(outbox, 7)).standing).toMatchObject({ cause: "no-address" })
      expect((yield* Effect.flip(outbox.post(actor, notice(0, { key: "other" }))))._tag).toBe("PersonErased")
      expect(delivered).toEqual([])
    }))
  })

  it("begins no more within a minute than allowed, over a restart as well", () => {
    const delivered: Array<string> = []
    return run(channel(delivered), Effect.gen(function*() {
      yield* addresses(7)
      const limited = { actor, policy: { ...policy, perMinute: 3 } }
      const outbox = yield* Outbox.make(limited)
      for (let i = 0; i < 7; i++) yield* outbox.post(actor, notice(i))
      expect(yield* outbox.sendDue).toEqual({ sent: 3, delayed: 0, buried: 0, until: 60_000 })
      yield* TestClock.adjust(30_000)
      expect(yield* (yield* Outbox.make(limited)).sendDue).toEqual({ sent: 0, delayed: 0, buried: 0, until: 60_000 })
      yield* TestClock.adjust(30_000)
      expect((yield* outbox.sendDue).sent).toBe(3)
      yield* TestClock.adjust(60_000)
      expect((yield* outbox.sendDue).sent).toBe(1)
    }))
  })

  it("writes to nobody in quiet hours, and drops what is too late afterwards", () => {
    const delivered: Array<string> = []
    return run(channel(delivered), Effect.gen(function*() {
      yield* addresses(2)
      const hour = 3_600_000
      const outbox = yield* Outbox.make({ actor, policy: { ...policy, quiet: { from: 0, to: 6 * 60, offset: 0 } } })
      yield* outbox.post(actor, notice(0))
      yield* outbox.post(actor, notice(1, { usefulUntil: 3 * hour }))
      expect(yield* outbox.sendDue).toEqual({ sent: 0, delayed: 0, buried: 0, until: 6 * hour })
      yield* TestClock.adjust(6 * hour)
      expect(yield* outbox.sendDue).toEqual({ sent: 1, delayed: 0, buried: 1 })
      expect((yield* standing(outbox, 1)).standing).toMatchObject({ _tag: "Dead", cause: "late" })
      expect(yield* outbox.revive(actor, "result/26-1")).toBe(true)
      expect((yield* outbox.sendDue).sent).toBe(1)
    }))
  })

  it("a sender that dies after sending doubles what it had under way and nothing else, under the same key, and says so", () => {
    const delivered: Array<string> = []
    return run(channel(delivered), Effect.gen(function*() {
      yield* addresses(5)
      const notifier = yield* Notifier.Notifier
      let isDying = true
      const dying = Layer.succeed(Notifier.Notifier, {
        ...notifier,
        // Sent, and never heard of again: the sender dies before it can record anything.
        deliver: (message) => Effect.andThen(notifier.deliver(message), (sent) => isDying && message.key.endsWith("2") ? Effect.never : Effect.succeed(sent))
      })
      const first = yield* Effect.provide(Outbox.make({ actor, policy: { ...policy, parallel: 1 } }), dying)
      for (let i = 0; i < 5; i++) yield* first.post(actor, notice(i))
      const sender = yield* Effect.forkChild(first.sendDue)
      while (delivered.length < 3) yield* Effect.yieldNow
      yield* Fiber.interrupt(sender)
      isDying = false
      const second = yield* Outbox.make({ actor, policy })
      expect((yield* second.sendDue)).toMatchObject({ sent: 2, until: policy.leaseMillis })
      yield* TestClock.adjust(policy.leaseMillis)
      expect((yield* second.sendDue).sent).toBe(1)
      expect(delivered.toSorted()).toEqual([0, 1, 2, 2, 3, 4].map((i) => `result/26-${i}`))
      expect(yield* standing(second, 2)).toMatchObject({ attempts: 2, unsure: 1, standing: { _tag: "Sent", reference: "<result/26-2>" } })
      expect([...(yield* second.standings).values()].reduce((sum, { unsure }) => sum + unsure, 0)).toBe(1)
    }))
  })

  it("records what it knows as soon as the journal is back, and doubles nothing over an outage", () => {
    const delivered: Array<string> = []
    return run(channel(delivered), Effect.gen(function*() {
      yield* addresses(3)
      const journal = yield* Journal.Journal
      let outages = 5
      const flaky = Journal.Journal.of({
        ...journal,
        // The first is recorded although the answer is lost; the others never arrive.
        append: (stream, batch) => Effect.suspend((): Effect.Effect<Journal.Appended, Journal.AppendError> => {
          if (!batch.entries.some(({ kind }) => kind === "notice.sent") || outages-- <= 0) return journal.append(stream, batch)
          const lost = Effect.fail(new Journal.JournalUnavailable({ because: "gone" }))
          return outages === 4 ? Effect.andThen(journal.append(stream, batch), lost) : lost
        })
      })
      const outbox = yield* Effect.provideService(Outbox.make({ actor, policy }), Journal.Journal, flaky)
      for (let i = 0; i < 3; i++) yield* outbox.post(actor, notice(i))
      const sending = yield* Effect.forkChild(outbox.sendDue)
      for (let i = 0; i < 40; i++) yield* Effect.andThen(Effect.yieldNow, TestClock.adjust(500))
      expect(yield* Fiber.join(sending)).toEqual({ sent: 3, delayed: 0, buried: 0 })
      yield* TestClock.adjust(policy.leaseMillis)
      expect((yield* outbox.sendDue).sent).toBe(0)
      expect(delivered.toSorted()).toEqual([0, 1, 2].map((i) => `result/26-${i}`))
    }))
  })

  it("keeps one text for a key", () =>
    run(channel([]), Effect.gen(function*() {
      const outbox = yield* Outbox.make({ actor, policy })
      yield* outbox.post(actor, notice(0))
      expect((yield* outbox.post(actor, notice(0))).isRepeat).toBe(true)
      expect((yield* Effect.flip(outbox.post(actor, notice(0, { text: "P" }))))._tag).toBe("NoticeTaken")
      expect((yield* Effect.flip(outbox.post(actor, notice(0, { person: "26-9" }))))._tag).toBe("NoticeTaken")
      const error = yield* Effect.flip(outbox.post(actor, notice(1, { key: "x".repeat(121), subject: "a\nb", text: "\0" })))
      expect(error).toMatchObject({ _tag: "NoticeRefused", parts: ["key", "subject", "text"] })
    })))

  it("sends a reminder not before its time, and one of another last day in its place", () => {
    const delivered: Array<string> = []
    return run(channel(delivered), Effect.gen(function*() {
      yield* addresses(2)
      const outbox = yield* Outbox.make({ actor, policy })
      const closing = (day: number, person: number) => notice(person, { key: `closing/${day}/${person}`, about: "WindowClosing", matter: "closing/objection", notBefore: day * 1000 })
      yield* outbox.post(actor, closing(10, 0))
      yield* outbox.post(actor, closing(10, 1))
      expect(yield* outbox.sendDue).toEqual({ sent: 0, delayed: 0, buried: 0, until: 10_000 })
      yield* outbox.post(actor, closing(20, 0))
      yield* TestClock.adjust(10_000)
      expect(yield* outbox.sendDue).toEqual({ sent: 1, delayed: 0, buried: 0, until: 20_000 })
      yield* TestClock.adjust(10_000)
      yield* (yield* Outbox.make({ actor, policy })).sendDue
      expect(delivered).toEqual(["closing/10/1", "closing/20/0"])
      const all = yield* (yield* Outbox.make({ actor, policy })).standings
      expect(all.get("closing/10/0")!.standing).toMatchObject({ _tag: "Dead", cause: "replaced", because: "closing/20/0" })
      expect(all).toEqual(yield* outbox.standings)
    }))
  })

  it("refuses to go on over an entry that it cannot read", () =>
    run(channel([]), Effect.gen(function*() {
      const journal = yield* Journal.Journal
      yield* journal.append("outbox/email", { actor, entries: [{ kind: "other.fact", body: "?" }, { kind: "notice.posted", body: "{}" }] })
      const outbox = yield* Outbox.make({ actor, policy })
      expect(yield* Effect.flip(outbox.sendDue)).toMatchObject({ _tag: "FactUnreadable", index: 1 })
    })))

  it("runs on its own: sends what is posted while it waits, and what was delayed when its time comes", () => {
    const delivered: Array<string> = []
    return run(channel(delivered, [delayed()]), Effect.gen(function*() {
      yield* addresses(2)
      const outbox = yield* Outbox.make({ actor, policy })
      const running = yield* Effect.forkChild(outbox.run)
      yield* outbox.post(actor, notice(0))
      yield* TestClock.adjust(500)
      yield* outbox.post(actor, notice(1))
      for (let i = 0; i < 20; i++) yield* TestClock.adjust(250)
      yield* Fiber.interrupt(running)
      expect(delivered.toSorted()).toEqual(["result/26-0", "result/26-1"])
    }))
  })
})

describe("Sending.fold", () => {
  it("stands the same whether a newer message of the matter was read before or after what became of the older one", () => {
    const at = (position: number, made: Journal.NewEntry): Journal.Entry => ({ ...made, position, index: position, stream: "outbox/email", actor, recordedAt: position })
    const posted = (position: number, key: string) => at(position, Sending.entry("notice.posted", { key, person: "p", about: "WindowClosing", language: "id", matter: "closing" }))
    const [older, newer] = [posted(0, "a"), posted(10, "b")]
    const begun = Sending.entry("notice.begun", { key: "a", attempt: 1 })
    const delayed = Sending.entry("notice.delayed", { key: "a", attempt: 1, because: "451", until: 99 })
    const buried = Sending.entry("notice.buried", { key: "a", cause: "attempts", because: "attempts" })
    const revived = Sending.entry("notice.revived", { key: "a" })
    const stories: ReadonlyArray<readonly [ReadonlyArray<Journal.Entry>, ReadonlyArray<Journal.Entry>, string]> = [
      [[], [], "Dead"],
      [[at(1, begun)], [at(11, delayed)], "Dead"],
      [[at(1, begun)], [at(11, Sending.entry("notice.sent", { key: "a", attempt: 1, reference: "r" }))], "Sent"],
      [[at(1, begun), at(2, buried), at(3, revived)], [], "Dead"],
      [[at(1, begun), at(2, buried)], [at(11, revived)], "Waiting"]
    ]
    for (const [before, after, expected] of stories) {
      const [live, again] = [Sending.none(), Sending.none()]
      for (const entry of [older, ...before, newer, ...after]) Sending.fold(live, entry)
      for (const entry of [older, newer, ...before, ...after]) Sending.fold(again, entry)
      expect(live.all.get("a")!.standing._tag).toBe(expected)
      expect([...again.all]).toEqual([...live.all])
      expect(again.open).toEqual(live.open)
    }
  })

  it("an outcome that comes after another sender took over does not undo a sent message", () => {
    const all = Sending.none()
    const entry = (index: number, made: Journal.NewEntry): Journal.Entry => ({ ...made, position: index, index, stream: "outbox/email", actor, recordedAt: index })
    const facts = [
      Sending.entry("notice.posted", { key: "k", person: "p", about: "Result", language: "id" }),
      Sending.entry("notice.begun", { key: "k", attempt: 1 }),
      Sending.entry("notice.begun", { key: "k", attempt: 2 }),
      Sending.entry("notice.delayed", { key: "k", attempt: 1, because: "late", until: 99 }),
      Sending.entry("notice.sent", { key: "k", attempt: 2, reference: "r" }),
      Sending.entry("notice.buried", { key: "k", cause: "attempts", because: "attempts" })
    ]
    const tags = facts.map((fact, index) => {
      Sending.fold(all, entry(index, fact))
      return all.all.get("k")!.standing._tag
    })
    expect(tags).toEqual(["Waiting", "UnderWay", "UnderWay", "UnderWay", "Sent", "Sent"])
    expect(all.all.get("k")!.unsure).toBe(1)
  })
})
