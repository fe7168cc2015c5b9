/**
 * Appraisals in Indonesian.
 */
import { LegalSource, type Standing } from "@timbang/core/law"
import type { CitizenEvidence, ContractRenewal, CreditPoints, Predicate, Probation, RatingProposal, Recap } from "@timbang/core/performance"
import type { Sentences } from "../Sentences.ts"
import type { Phrases } from "./Appraisals.ts"

const observed: Record<RatingProposal.Consistency, string> = {
  "consistent-and-guards-values": "perilaku konsisten dan menjaga nilai",
  consistent: "perilaku konsisten",
  "not-yet-consistent": "perilaku belum konsisten",
  "not-observed": "perilaku tidak diamati"
}

const levels: Record<Predicate.Level | "open", string> = {
  above: "di atas ekspektasi",
  "as-expected": "sesuai ekspektasi",
  below: "di bawah ekspektasi",
  open: "belum ada usulan"
}

const axes: Record<Predicate.Change["axis"], string> = { "work-result": "hasil kerja", conduct: "perilaku kerja" }

const standings: Sentences<Standing.Standing> = {
  simulasi: () => "Kedudukan: simulasi; tidak berakibat hukum.",
  "uji-silang": () => "Kedudukan: uji silang; catatan resmi tetap berlaku.",
  penetapan: ({ letter }) =>
    letter === undefined ? "Kedudukan: penetapan." : `Kedudukan: penetapan, surat ${letter.number} tanggal ${letter.day}.`
}

const subjects: Record<CitizenEvidence.Subject, string> = {
  service: "layanan",
  organisation: "organisasi",
  "team-conduct": "perilaku tim",
  "team-competence": "kompetensi tim"
}

const proposals: Sentences<RatingProposal.Reason> = {
  MostResultsAbove: ({ above, of }) => `${above} dari ${of} hasil kerja utama di atas ekspektasi`,
  NoResultBelow: () => "tidak ada hasil kerja utama di bawah ekspektasi",
  ResultsBelow: ({ ids, of }) => `${ids.length} dari ${of} hasil kerja utama di bawah ekspektasi: ${ids.join(", ")}`,
  SmallPartBelow: ({ below, of }) => `yang di bawah ekspektasi hanya sebagian kecil, ${below} dari ${of}`,
  MostResultsBelow: ({ below, of }) => `sebagian besar di bawah ekspektasi, ${below} dari ${of}`,
  MostAtLeastAsExpected: ({ atLeast, of }) => `${atLeast} dari ${of} hasil kerja utama sesuai atau di atas ekspektasi`,
  MostFeedbackPositive: ({ of, positive }) => `sebagian besar umpan balik positif, ${positive} dari ${of}`,
  PartOfFeedbackPositive: ({ of, positive }) => `sebagian umpan balik positif, ${positive} dari ${of}`,
  MostFeedbackNotPositive: ({ notPositive, of }) => `sebagian besar umpan balik tidak positif, ${notPositive} dari ${of}`,
  NoFeedback: () => "tidak ada umpan balik",
  NotMeasured: ({ ids }) => `belum diukur: ${ids.join(", ")}`,
  NothingMeasured: () => "tidak ada hasil kerja utama yang diukur",
  GuidanceIsSilent: () => "panduan tidak menyebut keadaan ini; penilai yang memutuskan",
  ConductObserved: ({ consistency }) => observed[consistency]
}

const recaps: Sentences<Recap.Checked> = {
  Equal: ({ decided, person }) =>
    `${person}: predikat ${decided.predicate} sama dengan tabel (hasil kerja ${levels[decided.workResult]}, perilaku ${levels[decided.conduct]}). Dasar: ${LegalSource.cite(decided.source)}.`,
  Different: ({ decided, official, officialWouldNeed, person }) =>
    `${person}: catatan resmi ${official}, menurut tabel ${decided.predicate} (hasil kerja ${levels[decided.workResult]}, perilaku ${levels[decided.conduct]}). ${official} memerlukan ${
      officialWouldNeed.map(({ conduct, workResult }) => `hasil kerja ${levels[workResult]} dengan perilaku ${levels[conduct]}`).join("; atau ")
    }. Tanyakan kepada penilai; catatan resmi tidak diubah. Dasar: ${LegalSource.cite(decided.source)}.`,
  NotCheckable: ({ missing, person }) =>
    `${person}: tidak dapat diperiksa, belum ada ${missing.map((each) => ({ "work result": "hasil kerja", conduct: "perilaku kerja", predicate: "predikat" })[each]).join(", ")}.`
}

const conditions: Sentences<CreditPoints.Unmet | Probation.Reason | ContractRenewal.Reason> = {
  PointsShort: ({ missing }) => `angka kredit kurang ${(missing / 120_000).toFixed(2).replace(".", ",")}`,
  YearsShort: ({ needed, years }) => `baru ${years} tahun dalam pangkat terakhir, diperlukan ${needed}`,
  PredicateTooLow: () => "predikat kinerja belum memenuhi syarat",
  TestMissing: () => "belum lulus uji kompetensi",
  VacancyMissing: () => "tidak ada lowongan pada jenjang yang dituju",
  NotEnded: ({ endsOn }) => `masa percobaan berakhir ${endsOn}`,
  TrainingFailed: () => "tidak lulus pelatihan dasar",
  TrainingAwaited: () => "menunggu hasil pelatihan dasar",
  NotFit: () => "tidak memenuhi syarat kesehatan",
  HealthAwaited: () => "menunggu hasil pemeriksaan kesehatan",
  PredicateAwaited: () => "menunggu predikat kinerja",
  SevereDiscipline: () => "pernah dijatuhi hukuman disiplin berat",
  CompetenceDoesNotFit: () => "kompetensi tidak sesuai",
  NotNeeded: () => "instansi tidak membutuhkan jabatan ini lagi",
  NotApproved: () => "tidak disetujui PPK",
  ApprovalAwaited: () => "menunggu persetujuan PPK",
  TooEarly: () => "belum masuk masa pengusulan",
  Ended: () => "perjanjian kerja sudah berakhir"
}

export const indonesian: Phrases = { axes, conditions, levels, proposals, recaps, standings, subjects }
