/**
 * Codes that the lists of the CPNS rounds print. Meanings vary by year and agency.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "@timbang/core/law"
import type { Outcome } from "@timbang/core/selection"
import { code } from "../asn/Codes.ts"

/**
 * Codes of the first exam and of what ends an application in any year.
 *
 * @category codes
 * @since 0.1.0
 */
export const common = (source: LegalSource.LegalSource): ReadonlyArray<Outcome.OutcomeCode> => [
  code("outside-shortlist", "P", "Memenuhi nilai ambang batas, di luar tiga kali jumlah kebutuhan", source),
  code("below-threshold", "TL", "Tidak memenuhi nilai ambang batas", source),
  code("absent", "TH", "Tidak hadir SKD", source),
  code("disqualified", "DIS", "Didiskualifikasi karena kecurangan", source),
  code("ineligible", "TMS", "Tidak memenuhi syarat", source),
  code("withdrawn", "APS", "Mengajukan pengunduran diri", source)
]

/**
 * Codes of a final list that says `P/` before each: 2021, and by inference the rounds beside it.
 *
 * @category codes
 * @since 0.1.0
 */
export const final = (source: LegalSource.LegalSource): ReadonlyArray<Outcome.OutcomeCode> => [
  code("selected", "P/L", "Lulus", source),
  code("selected-by-filling", "P/L-1", "Lulus setelah perpindahan antarjenis kebutuhan", source, { pass: "L-1" }),
  code("selected-by-filling", "P/L-2", "Lulus setelah perpindahan antarlokasi", source, { pass: "L-2" }),
  code("not-selected", "P/TL", "Tidak lulus, di luar jumlah kebutuhan", source, { aliases: ["TL", "T/L"] }),
  code("absent-second", "P/TH", "Tidak hadir pada satu atau lebih SKB", source, { aliases: ["TH"] }),
  code("eliminated", "TMS-1", "Gugur pada SKB yang menggugurkan", source, { aliases: ["TMSI"] })
]
