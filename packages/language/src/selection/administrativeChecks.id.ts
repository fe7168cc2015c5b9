/**
 * What is said around the administrative check in Indonesian.
 */
import type { Words } from "./administrativeChecks.en.ts"

const readings = { "completed-years": "sampai sehari sebelum ulang tahun berikutnya", "years-and-no-days": "hanya sampai hari ulang tahunnya" } as const

const some = (words: ReadonlyArray<string>): string => `${words.slice(0, 5).join(", ")}${words.length > 5 ? ", ..." : ""}`

export const indonesian: Words = {
  attention: {
    FindingWithoutApplication: () => "Tidak ada pelamar bernomor ini; betulkan nomornya, atau tambahkan lamarannya.",
    NobodyLooked: () => "Belum ada temuan tentang lamaran ini; mintalah verifikator memeriksanya.",
    Unchecked: ({ title, why }) =>
      `${title}: ${
        why === "fact-missing" ? "datanya tidak ada dan belum dinilai petugas" : why === "not-on-table" ? "program studinya tidak tercantum pada daftar dan belum dinilai petugas" : "belum diperiksa petugas"
      }; mintalah verifikator memeriksanya.`,
    SupervisorDiffers: ({ title }) => `${title}: temuan supervisor berlawanan dengan temuan verifikator; salah satunya memeriksa lagi dan mencatat temuan yang lebih baru.`,
    Contradiction: ({ role, title }) =>
      `${title}: pada satu hari ${role === "verifier" ? "verifikator" : "supervisor"} menyatakan memenuhi dan tidak memenuhi sekaligus; catat temuan yang lebih baru.`,
    ComputedDiffers: ({ title }) => `${title}: temuan berlawanan dengan hasil hitungan; betulkan datanya atau periksa lagi.`,
    ReadingDecides: ({ other, title }) => `${title}: sudah ditetapkan, tetapi menurut bacaan lain atas batas itu, ${readings[other]}, jawabannya akan sebaliknya.`
  },
  note: {
    Open: ({ applicants }) => `${applicants} pelamar belum dapat ditetapkan; hasil dapat diumumkan setelah semuanya ditetapkan.`,
    Whole: ({ applicants, digest }) => `${applicants} pelamar ditetapkan. SHA-256 hasilnya, untuk keputusan panitia: ${digest}`,
    Strays: ({ findings }) => `${findings} temuan tentang orang yang tidak melamar.`,
    Unequal: ({ groups }) => `${groups} kelompok dengan keadaan sama tetapi temuan berbeda; keadaan yang sama perlu jawaban yang sama, lihat unequal.csv.`,
    Readings: ({ applicants, other }) => `Usia ${applicants} pelamar ditentukan oleh cara membaca batasnya; --upper-limit ${other} menunjukkan bacaan lainnya.`,
    RulesLater: ({ applicants, from, ruleSet }) => `Aturan ${ruleSet} berlaku sejak ${from}, sedangkan ${applicants} lamaran diajukan sebelumnya; periksa dengan aturan yang berlaku saat itu.`,
    DocumentsLeft: ({ file, words }) => `${file}: tidak satu pun kata pada kolom documents menyebut syarat dalam aturan (${some(words)}); tidak ada yang disimpulkan darinya, petugas menilai setiap dokumen.`,
    OtherDocuments: ({ file, words }) => `${file}: kata pada kolom documents yang tidak menyebut syarat dalam aturan dikesampingkan: ${some(words)}.`
  },
  phrases: {
    toldAlone: "disampaikan kepada pelamar",
    meaning: { eligible: "memenuhi syarat", ineligible: "tidak memenuhi syarat", open: "belum dapat ditetapkan" },
    tally: ["kode", "arti", "pelamar"],
    counts: ["formasi", "kebutuhan", "lamaran"],
    attention: ["pelamar", "berkas", "baris", "kolom", "hal"],
    identityShown: "nomor pendaftaran atau formasi tampak seperti NIK atau tanggal; umumkan dengan nomor lain.",
    progress: (done, of) => `lamaran diperiksa: ${done} dari ${of}`,
    shown: (shown, of) => `Ditampilkan ${shown} dari ${of}; semuanya dengan --out.`
  }
}
