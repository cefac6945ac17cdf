import { letterProblems } from '../../shared/check/letter-problems.ts'
import { countWords } from '../../shared/letter/count-words.ts'
import { addImport } from '../storage/add-import.ts'
import { putMeta, putSettings, readMeta } from '../storage/edition.ts'
import type { Store } from '../storage/store.ts'
import { SAMPLE_EDITOR, sampleEdition } from './sample-edition.ts'

/** Has the sample edition stay out of a library for ever: it was lost, and is brought back or begun anew. */
export async function skipSample(store: Store): Promise<void> {
  await putSettings(store, { hadSample: true })
}

/**
 * Puts the sample edition into a library that has never had it: its letters and its register in one import, with which
 * both go again. A start that was cut off in the middle goes on at the next one; a library that has had it is left alone.
 */
export async function addSample(store: Store): Promise<void> {
  const meta = await readMeta(store)
  if (meta.status !== 'read' || meta.meta.settings['hadSample'] === true) return
  const { letters, entities } = sampleEdition()
  if (!meta.meta.editors.some(({ id }) => id === SAMPLE_EDITOR.id))
    await putMeta(store, 'editors', [...meta.meta.editors, SAMPLE_EDITOR])
  const result = await addImport(store, {
    author: SAMPLE_EDITOR.id,
    sources: [],
    entities,
    letters: letters.map((letter) => ({
      letter,
      words: countWords(letter.translation),
      problems: letterProblems(letter),
    })),
  })
  if (result.status === 'failed') return
  await putSettings(store, { hadSample: true })
}
