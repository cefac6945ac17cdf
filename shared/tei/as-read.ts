/** A note of a source that says how a letter of it came in. */
export interface AsReadNote {
  readonly code: 'tei-as-read'
  readonly message: string
  readonly count: number
}

const CODE = 'tei-as-read'

/** What is kept with a source of a letter that came in as the file has it, nothing added: its id and its `letterDigest` then. */
export function asReadNote(letter: string, digest: string): AsReadNote {
  return { code: CODE, message: `${letter} ${digest}`, count: 1 }
}

/** Asks the notes of a source whether a letter with this id and `letterDigest` is as it came in; false where they do not say it. */
export function wasReadSo(
  notes: readonly { readonly code: string; readonly message: string }[],
): (letter: string, digest: string) => boolean {
  const known = new Set(notes.flatMap(({ code, message }) => (code === CODE ? [message] : [])))
  return (letter, digest) => known.has(`${letter} ${digest}`)
}
