import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readTermRows } from '../../../shared/translate/read-term-rows.ts'
import type { Term } from '../../../shared/translate/translation-set.ts'
import { Field } from '../kit/field.tsx'
import { TermPreview } from './term-preview.tsx'
import { freeIds } from './with-item.ts'

/** A field for rows of a table, with what taking them would change. */
export function PasteRows(props: {
  readonly known: readonly Term[]
  readonly onTake: (rows: readonly Term[]) => void
}) {
  const { t } = useTranslation()
  const { known, onTake } = props
  const [text, setText] = useState('')
  const { terms, faults } = useMemo(() => readTermRows(text, freeIds('t', known)), [text, known])
  return (
    <div className="words-form">
      <Field
        label={t('words.terms.rows')}
        help={t('words.terms.rowsHelp')}
        value={text}
        onChange={setText}
        multiline
        autoFocus
      />
      <TermPreview
        known={known}
        terms={terms}
        leftOut={faults.map((fault) => t('words.terms.rowFault', { ...fault }))}
        onTake={() => onTake(terms)}
      />
    </div>
  )
}
