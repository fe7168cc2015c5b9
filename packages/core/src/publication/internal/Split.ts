/** The largest power of two below the count: where RFC 9162, section 2.1.1, parts a tree. */
export const splitOf = (count: number): number => {
  let split = 1
  while (split * 2 < count) split *= 2
  return split
}
