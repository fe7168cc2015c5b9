/**
 * Objections in Indonesian.
 */
import type { Event } from "@timbang/core/selection"
import { say, type Sentences } from "../Sentences.ts"
import type { Words } from "./objections.en.ts"

const event: Sentences<Event.Event> = {
  Absent: ({ exam, participant }) => `${participant} tidak hadir pada ${exam}`,
  Disqualified: ({ participant }) => `${participant} didiskualifikasi`,
  Withdrawn: ({ participant }) => `${participant} mengundurkan diri`,
  Ineligible: ({ participant }) => `${participant} tidak memenuhi syarat administrasi`,
  Eliminated: ({ participant }) => `${participant} gugur pada tes yang menggugurkan`,
  Reinstated: ({ participant }) => `${participant} kembali menjadi peserta`,
  Corrected: ({ component, from, participant, to }) => `${component} ${participant} menjadi ${to}${from === "" ? "" : `, semula ${from}`}`,
  TieSettled: ({ letter, order }) => `urutan ${order.join(", ")} ditetapkan dengan surat ${letter}`,
  LawChanged: ({ letter, ruleSet }) => `${ruleSet} berlaku berdasarkan surat ${letter}`,
  PlacementAnswered: ({ participant, willing }) => `${participant} ${willing ? "bersedia" : "tidak bersedia"} mengisi kebutuhan di luar lamarannya`
}

export const indonesian: Words = {
  heading: (id, stage, filedOn) => `Sanggah ${id} tahap ${stage}, diajukan ${filedOn}`,
  kind: {
    own: ({ by }) => `${by} tentang hasilnya sendiri`,
    "about-another": ({ about, by }) => `${by} tentang hasil ${about}`,
    finding: ({ about, by, reference }) => `temuan ${reference} oleh ${by} tentang hasil ${about}`,
    judgment: ({ about, by, reference }) => `putusan ${reference} oleh ${by} tentang hasil ${about}`
  },
  kindName: {
    own: "sanggah atas hasil sendiri",
    "about-another": "sanggah atas hasil peserta lain",
    finding: "temuan Panselnas atau BKN",
    judgment: "putusan pengadilan"
  },
  direction: {
    "in-favour": (about) => `yang akan menguntungkan ${about}`,
    against: (about) => `yang akan merugikan ${about}`
  },
  state: {
    Filed: () => "Diajukan, belum dijawab",
    Answered: ({ at, isAccepted }) => `${isAccepted ? "Diterima" : "Ditolak"} pada ${at}`,
    AwaitingApproval: ({ at, of }) => `Menunggu persetujuan ${of} sejak ${at}`,
    Approved: ({ at, letter }) => `Disetujui dengan surat ${letter} pada ${at}`,
    Refused: ({ at, letter }) => `Tidak disetujui dengan surat ${letter} pada ${at}`,
    AnnouncedAgain: ({ at }) => `Selesai; hasil diumumkan kembali pada ${at}`
  },
  stateName: {
    Filed: "sudah diajukan",
    Answered: "sudah dijawab",
    AwaitingApproval: "sedang menunggu persetujuan",
    Approved: "sudah disetujui",
    Refused: "tidak disetujui",
    AnnouncedAgain: "sudah diumumkan kembali"
  },
  task: {
    Answer: ({ until }) => until === undefined ? "Jawab; batas harinya tidak ada pada sumber" : `Jawab paling lambat ${until}`,
    AskApproval: ({ of }) => `Mintakan persetujuan ${of}`,
    Rerun: ({ event: facts }) => `Jalankan kembali seleksi dengan catatan ini: ${say(event, facts)}`,
    Inform: ({ participant }) => `Beri tahu ${participant}`,
    AnnounceAgain: ({ until }) =>
      until === undefined
        ? "Umumkan kembali hasilnya; batas harinya tidak ada pada sumber"
        : `Umumkan kembali hasilnya paling lambat ${until}`
  },
  moveName: {
    Answer: "dijawab",
    AskApproval: "dimintakan persetujuan",
    Approve: "disetujui",
    Refuse: "dinyatakan tidak disetujui",
    AnnounceAgain: "diakhiri dengan pengumuman kembali"
  },
  refused: (objection, problem) => `Sanggah ${objection}: ${problem}`,
  problem: {
    "stage-without-window": (found, stages) =>
      `tahap ${found} tidak memiliki masa sanggah. ${stages === "" ? "Aturan ini tidak memuat masa sanggah; pakai aturan lain." : `Sebutkan salah satu dari: ${stages}.`}`,
    "before-announcement": (found, first) => `diajukan ${found}, sebelum pengumuman ${first}. Ajukan sejak hari itu.`,
    "window-closed": (found, last) => `diajukan ${found}, padahal masa sanggah berakhir ${last}. Ajukan dalam masa sanggah.`,
    "too-many": (found, most) => `sanggah ke-${found} dari orang yang sama; paling banyak ${most}. Jadikan satu.`,
    "not-about-oneself": (found) => `${found} menyanggah hasil orang lain. Pakai jenis "about-another".`,
    "about-oneself": (found) => `${found} menyanggah hasilnya sendiri. Pakai jenis "own".`,
    "grounds-missing": () => "tanpa alasan. Tulis apa yang salah pada hasilnya.",
    "reference-missing": () => "tanpa nomor temuan atau putusan. Sebutkan nomornya.",
    "day-invalid": (found) => `"${found}" bukan tanggal yang ada. Tulis TTTT-BB-HH.`
  },
  moveRefused: (objection, state, move, needed) => `Sanggah ${objection} ${state} dan tidak dapat ${move}: perlu ${needed}.`,
  needed: {
    DayFrom: ({ day }) => `tanggal yang ada, sejak ${day}`,
    Unanswered: () => "sanggah yang belum dijawab",
    Accepted: () => "jawaban yang menerimanya",
    Awaiting: ({ of }) => `sanggah yang menunggu ${of}`,
    Settled: () => "persetujuan atau penolakan lebih dahulu",
    Reason: () => "alasan jawabannya",
    Letter: () => "nomor surat",
    LetterAndReason: () => "nomor surat dan alasannya",
    EventAbout: ({ participant }) => `kejadian tentang ${participant}`
  }
}
