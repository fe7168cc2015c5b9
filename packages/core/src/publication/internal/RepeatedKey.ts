/**
 * A key that stands twice in an object of a JSON text: readers disagree on which one counts.
 */

const tokens = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g

/** The first key that an object of the text has twice; the text is valid JSON. */
export const repeatedKey = (text: string): string | undefined => {
  const open: Array<Set<string>> = []
  for (const [token, colon] of text.matchAll(tokens)) {
    if (token === "{" || token === "[") open.push(new Set())
    else if (token === "}" || token === "]") open.pop()
    else if (colon !== undefined) {
      const key = JSON.parse(token.slice(0, -colon.length)) as string
      const own = open[open.length - 1]!
      if (own.has(key)) return key
      own.add(key)
    }
  }
  return undefined
}
