import * as z from 'zod/mini'
import { countLibrary } from '../storage/count-library.ts'
import { putSettings, readMeta } from '../storage/edition.ts'
import { notify, type Surroundings, say, timeNow } from './surroundings.ts'

const DAYS = 7
const MANY_ACTIONS = 500
const DAY_MS = 86_400_000

// What the library held when the collection was last saved to a file.
const savedSchema = z.object({ time: z.string(), letters: z.number(), actions: z.number() })
type Saved = z.infer<typeof savedSchema>

/** Remembers that the collection was just saved to a file, or that counting begins now. */
export async function noteSaved({ store }: Surroundings): Promise<void> {
  const counted = await countLibrary(store)
  if (counted.status !== 'counted') return
  const { letters, actions } = counted.facts
  const savedCollection: Saved = { time: timeNow(), letters, actions }
  await putSettings(store, { savedCollection })
}

/**
 * Where nothing keeps safety copies: reminds a person, once in a session, to save the collection when a week has passed since
 * they did and something changed, or when a lot was done since.
 */
export async function remindToSave(
  surroundings: Surroundings,
  save: () => Promise<void>,
): Promise<void> {
  const { store } = surroundings
  const [counted, meta] = await Promise.all([countLibrary(store), readMeta(store)])
  if (counted.status !== 'counted' || meta.status !== 'read') return
  const read = savedSchema.safeParse(meta.meta.settings['savedCollection'])
  if (!read.success) return noteSaved(surroundings)
  const { facts } = counted
  const why = whyNow(read.data, facts, Date.now())
  if (why === null) return
  const text =
    why === 'days' ? say('safety.remind.days', { count: DAYS }) : say('safety.remind.actions')
  notify(surroundings, 'good', text, {
    label: say('command.saveCollection'),
    run: () => void save(),
  })
}

/** Why a person is to be reminded at `now` (ms since 1970), or null. A clock that was put back reminds of nothing. */
export function whyNow(
  saved: Saved,
  { letters, actions }: { readonly letters: number; readonly actions: number },
  now: number,
): 'days' | 'actions' | null {
  if (actions - saved.actions >= MANY_ACTIONS) return 'actions'
  const isChanged = actions !== saved.actions || letters !== saved.letters
  return isChanged && now - Date.parse(saved.time) >= DAYS * DAY_MS ? 'days' : null
}
