import { Search } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { runById } from '../../commands/run-by-id.ts'
import { Button } from '../kit/button.tsx'
import { Keys } from '../kit/kbd.tsx'
import { Segments } from '../kit/segments.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { openDialog } from '../ui-state.ts'
import { SaveStatus } from './save-status.tsx'

/** Where one is, which view of the letter is shown, whether all is saved, and the way to everything else. */
export function Header() {
  const { t } = useTranslation()
  return (
    <header className="header">
      <span className="brand">{t('app.name')}</span>
      <Places />
      <ViewSwitch />
      <SaveStatus />
      <AriaButton className="find" onPress={() => openDialog({ kind: 'palette' })}>
        <Search size={14} aria-hidden />
        <span className="find-words">{t('app.find')}</span>
        <Keys keys="Mod-k" />
      </AriaButton>
    </header>
  )
}

function Places() {
  const { t } = useTranslation()
  const session = useSession()
  const screen = useSessionState((state) => state.screen)
  const title = useSessionState((state) => state.open?.title)
  const edition = useSessionState((state) => state.edition?.title)
  if (screen === 'review') return <span className="crumb crumb-here">{t('review.title')}</span>
  if (screen === 'letter')
    return (
      <nav className="crumb" aria-label={t('app.places')}>
        <Button
          look="quiet"
          onPress={() => runById(session, 'view.library')}
          tip={t('command.library')}
          tipKeys="Alt-ArrowLeft"
        >
          {t('app.letters')}
        </Button>
        <span aria-hidden>/</span>
        <span className="crumb-here" title={title}>
          {title}
        </span>
      </nav>
    )
  return (
    <nav className="crumb" aria-label={t('app.places')}>
      <Place screen="library" here={screen} words={t('app.letters')} />
      <Place screen="register" here={screen} words={t('app.register')} />
      <Place screen="words" here={screen} words={t('words.title')} />
      {edition ? <span className="crumb-edition">{edition}</span> : null}
    </nav>
  )
}

function Place(props: { screen: 'library' | 'register' | 'words'; here: string; words: string }) {
  const session = useSession()
  const isHere = props.screen === props.here
  return (
    <AriaButton
      className={isHere ? 'place place-here' : 'place'}
      aria-current={isHere ? 'page' : false}
      onPress={() => session.show(props.screen)}
    >
      {props.words}
    </AriaButton>
  )
}

function ViewSwitch() {
  const { t } = useTranslation()
  const session = useSession()
  const view = useSessionState((state) => state.open?.view)
  const screen = useSessionState((state) => state.screen)
  if (screen !== 'letter' || !view) return <span className="grow" />
  const items = [
    { id: 'corrected', text: t('view.corrected'), keys: 'Alt-1' },
    { id: 'changes', text: t('view.changes'), keys: 'Alt-2' },
    { id: 'machine', text: t('view.machine'), keys: 'Alt-3' },
  ] as const
  const select = (id: string) => {
    const item = items.find((one) => one.id === id)
    if (item) session.setView(item.id)
  }
  return (
    <div className="grow center">
      <Segments label={t('view.label')} items={items} selected={view} onSelect={select} />
    </div>
  )
}
