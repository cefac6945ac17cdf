import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportRequest } from '../../session/session.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useSessionState } from '../session-context.tsx'
import { TeiReport } from '../tei/tei-report.tsx'
import { TeiSourcesField } from '../tei/tei-sources-field.tsx'
import { closeDialog } from '../ui-state.ts'
import { EditionFields } from './edition-form.tsx'
import { type ExportForm, ExportForms } from './export-forms.tsx'
import { ExportProblems } from './export-problems.tsx'
import { type ExportScope, ExportScopes } from './export-scopes.tsx'
import { TrailField } from './trail-field.tsx'
import { useEditionForm } from './use-edition-form.ts'
import { useExport } from './use-export.ts'

/** What to export, and in which form; at the first export of TEI also the edition record; where it is refused, why and where. */
export function ExportDialog({ letters }: ExportRequest) {
  const { t } = useTranslation()
  const edition = useSessionState((state) => state.edition)
  const [isFirst] = useState(edition === null)
  const { form: record, faults, change, keep } = useEditionForm()
  const [scope, setScope] = useState<ExportScope>(letters === 'all' ? 'all' : 'chosen')
  const [form, setForm] = useState<ExportForm>('tei')
  const [trail, setTrail] = useState(false)
  const { busy, problems, reports, run, again } = useExport()
  const wanted = scope === 'all' ? 'all' : letters
  const asksEdition = isFirst && form === 'tei'
  const start = async () => {
    if (!asksEdition || (await keep())) await run({ form, letters: wanted, trail })
  }
  if (reports) return <TeiReport reports={reports} />
  if (problems) return <ExportProblems problems={problems} onRetry={again} />
  return (
    <Dialog
      title={t(form === 'tei' ? 'export.title' : 'exportForms.title')}
      onClose={closeDialog}
      foot={
        <>
          <Button onPress={closeDialog}>{t('app.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={busy}
            onPress={() => void start()}
            autoFocus={!isFirst}
          >
            {busy ? t('export.busy') : t('export.do')}
          </Button>
        </>
      }
    >
      <ExportScopes letters={letters} scope={scope} onChange={setScope} />
      <ExportForms form={form} onChange={setForm} />
      {form === 'tei' ? (
        <>
          <p className="muted">{scope === 'all' ? t('export.whatAll') : t('export.whatSome')}</p>
          <TrailField trail={trail} onChange={setTrail} />
          <TeiSourcesField letters={wanted} />
        </>
      ) : (
        <p className="muted">{t(`exportForms.what.${form}`)}</p>
      )}
      {asksEdition ? (
        <>
          <p>{t('edition.why')}</p>
          <EditionFields form={record} faults={faults} onChange={change} />
        </>
      ) : null}
    </Dialog>
  )
}
