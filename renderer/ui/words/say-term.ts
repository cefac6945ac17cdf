import type { TermChange } from '../../../shared/translate/join-terms.ts'
import type { Term } from '../../../shared/translate/translation-set.ts'

/** What a term has besides its rendering, in the words of the interface. */
export type TermLabels = Readonly<Record<'allowed' | 'forbidden' | 'note', string>>

/** An entry of the glossary in one line: term, rendering, and what else there is, each under its label. */
export function sayTerm(term: Term, labels: TermLabels): string {
  return [`${term.original}: ${term.rendering}`, ...more(term, labels, () => true)].join('; ')
}

/** What becomes of an entry, in one line: the rendering before and after where it is another, and what else is different, as it will be. */
export function sayTermChange({ before, after }: TermChange, labels: TermLabels): string {
  const isOther = before.rendering !== after.rendering
  const rendering = isOther ? `${before.rendering} → ${after.rendering}` : after.rendering
  const different = more(after, labels, (part) => String(before[part]) !== String(after[part]))
  return [`${after.original}: ${rendering}`, ...different].join('; ')
}

function more(
  term: Term,
  labels: TermLabels,
  isSaid: (part: keyof TermLabels) => boolean,
): readonly string[] {
  const parts = [
    ['allowed', term.allowed.join(', ')],
    ['forbidden', term.forbidden.join(', ')],
    ['note', term.note],
  ] as const
  return parts.flatMap(([part, words]) =>
    isSaid(part) && words !== '' ? [`${labels[part]}: ${words}`] : [],
  )
}
