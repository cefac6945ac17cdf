import { judgePair } from '../../shared/import/languages/judge-pair.ts'
import { pairTextOfLetter, pairTextOfReading } from '../../shared/import/languages/pair-text.ts'
import { proposeCounterparts } from '../../shared/import/languages/propose-counterparts.ts'
import { readOriginals } from '../../shared/import/languages/read-originals.ts'
import type { LetterReading } from '../../shared/import/reading.ts'
import type { OpenedFile } from '../../shared/ipc.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { createOriginalIndex } from './original-index.ts'
import type { OriginalOffer, OriginalOffers, OriginalProposal } from './original-types.ts'
import { readSources } from './read-sources.ts'
import type { ReviewFile, ReviewPage } from './review-state.ts'
import { notify, type Surroundings, say, showProgress } from './surroundings.ts'

/** Files read for originals, and the letters of the library they may belong to. */
export interface OriginalFinder {
  propose(reading: LetterReading): Promise<readonly OriginalProposal[]>
  /** Reads files and judges each of their texts as the original of `letter`. */
  open(letter: CanonicalLetter, files: readonly OpenedFile[]): Promise<OriginalOffers>
}

/** Fewer letters are indexed without a word. */
const QUICK = 500

/** Finds nothing and reads nothing until it is asked. */
export function originalFinder(surroundings: Surroundings): OriginalFinder {
  const { store, state } = surroundings
  const index = createOriginalIndex(store)
  const propose = async (reading: LetterReading): Promise<readonly OriginalProposal[]> => {
    const { letters } = state.getState()
    const ids = letters.filter(({ hasOriginal }) => !hasOriginal).map(({ id }) => id)
    const total = ids.length
    const label = say('original.indexing')
    try {
      const read = await index.read(ids, (done) => {
        if (total > QUICK) showProgress(surroundings, { label, done, total })
      })
      const titles = new Map(letters.map(({ id, title }) => [id, title]))
      return proposeCounterparts(reading, read).map((found) => ({
        ...found,
        title: titles.get(found.letter) ?? found.letter,
      }))
    } finally {
      showProgress(surroundings, null)
    }
  }
  return {
    propose,
    async open(letter, files) {
      const read = await readFiles(surroundings, files)
      const offers: OriginalOffer[] = []
      const translation = pairTextOfLetter(letter)
      for (const page of read.filter((file) => file.kind === 'page'))
        for (const { reading, outside } of readOriginals(page.draft)) {
          const verdict = judgePair(translation, pairTextOfReading(reading))
          const others = (await propose(reading)).filter((one) => one.letter !== letter.id)
          const { name, bytes, encoding, notes } = page
          const source = { name, bytes, encoding, notes, outside }
          offers.push({ reading, source, format: page.format, verdict, others })
        }
      // What fits best stands first: of a page with many texts one is looked for.
      offers.sort((a, b) => oddsOf(b) - oddsOf(a))
      const refused = read.flatMap((file) =>
        file.kind === 'refused' ? [{ name: file.name, message: file.message }] : [],
      )
      return { offers, refused }
    },
  }
}

function oddsOf({ verdict: { together, confidence } }: OriginalOffer): number {
  return together ? confidence : -confidence
}

async function readFiles(
  surroundings: Surroundings,
  files: readonly OpenedFile[],
): Promise<readonly (ReviewFile | ReviewPage)[]> {
  const read = new Map<number, ReviewFile>()
  let keys = 0
  const question = { files, encodings: {}, rules: null, idNames: {} }
  const reading = readSources(
    question,
    () => ++keys,
    (fresh) => {
      for (const file of fresh) read.set(file.key, file)
    },
  )
  try {
    await reading.end
  } catch (cause) {
    notify(surroundings, 'bad', say('original.readingFailed', { what: String(cause) }))
  }
  return [...read.values()]
}
