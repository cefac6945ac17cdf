/** Asks for a package of the whole library: who writes it and when, as its manifest says. */
export interface CopyQuestion {
  readonly application: string
  readonly created: string
}

/** The end: a sealed package that was read again and verified, with the letters that could not be read and are not in it; or what went wrong. */
export type CopyAnswer =
  | {
      readonly status: 'packed'
      readonly letters: number
      readonly leftOut: readonly string[]
      readonly bytes: Uint8Array<ArrayBuffer>
    }
  | { readonly status: 'failed'; readonly message: string }
