/**
 * Words around every report in Indonesian.
 */
import type { Words } from "./Page.ts"

export const indonesian: Words = {
  lengths: "Tiga panjang laporan",
  citizen: "Untuk warga: satu kalimat",
  officer: "Untuk pejabat: satu halaman",
  auditor: "Untuk auditor: jejak lengkap",
  madeBy: "Dibuat dengan Timbang. Berkas ini berdiri sendiri: tanpa skrip dan tanpa sambungan ke tempat lain.",
  standing: {
    simulasi: "Simulasi: tidak ada akibat hukum",
    "uji-silang": "Uji silang: catatan resmi tetap berlaku",
    penetapan: "Penetapan"
  }
}
