import { readMeta } from '../storage/edition.ts'
import { countMentions, listEntities } from '../storage/entities.ts'
import { listImports } from '../storage/list-imports.ts'
import { listLetters } from '../storage/list-letters.ts'
import type { LetterHead } from '../storage/rows.ts'
import { CHECKS_VERSION } from './noticed-in.ts'
import type { LetterRow, SessionState, Settings } from './session.ts'
import type { Surroundings } from './surroundings.ts'

/** Reads everything that lists show from the store. A failure leaves the lists as they were and says so in `broken` at the start alone. */
export async function readLists(surroundings: Surroundings): Promise<void> {
  await Promise.all([
    readLetterList(surroundings),
    readRegister(surroundings),
    readImports(surroundings),
    readMetaLists(surroundings),
  ])
}

/** Reads the library's rows. */
export async function readLetterList({ store, state }: Surroundings): Promise<void> {
  const result = await listLetters(store)
  if (result.status === 'read') state.setState({ letters: result.letters.map(rowOf) })
}

function rowOf(head: LetterHead): LetterRow {
  const { id, title, dateText, dateSort, from, to, archive, words, problems, state } = head
  const { hasOriginal, counterpart = null, importId, segments = null, madeFrom } = head
  const row = { id, title, dateText, dateSort, from, to, archive, words, problems, segments }
  const isChecked = head.derivedRev === head.rev && head.checked === CHECKS_VERSION
  const unchecked = isChecked ? {} : { unchecked: head.rev }
  const more = { ...unchecked, ...(madeFrom && { madeFrom }) }
  return { ...row, state, hasOriginal, counterpart, importId, ...more }
}

/** Reads the register and how often each entry is meant. */
export async function readRegister({ store, state }: Surroundings): Promise<void> {
  const [listed, counted] = await Promise.all([listEntities(store), countMentions(store)])
  if (listed.status === 'read')
    state.setState({ entities: listed.entities.map(({ entity }) => entity) })
  if (counted.status === 'read')
    state.setState({ mentionCounts: Object.fromEntries(counted.counts) })
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

/** Keeps the lists true: reads again what a committed write has changed, in this window or another; gives the function that ends it. */
export function followChanges(surroundings: Surroundings): () => void {
  const waiting = new Set<string>()
  const readers = {
    letters: readLetterList,
    entities: readRegister,
    imports: readImports,
    meta: readMetaLists,
  }
  // Many writes in one moment are one reading.
  const read = () => {
    for (const kind of waiting) void readers[kind as keyof typeof readers](surroundings)
    if (waiting.has('letters') && !waiting.has('entities')) void readRegister(surroundings)
    waiting.clear()
  }
  return surroundings.store.changes.subscribe(({ kind }) => {
    if (waiting.size === 0) setTimeout(read, 120)
    waiting.add(kind)
  })
}
