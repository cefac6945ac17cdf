import { judgePair } from '../../shared/import/languages/judge-pair.ts'
import {
  asOriginal,
  originalFromReading,
} from '../../shared/import/languages/original-from-reading.ts'
import { pairTextOfLetter } from '../../shared/import/languages/pair-text.ts'
import type { CanonicalLetter, CanonicalText } from '../../shared/letter/canonical.ts'
import type { Counterpart } from '../../shared/letter/records.ts'
import { SetRecordStep } from '../../shared/letter/set-record-step.ts'
import { UNNAMED_EDITOR } from '../../shared/tei/edition-record.ts'
import { alignLetter } from '../../shared/translate/align-letter.ts'
import type { NewAction } from '../storage/append-actions.ts'
import {
  addOriginal,
  type ChangeOriginalResult,
  removeOriginal,
} from '../storage/change-original.ts'
import { readHeads } from '../storage/list-letters.ts'
import { lockLetter } from '../storage/lock-letter.ts'
import { openLetter } from '../storage/open-letter.ts'
import { type Replaced, takeBackReplacement } from '../storage/replace-letters.ts'
import { sha256 } from '../storage/sha256.ts'
import { readLetterList } from './lists.ts'
import { originalFinder } from './open-originals.ts'
import type { OriginalActions, OriginalOffer } from './original-types.ts'
import type { Session } from './session.ts'
import { standingCounterparts } from './standing-counterparts.ts'
import { notify, notifyFailure, type Surroundings, say, timeNow } from './surroundings.ts'

/** Opening and leaving a letter, its editors, and how to wait until all is kept. */
type OpenLetterAccess = Pick<Session, 'openLetter' | 'closeLetter' | 'editor'>

/** A letter as it lies in the store, with the revision it has. */
interface Stored {
  readonly letter: CanonicalLetter
  readonly rev: number
}

/** Originals of letters: found, added, taken away, each step with a way back. */
export function originalActions(
  surroundings: Surroundings,
  access: OpenLetterAccess,
): OriginalActions {
  const { host } = surroundings
  const finder = originalFinder(surroundings)
  const open: OriginalActions['open'] = async (id, files) => {
    const stored = await readStored(surroundings, id)
    return stored ? finder.open(stored.letter, files) : { offers: [], refused: [] }
  }
  return {
    open,
    propose: finder.propose,
    findLone: finder.findLone,
    async choose(id) {
      try {
        const files = await host.openFiles('pages')
        return files.length === 0 ? null : await open(id, files)
      } catch (error) {
        notify(surroundings, 'bad', error instanceof Error ? error.message : String(error))
        return null
      }
    },
    attach: (id, offer) =>
      change(surroundings, access, [id], async ([stored]) =>
        stored
          ? tell(surroundings, access, await attach(surroundings, stored, offer), [stored])
          : false,
      ),
    attachLetter: (id, other) =>
      change(surroundings, access, [id, other], async ([stored, from]) => {
        if (!stored || !from) return false
        const done = await attachLetter(surroundings, stored, from)
        return tell(surroundings, access, done, [stored])
      }),
    detach: (id) =>
      change(surroundings, access, [id], async ([stored]) =>
        stored ? tell(surroundings, access, await detach(surroundings, stored), [stored]) : false,
      ),
    sayNotTheOriginal: (other, evidence) =>
      setCounterpart(surroundings, access, { letter: other, is: 'not-the-original', evidence }),
    takeBackCounterpart(other) {
      const known = knownCounterparts(surroundings, access)
      const evidence = known.find(({ letter }) => letter === other)?.evidence ?? []
      setCounterpart(surroundings, access, { letter: other, is: 'possible-original', evidence })
    },
  }
}

