import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { OpenedFile } from '../../shared/ipc.ts'
import type { CorrectionRule } from '../../shared/translate/translation-set.ts'
import type { RearrangeRequest } from '../session/after-state.ts'
import type { CorrectionPlace } from '../session/spread-state.ts'
import type { AlignPlace } from './align/align-place.ts'
import { type LibraryFilter, NO_FILTER } from './library/filter-letters.ts'
import type { LetterOrder } from './library/sort-letters.ts'
import { AT_FIRST, type ReviewPlace } from './review/review-place.ts'
import type { Scope } from './spread/find-form.tsx'
import type { ConcordanceView, LeftConcordance } from './words/left-concordance.ts'

/** The window that lies over the screen, if any. */
export type OpenDialog =
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'guide' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'who' }
  | { readonly kind: 'about-data' }
  | { readonly kind: 'safety-copies' }
  | { readonly kind: 'checks' }
  | { readonly kind: 'export'; readonly letters: readonly string[] | 'all' }
  | { readonly kind: 'edition' }
  | { readonly kind: 'measures' }
  | { readonly kind: 'print-corrections'; readonly letters: readonly string[] | 'all' }
  | { readonly kind: 'imports' }
  | { readonly kind: 'trash' }
  | { readonly kind: 'changes' }
  | { readonly kind: 'rearrange'; readonly request: RearrangeRequest }
  | { readonly kind: 'original'; readonly letter: string }
  /** `only` one text that stands alone; null for all of the library. */
  | { readonly kind: 'find-letters'; readonly only: string | null }
  | { readonly kind: 'same'; readonly place: CorrectionPlace }
  | { readonly kind: 'find'; readonly text: string; readonly scope: Scope }
  | { readonly kind: 'make-rule'; readonly rule: CorrectionRule }
  | { readonly kind: 'bulks' }
  | { readonly kind: 'concordance'; readonly view: ConcordanceView }

/** What the window shows beyond the session: kept only as long as the window lives. */
export interface UiState {
  readonly dialog: OpenDialog | null
  readonly filter: LibraryFilter
  readonly order: LetterOrder
  /** Ids of the letters selected in the library. */
  readonly selected: ReadonlySet<string>
  /** The entry shown in the register. */
  readonly entity: string | null
  readonly whoLater: boolean
  /** The letter the library's focus was on last: there one comes back to. */
  readonly lastLetter: string | null
  readonly review: ReviewPlace
  /** Set while the pairs of a letter stand in the place of its texts. */
  readonly align: AlignPlace | null
  /** Originals that were typed or pasted and are not added yet, by letter. */
  readonly originalDrafts: Readonly<Record<string, string>>
  /** The concordance as it was left, null as long as there was none. */
  readonly concordance: LeftConcordance | null
  /** The file that the screen of the glossary shows before anything of it is taken. */
  readonly termFile: OpenedFile | null
}

/** The state of the window. */
export const uiState = createStore<UiState>()(() => ({
  dialog: null,
  filter: NO_FILTER,
  order: { column: 'date', descending: false },
  selected: new Set<string>(),
  entity: null,
  whoLater: false,
  lastLetter: null,
  review: AT_FIRST,
  align: null,
  originalDrafts: {},
  concordance: null,
  termFile: null,
}))

/** A part of the window's state; the component is drawn again when that part is another. */
export function useUi<T>(select: (state: UiState) => T): T {
  return useStore(uiState, select)
}

/** Opens a window over the screen; the one that was open closes. */
export function openDialog(dialog: OpenDialog): void {
  uiState.setState({ dialog })
}

/** Closes the window over the screen. */
export function closeDialog(): void {
  uiState.setState({ dialog: null })
}

/** Shows a file on the screen of the glossary, or none any more. */
export function openTermFile(termFile: OpenedFile | null): void {
  uiState.setState({ termFile })
}

/** Changes what the library is filtered by; the selection is kept to what can be seen by the library itself. */
export function setFilter(change: Partial<LibraryFilter>): void {
  uiState.setState(({ filter }) => ({ filter: { ...filter, ...change } }))
}
