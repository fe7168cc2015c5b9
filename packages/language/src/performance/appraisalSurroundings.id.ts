/**
 * What stands around an appraisal, in Indonesian.
 */
import { LegalSource } from "@timbang/core/law"
import type { Phrases } from "./AppraisalSurroundings.ts"

export const indonesian: Phrases = {
  expectations: {
    LargestGroup: ({ predicate }) => `${predicate} menjadi kelompok terbesar`,
    AtMost: ({ percent, predicate }) => `${predicate} paling banyak ${percent}%`,
    AtLeast: ({ percent, predicates }) => `${predicates.join(" dan ")} paling sedikit ${percent}%`,
    Occurs: ({ anyOf }) => `ada ${anyOf.join(" atau ")}`,
    Absent: ({ predicate }) => `tidak ada ${predicate}`
  },
  finding: (expectation, people, of, isMet) => `${expectation} (${people} dari ${of}, ${isMet ? "sesuai" : "tidak sesuai"})`,
  pattern: (unit, organisation, source, findings) =>
    `${unit}: pola anjuran bagi organisasi berpredikat ${organisation} (${source}): ${findings.join("; ")}. Ini anjuran; tidak seorang pun dinilai ulang karenanya.`,
  seenInOne: "angkanya dari satu sumber",
  held: ({ held: { because, organisation: { grounds, predicate, setBy, setOn, year: of }, source }, isOpen, lastDay, unit, year }) => {
    const rests = grounds.length === 0 ? "dasarnya tidak disebut" : `dasar: ${grounds.join(", ")}`
    return because === "set-in-time"
      ? `${unit}: predikat organisasi ${year} adalah ${predicate}, ditetapkan ${setBy} pada ${setOn}, tidak melewati ${lastDay} (${LegalSource.cite(source)}); ${rests}.`
      : `${unit}: predikat organisasi ${year} ${isOpen ? `belum ditetapkan; masih dapat sampai ${lastDay}. Sementara dipakai` : `tidak ditetapkan sampai ${lastDay}, maka dipakai`} predikat ${of}, ${predicate}, ditetapkan ${setBy} pada ${setOn} (${LegalSource.cite(source)}); ${rests}.`
  },
  notHeld: (unit, year) => `${unit}: tidak ada predikat organisasi ${year} yang ditetapkan tepat waktu, dan tidak ada predikat ${year - 1}. Tetapkan sebelum pegawainya dinilai.`,
  statedOtherwise: (unit, stated, held) => `${unit}: kolom organisation berisi ${stated}, padahal yang berlaku ${held}. Pola anjuran memakai ${held}; perbaiki salah satu.`,
  bearings: {
    agrees: "searah dengan predikat itu",
    contradicts: "berlawanan dengan predikat itu; periksa dasarnya",
    "cannot-say": "tidak mendukung dan tidak membantah predikat itu"
  },
  readings: {
    above: "di atas harapan",
    below: "di bawah harapan",
    "not-distinguishable": "tidak dapat dibedakan dari harapan",
    "no-interval": "tanpa selang"
  },
  beside: (unit, predicate, index, expected, reading, bearing) =>
    expected === undefined
      ? `${unit}, predikat organisasi ${predicate}: suara warga ${index}. Tidak ada IKM yang diharapkan (kolom expected), jadi tidak dibandingkan; tidak ada aturan yang mengubah IKM menjadi predikat.`
      : `${unit}, predikat organisasi ${predicate}: suara warga ${index}, ${reading} ${expected}; ${bearing}. Tidak ada aturan yang mengubah IKM menjadi predikat.`,
  noVoice: (unit, predicate) => `${unit}, predikat organisasi ${predicate}: tidak ada suara warga yang dapat disandingkan.`,
  acts: {
    "annual-appraisal": "penilaian tahunan",
    "handing-over": "penyerahan dokumen kepada pegawai",
    signature: "tanda tangan pegawai",
    report: "laporan kepada pejabat yang berwenang",
    objection: "keberatan",
    "decision-on-objection": "keputusan atas keberatan",
    "decision-in-place-of-signature": "keputusan atasan penilai sebagai pengganti tanda tangan"
  },
  events: {
    "period-ended": "akhir periode",
    "signed-by-rater": "tanda tangan penilai",
    received: "dokumen diterima",
    objected: "keberatan diajukan",
    "signature-refused": "penolakan tanda tangan"
  },
  states: {
    open: "masih berjalan",
    met: "tepat waktu",
    late: "terlambat",
    overdue: "terlewat",
    lapsed: "tidak dipakai sampai batasnya",
    "not-begun": "belum berjalan"
  },
  passed: "batasnya sudah lewat",
  deadline: (act, state, due, done, length, event, source) =>
    `${act}: ${state}${done === undefined ? "" : `, dilakukan ${done}`}${due === undefined ? "" : `, batas ${due}`}, ${length} sesudah ${event} (${source})`,
  length: (days, counts) => `${days} ${counts === "working-days" ? "hari kerja" : "hari"}`,
  decidedResult: { tetap: "Keberatan diputus: penilaian tetap.", berubah: "Keberatan diputus: penilaian berubah." },
  noObjectionOpen: (person, source) => `${person}: dinilai kepala daerah, maka penilaian final dan keberatan tidak terbuka; alasannya wajib tercatat (${source}).`,
  rankingGroups: { above: "di atas ekspektasi", middle: "sesuai ekspektasi", below: "di bawah ekspektasi" },
  ranking: (unit, people, ways, example, cuts, source) =>
    `${unit}, ${people} pegawai: ${
      example === undefined
        ? `tidak ada pemeringkatan dalam tiga kelompok yang memenuhi batas (${source}).`
        : `${ways} cara pemeringkatan memenuhi batas (${source}); misalnya ${example}.${cuts.length === 0 ? "" : ` Batas kelompok memotong predikat ${cuts.join(", ")}.`}`
    } Tim penilai yang memeringkat; di sini tidak seorang pun diperingkat.`,
  act: "batas waktu",
  count: "jumlah",
  withoutHolidays: "Hari libur tidak diberikan (--holidays): hari kerja dihitung tanpa hari libur, sehingga batasnya dapat terlalu awal.",
  hiddenServices: (services) => `Layanan yang surveinya disembunyikan (jawabannya terlalu sedikit, atau akan membuka yang terlalu sedikit), jadi tidak ikut: ${services.join(", ")}.`,
  unitsWithoutPeople: (units) => `Unit atau tim pada --services yang tidak memiliki pegawai di berkas penilaian, jadi tidak ditampilkan: ${units.join(", ")}. Periksa ejaannya.`,
  smallTeams: (teams, fewest) => `Tim dengan kurang dari ${fewest} pegawai tidak ditampilkan, agar suara warga tidak menjadi nilai seseorang: ${teams.join(", ")}.`
}