/** Changes letters that nobody writes meanwhile: the open one is left with all kept, the others are locked, and it is opened again after. */
async function change(
  surroundings: Surroundings,
  access: OpenLetterAccess,
  ids: readonly string[],
  work: (stored: readonly (Stored | null)[]) => Promise<boolean>,
): Promise<boolean> {
  const { state } = surroundings
  const open = state.getState().open?.id
  const isOpen = open !== undefined && ids.includes(open)
  if (isOpen) await access.closeLetter()
  // What could not be kept stays open, and has been told.
  if (isOpen && state.getState().open?.id === open) return false
  const locks = await Promise.all(ids.map(lockLetter))
  try {
    if (locks.some(({ status }) => status === 'elsewhere')) {
      notify(surroundings, 'bad', say('session.elsewhere'))
      return false
    }
    const stored: (Stored | null)[] = []
    for (const id of ids) stored.push(await readStored(surroundings, id))
    return await work(stored)
  } finally {
    for (const lock of locks) if (lock.status === 'held') await lock.release()
    // What can be done with the letter is known by its row: both are new at once.
    await readLetterList(surroundings)
    const isThere = state.getState().letters.some(({ id }) => id === open)
    // A text that became the original of another is shown beside it.
    if (isOpen) await access.openLetter(isThere ? open : (ids[0] ?? open))
  }
}

async function readStored(surroundings: Surroundings, id: string): Promise<Stored | null> {
  const read = await openLetter(surroundings.store, id)
  if (read.status === 'open') return { letter: read.letter, rev: read.head.rev }
  if (read.status === 'failed') notifyFailure(surroundings, read)
  else
    notify(
      surroundings,
      'bad',
      say(read.status === 'missing' ? 'session.missing' : 'session.damaged'),
    )
  return null
}

async function attach(
  surroundings: Surroundings,
  { letter, rev }: Stored,
  { reading, source, format }: Pick<OriginalOffer, 'reading' | 'source' | 'format'>,
): Promise<ChangeOriginalResult> {
  const [from, to] = reading.lines
  const hash = await sha256(source.bytes)
  const origin = { name: source.name, format, sha256: hash, from, to }
  const original = originalFromReading(reading, origin)
  const actions = attaching(surroundings, pairSteps(letter, original))
  const wanted = { letter: letter.id, rev, original, from: null, source, actions }
  return addOriginal(surroundings.store, wanted)
}

async function attachLetter(
  surroundings: Surroundings,
  { letter, rev }: Stored,
  from: Stored,
): Promise<ChangeOriginalResult> {
  const { translation } = from.letter
  const original = asOriginal(translation, translation.records.header.origin?.value ?? null)
  const steps = [...forget(surroundings, letter, from.letter.id), ...pairSteps(letter, original)]
  const actions = attaching(surroundings, steps)
  const other = { id: from.letter.id, rev: from.rev }
  const wanted = { letter: letter.id, rev, original, from: other, source: null, actions }
  return addOriginal(surroundings.store, wanted)
}

/** The steps that pair the sentences of a letter with those of its new original; none where pairs are there already. */
function pairSteps(
  { translation }: CanonicalLetter,
  original: CanonicalText,
): readonly SetRecordStep[] {
  if (Object.keys(translation.records.pairs).length > 0) return []
  const pairs = Object.values(alignLetter(original.machine, translation.machine))
  return pairs.map((pair) => new SetRecordStep('pairs', pair.id, { ...pair }, null))
}

/** What is written into the journal where a letter gets its original; nothing where nothing is to be said. */
function attaching({ state }: Surroundings, steps: readonly SetRecordStep[]): readonly NewAction[] {
  if (steps.length === 0) return []
  return [
    {
      side: 'translation',
      steps: steps.map((step) => step.toJSON()),
      label: 'action.attachOriginal',
      author: state.getState().me?.id ?? UNNAMED_EDITOR.id,
      time: timeNow(),
    },
  ]
}

