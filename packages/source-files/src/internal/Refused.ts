/**
 * A file that its own reader refuses.
 */
import { Fault } from "@timbang/core/input"

/** Most faults that are told one by one. */
const mostTold = 1000

/** The refusal of a file for faults that only its reader could see. */
export const refused = (file: string, faults: ReadonlyArray<Fault.Fault>): Fault.InputRefused =>
  new Fault.InputRefused({ file, faults: faults.slice(0, mostTold), total: faults.length })
