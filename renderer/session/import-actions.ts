import type { OpenedFile } from '../../shared/ipc.ts'
import { type RestoreResult, removeLetters, restoreLetters } from '../storage/remove-letters.ts'
import { redoImport, undoImport } from '../storage/undo-import.ts'
import { isOfLeftReview, resumeReview } from './left-review.ts'
import { type ReviewFiles, reviewFiles } from './review-files.ts'
import type { Session } from './session.ts'
import { storeReview, type Taken } from './store-review.ts'
import {
  notify,
  notifyFailure,
  notifyWorkedOn,
  type Surroundings,
  say,
  timeNow,
  withdrawOffers,
} from './surroundings.ts'

type ImportActions = Pick<
  Session,
  | 'importFiles'
  | 'importText'
  | 'chooseImport'
  | 'review'
  | 'confirmReview'
  | 'cancelReview'
  | 'resumeReview'
  | 'dropReview'
  | 'undoImport'
  | 'redoImport'
  | 'removeLetters'
>

/** Bringing pages in: read, shown, confirmed, stored as a whole, taken back. `openPackage` takes files that are whole collections, `attachOriginal` makes a letter of the library the original of another. */
export function importActions(
  surroundings: Surroundings,
  openPackage: (file: OpenedFile) => Promise<void>,
  attachOriginal: (letter: string, original: string) => Promise<boolean>,
): ImportActions {
  const { host } = surroundings
  const files = reviewFiles(surroundings)

  const importFiles = async (opened: readonly OpenedFile[]) => {
    const packages = opened.filter(({ name }) => name.endsWith('.epistula'))
    const pages = opened.filter((file) => !packages.includes(file))
    for (const file of packages) await openPackage(file)
    if (pages.length > 0) await readOrResume(surroundings, files, pages)
  }

  return {
    importFiles,
    importText: async (name, text) =>
      importFiles([{ name: `${name}.txt`, bytes: new TextEncoder().encode(text) }]),
    async chooseImport(purpose = 'pages') {
      try {
        await importFiles(await host.openFiles(purpose))
      } catch (error) {
        notify(surroundings, 'bad', error instanceof Error ? error.message : String(error))
      }
    },
    review: files.actions,
    confirmReview: (which) => confirm(surroundings, which, attachOriginal),
    cancelReview: files.leave,
    resumeReview: () => resumeReview(surroundings),
    dropReview: files.drop,
    undoImport: (id) => takeBack(surroundings, id, false),
    redoImport: (id) => bringBack(surroundings, redoImport(surroundings.store, id)),
    removeLetters: (ids) => removeChosen(surroundings, ids, false),
  }
}

// Files whose review was left go on there, unless one wants them anew.
async function readOrResume(
  surroundings: Surroundings,
  files: ReviewFiles,
  opened: readonly OpenedFile[],
): Promise<void> {
  if (!isOfLeftReview(surroundings, opened)) return await files.read(opened)
  resumeReview(surroundings)
  const anew = () => {
    files.drop()
    void files.read(opened)
  }
  const action = { label: say('review.anew'), run: anew }
  notify(surroundings, 'good', say('review.goesOn'), action, true)
}

/** Reviews that are on their way into the store: Enter pressed twice stores once. */
const storing = new WeakSet<object>()

async function confirm(
  surroundings: Surroundings,
  which: Taken,
  attachOriginal: (letter: string, original: string) => Promise<boolean>,
): Promise<void> {
  const { state } = surroundings
  const { review } = state.getState()
  if (review === null || review.reading !== null || storing.has(review.files)) return
  storing.add(review.files)
  try {
    const stored = await storeReview(surroundings, review, which)
    if (stored === null) return
    state.setState({ review: null, screen: 'library' })
    const { count, entries } = stored
    const told =
      count === 0
        ? say('tei.register.imported', { count: entries })
        : say('session.imported', { count })
    notify(surroundings, 'good', told, {
      label: say('session.undo'),
      run: () => void takeBack(surroundings, stored.importId, false),
    })
    for (const [letter, original] of stored.owners) await attachOriginal(letter, original)
  } finally {
    storing.delete(review.files)
  }
}

// What cannot be brought back is said; what can shows itself in the list.
async function bringBack(
  surroundings: Surroundings,
  restoring: Promise<RestoreResult | Awaited<ReturnType<typeof redoImport>>>,
): Promise<void> {
  const result = await restoring
  if (result.status === 'restored') withdrawOffers(surroundings)
  if (result.status === 'failed') notifyFailure(surroundings, result)
  if (result.status === 'missing') notify(surroundings, 'bad', say('session.nothingToBringBack'))
  if (result.status !== 'exists') return
  const letters = result.letters.join(', ')
  notify(surroundings, 'bad', say('session.redoRefused', { letters }))
}

async function takeBack(surroundings: Surroundings, id: string, force: boolean): Promise<void> {
  const { store, state } = surroundings
  const row = state.getState().imports.find((one) => one.id === id)
  await surroundings.beforeRisk()
  const result = await undoImport(store, id, force)
  if (result.status === 'removed') withdrawOffers(surroundings)
  if (result.status === 'failed') notifyFailure(surroundings, result)
  else if (result.status === 'worked-on')
    notifyWorkedOn(surroundings, result.letters.length, {
      label: say('session.takeBackAll'),
      run: () => void takeBack(surroundings, id, true),
    })
  else if (result.status === 'removed')
    notify(
      surroundings,
      'good',
      say('session.importUndone', {
        name: row?.sources.join(', ') ?? '',
        count: result.letters.length,
      }),
      {
        label: say('session.redo'),
        run: () => void bringBack(surroundings, redoImport(store, id)),
      },
    )
}

async function removeChosen(
  surroundings: Surroundings,
  ids: readonly string[],
  force: boolean,
): Promise<void> {
  const { store } = surroundings
  const result = await removeLetters(store, ids, force)
  if (result.status === 'removed') withdrawOffers(surroundings)
  if (result.status === 'failed') notifyFailure(surroundings, result)
  else if (result.status === 'worked-on')
    notifyWorkedOn(surroundings, result.letters.length, {
      label: say('session.removeAll'),
      run: () => void removeChosen(surroundings, ids, true),
    })
  else if (result.status === 'removed')
    notify(surroundings, 'good', say('session.removed', { count: result.letters.length }), {
      label: say('session.undo'),
      run: () => void bringBack(surroundings, restoreLetters(store, result.letters)),
    })
}

/** The name of a page that was pasted: the time makes its letters' ids differ from those of other pastes. */
export function pasteName(): string {
  return `pasted-${timeNow().slice(0, 23).replaceAll(/[:T.]/g, '-')}`
}
