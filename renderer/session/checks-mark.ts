import type { TranslationSet } from '../../shared/translate/translation-set.ts'

/** Grows when the checks of the text become others: letters that an older one looked at are looked at again. */
const CHECKS_VERSION = 5

type Known = Pick<TranslationSet, 'rules' | 'terms'>

let last: { readonly known: Known; readonly mark: string } | null = null

/**
 * What letters are checked by, as a short word that is kept with what was found: the program's own checks, and the rules and
 * terms of the collection. Another word means that a letter is looked at again. Names of the register are not in it: they grow
 * with every letter that is tagged, and concern few (`recheckNames`).
 */
export function checksMark({ rules, terms }: Known): string {
  if (last?.known.rules === rules && last.known.terms === terms) return last.mark
  const own = [
    // What a rule says of itself changes nothing that is found.
    rules.map(({ note: _note, source: _source, ...rule }) => rule),
    terms.map(({ note: _note, ...term }) => term),
  ]
  const isAny = rules.length > 0 || terms.length > 0
  const mark = `${CHECKS_VERSION}${isAny ? `.${fnv1a(JSON.stringify(own))}` : ''}`
  last = { known: { rules, terms }, mark }
  return mark
}

// Fowler, Noll, Vo: FNV-1a, 32 bits, here over UTF-16 units (draft-eastlake-fnv). Two sets that fall together by chance are one in
// four thousand million, and cost a count in a list until the letter is opened.
function fnv1a(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(36)
}
