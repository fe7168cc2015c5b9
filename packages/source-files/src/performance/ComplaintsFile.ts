/**
 * Complaints by service, and the people served: the second source beside a citizens' survey.
 *
 * @since 0.1.0
 */
import * as Column from "../Column.ts"

// --- columns ---

/**
 * The columns of a complaints file: one row for each service, in the period of the survey.
 *
 * **Example** (At least one person was served)
 *
 * ```ts
 * import { ComplaintsFile } from "@timbang/source-files"
 * ComplaintsFile.columns.served.minimum // => 1
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  service: Column.identifier({ aliases: ["Layanan", "Jenis Layanan", "Unit"], need: "cell", isUnique: true, sample: "akta kelahiran" }),
  complaints: Column.integer({ aliases: ["Pengaduan", "Jumlah Pengaduan"], need: "cell", sample: "12" }),
  served: Column.integer({ aliases: ["Dilayani", "Jumlah Dilayani"], need: "cell", minimum: 1, sample: "2600" })
}
