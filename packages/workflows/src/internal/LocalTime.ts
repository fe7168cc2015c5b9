/** Time in the west of the country. */
import { Day } from "@timbang/core/law"

/** The day at a moment. Unit: milliseconds since 1970-01-01 UTC. */
export const dayOf = (at: number): Day.Day => Day.at(at, 7)
