/** The form that carries a receipt: a receipt stands in bodies only, and is never kept. */
import { TooLarge, Unreadable } from "./Fault.ts"
import type * as ReceiptPages from "./ReceiptPages.ts"

/** Every text field of a form, read up to the limit and never kept. */
export const fieldsIn = async (request: Request, limit: number): Promise<Fields> => {
  const data = await dataIn(await bodyOf(request, limit), request.headers.get("content-type") ?? "")
  return {
    text: (name) => {
      const value = data.get(name)
      return typeof value === "string" ? value.trim() : ""
    }
  }
}

/** Fields by name. */
export interface Fields {
  /** The first of a name; empty where there is none. */
  readonly text: (name: string) => string
}

const dataIn = async (bytes: Uint8Array, type: string): Promise<FormData> => {
  try {
    return await new Response(bytes as BodyInit, { headers: { "content-type": type } }).formData()
  } catch {
    throw new Unreadable()
  }
}

/** The fields of a form, read up to the limit and never kept. A file goes before pasted text. */
export const sentIn = async (request: Request, limit: number): Promise<ReceiptPages.Sent> => {
  const bytes = await bodyOf(request, limit)
  const type = request.headers.get("content-type") ?? ""
  if (type.startsWith("application/json")) {
    return { receipt: new TextDecoder().decode(bytes), trust: "" }
  }
  const data = await dataIn(bytes, type)
  const text = (name: string): string => {
    const value = data.get(name)
    return typeof value === "string" ? value : ""
  }
  const file = data.get("file")
  return { receipt: file !== null && typeof file !== "string" && file.size > 0 ? await file.text() : text("receipt"), trust: text("trust") }
}

const bodyOf = async (request: Request, limit: number): Promise<Uint8Array> => {
  const chunks: Array<Uint8Array> = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > limit) throw new TooLarge()
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
