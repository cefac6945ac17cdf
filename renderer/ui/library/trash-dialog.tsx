import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrashedLetter } from '../../storage/trash.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { closeDialog } from '../ui-state.ts'

/** The trash: what was taken out, when and why; brought back, or deleted for good after a question that names the count. */
export function TrashDialog() {
  const { t } = useTranslation()
  const rows = useTrash()
  const [doomed, setDoomed] = useState<readonly TrashedLetter[] | null>(null)
  if (doomed) return <Ask rows={doomed} onClose={() => setDoomed(null)} />
  return (
    <Dialog
      title={t('after.trash')}
      onClose={closeDialog}
      wide
      foot={
        <>
          {rows && rows.length > 0 ? (
            <Button look="danger" onPress={() => setDoomed(rows)}>
              {t('after.empty')}
            </Button>
          ) : null}
          <Button onPress={closeDialog} autoFocus>
            {t('app.close')}
          </Button>
        </>
      }
    >
      <p className="muted">{rows?.length === 0 ? t('after.trashEmpty') : t('after.trashHelp')}</p>
      <ul className="plain-list" aria-label={t('after.trash')}>
        {rows?.map((row) => (
          <Row key={row.id} row={row} onDelete={() => setDoomed([row])} />
        ))}
      </ul>
    </Dialog>
  )
}

/** The trash as it is; read again whenever the letters of the library have changed. Null until it is read. */
function useTrash(): readonly TrashedLetter[] | null {
  const session = useSession()
  const letters = useSessionState((state) => state.letters)
  const [rows, setRows] = useState<readonly TrashedLetter[] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the letters change when the trash does
  useEffect(() => {
    let current = true
    void session.after.readTrash().then((read) => {
      if (current) setRows(read)
    })
    return () => {
      current = false
    }
  }, [session, letters])
  return rows
}

function Row({ row, onDelete }: { row: TrashedLetter; onDelete: () => void }) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  const why = row.reason === 'replaced' && row.kind ? row.kind : row.reason
  const facts = [
    row.dateText,
    format.format(new Date(row.time)),
    why === 'replaced' ? '' : t(`after.why.${why}`),
    row.actions > 0 ? t('after.actions', { count: row.actions }) : '',
  ]
  return (
    <li className="import-row trash-row">
      <span>
        <strong>{row.title}</strong>
        <span className="muted"> {facts.filter(Boolean).join(' · ')}</span>
      </span>
      <span className="actions">
        <Button onPress={() => void session.after.bringBack([row])}>{t('after.bringBack')}</Button>
        <Button look="danger" onPress={onDelete}>
          {t('after.deleteOne')}
        </Button>
      </span>
    </li>
  )
}

function Ask({ rows, onClose }: { rows: readonly TrashedLetter[]; onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const forms = rows.filter(({ isEarlierForm }) => isEarlierForm).length
  const empty = async () => {
    await session.after.emptyTrash(rows)
    onClose()
  }
  return (
    <Dialog
      title={t('after.emptyTitle')}
      onClose={onClose}
      alert
      foot={
        <>
          <Button onPress={onClose} autoFocus>
            {t('app.cancel')}
          </Button>
          <Button look="danger" onPress={() => void empty()}>
            {t('after.emptyDo', { count: rows.length })}
          </Button>
        </>
      }
    >
      <p>{t('after.emptyAsk', { count: rows.length })}</p>
      {forms > 0 ? <p>{t('after.emptyForms', { count: forms })}</p> : null}
    </Dialog>
  )
}
