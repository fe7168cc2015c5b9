export * as NotifyWebhook from "./NotifyWebhook.ts"
export * as Receiver from "./Receiver.ts"
export * as Seen from "./Seen.ts"
export * as Signature from "./Signature.ts"
