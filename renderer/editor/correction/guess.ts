import type { Category } from '../../../shared/letter/records.ts'
import { type CorrectedWords, guessCategory } from '../../../shared/translate/guess-category.ts'
import type { EditorContext } from '../editor-context.ts'

/** The guessed category of a correction; an original is not mistranslated: what is wrong there lies in the source or its transcription. */
export function guess({ side }: EditorContext, words: CorrectedWords): Category {
  const category = guessCategory(words)
  return side === 'original' && category === 'mistranslation' ? 'source' : category
}
