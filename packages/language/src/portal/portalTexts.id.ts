/**
 * What the portal says, in Indonesian.
 */
import { inWords } from "./days.ts"
import type { PortalTexts } from "./PortalTexts.ts"

const months = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" ")

export const id: PortalTexts = {
  language: "id",
  otherLanguage: "English",
  skip: "Langsung ke isi",
  nav: {
    announcement: "Pengumuman",
    formations: "Formasi dan persaingan",
    requirements: "Cek syarat",
    registration: "Pendaftaran",
    proposals: "Usulan",
    survey: "Survei",
    board: "Nilai langsung",
    results: "Hasil",
    verify: "Periksa tanda terima",
    explain: "Penjelasan hasil",
    objection: "Siapkan sanggah"
  },
  day: (day) => inWords(day, months),
  footer: (origin, size) => `Catatan ${origin}, ${size} entri.`,
  words: "Delapan kata titik periksa; cocokkan dengan pengumuman di kertas:",
  figure: (published) => published.replace(".", ","),
  oneGo: "Perhatian: pada catatan ini ada entri yang melanggar urutan pengumuman. Periksa dengan timbang audit.",
  announcement: {
    lead: "Aturan di bawah ini diterbitkan sebelum nilai pertama dan berlaku sama untuk semua peserta.",
    leadUnattested: "Aturan di bawah ini berlaku sama untuk semua peserta. Catatan ini tidak membuktikan bahwa aturan itu diterbitkan sebelum nilai pertama: tidak ada titik periksa di antara keduanya.",
    unknown: "(belum diketahui)",
    leadChanged: "Aturan di bawah ini berlaku sejak peraturan berubah, sama untuk semua peserta. Aturan sebelumnya tetap ada pada catatan.",
    change: (entry, letter, day, authority) =>
      `Catatan ${entry}: aturan diubah dengan surat ${letter} tanggal ${day}${authority === undefined ? "" : ` dari ${authority}`}.`,
    lateRules: (entry) =>
      `Pelanggaran: catatan ${entry} mengganti aturan setelah nilai pertama tanpa surat perubahan peraturan. Mintalah penjelasan panitia seleksi.`,
    numbers: (formations, seats, applicants) =>
      `${formations} formasi, ${seats} kebutuhan, ${applicants === 0 ? "pelamar belum diumumkan" : `${applicants} pelamar`}.`,
    holds: (from, until) => until === undefined ? `Berlaku sejak ${from}.` : `Berlaku ${from} sampai ${until}.`,
    exams: "Yang diujikan",
    exam: (title, minimum, maximum) => `${title}: nilai ${minimum} sampai ${maximum}.`,
    thresholds: "Nilai ambang batas",
    least: (title, points) => `${title} paling rendah ${points}`,
    noThreshold: "tanpa ambang batas",
    shortlist: "Siapa yang ikut tahap berikutnya",
    shortlistRule: (factor) => `Yang memenuhi ambang batas diurutkan menurut nilai; paling banyak ${factor} kali jumlah kebutuhan ikut tahap berikutnya.`,
    steps: "Cara nilai akhir dihitung",
    sum: (title, parts) => `${title} = ${parts}.`,
    rescale: (title, of, outOf, to, decimals) => `${title} = ${of} dibagi ${outOf}, dikali ${to}, dibulatkan ${decimals} desimal.`,
    weight: (title, of, percent, decimals) => `${title} = ${percent}% dari ${of}, dibulatkan ${decimals} desimal.`,
    addition: (title, of, cap) => `${title} = ${of} ditambah afirmasi, paling tinggi ${cap}.`,
    ties: "Bila nilai akhir sama",
    tieRule: (rungs) => `Dibandingkan berturut-turut: ${rungs}. Yang tetap sama diumumkan sebagai sama, dan diputuskan oleh yang berwenang.`,
    rung: { GradeAverage: "IPK atau nilai ijazah yang lebih tinggi", BirthDate: "usia yang lebih tua" },
    letter: "Urutan tidak pernah ditentukan oleh urutan berkas masuk.",
    objections: "Sanggah",
    objectionRule: (stage, days, perPerson) => `Hasil ${stage} dapat disanggah ${days} hari sejak diumumkan${perPerson === undefined ? "" : `, ${perPerson} kali per orang`}, melalui akun SSCASN.`,
    sources: "Dasar hukum",
    notYet: "Aturan dan formasi belum diumumkan."
  },
  formations: {
    heading: {
      position: "Jabatan", place: "Tempat tugas", education: "Pendidikan", category: "Jenis kebutuhan",
      seats: "Kebutuhan", applicants: "Pelamar", ratio: "Persaingan"
    },
    ratio: (value) => `${value} pelamar per kebutuhan`,
    search: "Cari jabatan, tempat tugas, atau pendidikan",
    searchButton: "Cari",
    shown: (from, to, of) => `${from}–${to} dari ${of}`,
    previous: "Sebelumnya",
    next: "Berikutnya",
    none: "Tidak ada formasi yang cocok.",
    permanent: "Alamat tetap formasi ini",
    csv: "Unduh entri publik (CSV)",
    recount: "Unduh berkas hitung ulang (JSON)",
    recountNote:
      "Berkas ini memuat semua data publik formasi ini beserta buktinya. Halaman pemeriksa luring menghitung ulang hasilnya di ponsel Anda, tanpa internet.",
    xlsx: "Unduh entri publik (XLSX)",
    objections: "Sanggah dan jawabannya",
    objectionHeading: { filed: "Diajukan", until: "Batas jawaban", answer: "Jawaban", reason: "Alasan" },
    objectionAnswer: { accepted: "diterima", rejected: "ditolak", open: "belum dijawab" },
    objectionReason: {
      "wrong-score": "nilai yang tercatat salah",
      "wrong-requirement": "syarat salah dinilai",
      "wrong-rule": "aturan salah diterapkan",
      "score-right": "nilai yang tercatat benar",
      "requirement-unmet": "syarat tidak terpenuhi",
      "rule-right": "aturan diterapkan dengan benar",
      "no-evidence": "tanpa bukti",
      "out-of-time": "diajukan lewat waktu",
      "not-entitled": "bukan yang berhak menyanggah"
    },
    objectionNote: "Isi sanggah dan jawaban lengkap hanya untuk yang bersangkutan.",
    since: "Apa yang berubah",
    sinceSize: "Sejak jumlah entri",
    sinceButton: "Tampilkan",
    changed: (since, count) => count === 0 ? `Tidak ada yang berubah sejak entri ${since}.` : `${count} entri baru sejak entri ${since}.`
  },
  results: {
    lead: "Kode di bawah ini dibaca seperti dijelaskan di kolom arti.",
    none: "Hasil belum diumumkan.",
    heading: { rank: "Peringkat", participant: "Nomor peserta", final: "Nilai", code: "Kode", meaning: "Arti" },
    equal: "sama",
    seat: (formation) => `menempati formasi ${formation}`
  },
  board: {
    banner: "Nilai resmi adalah nilai di layar CAT peserta. Halaman ini hanya menyalin.",
    data: (time, source, session) => `Data per ${time} WIB, sumber ${source}, sesi ${session}.`,
    lag: (seconds) => seconds < 60 ? `Jeda ${seconds} detik.` : `Jeda ${Math.floor(seconds / 60)} menit.`,
    open: "Sesi masih berlangsung: nilai ditampilkan menurut nomor peserta, tanpa peringkat.",
    closed: "Sesi sudah ditutup: peringkat dihitung dari nilai yang sudah tercatat pada formasi yang sama.",
    none: "Belum ada nilai.",
    heading: { participant: "Nomor peserta", formation: "Formasi", total: "Jumlah", rank: "Peringkat" },
    equals: "Nilai yang sama ditampilkan pada peringkat yang sama.",
    replaced: "Diganti",
    reasonUnknown: "sumber mengirim nilai lain tanpa alasan tercatat",
    corrected: (entry) => `koreksi, entri ${entry} pada catatan`,
    ended: "Sesi ini baru saja ditutup.",
    toRanks: "Lihat peringkat",
    cut: (formation, total, scored, registered) =>
      `${formation}: batas sementara ${total}, dari ${scored} di antara ${registered} peserta yang sudah bernilai lengkap`,
    cuts: "Batas sementara tiap formasi, hanya dari peserta yang memenuhi ambang batas",
    below: "di bawah ambang batas",
    refresh: "Muat ulang",
    stalled: "Sambungan terputus; halaman mencoba lagi. Data mungkin terlambat."
  },
  receipt: {
    label: "Isi tanda terima",
    hint: "Tempel isi tanda terima (JSON atau teks kode QR)",
    file: "Atau pilih berkas tanda terima",
    trust: "Kunci pemeriksa atau delapan kata dari pengumuman di kertas",
    trustHint: "Boleh kosong",
    privacy: "Tanda terima dikirim di dalam isi permintaan, tidak disimpan, dan tidak dicatat.",
    refused: "Tanda terima ini tidak terbaca, diubah, atau bukan dari catatan ini. Tidak ada yang dapat ditampilkan."
  },
  verify: {
    lead: "Tempel tanda terima untuk mengetahui apakah isinya sama dengan yang dicatat.",
    button: "Periksa",
    offline: "Buka halaman pemeriksa yang bekerja tanpa internet",
    logAgrees: "Tanda terima cocok dengan catatan yang diumumkan di sini.",
    logDiffers: "Tanda terima TIDAK cocok dengan catatan yang diumumkan di sini.",
    corrected: (entry) => `Entri ini sudah dikoreksi oleh entri ${entry}.`
  },
  explain: {
    lead: "Satu lembar yang menjelaskan hasil Anda: setiap langkah, pembanding, batas, dan apa yang dapat dilakukan.",
    button: "Jelaskan",
    next: "Langkah berikutnya",
    notResult: "Tanda terima ini bukan tentang hasil. Minta tanda terima hasil kepada panitia.",
    announced: (day) => `Hasil diumumkan ${day}.`,
    againBy: (day) => `Hasil setelah sanggah diumumkan paling lambat ${day}.`,
    corrections: "Koreksi yang tercatat",
    corrected: (title, from, to, entry, basis) => `${title}: ${from} menjadi ${to} (catatan ${entry}${basis === "" ? "" : `; ${basis}`}).`,
    byObjection: (entry) => `atas sanggah pada catatan ${entry}`,
    byLetter: (number, day) => `surat ${number} tanggal ${day}`,
    deadline: (day) => `Sanggah paling lambat ${day}, melalui akun SSCASN.`,
    deadlineUnknown: (days) => `Sanggah dapat diajukan ${days} hari sejak hasil diumumkan, melalui akun SSCASN; lihat tanggal pada pengumuman resmi.`,
    again: (days) => `Hasil setelah sanggah diumumkan paling lambat ${days} hari setelah masa sanggah berakhir.`,
    nothingToObject: "Aturan ini tidak menyebut masa sanggah untuk tahap ini.",
    print: "Untuk dicetak: pakai perintah cetak peramban Anda."
  },
  objection: {
    warning: "Ini bukan sanggah. Sanggah hanya sah di akun SSCASN.",
    lead: "Halaman ini menyusun naskah dari tanda terima Anda, untuk disalin ke akun SSCASN.",
    button: "Susun naskah",
    link: "Buka SSCASN",
    nothing: "Tidak ada butir yang gagal pada hasil ini.",
    draft: (number, about) => `Naskah ${number}: ${about}`,
    text: ({ about, entry, formation, participant }) =>
      `Saya, peserta nomor ${participant} pada formasi ${formation}, mengajukan sanggah atas hasil yang diumumkan (entri ${entry} pada catatan): ${about}. Mohon nilai dan penerapan aturannya diperiksa kembali. Bukti yang saya lampirkan: ... (tulis dan lampirkan).`,
    minimum: (title, score, limit) => `${title} ${score}, di bawah ambang batas ${limit}`,
    rank: (rank, seats) => `peringkat ${rank}, di luar ${seats} kebutuhan`,
    decided: (outcome) => `dinyatakan ${outcome}`,
    evidence: "Tulis alasan dengan kata Anda sendiri dan lampirkan bukti. Naskah tanpa bukti jarang diterima."
  },
  errors: {
    notFound: "Halaman ini tidak ada.",
    tooMany: "Terlalu banyak permintaan. Tunggu sebentar, lalu muat ulang halaman ini: yang Anda isi terkirim lagi, dan tercatat sekali saja.",
    tooLarge: "Isi yang dikirim terlalu besar. Tidak ada yang disimpan; ringkaskan, lalu kirim lagi.",
    unreadable: "Isian tidak terbaca. Kembali ke halaman sebelumnya dan isi ulang.",
    unavailable: "Catatan sedang tidak dapat dibaca. Coba lagi nanti."
  },
  outcome: {
    advanced: "ikut tahap berikutnya",
    "advanced-second-group": "ikut tahap berikutnya (kelompok kedua)",
    "outside-shortlist": "memenuhi ambang batas, di luar jumlah yang ikut tahap berikutnya",
    "below-threshold": "tidak memenuhi nilai ambang batas",
    absent: "tidak hadir",
    disqualified: "didiskualifikasi",
    ineligible: "tidak memenuhi syarat",
    withdrawn: "mengundurkan diri",
    selected: "lulus",
    "selected-by-filling": "lulus melalui pengisian kebutuhan yang kosong",
    "not-selected": "tidak lulus: peringkat di luar jumlah kebutuhan",
    "absent-second": "tidak hadir pada tes tahap kedua",
    eliminated: "gugur pada tes yang menggugurkan",
    undecided: "belum ditetapkan: sama pada batas kebutuhan"
  }
}
