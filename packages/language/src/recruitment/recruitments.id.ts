import type { Words } from "./recruitments.en.ts"

/** A recruitment that runs, in Indonesian. */
export const indonesian: Words = {
  stages: {
    announcement: "pengumuman",
    applicants: "pelamar",
    "administrative-check": "seleksi administrasi",
    "administrative-objections": "sanggah seleksi administrasi",
    "exam-sessions": "sesi ujian pertama",
    shortlist: "daftar peserta ujian lanjutan",
    "second-exam": "ujian lanjutan",
    integration: "integrasi nilai",
    filling: "pengisian formasi kosong",
    publication: "pengumuman hasil akhir",
    "final-objections": "sanggah hasil akhir",
    drh: "pengisian DRH",
    "usul-nip": "usul penetapan NIP",
    sk: "SK pengangkatan",
    spmt: "SPMT"
  },
  decisions: {
    announcement: "pengumuman",
    "administrative-result": "hasil seleksi administrasi",
    "administrative-reannouncement": "hasil seleksi administrasi pasca sanggah",
    shortlist: "daftar peserta ujian lanjutan",
    publication: "hasil akhir",
    "final-reannouncement": "hasil akhir pasca sanggah"
  },
  steps: {
    "import-applicants": "membaca data pelamar",
    shortlist: "menyusun daftar peserta ujian lanjutan",
    integration: "integrasi nilai",
    filling: "pengisian formasi kosong",
    publish: "penerbitan",
    "publish-again": "penerbitan pasca sanggah"
  },
  terms: {
    registration: "masa pendaftaran",
    "administrative-objection": "masa sanggah seleksi administrasi",
    "administrative-answer": "masa jawab sanggah seleksi administrasi",
    "administrative-reannouncement": "batas pengumuman administrasi pasca sanggah",
    "final-objection": "masa sanggah hasil akhir",
    "final-answer": "masa jawab sanggah hasil akhir",
    "final-reannouncement": "batas pengumuman hasil akhir pasca sanggah",
    drh: "masa pengisian DRH"
  },
  milestones: {
    named: "lulus",
    drh: "DRH sudah diisi",
    "nip-proposed": "NIP sudah diusulkan",
    "nip-issued": "NIP sudah terbit",
    decree: "SK pengangkatan",
    duty: "melaksanakan tugas"
  },
  sessions: { first: "berita acara semua sesi ujian pertama", second: "berita acara semua sesi ujian lanjutan" },
  cases: {
    administrative: "jawaban atas sanggah seleksi administrasi",
    final: "jawaban atas sanggah hasil akhir, dan persetujuan Panselnas atas sanggah yang diterima"
  },
  decision: (what) => `keputusan yang dimasukkan dan disetujui dua orang: ${what}`,
  work: (what) => `langkah program: ${what}`,
  window: (what) => `berakhirnya ${what}`,
  people: (what) => `semua yang lulus mencapai: ${what}`,
  problems: {
    "not-started": "seleksi ini belum ada; mulai dengan rencananya",
    "started-otherwise": "seleksi ini dimulai dengan rencana lain; pakai nama lain, atau ubah dengan surat yang disediakan",
    "not-now": "seleksi sedang menunggu hal lain; lihat statusnya",
    "too-late": "batas waktunya sudah lewat; hanya perpanjangan dengan surat yang membukanya lagi, selama seleksi masih di tahap itu",
    "same-person": "yang memasukkan tidak boleh menyetujui atau menolaknya; harus orang lain",
    "wrong-role": "rencana tidak memberi peran ini wewenang; harus diputuskan akun dengan peran yang disebut rencana",
    unknown: "nama ini tidak dikenal dalam seleksi; lihat statusnya",
    "done-already": "ini sudah diputuskan dan tetap berlaku",
    "id-taken": "nama ini sudah dipakai untuk hal lain; pakai nama lain",
    "too-many": "orang ini sudah mengajukan sanggah sebanyak yang diperbolehkan",
    "too-early": "ada langkah sebelumnya yang belum dilakukan",
    "has-left": "orang ini sudah mengundurkan diri",
    "not-vacant": "tempat ini tidak kosong, atau sudah diisi",
    "not-next-in-rank": "ada peserta lain dengan peringkat lebih dahulu, atau tidak ada lagi",
    "not-later": "harinya harus sesudah batas yang berlaku sekarang dan belum lewat"
  },
  lines: {
    stage: "Tahap",
    awaits: "Menunggu",
    finished: "Seleksi sudah selesai.",
    refused: (because) => `Langkah ditolak: ${because}. Perbaiki, lalu kirim Retry.`,
    unnoticed: (what, lastDay, zone) => `Lewat sejak akhir ${lastDay} ${zone}, belum tercatat: ${what}. Node atau pernyataan berikutnya akan mencatatnya.`,
    until: (what, lastDay, zone, daysLeft) =>
      `Sampai ${lastDay}, akhir hari ${zone}${daysLeft === 0 ? ", hari ini" : `, ${daysLeft} hari lagi`}: ${what}.`,
    overdue: (what) => `Lewat batas: ${what}.`,
    people: (what, count) => `${what}: ${count}`,
    left: (participant, isAfterNumber, letter, sanction) =>
      `${participant} mengundurkan diri ${isAfterNumber ? "sesudah" : "sebelum"} NIP terbit, surat ${letter}: ${sanction}.`,
    barred: (amount, unit, source) => `tidak boleh melamar ${amount} ${unit === "rounds" ? "periode" : "tahun anggaran"} (${source})`,
    exempt: (source) => `tidak dikenai larangan melamar (${source})`,
    taken: "Tercatat.",
    notASignal: (because) => `Ini bukan pernyataan yang dikenal suatu seleksi: ${because}`,
    unreadable: (index, kind) =>
      `Catatan ${index} (${kind}) pada seleksi ini tidak dapat dibaca versi ini; perbarui program, atau cari tahu siapa yang menulisnya.`,
    stepsRefused: "Bukan perintah untuk setiap langkah: import-applicants, shortlist, integration, filling, publish, publish-again, masing-masing daftar program dan argumennya.",
    none: "Belum ada seleksi yang dimulai.",
    overdueShort: "lewat batas",
    refusedShort: "langkah ditolak",
    over: "selesai",
    running: "Node menjalankan semua seleksi pada jurnal ini; Ctrl-C menghentikannya, dan node lain meneruskan.",
    nodeTaken: "Sudah ada node yang menjalankan seleksi pada jurnal ini; hentikan dahulu, atau beri setiap node --listen HOST:PORT."
  },
  columns: { round: "seleksi", agency: "instansi", stage: "tahap", open: "terbuka", due: "batas", note: "catatan", when: "waktu", who: "akun", role: "peran", unit: "unit", what: "isi" },
  exams: { first: "ujian pertama", second: "ujian lanjutan" },
  subjects: {
    Decide: (what) => `keputusan ${what}`,
    HoldSession: (session, exam) => `berita acara ${session}, ${exam}`,
    Answer: (objection, isAccepted) => `jawaban sanggah ${objection}: ${isAccepted ? "diterima" : "ditolak"}`,
    Approval: (objection, isApproved, letter) => `Panselnas atas sanggah ${objection}: ${isApproved ? "disetujui" : "tidak disetujui"}, surat ${letter}`,
    Extend: (what, until, letter) => `perpanjangan sampai ${until} untuk ${what}, surat ${letter}`,
    Reach: (milestone, count, letter) => `${milestone}: ${count}, surat ${letter}`,
    Resign: (participant, letter) => `pengunduran diri ${participant}, surat ${letter}`,
    Replace: (by, vacatedBy, letter) => `${by} menggantikan ${vacatedBy}, surat ${letter}`
  },
  items: {
    approve: (id, what, by, roles) =>
      `Perlu persetujuan orang lain selain ${by}${roles.length === 0 ? "" : `, dengan peran ${roles.join(" atau ")}`}: ${id} (${what}).`,
    enter: (what) => `Panitia memasukkan keputusan: ${what}.`,
    minutes: (session, exam) => `Panitia memasukkan berita acara ${session}, ${exam}.`,
    answer: (objection) => `Panitia memasukkan jawaban atas sanggah ${objection}.`,
    panselnas: (objection) => `Panselnas memutuskan sanggah ${objection} yang diterima; panitia memasukkan suratnya.`,
    reach: (milestone, who, count) => `Belum sampai "${milestone}": ${count} (${who}).`,
    vacancy: (participant, formation, next) =>
      `Tempat ${participant} pada ${formation} kosong; ${next === undefined ? "tidak ada peringkat berikutnya" : `peringkat berikutnya ${next}, hanya dengan surat`}.`,
    work: (what) => `Program mengerjakan langkah: ${what}.`
  },
  facts: {
    Started: (agency) => `rencana, ${agency}`,
    Proposed: (id, what) => `${id} dimasukkan: ${what}`,
    Approved: (id, what) => `${id} disetujui: ${what}`,
    Rejected: (id, what) => `${id} ditolak: ${what}`,
    ObjectionFiled: (id, about) => `sanggah ${id} diajukan tentang ${about}`,
    DrhSubmitted: (participant) => `DRH ${participant} diserahkan`,
    DeadlinePassed: (what) => `lewat: ${what}`,
    StepFinished: (what, count) => `selesai: ${what}, ${count} orang`,
    StepRefused: (what, because) => `ditolak: ${what}: ${because}`,
    Retried: (what) => `dicoba lagi: ${what}`
  }
}
