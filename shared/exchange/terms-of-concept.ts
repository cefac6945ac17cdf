import type { Term } from '../translate/translation-set.ts'
import type { TbxConcept } from './tbx-concept.ts'

/**
 * The entries of a concept, one for each of its terms in the language of the original, those preferred first. The rendering is the
 * preferred one, where there is none the first of which nothing is said, else the first admitted; the others are allowed.
 */
export function termsOfConcept(concept: TbxConcept, newId: () => string): readonly Term[] {
  const { renderings, note } = concept
  const usable = renderings.filter(({ status }) => status !== 'forbidden')
  const first =
    usable.find(({ status }) => status === 'preferred') ??
    usable.find(({ status }) => status === null) ??
    usable[0]
  const rendering = first?.words ?? ''
  const allowed = unique(usable.map(({ words }) => words)).filter((words) => words !== rendering)
  const forbidden = unique(
    renderings.filter(({ status }) => status === 'forbidden').map(({ words }) => words),
  ).filter((words) => words !== rendering && !allowed.includes(words))
  const preferred = concept.originals.filter(({ status }) => status === 'preferred')
  const originals = unique([...preferred, ...concept.originals].map(({ words }) => words))
  return originals.map((original) => ({
    id: newId(),
    ...{ original, rendering, allowed, forbidden, note },
  }))
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)]
}
