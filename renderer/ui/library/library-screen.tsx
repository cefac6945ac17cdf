import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSessionState } from '../session-context.tsx'
import { useUi } from '../ui-state.ts'
import { EmptyLibrary, NothingFound } from './empty-library.tsx'
import { FilterBar } from './filter-bar.tsx'
import { filterLetters } from './filter-letters.ts'
import { LeftReviewBar } from './left-review-bar.tsx'
import { LetterGrid } from './letter-grid.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { sortLetters } from './sort-letters.ts'
import { usePaste } from './use-paste.ts'
import { WhoBar } from './who-bar.tsx'

/** The library: the letters of the collection, narrowed, sorted, selected. A page can be pasted into it. */
export function LibraryScreen() {
  const { t } = useTranslation()
  const letters = useSessionState((state) => state.letters)
  const locale = useSessionState((state) => state.settings.locale)
  const filter = useUi((ui) => ui.filter)
  const order = useUi((ui) => ui.order)
  // Sorted first: narrowing keeps the order, so that a key typed there never sorts again.
  const sorted = useMemo(() => sortLetters(letters, order, locale), [letters, order, locale])
  const shown = useMemo(() => filterLetters(sorted, filter), [sorted, filter])
  usePaste()
  if (letters.length === 0) return <EmptyLibrary />
  return (
    <div className="library">
      <h1 className="visually-hidden">{t('app.letters')}</h1>
      <WhoBar />
      <LeftReviewBar />
      <FilterBar shown={shown.length} />
      <div className="library-list" data-pane="letters">
        {shown.length === 0 ? <NothingFound /> : <LetterGrid rows={shown} />}
      </div>
      <SelectionBar rows={shown} />
    </div>
  )
}
