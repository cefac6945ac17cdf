import type { RuleSet } from '../../shared/import/rules/rule.ts'
import type { EditionRecord, Editor } from '../../shared/tei/edition-record.ts'
import { NO_TRANSLATION_SET, type TranslationSet } from '../../shared/translate/translation-set.ts'
import type { Failed } from './failure.ts'
import { readAll, type Store, write } from './store.ts'

/** What is kept beside the letters: the edition record, who works on it, who works here, this device's settings, the scholar's rules of recognition, and what is known of the translation. */
export interface Meta {
  readonly edition: EditionRecord | null
  readonly editors: readonly Editor[]
  /** The id of the editor who works here, null where nobody has said. */
  readonly me: string | null
  readonly settings: Readonly<Record<string, unknown>>
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

// What is on its way into the store, by key: a read that is asked for meanwhile would give what was before.
const underWay = new WeakMap<Store, Map<string, { readonly value: unknown }>>()

function waitingFor(store: Store) {
  const waiting = underWay.get(store) ?? new Map<string, { readonly value: unknown }>()
  underWay.set(store, waiting)
  return waiting
}

const followers = new WeakMap<Store, () => void>()

/** Whether something beside the letters is on its way into the store. */
export function isWritingMeta(store: Store): boolean {
  return waitingFor(store).size > 0
}

/** Has `onChange` called whenever `isWritingMeta` may have become another; one at a time for a store. */
export function followMetaWrites(store: Store, onChange: () => void): void {
  followers.set(store, onChange)
}

/** All that is kept beside the letters; what this window is writing counts as kept until the write has failed. */
export async function readMeta(
  store: Store,
): Promise<{ readonly status: 'read'; readonly meta: Meta } | Failed> {
  return readAll(store, ['meta'], async () => {
    const rows = await store.db.meta.bulkGet(Object.keys(initial))
    const present = rows.flatMap((row) => (row ? [[row.key, row.value]] : []))
    for (const [key, { value }] of waitingFor(store)) present.push([key, value])
    return { status: 'read', meta: { ...initial, ...Object.fromEntries(present) } as Meta } as const
  })
}

/** Replaces one of the values, seen by `readMeta` from this moment. Two windows that write the same one: the later wins. */
export async function putMeta<K extends keyof Meta>(
  store: Store,
  key: K,
  value: Meta[K],
): Promise<{ readonly status: 'saved' } | Failed> {
  const waiting = waitingFor(store)
  const mine = { value }
  waiting.set(key, mine)
  followers.get(store)?.()
  const result = await write(store, ['meta'], async () => {
    await store.db.meta.put({ key, value })
    return { status: 'saved' } as const
  }).finally(() => {
    if (waiting.get(key) === mine) waiting.delete(key)
    followers.get(store)?.()
  })
  if (result.status === 'saved') store.changes.announce({ kind: 'meta', ids: [key] })
  return result
}
