import { letterProblems } from '../../shared/check/letter-problems.ts'
import { countWords } from '../../shared/letter/count-words.ts'
import { addImport } from '../storage/add-import.ts'
import { putMeta, readMeta } from '../storage/edition.ts'
import { listEntities, putEntity } from '../storage/entities.ts'
import type { Store } from '../storage/store.ts'
import { SAMPLE_EDITOR, sampleEdition } from './sample-edition.ts'

/**
 * Puts the sample edition into a library that has never had it: register first, then all letters in one import. A start
 * that was cut off in the middle goes on at the next one; a library that has had it is left alone.
 */
export async function addSample(store: Store): Promise<void> {
  const meta = await readMeta(store)
  if (meta.status !== 'read' || meta.meta.settings['hadSample'] === true) return
  const { letters, entities } = sampleEdition()
  const listed = await listEntities(store)
  if (listed.status !== 'read') return
  const known = new Set(listed.entities.map(({ entity }) => entity.id))
  for (const entity of entities) if (!known.has(entity.id)) await putEntity(store, entity, 0)
  if (!meta.meta.editors.some(({ id }) => id === SAMPLE_EDITOR.id))
    await putMeta(store, 'editors', [...meta.meta.editors, SAMPLE_EDITOR])
  const result = await addImport(store, {
    author: SAMPLE_EDITOR.id,
    sources: [],
    letters: letters.map((letter) => ({
      letter,
      words: countWords(letter.translation),
      problems: letterProblems(letter),
    })),
  })
  if (result.status === 'failed') return
  await putMeta(store, 'settings', { ...meta.meta.settings, hadSample: true })
}
