/** What pages for those who are logged in at the host share: who asks, and forms that only their own pages can send. */
import type { Primitives } from "@timbang/core/publication"
import { Actor } from "@timbang/workflows"
import { html, type Html } from "./Html.ts"
import type { Context } from "./Page.ts"
import * as SecureHeaders from "./SecureHeaders.ts"
import * as Tokens from "./Tokens.ts"

// --- models ---

/** What is needed besides what the host gives. */
export interface Means {
  /** The frame of a page; it fails while the log cannot be read. */
  readonly context: () => Promise<Context>
  readonly primitives: Primitives.Hash
  /** Largest form. Unit: bytes. */
  readonly bodyBytes: number
  readonly now: () => number
}

/** Who asks, by the session of the host; `undefined` for everybody who is not logged in as staff: an account of a citizen is none here. */
export type ActorOf = (request: Request) => Actor.Actor | undefined | Promise<Actor.Actor | undefined>

// --- operations ---

/** Who asks, where that is an actor. */
export const actorIn = async (actorOf: ActorOf, request: Request): Promise<Actor.Actor | undefined> => {
  const actor = await actorOf(request)
  return actor !== undefined && Actor.isActor(actor) ? actor : undefined
}

/** How long a page may lie open before its form is sent: a day at the desk. Unit: hours. */
const formHours = 12

const hourOf = (now: number): number => Math.floor(now / 3_600_000)

/** Proof that a form is from a page of this account, and of which hour. */
export const proofOf = (key: Uint8Array, path: string, actor: Actor.Actor, now: number): Promise<string> => Tokens.issue(key, `${path}\n${actor.id}`, String(hourOf(now)))

/** Whether a form is from a page of this account that is not too old: one that got into other hands is of no use for long. */
export const isProof = async (key: Uint8Array, path: string, actor: Actor.Actor, proof: string, now: number): Promise<boolean> => {
  const hour = await Tokens.subjectOf(key, `${path}\n${actor.id}`, proof)
  return hour !== undefined && Math.abs(hourOf(now) - Number(hour)) <= formHours
}

/** The name under which the journal keeps a sending. */
export const keyOf = (actor: Actor.Actor, text: (name: string) => string): string => `${actor.id.slice(0, 120)} ${text("kunci").slice(0, 60)}`

/** A form that only a page of this account can send, and that counts once. */
export const form = (given: { readonly action: string; readonly proof: string; readonly key: string; readonly what: string }, inner: Html, button: string): Html =>
  html`<form method="post" action="${given.action}"><input type="hidden" name="formulir" value="${given.proof}"><input type="hidden" name="kunci" value="${given.key || crypto.randomUUID()}"><input type="hidden" name="aksi" value="${given.what}">${inner}<button>${button}</button></form>`

/** A page. */
export const answered = (text: string, status = 200): Response => new Response(text, { status, headers: { "content-type": SecureHeaders.htmlType } })
