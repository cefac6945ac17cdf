import { EditionDialog } from '../export/edition-dialog.tsx'
import { ExportDialog } from '../export/export-dialog.tsx'
import { GuideDialog } from '../guide/guide-dialog.tsx'
import { ChangesDialog } from '../library/changes-dialog.tsx'
import { ImportsDialog } from '../library/imports-dialog.tsx'
import { RearrangeDialog } from '../library/rearrange-dialog.tsx'
import { TrashDialog } from '../library/trash-dialog.tsx'
import { MeasuresDialog } from '../measures/measures-dialog.tsx'
import { PrintCorrections } from '../measures/print-corrections.tsx'
import { AddOriginalDialog } from '../original/add-original-dialog.tsx'
import { FindLettersDialog } from '../original/find-letters-dialog.tsx'
import { Palette } from '../palette/palette.tsx'
import { ShortcutSheet } from '../palette/shortcut-sheet.tsx'
import { WhoDialog } from '../reading/who-dialog.tsx'
import { SafetyCopiesDialog } from '../safety/safety-copies-dialog.tsx'
import { AboutDataDialog } from '../settings/about-data-dialog.tsx'
import { ChecksDialog } from '../settings/checks-dialog.tsx'
import { SettingsDialog } from '../settings/settings-dialog.tsx'
import { BulksDialog } from '../spread/bulks-dialog.tsx'
import { FindDialog } from '../spread/find-dialog.tsx'
import { RuleDialog } from '../spread/rule-dialog.tsx'
import { SameDialog } from '../spread/same-dialog.tsx'
import { useUi } from '../ui-state.ts'
import { ConcordanceDialog } from '../words/concordance-dialog.tsx'

/** The dialog that is open, if any. */
export function Dialogs() {
  const dialog = useUi((ui) => ui.dialog)
  switch (dialog?.kind) {
    case undefined:
      return null
    case 'palette':
      return <Palette />
    case 'shortcuts':
      return <ShortcutSheet />
    case 'guide':
      return <GuideDialog />
    case 'settings':
      return <SettingsDialog />
    case 'who':
      return <WhoDialog />
    case 'safety-copies':
      return <SafetyCopiesDialog />
    case 'about-data':
      return <AboutDataDialog />
    case 'checks':
      return <ChecksDialog />
    case 'export':
      return <ExportDialog letters={dialog.letters} />
    case 'edition':
      return <EditionDialog />
    case 'measures':
      return <MeasuresDialog />
    case 'print-corrections':
      return <PrintCorrections letters={dialog.letters} />
    case 'imports':
      return <ImportsDialog />
    case 'trash':
      return <TrashDialog />
    case 'changes':
      return <ChangesDialog />
    case 'rearrange':
      return <RearrangeDialog request={dialog.request} />
    case 'original':
      return <AddOriginalDialog letter={dialog.letter} />
    case 'find-letters':
      return <FindLettersDialog only={dialog.only} />
    case 'same':
      return <SameDialog place={dialog.place} />
    case 'find':
      return <FindDialog text={dialog.text} scope={dialog.scope} />
    case 'make-rule':
      return <RuleDialog rule={dialog.rule} />
    case 'concordance':
      return <ConcordanceDialog view={dialog.view} />
    case 'bulks':
      return <BulksDialog />
  }
}