/** The step that takes the name of another letter out of the counterparts. */
function forget(
  { state }: Surroundings,
  { id, translation }: CanonicalLetter,
  other: string,
): readonly SetRecordStep[] {
  const known = translation.records.header.counterparts
  if (!known) return []
  const standing = standingCounterparts(known.value, state.getState().letters, id)
  if (!standing.some(({ letter }) => letter === other)) return []
  const value = standing.filter(({ letter }) => letter !== other)
  const now = value.length > 0 ? { ...known, value } : null
  return [new SetRecordStep('header', 'counterparts', now, { ...known })]
}

async function detach(
  { store, state }: Surroundings,
  { letter, rev }: Stored,
): Promise<ChangeOriginalResult> {
  const { letters, me } = state.getState()
  const taken = new Set(letters.map(({ id }) => id))
  const verdict = judgePair(pairTextOfLetter(letter), {
    ...pairTextOfLetter(letter, 'original'),
    senders: [],
    recipients: [],
    date: null,
    archive: [],
  })
  const against = verdict.evidence.filter(({ agrees }) => !agrees).map(({ text }) => text)
  return removeOriginal(store, {
    id: letter.id,
    rev,
    apart: freeId(`${letter.id}-original`, taken),
    evidence: ['An editor said so.', ...against],
    action: {
      label: 'action.detachOriginal',
      author: me?.id ?? UNNAMED_EDITOR.id,
      time: timeNow(),
    },
  })
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`
  return id
}

/** Says what came of it, with the way back; gives whether it is done. */
function tell(
  surroundings: Surroundings,
  access: OpenLetterAccess,
  result: ChangeOriginalResult,
  [stored]: readonly [Stored],
): boolean {
  if (result.status === 'failed') notifyFailure(surroundings, result)
  else if (result.status !== 'changed')
    notify(surroundings, 'bad', say(`original.failed.${result.status}`))
  if (result.status !== 'changed') return false
  const { change: made, apart } = result
  const after = [
    { id: stored.letter.id, rev: stored.rev + 1 },
    ...(apart === null ? [] : [{ id: apart, rev: 0 }]),
  ]
  notify(surroundings, 'good', say(apart === null ? 'original.attached' : 'original.detached'), {
    label: say('session.undo'),
    run: () => void takeBack(surroundings, access, made, after),
  })
  return true
}

/** Takes a change back; one after which somebody went on working is refused. */
async function takeBack(
  surroundings: Surroundings,
  access: OpenLetterAccess,
  made: string,
  after: readonly Replaced[],
): Promise<void> {
  const { store } = surroundings
  await change(
    surroundings,
    access,
    after.map(({ id }) => id),
    async () => {
      const heads = await readHeads(
        store,
        after.map(({ id }) => id),
      )
      const isUntouched =
        heads.status === 'read' &&
        after.every(({ id, rev }) => heads.letters.find((head) => head.id === id)?.rev === rev)
      if (!isUntouched) {
        notify(surroundings, 'bad', say('original.failed.conflict'))
        return false
      }
      const result = await takeBackReplacement(store, made, true)
      if (result.status === 'failed') notifyFailure(surroundings, result)
      else if (result.status !== 'restored')
        notify(surroundings, 'bad', say('original.failed.conflict'))
      return result.status === 'restored'
    },
  )
}

/** What the open letter says of others, as they stand now. */
function knownCounterparts(
  { state }: Surroundings,
  access: OpenLetterAccess,
): readonly Counterpart[] {
  const letter = access.editor('translation')?.canonical()
  const { open, letters } = state.getState()
  return standingCounterparts(
    letter?.records.header.counterparts?.value ?? [],
    letters,
    open?.id ?? '',
  )
}

function setCounterpart(
  surroundings: Surroundings,
  access: OpenLetterAccess,
  counterpart: Counterpart,
): void {
  const known = knownCounterparts(surroundings, access)
  const rest = known.filter(({ letter }) => letter !== counterpart.letter)
  access.editor('translation')?.setHeader('counterparts', [...rest, counterpart])
}
