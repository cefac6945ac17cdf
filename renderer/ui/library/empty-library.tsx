import { FileInput, FolderOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/button.tsx'
import { useSession } from '../session-context.tsx'
import { uiState, useUi } from '../ui-state.ts'
import { openConcordanceOf } from '../words/open-concordance.ts'
import { NO_FILTER } from './filter-letters.ts'
import { LeftReviewBar } from './left-review-bar.tsx'
import { WhoBar } from './who-bar.tsx'

/** The library without letters: says how letters come into it. */
export function EmptyLibrary() {
  const { t } = useTranslation()
  const session = useSession()
  return (
    <div className="library">
      <WhoBar />
      <LeftReviewBar />
      <div className="empty">
        <h1>{t('library.emptyTitle')}</h1>
        <p>{t('library.emptyBody')}</p>
        <div className="actions">
          <Button look="primary" autoFocus onPress={() => void session.chooseImport()} keys="Mod-o">
            <FileInput size={14} aria-hidden />
            {t('library.import')}
          </Button>
          <Button onPress={() => void session.chooseCollection()}>
            <FolderOpen size={14} aria-hidden />
            {t('command.openCollection')}
          </Button>
        </div>
        <p className="muted">{t('library.emptyPaste')}</p>
      </div>
    </div>
  )
}

/** No letter passes the filter: what it does not look in, the texts, is a button away. */
export function NothingFound() {
  const { t } = useTranslation()
  const words = useUi((ui) => ui.filter.text.trim())
  return (
    <div className="empty">
      <p>{t('library.nothing')}</p>
      {words === '' ? null : <p className="muted">{t('library.notInList')}</p>}
      <div className="actions">
        {words === '' ? null : (
          <Button look="primary" onPress={() => openConcordanceOf(words)}>
            {t('library.searchTexts')}
          </Button>
        )}
        <Button onPress={() => uiState.setState({ filter: NO_FILTER })}>
          {t('library.clearAll')}
        </Button>
      </div>
    </div>
  )
}
