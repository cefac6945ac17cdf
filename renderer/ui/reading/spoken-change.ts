import type { TFunction } from 'i18next'

/** What a correction changes, for a voice: what was there and what is there now, each with a word. */
export interface SpokenChange {
  readonly before: string
  readonly after: string
}

/**
 * Before and after of a correction as they are read out: white space that stands alone, or is all they differ by, is named and
 * counted, for a voice is silent there, and words that are not there are “nothing”.
 */
export function spokenChange(before: string, after: string, t: TFunction): SpokenChange {
  const bare = (words: string) => words.replace(/\s/gu, '')
  const isSpacing = bare(before) === bare(after)
  const spoken = (words: string) => {
    if (words === '') return t('reading.said.nothing')
    return isSpacing || words.trim() === '' ? withSpaces(words, t) : words
  }
  return { before: spoken(before), after: spoken(after) }
}

function withSpaces(words: string, t: TFunction): string {
  return (words.match(/\u00a0+|[^\S\u00a0]+|\S+/gu) ?? [])
    .map((run) => {
      if (/\S/u.test(run)) return run
      const count = run.length
      return run.startsWith('\u00a0')
        ? t('reading.said.fixedSpace', { count })
        : t('reading.said.space', { count })
    })
    .join(', ')
}
