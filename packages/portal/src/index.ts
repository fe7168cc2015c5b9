/**
 * Pages for citizens.
 *
 * @since 0.1.0
 */
export * as Board from "./site/Board.ts"
export * as Frames from "./site/Frames.ts"
export * as Html from "./site/Html.ts"
export * as Portal from "./site/Portal.ts"
export * as PortalApi from "./site/PortalApi.ts"
export * as PublicRecord from "./site/PublicRecord.ts"
export * as PublishedExplanation from "./site/PublishedExplanation.ts"
export * as RateLimit from "./site/RateLimit.ts"
export * as RecountedExplanation from "./verifier/RecountedExplanation.ts"
export * as RecountView from "./verifier/RecountView.ts"
export * as ReceiptQr from "./ReceiptQr.ts"
export * as ReceiptSlips from "./ReceiptSlips.ts"
export * as Tokens from "./site/Tokens.ts"
export * as VerifierPage from "./verifier/VerifierPage.ts"
export * as VerifierView from "./verifier/VerifierView.ts"
