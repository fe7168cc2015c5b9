/**
 * Frames for many readers: changes are gathered, encoded once, and handed to everybody. A reader that cannot keep up gets
 * one frame that tells it to load the page again, and never makes the process hold more than one frame for it.
 *
 * @since 0.1.0
 */

// --- models ---

/**
 * Open readers of one stream.
 *
 * @category models
 * @since 0.1.0
 */
export interface Frames {
  readonly readers: Set<Reader>
}

interface Reader {
  readonly controller: ReadableStreamDefaultController<Uint8Array>
  isBehind: boolean
}

// --- operations ---

/**
 * No readers.
 *
 * **Example** (Nobody reads)
 *
 * ```ts
 * import { Frames } from "@timbang/portal"
 * Frames.make().readers.size // => 0
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const make = (): Frames => ({ readers: new Set() })

/**
 * A body for one more reader; it is forgotten when its connection ends.
 *
 * @category operations
 * @since 0.1.0
 */
export const open = (
  frames: Frames,
  /** Called once, when the reader is gone. */
  onEnd: () => void = () => undefined
): ReadableStream<Uint8Array> => {
  let reader: Reader | undefined
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      reader = { controller, isBehind: false }
      frames.readers.add(reader)
      controller.enqueue(hello)
    },
    pull: () => {
      if (reader?.isBehind === true) {
        reader.isBehind = false
        reader.controller.enqueue(reload)
      }
    },
    cancel: () => {
      if (reader !== undefined && frames.readers.delete(reader)) onEnd()
    }
  }, { highWaterMark: 4 })
}

/**
 * Sends a frame to every reader that has room.
 *
 * @category operations
 * @since 0.1.0
 */
export const send = (frames: Frames, data: unknown): void => {
  const bytes = encoder.encode(`event: frame\ndata: ${JSON.stringify(data)}\n\n`)
  for (const reader of frames.readers) {
    if ((reader.controller.desiredSize ?? 0) > 0) reader.controller.enqueue(bytes)
    else reader.isBehind = true
  }
}

/**
 * Ends every stream.
 *
 * @category operations
 * @since 0.1.0
 */
export const close = (frames: Frames): void => {
  for (const { controller } of frames.readers) controller.close()
  frames.readers.clear()
}

const encoder = new TextEncoder()
const hello = encoder.encode("retry: 3000\n\n")
const reload = encoder.encode("event: frame\ndata: {\"reload\":true,\"rows\":[]}\n\n")
