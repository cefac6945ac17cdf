import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Side } from '../../../shared/letter/canonical.ts'
import { verdictOf } from '../../../shared/translate/verdict.ts'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import { keyOfCategory } from '../letter/category-keys.ts'
import { EmptyPanel } from '../letter/empty-panel.tsx'
import type { CorrectionRow } from '../letter/letter-rows.ts'
import { useLetterRows } from '../letter/use-letter.ts'
import { useRows } from '../letter/use-rows.ts'
import { useSession, useSessionState } from '../session-context.tsx'
import { BeforeAfter } from './before-after.tsx'
import { takeCardKey } from './card-keys.ts'
import { CorrectionFilters } from './correction-filters.tsx'
import {
  ALL_CORRECTIONS,
  type CorrectionOrder,
  correctionFacets,
  filterCorrections,
} from './filter-corrections.ts'
import { RefusedList } from './refused-list.tsx'

/** From this many corrections on the list can be narrowed: fewer are seen at once. */
const MANY = 4

/** All corrections of the letter, machine reading → correction, narrowed and sorted, the refused ones apart; number keys change the category of the one that has the focus; pressing one shows it in the text and in the card. */
export function CorrectionsPanel() {
  const session = useSession()
  const side = useSessionState((state) => state.open?.activeSide ?? 'translation')
  const isReadOnly = useSessionState((state) => state.open?.readOnly ?? true)
  const { corrections } = useLetterRows(side)
  const list = useRows<HTMLUListElement>()
  const [filter, setFilter] = useState(ALL_CORRECTIONS)
  const [order, setOrder] = useState<CorrectionOrder>('place')
  const facets = useMemo(() => correctionFacets(corrections), [corrections])
  const shown = filterCorrections(corrections, filter, order)
  const editor = session.editor(side)
  const { t } = useTranslation()
  if (!editor) return null
  const refusals = Object.values(editor.state().records.refusals)
  if (corrections.length === 0 && refusals.length === 0) return <NoCorrections side={side} />
  return (
    <>
      {side === 'original' && <p className="panel-hint">{t('align.transcriptionCorrections')}</p>}
      {corrections.length >= MANY && (
        <CorrectionFilters
          filter={filter}
          onFilter={setFilter}
          order={order}
          onOrder={setOrder}
          facets={facets}
          shown={shown.length}
        />
      )}
      <ul className="rows" ref={list.ref} onKeyDown={list.onKeyDown}>
        {shown.map((row) => (
          <Correction key={row.record.id} row={row} editor={editor} isReadOnly={isReadOnly} />
        ))}
      </ul>
      {!isReadOnly && corrections.length > 0 && (
        <p className="panel-hint">{t('letterView.corrections.keys')}</p>
      )}
      <RefusedList refusals={refusals} editor={editor} isReadOnly={isReadOnly} />
    </>
  )
}

// What is corrected in the original is not the machine's translation but a transcription.
function NoCorrections({ side }: { readonly side: Side }) {
  const { t } = useTranslation()
  return side === 'original' ? (
    <EmptyPanel title={t('align.noTranscription')} text={t('align.noTranscriptionHow')} />
  ) : (
    <EmptyPanel
      title={t('letterView.corrections.none')}
      text={t('letterView.corrections.noneHow')}
    />
  )
}

function Correction(props: {
  readonly row: CorrectionRow
  readonly editor: LetterEditor
  readonly isReadOnly: boolean
}) {
  const { t } = useTranslation()
  const { row, editor, isReadOnly } = props
  const { record } = row
  const verdict = verdictOf(record)
  return (
    <li
      className="row-card"
      onKeyDown={(event) => !isReadOnly && takeCardKey(event, editor, record.id)}
    >
      <button
        type="button"
        className="row"
        data-row
        onClick={() => editor.selectRecord('corrections', record.id)}
      >
        <BeforeAfter before={row.before} after={row.after} />
        <span className="category-chip" data-guessed={record.guessed || undefined}>
          {t(`category.${record.category}`)} <kbd>{keyOfCategory(record.category)}</kbd>
        </span>
        {verdict !== 'proposed' && (
          <span className="verdict" data-verdict={verdict}>
            {t(`reading.verdict.${verdict}`)}
          </span>
        )}
      </button>
    </li>
  )
}
