import { letterProblems } from '../../shared/check/letter-problems.ts'
import type { OpenedFile } from '../../shared/ipc.ts'
import { countWords } from '../../shared/letter/count-words.ts'
import { addImport } from '../storage/add-import.ts'
import {
  type RestoreResult,
  redoImport,
  removeLetters,
  restoreLetters,
  undoImport,
} from '../storage/remove-letters.ts'
import type { PendingPage } from './review-pages.ts'
import { reviewPage } from './review-pages.ts'
import type { Session } from './session.ts'
import {
  notify,
  notifyFailure,
  type Surroundings,
  say,
  showProgress,
  timeNow,
} from './surroundings.ts'

type ImportActions = Pick<
  Session,
  | 'importFiles'
  | 'importText'
  | 'chooseImport'
  | 'confirmReview'
  | 'cancelReview'
  | 'undoImport'
  | 'redoImport'
  | 'removeLetters'
>

/** Bringing pages in: read, shown, confirmed, stored as a whole, taken back. `openPackage` takes files that are whole collections. */
export function importActions(
  surroundings: Surroundings,
  openPackage: (file: OpenedFile) => Promise<void>,
): ImportActions {
  const { host, state } = surroundings
  let pending: readonly PendingPage[] = []

  const importFiles = async (files: readonly OpenedFile[]) => {
    const packages = files.filter(({ name }) => name.endsWith('.epistula'))
    const pages = files.filter((file) => !packages.includes(file))
    for (const file of packages) await openPackage(file)
    if (pages.length === 0) return
    pending = await readPages(surroundings, pages)
    state.setState({ review: pending.map(({ review }) => review), screen: 'review' })
  }

  return {
    importFiles,
    importText: async (name, text) =>
      importFiles([{ name: `${name}.txt`, bytes: new TextEncoder().encode(text) }]),
    async chooseImport() {
      try {
        await importFiles(await host.openFiles('pages'))
      } catch (error) {
        notify(surroundings, 'bad', error instanceof Error ? error.message : String(error))
      }
    },
    async confirmReview() {
      const pages = pending
      const letters = pages.flatMap((page) => page.letters)
      if (letters.length === 0) return
      pending = []
      let isStored = false
      try {
        isStored = await storePages(surroundings, pages)
      } finally {
        if (!isStored) pending = pages
      }
      if (!isStored) return
      state.setState({ review: null, screen: 'library' })
    },
    cancelReview() {
      pending = []
      state.setState({ review: null, screen: 'library' })
    },
    undoImport: (id) => takeBack(surroundings, id, false),
    redoImport: (id) => bringBack(surroundings, redoImport(surroundings.store, id)),
    removeLetters: (ids) => removeChosen(surroundings, ids, false),
  }
}

// Between two pages the window gets its turn, so that many pages neither freeze it nor hide how far they are.
async function readPages(
  surroundings: Surroundings,
  files: readonly OpenedFile[],
): Promise<PendingPage[]> {
  const known = new Set(surroundings.state.getState().letters.map(({ id }) => id))
  const pages: PendingPage[] = []
  for (const [i, file] of files.entries()) {
    if (files.length > 1)
      showProgress(surroundings, {
        label: say('session.reading', { name: file.name }),
        done: i,
        total: files.length,
      })
    await new Promise((resolve) => setTimeout(resolve))
    const page = reviewPage(file, known)
    for (const { id } of page.letters) known.add(id)
    pages.push(page)
  }
  showProgress(surroundings, null)
  return pages
}

async function storePages(
  surroundings: Surroundings,
  pages: readonly PendingPage[],
): Promise<boolean> {
  const { store, state } = surroundings
  const result = await addImport(store, {
    author: state.getState().me?.id ?? '',
    sources: pages.flatMap(({ source }) => (source ? [source] : [])),
    letters: pages.flatMap(({ letters }) =>
      letters.map((letter) => ({
        letter,
        words: countWords(letter.translation),
        problems: letterProblems(letter),
      })),
    ),
  })
  if (result.status === 'failed') notifyFailure(surroundings, result)
  else if (result.status === 'exists')
    notify(surroundings, 'bad', say('session.exists', { letters: result.letters.join(', ') }))
  else {
    const count = pages.reduce((sum, { letters }) => sum + letters.length, 0)
    notify(surroundings, 'good', say('session.imported', { count }), {
      label: say('session.undo'),
      run: () => void takeBack(surroundings, result.importId, false),
    })
  }
  return result.status === 'added'
}

// What cannot be brought back is said; what can shows itself in the list.
async function bringBack(
  surroundings: Surroundings,
  restoring: Promise<RestoreResult>,
): Promise<void> {
  const result = await restoring
  if (result.status === 'failed') notifyFailure(surroundings, result)
  if (result.status === 'missing') notify(surroundings, 'bad', say('session.nothingToBringBack'))
  if (result.status !== 'exists') return
  const letters = result.letters.join(', ')
  notify(surroundings, 'bad', say('session.redoRefused', { letters }))
}

async function takeBack(surroundings: Surroundings, id: string, force: boolean): Promise<void> {
  const { store, state } = surroundings
  const row = state.getState().imports.find((one) => one.id === id)
  const result = await undoImport(store, id, force)
  if (result.status === 'failed') notifyFailure(surroundings, result)
  else if (result.status === 'worked-on')
    notify(surroundings, 'bad', say('session.workedOn', { count: result.letters.length }), {
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
  if (result.status === 'failed') notifyFailure(surroundings, result)
  else if (result.status === 'worked-on')
    notify(surroundings, 'bad', say('session.workedOn', { count: result.letters.length }), {
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
