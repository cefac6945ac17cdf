import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkSummary, TravelRefusal } from '../../session/spread-state.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { closeDialog } from '../ui-state.ts'
import './spread.css'

/** The corrections that were carried over many letters, the last one first; each can be taken back as one, and done again. */
export function BulksDialog() {
  const { t } = useTranslation()
  const session = useSession()
  const [bulks, setBulks] = useState<readonly BulkSummary[] | null>(null)
  const read = useCallback(() => void session.spread.readChanges().then(setBulks), [session])
  useEffect(read, [read])
  return (
    <Dialog
      title={t('spread.bulksTitle')}
      onClose={closeDialog}
      wide
      foot={
        <Button onPress={closeDialog} autoFocus>
          {t('app.close')}
        </Button>
      }
    >
      {bulks?.length === 0 ? <p className="muted">{t('spread.bulksNone')}</p> : null}
      <ul className="plain-list">
        {(bulks ?? []).map((bulk) => (
          <Bulk key={bulk.id} bulk={bulk} onDone={read} />
        ))}
      </ul>
    </Dialog>
  )
}

function Bulk({ bulk, onDone }: { readonly bulk: BulkSummary; readonly onDone: () => void }) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const editors = useSessionState((state) => state.editors)
  const { id, before, after, author, time, letters, planned, places, isBack } = bulk
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  const who = editors.find((editor) => editor.id === author)?.initials ?? author
  const counts = {
    places: t('spread.places', { count: places }),
    letters: t('spread.letters', { count: letters }),
  }
  const [refusal, setRefusal] = useState<TravelRefusal | null>(null)
  const way = isBack ? 'redo' : 'undo'
  const travel = async (others: boolean) => {
    setRefusal(null)
    const refused = await session.spread.travel(id, way, others)
    if (refused) setRefusal(refused)
    else onDone()
  }
  return (
    <li className="import-row bulk-row">
      <span>
        <span className="before-after">
          <del>{before}</del> <ins>{after}</ins>
        </span>
        <span className="muted bulk-about">
          {format.format(new Date(time))} · {who} ·{' '}
          {isBack ? t('spread.isBack') : t('spread.wasDone', counts)}
          {!isBack && letters < planned ? ` · ${t('spread.ofPlanned', { count: planned })}` : ''}
        </span>
      </span>
      <Button onPress={() => void travel(false)}>
        {isBack ? t('spread.again') : t('spread.takeBack')}
      </Button>
      {refusal ? <Refused way={way} refusal={refusal} onOthers={() => void travel(true)} /> : null}
    </li>
  )
}

// The choice stands where it was asked for: over an open window a message can only be looked at.
function Refused(props: {
  readonly way: 'undo' | 'redo'
  readonly refusal: TravelRefusal
  readonly onOthers: () => void
}) {
  const { t } = useTranslation()
  const { words, others } = props.refusal
  const letters = t('spread.letters', { count: others })
  return (
    <div className="bulk-refused" role="alert">
      <p>{words}</p>
      {others > 0 ? (
        <Button onPress={props.onOthers}>
          {props.way === 'undo'
            ? t('spread.othersUndo', { letters })
            : t('spread.othersRedo', { letters })}
        </Button>
      ) : null}
    </div>
  )
}
