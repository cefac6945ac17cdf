import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ArchiveReference } from '../../../shared/letter/records.ts'
import { Button } from '../kit/button.tsx'
import { DraftField } from './draft-field.tsx'

const PARTS = ['repository', 'fond', 'opis', 'delo', 'leaf', 'form'] as const

const EMPTY: ArchiveReference = {
  repository: '',
  fond: '',
  opis: '',
  delo: '',
  leaf: '',
  form: '',
  text: '',
}

/** The archive references of a letter, each field by field; values read past a misprint are marked. */
export function ArchiveFields(props: {
  readonly references: readonly ArchiveReference[]
  readonly onChange: (references: readonly ArchiveReference[]) => void
  readonly isReadOnly: boolean
}) {
  const { t } = useTranslation()
  const { references, onChange, isReadOnly } = props
  return (
    <>
      {references.map((reference, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a reference has no other identity than its place
        <div className="reference" key={index}>
          <Reference
            reference={reference}
            onChange={(changed) => onChange(references.with(index, changed))}
            isReadOnly={isReadOnly}
          />
          {!isReadOnly && (
            <Button
              look="link"
              onPress={() => onChange(references.filter((_, other) => other !== index))}
            >
              <Trash2 aria-hidden size={13} /> {t('letterView.header.removeReference')}
            </Button>
          )}
        </div>
      ))}
      {!isReadOnly && (
        <Button look="link" className="add" onPress={() => onChange([...references, EMPTY])}>
          <Plus aria-hidden size={13} /> {t('letterView.header.addReference')}
        </Button>
      )}
    </>
  )
}

function Reference(props: {
  readonly reference: ArchiveReference
  readonly onChange: (reference: ArchiveReference) => void
  readonly isReadOnly: boolean
}) {
  const { t } = useTranslation()
  const { reference, onChange, isReadOnly } = props
  const inferred = new Set(reference.inferred ?? [])
  const put = (part: (typeof PARTS)[number], value: string) => {
    const { inferred: _, ...rest } = reference
    const left = [...inferred].filter((one) => one !== part)
    onChange({ ...rest, [part]: value, ...(left.length > 0 ? { inferred: left } : {}) })
  }
  return (
    <>
      <div className="reference-parts">
        {PARTS.map((part) => (
          <DraftField
            key={part}
            className={`part-${part}`}
            label={
              <>
                {t(`letterView.archive.${part}`)}
                {inferred.has(part) && (
                  <span className="tag-unsure">{t('letterView.archive.inferred')}</span>
                )}
              </>
            }
            value={reference[part]}
            onCommit={(value) => put(part, value)}
            isReadOnly={isReadOnly}
          />
        ))}
      </div>
      <DraftField
        label={t('letterView.header.asPrinted')}
        value={reference.text}
        onCommit={(text) => onChange({ ...reference, text })}
        isReadOnly={isReadOnly}
        isMultiline
      />
    </>
  )
}
