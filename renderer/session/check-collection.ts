import { isCheckId } from '../../shared/check/check-id.ts'
import { addTallies, type CheckTallies, tallyLetter } from '../../shared/check/check-tally.ts'
import { inTextOrder } from '../../shared/check/in-text-order.ts'
import { isCheckOn } from '../../shared/check/is-check-on.ts'
import { letterProblems } from '../../shared/check/letter-problems.ts'
import { type SortedProblems, sortOut } from '../../shared/check/sort-out.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { countWords } from '../../shared/letter/count-words.ts'
import { segmentCounts } from '../../shared/translate/segment-states.ts'
import type { TranslationSet } from '../../shared/translate/translation-set.ts'
import { openLetter } from '../storage/open-letter.ts'
import type { ProblemsRow } from '../storage/rows.ts'
import { listProblems, recountProblems, saveDerived } from '../storage/save-derived.ts'
import { type Checker, startChecker } from './checker.ts'
import { checksMark } from './checks-mark.ts'
import { noticedIn } from './noticed-in.ts'
import { notify, notifyFailure, type Surroundings, say, showProgress } from './surroundings.ts'
import type { TranslationKeeper } from './translation-keeper.ts'

/** Checks all letters but the open one, which is looked at as one works, in a worker of its own; what is done is kept, letter by letter. */
export async function checkCollection(
  surroundings: Surroundings,
  open: string | null,
  isCancelled: () => boolean,
): Promise<void> {
  const { state } = surroundings
  const { letters, translation, entities } = state.getState()
  const ids = letters.map(({ id }) => id).filter((id) => id !== open)
  const label = say('checks.checking')
  const checker = startChecker(true)
  checker.know({ translation, entities })
  const mark = checksMark(translation)
  let done = 0
  try {
    for (const id of ids) {
      if (isCancelled()) break
      showProgress(surroundings, { label, done, total: ids.length })
      if (!(await checkStored(surroundings, { checker, mark }, id))) break
      done += 1
      await idle(100)
    }
    if (done === ids.length) {
      const { letters: now } = state.getState()
      const problems = now.reduce((sum, row) => sum + row.problems, 0)
      notify(surroundings, 'good', say('checks.checked', { count: now.length, problems }))
    }
  } finally {
    checker.close()
    showProgress(surroundings, null)
  }
}

/** Work in the background gives way to whoever works in the window: resolves when nothing else is to be done, or after `timeout` milliseconds. */
export function idle(timeout: number): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout }))
}

/** A checker with the mark of what it knows; see `checksMark`. */
export interface KnowingChecker {
  readonly checker: Checker
  readonly mark: string
}

/**
 * Checks one letter as it is stored and keeps words, problems and states of segments; the lists are told of it unless `isTold` is
 * false. Gives whether one can go on: a letter that cannot be read is passed over, a store that fails (which is said) ends it.
 */
export async function checkStored(
  surroundings: Surroundings,
  { checker, mark }: KnowingChecker,
  id: string,
  isTold = true,
): Promise<boolean> {
  const { store, state } = surroundings
  const opened = await openLetter(store, id)
  if (opened.status === 'failed') {
    notifyFailure(surroundings, opened)
    return false
  }
  if (opened.status !== 'open') return true
  const { letter, head } = opened
  const found = await checker.check(letter)
  if (found === null) return true
  const others = letterProblems(letter).filter(({ code }) => !isCheckId(code))
  const problems = inTextOrder([...others, ...found], letter)
  const { translation } = state.getState()
  const sorted = sortRow({ list: problems, dismissals: dismissalsOf(letter) }, translation)
  const noticed = noticedIn(letter, problems, sorted, mark)
  const counts = { words: countWords(letter.translation), segments: segmentCounts(letter) }
  const kept = await saveDerived(store, id, head.rev, { ...counts, ...noticed }, isTold)
  if (kept.status === 'failed') notifyFailure(surroundings, kept)
  return kept.status !== 'failed'
}

function dismissalsOf({ translation }: CanonicalLetter) {
  return translation.records.dismissals
}

function sortRow(
  { list, dismissals = {} }: Pick<ProblemsRow, 'list' | 'dismissals'>,
  translation: TranslationSet,
): SortedProblems {
  return sortOut(list, {
    dismissals,
    set: translation,
    isOn: (check) => isCheckOn(translation, check),
  })
}

/** Takes up what is known of the translation with other rules of silence or other checks, in its turn, and counts again what waits in each letter. */
export async function recount(
  surroundings: Surroundings,
  keeper: TranslationKeeper,
  translation: TranslationSet,
): Promise<void> {
  const { store, state } = surroundings
  // The open letter sorts its problems by it at once; what the store says follows.
  if (!(await keeper.set(translation))) return
  // By now it may say more: what waits is counted by what holds.
  const { translation: now } = state.getState()
  const counted = await recountProblems(store, (row) => sortRow(row, now).open.length)
  if (counted.status === 'failed') notifyFailure(surroundings, counted)
}

/** How often each check was right, over all letters as they were last counted; none where the store cannot be read, which is said then. */
export async function readTallies(surroundings: Surroundings): Promise<CheckTallies> {
  const read = await listProblems(surroundings.store)
  if (read.status === 'failed') {
    notifyFailure(surroundings, read)
    return {}
  }
  const { translation } = surroundings.state.getState()
  return addTallies(
    read.rows.map((row) => tallyLetter(sortRow(row, translation), row.confirmed ?? {})),
  )
}
