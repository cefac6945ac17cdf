import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportProblem, TeiFileReport } from '../../session/session.ts'
import { useSession } from '../session-context.tsx'
import { closeDialog, openDialog } from '../ui-state.ts'
import type { ExportForm } from './export-forms.tsx'

/** What a person wants out. */
export interface WantedExport {
  readonly form: ExportForm
  readonly letters: readonly string[] | 'all'
  readonly trail: boolean
}

/** Runs exports and keeps how the last one ended: why it was refused, or what became of the files of others. The dialog closes where there is nothing to say; where it was not written, as the choice of a folder was left, it stays. */
export function useExport() {
  const { t } = useTranslation()
  const session = useSession()
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<readonly ExportProblem[] | null>(null)
  const [reports, setReports] = useState<readonly TeiFileReport[] | null>(null)
  const exportTei = async ({ letters, trail }: WantedExport) => {
    const outcome = await session.exportTei({ letters, trail })
    if (outcome.status === 'refused') setProblems(outcome.problems)
    else if (outcome.status === 'written' && outcome.reports.length > 0) setReports(outcome.reports)
    else if (outcome.status === 'written') closeDialog()
  }
  const run = async (wanted: WantedExport) => {
    const { form, letters } = wanted
    if (form === 'list') {
      openDialog({ kind: 'print-corrections', letters })
      return
    }
    setBusy(true)
    try {
      if (form === 'tei') await exportTei(wanted)
      else if (await session.outputs.exportForm(form, letters)) closeDialog()
    } catch (cause) {
      // What nobody foresaw must not look like work that still goes on.
      session.notify('bad', t('session.broken', { why: String(cause) }))
    } finally {
      setBusy(false)
    }
  }
  return { busy, problems, reports, run, again: () => setProblems(null) }
}
