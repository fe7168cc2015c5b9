/** How far an announcer has told what it reads, as facts of the journal. */
import { Effect, Schema, Stream } from "effect"
import type { Actor } from "../Actor.ts"
import * as Journal from "../ports/Journal.ts"
import type * as Outbox from "./Outbox.ts"

const readMark = Schema.decodeUnknownOption(Schema.fromJsonString(Schema.Struct({ next: Schema.Number })))

/** The stream of the marks. */
export const streamOf = (name: string): string => `announcer/${name}`

/** Where it goes on; 0 at first. */
export const next = (name: string): Effect.Effect<number, Journal.JournalUnavailable, Journal.Journal> =>
  Effect.flatMap(Journal.Journal, (journal) =>
    Stream.runFold(journal.read({ stream: streamOf(name) }), () => 0, (next, { body }) => {
      const mark = readMark(body)
      return mark._tag === "Some" ? Math.max(next, mark.value.next) : next
    }))

/** Everything before `next` was told. */
export const set = (actor: Actor, name: string, next: number): Effect.Effect<void, Journal.AppendError, Journal.Journal> =>
  Effect.flatMap(Journal.Journal, (journal) =>
    Effect.asVoid(journal.append(streamOf(name), { actor, key: `read/${next}`, entries: [{ kind: "announcer.read", body: JSON.stringify({ next }) }] })))

/**
 * Posts messages and answers how many were new; an erased person gets none. One that was posted just before a crash, and whose words another version
 * writes differently, was told: its own words stand.
 */
export const post = (outbox: Outbox.Outbox, actor: Actor, notices: ReadonlyArray<Outbox.Notice>): Effect.Effect<number, Outbox.PostError> =>
  Effect.map(
    Effect.forEach(notices, (notice) =>
      outbox.post(actor, notice).pipe(
        Effect.map(({ isRepeat }) => isRepeat ? 0 : 1),
        Effect.catchTags({
          PersonErased: () => Effect.succeed(0),
          NoticeTaken: (taken) =>
            Effect.flatMap(outbox.standings, (all) => {
              const told = all.get(notice.key)
              return told !== undefined && told.person === notice.person && told.about === notice.about ? Effect.succeed(0) : Effect.fail(taken)
            })
        })
      ), { concurrency: 16 }),
    (posted) => posted.reduce<number>((sum, one) => sum + one, 0)
  )
