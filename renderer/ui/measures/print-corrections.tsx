import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { LetterCorrections, OutputScope } from '../../session/output-types.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useSession } from '../session-context.tsx'
import { closeDialog } from '../ui-state.ts'
import { CorrectionsPage } from './corrections-page.tsx'

/** The corrections of letters as a list for paper: gathered, shown how many there are, and printed by the system's dialog. */
export function PrintCorrections({ letters }: { letters: OutputScope }) {
  const { t } = useTranslation()
  const session = useSession()
  const [found, setFound] = useState<readonly LetterCorrections[] | null>(null)
  useEffect(() => {
    let isShown = true
    void session.outputs.corrections(letters).then((rows) => {
      if (!isShown) return
      if (rows) setFound(rows)
      else closeDialog()
    })
    return () => {
      isShown = false
      session.cancelProgress()
    }
  }, [session, letters])
  const all = found?.flatMap(({ rows }) => rows) ?? []
  const count = all.length
  const refused = all.filter(({ verdict }) => verdict === 'refused').length
  return (
    <Dialog
      title={t('exportForms.printTitle')}
      onClose={closeDialog}
      foot={
        <>
          <Button onPress={closeDialog}>{t('app.close')}</Button>
          <Button
            look="primary"
            isDisabled={count === 0}
            onPress={() => window.print()}
            key={count === 0 ? 'waiting' : 'ready'}
            autoFocus={count > 0}
          >
            {t('exportForms.print')}
          </Button>
        </>
      }
    >
      <p>
        {found ? t('exportForms.printCount', { count }) : t('measures.counting')}{' '}
        {refused > 0 && t('exportForms.printRefused', { count: refused })}
      </p>
      <p className="muted">{t('exportForms.printWhat')}</p>
      {found ? createPortal(<CorrectionsPage letters={found} />, document.body) : null}
    </Dialog>
  )
}
