declare module "sainte-lague" {
  /** Seats by party; throws on a tie unless `draw`. */
  const sainteLague: (
    votes: Readonly<Record<string, number>>,
    seats: number,
    options?: { readonly draw?: boolean }
  ) => Record<string, number>
  export default sainteLague
}
