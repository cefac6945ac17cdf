import type { CanonicalLetter } from '../../letter/canonical.ts'
import type { Origin } from '../../letter/records.ts'

/**
 * Whether a source read anew, of these letters, says by its silence that a letter of the library is no longer in it: it is
 * of the kind that the letter came out of, and of the same name or of several letters. One letter exported by itself, or an
 * edition made of a page, says nothing of the other letters of that page.
 */
export function speaksOf(source: readonly CanonicalLetter[], letter: CanonicalLetter): boolean {
  const [first] = source
  const now = first && originOf(first)
  const then = originOf(letter)
  if (!now || !then) return source.length > 1
  if (now.format !== then.format) return false
  return source.length > 1 || baseName(now.name) === baseName(then.name)
}

function originOf({ translation }: CanonicalLetter): Origin | undefined {
  return translation.records.header.origin?.value ?? undefined
}

function baseName(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? name).toLowerCase()
}
