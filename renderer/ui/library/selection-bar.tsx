import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterRow } from '../../session/session.ts'
import { Button } from '../kit/button.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { openDialog, uiState, useUi } from '../ui-state.ts'
import { joinSelected } from './after-requests.ts'

/** What can be done with the letters selected. Letters that are no longer seen are no longer selected. */
export function SelectionBar({ rows }: { rows: readonly LetterRow[] }) {
  const { t } = useTranslation()
  const session = useSession()
  const selected = useUi((ui) => ui.selected)
  const all = useSessionState((state) => state.letters)
  useEffect(() => {
    const seen = new Set(rows.map(({ id }) => id))
    const kept = [...uiState.getState().selected].filter((id) => seen.has(id))
    if (kept.length !== uiState.getState().selected.size)
      uiState.setState({ selected: new Set(kept) })
  }, [rows])
  if (selected.size === 0) return null
  const words = all.reduce((sum, row) => sum + (selected.has(row.id) ? row.words : 0), 0)
  return (
    <section className="selection" aria-label={t('library.selection')} data-pane="selection">
      <output>
        <strong>{t('count.selected', { count: selected.size })}</strong>
        <span className="muted"> · {t('count.words', { count: words })}</span>
      </output>
      <span className="grow" />
      <Button
        look="primary"
        keys="Mod-e"
        onPress={() => openDialog({ kind: 'export', letters: [...selected] })}
      >
        {t('library.exportSelection')}
      </Button>
      {selected.size > 1 ? (
        <Button onPress={() => joinSelected(session)}>{t('after.command.join')}</Button>
      ) : null}
      <Button look="danger" onPress={() => void session.removeLetters([...selected])}>
        {t('command.removeLetters')}
      </Button>
      <Button onPress={() => uiState.setState({ selected: new Set() })}>
        {t('library.selectNone')}
      </Button>
    </section>
  )
}
