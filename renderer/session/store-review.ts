import { letterProblems } from '../../shared/check/letter-problems.ts'
import type { Pairing } from '../../shared/import/languages/pairing.ts'
import { lettersFromPage } from '../../shared/import/letters-from-page.ts'
import { takeLetters } from '../../shared/import/review/take-letters.ts'
import { countWords } from '../../shared/letter/count-words.ts'
import { addImport, type NewImport, type NewSource } from '../storage/add-import.ts'
import { sha256 } from '../storage/sha256.ts'
import { letterKey, pairKey, type ReviewPage, type ReviewState } from './review-state.ts'
import { notify, notifyFailure, type Surroundings, say, showProgress } from './surroundings.ts'

/** Which letters go into the collection: all that were not left out, or only those that were accepted. */
export type Taken = 'all' | 'accepted'

/** The ids of the letters of a page that would be taken. Letters that the library has are never taken. */
export function takenLetters(review: ReviewState, page: ReviewPage, which: Taken): string[] {
  return page.draft.letters
    .map(({ id }) => id)
    .filter((id) => {
      const choice = review.choices.get(letterKey(page.key, id))
      return (
        !review.known.has(id) && (which === 'all' ? choice !== 'left-out' : choice === 'accepted')
      )
    })
}

/** What a person said of the pairs stands over what was found. */
function settledPairs({ pairs }: ReviewState, page: ReviewPage): Pairing[] {
  return page.pairings.map((one) => {
    const said = pairs.get(pairKey(page.key, one))
    return said === undefined ? one : { ...one, together: said, confidence: 1 }
  })
}

/** A window that checks thousands of letters gets its turn after so many. */
const PORTION = 100

type NewLetter = NewImport['letters'][number]

async function makePage(
  review: ReviewState,
  page: ReviewPage,
  which: Taken,
): Promise<{ source: NewSource; letters: ReturnType<typeof lettersFromPage> } | null> {
  const ids = new Set(takenLetters(review, page, which))
  if (ids.size === 0) return null
  const taken = takeLetters(page.draft, ids, settledPairs(review, page))
  const { name, format, bytes, encoding, notes } = page
  const letters = lettersFromPage(taken, { name, format, sha256: await sha256(bytes) })
  return { source: { name, bytes, encoding, notes, outside: taken.outside }, letters }
}

/**
 * Stores the letters taken with their pages in one import: all of it or nothing. Gives the id of the import and how many letters it has,
 * or null where it was refused, which the person has been told then.
 */
export async function storeReview(
  surroundings: Surroundings,
  review: ReviewState,
  which: Taken,
): Promise<{ readonly importId: string; readonly count: number } | null> {
  const { store, state } = surroundings
  const pages = review.files.filter((file) => file.kind === 'page')
  const sources: NewSource[] = []
  const letters: NewLetter[] = []
  const total = pages.reduce((sum, page) => sum + takenLetters(review, page, which).length, 0)
  if (total === 0) return null
  const tell = () => {
    if (total > PORTION)
      showProgress(surroundings, { label: say('review.taking'), done: letters.length, total })
  }
  try {
    for (const page of pages) {
      const made = await makePage(review, page, which)
      if (made === null) continue
      sources.push(made.source)
      for (const letter of made.letters) {
        const words = countWords(letter.translation)
        letters.push({ letter, words, problems: letterProblems(letter) })
        if (letters.length % PORTION !== 0) continue
        tell()
        await new Promise((resolve) => setTimeout(resolve))
      }
    }
    const author = state.getState().me?.id ?? ''
    const result = await addImport(store, { author, sources, letters })
    if (result.status === 'added') return { importId: result.importId, count: letters.length }
    if (result.status === 'failed') notifyFailure(surroundings, result)
    else notify(surroundings, 'bad', say('session.exists', { letters: result.letters.join(', ') }))
    return null
  } finally {
    showProgress(surroundings, null)
  }
}
