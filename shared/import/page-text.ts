/** What a format says of a line beyond its characters; `line` is 1-based in the text of the page. */
export interface LineHint {
  readonly line: number
  readonly kind: 'heading' | 'list-item' | 'quotation' | 'navigation' | 'note'
  readonly level?: number
}

/** A mark that the format itself shows as a callout (superscript, link to a note); `from`..`to` are UTF-16 units in its line, `target` is the key of a `NoteHint`. */
export interface CalloutHint {
  readonly line: number
  readonly from: number
  readonly to: number
  readonly n: string
  readonly target: string | null
}

/** A note that the format itself marks off: its lines and its number as printed. */
export interface NoteHint {
  readonly key: string
  readonly lines: readonly number[]
  readonly n: string | null
}

/** What a format says of a page beyond its characters. */
export interface PageHints {
  readonly lines: readonly LineHint[]
  readonly callouts: readonly CalloutHint[]
  readonly notes: readonly NoteHint[]
}
