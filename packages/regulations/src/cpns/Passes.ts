/**
 * Filling passes of the CPNS rounds before 2024: between kinds of need at one place, then between places.
 *
 * @since 0.1.0
 */
import { type LegalSource, Sourced } from "@timbang/core/law"
import type { Filling } from "@timbang/core/selection"

type Meets = Filling.FillingPass["meets"]

/**
 * An empty seat, general or reserved, is filled from another kind of need of the same place.
 *
 * @category passes
 * @since 0.1.0
 */
export const betweenKinds = (meets: Meets, source: LegalSource.LegalSource): Filling.FillingPass => ({
  id: "L-1",
  title: "Diisi dari jenis kebutuhan lain pada unit penempatan atau lokasi yang sama",
  into: "any",
  from: "other-category",
  location: "same",
  meets,
  source
})

/**
 * A seat that is still empty is filled from another place.
 *
 * @category passes
 * @since 0.1.0
 */
export const betweenPlaces = (
  meets: Meets,
  source: LegalSource.LegalSource,
  agencyKinds?: ReadonlyArray<string>
): Filling.FillingPass => ({
  id: "L-2",
  title: "Diisi dari unit penempatan atau lokasi lain",
  into: "any",
  from: "any",
  location: "other",
  meets,
  ...(agencyKinds === undefined ? {} : { agencyKinds }),
  source
})

/**
 * The minimums of the general category.
 *
 * @category passes
 * @since 0.1.0
 */
export const general = (source: LegalSource.LegalSource): Meets => Sourced.known("general", source)
