/**
 * Why no score of needs could be made, in Indonesian.
 */
import * as Expectations from "../input/Expectations.ts"
import type { Problem } from "./needs.ts"
import type { Sentences } from "../Sentences.ts"

const list = (names: ReadonlyArray<string>): string =>
  names.slice(0, 8).join(", ") + (names.length > 8 ? `, dan ${names.length - 8} lainnya` : "")

/** What a problem found or expected, where it is said in words; a number or a name stays as it is. */
const word = (said: string | number): string | number => {
  const known = words[said]
  if (known !== undefined) return known
  const years = /^(\S+) years$/.exec(String(said))
  const ends = /^ends (.*) and (.*)$/.exec(String(said))
  const scale = /^a scale from (.*) to (.*)$/.exec(String(said))
  const roots = /^(\d+) groups without a parent$/.exec(String(said))
  return years !== null ? `${years[1]} tahun`
    : ends !== null ? `batas ${ends[1]} dan ${ends[2]}`
    : scale !== null ? `skala dari ${scale[1]} sampai ${scale[2]}`
    : roots !== null ? `${roots[1]} kelompok tanpa induk`
    : String(said).replace(/^parent /, "induk ").replace(/^pillar /, "pilar ")
}

const words: Readonly<Record<string, string>> = {
  unit: "unit",
  alternative: "alternatif",
  criterion: "kriteria",
  "indicator or group": "indikator atau kelompok",
  "an unknown unit": "unit yang tidak dikenal",
  "an unknown name": "nama yang tidak dikenal",
  "an unknown job family": "rumpun jabatan yang tidak dikenal",
  "a second entry": "isian kedua untuk tempat yang sama",
  "a second figure": "angka kedua untuk tempat yang sama",
  "the same name twice": "nama yang sama dua kali",
  "a second judgement of the same pair": "penilaian kedua untuk pasangan yang sama",
  "fewer than two figures": "kurang dari dua angka",
  "no figure": "tidak ada angka",
  "no goalposts": "tidak ada batas skala",
  "less is better": "yang kecil lebih baik",
  "a weight": "ada bobot untuk nama yang tidak dikenal",
  "no weight": "tidak ada bobot",
  "no member": "tidak ada anggota",
  "no reason": "tidak ada alasan",
  "a circle of parents": "induk yang melingkar",
  absent: "tidak ada",
  none: "tidak ada",
  nothing: "tidak ada",
  draws: "banyaknya undian",
  seed: "benih undian",
  coverage: "cakupan selang",
  inputs: "masukan",
  shareSpread: "pergeseran bobot",
  "at least one": "paling sedikit satu",
  "different names": "nama yang berbeda",
  "low below high": "batas bawah di bawah batas atas",
  "a part from 0 to 1": "bagian dari 0 sampai 1",
  "a share above 0 and below 1": "bagian di atas 0 dan di bawah 1",
  "a whole number of 1 or more": "bilangan bulat 1 atau lebih",
  "a whole number of 2 or more": "bilangan bulat 2 atau lebih",
  "a whole number from 1 to 10,000,000": "bilangan bulat dari 1 sampai 10.000.000",
  "a whole number from 0 to 2^53 - 1": "bilangan bulat dari 0 sampai 2^53 - 1"
}

/** Where shares stand in a driver matrix. */
const placeOf = (at: string): string =>
  at
    .replace(/^pillar shares of /, "pillarShares, urusan ")
    .replace(/^sector shares of /, "sectorShares, rumpun jabatan ")
    .replace(/^drivers of /, "drivers, pilar ")

