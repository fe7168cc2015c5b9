/**
 * Texts that a spreadsheet would take for a formula: written behind an apostrophe, read without it.
 */

/** Puts an apostrophe before what a spreadsheet would run; a number below zero is none of that. */
export const guarded = (text: string): string => (isRun.test(text) && !/^-\d+(\.\d+)?$/.test(text) ? `'${text}` : text)

/** Undoes {@link guarded}. */
export const unguarded = (text: string): string => (text.startsWith("'") && isRun.test(text.slice(1)) ? text.slice(1) : text)

/** Puts an apostrophe only before what {@link unguarded} would shorten, for cells that are text by their kind. */
export const kept = (text: string): string => (unguarded(text) === text ? text : `'${text}`)

/** Says whether a text begins, behind any apostrophes, as a formula does. */
const isRun = /^'*[=+\-@\t\r]/
