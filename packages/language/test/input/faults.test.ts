import type { Fault } from "@timbang/core/input"
import { Faults, Sentences } from "@timbang/language"
import { describe, expect, it } from "vitest"

const cell = { file: "P.csv", row: 7, column: "twk" }

/** One fault of each tag; the type makes a new tag without a case here fail to compile. */
const each: { readonly [Tag in Fault.Tag]: Extract<Fault.Fault, { readonly _tag: Tag }> } = {
  LayoutPlace: { _tag: "LayoutPlace", file: "P.csv", path: "columns.cost.headers", expected: "Expected array" },
  LayoutColumnUnknown: { _tag: "LayoutColumnUnknown", file: "P.csv", path: "columns.costs", found: "costs", nearest: "cost" },
  LayoutCodeUnknown: { _tag: "LayoutCodeUnknown", file: "P.csv", path: "columns.state.codes.shut", found: "shut", accepted: ["open", "rejected"] },
  LayoutHeaderTwice: { _tag: "LayoutHeaderTwice", file: "P.csv", path: "columns.cost.headers.1", found: "Pagu", other: "columns.title" },
  FileNotRead: { _tag: "FileNotRead", file: "P.csv", reason: "missing" },
  FileEmpty: { _tag: "FileEmpty", file: "P.csv" },
  NoRows: { _tag: "NoRows", file: "P.csv" },
  SeatsContradict: { _tag: "SeatsContradict", file: "P.csv", row: 7, column: "twk", found: "3", other: 2, otherRow: 4 },
  FormationUnmatched: { _tag: "FormationUnmatched", file: "P.csv", row: 7, column: "twk", found: "Penyuluh | umum", listedIn: "F.csv", nearest: "F1: Penyuluh | papua" },
  FormationAmbiguous: { _tag: "FormationAmbiguous", file: "P.csv", row: 7, column: "twk", found: "Penyuluh | umum", listedIn: "F.csv", fitting: ["F1", "F2"] },
  DayImplausible: { _tag: "DayImplausible", file: "P.csv", row: 7, column: "twk", found: "dddd-dd-dd", from: "1924-07-29", until: "2009-11-24" },
  BlocksMissing: { _tag: "BlocksMissing", file: "P.csv", blocks: ["META", "VOTES"] },
  FormatRefused: { _tag: "FormatRefused", file: "P.csv", found: "xls" },
  SheetMissing: { _tag: "SheetMissing", file: "P.csv", sheet: "A", sheets: ["B", "C"] },
  SheetOther: { _tag: "SheetOther", file: "P.csv", sheet: "A", wanted: "ratings", others: ["B", "C"] },
  FileTruncated: { _tag: "FileTruncated", file: "P.csv", row: 7, within: "quoted cell" },
  WorkbookTooLarge: { _tag: "WorkbookTooLarge", file: "P.csv", part: "xl/worksheets/sheet1.xml", of: "bytes", found: 10_737_418_240, limit: 1_073_741_824 },
  TextBroken: { _tag: "TextBroken", file: "P.csv", row: 7 },
  LineTooLong: { _tag: "LineTooLong", file: "P.csv", row: 7, limit: 1_048_576 },
  QuoteMisplaced: { _tag: "QuoteMisplaced", file: "P.csv", row: 7 },
  NotJson: { _tag: "NotJson", file: "P.csv", row: 7 },
  CellsBeyondHeader: { _tag: "CellsBeyondHeader", file: "P.csv", row: 7, cells: 9, headers: 8 },
  ColumnMissing: { _tag: "ColumnMissing", ...cell, accepted: ["twk", "TWK"], nearest: "twkk" },
  ColumnTwice: { _tag: "ColumnTwice", ...cell, headers: ["twk", "Nilai TWK"] },
  ColumnConstant: { _tag: "ColumnConstant", ...cell, found: "5" },
  SharesNotOne: { _tag: "SharesNotOne", ...cell, sum: "9/10" },
  RowsDiffer: { _tag: "RowsDiffer", ...cell, found: "low", of: "izin", other: "high", otherRow: 2 },
  NotBeside: { _tag: "NotBeside", ...cell, found: "5", of: "izin", otherColumn: "part", otherRow: 2 },
  NotInRun: { _tag: "NotInRun", ...cell, found: "9999", listedIn: "hasil" },
  ColumnEmpty: { _tag: "ColumnEmpty", ...cell, neededBy: "M.csv" },
  NotSeated: { _tag: "NotSeated", ...cell, found: "2405", listedIn: "hasil" },
  CodeOfOtherScheme: { _tag: "CodeOfOtherScheme", ...cell, found: "15.06", scheme: "bps" },
  NotAbove: { _tag: "NotAbove", ...cell, found: "0", limit: "0", neededBy: "geometric" },
  CellMissing: { _tag: "CellMissing", ...cell },
  FormulaCell: { _tag: "FormulaCell", ...cell },
  ErrorCell: { _tag: "ErrorCell", ...cell, found: "#N/A" },
  DigitsLost: { _tag: "DigitsLost", ...cell, found: "24550120110000100" },
  ExponentIdentifier: { _tag: "ExponentIdentifier", ...cell, found: "2.4E+15" },
  FormulaLikeIdentifier: { _tag: "FormulaLikeIdentifier", ...cell, found: "=1" },
  NotAnIdentifier: { _tag: "NotAnIdentifier", ...cell, found: "1.5" },
  NikRefused: { _tag: "NikRefused", ...cell, found: "dddddddddddddddd" },
  TextUnprintable: { _tag: "TextUnprintable", ...cell, found: "a?b" },
  NotANumber: { _tag: "NotANumber", ...cell, found: "x" },
  TooManyDecimals: { _tag: "TooManyDecimals", ...cell, found: "1.25", decimals: 1 },
  OutOfRange: { _tag: "OutOfRange", ...cell, found: "155", minimum: "0", maximum: "150" },
  OffStep: { _tag: "OffStep", ...cell, found: "66", step: "5" },
  DecimalCommaRefused: { _tag: "DecimalCommaRefused", ...cell, found: "68,94" },
  MixedDecimalMarks: { _tag: "MixedDecimalMarks", ...cell, found: "68,94", otherRow: 3 },
  AmbiguousThousands: { _tag: "AmbiguousThousands", ...cell, found: "1.234" },
  NotADay: { _tag: "NotADay", ...cell, found: "dd/dd/dddd" },
  MonthFirst: { _tag: "MonthFirst", ...cell, found: "dd/dd/dddd" },
  UnknownCode: { _tag: "UnknownCode", ...cell, found: "umun", accepted: ["umum"], nearest: "umum" },
  Duplicate: { _tag: "Duplicate", ...cell, found: "1", firstRow: 2 },
  ScoresDisagree: { _tag: "ScoresDisagree", ...cell, found: "300", outOf: "500", gives: "60", scoreColumn: "skb", score: "68" },
  LooksRaw: { _tag: "LooksRaw", ...cell, found: "412", minimum: "0", maximum: "100", rawColumn: "skbRaw" },
  CategoryClosed: { _tag: "CategoryClosed", ...cell, found: "diaspora", agencyKind: "kabupaten", openTo: ["kementerian"] },
  CategoryUnmatched: { _tag: "CategoryUnmatched", ...cell, found: "P", lacks: "respondents", otherFile: "R.csv", otherColumn: "sex" },
  SumDiffers: { _tag: "SumDiffers", ...cell, found: "90", of: "age", sum: "90", other: "sex", otherSum: "100", otherRow: 2 },
  MoreThan: { _tag: "MoreThan", ...cell, found: "97", other: "10", otherColumn: "issued" },
  EarlierThan: { _tag: "EarlierThan", ...cell, found: "2024-08-20", other: "2024-09-10", otherColumn: "from" },
  NotListed: { _tag: "NotListed", ...cell, found: "F9", listedIn: "F.csv" },
  CellNeeded: { _tag: "CellNeeded", ...cell, neededBy: "conduct" },
  DepartureUnexplained: { _tag: "DepartureUnexplained", ...cell, found: "above", proposed: "open", reasonColumn: "workResultReason" },
  DayOutside: { _tag: "DayOutside", ...cell, found: "2027-01-01", from: "2025-01-01", until: "2026-01-20" },
  ReasonNotSpecific: { _tag: "ReasonNotSpecific", ...cell },
  BothRoles: { _tag: "BothRoles", ...cell, found: "v-1", otherRow: 3 },
  SelfRated: { _tag: "SelfRated", ...cell, found: "p-1" },
  ValuedElsewhere: { _tag: "ValuedElsewhere", ...cell, found: "91.00", otherFile: "K.csv", otherRow: 3 },
  LastLevel: { _tag: "LastLevel", ...cell, found: "penyelia", followed: ["mahir"] },
  NotOnRecord: { _tag: "NotOnRecord", ...cell, found: "67" },
  ScoreRefused: { _tag: "ScoreRefused", ...cell, found: "140", accepted: { minimum: 0, maximum: 100, step: "0.001" } },
}

