import { useTranslation } from 'react-i18next'
import type { RefusalRecord } from '../../../shared/letter/records.ts'
import { canTakeUp } from '../../../shared/translate/can-take-up.ts'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import { Button } from '../kit/button.tsx'
import { useSession } from '../session-context.tsx'
import { BeforeAfter } from './before-after.tsx'
import { HistoryList } from './history-list.tsx'
import { takeUp } from './reading-acts.ts'

/** The corrections that were refused, with all that was said of them; each can be taken up again as long as its place is as it was. Nothing where there is none. */
export function RefusedList(props: {
  readonly refusals: readonly RefusalRecord[]
  readonly editor: LetterEditor
  readonly isReadOnly: boolean
}) {
  const { t } = useTranslation()
  const { refusals, editor, isReadOnly } = props
  if (refusals.length === 0) return null
  const text = editor.canonical()
  const struck = ({ deleted }: RefusalRecord) =>
    deleted
      .map(({ block, from, to }) =>
        text.machine.blocks.find(({ id }) => id === block)?.text.slice(from, to),
      )
      .join('')
  return (
    <section className="refused" aria-label={t('reading.refused.title')}>
      <h3>
        {t('reading.refused.title')} <span className="tab-count">{refusals.length}</span>
      </h3>
      <ul className="rows">
        {refusals.map((one) => (
          <li className="row-card" key={one.id}>
            <div className="row">
              <BeforeAfter
                before={struck(one)}
                after={one.inserted.map((put) => put.text).join('')}
              />
              <HistoryList record={one.correction} />
            </div>
            {!isReadOnly && <TakeUp id={one.id} editor={editor} isOpen={canTakeUp(text, one)} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function TakeUp(props: {
  readonly id: string
  readonly editor: LetterEditor
  readonly isOpen: boolean
}) {
  const { t } = useTranslation()
  const session = useSession()
  const { id, editor, isOpen } = props
  return (
    <div className="card-actions">
      {isOpen ? (
        <Button onPress={() => takeUp(session, editor, id)}>{t('reading.refused.takeUp')}</Button>
      ) : (
        <p className="why">{t('reading.refused.cannot')}</p>
      )}
    </div>
  )
}