export const indonesian: Sentences<Problem> = {
  MatrixNotInForce: ({ from, matrix, on, until }) =>
    `Matriks pendorong ${matrix} berlaku ${from} sampai ${
      until ?? "seterusnya"
    }, bukan pada ${on}. Pakai dokumen yang berlaku pada hari itu.`,
  DriverRefused: ({ at, found }) =>
    `Matriks pendorong, bagian "${at}", tidak dapat dipakai: tertulis ${word(found)}. Perbaiki bagian itu.`,
  IdRepeated: ({ id, what }) => `Kode "${id}" (${word(what)}) muncul lebih dari satu kali. Beri kode yang berbeda.`,
  WeightRefused: ({ found, id }) =>
    `Bobot "${id}" tidak dapat dipakai: ${word(found)}. Bobot harus berupa angka nol atau lebih dan namanya harus ada.`,
  WeightsNotOne: ({ at, ids, sum }) =>
    `${at === undefined ? "" : `${placeOf(at)}: `}Jumlah bobot ${list(ids)} adalah ${sum}, bukan 1. Perbaiki bobotnya; tulis sepertiga sebagai 1/3.`,
  EntryRefused: ({ found, of, unit, what }) =>
    `${
      what === "workload" ? "Beban kerja" : "Suara warga"
    } untuk ${unit}, ${of}, tidak dapat dipakai: ${word(found)}. Perbaiki isiannya.`,
  ObservationMissing: ({ indicator, others = [], unit, year }) =>
    `Angka ${indicator} untuk ${unit} tahun ${year} tidak ada${
      others.length === 0 ? "" : `, begitu pula ${list(others.map((one) => `${one.indicator} untuk ${one.unit} tahun ${one.year}`))}`
    }. Isi angkanya, pilih tahun lain, atau sebutkan indikator ini di imputeByMean.`,
  ObservationRefused: ({ found, indicator, unit, year }) =>
    `Angka ${indicator} untuk ${unit} tahun ${year} tidak dapat dipakai: ${word(found)}. Perbaiki angkanya.`,
  FigureMissing: ({ cells }) =>
    `Ada ${cells.length} angka yang kosong: ${
      list(cells.map(({ indicator, unit }) => `${unit}/${indicator}`))
    }. Isi angkanya atau sebutkan langkah impute.`,
  PartNotPositive: ({ found, part, unit }) =>
    `Nilai ${part} untuk ${unit} adalah ${word(found)}; rata-rata geometrik dan harmonik memerlukan nilai di atas nol. Ubah batas skalanya atau pakai rata-rata aritmetik.`,
  NothingToImpute: ({ indicator, unit }) =>
    `Angka ${indicator} untuk ${unit} kosong dan tidak ada angka lain untuk mengisinya. Isi angkanya atau keluarkan indikatornya.`,
  WinsoriseRefused: ({ found }) =>
    `Banyaknya angka yang boleh ditarik tertulis ${word(found)}. Tulis bilangan bulat 1 atau lebih.`,
  HierarchyBroken: ({ at, found }) =>
    `Susunan kelompok pada "${at}" tidak utuh: ${word(found)}. Setiap indikator dan kelompok harus bermuara ke satu indeks.`,
  StepOutOfPlace: ({ at, step }) =>
    `Langkah ke-${
      at + 1
    } (${step}) tidak pada tempatnya. Urutannya: impute dan outliers, normalise, aggregate, scale; weigh sebelum aggregate.`,
  MethodRefused: ({ found, indicator, method }) =>
    `Cara ${method} tidak cocok untuk ${indicator}: ${word(found)}. Pilih cara lain atau lengkapi indikatornya.`,
  ColumnConstant: ({ found, indicator }) =>
    `Angka ${indicator} sama untuk semua unit (${word(found)}), sehingga tidak membedakan apa pun. Keluarkan indikatornya atau pakai batas tetap.`,
  CellRefused: ({ found, indicator, unit }) =>
    `Angka ${indicator} untuk ${unit} tidak dapat dihitung: ${word(found)}. Periksa angkanya terhadap sumbernya.`,
  GoalpostsRefused: ({ high, indicator, low }) =>
    `Batas skala ${indicator} tertulis ${low} dan ${high}. Batas bawah harus di bawah batas atas, dan di atas nol bila memakai logaritma.`,
  IndicatorAbsent: ({ indicator, present }) => `Indikator ${indicator} tidak ada. Yang ada: ${list(present)}.`,
  ColumnLength: ({ expected, found, indicator }) =>
    `Indikator ${indicator} berisi ${word(found)} angka untuk ${word(expected)} unit. Tulis null di tempat yang kosong.`,
  ComparisonRefused: ({ found, less, more }) =>
    `Perbandingan ${more} dengan ${less} tidak dapat dipakai: ${word(found)}. Perbaiki perbandingannya.`,
  ComparisonsApart: ({ apart, reached }) =>
    `Tidak ada perbandingan antara ${list(reached)} dan ${list(apart)}. Tambahkan satu perbandingan di antaranya.`,
  ChangeAbsent: ({ change }) =>
    `Tidak ada yang dapat diubah pada ${JSON.stringify(change)}. Sebut langkah, unit, dan indikator yang ada.`,
  PathAbsent: ({ nearest, present, scenario, segment }) =>
    `Skenario ${scenario}: ${JSON.stringify(segment)} tidak ada dalam data dasar.${nearest === undefined ? "" : ` Apakah ${nearest}?`} Yang ada: ${list(present)}.`,
  ChangeRefused: ({ at, found, scenario }) =>
    `Skenario ${scenario}, perubahan pada ${JSON.stringify(at)}, tidak dapat dipakai: ${word(found)}.`,
  DrawsRefused: ({ expected, found, what }) => `Isian ${word(what)} tertulis ${word(found)}; seharusnya ${word(expected)}.`,
  DesignRefused: ({ expected, found, what }) => `Isian ${word(what)} tertulis ${word(found)}; seharusnya ${word(expected)}.`,
  ResultNotFinite: ({ at, found }) => `Hasil pada ${at.join("; ")} adalah ${word(found)}. Persempit rentang masukannya.`,
  ResultConstant: ({ found }) => `Hasilnya selalu ${word(found)}; tidak ada ragam yang dapat dibagi ke masukan.`,
  SpreadRefused: ({ found }) => `Rentang bobot tertulis ${word(found)}. Tulis bagian dari 0 sampai 1.`,
  NothingToCompare: ({ alternatives, criteria }) =>
    `Ada ${alternatives} alternatif dan ${criteria} kriteria; perlu sedikitnya dua alternatif yang berbeda dan satu kriteria.`,
  DirectionMixed: ({ criterion }) =>
    `Pada ${criterion} yang kecil lebih baik, sedangkan angkanya belum diskalakan. Pilih salah satu skala.`,
  PreferenceRefused: ({ criterion }) =>
    `Ambang preferensi ${criterion} tidak cocok satu sama lain. Ambang harus nol atau lebih dan preferensi di atas indiferensi.`,
  MixtureRefused: ({ found }) => `Bagian penjumlahan berbobot tertulis ${word(found)}. Tulis bagian dari 0 sampai 1.`,
  ScoreRefused: ({ criterion, found, unit }) =>
    `Nilai ${unit} pada ${criterion} tidak dapat dipakai: ${word(found)}. Tulis bilangan desimal atau pecahan.`,
  CannotVary: ({ criterion, found }) =>
    `Bobot ${criterion} tidak dapat diubah-ubah: ${word(found)}. Pilih kriteria yang tidak memegang seluruh bobot.`,
  AdmissibleRefused: ({ expected, found, what }) => `Isian ${word(what)} tertulis ${word(found)}; seharusnya ${word(expected)}.`,
  DocumentUnreadable: ({ places, what }) => {
    const kinds = { "model of needs": "model kebutuhan", "composite index": "model indeks", "log of an index": "catatan indeks", "change of an index": "perubahan indeks", scenario: "skenario" }
    const shown = places.map(({ expected, path }) => `${path === "" ? "dokumen" : path} (${Expectations.sentence(expected, "id")})`)
    return `Berkas bukan ${kinds[what]} yang benar. Perbaiki: ${list([...new Set(shown)])}.`
  },
  CellAbsent: ({ jobFamily, unit }) =>
    `Tidak ada kebutuhan ${unit} untuk ${jobFamily}. Tambahkan, bila perlu dengan nol, atau hapus penyesuaiannya.`,
  AdjustmentRefused: ({ found, jobFamily, unit }) =>
    `Penyesuaian ${unit} untuk ${jobFamily} tidak dapat dipakai: ${word(found)}. Perbaiki isinya dan sertakan alasannya.`
}
