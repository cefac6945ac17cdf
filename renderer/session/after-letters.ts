import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { lockLetter } from '../storage/lock-letter.ts'
import { openLetter } from '../storage/open-letter.ts'
import {
  type Replaced,
  replaceLetters,
  type TakeBackResult,
  takeBackReplacement,
} from '../storage/replace-letters.ts'
import { listTrash } from '../storage/trash.ts'
import { countLetters, findNeighbour, planRearrangement } from './after-rearrange.ts'
import type { AfterActions, RearrangePreview, RearrangeRequest } from './after-state.ts'
import type { OpenLetterAccess } from './letter-actions.ts'
import { readLetterList } from './lists.ts'
import { notify, notifyFailure, notifyWorkedOn, type Surroundings, say } from './surroundings.ts'

type LetterPart = Pick<AfterActions, 'plan' | 'carryOut' | 'neighbour' | 'takeBack'>

/** Splitting, joining and moving lines in the library: looked at first, done whole, taken back by one action. */
export function afterLetters(surroundings: Surroundings, letter: OpenLetterAccess): LetterPart {
  const { state } = surroundings
  return {
    neighbour: (id, way) => findNeighbour(state.getState().letters, id, way),
    async plan(request) {
      await letter.flush()
      if (letter.isPending()) return null
      return plan(surroundings, request)
    },
    carryOut: (preview) => carryOut(surroundings, letter, preview),
    takeBack: (change) => takeBack(surroundings, letter, change, false),
  }
}

function idsOf({ state }: Surroundings, request: RearrangeRequest): readonly string[] {
  if (request.kind === 'split') return [request.letter]
  if (request.kind === 'joined') return request.letters
  const other = findNeighbour(state.getState().letters, request.letter, request.to)
  return other === null ? [] : [request.letter, other]
}

async function plan(
  surroundings: Surroundings,
  request: RearrangeRequest,
): Promise<RearrangePreview | null> {
  const { store } = surroundings
  const letters: CanonicalLetter[] = []
  const out: Replaced[] = []
  const ids = idsOf(surroundings, request)
  if (ids.length === 0) notify(surroundings, 'bad', say('after.noNeighbour'))
  if (ids.length === 0) return null
  for (const id of ids) {
    const opened = await openLetter(store, id)
    if (opened.status === 'failed') notifyFailure(surroundings, opened)
    else if (opened.status !== 'open') notify(surroundings, 'bad', say('after.unfit'))
    if (opened.status !== 'open') return null
    letters.push(opened.letter)
    out.push({ id, rev: opened.head.rev })
  }
  const trash = await listTrash(store)
  const { letters: rows } = surroundings.state.getState()
  const removed = trash.status === 'read' ? trash.letters.map((row) => row.letter) : []
  const taken = new Set([...rows.map((row) => row.id), ...removed])
  try {
    return { request, out, ...planRearrangement(request, letters, taken) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    notify(surroundings, 'bad', say(`after.impossible.${request.kind}`))
    return null
  }
}

async function carryOut(
  surroundings: Surroundings,
  letter: OpenLetterAccess,
  preview: RearrangePreview,
): Promise<boolean> {
  const { store, state } = surroundings
  const ids = preview.out.map(({ id }) => id)
  const wasOpen = state.getState().open?.id
  if (!(await leave(surroundings, letter, ids))) return false
  const { kind } = preview.request
  const done = await underLocks(surroundings, ids, () =>
    replaceLetters(store, { kind, out: preview.out, letters: countLetters(preview.letters) }),
  )
  if (!done) return false
  if (done.status === 'failed') notifyFailure(surroundings, done)
  else if (done.status !== 'replaced')
    notify(surroundings, 'bad', say('after.conflict', { letters: done.letters.join(', ') }))
  if (done.status !== 'replaced') return false
  const label = say(`after.done.${kind}`, { count: preview.letters.length })
  state.setState({ lastChange: { change: done.change, label } })
  await readLetterList(surroundings)
  const next = preview.letters[0]
  if (wasOpen !== undefined && next) await letter.actions.openLetter(next.id)
  notify(surroundings, 'good', label, {
    label: say('session.undo'),
    run: () => void takeBack(surroundings, letter, done.change, false),
  })
  return true
}

// A letter that is open here is closed first, so that all of it is kept and nothing is written into it any more.
async function leave(
  { state }: Surroundings,
  letter: OpenLetterAccess,
  ids: readonly string[],
): Promise<boolean> {
  const { open } = state.getState()
  if (!open || !ids.includes(open.id)) return true
  await letter.actions.closeLetter()
  return state.getState().open === null
}

/** Does something with letters that no other window may have open meanwhile; null where one has, which is said. */
export async function underLocks<T>(
  surroundings: Surroundings,
  ids: readonly string[],
  work: () => Promise<T>,
): Promise<T | null> {
  const locks = await Promise.all(ids.map((id) => lockLetter(id)))
  try {
    if (locks.every(({ status }) => status === 'held')) return await work()
    notify(surroundings, 'bad', say('after.elsewhere'))
    return null
  } finally {
    for (const lock of locks) if (lock.status === 'held') await lock.release()
  }
}

async function takeBack(
  surroundings: Surroundings,
  letter: OpenLetterAccess,
  given: string | undefined,
  force: boolean,
): Promise<void> {
  const { store, state } = surroundings
  const change = given ?? state.getState().lastChange?.change
  if (change === undefined) return
  const wasOpen = state.getState().open !== null
  const { open } = state.getState()
  if (open && !(await leave(surroundings, letter, [open.id]))) return
  const standing = await standingLetters(surroundings, change)
  const result = await underLocks(surroundings, standing, () =>
    takeBackReplacement(store, change, force),
  )
  if (!result) return
  if (result.status !== 'restored') {
    sayRefused(surroundings, result, () => void takeBack(surroundings, letter, change, true))
    return
  }
  if (state.getState().lastChange?.change === change) state.setState({ lastChange: null })
  await readLetterList(surroundings)
  const [first] = result.letters
  if (wasOpen && first !== undefined) await letter.actions.openLetter(first)
  notify(surroundings, 'good', say('after.takenBack', { count: result.letters.length }), {
    label: say('session.redo'),
    run: () => void takeBack(surroundings, letter, change, true),
  })
}

// The letters that a change made, which no other window may have open when it is taken back.
async function standingLetters({ store }: Surroundings, change: string): Promise<string[]> {
  const trash = await listTrash(store)
  if (trash.status !== 'read') return []
  const rows = trash.letters.filter((row) => row.change === change)
  return [...new Set(rows.flatMap((row) => row.replacedBy ?? []))]
}

function sayRefused(
  surroundings: Surroundings,
  result: Exclude<TakeBackResult, { readonly status: 'restored' }>,
  force: () => void,
): void {
  if (result.status === 'failed') notifyFailure(surroundings, result)
  else if (result.status === 'missing')
    notify(surroundings, 'bad', say('session.nothingToBringBack'))
  else if (result.status === 'gone') {
    const letters = result.letters.join(', ')
    notify(surroundings, 'bad', say('after.changedSince', { letters }))
  } else
    notifyWorkedOn(surroundings, result.letters.length, {
      label: say('session.takeBackAll'),
      run: force,
    })
}
