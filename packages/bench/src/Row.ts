/**
 * One row of the bench: a piece of work done by Timbang and by a peer, or by a bare loop as the floor.
 *
 * Times of one run are compared with each other and with nothing else: only the ratio means something.
 */

export interface Row {
  /** Such as `B5`. */
  readonly id: string
  /** What is done, with its size. */
  readonly work: string
  readonly peerName: string
  readonly run: () => Promise<Times>
}

/** Medians of one row. Unit: milliseconds. */
export interface Times {
  readonly oursMs: number
  readonly peerMs: number
  /** What was measured besides, such as peaks of memory. */
  readonly notes?: ReadonlyArray<string>
}

/**
 * Median times of two ways to do the same work, run in turn so that both meet the same machine. Two rounds warm up and are
 * not counted; which way goes first changes from round to round.
 */
export const pair = (ours: () => unknown, peer: () => unknown, times = 15): Times => {
  const [oursMs, peerMs]: [Array<number>, Array<number>] = [[], []]
  for (let round = -2; round < times; round++) {
    for (const isOurs of round % 2 === 0 ? [true, false] : [false, true]) {
      const started = performance.now()
      kept.last = isOurs ? ours() : peer()
      const took = performance.now() - started
      if (round >= 0) (isOurs ? oursMs : peerMs).push(took)
    }
  }
  return { oursMs: median(oursMs), peerMs: median(peerMs) }
}

/** {@link pair} for ways that take their time; what they return is awaited. */
export const pairAwaited = async (ours: () => unknown, peer: () => unknown, times = 15, warmups = 2): Promise<Times> => {
  const [oursMs, peerMs]: [Array<number>, Array<number>] = [[], []]
  for (let round = -warmups; round < times; round++) {
    for (const isOurs of round % 2 === 0 ? [true, false] : [false, true]) {
      const started = performance.now()
      kept.last = await (isOurs ? ours() : peer())
      const took = performance.now() - started
      if (round >= 0) (isOurs ? oursMs : peerMs).push(took)
    }
  }
  return { oursMs: median(oursMs), peerMs: median(peerMs) }
}

/** Stops the bench when the two ways do not come to the same result. */
export const agree = (work: string, ours: ArrayLike<number>, peer: ArrayLike<number>, tolerance = 1e-9): void => {
  for (let i = 0; i < Math.max(ours.length, peer.length); i++) {
    const [one, other] = [ours[i], peer[i]]
    if (one === undefined || other === undefined || !(Math.abs(one - other) <= tolerance)) {
      throw new Error(`${work}: ours ${one} and theirs ${other} differ at ${i}`)
    }
  }
}

/** The last result, so that no engine can leave the work out. */
const kept: { last: unknown } = { last: undefined }

const median = (times: ReadonlyArray<number>): number => {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[sorted.length >> 1]!
}
