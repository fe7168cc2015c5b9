/**
 * Words of the report of needs in Indonesian.
 */
import { indonesian as words } from "../pageWords.id.ts"

export const indonesian = {
  title: "Laporan kebutuhan pegawai",
  onDay: (day: string) => `per ${day}`,
  ofYear: (year: number) => `angka tahun ${year}`,
  sentence: (units: string, people: string, workload: string, extra: string, most: string) =>
    `Untuk ${units} unit dibutuhkan ${people} orang: ${workload} menurut beban kerja dan ${extra} ` +
      `karena keadaan daerah${most}.`,
  most: (unit: string, family: string, indicator: string) =>
    `, paling kuat di ${unit} untuk ${family} karena ${indicator}`,
  people: "Kebutuhan seluruhnya",
  peopleNote: (workload: string, extra: string) => `orang; beban kerja ${workload}, keadaan daerah ${extra}`,
  worst: "Keadaan paling lemah",
  worstNote: (title: string, index: string) => `${title} ${index}`,
  oldest: "Angka tertua",
  oldestNote: (indicators: string, all: string) => `tahun; ${indicators} dari ${all} indikator`,
  flaws: "Angka dikoreksi, ditolak, diisi",
  flawsNote: "lihat lembar mutu data",
  posts: "Formasi yang dibagi",
  postsNote: (open: string) => `menurut Sainte-Laguë; ${open} menunggu undian`,
  mapHeading: "Peta",
  mapChart: (index: string, lowest: string, highest: string) =>
    `${index}: makin gelap makin lemah. Angka pada peta adalah peringkat, 1 yang tertinggi. Terendah ` +
      `${lowest}, tertinggi ${highest}.`,
  mapSource: (source: string) => source,
  indexHeading: (title: string) => title,
  barsChart: (title: string, coverage: string, draws: string) =>
    `${title} setiap unit. Pada setiap unit: indeks, peringkat, lalu selang peringkat pada ${coverage} dari ` +
      `${draws} susunan bobot.`,
  indexAxis: (title: string) => `${title} (0 sampai 100)`,
  partsChart: (title: string) => `Bagian yang membentuk ${title}; panjang seluruh batang adalah indeksnya.`,
  partsAxis: "poin",
  partsLogChart: (title: string) =>
    `Bagian yang membentuk ${title}. Rata-ratanya geometrik: bagian dijumlahkan sebagai logaritma.`,
  indexTable: (title: string) => `${title} dan selang peringkat`,
  indexSource: (inputs: string, spread: string, draws: string, seed: string, coverage: string) =>
    `Hitungan Timbang. ${inputs} keputusan berubah acak (bobot sampai ${spread}), ${draws} susunan, ` +
      `benih ${seed}; selang memuat ${coverage}.`,
  unit: "Unit",
  index: "Indeks",
  rank: "Peringkat",
  interval: "Selang peringkat",
  sectorHeading: "Kebutuhan menurut urusan",
  sectorTable: "Indeks kebutuhan setiap urusan, 0 (tidak ada) sampai 100 (penuh), dan pendorong terkuat",
  sectorSource: (policy: string, source: string) =>
    `${policy} (${source}). Suara warga tercetak di sampingnya dan tidak masuk hitungan.`,
  voice: (share: string) => `suara warga ${share}`,
  voiceHeading: "Suara warga di samping kebutuhan",
  voiceTable: "Indeks kebutuhan setiap urusan, unit terendah–tertinggi, dan usulan warga untuknya",
  sector: "Urusan",
  voiceNeed: "Indeks kebutuhan",
  voiceProposals: "Usulan",
  voiceShare: "Bagian suara",
  voiceSource: (dictionary: string, day: string) =>
    `Usulan warga menurut kamus ${dictionary} per ${day}; usulan yang sama dihitung sekali. Bagian suara tidak masuk hitungan kebutuhan.`,
  voiceUnmapped: (count: string, _isOne: boolean) =>
    `${count} usulan fisik berjenis yang tidak ada dalam kamus: dihitung di sini, tidak ditebak untuk urusan mana.`,
  changeHeading: "Perubahan terkecil yang memindahkan satu formasi",
  changeTable: "Klaim setiap unit yang paling dekat dengan perpindahan satu formasi",
  changeGain: "Bertambah satu bila kebutuhannya naik",
  changeLoss: "Berkurang satu bila kebutuhannya turun",
  changeBy: (people: string, others: string) => `${people} orang (${others})`,
  changeNone: "tidak oleh perubahan apa pun",
  changeSource: "Perubahan satu kebutuhan saja, yang lain tetap; di dalam kurung: yang kehilangan atau menerima formasi itu. Sainte-Laguë, tepat sampai sepersejuta orang.",
  claimHeading: "Kebutuhan setiap rumpun jabatan",
  claimTable: (unit: string) => `${unit}: kebutuhan setiap rumpun jabatan, orang`,
  claimSource: (coverage: string, draws: string, spread: string) =>
    "Beban kerja dari berkas masukan; tambahan = beban kerja × batas × tekanan. Selang memuat " +
      `${coverage} dari ${draws} susunan bagian kebijakan (bagian berubah sampai ${spread}).`,
  family: "Rumpun jabatan",
  workload: "Beban kerja",
  extra: "Keadaan daerah",
  claim: "Kebutuhan",
  claimInterval: "Selang",
  posted: "Formasi",
  postedInterval: "Selang formasi",
  reason: "Alasan",
  reasonOf: (indicator: string, amount: string) => `${indicator} ${amount}`,
  byWorkload: "hanya beban kerja",
  drawOpen: "+ undian",
  to: (low: string, high: string) => (low === high ? low : `${low}–${high}`),
  qualityHeading: "Mutu data",
  qualityTable: "Keadaan angka setiap indikator",
  qualitySource: "Berkas masukan dan catatan pembacanya. Umur dihitung dari tahun angka sampai hari laporan.",
  strongest: (need: string, indicator: string) => `${need} (${indicator})`,
  indicator: "Indikator",
  source: "Sumber",
  year: "Tahun",
  age: "Umur (tahun)",
  units: "Unit",
  corrected: "Dikoreksi",
  refused: "Ditolak",
  imputed: "Diisi",
  computed: "hasil hitungan",
  notesTable: "Yang dikoreksi dan yang ditolak",
  notesSource: "Pembaca berkas; tidak ada angka yang diubah tanpa tercatat di sini.",
  notesEmpty: "Tidak ada yang dikoreksi atau ditolak.",
  file: "Berkas",
  status: "Perlakuan",
  wasRefused: "ditolak",
  wasCorrected: "dikoreksi",
  note: "Catatan",
  warning: "Belum diverifikasi",
  headings: {
    sectors: "Urusan",
    claims: "Kebutuhan dan formasi",
    quality: "Mutu data",
    figures: "Angka yang dipakai",
    policy: "Kebijakan"
  },
  figuresTable: "Angka setiap unit sebagaimana dipakai",
  figuresSource: (sources: string) => `Sumber: ${sources}.`,
  empty: "Tidak ada.",
  words: { ...words, officer: "Untuk pejabat: ringkasan" }
}

/** The words that a language has to have. */
export type Texts = typeof indonesian
