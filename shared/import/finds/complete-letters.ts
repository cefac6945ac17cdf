import { findProblems } from '../find-problems.ts'
import { readReference } from '../read-archive.ts'
import type { ArchiveReading, LetterReading } from '../reading.ts'
import { type IbidState, resolveIbids, startIbid } from './resolve-ibid.ts'
import { indexPage, resolveReferences } from './resolve-references.ts'

const ABOVE = ['repository', 'fond', 'opis', 'delo'] as const

/** The letter's own references where they say "Ibid.": what it stands for is filled in and named in `inferred`. */
function completeArchive(letter: LetterReading): readonly ArchiveReading[] {
  return letter.archive.map((reference) => {
    if (reference.fond !== '' || !/ibid|там же|ebd|ebenda/iu.test(reference.text)) return reference
    const find = letter.finds.find(({ kind, line }) => kind === 'ibid' && line === reference.line)
    const meant = find === undefined ? null : readReference(find.value)
    if (meant === null) return reference
    const inferred = ABOVE.filter((field) => reference[field] === '' && meant[field] !== '')
    const { repository, fond, opis, delo } = meant
    return {
      ...reference,
      repository,
      fond,
      opis,
      delo,
      inferred: [...(reference.inferred ?? []), ...inferred],
    }
  })
}

function resolveLetter(letter: LetterReading, state: IbidState): LetterReading {
  state.letter = false
  if (letter.finds.every(({ kind }) => kind !== 'archive' && kind !== 'ibid')) return letter
  const lines = new Map(
    letter.content.map(({ line, text, kind }) => [
      line,
      { text, archive: kind === 'archive' || kind === 'heading' },
    ]),
  )
  const resolved = { ...letter, finds: resolveIbids(letter.finds, lines, state) }
  const archive = completeArchive(resolved)
  if (archive.every((reference, index) => reference === letter.archive[index])) return resolved
  const completed = { ...resolved, archive }
  return { ...completed, problems: findProblems(completed) }
}

/** What only the page as a whole can say: "Ibid." and references to other documents are resolved, letter by letter in the order of the page. */
export function completeLetters(letters: readonly LetterReading[]): LetterReading[] {
  const state = startIbid()
  const resolved = letters.map((letter) => resolveLetter(letter, state))
  const index = indexPage(resolved)
  return resolved.map((letter) => resolveReferences(letter, index))
}
