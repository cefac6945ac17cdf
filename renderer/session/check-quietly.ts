import { announceDerived } from '../storage/save-derived.ts'
import type { CheckKnowledge } from '../workers/check-messages.ts'
import { checkStored, idle } from './check-collection.ts'
import { startChecker } from './checker.ts'
import { checksMark } from './checks-mark.ts'
import type { LetterRow } from './session.ts'
import type { Surroundings } from './surroundings.ts'

/** So long, in milliseconds, nothing has changed in the lists before it begins: a start or an import comes first. */
const REST_MS = 2000

/** So long, in milliseconds, one letter waits for a moment in which nothing else is to be done. */
const PATIENCE_MS = 1000

/** After so many letters the lists are told of what was found. */
const TOLD_EVERY = 25

/** One window at a time checks the library. */
const LOCK = 'epistula-quiet-checks'

/**
 * Checks in idle time, letter by letter, whatever the checks have not looked at as it is: after an import, after a change from
 * elsewhere, after an update of the program, after a change of the collection's rules and terms or of names of its register. It gives way to whatever else
 * goes on, and to the letter that is open, which counts itself. How far it is stands in `checking`. Letters that cannot be checked are passed over until they change.
 */
export function checkQuietly(surroundings: Surroundings, openId: () => string | null): void {
  const { state } = surroundings
  const tried = new Map<string, string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isRunning = false
  const waiting = () => {
    const { letters, translation } = state.getState()
    const mark = checksMark(translation)
    const isWaiting = (row: LetterRow) =>
      row.checked !== mark && tried.get(row.id) !== attempt(row, mark) && row.id !== openId()
    return letters.filter(isWaiting)
  }
  const begin = () => {
    // Whoever works with the whole library is not held up.
    if (isRunning || state.getState().progress || waiting().length === 0) return
    isRunning = true
    const isBusy = () => state.getState().progress !== null
    const isTaken = (row: LetterRow, mark: string) => {
      if (row.id === openId()) return false
      tried.set(row.id, attempt(row, mark))
      return true
    }
    void navigator.locks
      .request(LOCK, { ifAvailable: true }, async (lock) => {
        if (lock) await checkRows(surroundings, waiting(), isTaken, isBusy)
      })
      .catch(reportError)
      .finally(() => {
        isRunning = false
        state.setState({ checking: null })
        // What came meanwhile, or what another window was at.
        rest()
      })
  }
  const rest = () => {
    clearTimeout(timer)
    timer = setTimeout(begin, REST_MS)
  }
  state.subscribe((now, before) => {
    const isOther = now.letters !== before.letters || now.translation !== before.translation
    if (isOther || now.open?.id !== before.open?.id || (before.progress && !now.progress)) rest()
  })
  rest()
}

function attempt({ unchecked, checked }: LetterRow, mark: string): string {
  return `${unchecked ?? checked} ${mark}`
}

async function checkRows(
  surroundings: Surroundings,
  rows: readonly LetterRow[],
  isTaken: (row: LetterRow, mark: string) => boolean,
  isBusy: () => boolean,
): Promise<void> {
  const { store, state } = surroundings
  const checker = startChecker(true)
  let known: Partial<CheckKnowledge> = {}
  let untold: string[] = []
  const tell = () => {
    announceDerived(store, untold)
    untold = []
  }
  try {
    for (const [done, row] of rows.entries()) {
      await idle(PATIENCE_MS)
      if (isBusy()) break
      const { translation, entities } = state.getState()
      const mark = checksMark(translation)
      if (!isTaken(row, mark)) continue
      if (known.translation !== translation || known.entities !== entities)
        checker.know({ translation, entities })
      known = { translation, entities }
      state.setState({ checking: { done, total: rows.length } })
      if (!(await checkStored(surroundings, { checker, mark }, row.id, false))) break
      untold.push(row.id)
      if (untold.length === TOLD_EVERY) tell()
    }
  } finally {
    checker.close()
    tell()
  }
}
