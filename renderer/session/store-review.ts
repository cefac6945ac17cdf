import { letterProblems } from '../../shared/check/letter-problems.ts'
import type { Entity } from '../../shared/entity/entity.ts'
import type { Pairing } from '../../shared/import/languages/pairing.ts'
import { eachLetterOfPage } from '../../shared/import/letters-from-page.ts'
import { takeLetters } from '../../shared/import/review/take-letters.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { countWords } from '../../shared/letter/count-words.ts'
import type { DecodedLetter } from '../../shared/tei/decode/decode-tei.ts'
import {
  mergeRegisters,
  registerNotes,
  registerWealth,
  renameEntities,
} from '../../shared/tei/decode/registers-merge.ts'
import { stretchNotes } from '../../shared/tei/stretch/stretch.ts'
import { addImport, type NewLetter, type NewSource } from '../storage/add-import.ts'
import { sha256 } from '../storage/sha256.ts'
import { addPeople } from './add-people.ts'
import {
  barredLetters,
  chosenOwners,
  letterIds,
  letterKey,
  pairKey,
  type ReviewFile,
  type ReviewPage,
  type ReviewState,
  type ReviewTei,
} from './review-state.ts'
import { notify, notifyFailure, type Surroundings, say, showProgress } from './surroundings.ts'
import { makeTurns } from './turns.ts'

/** Which letters go into the collection: all that were not left out, or only those that were accepted. */
export type Taken = 'all' | 'accepted'

/** The ids of the letters of a file that would be taken. Letters that the library has are never taken. */
function takenLetters(review: ReviewState, file: ReviewFile, which: Taken): string[] {
  const barred = barredLetters(review)
  return letterIds(file).filter((id) => {
    const key = letterKey(file.key, id)
    const choice = review.choices.get(key)
    if (barred.has(key)) return false
    return which === 'all' ? choice !== 'left-out' : choice === 'accepted'
  })
}

/** What a person said of the pairs stands over what was found. */
function settledPairs({ pairs }: ReviewState, page: ReviewPage): Pairing[] {
  return page.pairings.map((one) => {
    const said = pairs.get(pairKey(page.key, one))
    return said === undefined ? one : { ...one, together: said, confidence: 1 }
  })
}

/** What is done is told after so many letters. */
const TOLD_AFTER = 50

/** A file as it would be stored, with its letters and the register entries it brings. */
export interface MadeFile {
  readonly source: NewSource
  readonly letters: readonly CanonicalLetter[]
  readonly entities: readonly Entity[]
  /** Whether the letters are just what the file gives. */
  readonly isAsRead: boolean
}

/** The letters of these ids of a page, as they would be stored. */
export async function makePage(
  review: ReviewState,
  page: ReviewPage,
  ids: ReadonlySet<string>,
): Promise<MadeFile> {
  const taken = takeLetters(page.draft, ids, settledPairs(review, page))
  const { name, format, bytes, encoding, notes } = page
  const origin = { name, format, sha256: await sha256(bytes) }
  const letters: CanonicalLetter[] = []
  const turn = makeTurns()
  for (const letter of eachLetterOfPage(taken, origin)) {
    letters.push(letter)
    await turn()
  }
  const source = { name, bytes, encoding, notes, outside: taken.outside }
  return { source, letters, entities: [], isAsRead: false }
}

function withOrigin(
  { letter, index }: DecodedLetter,
  { name }: ReviewTei,
  hash: string,
): CanonicalLetter {
  const { translation } = letter
  const value = { name, format: 'tei', sha256: hash, from: index, to: index } as const
  const header = {
    ...translation.records.header,
    origin: { id: 'origin', value, confidence: 1 } as const,
  }
  return {
    ...letter,
    translation: { ...translation, records: { ...translation.records, header } },
  }
}

/** The letters of a TEI file, with the entries of its registers laid upon those that are there. */
export async function makeTei(
  file: ReviewTei,
  ids: ReadonlySet<string>,
  known: readonly Entity[],
): Promise<MadeFile> {
  const { name, bytes, encoding, notes, stretches } = file
  const hash = await sha256(bytes)
  const merged = mergeRegisters(known, file.entities)
  const letters: CanonicalLetter[] = []
  const turn = makeTurns()
  for (const one of file.letters) {
    if (ids.has(one.letter.id))
      letters.push(renameEntities(withOrigin(one, file, hash), merged.ids))
    await turn()
  }
  const kept = [...notes, ...registerNotes(merged), ...stretchNotes(stretches)]
  const source = { name, bytes, encoding, notes: kept, outside: [] }
  return { source, letters, entities: merged.added, isAsRead: true }
}

