/**
 * What libraries use and phones of 2020 do not have. The browser test takes away everything newer than Chrome 80 and
 * finds what is missing here.
 */
if (typeof Object.hasOwn !== "function") {
  Object.defineProperty(Object, "hasOwn", {
    value: (owner: object, name: PropertyKey): boolean => Object.prototype.hasOwnProperty.call(owner, name)
  })
}
