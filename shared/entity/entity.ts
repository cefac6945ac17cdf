/** The registers. */
export const ENTITY_KINDS = ['person', 'place', 'organisation', 'document'] as const
export type EntityKind = (typeof ENTITY_KINDS)[number]

/** Authority files an entry can point to. */
export const AUTHORITY_SCHEMES = ['VIAF', 'GND', 'GeoNames', 'Wikidata', 'other'] as const
export type AuthorityScheme = (typeof AUTHORITY_SCHEMES)[number]

/** A link from a register entry to an authority file; `url` is absolute. */
export interface AuthorityLink {
  readonly scheme: AuthorityScheme
  readonly url: string
}

/** A register entry. `id` is an NCName, unique in the collection; `name` the preferred form, `original` the form in the source language. */
export interface Entity {
  readonly id: string
  readonly kind: EntityKind
  readonly name: string
  readonly original?: string
  readonly variants: readonly string[]
  readonly authority: readonly AuthorityLink[]
  readonly note?: string
}
