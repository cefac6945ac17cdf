import { LARGEST_PART, type SafetyCalls } from '../../shared/safety/safety-calls.ts'
import type { Change } from '../storage/changes.ts'
import { countLibrary } from '../storage/count-library.ts'
import { packLibrary } from './pack-library.ts'
import { type SafetyStart, showSafety } from './safety-start.ts'
import type { SafetyState } from './safety-state.ts'
import { notify, type Surroundings, say, showProgress, timeNow } from './surroundings.ts'

/** A copy is made so long after the first change that is not in one. */
const AFTER_CHANGE_MS = 600_000
/** What the last session could not finish, or another version of the program left, is copied when the window has come up. */
const AT_START_MS = 3000
/** What failed is tried again after this. */
const AGAIN_MS = 120_000
/** The ledger follows the library in steps of this. */
const LEDGER_MS = 5000
/** What waits for a copy does not wait longer; the copy is finished behind it. */
const PATIENCE_MS = 10_000

/** Keeps safety copies and the ledger in step with the library. */
export interface SafetyKeeper {
  /** Before something that cannot be undone by a key: makes a copy where something changed since the last, and waits for it, ten seconds at most. */
  before(): Promise<void>
  /** Makes a copy now; true where it is kept. */
  make(): Promise<boolean>
  /** What is left to do before the window closes. */
  close(): Promise<void>
}

/** A keeper over the shell's calls. `flush` brings what is typed into the store. */
export function createSafetyKeeper(
  surroundings: Surroundings,
  calls: SafetyCalls,
  flush: () => Promise<void>,
  start: SafetyStart,
): SafetyKeeper {
  const { store } = surroundings
  const changes = followDue(start.isDue)
  const show = (change: Partial<SafetyState>) => showSafety(surroundings, change)
  const ledger = ledgerWriter(surroundings, calls, changes.isDue)
  let making: Promise<boolean> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const plan = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void make(), ms)
  }
  const makeOne = async (): Promise<boolean> => {
    clearTimeout(timer)
    timer = undefined
    show({ isMaking: true })
    const settled = changes.begin()
    const problem = await makeCopy(surroundings, calls, flush).catch(String)
    show({ isMaking: false, isFailing: problem !== null, ...(problem !== null && { problem }) })
    settled(problem === null)
    await ledger.now()
    if (problem !== null) {
      tellProblem(surroundings, problem, make)
      plan(AGAIN_MS)
    } else if (changes.isDue()) plan(AFTER_CHANGE_MS)
    return problem === null
  }
  const make = (): Promise<boolean> => {
    making ??= makeOne().finally(() => {
      making = null
    })
    return making
  }
  const follow = (kind: Change['kind']) => {
    changes.note()
    // Letters that came or went for good: a ledger that lagged behind would miss what was deleted on purpose.
    if (kind === 'imports') void ledger.now()
    else ledger.soon()
    if (timer === undefined && !making) plan(AFTER_CHANGE_MS)
  }
  store.changes.subscribe(({ kind }) => {
    if (kind !== 'counts') follow(kind)
  })
  void ledger.now()
  if (start.isDue) plan(AT_START_MS)
  return {
    make,
    async before() {
      if (!changes.isDue()) return
      showProgress(surroundings, { label: say('safety.making'), done: 0, total: 0 })
      await within(make(), PATIENCE_MS)
      showProgress(surroundings, null)
    },
    async close() {
      await flush()
      // The window may be closed over a copy of many letters: then the next start makes it.
      await ledger.now()
      if (changes.isDue()) await make()
    },
  }
}

// Whether something changed that is in no copy; what changes while one is made counts for the next.
function followDue(isDueAtStart: boolean) {
  let isDue = isDueAtStart
  let sinceBegin = false
  return {
    isDue: () => isDue,
    note() {
      isDue = true
      sinceBegin = true
    },
    begin() {
      sinceBegin = false
      return (isKept: boolean) => {
        isDue = isKept ? sinceBegin : true
      }
    },
  }
}

function ledgerWriter({ store }: Surroundings, calls: SafetyCalls, isDue: () => boolean) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const now = async () => {
    clearTimeout(timer)
    timer = undefined
    const counted = await countLibrary(store)
    // A ledger that lags behind asks for less than there is: it never says that something is missing that is there.
    if (counted.status === 'counted')
      await calls.keepLedger(counted.facts, isDue()).catch(() => undefined)
  }
  return {
    now,
    soon() {
      timer ??= setTimeout(() => void now(), LEDGER_MS)
    },
  }
}

async function makeCopy(
  surroundings: Surroundings,
  calls: SafetyCalls,
  flush: () => Promise<void>,
): Promise<string | null> {
  await flush()
  const { version } = await surroundings.host.info()
  const packed = await packLibrary({ application: `Epistula ${version}`, created: timeNow() })
  if (packed.status === 'failed') return say('safety.failed', { why: packed.message })
  const { bytes, letters, leftOut } = packed
  // A copy of nothing would stand for the newest.
  if (letters === 0) return null
  for (let at = 0; at < bytes.length; at += LARGEST_PART)
    await calls.copyPart({ at, bytes: bytes.slice(at, at + LARGEST_PART) })
  const { generation } = surroundings.store
  const result = await calls.keepCopy({ generation, letters, size: bytes.length })
  if (result.status === 'failed') return say('safety.failed', { why: result.message })
  const { copy, folder, passedOver } = result
  const passed = passedOver && say('safety.passedOver', { why: passedOver, folder })
  const without = leftOut.length > 0 && say('safety.leftOut', { letters: leftOut.join(', ') })
  showSafety(surroundings, { newest: copy, folder, problem: without || passed || null })
  return null
}

// Said once for each cause: it stands beside "Saved" as long as it lasts.
const told = new WeakMap<object, string>()

function tellProblem(
  surroundings: Surroundings,
  problem: string,
  again: () => Promise<boolean>,
): void {
  if (told.get(surroundings.store) === problem) return
  told.set(surroundings.store, problem)
  const action = { label: say('app.tryAgain'), run: () => void again() }
  notify(surroundings, 'bad', problem, action)
}

function within(work: Promise<unknown>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    void work.finally(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
