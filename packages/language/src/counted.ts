/** English nouns behind a number. */

/** A number with its noun, in the singular for one: `1 row`, `2 rows`, `1 person`, `3 people`. */
export const counted = (number: number | string, one: string, more = `${one}s`): string => `${number} ${isOne(number) ? one : more}`

/** The word that agrees with a number: `is` for one, `are` for others. */
export const agreeing = (number: number | string, one: string, more: string): string => isOne(number) ? one : more

const isOne = (number: number | string): boolean => String(number) === "1"
