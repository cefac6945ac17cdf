import { CATEGORIES, type Category } from '../../../shared/letter/records.ts'
import { foldText } from '../fold-text.ts'
import { CATEGORY_KEYS, categoryOfKey } from '../letter/category-keys.ts'
import type { WordsPurpose } from '../letter/letter-store.ts'

/** One thing that Enter takes: words, or a kind of fault with its key; `none` is "without a reason". */
export type WordsOption =
  | { readonly id: string; readonly type: 'words'; readonly words: string; readonly isNew: boolean }
  | {
      readonly id: string
      readonly type: 'category'
      readonly category: Category
      readonly key: string
    }
  | { readonly id: 'none'; readonly type: 'none' }

/** What can be taken for what is typed: words as they are typed, reasons known that have them, kinds of fault by their names. */
export function wordsOptions(
  purpose: WordsPurpose,
  typed: string,
  known: { readonly reasons: readonly string[]; readonly nameOf: (category: Category) => string },
): readonly WordsOption[] {
  const query = typed.trim()
  if (purpose === 'category')
    return CATEGORIES.flatMap((category, index): WordsOption[] => {
      const key = CATEGORY_KEYS[index] ?? ''
      const isMeant = has(known.nameOf(category), query) || key === query
      return isMeant ? [{ id: category, type: 'category', category, key }] : []
    })
  const own: WordsOption[] = query
    ? [{ id: 'typed', type: 'words', words: query, isNew: true }]
    : []
  if (purpose === 'ask' || purpose === 'reply') return own
  const found = known.reasons.filter((reason) => has(reason, query))
  const exact = found.some((reason) => foldText(reason) === foldText(query))
  const reasons = found.map(
    (words, index): WordsOption => ({ id: `known-${index}`, type: 'words', words, isNew: false }),
  )
  const none: WordsOption[] = purpose !== 'reason' && !query ? [{ id: 'none', type: 'none' }] : []
  return [...none, ...reasons, ...(exact ? [] : own)]
}

/** The kind of fault that a key typed into the empty field takes at once. */
export function categoryAtOnce(purpose: WordsPurpose, typed: string): Category | undefined {
  return purpose === 'category' ? categoryOfKey(typed) : undefined
}

function has(words: string, query: string): boolean {
  return foldText(words).includes(foldText(query))
}
