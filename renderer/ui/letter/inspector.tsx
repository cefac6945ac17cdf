import { useTranslation } from 'react-i18next'
import { Tabs } from '../kit/tabs.tsx'
import { CorrectionsPanel } from '../reading/corrections-panel.tsx'
import { QueriesPanel } from '../reading/queries-panel.tsx'
import { useSessionState } from '../session-context.tsx'
import { MemoryCard } from '../words/memory-card.tsx'
import { CursorCard } from './cursor-card.tsx'
import { EntitiesPanel } from './entities-panel.tsx'
import { LetterForm } from './letter-form.tsx'
import { INSPECTOR_TABS, type InspectorTab, showTab, useLetterUi } from './letter-store.ts'
import { NotesPanel } from './notes-panel.tsx'
import { ProblemsPanel } from './problems-panel.tsx'

const PANELS: Readonly<Record<InspectorTab, () => React.ReactNode>> = {
  letter: LetterForm,
  problems: ProblemsPanel,
  corrections: CorrectionsPanel,
  queries: QueriesPanel,
  notes: NotesPanel,
  entities: EntitiesPanel,
}

/** The pane beside the letter: header form and lists, and at its foot what stands at the cursor. */
export function Inspector() {
  const { t } = useTranslation()
  const id = useSessionState((state) => state.open?.id)
  const tab = useLetterUi((state) => state.tab)
  const items = INSPECTOR_TABS.map((one) => {
    const Panel = PANELS[one]
    return { id: one, title: <TabWords tab={one} />, content: <Panel key={id} /> }
  })
  return (
    <div className="inspector">
      <div className="inspector-panels">
        <Tabs
          label={t('letterView.inspector.label')}
          items={items}
          selected={tab}
          onSelect={(one) => showTab(one as InspectorTab)}
        />
      </div>
      <MemoryCard />
      <CursorCard />
    </div>
  )
}

function TabWords({ tab }: { readonly tab: InspectorTab }) {
  const { t } = useTranslation()
  const problems = useSessionState((state) => state.open?.problems.length ?? 0)
  return (
    <>
      {tab === 'queries' ? t('reading.queries.tab') : t(`letterView.inspector.${tab}`)}
      {tab === 'problems' && problems > 0 && <span className="tab-count"> {problems}</span>}
    </>
  )
}
