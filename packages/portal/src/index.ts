/**
 * Pages for citizens.
 *
 * @since 0.1.0
 */
export * as ReceiptQr from "./ReceiptQr.ts"
export * as VerifierPage from "./verifier/VerifierPage.ts"
export * as VerifierView from "./verifier/VerifierView.ts"
