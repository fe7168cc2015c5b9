import { Day } from "@timbang/core/law"
import { Column, Table } from "@timbang/source-files"
import { Result } from "effect"
import { describe, expect, it } from "vitest"

const columns = {
  participant: Column.identifier({ aliases: ["No Peserta", "Nomor Peserta"], need: "cell", isUnique: true }),
  formation: Column.reference({ aliases: ["Kode Formasi"], need: "cell" }),
  category: Column.code({ umum: [], cumlaude: ["LULUSAN TERBAIK"] }, { aliases: ["Jenis Formasi"] }),
  twk: Column.integer({ maximum: 150, step: 5 }),
  skb: Column.decimal({ decimals: 3, maximum: 100 }),
  pay: Column.decimal({ decimals: 3, aliases: ["Gaji"] }),
  birthDate: Column.day({ aliases: ["Tanggal Lahir"], isPersonal: true }),
  position: Column.text({ aliases: ["Jabatan"] })
}

const parse = (text: string | Uint8Array, options?: Table.Options) =>
  Table.parse({ file: "P.csv", bytes: typeof text === "string" ? new TextEncoder().encode(text) : text }, columns, options)

const table = (text: string, options?: Table.Options) => Result.getOrThrow(parse(text, options))

const faults = (text: string | Uint8Array) => {
  const read = parse(text)
  return Result.isFailure(read) ? read.failure.faults : []
}

/** Tags with their place, the way a person would list them. */
const places = (text: string | Uint8Array) =>
  faults(text).map((fault) => {
    const column = "column" in fault ? ` ${fault.column}` : ""
    return "row" in fault ? `${fault._tag} ${fault.row}${column}` : fault._tag
  })

const tags = (text: string) => table(text).corrections.map(({ _tag }) => _tag)

describe("Table reads and says", () => {
  it("a byte order mark, CRLF, semicolons, a decimal comma, an apostrophe, days first, trailing blank rows", () => {
    const read = table("\uFEFFNo Peserta;Kode Formasi;SKB;Tanggal Lahir\r\n'0012;F1;68,94;31/12/1990\r\n13;F1;100;1-2-1991\r\n;;;\r\n\r\n")
    expect(read.columns.participant).toEqual(["0012", "13"])
    expect(read.columns.formation).toEqual({ keys: ["F1"], index: Int32Array.of(0, 0) })
    expect(read.columns.skb).toEqual(Float64Array.of(68_940, 100_000))
    expect(read.columns.birthDate).toEqual(Int32Array.of(7669, 7701))
    expect(read.columns.twk).toEqual(Int32Array.of(-1, -1))
    expect(read.rows).toEqual(Int32Array.of(2, 3))
    expect([...read.present]).toEqual(["participant", "formation", "skb", "birthDate"])
    expect(read.corrections).toEqual([
      { _tag: "ByteOrderMark", file: "P.csv" },
      { _tag: "CarriageReturns", file: "P.csv" },
      { _tag: "Separator", file: "P.csv", separator: ";" },
      { _tag: "BlankRows", file: "P.csv", rows: 2, firstRow: 4, trailing: true },
      { _tag: "LeadingApostrophes", file: "P.csv", column: "participant", cells: 1, firstRow: 2 },
      { _tag: "DecimalComma", file: "P.csv", column: "skb", cells: 1, firstRow: 2 },
      { _tag: "DayFirst", file: "P.csv", column: "birthDate", cells: 2, firstRow: 2 }
    ])
  })

  it.each([
    ["sep=;\r\n", ";", ";"],
    ["\uFEFFsep=;\n", ";", ";"],
    ["SEP=,\n", ",", ","],
    ["sep=\t\n", "\t", "\t"],
    ["sep=|\r", "|", "|"],
    ["\"sep=;\"\n", ";", ";"],
    ["sep=;;;;\n", ";", ";"]
  ])("a first line %j as Excel does: what parts cells, and no row of its own", (line, by, separator) => {
    const text = (...scores: ReadonlyArray<number>) =>
      `${line}${["participant", "formation", "twk"].join(by)}\n${scores.map((twk, at) => `${[at, "F1", twk].join(by)}\n`).join("")}`
    const read = table(text(65, 70))
    expect([read.columns.twk, read.rows]).toEqual([Int32Array.of(65, 70), Int32Array.of(2, 3)])
    expect(read.corrections).toContainEqual({ _tag: "SeparatorTold", file: "P.csv", separator })
    expect(places(text(65, 66))).toEqual(["OffStep 3 twk"])
  })

  it("headers and codes without regard to case, blanks and punctuation", () => {
    const read = table(" NO. PESERTA ,kode_formasi,JENIS  FORMASI\n1,F1,lulusan  terbaik\n2,F1,Umum\n3,F2,\n")
    expect(read.columns.category).toEqual(Int16Array.of(1, 0, -1))
    expect(read.corrections).toEqual([])
  })

  it("quoted cells with separators, quotes and line breaks, and counts rows as a spreadsheet does", () => {
    const read = table('participant,formation,position\n1,F1,"Guru, ""Ahli""\nPertama"\n2,F1," Perawat "\n')
    expect(read.columns.position).toEqual(['Guru, "Ahli"\nPertama', "Perawat"])
    expect(read.rows).toEqual(Int32Array.of(2, 3))
  })

  it("blanks around cells, no-break spaces too, and rows of nothing else", () => {
    const read = table("participant,formation,twk\n\u00A0 1 \u00A0,\u00A0F1, 65\u00A0\n\u00A0, ,\u00A0\n2,F1,\u00A0\n")
    expect(read.columns.participant).toEqual(["1", "2"])
    expect(read.columns.twk).toEqual(Int32Array.of(65, -1))
    expect(read.rows).toEqual(Int32Array.of(2, 4))
  })

  it("blank rows between rows, short rows and a last row without a line end", () => {
    const read = table("participant,formation,twk\n1,F1,5\n,,\n2,F1\n3,F1,10")
    expect(read.rows).toEqual(Int32Array.of(2, 4, 5))
    expect(read.columns.twk).toEqual(Int32Array.of(5, -1, 10))
    expect(tags("participant,formation,twk\n1,F1,5\n,,\n2,F1\n3,F1,10")).toEqual(["BlankRows", "ShortRows", "NoFinalLineEnd"])
  })

  it("days in words", () => {
    const read = table("participant,formation,birthDate\n1,F1,17 Agustus 1990\n2,F1,1990/8/17\n3,F1,17-Aug-1990\n")
    expect(new Set(read.columns.birthDate).size).toBe(1)
  })

  it("unknown columns by name, with the nearest known one, and carries them apart", () => {
    const read = table("participant,formation,twkk,Warna\n1,F1,9,merah\n")
    expect(read.unknown).toEqual([
      { header: "twkk", nearest: "twk", cells: ["9"] },
      { header: "Warna", nearest: undefined, cells: ["merah"] }
    ])
    expect(tags("participant,formation,twkk\n1,F1,9\n")).toEqual(["UnknownColumn"])
    expect(table("participant,formation,twkk\n1,F1,9\n", { carriesUnknown: false }).unknown).toEqual([])
  })

  it("a header below titles when told how far to look", () => {
    const read = table("Daftar Peserta\nTahun 2024\nNo Peserta,Kode Formasi\n1,F1\n", { headerWithin: 10 })
    expect(read.rows).toEqual(Int32Array.of(4))
    expect(read.corrections).toEqual([{ _tag: "HeaderRow", file: "P.csv", row: 3 }])
  })
})

