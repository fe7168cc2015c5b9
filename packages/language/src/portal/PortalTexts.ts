/**
 * What the portal says to citizens: headings, sentences and labels of its pages, in Indonesian and English.
 *
 * @since 0.1.0
 */
import type { Outcome } from "@timbang/core/selection"
import type { Language } from "../Sentences.ts"

// --- models ---

/**
 * Every text of the portal in one language.
 *
 * @category models
 * @since 0.1.0
 */
export interface PortalTexts {
  readonly language: string
  readonly otherLanguage: string
  readonly skip: string
  readonly nav: Readonly<Record<"announcement" | "formations" | "board" | "results" | "verify" | "explain" | "objection", string>>
  readonly footer: (origin: string, size: number) => string
  readonly words: string
  readonly oneGo: string
  readonly announcement: {
    readonly lead: string
    readonly numbers: (formations: number, seats: number, applicants: number) => string
    readonly holds: (from: string, until: string | undefined) => string
    readonly exams: string
    readonly exam: (title: string, minimum: number, maximum: string) => string
    readonly thresholds: string
    readonly least: (title: string, points: string) => string
    readonly noThreshold: string
    readonly shortlist: string
    readonly shortlistRule: (factor: string) => string
    readonly steps: string
    readonly sum: (title: string, parts: string) => string
    readonly rescale: (title: string, of: string, outOf: string, to: number, decimals: number) => string
    readonly weight: (title: string, of: string, percent: string, decimals: number) => string
    readonly addition: (title: string, of: string, cap: string) => string
    readonly ties: string
    readonly tieRule: (rungs: string) => string
    readonly rung: Readonly<Record<"GradeAverage" | "BirthDate", string>>
    readonly letter: string
    readonly objections: string
    readonly objectionRule: (stage: string, days: string, perPerson: string) => string
    readonly sources: string
    readonly notYet: string
  }
  readonly formations: {
    readonly heading: Readonly<Record<"position" | "place" | "education" | "category" | "seats" | "applicants" | "ratio", string>>
    readonly ratio: (value: string) => string
    readonly search: string
    readonly searchButton: string
    readonly shown: (from: number, to: number, of: number) => string
    readonly previous: string
    readonly next: string
    readonly none: string
    readonly permanent: string
    readonly csv: string
    readonly xlsx: string
    readonly since: string
    readonly sinceSize: string
    readonly sinceButton: string
    readonly changed: (since: number, count: number) => string
  }
  readonly results: {
    readonly lead: string
    readonly none: string
    readonly heading: Readonly<Record<"rank" | "participant" | "final" | "code" | "meaning", string>>
    readonly equal: string
    readonly seat: (formation: string) => string
  }
  readonly board: {
    readonly banner: string
    readonly data: (time: string, source: string, session: string) => string
    readonly lag: (seconds: number) => string
    readonly open: string
    readonly closed: string
    readonly none: string
    readonly heading: Readonly<Record<"participant" | "formation" | "total" | "rank", string>>
    readonly equals: string
    readonly replaced: string
    readonly reasonUnknown: string
    readonly corrected: (entry: number) => string
    readonly cut: (formation: string, total: string) => string
    readonly refresh: string
    readonly stalled: string
  }
  readonly receipt: {
    readonly label: string
    readonly hint: string
    readonly file: string
    readonly trust: string
    readonly trustHint: string
    readonly privacy: string
    readonly refused: string
  }
  readonly verify: {
    readonly lead: string
    readonly button: string
    readonly offline: string
    readonly logAgrees: string
    readonly logDiffers: string
    readonly corrected: (entry: number) => string
  }
  readonly explain: {
    readonly lead: string
    readonly button: string
    readonly next: string
    readonly notResult: string
    readonly deadline: (day: string) => string
    readonly deadlineUnknown: (days: string) => string
    readonly again: (days: string) => string
    readonly nothingToObject: string
    readonly print: string
  }
  readonly objection: {
    readonly warning: string
    readonly lead: string
    readonly button: string
    readonly link: string
    readonly nothing: string
    readonly draft: (number: number, about: string) => string
    readonly text: (facts: { readonly participant: string; readonly formation: string; readonly about: string; readonly entry: number }) => string
    readonly minimum: (title: string, score: string, limit: string) => string
    readonly rank: (rank: number, seats: number) => string
    readonly decided: (outcome: string) => string
    readonly evidence: string
  }
  readonly errors: Readonly<Record<"notFound" | "tooMany" | "tooLarge" | "unreadable" | "unavailable", string>>
  readonly outcome: Readonly<Record<Outcome.Outcome, string>>
}

// --- texts ---

