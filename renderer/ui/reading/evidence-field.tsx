import { useTranslation } from 'react-i18next'
import type { CorrectionRecord } from '../../../shared/letter/records.ts'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import { Button } from '../kit/button.tsx'
import { useSession } from '../session-context.tsx'
import { setCorrectionEvidence, wordsOfPassage } from './evidence-here.ts'

/** The passage of the original that a correction rests on; nothing where the letter has no original. */
export function EvidenceField(props: {
  readonly editor: LetterEditor
  readonly record: CorrectionRecord
  readonly isReadOnly: boolean
}) {
  const { t } = useTranslation()
  const session = useSession()
  const { editor, record, isReadOnly } = props
  const original = session.editor('original')
  if (!original) return null
  const { evidence } = record
  const show = () => {
    if (evidence) original.select(evidence)
  }
  return (
    <div className="field evidence">
      <span className="field-label">{t('reading.evidence.label')}</span>
      {evidence && (
        <button type="button" className="evidence-words" onClick={show}>
          <q lang={original.canonical().machine.lang}>{wordsOfPassage(session, evidence)}</q>
        </button>
      )}
      {!isReadOnly && (
        <div className="card-actions">
          <Button
            keys="Alt-e"
            tip={t('reading.evidence.how')}
            onPress={() => setCorrectionEvidence(session, record.id)}
          >
            {t(evidence ? 'reading.evidence.change' : 'reading.evidence.set')}
          </Button>
          {evidence && (
            <Button
              look="quiet"
              onPress={() => editor.setCorrection(record.id, { evidence: null })}
            >
              {t('reading.evidence.remove')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
