/**
 * The fixed parts of an XLSX workbook.
 */

/** Text inside an element or attribute; what XML cannot hold is escaped as spreadsheets do. */
export const escape = (text: string): string => {
  if (!/[&<>"\p{Cc}\p{Cs}\uFFFE\uFFFF]|_x[0-9A-Fa-f]{4}_/u.test(text)) return text
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const packaged = "http://schemas.openxmlformats.org/package/2006"
const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

const drawing = "http://schemas.openxmlformats.org/drawingml/2006"

/** Styles by name, as indices of `cellXfs`; `decimals` is the first of sixteen, one for each number of decimals. */
export const styles = { plain: 0, header: 1, text: 2, day: 3, decimals: 4 } as const

export const contentTypes = (sheets: number, drawn: ReadonlyArray<number> = []): string =>
  `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
  (drawn.length === 0 ? "" : '<Default Extension="png" ContentType="image/png"/>') +
  `<Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>` +
  numbers(sheets).map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${kind}.worksheet+xml"/>`).join("") +
  drawn.map((n) => `<Override PartName="/xl/drawings/drawing${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>`).join("") + "</Types>"

export const packageRelations =
  `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

export const workbookRelations = (sheets: number): string =>
  `${declaration}<Relationships xmlns="${packaged}/relationships">` +
  numbers(sheets).map((n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join("") +
  `<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`

export const workbook = (names: ReadonlyArray<string>): string =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
  names.map((name, at) => `<sheet name="${escape(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("") + "</sheets></workbook>"

export const styleSheet =
  `${declaration}<styleSheet xmlns="${main}"><numFmts count="17"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>` +
  numbers(16).map((n) => `<numFmt numFmtId="${164 + n}" formatCode="0${n === 1 ? "" : `.${"0".repeat(n - 1)}`}"/>`).join("") +
  '</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>" +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="20">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1"/>' +
  [49, 164, ...numbers(16).map((n) => 164 + n)]
    .map((format) => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join("") +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

/** Last row that says its hint; readers that keep a rule for each cell choke on more. */
const lastHinted = 5001

/** What comes before the rows of a sheet; with pictures every row is as high as their places count on. */
export const sheetStart = (widths: ReadonlyArray<number>, columnStyles: ReadonlyArray<number>, hasPictures = false): string =>
  `${declaration}<worksheet xmlns="${main}" xmlns:r="${office}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
  `${hasPictures ? '<sheetFormatPr defaultRowHeight="15" customHeight="1"/>' : ""}<cols>` +
  widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${columnStyles[at]}" customWidth="1"/>`).join("") +
  "</cols><sheetData>"

/** What comes behind them: the filter, what is said and offered at the cells of a column, and all columns on one page across. */
export const sheetEnd = (
  columns: ReadonlyArray<{ readonly header: string; readonly hint?: string | undefined; readonly choices?: ReadonlyArray<string> | undefined }>,
  rows: number,
  hasPictures = false
): string => {
  const last = letters(columns.length - 1)
  const validations = columns.flatMap(({ choices, header, hint }, at) => {
    if (hint === undefined && choices === undefined) return []
    const list = choices === undefined ? undefined : `"${choices.join(",")}"`
    const isList = list !== undefined && list.length <= 255 && choices?.every((choice) => !choice.includes(",")) === true
    return [
      `<dataValidation ${isList ? 'type="list" showErrorMessage="1" ' : ""}allowBlank="1" showInputMessage="1"` +
      ` promptTitle="${escape(header.slice(0, 32))}" prompt="${escape((hint ?? "").slice(0, 255))}" sqref="${letters(at)}2:${letters(at)}${lastHinted}">` +
      `${isList ? `<formula1>${escape(list)}</formula1>` : ""}</dataValidation>`
    ]
  })
  return `</sheetData><autoFilter ref="A1:${last}${rows + 1}"/>` +
    (validations.length === 0 ? "" : `<dataValidations count="${validations.length}">${validations.join("")}</dataValidations>`) +
    `<pageSetup paperSize="9" orientation="${hasPictures ? "portrait" : "landscape"}" fitToWidth="1" fitToHeight="0"/>` +
    (hasPictures ? '<drawing r:id="rId1"/>' : "") +
    "</worksheet>"
}

/** From a sheet to its drawing. */
export const sheetRelations = (drawn: number): string =>
  `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/drawing" Target="../drawings/drawing${drawn}.xml"/></Relationships>`

/** From a drawing to its pictures, by the numbers of their files. */
export const drawingRelations = (files: ReadonlyArray<number>): string =>
  `${declaration}<Relationships xmlns="${packaged}/relationships">` +
  files.map((file, at) => `<Relationship Id="rId${at + 1}" Type="${office}/image" Target="../media/image${file}.png"/>`).join("") + "</Relationships>"

/** Pictures one under another, the first at `row`, counted from 0; a row is 20 dots high. */
export const drawingPart = (
  pictures: ReadonlyArray<{ readonly width: number; readonly height: number; readonly description: string }>,
  row: number
): string => {
  let top = row
  return `${declaration}<xdr:wsDr xmlns:xdr="${drawing}/spreadsheetDrawing" xmlns:a="${drawing}/main" xmlns:r="${office}">` +
    pictures.map(({ description, height, width }, at) => {
      const size = `cx="${Math.round(width * dot)}" cy="${Math.round(height * dot)}"`
      const placed = top
      top += Math.ceil(height / 20) + 2
      return `<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${placed}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext ${size}/>` +
        `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${at + 2}" name="${at + 1}" descr="${escape(description)}"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>` +
        `<xdr:blipFill><a:blip r:embed="rId${at + 1}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
        `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`
    }).join("") + "</xdr:wsDr>"
}

/** A dot of a screen, in the units of a drawing. */
const dot = 9525

/** The letters of a column: `A` for 0, `AB` for 27. */
export const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + column % 26)

function numbers(count: number): ReadonlyArray<number> {
  return Array.from({ length: count }, (_, at) => at + 1)
}
