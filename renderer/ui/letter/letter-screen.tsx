import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { PairTable } from '../align/pair-table.tsx'
import { Panes } from '../kit/panes.tsx'
import { filterLetters } from '../library/filter-letters.ts'
import { GoPicker } from '../reading/go-picker.tsx'
import { WordsPicker } from '../reading/words-picker.tsx'
import { useSessionState } from '../session-context.tsx'
import { FindBar } from '../spread/find-bar.tsx'
import { useUi } from '../ui-state.ts'
import { Inspector } from './inspector.tsx'
import './letter.css'
import '../../editor/editor.css'
import './letter-list.css'
import './letter-form.css'
import './inspector.css'
import './picker.css'
import { LetterColumns } from './letter-columns.tsx'
import { LetterHead } from './letter-head.tsx'
import { LetterList } from './letter-list.tsx'
import { useLetterUi } from './letter-store.ts'
import { NotePicker } from './note-picker.tsx'
import { SelectionToolbar } from './selection-toolbar.tsx'
import { TagPicker } from './tag-picker.tsx'

/** The open letter between header and footer: its neighbours as the library was filtered, its texts, the inspector. */
export function LetterScreen() {
  const { t } = useTranslation()
  const isOpen = useSessionState((state) => state.open !== null)
  const leftPane = useSessionState((state) => state.settings.leftPane)
  const rightPane = useSessionState((state) => state.settings.rightPane)
  const rows = useNeighbours()
  const id = useSessionState((state) => state.open?.id)
  const isAligned = useUi(({ align }) => align !== null && align.letter === id)
  if (!isOpen) return null
  return (
    <div className="letter-screen">
      <Panes
        mainLabel={t('letterView.columns.label')}
        left={{
          label: t('letterView.list.label'),
          resizeLabel: t('letterView.list.resize'),
          open: leftPane,
          content: <LetterList rows={rows} />,
        }}
        right={{
          label: t('letterView.inspector.label'),
          resizeLabel: t('letterView.inspector.resize'),
          open: rightPane,
          content: <Inspector />,
        }}
      >
        <div className="letter-main">
          <div>
            <LetterHead />
            <FindBar />
          </div>
          {isAligned ? <PairTable /> : <LetterColumns />}
        </div>
      </Panes>
      {!isAligned && <SelectionToolbar />}
      <Pickers />
      <LiveRegion />
    </div>
  )
}

function Pickers() {
  const picker = useLetterUi((state) => state.picker)
  if (picker?.type === 'note') return <NotePicker picker={picker} />
  if (picker?.type === 'go') return <GoPicker picker={picker} />
  if (picker?.type === 'words')
    return <WordsPicker key={`${picker.purpose} ${picker.record}`} picker={picker} />
  if (picker) return <TagPicker key={`${picker.kind} ${picker.mention}`} picker={picker} />
  return null
}

// The letters that the library was narrowed to; the open one always belongs to them.
function useNeighbours() {
  const letters = useSessionState((state) => state.letters)
  const id = useSessionState((state) => state.open?.id)
  const filter = useUi((state) => state.filter)
  return useMemo(() => {
    const rows = filterLetters(letters, filter)
    const open = letters.find((row) => row.id === id)
    return !open || rows.includes(open) ? rows : [...rows, open]
  }, [letters, filter, id])
}

function LiveRegion() {
  const said = useLetterUi((state) => state.said)
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {/* A sentence said twice is another text for screen readers. */}
      {said.text}
      {said.turn % 2 === 1 ? '\u00A0' : ''}
    </p>
  )
}
