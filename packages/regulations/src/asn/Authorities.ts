/**
 * Offices that decide steps of a recruitment of ASN.
 *
 * @since 0.1.0
 */

// --- models ---

/** The agency that recruits, through its committee. @category models @since 0.1.0 */
export const agency = "instansi"

/** The national selection committee (Panitia Seleksi Nasional). @category models @since 0.1.0 */
export const panselnas = "Panselnas"

/** The civil service agency (Badan Kepegawaian Negara). @category models @since 0.1.0 */
export const bkn = "BKN"

/** The ministry of administrative reform. @category models @since 0.1.0 */
export const menpanrb = "MenPANRB"

/** The official who appoints (Pejabat Pembina Kepegawaian). @category models @since 0.1.0 */
export const ppk = "PPK"

/** Offices that a local government's own application may speak for. @category models @since 0.1.0 */
export const ofTheHost: ReadonlyArray<string> = [agency, ppk]