describe("Faults.sentence", () => {
  it("names file, row, column and what was found, in both languages, and says what to do", () => {
    for (const fault of Object.values<Fault.Fault>(each)) {
      for (const language of ["id", "en"] as const) {
        const said = Faults.sentence(fault, language)
        expect(said).toContain("P.csv")
        if ("row" in fault) expect(said).toContain(`${language === "id" ? "baris" : "row"} 7`)
        if ("column" in fault) expect(said).toContain(`${language === "id" ? "kolom" : "column"} twk`)
        if ("found" in fault) expect(said).toContain(String(fault.found))
        expect(said.split(/[.;:] /).length).toBeGreaterThanOrEqual(3)
        expect(said).not.toContain("undefined")
      }
      expect(Faults.sentence(fault, "id")).not.toBe(Faults.sentence(fault, "en"))
    }
  })

  it("says that nothing may stand in a column of which the rules know nothing, not that they know an empty list", () => {
    const nothing = { ...each.UnknownCode, accepted: [], nearest: undefined }
    expect(Faults.sentence(nothing, "en")).toBe('P.csv, row 7, column twk: found "umun", but these rules know nothing to write there. Leave the cell empty, or the column out.')
    expect(Faults.sentence(nothing, "id")).not.toContain(": .")
  })

  it("says the words of the law of lost digits", () => {
    expect(Faults.sentence(each.DigitsLost, "en")).toContain("Excel has lost digits")
  })
})

describe("Sentences.say", () => {
  it("does not compile without a sentence for a tag", () => {
    type Two = { readonly _tag: "A" } | { readonly _tag: "B" }
    // @ts-expect-error the sentence of B is missing
    const one: Sentences.Sentences<Two> = { A: () => "a" }
    expect(Sentences.say(one, { _tag: "A" })).toBe("a")
  })
})
