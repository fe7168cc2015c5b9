/**
 * Faults of an input file in Indonesian.
 */
import type { Fault } from "@timbang/core/input"
import { scores } from "./scores.ts"
import type { Sentences } from "../Sentences.ts"
import * as Expectations from "./Expectations.ts"

export const indonesian: Sentences<Fault.Fault> = {
  FileNotRead: ({ reason }) => notRead[reason],
  FileEmpty: () => "baris pertama tidak berisi judul kolom. Tulis nama kolom di sana.",
  NoRows: () => "tidak ada baris di bawah judul kolom. Tulis satu baris untuk setiap orang, unit, atau formasi di bawahnya.",
  BlocksMissing: ({ blocks }) => `bagian ${blocks.join(", ")} tidak ada dalam urutan itu. Berikan berkas seperti yang diterbitkan, tanpa diubah.`,
  FormatRefused: ({ found }) => `berkas ini berupa ${found}. Simpan sebagai CSV UTF-8, atau XLSX tanpa kata sandi.`,
  SheetOther: ({ others, sheet, wanted }) =>
    `yang dibaca lembar ${quoted(sheet)}, padahal di sana tidak ada kolom tabel ini. ${wanted === undefined ? "Taruh lembar tabelnya paling depan" : `Beri lembar tabelnya nama ${quoted(wanted)}, atau taruh paling depan`}. Lembar lain: ${others.join(", ")}.`,
  SheetMissing: ({ sheet, sheets }) => `tidak ada lembar ${quoted(sheet)}. Lembar yang ada: ${sheets.join(", ")}.`,
  FileTruncated: ({ within }) => `berkas terpotong di tengah ${parts[within]}. Ambil kembali berkas yang utuh.`,
  WorkbookTooLarge: ({ found, limit, of, part }) =>
    `bagian ${part} memuat ${tooLarge[of]}: ditemukan ${found}, yang dibaca paling banyak ${limit}. Ambil kembali buku kerja dari sumbernya, atau simpan lembarnya sebagai CSV.`,
  TextBroken: () => "ada karakter yang tidak terbaca. Simpan ulang berkas dari sumbernya; CSV sebagai UTF-8.",
  LineTooLong: ({ limit }) => `baris lebih panjang dari ${limit} bita. Cari tanda kutip yang tidak ditutup.`,
  QuoteMisplaced: () => "ada teks setelah tanda kutip penutup. Gandakan setiap tanda kutip di dalam sel berkutip.",
  NotJson: () => "baris ini bukan satu objek JSON datar. Tulis satu objek per baris berisi teks, angka, atau null.",
  CellsBeyondHeader: ({ cells, headers }) =>
    `baris memiliki ${cells} sel, judul kolom hanya ${headers}. Beri nama kolomnya, atau beri kutip pada sel yang memuat pemisah.`,
  ColumnMissing: ({ accepted, nearest }) =>
    `kolom tidak ada. ${nearest === undefined ? "" : `Apakah ${quoted(nearest)}? `}Judul yang dikenal: ${accepted.join(", ")}.`,
  ColumnEmpty: ({ column, neededBy }) => `kolom tidak ada atau kosong, padahal ${neededBy} memerlukannya. Isi kolomnya, atau hapus baris ${column} dari ${neededBy}.`,
  ColumnTwice: ({ headers }) => `${headers.map(quoted).join(" dan ")} adalah kolom yang sama. Sisakan satu.`,
  ColumnConstant: ({ found }) =>
    `semua baris berisi ${quoted(found)}, sehingga kolom ini tidak membedakan apa pun. Keluarkan kolomnya, atau periksa angkanya.`,
  SharesNotOne: ({ sum }) => `jumlahnya ${sum}, bukan 1. Perbaiki bagiannya; tulis sepertiga sebagai 1/3.`,
  CellMissing: () => "sel kosong. Isilah.",
  FormulaCell: () => "ada rumus. Salin kolom lalu tempel sebagai nilai.",
  ErrorCell: ({ found }) => `sel berisi galat, ${found}. Tulis nilainya.`,
  DigitsLost: ({ found }) =>
    `ditemukan ${quoted(found)}: Excel menghilangkan angka, karena hanya menyimpan 15 angka. Ambil ulang nomornya dan simpan kolom sebagai teks.`,
  ExponentIdentifier: ({ found }) =>
    `ditemukan ${quoted(found)}, bilangan berpangkat: angkanya hilang. Ambil ulang nomornya dan simpan kolom sebagai teks.`,
  FormulaLikeIdentifier: ({ found }) =>
    `ditemukan ${quoted(found)}. Nomor tidak boleh diawali = + - atau @, karena dianggap rumus oleh lembar kerja.`,
  NotAnIdentifier: ({ found }) =>
    `ditemukan ${quoted(found)}, bukan nomor pengenal. Tulis huruf dan angka sebagai teks, tanpa ganti baris, tanggal, atau pecahan.`,
  NikRefused: ({ found }) => `ditemukan ${quoted(found)}, tersusun seperti NIK. Isi dengan nama samaran.`,
  TextUnprintable: ({ found }) => `ditemukan ${quoted(found)} dengan karakter yang tidak terlihat. Ketik ulang teksnya.`,
  NotANumber: ({ found }) => `ditemukan ${quoted(found)}, bukan bilangan. Tulis angka saja.`,
  TooManyDecimals: ({ decimals, found }) =>
    `ditemukan ${quoted(found)}. ${decimals === 0 ? "Tulis bilangan bulat." : `Tulis paling banyak ${decimals} angka desimal.`}`,
  ScoresDisagree: ({ found, gives, outOf, score, scoreColumn }) =>
    `ditemukan ${quoted(found)} dari ${outOf}, menjadi ${gives}, padahal kolom ${scoreColumn} berisi ${quoted(score)}. Sisakan yang benar.`,
  LooksRaw: ({ found, maximum, minimum, rawColumn }) =>
    `ditemukan ${quoted(found)}, di luar ${minimum} sampai ${maximum}; tampaknya nilai mentah. Letakkan nilai mentah pada kolom ${rawColumn}.`,
  CategoryClosed: ({ agencyKind, found, openTo }) =>
    `ditemukan ${quoted(found)}, jenis kebutuhan yang tidak dapat dibuka oleh instansi ${agencyKind}; hanya untuk ${openTo.join(", ")}. Perbaiki jenis kebutuhan atau jenis instansinya.`,
  OutOfRange: ({ found, maximum, minimum }) =>
    `ditemukan ${quoted(found)}, di luar ${minimum} sampai ${maximum}. Periksa nilai dan skalanya.`,
  NotAbove: ({ found, limit, neededBy }) =>
    `ditemukan ${quoted(found)}, padahal ${neededBy} memerlukan angka di atas ${limit}. Periksa angkanya, atau pilih cara lain.`,
  OffStep: ({ found, step }) => `ditemukan ${quoted(found)}, bukan kelipatan ${step}. Tulis kelipatan ${step}.`,
  DecimalCommaRefused: ({ found }) =>
    `ditemukan ${quoted(found)}: koma desimal, padahal koma memisahkan sel. Tulis titik, atau pisahkan sel dengan ;`,
  MixedDecimalMarks: ({ found, otherRow }) =>
    `ditemukan ${quoted(found)}, padahal baris ${otherRow} memakai tanda desimal lain. Pakai satu tanda di seluruh kolom.`,
  AmbiguousThousands: ({ found }) =>
    `ditemukan ${quoted(found)}, dapat dibaca sebagai ribuan atau desimal. Tulis bilangan tanpa pemisah ribuan.`,
  NotADay: ({ found }) => `ditemukan ${quoted(found)}, bukan tanggal yang ada. Tulis TTTT-BB-HH atau HH/BB/TTTT.`,
  MonthFirst: ({ found }) => `ditemukan ${quoted(found)}: hanya ada bila bulan ditulis lebih dulu. Tulis TTTT-BB-HH atau HH/BB/TTTT.`,
  UnknownCode: ({ accepted, found, nearest }) => accepted.length === 0 ?
    `ditemukan ${quoted(found)}, padahal aturan ini tidak mengenal isian apa pun di sana. Kosongkan selnya, atau hapus kolomnya.` :
    `ditemukan ${quoted(found)}. ${nearest === undefined ? "" : `Apakah ${quoted(nearest)}? `}Yang dikenal: ${accepted.join(", ")}.`,
  Duplicate: ({ firstRow, found }) => `ditemukan ${quoted(found)}, sudah ada di baris ${firstRow}. Sisakan salah satu.`,
  CodeOfOtherScheme: ({ found, scheme }) =>
    `ditemukan ${quoted(found)}, kode bertitik seperti kode Kemendagri, padahal kolom ini dinyatakan berisi kode ${scheme}; nomor daerah berbeda di antara keduanya. Tulis by: kemendagri pada model, atau kode ${scheme} pada berkas.`,
  NotListed: ({ found, listedIn }) => `ditemukan ${quoted(found)}, tidak ada di ${listedIn}. Perbaiki, atau tambahkan di sana.`,
  FormationUnmatched: ({ found, listedIn, nearest }) =>
    `ditemukan ${quoted(found)}, bukan formasi pada ${listedIn}. ${nearest === undefined ? "" : `Yang terdekat ${quoted(nearest)}. `}Perbaiki, atau tambahkan formasinya di sana.`,
  FormationAmbiguous: ({ fitting, found, listedIn }) =>
    `ditemukan ${quoted(found)}, cocok dengan beberapa formasi pada ${listedIn}: ${fitting.join(", ")}. Tambahkan kolom kode formasi.`,
  CellNeeded: ({ neededBy }) => `sel kosong, padahal kolom ${neededBy} pada baris itu terisi. Isi keduanya, atau kosongkan keduanya.`,
  DepartureUnexplained: ({ found, proposed, reasonColumn }) =>
    `ditemukan ${quoted(found)}, padahal ${proposed === "open" ? "bukti belum menentukan rating" : `bukti mengusulkan ${quoted(proposed)}`}. Isi alasannya di kolom ${reasonColumn}${proposed === "open" ? "" : ", atau ikuti usulan"}.`,
  DayOutside: ({ found, from, until }) =>
    from !== undefined && found < from
      ? `ditemukan ${quoted(found)}, sebelum periode yang mulai ${from}. Periksa tanggalnya, atau periode pada --from.`
      : `ditemukan ${quoted(found)}, setelah hari laporan atau keputusan, ${until}. Periksa tanggalnya, atau hari pada --on.`,
  ReasonNotSpecific: () => "alasannya hanya mengulang nama syarat atau kode. Tulis apa tepatnya yang ditemukan.",
  BothRoles: ({ found, otherRow }) => `ditemukan ${quoted(found)}, yang pada baris ${otherRow} memeriksa lamaran itu dalam peran lain. Verifikator dan supervisor harus dua orang.`,
  SelfRated: ({ found }) => `ditemukan ${quoted(found)}, yaitu pegawai yang dinilai. Sebutkan penilai lain; penilaian diri memerlukan kelompok sendiri.`,
  ValuedElsewhere: ({ found, otherFile, otherRow }) =>
    `ditemukan ${quoted(found)}, padahal ${otherFile}, baris ${otherRow} menilai pegawai yang sama. Kosongkan sel ini, atau keluarkan pegawai itu dari ${otherFile}.`,
  LastLevel: ({ followed, found }) => `ditemukan ${quoted(found)}, jenjang tertinggi. Ada jenjang berikutnya setelah: ${followed.join(", ")}. Untuk pangkat dalam jenjang tulis rank di kolom kind.`,
  CategoryUnmatched: ({ found, lacks, otherColumn, otherFile }) =>
    lacks === "respondents"
      ? `ditemukan ${quoted(found)} dengan pengguna, padahal pada kolom ${otherColumn} di ${otherFile} tidak ada respondennya yang menjawab semua unsur. Gabungkan kategori itu dengan yang lain, di kedua berkas.`
      : `ditemukan ${quoted(found)} tanpa pengguna, padahal ada respondennya pada kolom ${otherColumn} di ${otherFile}. Perbaiki jumlah penggunanya, atau kategori respondennya.`,
  SumDiffers: ({ of, other, otherRow, otherSum, sum }) =>
    `${of} berjumlah ${sum}, padahal ${other}, mulai baris ${otherRow}, berjumlah ${otherSum}. Samakan jumlahnya.`,
  MoreThan: ({ found, other, otherColumn }) => `ditemukan ${quoted(found)}, lebih banyak daripada ${quoted(other)} pada kolom ${otherColumn}. Periksa keduanya.`,
  EarlierThan: ({ found, other, otherColumn }) => `ditemukan ${quoted(found)}, lebih awal daripada ${quoted(other)} pada kolom ${otherColumn}. Periksa keduanya.`,
  SeatsContradict: ({ found, other, otherRow }) =>
    `ditemukan ${quoted(found)}, padahal baris ${otherRow} menyebut ${other} untuk formasi yang sama. Periksa jumlah formasinya pada penetapan kebutuhan.`,
  DayImplausible: ({ found, from, until }) =>
    `ditemukan ${quoted(found)}, tanggal yang tidak mungkin menjadi tanggal lahir peserta: sebelum ${from} atau setelah ${until}. Periksa pada lamarannya.`,
  RowsDiffer: ({ found, of, other, otherFile, otherRow }) =>
    `ditemukan ${quoted(found)}, padahal baris ${otherRow}${otherFile === undefined ? "" : ` pada ${otherFile}`} berisi ${quoted(other)} untuk ${of}. Tulis satu nilai pada semua barisnya.`,
  NotBeside: ({ column, found, of, otherColumn, otherRow }) =>
    `ditemukan ${quoted(found)}, padahal baris ${otherRow} mengisi kolom ${otherColumn} untuk ${of}. Pada semua barisnya isi ${column} atau ${otherColumn}, tidak keduanya.`,
  NotInRun: ({ found, listedIn }) => `ditemukan ${quoted(found)}, tidak ada pada hasil seleksi ${listedIn}. Perbaiki, atau berikan hasil seleksi yang memuatnya.`,
  NotSeated: ({ found, listedIn }) => `ditemukan ${quoted(found)}, peserta yang tidak mendapat formasi pada ${listedIn}. Perbaiki nomornya, atau berikan hasil seleksi yang terakhir.`,
  NotOnRecord: ({ found }) => `ditemukan ${quoted(found)}, bukan nilai yang tercatat sebelum koreksi. Periksa catatannya.`,
  ScoreRefused: ({ accepted, found }) => `ditemukan ${quoted(found)}, nilai yang tidak mungkin untuk komponen ini. Tulis ${scores(accepted, "id")}.`,
  LayoutPlace: ({ expected }) => `${Expectations.sentence(expected, "id")}. Perbaiki tata letaknya; \`timbang layout show\` mencetak satu yang utuh.`,
  LayoutColumnUnknown: ({ found, nearest }) => `tabelnya tidak memiliki kolom ${quoted(found)}${nearest === undefined ? "" : `; maksudnya ${nearest}?`} Sebut kolom dari \`timbang layout show\`.`,
  LayoutCodeUnknown: ({ accepted, found }) => `kolom ini tidak memiliki nilai ${quoted(found)}. Pakai salah satu dari ${accepted.join(", ")}.`,
  LayoutHeaderTwice: ({ found, other }) => `judul ${quoted(found)} juga ada di ${other}. Berikan kepada satu kolom saja.`
}

const tooLarge = {
  bytes: "terlalu banyak bita setelah dibuka",
  characters: "teks yang terlalu panjang",
  rows: "terlalu banyak baris",
  columns: "terlalu banyak kolom"
} as const

const notRead = {
  missing: "berkas tidak ada. Periksa nama dan foldernya.",
  folder: "ini folder. Sebutkan berkas di dalamnya.",
  forbidden: "berkas tidak boleh dibuka. Minta hak baca, atau tutup berkas di program yang memakainya.",
  failed: "berkas tidak terbaca sampai akhir. Periksa cakram atau sambungan lalu coba lagi."
} as const

const parts = { "quoted cell": "sel berkutip", row: "baris", workbook: "buku kerja" } as const

const quoted = (text: string): string => `"${text}"`
