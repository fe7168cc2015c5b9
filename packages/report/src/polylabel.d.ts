/** The package carries no types. */
declare module "polylabel" {
  const polylabel: (
    polygon: ReadonlyArray<ReadonlyArray<readonly [number, number]>>,
    precision?: number
  ) => readonly [number, number] & { readonly distance: number }
  export default polylabel
}