describe("Table refuses, with the place", () => {
  it("every fault of a file at once, in the order of rows", () => {
    expect(faults("participant,formation,twk,birthDate\n1,,66,12/31/1990\n1,F1,155,31/02/1990\n=2,F1,x,\n2.4E+15,F1,,\n")).toEqual([
      { _tag: "CellMissing", file: "P.csv", row: 2, column: "formation" },
      { _tag: "OffStep", file: "P.csv", row: 2, column: "twk", found: "66", step: "5" },
      { _tag: "MonthFirst", file: "P.csv", row: 2, column: "birthDate", found: "dd/dd/dddd" },
      { _tag: "Duplicate", file: "P.csv", row: 3, column: "participant", found: "1", firstRow: 2 },
      { _tag: "OutOfRange", file: "P.csv", row: 3, column: "twk", found: "155", minimum: "0", maximum: "150" },
      { _tag: "NotADay", file: "P.csv", row: 3, column: "birthDate", found: "dd/dd/dddd" },
      { _tag: "FormulaLikeIdentifier", file: "P.csv", row: 4, column: "participant", found: "=2" },
      { _tag: "NotANumber", file: "P.csv", row: 4, column: "twk", found: "x" },
      { _tag: "ExponentIdentifier", file: "P.csv", row: 5, column: "participant", found: "2.4E+15" }
    ])
  })

  it("identifiers that begin with = + - @", () => {
    expect(places("participant,formation\n=1,F\n+1,F\n-1,F\n@1,F\n")).toEqual([2, 3, 4, 5].map((row) => `FormulaLikeIdentifier ${row} participant`))
  })

  it("identifiers with characters that nobody sees, which would tell two apart that look the same", () => {
    expect(faults("participant,formation\n24\u200B01,F\n24\u00AD01,F\n2401,F\n").map((fault) => [fault._tag, "found" in fault ? fault.found : ""])).toEqual([
      ["NotAnIdentifier", "24?01"],
      ["NotAnIdentifier", "24?01"]
    ])
  })

  it("identifiers over 15 digits that a spreadsheet has rounded, once chance is ruled out", () => {
    const file = (...ids: ReadonlyArray<string>) => places(`participant,formation\n${ids.map((id) => `${id},F\n`).join("")}`)
    expect(file("24550120110000100", "24550120110000200", "24550120110000300")).toEqual([2, 3, 4].map((row) => `DigitsLost ${row} participant`))
    expect(file("24550120110000100", "24550120110000200")).toEqual([])
    expect(file("24550120110000100", "24550120110000200", "24550120110000300", "24550120110000401")).toEqual([])
  })

  it("mixed decimal marks in one column", () => {
    expect(faults("participant;formation;skb\n1;F;68,94\n2;F;68.94\n")).toEqual([
      { _tag: "MixedDecimalMarks", file: "P.csv", row: 3, column: "skb", found: "68.94", otherRow: 2 }
    ])
    expect(places("participant;formation;skb\n1;F;68.94\n2;F;68,9\n")).toEqual(["MixedDecimalMarks 3 skb"])
  })

  it("a decimal comma where commas part cells", () => {
    expect(places('participant,formation,skb\n1,F,"68,94"\n')).toEqual(["DecimalCommaRefused 2 skb"])
  })

  it("thousands that may be decimals, and groups of thousands", () => {
    expect(places("participant;formation;pay\n1;F;1.234\n")).toEqual(["AmbiguousThousands 2 pay"])
    expect(places("participant;formation;pay\n1;F;1.234.567\n2;F;1.234,5\n3;F;1 234\n")).toEqual([2, 3, 4].map((row) => `AmbiguousThousands ${row} pay`))
    expect(places("participant,formation,twk\n1,F,1.234\n")).toEqual(["TooManyDecimals 2 twk"])
  })

  it("but not where the range or the other cells leave one reading only", () => {
    expect(table("participant;formation;skb\n1;F;68.940\n").columns.skb).toEqual(Float64Array.of(68_940))
    expect(table("participant;formation;pay\n1;F;1.234\n2;F;1.5\n").columns.pay).toEqual(Float64Array.of(1234, 1500))
    expect(table("participant,formation,twk\n1,F,65.0\n").columns.twk).toEqual(Int32Array.of(65))
  })

  it("a file that stops in the middle", () => {
    expect(places('participant,formation,position\n1,F,"Guru\n2,F,x\n')).toEqual(["FileTruncated 2"])
    expect(places("participant,formation,position\n1,F,Guru\n2,F")).toEqual(["FileTruncated 3"])
  })

  it("text behind a closing quote, cells beyond the header", () => {
    expect(places('participant,formation\n"1"x,F\n2,F,,9\n')).toEqual(["QuoteMisplaced 2", "CellsBeyondHeader 3"])
  })

  it("a row of 10 MB, whole or broken", () => {
    const long = "x".repeat(10_000_000)
    expect(places(`participant,formation,position\n1,F,${long}\n`)).toEqual(["LineTooLong 2"])
    expect(places(`participant,formation,position\n1,F,"${long}`)).toEqual(["LineTooLong 2"])
    expect(places(long)).toEqual(["LineTooLong 1"])
  })

  it("bytes that are not UTF-8, and lone surrogates written as bytes", () => {
    const head = new TextEncoder().encode("participant,formation,position\n1,F,Guru\n2,F,")
    for (const broken of [[0xe9], [0xed, 0xa0, 0x80], [0xef, 0xbf, 0xbd]]) {
      expect(places(Uint8Array.from([...head, ...broken, 10]))).toEqual(["TextBroken 3"])
    }
  })

  it("a needed column that is missing, naming the nearest; and two headers for one", () => {
    expect(faults("partcipant,formation,Kode Formasi\n1,F,F\n")).toEqual([
      { _tag: "ColumnTwice", file: "P.csv", row: 1, column: "formation", headers: ["formation", "Kode Formasi"] },
      {
        _tag: "ColumnMissing",
        file: "P.csv",
        row: 1,
        column: "participant",
        accepted: ["participant", "No Peserta", "Nomor Peserta"],
        nearest: "partcipant"
      }
    ])
  })

  it("nothing at all, and files of another kind", () => {
    expect(places("")).toEqual(["FileEmpty"])
    expect(places("\n")).toEqual(["FileEmpty"])
    expect(places(Uint8Array.of(0xff, 0xfe, 65, 0))).toEqual(["FormatRefused"])
    expect(places(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toEqual(["FormatRefused"])
    const refused = [Buffer.from("participant,formation\n", "utf16le"), Buffer.concat([Buffer.from("PK\u0003\u0004".padEnd(30, "\0"), "latin1"), Buffer.from("mimetypeapplication/vnd.oasis")])]
    expect(refused.map((bytes) => faults(bytes))).toMatchObject([[{ _tag: "FormatRefused", found: "UTF-16" }], [{ _tag: "FormatRefused", found: "OpenDocument" }]])
  })
})

describe("Table keeps personal data out", () => {
  it("drops NIK and names unread, by header and by what stands in the cells", () => {
    const read = table("participant,formation,NIK,Nama Lengkap,Nomor\n1,F,1571010101900001,SITI,1571015201900001\n")
    expect(JSON.stringify(read)).not.toMatch(/157101|SITI/)
    expect(read.unknown).toEqual([])
    expect(read.corrections.map(({ _tag }) => _tag)).toEqual(["PersonalColumn", "PersonalColumn", "PersonalColumn"])
  })

  it("knows the headers that lists of people have, and no others", () => {
    const headers = ["Nm Peserta", "NAMA LENGKAP SESUAI IJAZAH", "Nama (tanpa gelar)", "No. KTP", "NIK Pelamar", "First Name", "Nama Ibu Kandung"]
    const kept = ["Nama Jabatan", "Nama Instansi", "Klinik", "Politeknik", "Namlea"]
    const read = table(`participant,formation,${[...headers, ...kept].join(",")}\n1,F${",x".repeat(headers.length + kept.length)}\n`)
    expect(read.corrections.flatMap((each) => each._tag === "PersonalColumn" ? [each.column] : [])).toEqual(headers)
    expect(read.unknown.map(({ header }) => header)).toEqual(kept)
  })

  it("shows the shape of words that slipped into other columns of a file with names", () => {
    const slipped = faults("participant,formation,Nama,twk,category,birthDate\n1,F,x,SITI AMINAH,BUDI SANTOSO,JOKO\n2,F,x,1O0,lulusan terbaek,\n")
    expect(JSON.stringify(slipped)).not.toMatch(/SITI|BUDI|JOKO/)
    expect(slipped.map((fault) => "found" in fault ? fault.found : "")).toEqual(["aaaa aaaaaaa", "aaaa aaaaaa", "aaaa", "lulusan terbaek", "1O0"])
  })

  it("does not repeat a first row that is no header", () => {
    const read = parse("1571010101900001,SITI AMINAH\n1571010101900002,BUDI\n")
    expect(Result.isFailure(read) && read.failure.faults.map(({ _tag }) => _tag)).toEqual(["ColumnMissing", "ColumnMissing"])
    expect(JSON.stringify(read)).not.toMatch(/1571|SITI/)
  })

  it("shows the shape of a personal cell only, and of a NIK in any column", () => {
    const text = JSON.stringify(faults("participant,formation,birthDate,twk\n1,F,1990-13-01,1571010101900001\n"))
    expect(text).not.toMatch(/1990|157101/)
    expect(text).toContain("dddd-dd-dd")
  })
})

describe("line ends", () => {
  it("of a carriage return alone are not called those of Windows", () => {
    const corrections = (text: string) =>
      Result.getOrThrow(Table.parse({ file: "P.csv", bytes: new TextEncoder().encode(text) }, { twk: Column.integer({ maximum: 150 }) })).corrections
    expect(corrections("twk\r65\r70\r")).toEqual([{ _tag: "CarriageReturns", file: "P.csv", alone: true }])
    expect(corrections("twk\r\n65\r\n70\r\n")).toEqual([{ _tag: "CarriageReturns", file: "P.csv" }])
  })
})

describe("a day with a time of day", () => {
  it("is read as an export writes it, in a zone of Indonesia or in none", () => {
    const columns = { at: Column.day() }
    const table = (...cells: ReadonlyArray<string>) => Table.parse({ file: "D.csv", bytes: new TextEncoder().encode(`at\n${cells.join("\n")}\n`) }, columns)
    const found = Result.getOrThrow(table("2024-08-21", "2024-08-21 00:00:00", "2024-08-21T10:22:33.5+07:00", "21/08/2024 9.30 WIB", "21 Agustus 2024 09:30:11 PM GMT+7"))
    expect(new Set(found.columns.at)).toEqual(new Set([Day.toNumber("2024-08-21")]))
    expect(found.corrections.find(({ _tag }) => _tag === "TimeDropped")).toEqual({ _tag: "TimeDropped", file: "D.csv", column: "at", cells: 4, firstRow: 3 })
    for (const cell of ["2024-08-21T20:00:00Z", "2024-08-21 20:00 GMT-3", "9:30", "2024-08-21 x"]) {
      const refused = table(cell)
      expect(Result.isFailure(refused) && refused.failure.faults.map(({ _tag }) => _tag), cell).toEqual(["NotADay"])
    }
  })
})
