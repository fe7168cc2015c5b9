/**
 * Explanations of the selection stage in Indonesian.
 */
import type { Phrases } from "./explanations.ts"

export const indonesian: Phrases = {
  decimalMark: ",",
  sections: {
    outcome: "Hasil",
    scores: "Nilai",
    minimums: "Nilai ambang batas",
    steps: "Langkah penghitungan",
    shortlist: "Peringkat menuju tahap berikutnya",
    final: "Peringkat akhir",
    change: "Perubahan terkecil yang cukup",
    corrections: "Koreksi",
    basis: "Dasar dan kedudukan"
  },
  outcome: {
    advanced: "memenuhi nilai ambang batas dan berhak mengikuti tahap berikutnya",
    "advanced-second-group": "berhak mengikuti tahap berikutnya sebagai kelompok kedua",
    "outside-shortlist": "memenuhi nilai ambang batas, tetapi peringkatnya di luar jumlah yang berhak ke tahap berikutnya",
    "below-threshold": "tidak memenuhi nilai ambang batas",
    absent: "tidak hadir pada ujian",
    disqualified: "didiskualifikasi",
    ineligible: "tidak memenuhi syarat administrasi",
    withdrawn: "mengundurkan diri",
    selected: "lulus dan menempati kebutuhan yang dilamar",
    "selected-by-filling": "lulus dengan mengisi kebutuhan lain yang belum terpenuhi",
    "not-selected": "tidak lulus karena peringkatnya di luar jumlah kebutuhan",
    "absent-second": "tidak hadir pada satu atau lebih tes tahap kedua",
    eliminated: "gugur pada tes yang dinyatakan menggugurkan dalam pengumuman",
    undecided: "belum dapat ditetapkan: nilainya sama dengan peserta lain pada batas kebutuhan"
  },
  condition: {
    Shortlist: "Peringkat berada di luar jumlah yang berhak ke tahap berikutnya.",
    Attendance: "Tidak hadir pada ujian tahap pertama.",
    Honesty: "Didiskualifikasi.",
    Eligibility: "Ada syarat administrasi yang dinyatakan tidak terpenuhi; alasannya disampaikan kepada yang bersangkutan.",
    Participation: "Mengundurkan diri.",
    AttendanceSecond: "Tidak hadir pada tes tahap kedua.",
    ExcludingTest: "Gugur pada tes yang menggugurkan, berapa pun nilai lainnya.",
    Seats: "Peringkat akhir berada di luar jumlah kebutuhan."
  },
  standing: {
    simulasi: () => "Kedudukan: SIMULASI. Tidak ada akibat hukum dari perhitungan ini.",
    "uji-silang": () => "Kedudukan: UJI SILANG terhadap daftar resmi. Daftar resmi tetap yang berlaku.",
    penetapan: ({ letter }) =>
      letter === undefined
        ? "Kedudukan: PENETAPAN oleh instansi."
        : `Kedudukan: PENETAPAN berdasarkan surat ${letter.number} tanggal ${letter.day} (SHA-256 ${letter.digest}).`
  },
  guard: {
    "rules-before-scores": ({ scoredOn }) => `Aturan sudah berlaku sebelum nilai pertama diambil (${scoredOn}).`,
    "not-checked": () => "Belum diperiksa apakah aturan berlaku sebelum nilai diambil, karena tanggal pengambilan nilai tidak diberikan.",
    "changed-by-letter": ({ letter, scoredOn }) => `Aturan lebih baru daripada nilai (${scoredOn}); diterapkan berdasarkan perubahan aturan yang tercatat: ${letter}.`,
    "rules-had-ended": ({ scoredOn, until }) => `Aturan berakhir ${until}, sebelum nilai diambil (${scoredOn}); hanya untuk perbandingan.`
  },
  participant: (participant, formation, position) => `Peserta ${participant}, formasi ${formation} (${position})`,
  code: (code) => `Kode ${code}`,
  codeUnknown: "kode tidak diketahui dalam sumber",
  placement: (pass, title, formation) => `Tahap pengisian ${pass}: ${title}${formation === undefined ? "" : `, ke formasi ${formation}`}.`,
  score: (title, score, maximum) => `${title}: ${score} dari ${maximum}`,
  absentScore: (title) => `${title}: tidak ada nilai`,
  minimum: (title, score, limit, isMet) =>
    score === undefined
      ? `${title}: tidak ada nilai; batas ${limit}.`
      : isMet
        ? `${title}: ${score}, memenuhi batas ${limit}.`
        : `${title}: ${score}, TIDAK memenuhi batas ${limit}.`,
  sum: (title, parts, result) => `${title} = ${parts} = ${result}`,
  rescale: (title, from, outOf, to, result, decimals) => `${title} = ${from} / ${outOf} x ${to}, dibulatkan ${decimals} desimal = ${result}`,
  weight: (title, percent, from, result, decimals) => `${title} = ${percent}% x ${from}, dibulatkan ${decimals} desimal = ${result}`,
  addition: (title, from, added, result, cap) => added === undefined ? `${title} = ${from}, tanpa tambahan afirmasi` : `${title} = ${from} ditambah afirmasi ${added}, paling tinggi ${cap} = ${result}`,
  unfinished: (title) => `${title}: belum dapat dihitung karena ada nilai yang tidak ada`,
  place: (rank, of, places, seats, isShortlist) =>
    isShortlist
      ? `Peringkat ${rank} dari ${of}; ${places} tempat untuk ${seats} kebutuhan.`
      : `Peringkat ${rank} dari ${of}; ${seats} kebutuhan.`,
  parted: (neighbour, rung, own, theirs) =>
    own === undefined || theirs === undefined
      ? `Di bawah ${neighbour} karena ${rung}.`
      : `Di bawah ${neighbour} karena ${rung}: ${own} lawan ${theirs}.`,
  partedByAge: (neighbour) => `Di bawah ${neighbour}; semua nilai sama, urutan ditentukan oleh usia.`,
  partedByLetter: (neighbour) => `Di bawah ${neighbour}; urutan ditetapkan dengan surat.`,
  missing: (neighbour, rung) => `Sama dengan ${neighbour}; ${rung} belum ada, sehingga urutannya belum dapat ditentukan.`,
  equal: (neighbour, isShortlist) =>
    isShortlist
      ? `Sama dengan ${neighbour} pada setiap pembanding; yang sama ikut atau tidak ikut bersama-sama.`
      : `Sama dengan ${neighbour} pada setiap pembanding; perlu keputusan Panselnas.`,
  cut: (score, distance, side) =>
    `Nilai terakhir yang masuk: ${score}; nilai ini ${side === "same" ? "sama" : `${distance} ${side === "below" ? "di bawahnya" : "di atasnya"}`}.`,
  goal: { shortlist: "masuk ke tahap berikutnya", seat: "lulus" },
  change: (title, from, to, goal) => `${title} ${to} (sekarang ${from}) sudah cukup untuk ${goal}.`,
  noneSuffices: (goal) => `Tidak ada satu nilai pun yang dengan sendirinya cukup untuk ${goal}.`,
  onlyOthersUnchanged: "Dihitung dengan satu nilai sendiri yang berubah, nilai orang lain tetap, pada formasi yang sama, tanpa pengisian ulang.",
  correction: (component, from, to, at, basis) => `${component}: ${from} menjadi ${to} pada ${at}, dasar: ${basis}`,
  recorded: (reason) => `Alasan tercatat: ${reason}.`,
  source: (citation, confidence) => `${citation}; ${confidence}`,
  unverified: (path, citation) => `PERINGATAN: angka ${path} (${citation}) belum diverifikasi pada naskah resmi.`,
  groupOfPeople: (title, citation) =>
    `PERINGATAN: nilai ambang batas "${title}" (${citation}) berlaku bagi orang, bukan formasi. Hanya diterapkan pada formasi yang menyebut kelompok itu; peserta lain dinilai menurut kelompok formasinya.`,
  decidedBy: (authority) => `Ditetapkan oleh ${authority}.`,
  rung: {
    gpa: "IPK",
    birthDate: "tanggal lahir",
    class: "kelas prioritas",
    group: "kelompok",
    letter: "surat penetapan",
    decision: "keputusan Panselnas"
  },
  confidence: {
    "article-read": "naskah pasal dibaca",
    "seen-in-several": "terlihat di beberapa sumber",
    "seen-in-one": "terlihat di satu sumber",
    "derived-from-results": "diturunkan dari hasil yang diumumkan",
    "shown-by-arithmetic": "terbukti dengan hitungan",
    inferred: "disimpulkan",
    unverified: "belum diverifikasi",
    host: "dari instansi"
  },
  direction: { gains: "naik tahap", loses: "turun tahap", "same-stage": "tahap sama" },
  difference: { event: "kejadian tercatat", filling: "pengisian kebutuhan kosong", code: "kode saja", others: "peserta lain" },
  minimumOf: (of) => `nilai ambang batas ${of}`
}
