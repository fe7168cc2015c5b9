/**
 * What commands print, in Indonesian.
 */
import type { Phrases } from "./Outputs.ts"

export const indonesian: Phrases = {
  element: "unsur",
  elementName: (_, __, official) => official,
  name: "nama",
  mean: "rata-rata",
  class: "kelas",
  probability: "peluang",
  allServices: "semua layanan",
  predicate: "predikat",
  outcome: "hasil",
  agreement: "kesepakatan",
  interval: "selang 95%",
  pendingPeople: (people) => `${people} pegawai menunggu: ada kelompok penilai yang lebih kecil daripada jumlah terkecilnya. Lihat private/explanations.txt.`,
  people: "pegawai",
  region: "lokasi",
  kindOfNeed: "jenis kebutuhan",
  position: "jabatan",
  standardError: (error) => `Galat baku ${error.replace(".", ",")}; responden adalah satuannya.`,
  noStandardError: "Galat baku tidak dapat dihitung: responden terlalu sedikit.",
  weighted: (mean, error, effective) =>
    `Ditimbang menurut pengguna: ${mean.replace(".", ",")}, galat baku ${error.replace(".", ",")}, setara ${effective} jawaban berbobot sama. Angka resmi tetap yang di atas.`,
  partlyAnswered: (partial, blank) => `Menjawab sebagian: ${partial}; tidak menjawab satu pun: ${blank}.`,
  sample: (wanted, population, source, respondents) => `Responden yang diminta rumus (${source}) untuk ${population} pengguna: ${wanted}; yang menjawab ${respondents}.`,
  straightLiners: (count, of) => `Jawaban seragam pada semua unsur: ${count} dari ${of}.`,
  nonResponse: (rate, lowest, highest) =>
    `Dari yang diminta menjawab ${rate.replace(".", ",")}% menjawab. Bila semua yang lain memberi jawaban terendah atau tertinggi, indeksnya antara ${lowest.replace(".", ",")} dan ${highest.replace(".", ",")}.`,
  fewerThanRespondents: (respondents) => `lebih sedikit daripada ${respondents} responden pada berkas; sebutkan jumlah untuk periode dan layanan yang sama`,
  unanswered: (elements) => `tidak seorang pun menjawab ${elements.join(", ")}. Indeks memerlukan jawaban untuk setiap unsur; isi kolomnya.`,
  usersDiffer: (users, margins) => `bukan ${users} pengguna seperti pada ${margins}. Samakan keduanya, atau hilangkan --population.`,
  tooManyCells: (most) => `lebih dari ${most} macam responden menurut margin, bobot, klaster, dan strata; bulatkan bobot desain, atau berikan per strata`,
  noResult: (writers) => `tidak ada; sebutkan folder yang ditulis oleh salah satu dari: ${writers}`,
  notAResult: (because, found, writers) =>
    `bukan bentuk yang ditulis versi ini (${
      {
        "not-json": "bukan JSON",
        "not-an-object": "bukan objek JSON",
        "other-format": `bentuknya ${found === "" ? "tidak disebut" : found}`,
        "other-version": `versinya ${found === "" ? "tidak disebut" : found}`,
        "no-content": "tanpa isi",
        "parts-missing": `bagian yang tidak ada: ${found}`
      }[because]
    }); tulis ulang dengan: ${writers}`,
  pendingUnits: (units, fewest) => `Menunggu, karena kurang dari ${fewest} jawaban: ${units}. Mereka tidak dibandingkan dan tidak pernah ditandai.`,
  unverifiedWords: (words, citation) =>
    `Belum diverifikasi: jawaban yang diwakili kata ${words.join(", ")} (${citation}). Cocokkan dengan formulir yang dibagikan, dan berikan kata-katanya dengan --words.`,
  notWithin: (folder, group) =>
    `${folder}: responden ${group} dahulu lebih banyak daripada sekarang. --published menerima hasil atas sebagian jawaban ini; berikan jawaban keduanya bersama.`,
  service: "layanan",
  inSurvey: "menurut survei",
  inComplaints: "menurut pengaduan",
  reading: "bacaan",
  complaintShare: "pengaduan di antara yang dilayani",
  sides: { better: "lebih baik daripada keseluruhan", worse: "lebih buruk daripada keseluruhan", "not-distinguishable": "tidak dapat dibedakan" },
  readings: { agree: "keduanya sejalan", gap: "keduanya bertentangan: periksa lebih dahulu", "not-shown": "tidak tampak" },
  withoutSurvey: (services) => `Pengaduan tanpa survei yang boleh ditampilkan: ${services.join(", ")}.`,
  outsideFunnel: (services) => `Pengaduan lebih banyak daripada kebetulan: ${services.length === 0 ? "tidak ada" : services.join(", ")}.`,
  hidden: (groups, fewest) => `${groups} kelompok disembunyikan agar kelompok di bawah ${fewest} responden tidak dapat dihitung.`,
  notCompared: (most) => `Responden yang tercatat dua kali hanya dicari di antara ${most} yang pertama.`,
  tooMany: (grouping, most) => `${grouping}: lebih dari ${most} kelompok; tidak dirinci. Gabungkan menjadi kelompok yang lebih besar.`,
  open: (people) => `${people} pegawai belum diputuskan; usulan dan alasannya ada pada explanations.txt.`,
  recap: (equal, different, notCheckable) => `Rekap resmi: ${equal} sama dengan tabel, ${different} berbeda, ${notCheckable} tidak dapat diperiksa. Catatan resmi tidak diubah.`,
  spread: {
    "as-usual": (unit, organisation) => `${unit} (predikat organisasi ${organisation}): sebaran predikat seperti yang lazim.`,
    departs: (unit, organisation) => `${unit} (predikat organisasi ${organisation}): sebaran predikat tidak seperti yang lazim. Jelaskan; tidak seorang pun dinilai ulang karenanya.`,
    "too-small": (unit) => `${unit}: unit terlalu kecil untuk pola sebaran mana pun.`,
    "no-expectation": (unit, organisation) => `${unit}: tidak ada pola yang lazim untuk predikat organisasi ${organisation}.`,
    nobody: (unit) => `${unit}: belum ada yang dinilai.`
  },
  noFinal: (stage) => `seleksi ini berhenti pada tahap ${stage}; jalankan timbang select sampai hasil akhir.`,
  hiddenGroups: (groups, fewest) => `${groups} kelompok terlindung tidak ditampilkan agar kelompok di bawah ${fewest} pelamar tidak dapat dihitung.`,
  fileMissing: (template) => `berkas tidak ada. Tulis tabelnya; kolomnya diberikan oleh "timbang template ${template} --csv".`,
  tableTwice: (paths) => `${paths.join(", ")}: beberapa berkas untuk satu tabel. Sisakan salah satu.`,
  tableUnknown: (path, known) => `${path}: bukan nama tabel evaluasi, jadi tidak dibaca. Nama yang dikenal: ${known}.`,
  placesMissing: (formations, tables, cells) =>
    `formasi ${formations.slice(0, 5).join("; ")}${formations.length > 5 ? `; dan ${formations.length - 5} lainnya` : ""} tidak ada di ${tables.join(", ")}. Tambahkan barisnya, nol ditulis 0; atau sebutkan unit dan rumpun jabatannya di ${cells}.`,
  summary: ({ agency, round }, verdict, lackingBefore, lackingAfter) =>
    `${round}, ${agency}: kebutuhan ${verdict}; kurang ${lackingBefore} orang sebelumnya, ${lackingAfter} orang sekarang.`,
  notInForce: (law, day, from, until) => `${law}: tidak ada nilai yang berlaku pada ${day}${until !== undefined ? `; yang terakhir berlaku sampai ${until}` : from === undefined ? "" : `; yang pertama berlaku mulai ${from}`}. Pilih hari lain.`,
  trainingPlan: {
    floor: (staff, hours, years, law) => `Rencana pelatihan ${staff ?? "pegawai"}: ${years} tahun, ${hours} JP setahun sebagai batas terendah (${law}); yang belum terisi diisi pengembangan lain.`,
    ceiling: (staff, hours, years, law) =>
      staff === undefined
        ? `Rencana pelatihan pegawai yang statusnya tidak disebut: ${years} tahun, paling banyak ${hours} JP setahun, sehingga tidak melampaui batas PPPK (${law}). Isi kolom status pada competences.csv.`
        : `Rencana pelatihan ${staff}: ${years} tahun perjanjian kerja, paling banyak ${hours} JP setahun (${law}).`
  },
  adjustments: (count) => `${count} penyesuaian untuk perhitungan kebutuhan berikutnya; diterima atau ditolak oleh orang.`,
  looked: (groups) => groups.length === 0 ? "Tingkat kelulusan: tidak ada kelompok yang perlu ditelaah." : `Tingkat kelulusan yang perlu ditelaah: ${groups.join("; ")}.`
}
