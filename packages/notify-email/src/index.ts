export * as NotifyEmail from "./NotifyEmail.ts"
