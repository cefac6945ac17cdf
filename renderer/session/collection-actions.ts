import { readPackage } from '../../shared/collection/read-package.ts'
import { writePackage } from '../../shared/collection/write-package.ts'
import type { OpenedFile } from '../../shared/ipc.ts'
import { addCollection } from '../storage/add-collection.ts'
import { gatherCollection } from '../storage/gather-collection.ts'
import { sha256 } from '../storage/sha256.ts'
import { readLists } from './lists.ts'
import { noteSaved } from './remind-to-save.ts'
import type { Session } from './session.ts'
import {
  notify,
  notifyFailure,
  type Surroundings,
  say,
  showProgress,
  timeNow,
} from './surroundings.ts'
import { tellOpened } from './tell-opened.ts'

/** The whole collection as one portable file: saved and opened again. `flush` waits until all work is kept, `encode` makes the TEI that lies in it. */
export function collectionActions(
  surroundings: Surroundings,
  flush: () => Promise<void>,
  encode: () => Promise<ReadonlyMap<string, string> | null>,
): Pick<Session, 'saveCollection' | 'chooseCollection'> & {
  openPackage(file: OpenedFile): Promise<void>
} {
  const { host } = surroundings
  const openPackage = async (file: OpenedFile) => {
    try {
      await openFile(surroundings, file)
    } finally {
      showProgress(surroundings, null)
    }
  }
  return {
    openPackage,
    async saveCollection() {
      await flush()
      try {
        await saveFile(surroundings, encode)
      } finally {
        showProgress(surroundings, null)
      }
    },
    async chooseCollection() {
      const [file] = await host.openFiles('collection')
      if (file) await openPackage(file)
    },
  }
}

async function saveFile(
  surroundings: Surroundings,
  encode: () => Promise<ReadonlyMap<string, string> | null>,
): Promise<void> {
  const { store, host, state } = surroundings
  const label = say('session.gathering')
  const gathered = await gatherCollection(store, (done, total) =>
    showProgress(surroundings, { label, done, total }),
  )
  if (gathered.status === 'failed') return notifyFailure(surroundings, gathered)
  if (gathered.status === 'unfit')
    return notify(surroundings, 'bad', say('session.unfitLetter', { letter: gathered.letter }))
  const created = timeNow()
  const { version } = await host.info()
  const tei = await encode()
  if (!tei) return
  const frame = { application: `Epistula ${version}`, created, tei }
  const bytes = await writePackage(gathered.content, frame, sha256)
  const title = state.getState().edition?.title ?? 'epistula'
  const base = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
  const name = `${base || 'epistula'}-${created.slice(0, 10)}.epistula`
  const result = await host.saveFile({ name, bytes })
  if (result.status === 'failed') notify(surroundings, 'bad', result.message)
  if (result.status !== 'written') return
  notify(surroundings, 'good', say('session.collectionSaved', { where: result.where }))
  await noteSaved(surroundings)
}

async function openFile(surroundings: Surroundings, file: OpenedFile): Promise<void> {
  const read = await readPackage(file.bytes, sha256)
  if (read.status === 'refused') {
    const why = say(`session.fault.${read.fault.code}`)
    const text = say('session.collectionRefused', {
      name: file.name,
      why,
      detail: read.fault.detail,
    })
    return notify(surroundings, 'bad', text)
  }
  await surroundings.beforeRisk()
  const label = say('session.opening', { name: file.name })
  const result = await addCollection(surroundings.store, read.content, (done, total) =>
    showProgress(surroundings, { label, done, total }),
  )
  if (result.status === 'failed') return notifyFailure(surroundings, result)
  await readLists(surroundings)
  tellOpened(surroundings, {
    letters: result.letters.length,
    same: result.same.length,
    conflicts: result.conflicts.map(({ letter }) => letter),
  })
}
