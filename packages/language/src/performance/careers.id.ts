/**
 * Decisions around a career in Indonesian.
 */
import type { LowPerformance, NineBox } from "@timbang/core/performance"
import { type Sentences, say } from "../Sentences.ts"
import type { Phrases } from "./Careers.ts"

const thirds: Record<NineBox.Third, string> = { low: "rendah", middle: "menengah", high: "tinggi" }

const levels = { "same-level": "yang setingkat", "lower-level": "yang lebih rendah" } as const

const steps: Sentences<LowPerformance.Step> = {
  "not-concerned": () => "predikat ini tidak memulai tahapan apa pun",
  "position-not-known": () => "tidak ada ketentuan untuk jabatan ini",
  "time-to-improve": ({ until }) => `diberi kesempatan memperbaiki kinerja sampai ${until}`,
  "improvement-to-be-judged": ({ since }) => `kesempatan memperbaiki kinerja berakhir ${since}; perbaikannya perlu dinilai`,
  improved: () => "kinerja membaik; tahapan selesai",
  "law-not-known": () => "kinerja tidak membaik, dan kelanjutannya tidak ada pada sumber yang dibaca; periksa dahulu sebelum memutuskan",
  "test-due": () => "kinerja tidak membaik; harus mengikuti uji kompetensi",
  "post-to-be-found": ({ level }) => `uji kompetensi sudah diikuti; jabatan ${levels[level]} perlu dicari`,
  move: ({ level }) => `pindah ke jabatan ${levels[level]}`,
  "placement-due": ({ months }) => `tidak ada lowongan; ditempatkan sementara paling lama ${months} bulan`,
  placed: ({ until }) => `ditempatkan sementara sampai ${until}`,
  "dismissal-due": ({ since }) => `penempatan sementara berakhir ${since} tanpa lowongan; ketentuan selanjutnya pemberhentian dengan hormat`
}

export const indonesian: Phrases = {
  basis: "Dasar",
  notVerified: "belum diverifikasi",
  points: (person, points, months, others) =>
    `${person}: angka kredit ${points} untuk ${months} bulan.${others.length === 0 ? "" : ` Dengan satu predikat lain untuk semuanya: ${others.join("; ")}.`}`,
  promotion: (person, { isEligible }, unmet, carriedOver, lost) =>
    isEligible
      ? `${person}: dapat diusulkan; diperhitungkan berikutnya ${carriedOver}, hangus ${lost}. Semua syarat terpenuhi; satu saja yang tidak terpenuhi akan mengubahnya.`
      : `${person}: belum dapat diusulkan: ${unmet.join("; ")}.`,
  index: (person, points, category, dimensions, next) => `${person}: ${points}, ${category} (${dimensions})${next === undefined ? "" : `; ${next}`}.`,
  unitIndex: (unit, people, points, category) => `${unit}: rata-rata ${points} atas ${people} pegawai, ${category}.`,
  box: (person, placed) =>
    placed._tag === "NotPlaced"
      ? `${person}: belum masuk kotak, karena ${placed.because === "potential-not-measured" ? "potensi belum diukur" : "predikatnya tidak ada pada sumbu kinerja"}.`
      : `${person}: kotak ${placed.box} (kinerja ${thirds[placed.performance]}, potensi ${thirds[placed.potential]})${
        placed.plans.length === 0 ? ", tidak masuk rencana suksesi" : `, rencana suksesi: ${placed.plans.join(", ")}`
      }${placed.potentialMissing === undefined ? "" : `; potensi ${placed.potentialMissing} lagi naik sepertiga`}. Akan berbeda bila: ${
        placed.wouldChange.map(({ axis, box, to }) => `${axis === "performance" ? "kinerja" : "potensi"} ${thirds[to]}: kotak ${box}`).join("; ")
      }.`,
  allMet: "Semua syarat terpenuhi; satu saja yang tidak terpenuhi akan mengubahnya.",
  outcomes: {
    "may-be-appointed": "dapat diangkat menjadi PNS",
    "may-be-renewed": "dapat diperpanjang",
    pending: "menunggu",
    "conditions-not-met": "syarat tidak terpenuhi"
  },
  ends: (day) => `Masa percobaan berakhir ${day}.`,
  mayBeProposedFrom: (day) => `Dapat diusulkan mulai ${day}.`,
  absence: (person, { days, hangsOnYearChange, longest, next, notWorked, payStopsFrom, sanction, year }) => [
    `${person}, ${year}: ${days} hari kerja, paling lama ${longest.days} hari terus-menerus${longest.days === 0 ? "" : ` (${longest.from} sampai ${longest.until})`}: ${sanction}.`,
    ...(next === undefined ? [] : [`${next.daysMore} hari lagi: ${next.sanction}.`]),
    ...(payStopsFrom === undefined ? [] : [`Gaji dihentikan mulai ${payStopsFrom}.`]),
    ...(hangsOnYearChange ? ["Ini bergantung pada apakah hari terus-menerus dihitung melewati 31 Desember; sumbernya tidak menyebutkan."] : []),
    ...(notWorked.length === 0 ? [] : [`Tidak dihitung karena bukan hari kerja: ${notWorked.join(", ")}.`])
  ],
  step: (person, { lowPredicates, position, predicate, step }) =>
    `${person} (${position}, ${predicate}): ${say(steps, step)}.${lowPredicates.length === 0 ? "" : ` Dimulai oleh: ${lowPredicates.join(", ")}; predikat lain tidak.`}`,
  officialDecides: "Pejabat yang berwenang memutuskan."
}
