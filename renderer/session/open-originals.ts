import { type FoundLetter, findLetters } from '../../shared/import/languages/find-letters.ts'
import { judgePair } from '../../shared/import/languages/judge-pair.ts'
import type { LetterIndex } from '../../shared/import/languages/letter-index.ts'
import { pairTextOfLetter, pairTextOfReading } from '../../shared/import/languages/pair-text.ts'
import { proposeCounterparts } from '../../shared/import/languages/propose-counterparts.ts'
import { readOriginals } from '../../shared/import/languages/read-originals.ts'
import type { LetterReading } from '../../shared/import/reading.ts'
import type { OpenedFile } from '../../shared/ipc.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { createOriginalIndex } from './original-index.ts'
import type {
  LoneOriginal,
  OriginalOffer,
  OriginalOffers,
  OriginalProposal,
} from './original-types.ts'
import { readSources } from './read-sources.ts'
import type { ReviewFile, ReviewPage } from './review-state.ts'
import { notify, type Surroundings, say, showProgress } from './surroundings.ts'

/** Files read for originals, and the letters of the library they may belong to. */
export interface OriginalFinder {
  propose(reading: LetterReading): Promise<readonly OriginalProposal[]>
  /** Texts of the library in their original language alone, with the letters they seem to belong to. */
  findLone(only: string | null): Promise<readonly LoneOriginal[]>
  /** Reads files and judges each of their texts as the original of `letter`. */
  open(letter: CanonicalLetter, files: readonly OpenedFile[]): Promise<OriginalOffers>
}

/** Fewer letters are indexed without a word. */
const QUICK = 500
/** After so many searches the window gets its turn. */
const TURN = 10

/** Finds nothing and reads nothing until it is asked. */
export function originalFinder(surroundings: Surroundings): OriginalFinder {
  const { store, state } = surroundings
  const index = createOriginalIndex(store)
  const readIndex = async (): Promise<LetterIndex> => {
    const ids = state.getState().letters.flatMap((row) => (row.hasOriginal ? [] : [row.id]))
    const total = ids.length
    const label = say('original.indexing')
    return index.read(ids, (done) => {
      if (total > QUICK) showProgress(surroundings, { label, done, total })
    })
  }
  const titleOf = (id: string) => state.getState().letters.find((row) => row.id === id)?.title ?? id
  const withTitles = (found: readonly FoundLetter[]): OriginalProposal[] =>
    found.map((one) => ({ ...one, title: titleOf(one.letter) }))
  const propose = async (reading: LetterReading): Promise<readonly OriginalProposal[]> => {
    try {
      return withTitles(proposeCounterparts(reading, await readIndex()))
    } finally {
      showProgress(surroundings, null)
    }
  }
  return {
    propose,
    async findLone(only) {
      try {
        const found = await searchLone(surroundings, await readIndex(), only)
        return found.map(({ letter, proposals }) => ({
          letter,
          title: titleOf(letter),
          proposals: withTitles(proposals),
        }))
      } finally {
        showProgress(surroundings, null)
      }
    },
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

/** The texts of an index that stand alone in their original language, with the letters they may belong to, the surest first. */
async function searchLone(surroundings: Surroundings, index: LetterIndex, only: string | null) {
  const lone = index.prints.filter(({ script, id }) =>
    only === null ? script === 'cyrillic' : id === only,
  )
  const found: { readonly letter: string; readonly proposals: readonly FoundLetter[] }[] = []
  const label = say('original.finding')
  for (const [done, print] of lone.entries()) {
    const proposals = findLetters(print, index, 3)
    if (proposals.length > 0) found.push({ letter: print.id, proposals })
    if (done % TURN !== TURN - 1) continue
    showProgress(surroundings, { label, done, total: lone.length })
    await new Promise((resolve) => setTimeout(resolve))
  }
  const sure = ({ proposals: [best] }: (typeof found)[number]) => best?.confidence ?? 0
  return found.sort((a, b) => sure(b) - sure(a))
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
