/**
 * What libraries use and phones of 2020 do not have. The browser test takes away everything newer than Chrome 80 and
 * finds what is missing here.
 */
if (typeof Object.hasOwn !== "function") {
  Object.defineProperty(Object, "hasOwn", {
    value: (owner: object, name: PropertyKey): boolean => Object.prototype.hasOwnProperty.call(owner, name)
  })
}

/** Named one by one: the engine sorts and searches copies, and nothing else of the newer list methods. */
const lists: Readonly<Record<string, (this: ReadonlyArray<unknown>, ...given: ReadonlyArray<never>) => unknown>> = {
  at(this: ReadonlyArray<unknown>, index: number) {
    return this[index < 0 ? this.length + index : index]
  },
  findLastIndex(this: ReadonlyArray<unknown>, isIt: (item: unknown, index: number) => boolean) {
    for (let index = this.length - 1; index >= 0; index--) if (isIt(this[index], index)) return index
    return -1
  },
  findLast(this: ReadonlyArray<unknown>, isIt: (item: unknown, index: number) => boolean) {
    for (let index = this.length - 1; index >= 0; index--) if (isIt(this[index], index)) return this[index]
    return undefined
  },
  toSorted(this: ReadonlyArray<unknown>, order?: (one: unknown, other: unknown) => number) {
    return this.slice().sort(order)
  }
}
for (const [name, value] of Object.entries(lists)) {
  // oxlint-disable-next-line no-extend-native -- a page of its own, and only what is missing
  if (!(name in Array.prototype)) Object.defineProperty(Array.prototype, name, { value, configurable: true, writable: true })
}
