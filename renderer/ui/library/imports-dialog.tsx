import { useTranslation } from 'react-i18next'
import type { ImportRow } from '../../session/session.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { closeDialog } from '../ui-state.ts'

/** The imports that were confirmed, the last one first; each can be taken back and done again. */
export function ImportsDialog() {
  const { t } = useTranslation()
  const imports = useSessionState((state) => state.imports)
  const sorted = [...imports].sort((a, b) => (a.when < b.when ? 1 : -1))
  return (
    <Dialog
      title={t('imports.title')}
      onClose={closeDialog}
      wide
      foot={
        <Button onPress={closeDialog} autoFocus>
          {t('app.close')}
        </Button>
      }
    >
      {sorted.length === 0 ? <p className="muted">{t('imports.none')}</p> : null}
      <ul className="plain-list">
        {sorted.map((row) => (
          <Import key={row.id} row={row} />
        ))}
      </ul>
    </Dialog>
  )
}

function Import({ row }: { row: ImportRow }) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const when = new Date(row.when)
  const isTime = !Number.isNaN(when.getTime())
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <li className="import-row">
      <span>
        <strong>{row.sources.join(', ') || t('imports.sample')}</strong>
        <span className="muted">
          {' '}
          {isTime ? format.format(when) : row.when} · {t('count.letters', { count: row.letters })}
          {row.undone ? ` · ${t('imports.undone')}` : ''}
        </span>
      </span>
      {row.undone ? (
        <Button onPress={() => void session.redoImport(row.id)}>{t('imports.redo')}</Button>
      ) : (
        <Button onPress={() => void session.undoImport(row.id)}>{t('imports.undo')}</Button>
      )}
    </li>
  )
}
