/** A feed of scores that is followed for good. */
import type { Sources } from "@timbang/workflows/ports"
import { Effect, Schedule, Stream } from "effect"

/** Follows a feed for good, from the last event on after each fault. */
export const following = (
  feed: Sources.ScoreFeed["Service"],
  againMillis: number,
  onFault: ((error: Sources.SourceError) => void) | undefined,
  observe: (event: Sources.FeedEvent) => void
): Effect.Effect<void> => {
  let cursor: string | undefined
  const once = Effect.suspend(() =>
    Stream.runForEach(feed.events(cursor), (event) =>
      Effect.sync(() => {
        cursor = event.cursor
        observe(event)
      }))
  )
  return once.pipe(
    Effect.tapError((error) => Effect.sync(() => onFault?.(error))),
    Effect.retry(Schedule.spaced(againMillis)),
    Effect.orDie
  )
}
