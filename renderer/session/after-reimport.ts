import { hashMachineText } from '../../shared/collection/sha.ts'
import { carryWork } from '../../shared/import/compare/carry-work.ts'
import { compareWithLibrary } from '../../shared/import/compare/compare-with-library.ts'
import { speaksOf } from '../../shared/import/compare/speaks-of.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { findEarlier } from '../storage/find-earlier.ts'
import { openLetter } from '../storage/open-letter.ts'
import { replaceByImport } from '../storage/replace-by-import.ts'
import type { Replaced } from '../storage/replace-letters.ts'
import type { LetterHead } from '../storage/rows.ts'
import { sha256 } from '../storage/sha256.ts'
import { redoImport, undoImport } from '../storage/undo-import.ts'
import { underLocks } from './after-letters.ts'
import { countLetters } from './after-rearrange.ts'
import type {
  AfterActions,
  ChangeChoice,
  ComparedLetter,
  PageAnew,
  SourceComparison,
} from './after-state.ts'
import type { OpenLetterAccess } from './letter-actions.ts'
import { readLists } from './lists.ts'
import type { ReviewState } from './review-state.ts'
import { makePage, makeTei } from './store-review.ts'
import {
  notify,
  notifyFailure,
  notifyWorkedOn,
  type Surroundings,
  say,
  showProgress,
} from './surroundings.ts'

const inPage = new Intl.Collator('en', { numeric: true })

/** Sources read anew: compared with the library, stored letter by letter as a person chose, taken back by one action. */
export function afterReimport(
  surroundings: Surroundings,
  letter: OpenLetterAccess,
): Pick<AfterActions, 'compare' | 'compareReview' | 'storeChanges'> {
  const compareNow = async (pages: readonly PageAnew[]) => {
    await letter.flush()
    try {
      return await compare(surroundings, pages)
    } finally {
      showProgress(surroundings, null)
    }
  }
  return {
    compare: compareNow,
    async compareReview() {
      const { review } = surroundings.state.getState()
      if (!review) return null
      return compareNow(await filesAnew(surroundings, review))
    },
    storeChanges: (comparison, choices) => storeChanges(surroundings, comparison, choices),
  }
}

// The letters as they are borne out in the review, each file after the other: its register adds to those before.
async function filesAnew({ state }: Surroundings, review: ReviewState): Promise<PageAnew[]> {
  let known = state.getState().entities
  const files: PageAnew[] = []
  for (const file of review.files) {
    if (file.kind === 'refused') continue
    const made =
      file.kind === 'page'
        ? await makePage(review, file, new Set(file.draft.letters.map(({ id }) => id)))
        : await makeTei(file, new Set(file.letters.map(({ letter }) => letter.id)), known)
    known = [...known, ...made.entities]
    files.push(made)
  }
  return files
}

/** What is done with a letter where nobody has chosen: the library follows the source, and nothing is taken out of it. */
export function usualChoice({ kind }: Pick<ComparedLetter, 'kind'>): ChangeChoice {
  return kind === 'changed' || kind === 'new' ? 'take' : 'keep'
}

async function compare(
  surroundings: Surroundings,
  pages: readonly PageAnew[],
): Promise<SourceComparison | null> {
  const { store } = surroundings
  const incoming = pages.flatMap(({ letters }) => letters)
  const texts: string[] = []
  for (const { translation } of incoming)
    texts.push(await hashMachineText(translation.machine, sha256))
  const bytes: string[] = []
  for (const { source } of pages) bytes.push(await sha256(source.bytes))
  const ids = incoming.map(({ id }) => id)
  const names = pages.map(({ source }) => source.name)
  const earlier = await findEarlier(store, { names, sha256: bytes, texts, ids })
  if (earlier.status === 'failed') notifyFailure(surroundings, earlier)
  if (earlier.status === 'failed' || earlier.letters.length === 0) return null
  const stored = await openAll(surroundings, earlier.letters)
  const revs = new Map(stored.map(({ letter, replaced }) => [letter.id, replaced]))
  const changes = compareWithLibrary(
    incoming,
    stored.map(({ letter }) => letter),
  ).filter(({ incoming: read, stored: old }) => read || !old || isSpokenOf(pages, old))
  const letters = changes.map((change, i): ComparedLetter => {
    const { kind, stored: old, incoming: read } = change
    const replaced = old ? (revs.get(old.id) ?? null) : null
    const carried = kind === 'changed' && old && read ? carryWork(old, read) : null
    return { ...change, key: String(i), carried, replaced }
  })
  return { pages, letters }
}