const id: PortalTexts = {
  language: "id",
  otherLanguage: "English",
  skip: "Langsung ke isi",
  nav: {
    announcement: "Pengumuman",
    formations: "Formasi dan persaingan",
    board: "Nilai langsung",
    results: "Hasil",
    verify: "Periksa tanda terima",
    explain: "Penjelasan hasil",
    objection: "Siapkan sanggah"
  },
  footer: (origin, size) => `Catatan ${origin}, ${size} entri.`,
  words: "Delapan kata titik periksa; cocokkan dengan pengumuman di kertas:",
  oneGo: "Perhatian: pada catatan ini ada entri yang melanggar urutan pengumuman. Periksa dengan timbang audit.",
  announcement: {
    lead: "Aturan di bawah ini diterbitkan sebelum nilai pertama dan berlaku sama untuk semua peserta.",
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
    objectionRule: (stage, days, perPerson) => `Hasil ${stage} dapat disanggah ${days} hari sejak diumumkan, ${perPerson} kali per orang, melalui akun SSCASN.`,
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
    xlsx: "Unduh entri publik (XLSX)",
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
    cut: (formation, total) => `${formation}: batas sementara ${total}`,
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
    tooMany: "Terlalu banyak permintaan. Tunggu sebentar, lalu coba lagi.",
    tooLarge: "Isi yang dikirim terlalu besar untuk sebuah tanda terima.",
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

const en: PortalTexts = {
  language: "en",
  otherLanguage: "Bahasa Indonesia",
  skip: "Skip to content",
  nav: {
    announcement: "Announcement",
    formations: "Posts and competition",
    board: "Live scores",
    results: "Results",
    verify: "Check a receipt",
    explain: "Explain my result",
    objection: "Prepare an objection"
  },
  footer: (origin, size) => `Log ${origin}, ${size} entries.`,
  words: "Eight words of the checkpoint; compare them with the announcement on paper:",
  oneGo: "Note: entries of this log breach the order of publication. Check with timbang audit.",
  announcement: {
    lead: "The rules below were published before the first score and are the same for everybody.",
    numbers: (formations, seats, applicants) =>
      `${formations} formations, ${seats} seats, ${applicants === 0 ? "applicants not announced yet" : `${applicants} applicants`}.`,
    holds: (from, until) => until === undefined ? `In force since ${from}.` : `In force ${from} to ${until}.`,
    exams: "What is examined",
    exam: (title, minimum, maximum) => `${title}: ${minimum} to ${maximum} points.`,
    thresholds: "Minimum scores",
    least: (title, points) => `${title} at least ${points}`,
    noThreshold: "no minimum",
    shortlist: "Who goes on to the next stage",
    shortlistRule: (factor) => `Those who meet every minimum are ranked by score; at most ${factor} times the seats go on.`,
    steps: "How the final score is made",
    sum: (title, parts) => `${title} = ${parts}.`,
    rescale: (title, of, outOf, to, decimals) => `${title} = ${of} divided by ${outOf}, times ${to}, rounded to ${decimals} decimals.`,
    weight: (title, of, percent, decimals) => `${title} = ${percent}% of ${of}, rounded to ${decimals} decimals.`,
    addition: (title, of, cap) => `${title} = ${of} plus affirmative additions, at most ${cap}.`,
    ties: "When final scores are equal",
    tieRule: (rungs) => `Compared one after another: ${rungs}. Who is still equal is announced as equal, and the office in charge decides.`,
    rung: { GradeAverage: "higher grade average", BirthDate: "higher age" },
    letter: "The order of input files never decides.",
    objections: "Objections",
    objectionRule: (stage, days, perPerson) => `The result of ${stage} can be objected to within ${days} days of its announcement, ${perPerson} per person, in the SSCASN account.`,
    sources: "Legal basis",
    notYet: "Rules and formations are not published yet."
  },
  formations: {
    heading: {
      position: "Position", place: "Place", education: "Education", category: "Kind of need",
      seats: "Seats", applicants: "Applicants", ratio: "Competition"
    },
    ratio: (value) => `${value} applicants a seat`,
    search: "Search position, place or education",
    searchButton: "Search",
    shown: (from, to, of) => `${from}–${to} of ${of}`,
    previous: "Previous",
    next: "Next",
    none: "No formation matches.",
    permanent: "Permanent address of this formation",
    csv: "Download public entries (CSV)",
    xlsx: "Download public entries (XLSX)",
    since: "What changed",
    sinceSize: "Since number of entries",
    sinceButton: "Show",
    changed: (since, count) => count === 0 ? `Nothing changed since entry ${since}.` : `${count} new entries since entry ${since}.`
  },
  results: {
    lead: "Codes are read as the column of meanings says.",
    none: "Results are not published yet.",
    heading: { rank: "Rank", participant: "Participant", final: "Score", code: "Code", meaning: "Meaning" },
    equal: "equal",
    seat: (formation) => `seated in formation ${formation}`
  },
  board: {
    banner: "The official score is the one on the participant's CAT screen. This page only copies.",
    data: (time, source, session) => `Data as of ${time} WIB, source ${source}, session ${session}.`,
    lag: (seconds) => seconds < 60 ? `Lag ${seconds} seconds.` : `Lag ${Math.floor(seconds / 60)} minutes.`,
    open: "The session is under way: scores are shown by participant number, without ranks.",
    closed: "The session is closed: ranks are counted from the scores on record in the same formation.",
    none: "No scores yet.",
    heading: { participant: "Participant", formation: "Formation", total: "Total", rank: "Rank" },
    equals: "Equal scores are shown at the same rank.",
    replaced: "Replaced",
    reasonUnknown: "the source sent another value without a recorded reason",
    corrected: (entry) => `correction, entry ${entry} of the log`,
    cut: (formation, total) => `${formation}: provisional cut ${total}`,
    refresh: "Reload",
    stalled: "The connection is lost; the page tries again. Data may be late."
  },
  receipt: {
    label: "Receipt",
    hint: "Paste the receipt (JSON or the text of the QR code)",
    file: "Or choose the file of the receipt",
    trust: "Verifier key or the eight words of the announcement on paper",
    trustHint: "May be empty",
    privacy: "The receipt is sent in the body of the request; it is neither kept nor logged.",
    refused: "This receipt cannot be read, was changed, or is not of this log. Nothing can be shown."
  },
  verify: {
    lead: "Paste a receipt to learn whether it says what was logged.",
    button: "Check",
    offline: "Open the verifier page that works offline",
    logAgrees: "The receipt agrees with the log published here.",
    logDiffers: "The receipt does NOT agree with the log published here.",
    corrected: (entry) => `This entry was corrected by entry ${entry}.`
  },
  explain: {
    lead: "One sheet that explains your result: every step, the neighbour, the cut, and what can be done.",
    button: "Explain",
    next: "Next steps",
    notResult: "This receipt is not about a result. Ask the committee for the receipt of the result.",
    deadline: (day) => `Objections until ${day}, in the SSCASN account.`,
    deadlineUnknown: (days) => `Objections within ${days} days of the announcement, in the SSCASN account; the official announcement has the dates.`,
    again: (days) => `Results after objections are announced within ${days} days after the window closes.`,
    nothingToObject: "These rules name no window of objections for this stage.",
    print: "To print it, use your browser's print command."
  },
  objection: {
    warning: "This is not an objection. An objection is valid in the SSCASN account only.",
    lead: "This page makes a draft from your receipt, to be copied into the SSCASN account.",
    button: "Make the draft",
    link: "Open SSCASN",
    nothing: "Nothing failed in this result.",
    draft: (number, about) => `Draft ${number}: ${about}`,
    text: ({ about, entry, formation, participant }) =>
      `I, participant ${participant} of formation ${formation}, object to the announced result (entry ${entry} of the log): ${about}. Please check the score and the rule again. Evidence attached: ... (write and attach).`,
    minimum: (title, score, limit) => `${title} ${score}, below the minimum ${limit}`,
    rank: (rank, seats) => `rank ${rank}, outside ${seats} seats`,
    decided: (outcome) => `declared ${outcome}`,
    evidence: "Give reasons in your own words and attach evidence. A draft without evidence is rarely accepted."
  },
  errors: {
    notFound: "There is no such page.",
    tooMany: "Too many requests. Wait a moment and try again.",
    tooLarge: "What was sent is too large for a receipt.",
    unreadable: "The form cannot be read. Go back and fill it in again.",
    unavailable: "The log cannot be read at the moment. Try again later."
  },
  outcome: {
    advanced: "goes on to the next stage",
    "advanced-second-group": "goes on to the next stage (second group)",
    "outside-shortlist": "meets every minimum, outside the number that goes on",
    "below-threshold": "below a minimum score",
    absent: "absent",
    disqualified: "disqualified",
    ineligible: "does not meet the requirements",
    withdrawn: "withdrawn",
    selected: "selected",
    "selected-by-filling": "selected by filling an empty seat",
    "not-selected": "not selected: rank outside the seats",
    "absent-second": "absent from the second exam",
    eliminated: "failed an excluding test",
    undecided: "undecided: equal at the last seat"
  }
}

/**
 * The texts by language.
 *
 * **Example** (The warning above a draft)
 *
 * ```ts
 * import { PortalTexts } from "@timbang/language"
 * PortalTexts.texts.id.objection.warning // => "Ini bukan sanggah. Sanggah hanya sah di akun SSCASN."
 * ```
 *
 * @category texts
 * @since 0.1.0
 */
export const texts: Readonly<Record<Language, PortalTexts>> = { id, en }