/** Whether a file brings a register and no letters: it comes in with whatever letters are taken. */
export function isRegisterFile(file: ReviewFile): file is ReviewTei {
  return file.kind === 'tei' && file.letters.length === 0 && file.entities.length > 0
}

/** The files of a review as they would be stored, one after the other; files without a letter that is taken are left aside, but registers that have something new. */
async function* makeFiles(
  review: ReviewState,
  which: Taken,
  entities: readonly Entity[],
): AsyncGenerator<MadeFile> {
  let known = entities
  // The register that says most of its entries is laid down first: others then only add what it has not.
  const wealth = (file: ReviewFile) => (file.kind === 'tei' ? registerWealth(file.entities) : 0)
  for (const file of review.files.toSorted((a, b) => wealth(b) - wealth(a))) {
    const ids = new Set(takenLetters(review, file, which))
    if (file.kind === 'refused' || (ids.size === 0 && !isRegisterFile(file))) continue
    const made =
      file.kind === 'page' ? await makePage(review, file, ids) : await makeTei(file, ids, known)
    if (ids.size === 0 && made.entities.length === 0) continue
    known = [...known, ...made.entities]
    yield made
  }
}

/** An import that was stored; `owners` are letters of the library with the ids of texts that are to become their originals. */
export interface StoredReview {
  readonly importId: string
  readonly count: number
  /** How many register entries it brought. */
  readonly entries: number
  readonly owners: ReadonlyMap<string, string>
}

/**
 * Stores the letters taken with their files in one import: all of it or nothing. Gives what was stored, or null where it was refused, which the person has been told then.
 */
export async function storeReview(
  surroundings: Surroundings,
  review: ReviewState,
  which: Taken,
): Promise<StoredReview | null> {
  const { store, state } = surroundings
  const sources: NewSource[] = []
  const letters: NewLetter[] = []
  const entities: Entity[] = []
  const total = review.files.flatMap((file) => takenLetters(review, file, which)).length
  if (total === 0 && !review.files.some(isRegisterFile)) return null
  const label = say('review.taking')
  const turn = makeTurns()
  try {
    for await (const made of makeFiles(review, which, state.getState().entities)) {
      sources.push(made.source)
      entities.push(...made.entities)
      for (const letter of made.letters) {
        const words = countWords(letter.translation)
        const { isAsRead } = made
        letters.push({ letter, words, problems: letterProblems(letter), isAsRead })
        if (letters.length % TOLD_AFTER === 0)
          showProgress(surroundings, { label, done: letters.length, total })
        await turn()
      }
    }
    if (sources.length === 0) {
      notify(surroundings, 'good', say('tei.register.known'))
      return null
    }
    const author = state.getState().me?.id ?? ''
    const storing = say('review.storing')
    const batch = { author, sources, letters, entities }
    const result = await addImport(store, batch, (done) =>
      showProgress(surroundings, { label: storing, done, total: letters.length }),
    )
    if (result.status === 'added') {
      await addPeople(surroundings, review, letters)
      tellConflicts(surroundings, sources)
      const keys = review.files.flatMap((file) =>
        takenLetters(review, file, which).map((id) => letterKey(file.key, id)),
      )
      const owners = chosenOwners(review, new Set(keys))
      return {
        importId: result.importId,
        count: letters.length,
        entries: entities.length,
        owners,
      }
    }
    if (result.status === 'failed') notifyFailure(surroundings, result)
    else notify(surroundings, 'bad', say('session.exists', { letters: result.letters.join(', ') }))
    return null
  } finally {
    showProgress(surroundings, null)
  }
}

// Entries that a file and the library both have, and say different things of: neither is changed.
function tellConflicts(surroundings: Surroundings, sources: readonly NewSource[]): void {
  const differing = sources.map(({ name, notes }) => ({
    name,
    count: notes.filter(({ code }) => code === 'tei-register-differs').length,
  }))
  const files = differing.filter(({ count }) => count > 0)
  if (files.length === 0) return
  const count = files.reduce((sum, file) => sum + file.count, 0)
  const names = files.map(({ name }) => name)
  const name = names.length > 3 ? `${names.slice(0, 3).join(', ')} …` : names.join(', ')
  notify(surroundings, 'good', say('tei.register.conflict', { count, name }))
}
