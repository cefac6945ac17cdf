import type { EncodingGuess, PageEncoding } from '../../shared/import/encodings.ts'
import type { OpenedFile } from '../../shared/ipc.ts'
import { dropReview, leaveReview } from './left-review.ts'
import { readSources, type SourcesReading } from './read-sources.ts'
import { changeReview, reviewActions } from './review-actions.ts'
import type {
  ReviewActions,
  ReviewFile,
  ReviewPage,
  ReviewReading,
  ReviewState,
  ReviewWork,
} from './review-state.ts'
import { notify, type Surroundings, say } from './surroundings.ts'

/** The reading of files into the review, and what is done in it. */
export interface ReviewFiles {
  /** Reads files and shows them for review, beside those that are there; resolves when they are read, or when that was ended. */
  read(files: readonly OpenedFile[]): Promise<void>
  /** Ends the reading and leaves the review; what was done in it is kept. */
  leave(): void
  /** Forgets the review, the open one or else the one that was left. */
  drop(): void
  readonly actions: ReviewActions
}

const NOTHING: ReviewReading = { done: 0, total: 0, name: '', letters: 0 }

/** Puts files into a list: one of the same key is replaced, others come behind. */
function putFiles(before: readonly ReviewFile[], files: readonly ReviewFile[]): ReviewFile[] {
  const fresh = new Map(files.map((file) => [file.key, file]))
  const replaced = before.map((file) => fresh.get(file.key) ?? file)
  const known = new Set(before.map(({ key }) => key))
  return [...replaced, ...files.filter(({ key }) => !known.has(key))]
}

function emptyReview({ state }: Surroundings): ReviewState {
  return {
    files: [],
    choices: new Map(),
    pairs: new Map(),
    reading: NOTHING,
    known: new Set(state.getState().letters.map(({ id }) => id)),
    undo: [],
    redo: [],
  }
}

/** A page read in a chosen encoding offers what it offered before, and what it was read in then. */
function withAlternatives(file: ReviewFile, before: ReviewPage): ReviewFile {
  if (file.kind !== 'page') return file
  const { encoding, confidence, draft, alternatives } = before
  const sample = draft.lines[0]?.text.slice(0, SAMPLE) ?? ''
  const then = { encoding: encoding as PageEncoding, confidence, sample }
  const all = [then, ...alternatives, ...file.alternatives]
  const isFirst = (one: EncodingGuess, at: number) =>
    all.findIndex((other) => other.encoding === one.encoding) === at
  return { ...file, alternatives: all.filter(isFirst) }
}

/** How much of the first line shows what an encoding makes of it. */
const SAMPLE = 80

interface Reading {
  readonly files: readonly OpenedFile[]
  readonly encodings?: Readonly<Record<string, PageEncoding>>
  readonly idNames?: Readonly<Record<string, string>>
  readonly keyOf: () => number
  readonly report: (files: readonly ReviewFile[]) => void
}

/** One reading at a time: a new one ends the one before. */
function oneReading(surroundings: Surroundings) {
  const { state } = surroundings
  let running: SourcesReading | null = null
  const setReading = (reading: ReviewReading | null) =>
    state.setState(({ review }) => ({ review: review && { ...review, reading } }))
  return {
    async run({ files, encodings = {}, idNames = {}, keyOf, report }: Reading): Promise<void> {
      running?.cancel()
      setReading(NOTHING)
      const { rules: own } = state.getState()
      const rules = own.rules.length > 0 ? own : null
      const question = { files, encodings, rules, idNames }
      const reading = readSources(question, keyOf, (read, progress) => {
        report(read)
        setReading(progress)
      })
      running = reading
      try {
        await reading.end
      } catch (cause) {
        notify(surroundings, 'bad', say('review.readingFailed', { what: String(cause) }))
      }
      if (running !== reading) return
      running = null
      setReading(null)
    },
    isRunning: () => running !== null,
    cancel() {
      running?.cancel()
      running = null
    },
  }
}

/** Starts with no review open. */
export function reviewFiles(surroundings: Surroundings): ReviewFiles {
  const { state } = surroundings
  const reading = oneReading(surroundings)
  let keys = 0
  let before: Promise<void> = Promise.resolve()
  // What is taken back is a person's work, never a file that came meanwhile.
  const put = (files: readonly ReviewFile[]) => {
    const into = <W extends ReviewWork>(work: W): W => ({
      ...work,
      files: putFiles(work.files, files),
    })
    state.setState(({ review }) => ({
      review: review && {
        ...into(review),
        undo: review.undo.map(into),
        redo: review.redo.map(into),
      },
    }))
  }

  const reencode = async (key: number, encoding: PageEncoding) => {
    const page = state.getState().review?.files.find((file) => file.key === key)
    if (page?.kind !== 'page' || reading.isRunning()) return
    const { name, bytes } = page
    let read: readonly ReviewFile[] = []
    await reading.run({
      files: [{ name, bytes }],
      encodings: { [name]: encoding },
      idNames: { [name]: page.draft.source },
      keyOf: () => key,
      report: (files) => {
        read = files
      },
    })
    const file = read[0] && withAlternatives(read[0], page)
    if (file !== undefined) changeReview(state, ({ files }) => ({ files: putFiles(files, [file]) }))
  }

  return {
    async read(files) {
      const { review } = state.getState()
      state.setState({ review: review ?? emptyReview(surroundings), screen: 'review' })
      // Files that come while others are read, or are under review, join them.
      const mine = before.then(async () => {
        if (state.getState().review) await reading.run({ files, keyOf: () => ++keys, report: put })
      })
      before = mine
      await mine
    },
    leave() {
      reading.cancel()
      leaveReview(surroundings)
    },
    drop() {
      reading.cancel()
      dropReview(surroundings)
    },
    actions: { ...reviewActions(state), reencode },
  }
}
