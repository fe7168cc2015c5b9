/**
 * The administrative check in Indonesian.
 */
import { LegalSource } from "@timbang/core/law"
import { Scaled } from "@timbang/core/number"
import type { Finding, Requirement } from "@timbang/core/selection"
import type { Words } from "./applications.en.ts"

const readings: Readonly<Record<Requirement.UpperLimit, string>> = {
  "completed-years": "sampai sehari sebelum ulang tahun berikutnya",
  "years-and-no-days": "hanya sampai hari ulang tahunnya"
}

const roles: Readonly<Record<Finding.Role, string>> = { verifier: "verifikator", supervisor: "supervisor" }

const verdicts: Readonly<Record<Finding.Verdict, string>> = { met: "memenuhi", unmet: "tidak memenuhi" }

const average = (thousandths: number): string => Scaled.format(thousandths, 3).replace(".", ",")

export const indonesian: Words = {
  overall: {
    eligible: "memenuhi syarat administrasi",
    ineligible: "tidak memenuhi syarat administrasi; alasannya disampaikan kepada pelamar",
    disputed: "belum dapat ditetapkan: dua pihak yang harus sependapat berbeda",
    incomplete: "belum dapat ditetapkan: belum semua syarat diperiksa"
  },
  status: {
    met: "memenuhi",
    unmet: "tidak memenuhi",
    disputed: "masih berbeda pendapat",
    unchecked: "belum diperiksa",
    "not-required": "tidak disyaratkan"
  },
  reason: {
    AgeWithin: ({ ageYears }) => `usia genap ${ageYears} tahun pada hari melamar`,
    AgeBelow: ({ ageYears, limitYears }) => `usia genap ${ageYears} tahun pada hari melamar, paling rendah ${limitYears} tahun`,
    AgeAbove: ({ ageYears, limitYears, reading }) =>
      `usia genap ${ageYears} tahun pada hari melamar, batasnya ${
        reading === "completed-years" ? `usia genap ${limitYears} tahun` : `hari genap berusia ${limitYears} tahun`
      }`,
    OnTable: ({ entry }) => `program studi tercantum pada daftar ${LegalSource.cite(entry.source)}`,
    GradeAverage: ({ found, minimum }) => `IPK ${average(found)}, paling rendah ${average(minimum)}`,
    Declared: ({ isMet }) => isMet ? "sesuai pernyataan pelamar" : "pelamar menyatakan tidak demikian",
    PaperMissing: () => "dokumennya tidak diunggah",
    OnlyApplication: () => "tidak ada lamaran lain orang yang sama pada tahun itu",
    OtherApplications: ({ others }) =>
      `${others.length} lamaran lain orang yang sama pada tahun itu: ${others.map(({ applicant, program }) => `${program} ${applicant}`).join(", ")}`
  },
  open: {
    "fact-missing": "data yang diperlukan tidak ada pada lamaran",
    "not-on-table": "program studi tidak tercantum pada daftar instansi; petugas yang menilai",
    "for-people": "petugas perlu memeriksanya"
  },
  nearest: (names) => `nama yang mirip pada daftar: ${names}`,
  found: (role, verdict, quoted) => `${roles[role]}: ${verdicts[verdict]}${quoted === "" ? "" : `, "${quoted}"`}`,
  flag: {
    ComputedDiffers: () => "Petugas menemukan kebalikan dari hasil hitungan",
    SupervisorDiffers: () => "Supervisor menemukan kebalikan dari temuan verifikator",
    Contradiction: ({ role }) => `Satu hari ${roles[role]} menyatakan memenuhi dan tidak memenuhi sekaligus`,
    ReadingDecides: ({ other }) => `Menurut bacaan lain atas batas itu, ${readings[other]}, jawabannya akan sebaliknya`,
    NotOnTable: () => "Petugas menilai program studi yang tidak tercantum pada daftar instansi; tambahkan ke daftar atau periksa lagi"
  },
  decidedBy: (authority) => `Ditetapkan oleh ${authority}`,
  unequal: (requirement, facts, met, unmet) =>
    `${requirement}, dengan ${facts}: memenuhi untuk ${met}, tidak memenuhi untuk ${unmet}. Keadaan yang sama perlu jawaban yang sama; periksa bersama.`,
  fault: {
    "applicant-duplicate": () => "nomor pendaftaran tertulis dua kali. Tulis masing-masing sekali.",
    "applicant-unknown": () => "temuan tentang orang yang tidak ada pada daftar. Sebutkan pelamar dari daftar.",
    "formation-unknown": (found) => `formasi ${found} tidak ada pada daftar. Sebutkan formasi dari daftar.`,
    "requirement-unknown": (found) => `aturan tidak memiliki syarat ${found}. Sebutkan syarat dari aturan itu.`,
    "day-invalid": (found) => `${found}: bukan tanggal yang ada. Tulis TTTT-BB-HH.`,
    "grade-average-invalid": (found) => `IPK ${found} tidak terbaca. Tulis bilangan 0 atau lebih dengan paling banyak 3 desimal.`,
    "reason-missing": () => "dinyatakan tidak memenuhi tanpa alasan. Tulis apa tepatnya yang ditemukan.",
    "reason-not-specific": () => "alasannya hanya mengulang nama syarat atau kode. Tulis apa tepatnya yang ditemukan.",
    "same-person-twice": (found) => `${found} menjadi verifikator sekaligus supervisor. Minta orang lain menjadi supervisor.`
  }
}
