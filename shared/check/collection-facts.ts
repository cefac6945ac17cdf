/** What the checks know of all letters of a collection. */
export interface CollectionFacts {
  readonly letters: number
}
