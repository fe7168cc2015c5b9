/**
 * Posts of one cell: the same position, education, location and kind of need.
 *
 * @since 0.1.0
 */

// --- models ---

/**
 * One cell (formasi) and its seats (jumlah kebutuhan).
 *
 * **Gotchas**
 *
 * A national list prints one row for each study programme of a formation; seats stand on every one of them and must not
 * be added up.
 *
 * @category models
 * @since 0.1.0
 */
export interface Formation {
  /** Identifier of the cell, unique in its list. */
  readonly formation: string
  /** Name of the position (jabatan). */
  readonly position: string
  /** Required education, as the list of the agency writes it. */
  readonly education: string
  /** Place of work; cells of other places are reached only by a filling pass that says so. */
  readonly location: string
  /** Kind of need (jenis kebutuhan) by its identifier in the rule set, such as `umum`. */
  readonly category: string
  /** Unit: posts. Whole, 0 or more. */
  readonly seats: number
  /** Agency that opens the posts. Cells of different agencies never exchange people. */
  readonly agency?: string
  /** Kind of the agency, by which some caps differ, such as `pusat` or `daerah`. */
  readonly agencyKind?: string
  /** Threshold group that follows the position instead of the kind of need. */
  readonly thresholdGroup?: string
  /** Largest raw score of the main second exam when this position's paper is shorter than usual. Unit: points. */
  readonly rawMaximum?: number
}
