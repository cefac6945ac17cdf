import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportProblem, ExportRequest, TeiFileReport } from '../../session/session.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { TeiReport } from '../tei/tei-report.tsx'
import { TeiSourcesField } from '../tei/tei-sources-field.tsx'
import { closeDialog } from '../ui-state.ts'
import { EditionFields } from './edition-form.tsx'
import { ExportProblems } from './export-problems.tsx'
import { type ExportScope, ExportScopes } from './export-scopes.tsx'
import { useEditionForm } from './use-edition-form.ts'

/** What to export; at the first export also the edition record; where the export is refused, why and where. */
export function ExportDialog({ letters }: ExportRequest) {
  const { t } = useTranslation()
  const session = useSession()
  const edition = useSessionState((state) => state.edition)
  const [asksEdition] = useState(edition === null)
  const { form, faults, change, keep } = useEditionForm()
  const [scope, setScope] = useState<ExportScope>(letters === 'all' ? 'all' : 'chosen')
  const [problems, setProblems] = useState<readonly ExportProblem[] | null>(null)
  const [busy, setBusy] = useState(false)

  const [reports, setReports] = useState<readonly TeiFileReport[] | null>(null)
  const wanted = scope === 'all' ? 'all' : letters

  const run = async () => {
    if (asksEdition && !(await keep())) return
    setBusy(true)
    const outcome = await session.exportTei({ letters: wanted })
    setBusy(false)
    if (outcome.status === 'refused') setProblems(outcome.problems)
    else if (outcome.status === 'written' && outcome.reports.length > 0) setReports(outcome.reports)
    else closeDialog()
  }

  if (reports) return <TeiReport reports={reports} />
  if (problems) return <ExportProblems problems={problems} onRetry={() => setProblems(null)} />
  return (
    <Dialog
      title={t('export.title')}
      onClose={closeDialog}
      foot={
        <>
          <Button onPress={closeDialog}>{t('app.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={busy}
            onPress={() => void run()}
            autoFocus={!asksEdition}
          >
            {busy ? t('export.busy') : t('export.do')}
          </Button>
        </>
      }
    >
      <ExportScopes letters={letters} scope={scope} onChange={setScope} />
      <p className="muted">{scope === 'all' ? t('export.whatAll') : t('export.whatSome')}</p>
      <TeiSourcesField letters={wanted} />
      {asksEdition ? (
        <>
          <p>{t('edition.why')}</p>
          <EditionFields form={form} faults={faults} onChange={change} />
        </>
      ) : null}
    </Dialog>
  )
}
