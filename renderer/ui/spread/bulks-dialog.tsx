import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkSummary } from '../../session/spread-state.ts'
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
  const travel = () => session.spread.travel(id, isBack ? 'redo' : 'undo').then(onDone)
  return (
    <li className="import-row">
      <span>
        <span className="before-after">
          <del>{before}</del> <ins>{after}</ins>
        </span>
        <span className="muted bulk-about">
          {format.format(new Date(time))} · {who} ·{' '}
          {isBack ? t('spread.isBack') : t('spread.found', counts)}
          {!isBack && letters < planned ? ` · ${t('spread.ofPlanned', { count: planned })}` : ''}
        </span>
      </span>
      <Button onPress={() => void travel()}>
        {isBack ? t('spread.again') : t('spread.takeBack')}
      </Button>
    </li>
  )
}
