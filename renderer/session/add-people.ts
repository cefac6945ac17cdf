import type { Editor } from '../../shared/tei/edition-record.ts'
import { peopleOf } from '../../shared/tei/responsibility.ts'
import type { NewLetter } from '../storage/add-import.ts'
import { putMeta } from '../storage/edition.ts'
import { readMetaLists } from './lists.ts'
import type { ReviewState } from './review-state.ts'
import { notifyFailure, type Surroundings } from './surroundings.ts'

/**
 * Takes over from the files of a review the names of those who decided something in the letters taken: what they said stands under
 * their names then, and they can go on with it here. Who is known already keeps the name known.
 */
export async function addPeople(
  surroundings: Surroundings,
  { files }: ReviewState,
  letters: readonly NewLetter[],
): Promise<void> {
  const named = files.flatMap((file) => (file.kind === 'tei' ? file.people : []))
  if (named.length === 0) return
  const { store, state } = surroundings
  const acting = new Set(letters.flatMap(({ letter }) => peopleOf(letter, true)))
  const people = new Map<string, Editor>()
  for (const one of [...state.getState().editors, ...named.filter(({ id }) => acting.has(id))])
    if (!people.has(one.id)) people.set(one.id, one)
  if (people.size === state.getState().editors.length) return
  const editors = [...people.values()]
  state.setState({ editors })
  const result = await putMeta(store, 'editors', editors)
  if (result.status === 'saved') return
  notifyFailure(surroundings, result)
  await readMetaLists(surroundings)
}
