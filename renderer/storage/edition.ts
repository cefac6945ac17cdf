import type { RuleSet } from '../../shared/import/rules/rule.ts'
import type { EditionRecord, Editor } from '../../shared/tei/edition-record.ts'
import { NO_TRANSLATION_SET, type TranslationSet } from '../../shared/translate/translation-set.ts'
import type { Failed } from './failure.ts'
import { readAll, type Store, write } from './store.ts'

type Settings = Readonly<Record<string, unknown>>

/** What is kept beside the letters: the edition record, who works on it, who works here, this device's settings, the scholar's rules of recognition, and what is known of the translation. */
export interface Meta {
  readonly edition: EditionRecord | null
  readonly editors: readonly Editor[]
  /** The id of the editor who works here, null where nobody has said. */
  readonly me: string | null
  readonly settings: Settings
  readonly rules: RuleSet
  readonly translation: TranslationSet
}

const initial: Meta = {
  edition: null,
  editors: [],
  me: null,
  settings: {},
  rules: { rules: [] },
  translation: NO_TRANSLATION_SET,
}

/** What this window has changed and the store does not have yet: a read that is asked for meanwhile would give what was before. */
interface Unwritten {
  /** On its way, by key. */
  readonly values: Map<string, { readonly value: unknown }>
  /** Settings on their way, in the order of their changes. */
  readonly settings: Set<Settings>
  /** Settings that the store did not take; they are written when it is well again. */
  refused: Settings | null
}

const unwritten = new WeakMap<Store, Unwritten>()

function unwrittenOf(store: Store): Unwritten {
  const known = unwritten.get(store) ?? { values: new Map(), settings: new Set(), refused: null }
  unwritten.set(store, known)
  return known
}

const followers = new WeakMap<Store, () => void>()

/** Whether something beside the letters is on its way into the store. */
export function isWritingMeta(store: Store): boolean {
  const { values, settings } = unwrittenOf(store)
  return values.size > 0 || settings.size > 0
}

/** Has `onChange` called whenever `isWritingMeta` may have become another; one at a time for a store. */
export function followMetaWrites(store: Store, onChange: () => void): void {
  followers.set(store, onChange)
}

/**
 * All that is kept beside the letters; what this window is writing counts as kept until the write has failed, and settings
 * that were chosen here count in any case.
 */
export async function readMeta(
  store: Store,
): Promise<{ readonly status: 'read'; readonly meta: Meta } | Failed> {
  const result = await readAll(store, ['meta'], async () => {
    const rows = await store.db.meta.bulkGet(Object.keys(initial))
    const present = rows.flatMap((row) => (row ? [[row.key, row.value]] : []))
    return { status: 'read', kept: Object.fromEntries(present) as Partial<Meta> } as const
  })
  if (result.status !== 'read') return result
  // Looked at last: what was changed between the read and its end would be taken back.
  const { values, settings: parts, refused } = unwrittenOf(store)
  const mine = [...values].map(([key, { value }]) => [key, value])
  const meta: Meta = { ...initial, ...result.kept, ...Object.fromEntries(mine) }
  const settings = Object.assign({}, meta.settings, refused, ...parts) as Settings
  return { status: 'read', meta: { ...meta, settings } }
}

/** Replaces one of the values, seen by `readMeta` from this moment. Two windows that write the same one: the later wins. */
export async function putMeta<K extends Exclude<keyof Meta, 'settings'>>(
  store: Store,
  key: K,
  value: Meta[K],
): Promise<{ readonly status: 'saved' } | Failed> {
  const { values } = unwrittenOf(store)
  const mine = { value }
  values.set(key, mine)
  return writeMeta(
    store,
    key,
    async () => value,
    () => {
      if (values.get(key) === mine) values.delete(key)
    },
  )
}

/**
 * Changes some of the settings and leaves the others as they are, whoever wrote them. Seen by `readMeta` from this moment, also
 * where the store does not take it: then it is written when the store is well again.
 */
export async function putSettings(
  store: Store,
  part: Settings,
): Promise<{ readonly status: 'saved' } | Failed> {
  const mine = unwrittenOf(store)
  // Another object at each call: the same part may be on its way twice.
  const own = { ...part }
  mine.settings.add(own)
  const change = async () => {
    const row = await store.db.meta.get('settings')
    return { ...(row?.value as Settings | undefined), ...own }
  }
  const result = await writeMeta(store, 'settings', change, () => mine.settings.delete(own))
  if (result.status === 'failed') writeWhenWell(store, own)
  return result
}

function writeWhenWell(store: Store, part: Settings): void {
  const mine = unwrittenOf(store)
  const isWaiting = mine.refused !== null
  mine.refused = { ...mine.refused, ...part }
  if (isWaiting) return
  const stop = store.health.subscribe(({ status }) => {
    if (status !== 'well') return
    stop()
    const { refused } = mine
    mine.refused = null
    if (refused) void putSettings(store, refused)
  })
}

async function writeMeta(
  store: Store,
  key: keyof Meta,
  valueNow: () => Promise<unknown>,
  onEnd: () => void,
): Promise<{ readonly status: 'saved' } | Failed> {
  followers.get(store)?.()
  const result = await write(store, ['meta'], async () => {
    await store.db.meta.put({ key, value: await valueNow() })
    return { status: 'saved' } as const
  }).finally(() => {
    onEnd()
    followers.get(store)?.()
  })
  if (result.status === 'saved') store.changes.announce({ kind: 'meta', ids: [key] })
  return result
}
