/**
 * Faults of an input file in English.
 */
import { counted } from "../Counting.ts"
import type { Fault } from "@timbang/core/input"
import { scores } from "./scores.ts"
import type { Sentences } from "../Sentences.ts"
import * as Expectations from "./Expectations.ts"

export const english: Sentences<Fault.Fault> = {
  FileNotRead: ({ reason }) => notRead[reason],
  FileEmpty: () => "the first row holds no header. Put the names of the columns there.",
  NoRows: () => "there is nothing under the header. Put one row for each person, unit or formation below it.",
  BlocksMissing: ({ blocks }) => `the blocks ${blocks.join(", ")} are not there in that order. Give the file as it was published, unchanged.`,
  FormatRefused: ({ found }) => `this is ${found}. Save it as CSV UTF-8, or as XLSX without a password.`,
  SheetOther: ({ others, sheet, wanted }) =>
    `the sheet ${quoted(sheet)} was read, which lacks columns of this table. ${wanted === undefined ? "Put the sheet of the table first" : `Name the sheet of the table ${quoted(wanted)}, or put it first`}. Other sheets: ${others.join(", ")}.`,
  SheetMissing: ({ sheet, sheets }) => `there is no sheet ${quoted(sheet)}. The workbook has: ${sheets.join(", ")}.`,
  FileTruncated: ({ within }) => `the file stops in the middle of a ${within}. Get the whole file again.`,
  WorkbookTooLarge: ({ found, limit, of, part }) =>
    `its part ${part} holds ${tooLarge[of]}: found ${found}, and at most ${limit} are read. Get the workbook again from where it comes from, or save its sheet as CSV.`,
  TextBroken: () => "there are characters that cannot be read. Save the file again from where it comes from; a CSV file as UTF-8.",
  LineTooLong: ({ limit }) => `the row is longer than ${limit} bytes. Look for a quote that is never closed.`,
  QuoteMisplaced: () => "text follows a closing quote. Double every quote inside a quoted cell.",
  NotJson: () => "the line is not one flat JSON object. Write one object a line, with texts, numbers or null.",
  CellsBeyondHeader: ({ cells, headers }) =>
    `the row has ${counted(cells, "cell")}, the header only ${headers}. Name the column, or quote cells that hold a separator.`,
  ColumnMissing: ({ accepted, nearest }) =>
    `the column is missing. ${nearest === undefined ? "" : `Is it ${quoted(nearest)}? `}It is read as ${accepted.join(", ")}.`,
  ColumnEmpty: ({ column, neededBy }) => `the column is not there or empty, but ${neededBy} asks for it. Fill it, or take the rows of ${column} out of ${neededBy}.`,
  ColumnTwice: ({ headers }) => `${headers.map(quoted).join(" and ")} are the same column. Keep one of them.`,
  ColumnConstant: ({ found }) =>
    `every row has ${quoted(found)}, so the column tells none of them apart. Leave it out, or check its figures.`,
  SharesNotOne: ({ sum }) => `the shares add up to ${sum}, not to 1. Correct them; write a third as 1/3.`,
  CellMissing: () => "the cell is empty. Fill it.",
  FormulaCell: () => "there is a formula. Copy the column and paste it as values.",
  ErrorCell: ({ found }) => `the cell is in error, ${found}. Write the value itself.`,
  DigitsLost: ({ found }) =>
    `found ${quoted(found)}: Excel has lost digits, because it keeps 15 of a number. Fetch the identifiers again and keep the column as text.`,
  ExponentIdentifier: ({ found }) =>
    `found ${quoted(found)}, a number in exponent form: digits are lost. Fetch the identifiers again and keep the column as text.`,
  FormulaLikeIdentifier: ({ found }) =>
    `found ${quoted(found)}. An identifier may not begin with = + - or @, since a spreadsheet takes it for a formula.`,
  NotAnIdentifier: ({ found }) =>
    `found ${quoted(found)}, which is no identifier. Write letters and digits as text, without line breaks, dates or fractions.`,
  NikRefused: ({ found }) => `found ${quoted(found)}, built like a NIK. Put a pseudonym there.`,
  TextUnprintable: ({ found }) => `found ${quoted(found)} with characters that cannot be seen. Type the text again.`,
  NotANumber: ({ found }) => `found ${quoted(found)}, which is not a number. Write digits only.`,
  TooManyDecimals: ({ decimals, found }) =>
    `found ${quoted(found)}. ${decimals === 0 ? "Write a whole number." : `Write at most ${decimals} decimals.`}`,
  ScoresDisagree: ({ found, gives, outOf, score, scoreColumn }) =>
    `found ${quoted(found)} of ${outOf}, which gives ${gives}, but column ${scoreColumn} has ${quoted(score)}. Keep the right one.`,
  LooksRaw: ({ found, maximum, minimum, rawColumn }) =>
    `found ${quoted(found)}, outside of ${minimum} to ${maximum}; it looks like a raw score. Put raw scores into the column ${rawColumn}.`,
  CategoryClosed: ({ agencyKind, found, openTo }) =>
    `found ${quoted(found)}, which agencies of the kind ${agencyKind} may not open; it is open to ${openTo.join(", ")}. Correct the category or the kind of agency.`,
  OutOfRange: ({ found, maximum, minimum }) => `found ${quoted(found)}, outside of ${minimum} to ${maximum}. Check the value and its scale.`,
  NotAbove: ({ found, limit, neededBy }) =>
    `found ${quoted(found)}, but ${neededBy} needs more than ${limit}. Check the figure, or choose another method.`,
  OffStep: ({ found, step }) => `found ${quoted(found)}, which is not on the step of ${step}. Write a multiple of ${step}.`,
  DecimalCommaRefused: ({ found }) =>
    `found ${quoted(found)}: a decimal comma where commas part the cells. Write a point, or part the cells with ;`,
  MixedDecimalMarks: ({ found, otherRow }) =>
    `found ${quoted(found)}, but row ${otherRow} has the other decimal mark. Use one mark in the whole column.`,
  AmbiguousThousands: ({ found }) =>
    `found ${quoted(found)}, which can be read as thousands or as decimals. Write the number without separators of thousands.`,
  NotADay: ({ found }) => `found ${quoted(found)}, which is not a day of the calendar. Write YYYY-MM-DD or DD/MM/YYYY.`,
  MonthFirst: ({ found }) => `found ${quoted(found)}: a day only if the month stands first. Write YYYY-MM-DD or DD/MM/YYYY.`,
  UnknownCode: ({ accepted, found, nearest }) => accepted.length === 0 ?
    `found ${quoted(found)}, but these rules know nothing to write there. Leave the cell empty, or the column out.` :
    `found ${quoted(found)}. ${nearest === undefined ? "" : `Is it ${quoted(nearest)}? `}Known are: ${accepted.join(", ")}.`,
  Duplicate: ({ firstRow, found }) => `found ${quoted(found)}, which row ${firstRow} has already. Keep one of the two.`,
  CodeOfOtherScheme: ({ found, scheme }) =>
    `found ${quoted(found)}, a code with points as Kemendagri writes it, where the column is said to hold codes of ${scheme}; the two number regions differently. Write by: kemendagri in the model, or codes of ${scheme} in the file.`,
  NotListed: ({ found, listedIn }) => `found ${quoted(found)}, which is not in ${listedIn}. Correct it, or add it there.`,
  FormationUnmatched: ({ found, listedIn, nearest }) =>
    `found ${quoted(found)}, which is no formation of ${listedIn}. ${nearest === undefined ? "" : `The nearest is ${quoted(nearest)}. `}Correct it, or add the formation there.`,
  FormationAmbiguous: ({ fitting, found, listedIn }) =>
    `found ${quoted(found)}, which fits several formations of ${listedIn}: ${fitting.join(", ")}. Add a column with the identifier of the formation.`,
  CellNeeded: ({ neededBy }) => `the cell is empty, but the column ${neededBy} of the row is filled. Fill both, or neither.`,
  DepartureUnexplained: ({ found, proposed, reasonColumn }) =>
    `found ${quoted(found)}, ${proposed === "open" ? "where the evidence leaves the rating open" : `where the evidence proposes ${quoted(proposed)}`}. Give the reason in the column ${reasonColumn}${proposed === "open" ? "" : ", or follow the proposal"}.`,
  DayOutside: ({ found, from, until }) =>
    from !== undefined && found < from
      ? `found ${quoted(found)}, before the period begins on ${from}. Check the day, or the period in --from.`
      : `found ${quoted(found)}, after the day of the report or decision, ${until}. Check the day, or the one in --on.`,
  ReasonNotSpecific: () => "the reason only repeats the requirement or the code. Write what exactly was found.",
  BothRoles: ({ found, otherRow }) => `found ${quoted(found)}, who in row ${otherRow} looks at the application in the other role. Verifier and supervisor are two people.`,
  SelfRated: ({ found }) => `found ${quoted(found)}, who is the person judged. Name who else judged; a rating of oneself needs a group of its own.`,
  ValuedElsewhere: ({ found, otherFile, otherRow }) =>
    `found ${quoted(found)}, but ${otherFile}, row ${otherRow} values the same person. Empty this cell, or take the person out of ${otherFile}.`,
  LastLevel: ({ followed, found }) => `found ${quoted(found)}, after which no level follows. One follows after: ${followed.join(", ")}. For a rank within the level write rank in the column kind.`,
  CategoryUnmatched: ({ found, lacks, otherColumn, otherFile }) =>
    lacks === "respondents"
      ? `found ${quoted(found)} with users, but no respondent who answered every element has it in the column ${otherColumn} of ${otherFile}. Join the category with another, in both files.`
      : `found ${quoted(found)} without users, but respondents have it in the column ${otherColumn} of ${otherFile}. Correct the number of users, or the respondents' category.`,
  SumDiffers: ({ of, other, otherRow, otherSum, sum }) =>
    `${of} adds up to ${sum}, but ${other}, from row ${otherRow} on, to ${otherSum}. Make the sums equal.`,
  MoreThan: ({ found, other, otherColumn }) => `found ${quoted(found)}, more than ${quoted(other)} in the column ${otherColumn}. Check both.`,
  EarlierThan: ({ found, other, otherColumn }) => `found ${quoted(found)}, earlier than ${quoted(other)} in the column ${otherColumn}. Check both.`,
  SeatsContradict: ({ found, other, otherRow }) =>
    `found ${quoted(found)}, but row ${otherRow} tells ${other} for the same formation. Look the number of seats up in the decree.`,
  DayImplausible: ({ found, from, until }) =>
    `found ${quoted(found)}, a day on which nobody of this round can be born: before ${from} or after ${until}. Look it up in the application.`,
  RowsDiffer: ({ found, of, other, otherFile, otherRow }) =>
    `found ${quoted(found)}, but row ${otherRow}${otherFile === undefined ? "" : ` of ${otherFile}`} has ${quoted(other)} for ${of}. Write one value in all of its rows.`,
  NotBeside: ({ column, found, of, otherColumn, otherRow }) =>
    `found ${quoted(found)}, but row ${otherRow} fills the column ${otherColumn} for ${of}. Fill ${column} or ${otherColumn} in all of its rows, not both.`,
  NotInRun: ({ found, listedIn }) => `found ${quoted(found)}, which the selection ${listedIn} does not have. Correct it, or give the selection that does.`,
  NotSeated: ({ found, listedIn }) => `found ${quoted(found)}, a participant without a post in ${listedIn}. Correct the number, or give the last result of the selection.`,
  NotOnRecord: ({ found }) => `found ${quoted(found)}, but another score stands on record before the correction. Look it up.`,
  ScoreRefused: ({ accepted, found }) => `found ${quoted(found)}, a score that the component cannot have. Write ${scores(accepted, "en")}.`,
  LayoutPlace: ({ expected }) => `${Expectations.sentence(expected, "en")}. Correct the layout; \`timbang layout show\` prints one that is whole.`,
  LayoutColumnUnknown: ({ found, nearest }) => `the table has no column ${quoted(found)}${nearest === undefined ? "" : `; did you mean ${nearest}?`} Name a column of \`timbang layout show\`.`,
  LayoutCodeUnknown: ({ accepted, found }) => `the column does not have the value ${quoted(found)}. Take one of ${accepted.join(", ")}.`,
  LayoutHeaderTwice: ({ found, other }) => `the header ${quoted(found)} also stands at ${other}. Give it to one column.`
}

const tooLarge = {
  bytes: "too many bytes when unpacked",
  characters: "too long a text",
  rows: "too many rows",
  columns: "too many columns"
} as const

const notRead = {
  missing: "there is no such file. Check the name and the folder.",
  folder: "this is a folder. Name a file in it.",
  forbidden: "the file may not be opened. Ask for the right to read it, or close it in the program that holds it.",
  failed: "the file could not be read to its end. Check the disk or the connection and try again."
} as const

const quoted = (text: string): string => `"${text}"`
