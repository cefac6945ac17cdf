import type { Change } from '../storage/changes.ts'
import { COLLECTION } from '../storage/database.ts'
import { readMeta } from '../storage/edition.ts'
import { listEntities } from '../storage/entities.ts'
import { listImports } from '../storage/list-imports.ts'
import { listLetters, readHeads } from '../storage/list-letters.ts'
import type { LetterHead } from '../storage/rows.ts'
import { countMeant } from './count-meant.ts'
import type { LetterRow, SessionState, Settings } from './session.ts'
import type { Surroundings } from './surroundings.ts'
import { withRows } from './with-rows.ts'

/** Reads everything that lists show from the store. A failure leaves the lists as they were and says so in `broken` at the start alone. */
export async function readLists(surroundings: Surroundings): Promise<void> {
  await Promise.all([
    readLetterList(surroundings),
    readRegister(surroundings),
    countMeant(surroundings, 'all'),
    readImports(surroundings),
    readMetaLists(surroundings),
  ])
}

/** Reads the library's rows. */
export async function readLetterList({ store, state }: Surroundings): Promise<void> {
  const result = await listLetters(store)
  if (result.status === 'read') state.setState({ letters: result.letters.map(rowOf) })
}

/** Reads the rows of some letters, which may be new or gone; a row that says the same stays the same object, and so does a list of these. */
async function readSomeLetters(
  { store, state }: Surroundings,
  ids: readonly string[],
): Promise<void> {
  const result = await readHeads(store, ids)
  if (result.status !== 'read') return
  const listed = result.letters.filter(({ collection }) => collection === COLLECTION).map(rowOf)
  const letters = withRows(state.getState().letters, ids, listed)
  if (letters !== state.getState().letters) state.setState({ letters })
}

function rowOf(head: LetterHead): LetterRow {
  const { id, title, dateText, dateSort, from, to, archive, words, problems, state } = head
  const { hasOriginal, counterpart = null, importId, segments = null, madeFrom } = head
  const row = { id, title, dateText, dateSort, from, to, archive, words, problems, segments }
  const isChecked = head.derivedRev === head.rev && head.checked !== undefined
  const looked = isChecked ? { checked: String(head.checked) } : { unchecked: head.derivedRev }
  const more = { ...looked, ...(madeFrom && { madeFrom }) }
  return { ...row, state, hasOriginal, counterpart, importId, ...more }
}

/** Reads the register. */
export async function readRegister({ store, state }: Surroundings): Promise<void> {
  const listed = await listEntities(store)
  if (listed.status === 'read')
    state.setState({ entities: listed.entities.map(({ entity }) => entity) })
}

/** Reads the imports, the newest first. */
export async function readImports({ store, state }: Surroundings): Promise<void> {
  const result = await listImports(store)
  if (result.status !== 'read') return
  const imports = result.imports.map(({ id, time, sourceNames, letters, state: end }) => ({
    id,
    when: time,
    sources: sourceNames,
    letters: letters.length,
    undone: end === 'undone',
  }))
  state.setState({ imports })
}

/** Reads who works here, the edition record and the settings. */
export async function readMetaLists({ store, state }: Surroundings): Promise<void> {
  const result = await readMeta(store)
  if (result.status !== 'read') return
  const { edition, editors, me, settings, rules, translation } = result.meta
  state.setState((now) => ({
    edition,
    editors,
    rules,
    translation,
    me: editors.find(({ id }) => id === me) ?? null,
    settings: mergeSettings(now, settings),
  }))
}

function mergeSettings(
  { settings }: SessionState,
  kept: Readonly<Record<string, unknown>>,
): Settings {
  return { ...settings, ...(kept as Partial<Settings>) }
}

/** Of more letters than this all rows are read at once. */
const MANY = 300

/**
 * Keeps the lists true: reads again what a committed write has changed, in this window or another, and of letters those alone that
 * were named; gives the function that ends it.
 */
export function followChanges(surroundings: Surroundings): () => void {
  const waiting = new Set<Change['kind']>()
  const named = { letters: new Set<string>(), counts: new Set<string>() }
  let isAny = false
  let reading: Promise<unknown> = Promise.resolve()
  const take = (kind: keyof typeof named): readonly string[] | 'all' => {
    const ids = [...named[kind]]
    named[kind].clear()
    return ids.length <= MANY ? ids : 'all'
  }
  const readRows = (ids: readonly string[] | 'all') =>
    ids === 'all' ? readLetterList(surroundings) : readSomeLetters(surroundings, ids)
  const readLetters = (): Promise<unknown> => {
    const some = take('letters')
    const ids = isAny ? 'all' : some
    isAny = false
    return Promise.all([readRows(ids), countMeant(surroundings, ids)])
  }
  const readers: Record<Change['kind'], () => Promise<unknown>> = {
    letters: readLetters,
    counts: () => readRows(take('counts')),
    entities: () => readRegister(surroundings),
    imports: () => readImports(surroundings),
    meta: () => readMetaLists(surroundings),
  }
  // Many writes in one moment are one reading; what was read earlier never comes behind what was read later.
  const read = () => {
    const kinds = [...waiting]
    waiting.clear()
    reading = reading
      .then(() => Promise.all(kinds.map((kind) => readers[kind]())))
      .catch(reportError)
  }
  return surroundings.store.changes.subscribe(({ kind, ids }) => {
    if (waiting.size === 0) setTimeout(read, 120)
    waiting.add(kind)
    if (kind !== 'letters' && kind !== 'counts') return
    if (ids.length === 0) isAny = true
    for (const id of ids) named[kind].add(id)
  })
}
