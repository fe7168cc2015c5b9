/**
 * Faults of a rule set in Indonesian.
 */
import type { Words } from "./ruleSetProblems.en.ts"

export const indonesian: Words = {
  fault: {
    WeightsNotWhole: ({ foundPercent }) => `bobotnya berjumlah ${foundPercent} persen. Jadikan 100.`,
    ScalesMixed: ({ maxima }) => `bobotnya diambil dari nilai dengan maksimum ${maxima.join(" dan ")}. Samakan dulu skalanya.`,
    ScaleWrong: ({ found, maximum }) => `skala diubah dari ${found}, padahal nilai tertinggi yang mungkin ${maximum}. Perbaiki outOf.`,
    NameUnknown: ({ found, known }) => `"${found}" tidak ada pada aturan ini. Pakai salah satu dari: ${known.join(", ")}.`,
    StepTooLate: ({ found }) => `"${found}" dihasilkan oleh langkah ini atau langkah sesudahnya. Letakkan lebih dulu.`,
    ScoreTooLate: ({ exam, found, known }) => `"${found}" belum diketahui setelah ujian ${exam}. Pakai salah satu dari: ${known.join(", ")}.`,
    DuplicateId: ({ found }) => `"${found}" sudah dipakai. Pilih pengenal lain.`,
    CodeDuplicated: ({ outcome }) => `kode kedua untuk ${outcome}. Sisakan satu, tulis yang lain sebagai alias.`,
    DayUnreal: ({ found }) => `"${found}" bukan tanggal yang ada. Tulis TTTT-BB-HH.`,
    DaysReversed: ({ from, until }) => `berakhir ${until}, sebelum mulai ${from}. Tukar kedua tanggalnya.`,
    DaysOverlap: ({ from, id }) => `aturan lain "${id}" sudah berlaku pada ${from}. Akhiri aturan lama sehari sebelumnya.`,
    OverLegalCap: ({ cap, citation, found }) => `${found} melebihi ${cap} yang diperbolehkan ${citation}. Turunkan.`,
    UnderLegalFloor: ({ citation, floor, found }) => `${found} kurang dari ${floor} yang diwajibkan ${citation}. Naikkan.`,
    KindRefused: ({ agencyKind, citation, kind }) => `${citation} tidak memperbolehkan "${kind}" untuk instansi ${agencyKind}. Hapus tes itu.`,
    WeightNotAnnounced: ({ announced, found }) => `berbobot ${found} persen, padahal yang diumumkan ${announced}. Samakan.`,
    MainTestCount: ({ found }) => `ada ${found} tes utama. Tandai tepat satu.`,
    GeneralCategoryCount: ({ found }) => `ada ${found} jenis kebutuhan umum. Tandai tepat satu.`,
    CategoryWithoutGroup: ({ category }) =>
      `tidak ada kelompok nilai ambang batas untuk "${category}". Tambahkan ke salah satu, tanpa batas bila aturan tidak menetapkannya.`,
    GroupsOverlap: ({ other, shared }) => `berlaku untuk "${shared}", sama seperti ${other}. Sisakan pada satu kelompok.`,
    TooMany: ({ found, most }) => `ada ${found}; paling banyak ${most} yang dapat dibedakan. Kurangi.`,
    OutOfRange: ({ found, maximum, minimum }) => `${found} tidak di antara ${minimum} dan ${maximum}. Perbaiki.`,
    WordUnknown: ({ found, known }) => `"${found}" tidak dikenal. Pilih salah satu dari: ${known.join(", ")}.`
  },
  unreadable: (path, what) => `${path === "" ? "berkas" : path}: ${what}.`,
  versionUnknown: "versi bentuk ini tidak dikenal. Pakai rilis yang membacanya; rilis ini membaca versi 1",
  unfit: (ruleSet, path) => `Aturan ${ruleSet} tidak dapat menerima angka ini pada ${path}:`,
  pathUnknown: (ruleSet, path, nearest) => `Aturan ${ruleSet} tidak memiliki angka pada ${path}. Yang terdekat: ${nearest.join(", ")}.`,
  sourceMissing: (ruleSet, path) => `${path} pada aturan ${ruleSet} diberikan tanpa sumber. Sebutkan keputusan, surat, atau pengumumannya.`,
  scalesDiffer: (base, baseMaximum, outOf) =>
    `SKTT dinilai dari ${outOf}, sedangkan ${base} dari ${baseMaximum}. Ubah dulu SKTT ke ${baseMaximum} dengan aturan yang diumumkan.`,
  skttUnfit: (ruleSet, because) => `Aturan ${ruleSet} tidak dapat memuat SKTT: ${because}.`
}
