import { useTranslation } from 'react-i18next'
import type { CorrectionRecord } from '../../../shared/letter/records.ts'
import { type Judgement, mayDecide, verdictOf } from '../../../shared/translate/verdict.ts'
import { describeKeys } from '../../commands/keys.ts'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import { Button } from '../kit/button.tsx'
import { platform } from '../platform.ts'
import { useSession, useSessionState } from '../session-context.tsx'
import { openDialog } from '../ui-state.ts'
import { decideNow, openWords } from './reading-acts.ts'

const KEYS: Readonly<Record<Judgement, string>> = { accepted: 'a', refused: 'r', disputed: 'u' }
const VERBS = { accepted: 'accept', refused: 'refuse', disputed: 'dispute' } as const

/** Where a correction stands, and what a second reader can say of it; to who proposed it: that another person decides. */
export function VerdictBar(props: {
  readonly editor: LetterEditor
  readonly record: CorrectionRecord
  readonly isReadOnly: boolean
}) {
  const { t } = useTranslation()
  const session = useSession()
  const me = useSessionState((state) => state.me)
  const mode = useSessionState((state) => state.open?.mode)
  const { editor, record, isReadOnly } = props
  const verdict = verdictOf(record)
  const isDecider = !isReadOnly && me !== null && mayDecide(record, me.id)
  const say = (one: Judgement) => {
    if (one === 'accepted') decideNow(session, editor, record.id, one)
    else openWords(one, editor, record.id)
  }
  return (
    <div className="verdict-bar">
      <p className="verdict-line">
        <span className="verdict" data-verdict={verdict}>
          {t(`reading.verdict.${verdict}`)}
        </span>
        {isDecider && mode !== 'tag' && (
          <span className="bar-held">
            <kbd>{describeKeys('Alt-a', platform)[0]}</kbd> +
          </span>
        )}
      </p>
      {!isReadOnly && !me && (
        <Button look="link" onPress={() => openDialog({ kind: 'who' })}>
          {t('reading.who.toDecide')}
        </Button>
      )}
      {me && !mayDecide(record, me.id) && <p className="why">{t('reading.own')}</p>}
      {isDecider && (
        <div className="card-actions">
          {(['accepted', 'refused', 'disputed'] as const)
            .filter((one) => one !== verdict)
            .map((one) => (
              <Button
                key={one}
                {...(one === 'accepted' ? { look: 'primary' as const } : {})}
                keys={KEYS[one]}
                onPress={() => say(one)}
              >
                {t(`reading.${VERBS[one]}`)}
              </Button>
            ))}
        </div>
      )}
    </div>
  )
}
