/**
 * Ties the verifier's view to its page. It is bundled into one HTML file and runs from a memory stick.
 */
import "./older.ts"
import { type Disclosure, FormationFile } from "@timbang/core/publication"
import { PaperWordList, VerifierTexts } from "@timbang/language/publication"
import { Primitives } from "@timbang/signing"
import decodeQr from "qr/decode.js"
import * as RecountView from "./RecountView.ts"
import * as VerifierView from "./VerifierView.ts"

/** The words of the disclosure policies in the country of the page, put in when it is built. */
declare const DISCLOSURE_WORDS: Disclosure.Vocabulary

type Language = keyof typeof VerifierTexts.texts

const { portable } = Primitives
const byId = <A extends HTMLElement>(id: string): A => document.getElementById(id) as A

const onClick = (id: string, then: () => void): void => byId(id).addEventListener("click", then)

const receipt = byId<HTMLTextAreaElement>("receipt")
const trust = byId<HTMLTextAreaElement>("trust")
const file = byId<HTMLInputElement>("file")
const verdict = byId("verdict")
const details = byId<HTMLDetailsElement>("details")
const list = byId("sections")

let language: Language = "id"
let shown: VerifierView.View | undefined
/** The file of a formation is too large for a text field. */
let formationFile = ""
/** A document, such as an announcement in PDF, that the receipt of its entry is to vouch for. */
let chosenDocument: Uint8Array | undefined

const marks: Readonly<Record<VerifierView.Tone, string>> = {
  good: "\u2713",
  unsure: "?",
  bad: "\u2715",
  nothing: "\u2013"
}

const texts = (): VerifierTexts.VerifierTexts => VerifierTexts.texts[language]

const element = (name: string, text: string, className = ""): HTMLElement => {
  const made = document.createElement(name)
  made.textContent = text
  made.className = className
  return made
}

const show = (view: VerifierView.View): void => {
  shown = view
  verdict.className = view.tone
  verdict.textContent = ""
  const mark = element("span", marks[view.tone], "mark")
  mark.setAttribute("aria-hidden", "true")
  verdict.append(mark, element("strong", view.sentence), element("p", view.advice))
  details.hidden = view.sections.length === 0
  list.textContent = ""
  for (const { note, rows, title } of view.sections) {
    list.append(element("h3", title))
    const table = element("dl", "")
    for (const [label, value] of rows) table.append(element("dt", label), element("dd", value))
    list.append(table)
    if (note !== undefined) list.append(element("p", note, "note"))
  }
  if (view.people === undefined) return
  list.append(element("h3", view.people.title))
  for (const person of view.people.list) list.append(personOf(person))
}

/** The steps are made when they are opened: a formation may have a thousand participants. */
const personOf = ({ steps, title }: VerifierView.Person): HTMLElement => {
  const made = element("details", "", "person")
  made.append(element("summary", title))
  made.addEventListener("toggle", () => {
    if (made.childElementCount > 1) return
    for (const step of steps()) {
      made.append(element("h4", step.title))
      const lines = element("ul", "")
      for (const line of step.lines) lines.append(element("li", line))
      made.append(lines)
    }
  })
  return made
}

const check = (): void => {
  const input = { receipt: formationFile === "" ? receipt.value : formationFile, trust: trust.value, document: chosenDocument }
  const means = { primitives: portable, words: PaperWordList.words, vocabulary: DISCLOSURE_WORDS, language }
  show(chosenDocument === undefined && FormationFile.isOne(input.receipt)
    ? RecountView.view(means, input)
    : VerifierView.view(portable, PaperWordList.words, texts(), input))
}

const speak = (): void => {
  const { labels } = texts()
  document.documentElement.lang = language
  document.title = labels.title
  for (const node of Array.from(document.querySelectorAll<HTMLElement>("[data-text]"))) {
    node.textContent = labels[node.dataset["text"] as keyof VerifierTexts.Labels]
  }
  receipt.placeholder = labels.receiptHint
  trust.placeholder = labels.trustHint
  if (shown === undefined || shown.tone === "nothing") show(VerifierView.nothing(texts().nothingGiven))
  else check()
}

