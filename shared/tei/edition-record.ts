/** What the TEI header needs and no letter has; asked for at the first export and kept with the collection. */
export interface EditionRecord {
  readonly title: string
  readonly editor: string
  readonly email: string
  readonly publisher: string
  /** Absolute http(s) URL without a trailing slash; a letter's address is `baseUrl/id`. */
  readonly baseUrl: string
  /** CMIF allows these two alone. */
  readonly licence: 'CC-BY-4.0' | 'CC0-1.0'
  /** Made once for the collection; the id of the CMIF source. */
  readonly uuid: string
}

/** A person who works on the edition; `id` is an NCName such as `ed-am`, used in `@resp`. */
export interface Editor {
  readonly id: string
  readonly name: string
  readonly initials: string
}

/** Who works before anybody has said a name: what is done then carries this id. */
export const UNNAMED_EDITOR: Editor = { id: 'ed-unnamed', name: 'unnamed editor', initials: '?' }

/** Who headed, dated and annotated the printed edition that a letter is from: what is theirs carries the id. */
export const SOURCE_EDITORS = { id: 'source', name: 'editors of the printed edition' } as const

/** A record that says of itself that nobody has filled it in; TEI made with it is valid. The UUID is the caller's. */
export function placeholderEdition(uuid: string): EditionRecord {
  return {
    title: 'Untitled edition of letters',
    editor: 'Unnamed editor',
    email: 'editor@example.org',
    publisher: 'Unnamed publisher',
    baseUrl: 'https://example.org/letters',
    licence: 'CC-BY-4.0',
    uuid,
  }
}
