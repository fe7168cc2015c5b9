/**
 * Findings of an evaluation in Indonesian.
 */
import type { Phrases } from "./findings.ts"

export const indonesian: Phrases = {
  verdict: { met: "terpenuhi", partly: "terpenuhi sebagian", "not-shown": "belum terbukti terpenuhi" },
  because: {
    "nobody-lacking-any-more": "tidak ada lagi kekurangan pegawai",
    "fewer-lacking": "kekurangan pegawai berkurang",
    "as-many-or-more-lacking": "kekurangan pegawai tidak berkurang",
    "nobody-was-lacking": "sebelumnya tidak ada kekurangan pegawai",
    "no-outcome-measured": "hasil layanan belum diukur",
    "service-improved": "ada layanan yang membaik di tempat pegawai baru bertugas",
    "service-change-not-shown": "ada hasil layanan yang belum terbukti berubah",
    "service-worsened": "ada layanan yang memburuk di tempat pegawai baru bertugas",
    "service-change-not-to-be-trusted":
      "ada hasil layanan yang berubah, tetapi perbandingannya tidak dapat dipercaya"
  },
  shows: {
    improved: "membaik",
    worsened: "memburuk",
    "not-shown": "belum terbukti berubah",
    "not-to-be-trusted": "berubah, tetapi perbandingannya tidak dapat dipercaya"
  },
  threat: {
    "trends-differed-before": "arah perubahan sudah berbeda sebelum pegawai baru datang",
    "starting-points-differ": "titik awal kedua kelompok berbeda jauh",
    "few-clusters": "jumlah unit terlalu sedikit",
    "few-treated-clusters": "jumlah unit pada salah satu kelompok terlalu sedikit",
    "units-lost": "ada unit yang hanya diukur sebelum atau hanya sesudah",
    "staff-moved-between": "pegawai pindah dari unit pembanding ke unit penerima",
    "another-change": "ada perubahan lain pada waktu yang sama",
    "measured-otherwise": "cara mengukur berubah"
  },
  threatStatus: { held: "diperiksa, tidak ditemukan", broken: "ditemukan", "not-checked": "belum diperiksa" },
  validity: {
    foretells: "nilai seleksi menandai kinerja kemudian",
    "foretells-the-opposite": "nilai seleksi berlawanan dengan kinerja kemudian",
    "not-shown": "belum terbukti bahwa nilai seleksi menandai kinerja kemudian"
  },
  correction: {
    "thorndike-2": "koreksi seleksi langsung (Thorndike II)",
    "thorndike-3": "koreksi seleksi lewat peubah ketiga (Thorndike III)",
    attenuation: "koreksi galat pengukuran",
    "attenuation-then-thorndike-2": "koreksi galat pengukuran kinerja, lalu Thorndike II"
  },
  assumption: {
    "selected-on-this-score-only": "pelamar diterima hanya berdasarkan nilai ini",
    "selected-on-third-variable-only": "pelamar diterima hanya berdasarkan peubah ketiga",
    "straight-line-beyond-recruits": "hubungan tetap lurus bagi pelamar yang tidak diterima",
    "equal-spread-around-the-line": "sebaran kinerja sama pada setiap nilai",
    "applicants-spread-known": "simpangan baku pelamar berasal dari orang yang benar-benar bersaing",
    "reliability-holds-for-recruits": "keandalan diukur pada pegawai baru, bukan kelompok lain",
    "those-without-performance-are-alike": "pegawai tanpa penilaian kinerja tidak berbeda dari yang lain"
  },
  impact: {
    reference: "pembanding (tingkat kelulusan tertinggi)",
    indication: "perlu ditelaah",
    "no-indication": "tidak ada tanda",
    "too-few": "jumlah terlalu kecil untuk disimpulkan"
  },
  judgement: {
    below: "di bawah standar",
    "not-below": "memenuhi standar",
    "not-shown": "belum terbukti",
    "not-asked": "tidak ditanyakan"
  },
  lack: { below: "kurang", "not-below": "cukup", "not-shown": "belum terbukti", "not-asked": "tidak ditanyakan" },
  advice: {
    train: "latih",
    "train-and-recruit": "latih dan tambah pegawai",
    "train-and-equip": "latih dan lengkapi sarana",
    "train-recruit-and-equip": "latih, tambah pegawai, dan lengkapi sarana",
    recruit: "tambah pegawai, bukan pelatihan",
    equip: "lengkapi sarana, bukan pelatihan",
    "recruit-and-equip": "tambah pegawai dan lengkapi sarana, bukan pelatihan",
    measure: "ukur lebih banyak orang sebelum memutuskan",
    nothing: "tidak perlu tindakan"
  },
  trust: {
    "rules-were-known": "Saya mengetahui aturannya sebelum ada nilai.",
    "process-was-fair": "Seleksi memperlakukan saya sama seperti semua orang.",
    "result-is-trusted": "Saya percaya hasilnya benar, apa pun hasil saya."
  },
  finding: {
    "posts-unfilled": "formasi tidak terisi",
    "recruits-left": "pegawai baru keluar",
    "need-still-open": "kebutuhan masih terbuka",
    "need-met": "kebutuhan sudah terpenuhi",
    "need-not-shown": "kebutuhan belum terbukti",
    "competence-below-standard": "kompetensi di bawah standar",
    "indicator-did-not-foretell": "indikator tidak menandai kebutuhan"
  },
  undefined: {
    "no-values": "tidak ada data",
    "too-few-values": "data terlalu sedikit",
    "too-many-values": "data melebihi batas metode pasti",
    "no-variation": "semua nilai sama",
    "one-category": "semua penilaian dalam satu kategori",
    "missing-values": "sebagian data tidak ada",
    "not-positive": "pembaginya bukan bilangan positif",
    "not-connected": "tidak ada kasus bersama yang menghubungkan",
    ties: "ada nilai kembar",
    "lengths-differ": "panjang kedua daftar berbeda",
    "not-a-number": "ada nilai yang bukan bilangan",
    "out-of-range": "nilai di luar jangkauan",
    "at-the-bound": "taksiran berada di ujung jangkauan"
  },
  method: {
    wilson: "Wilson",
    "agresti-coull": "Agresti-Coull",
    "clopper-pearson": "Clopper-Pearson",
    newcombe: "Newcombe",
    "katz-log": "Katz (log)",
    "student-t": "t Student",
    normal: "normal",
    "fisher-z": "z Fisher",
    "bootstrap-percentile": "bootstrap",
    "exact-f": "F",
    feldt: "Feldt",
    "shrout-fleiss": "Shrout-Fleiss"
  },
  change: {
    PostsCarriedOver: ({ posts }) => `tambahkan ${posts} formasi yang belum terisi`,
    PostsWithdrawn: ({ posts }) => `kurangi ${posts} formasi yang kebutuhannya sudah terpenuhi`,
    ShareOfClaim: ({ share }) => `kalikan kebutuhan dengan 1 + (${share})`,
    TrainingInstead: ({ competence, people }) => `latih ${people} orang dalam ${competence}, tanpa menambah formasi`,
    IndicatorToReview: ({ indicator }) => `telaah indikator ${indicator} sebelum dipakai lagi`
  }
}
