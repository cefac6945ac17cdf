/** What a file of others is checked against: a RELAX NG schema that a person chose (by the SHA-256 of its file), the profile of Epistula, or nothing. */
export type SchemaChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'profile' }
  | { readonly kind: 'schema'; readonly sha256: string }

/** Whether a file is valid before and after a change; `none` where it is not checked against anything. `problem` is the first one after. */
export interface Validity {
  readonly before: 'valid' | 'invalid' | 'none'
  readonly after: 'valid' | 'invalid' | 'none'
  readonly problems: readonly {
    readonly line: number
    readonly column: number
    readonly message: string
  }[]
}

/** Whether a change must not be written: the file was valid and would be no longer. */
export function breaksFile({ before, after }: Validity): boolean {
  return before === 'valid' && after === 'invalid'
}
