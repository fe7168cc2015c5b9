/**
 * Choices that the texts of the law leave open, closed by name so that a host can name the other reading.
 *
 * @since 0.1.0
 */
import { type LegalSource, Sourced } from "@timbang/core/law"
import type { Filling, Shortlist } from "@timbang/core/selection"
import * as Instruments from "../Instruments.ts"

const chosen = (note: string): LegalSource.LegalSource =>
  Instruments.cite(Instruments.timbang, "inferred", { note: `The texts are silent; Timbang's own choice. ${note}` })

/**
 * How the gaps of the filling rules are closed: one pool, best first; cells by identifier; cells stay open; nobody is asked.
 *
 * @category policies
 * @since 0.1.0
 */
export const filling: Filling.FillingPolicies = {
  pool: Sourced.known(
    "all-cells",
    chosen("All who may be placed compete in one pool, best first, after the words \"berperingkat terbaik\". Other reading: cell-by-cell.")
  ),
  cellOrder: Sourced.known("identifier", chosen("Other reading: most-empty-seats.")),
  closing: Sourced.known("stays-open", chosen("Other reading: closes-once-filled-into.")),
  consent: Sourced.known(
    "not-asked",
    chosen("In 2024 people were placed without being asked and 1,967 of 16,167 resigned. Other reading: asked.")
  )
}

/**
 * What becomes of a place on the shortlist that falls free after the list was made: nobody moves up.
 *
 * @category policies
 * @since 0.1.0
 */
export const freedPlaces: Sourced.Sourced<Shortlist.FreedPlaces> = Sourced.known(
  "stay-empty",
  chosen("Other reading: refilled, until a day that the host names.")
)
