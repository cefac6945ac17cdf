import type { CorrectionSurroundings } from '../../shared/exchange/correction-place.ts'
import type { CorrectionRow } from '../../shared/exchange/correction-rows.ts'
import type { ExchangeForm } from '../../shared/exchange/exchange-forms.ts'
import type { Measures } from '../../shared/translate/measures/collect-measures.ts'

/** Which letters: by their ids, or all of the library. */
export type OutputScope = readonly string[] | 'all'

/** The corrections of a letter, for a list of them. */
export interface LetterCorrections {
  readonly letter: string
  readonly title: string
  readonly rows: readonly (CorrectionRow & { readonly around: CorrectionSurroundings | null })[]
}

/** What goes out of the library beside TEI: forms for other programs, lists and measures. */
export interface OutputActions {
  /** Writes letters in a form where the person says; false where nothing was written, which was said unless they cancelled. */
  exportForm(form: ExchangeForm, letters: OutputScope): Promise<boolean>
  /** The corrections of letters, letters without any left out; null where it was cancelled or could not be read. */
  corrections(letters: OutputScope): Promise<readonly LetterCorrections[] | null>
  /** Counts the corrections of the whole library; null where it was cancelled or could not be read. */
  measure(): Promise<Measures | null>
  /** Writes a text where the person says. */
  saveText(name: string, text: string): Promise<void>
}
