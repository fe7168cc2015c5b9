/**
 * Time that runs fast, the same in every process: a day in a tenth of a second.
 */
import type { Layer } from "effect"
import * as Rig from "../Rig.ts"

export interface Time {
  /** Where the time begins, and when that was. Unit: milliseconds. */
  readonly begins: number
  readonly began: number
  readonly speed: number
}

export const start = (speed = 864_000): Time => ({ begins: Date.UTC(2026, 0, 5, 2), began: Date.now(), speed })

const real = Date.now

export const nowOf = ({ began, begins, speed }: Time): number => begins + (real() - began) * speed

/** From here on this process lives in that time. */
export const enter = (time: Time): void => {
  Date.now = () => Math.trunc(nowOf(time))
}

/** That time for effects of a process that otherwise lives in its own. */
export const layer = (time: Time): Layer.Layer<never> => Rig.clock(() => Math.trunc(nowOf(time)))
