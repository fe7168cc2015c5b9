/**
 * Words of the performance report in Indonesian.
 */
export const indonesian = {
  title: "Laporan kinerja layanan",
  onDay: (day: string) => `disusun ${day}`,
  sentence: (service: string, respondents: string, index: string, letter: string, range: string | undefined) =>
    `Menurut ${respondents} warga, ${service} bernilai ${index} dari 100 (mutu ${letter})${
      range === undefined ? "" : `; nilai bagi semua pengguna kira-kira ${range}`
    }.`,
  sentenceNone: (reason: string) => `Nilai survei kepuasan masyarakat ${reason}.`,
  noSurvey: "Belum ada survei kepuasan masyarakat pada periode ini.",
  index: "Indeks kepuasan masyarakat",
  indexNote: (letter: string) => `mutu ${letter}`,
  respondents: "Responden",
  responseNote: (rate: string) => `yang menjawab: ${rate}`,
  classHeld: "Peluang mutu ini benar",
  classNote: (interval: string) => `selang ${interval}`,
  straight: "Jawaban seragam",
  straightNote: "menjawab sama untuk semua unsur",
  lowest: "Unsur yang didahulukan",
  lowestSource: "Unsur dengan rata-rata terendah; unsur dengan rata-rata sama berada di tempat yang sama.",
  elementCaption: (service: string) => `Nilai setiap unsur: ${service}`,
  element: "Unsur",
  mean: "Rata-rata (1 sampai 4)",
  missing: "Tidak dijawab",
  elementSource: (weight: string, instrument: string) =>
    `Bobot setiap unsur ${weight}. Indeks dihitung sebagai pecahan pasti, dibulatkan setengah ke atas pada dua desimal, lalu digolongkan. Sumber aturan: ${instrument}.`,
  classCaption: (service: string) => `Peluang setiap golongan mutu: ${service}`,
  class: "Mutu",
  probability: "Peluang",
  classSource: "Galat baku dihitung per responden; golongan dimulai setengah perseratus di bawah batas tercetak.",
  qualityCaption: (service: string) => `Mutu data survei: ${service}`,
  what: "Hal",
  value: "Nilai",
  complete: "Responden lengkap",
  partial: "Responden dengan sebagian jawaban",
  blank: "Lembar kosong",
  offScale: "Jawaban di luar skala, dikeluarkan",
  straightLiners: "Responden dengan jawaban seragam",
  responseRate: "Bagian yang menjawab dari yang diminta",
  bounds: "Indeks bila yang tidak menjawab memberi nilai terendah, atau tertinggi",
  standardError: "Galat baku indeks",
  qualitySource: "Pembobotan hanya memperbaiki perbedaan pada ciri yang diketahui; yang tidak menjawab dapat berbeda dalam hal lain.",
  none: "Tidak ada data.",
  compare: "Perbandingan yang adil",
  caterpillar: (measure: string) =>
    `${measure}: taksiran yang ditarik ke rata-rata bersama, dengan selang. Belah ketupat penuh ditandai; garis putus-putus adalah rata-rata bersama.`,
  rankCaption: (measure: string) => `Taksiran dan peringkat yang mungkin: ${measure}`,
  subject: "Nama",
  raw: "Nilai mentah",
  shrunken: "Taksiran",
  ranks: "Peringkat yang mungkin",
  inTail: "Peluang berada di ujung itu",
  flag: "Tanda",
  isFlagged: "ditandai",
  notFlagged: "tidak",
  rankSource: (method: string, share: string, bar: string) =>
    `Keragaman di luar kebetulan ${share} (${method}). Ditandai hanya bila peluangnya sekurang-kurangnya ${bar}.`,
  contrastCaption: "Survei di samping pengaduan",
  contrastSource: "Letak suatu layanan disebut hanya bila selangnya (95%) seluruhnya berada di luar nilai semua layanan bersama.",
  funnel: "Corong",
  funnelText: (measure: string, outside: string, all: string) =>
    `${measure}: ${outside} dari ${all} berada di luar batas kebetulan (belah ketupat penuh). Garis mendatar adalah sasaran.`,
  funnelSize: "banyaknya yang dihitung",
  funnelCaption: (measure: string) => `Batas kebetulan bagi setiap unit: ${measure}`,
  part: "Banyaknya",
  share: "Bagian",
  limits: "Batas kebetulan",
  controlLimits: "Batas kendali",
  place: "Letak",
  places: { inside: "di dalam", above: "di atas", below: "di bawah" },
  funnelSource: (outside: string) => `Batas binomial dengan interpolasi (Spiegelhalter 2005), peluang di luar ${outside}.`,
  appraised: "Penilaian kinerja pegawai",
  appraisedCaption: (law: string) => `Pegawai menurut predikat (${law})`,
  predicate: "Predikat",
  people: "Pegawai",
  undecided: "belum diputuskan",
  appraisedSource: (departures: string) =>
    `Predikat diputuskan pejabat penilai; ${departures} di antaranya menyimpang dari usulan dengan alasan. Suara warga tidak menjadi angka bagi seseorang.`,
  recap: (equal: string, different: string, notCheckable: string) =>
    `Rekap resmi: ${equal} sama dengan tabel, ${different} berbeda, ${notCheckable} tidak dapat diperiksa.`,
  course: "Perjalanan dari waktu ke waktu",
  courseChart: "Garis penuh adalah pusat, garis putus-putus abu-abu adalah batas kendali, garis titik adalah sasaran; belah ketupat penuh melanggar suatu aturan.",
  courseCaption: (measure: string) => `Nilai setiap periode: ${measure}`,
  period: "Periode",
  signals: "Aturan yang dilanggar",
  signal: { outside: "di luar batas", shift: "delapan berturut-turut di satu sisi", trend: "enam berturut-turut naik atau turun" },
  side: { high: "tinggi", low: "rendah" },
  courseSource: (kind: string) => `Bagan kendali ${kind}; bagan memberi tanda, orang memutuskan sebabnya.`,
  headings: { survey: "1. Survei kepuasan masyarakat", compare: "2. Perbandingan yang adil", funnel: "3. Corong", course: "4. Dari waktu ke waktu", methods: "5. Cara menghitung" },
  methods: [
    "Suara warga adalah bukti tentang layanan, tidak pernah menjadi angka otomatis bagi seseorang.",
    "Responden adalah satuan galat: sembilan jawaban satu orang adalah satu pengamatan.",
    "Angka yang tidak terdefinisi dicetak dengan alasannya, tidak pernah sebagai nol.",
    "Rata-rata dari sedikit jawaban ditarik ke rata-rata bersama sejauh ketidakpastiannya."
  ],
  words: {
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
}

/** The words that a language has to have. */
export type Texts = typeof indonesian
