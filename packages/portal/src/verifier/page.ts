/**
 * Ties the verifier's view to its page. It is bundled into one HTML file and runs from a memory stick.
 */
import "./older.ts"
import { PaperWordList, VerifierTexts } from "@timbang/language/publication"
import { Primitives } from "@timbang/signing"
import decodeQr from "qr/decode.js"
import * as VerifierView from "./VerifierView.ts"

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
}

const check = (): void =>
  show(VerifierView.view(portable, PaperWordList.words, texts(), { receipt: receipt.value, trust: trust.value }))

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
  for (const side of sides) {
    const scale = Math.min(1, side / Math.max(picture.naturalWidth, picture.naturalHeight))
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
  const unreadable = (): void => show(VerifierView.nothing(texts().pictureUnreadable))
  picture.addEventListener("load", () => {
    const found = readPicture(picture)
    URL.revokeObjectURL(address)
    if (found === undefined) return unreadable()
    receipt.value = found
    check()
  })
  picture.addEventListener("error", unreadable)
  picture.src = address
}

const takeText = (chosen: File): void => {
  const reader = new FileReader()
  reader.addEventListener("load", () => {
    receipt.value = String(reader.result)
    check()
  })
  reader.addEventListener("error", () => show(VerifierView.nothing(texts().receiptUnreadable)))
  reader.readAsText(chosen)
}

file.addEventListener("change", () => {
  const chosen = file.files?.[0]
  if (chosen === undefined) return
  receipt.value = ""
  if (chosen.type.startsWith("image/")) takePicture(chosen)
  else takeText(chosen)
  file.value = ""
})

onClick("check", () => {
  check()
  verdict.scrollIntoView({ block: "nearest" })
})
onClick("clear", () => {
  receipt.value = trust.value = ""
  check()
})
onClick("language", () => {
  language = language === "id" ? "en" : "id"
  speak()
})
for (const field of [receipt, trust]) {
  field.addEventListener("input", () => {
    if (shown !== undefined && shown.tone !== "nothing") show(VerifierView.nothing(texts().nothingGiven))
  })
}

const fromAddress = (): void => {
  if (location.hash.length < 2) return
  receipt.value = location.hash.slice(1)
  check()
}
window.addEventListener("hashchange", fromAddress)
speak()
fromAddress()