/** Long side of the picture in which a code is looked for, one try after the other. Unit: pixels. */
const sides = [1600, 1000, 2400]

const readPicture = (picture: HTMLImageElement): string | undefined => {
  const canvas = document.createElement("canvas")
  const context = canvas.getContext("2d")!
  // A picture is never made larger, so that a small one is looked at once and not again in the same size.
  for (const scale of new Set(sides.map((side) => Math.min(1, side / Math.max(picture.naturalWidth, picture.naturalHeight))))) {
    canvas.width = Math.round(picture.naturalWidth * scale)
    canvas.height = Math.round(picture.naturalHeight * scale)
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    try {
      return decodeQr(context.getImageData(0, 0, canvas.width, canvas.height), { effort: 40, timeLimit: 3000 })
    } catch {
      continue
    }
  }
  return undefined
}

const takePicture = (chosen: File): void => {
  show(VerifierView.nothing(texts().labels.reading))
  const picture = new Image()
  const address = URL.createObjectURL(chosen)
  const unreadable = (): void => {
    receipt.value = formationFile = ""
    show(VerifierView.nothing(texts().pictureUnreadable))
  }
  picture.addEventListener("load", () => {
    const found = readPicture(picture)
    URL.revokeObjectURL(address)
    if (found === undefined) return unreadable()
    formationFile = ""
    receipt.value = found
    checkAnew()
  })
  picture.addEventListener("error", unreadable)
  picture.src = address
}

/** A document is known by how it begins, or by its name, so that a broken one is refused and not read as a text. */
const isDocument = ({ name }: File, bytes: Uint8Array): boolean => {
  const start = String.fromCharCode(...Array.from(bytes.subarray(0, 4)))
  return start === "%PDF" || start === "PK\u0003\u0004" || /\.(?:pdf|docx)$/i.test(name)
}

const takeDocument = (bytes: Uint8Array | undefined, name: string): void => {
  chosenDocument = bytes
  byId("document").textContent = bytes === undefined ? "" : name
  byId("chosen").hidden = bytes === undefined
}

const takeFile = (chosen: File): void => {
  const reader = new FileReader()
  reader.addEventListener("load", () => {
    const bytes = new Uint8Array(reader.result as ArrayBuffer)
    if (isDocument(chosen, bytes)) takeDocument(bytes, chosen.name)
    else {
      const text = new TextDecoder().decode(bytes)
      formationFile = FormationFile.isOne(text) ? text : ""
      if (formationFile !== "") takeDocument(undefined, "")
      receipt.value = formationFile === "" ? text : chosen.name
    }
    checkAnew()
  })
  reader.addEventListener("error", () => show(VerifierView.nothing(texts().receiptUnreadable)))
  reader.readAsArrayBuffer(chosen)
}

/** What was opened belongs to what was checked before; the verdict is what a person looks for now. */
const checkAnew = (): void => {
  details.open = false
  check()
  verdict.scrollIntoView({ block: "nearest" })
}

file.addEventListener("change", () => {
  for (const chosen of Array.from(file.files ?? [])) {
    if (chosen.type.startsWith("image/")) takePicture(chosen)
    else takeFile(chosen)
  }
  file.value = ""
})

onClick("check", () => {
  check()
  verdict.scrollIntoView({ block: "nearest" })
})
onClick("clear", () => {
  receipt.value = trust.value = formationFile = ""
  takeDocument(undefined, "")
  check()
})
onClick("language", () => {
  language = language === "id" ? "en" : "id"
  speak()
})
receipt.addEventListener("input", () => {
  formationFile = ""
})
for (const field of [receipt, trust]) {
  field.addEventListener("input", () => {
    if (shown !== undefined && shown.tone !== "nothing") show(VerifierView.nothing(texts().nothingGiven))
  })
}

const fromAddress = (): void => {
  if (location.hash.length < 2) return
  formationFile = ""
  receipt.value = location.hash.slice(1)
  check()
}
window.addEventListener("hashchange", fromAddress)
speak()
fromAddress()
