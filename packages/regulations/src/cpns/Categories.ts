/**
 * Kinds of need (jenis kebutuhan) of the CPNS rounds.
 *
 * @since 0.1.0
 */
import type { LegalSource } from "@timbang/core/law"
import type { RuleSet } from "@timbang/core/selection"

type From = (source: LegalSource.LegalSource) => RuleSet.Category

/** Kebutuhan umum. @category categories @since 0.1.0 */
export const umum: From = (source) => ({
  id: "umum",
  title: "Kebutuhan umum",
  general: true,
  aliases: ["UMUM", "FORMASI UMUM", "KEBUTUHAN UMUM"],
  protected: false,
  source
})

/** Best graduates (dengan pujian). @category categories @since 0.1.0 */
export const cumlaude: From = (source) => ({
  id: "cumlaude",
  title: "Putra/putri lulusan terbaik berpredikat dengan pujian (cumlaude)",
  general: false,
  aliases: ["LULUSAN TERBAIK", "CUMLAUDE", "CUM LAUDE", "DENGAN PUJIAN"],
  protected: false,
  source
})

/** Indonesians living abroad. @category categories @since 0.1.0 */
export const diaspora: From = (source) => ({
  id: "diaspora",
  title: "Diaspora",
  general: false,
  aliases: ["DIASPORA"],
  protected: false,
  source
})

/** People with disabilities. @category categories @since 0.1.0 */
export const disabilitas: From = (source) => ({
  id: "disabilitas",
  title: "Penyandang disabilitas",
  general: false,
  aliases: ["PENYANDANG DISABILITAS", "DISABILITAS"],
  protected: true,
  source
})

/** People of Papua. @category categories @since 0.1.0 */
export const papua: From = (source) => ({
  id: "papua",
  title: "Putra/putri Papua",
  general: false,
  aliases: ["PUTRA/PUTRI PAPUA DAN PAPUA BARAT", "PUTRA/PUTRI PAPUA", "PAPUA DAN PAPUA BARAT", "PAPUA"],
  protected: true,
  source
})

/** People of Kalimantan, for the national capital. @category categories @since 0.1.0 */
export const kalimantan: From = (source) => ({
  id: "kalimantan",
  title: "Putra/putri Kalimantan",
  general: false,
  aliases: ["PUTRA/PUTRI KALIMANTAN", "KALIMANTAN"],
  openTo: ["pusat"],
  protected: true,
  source
})

/** People of less developed regions. @category categories @since 0.1.0 */
export const daerahTertinggal: From = (source) => ({
  id: "daerah-tertinggal",
  title: "Putra/putri daerah tertinggal",
  general: false,
  aliases: ["PUTRA/PUTRI DAERAH TERTINGGAL", "DAERAH TERTINGGAL", "3T"],
  protected: true,
  source
})

/** Indigenous Papuans, for posts of agencies in Papua. @category categories @since 0.1.0 */
export const oap: From = (source) => ({
  id: "oap",
  title: "Orang Asli Papua",
  general: false,
  aliases: ["ORANG ASLI PAPUA (OAP)", "ORANG ASLI PAPUA", "OAP"],
  openTo: ["daerah"],
  protected: true,
  source
})

/** Posts of agencies in Papua for all others. @category categories @since 0.1.0 */
export const nonOap: From = (source) => ({
  id: "non-oap",
  title: "Umum (bukan Orang Asli Papua)",
  general: false,
  aliases: ["UMUM (NON OAP)", "NON OAP"],
  openTo: ["daerah"],
  protected: true,
  source
})

/** Former second-category honorary staff (eks THK-II), 2018. @category categories @since 0.1.0 */
export const thkII: From = (source) => ({
  id: "thk-ii",
  title: "Eks tenaga honorer kategori II guru dan tenaga medis",
  general: false,
  aliases: ["EKS THK-II", "THK-II", "EKS TENAGA HONORER KATEGORI II", "TENAGA HONORER KATEGORI II"],
  protected: false,
  source
})

/** Cyber security staff, 2019. @category categories @since 0.1.0 */
export const cyberSecurity: From = (source) => ({
  id: "cyber-security",
  title: "Tenaga pengamanan siber (cyber security)",
  general: false,
  aliases: ["CYBER SECURITY", "TENAGA PENGAMANAN SIBER"],
  protected: false,
  source
})