function isSpokenOf(pages: readonly PageAnew[], letter: CanonicalLetter): boolean {
  return pages.some(({ letters }) => speaksOf(letters, letter))
}

// Letters that can only be looked at are left as they are: nothing is compared with them.
async function openAll(surroundings: Surroundings, heads: readonly LetterHead[]) {
  const opened: { letter: CanonicalLetter; replaced: Replaced }[] = []
  const inOrder = [...heads].sort((a, b) => inPage.compare(a.id, b.id))
  const label = say('after.comparing')
  for (const [i, { id }] of inOrder.entries()) {
    if (inOrder.length > 50) showProgress(surroundings, { label, done: i, total: inOrder.length })
    const one = await openLetter(surroundings.store, id)
    if (one.status === 'open')
      opened.push({ letter: one.letter, replaced: { id, rev: one.head.rev } })
  }
  return opened
}

async function storeChanges(
  surroundings: Surroundings,
  { pages, letters }: SourceComparison,
  choices: ReadonlyMap<string, ChangeChoice>,
): Promise<boolean> {
  const { store, state } = surroundings
  const taken = letters.filter((one) => (choices.get(one.key) ?? usualChoice(one)) === 'take')
  const out = taken.flatMap(({ replaced }) => replaced ?? [])
  const incoming = taken.flatMap(({ carried, incoming: read, kind }) =>
    carried ? [carried.letter] : kind === 'new' && read ? [read] : [],
  )
  const standsFor = new Map(
    taken.flatMap(({ carried }) => (carried ? [[carried.letter.id, [carried.letter.id]]] : [])),
  )
  const author = state.getState().me?.id ?? ''
  const sources = pages.map(({ source }) => source)
  const entities = pages.flatMap((page) => page.entities)
  const batch = { author, sources, letters: countLetters(incoming), entities }
  const ids = out.map(({ id }) => id)
  const done = await underLocks(surroundings, ids, () =>
    replaceByImport(store, { batch, out, standsFor }),
  )
  if (!done) return false
  if (done.status === 'failed') notifyFailure(surroundings, done)
  else if (done.status === 'exists')
    notify(surroundings, 'bad', say('session.exists', { letters: done.letters.join(', ') }))
  else if (done.status === 'conflict')
    notify(surroundings, 'bad', say('after.conflict', { letters: done.letters.join(', ') }))
  if (done.status !== 'added') return false
  await readLists(surroundings)
  const { importId } = done
  notify(surroundings, 'good', say('after.reimported', { count: incoming.length }), {
    label: say('session.undo'),
    run: () => void undo(surroundings, importId, false),
  })
  return true
}

async function undo(surroundings: Surroundings, importId: string, force: boolean): Promise<void> {
  const result = await undoImport(surroundings.store, importId, force)
  if (result.status === 'failed') notifyFailure(surroundings, result)
  else if (result.status === 'worked-on')
    notifyWorkedOn(surroundings, result.letters.length, {
      label: say('session.takeBackAll'),
      run: () => void undo(surroundings, importId, true),
    })
  else if (result.status === 'removed')
    notify(surroundings, 'good', say('after.sourceTakenBack'), {
      label: say('session.redo'),
      run: () => void redoImport(surroundings.store, importId, true),
    })
}
