import type { QueryKind } from '../../../shared/translate/spread/find-text.ts'

/** How a text is sought as long as nobody has said it: as whole words, so that no part of another word is replaced, unless a sign other than a letter or digit begins or ends it. */
export function kindFor(text: string): QueryKind {
  return text === '' || /^[\p{L}\p{N}](.*[\p{L}\p{N}\p{M}])?$/su.test(text) ? 'word' : 'literal'
}
