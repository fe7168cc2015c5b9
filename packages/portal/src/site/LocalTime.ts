/** Time in the west of the country. Unit of moments: milliseconds since 1970-01-01 UTC. */
import { Day } from "@timbang/core/law"
import type { Context } from "./Page.ts"

const hoursAhead = 7

/** The day at a moment. */
export const dayOf = (at: number): Day.Day => Day.at(at, hoursAhead)

/** A moment, such as 10 Desember 2026, 14.05 WIB. */
export const momentOf = ({ texts }: Context, at: number): string =>
  `${texts.day(dayOf(at))}, ${new Date(at + hoursAhead * 3_600_000).toISOString().slice(11, 16).replace(":", ".")} WIB`
