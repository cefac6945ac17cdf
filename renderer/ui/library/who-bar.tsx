import { type FormEvent, useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/button.tsx'
import { KnownEditors } from '../reading/who-dialog.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { uiState, useUi } from '../ui-state.ts'
import { initialsOf } from './initials-of.ts'

/** Asks once, in one line, who works here, of those who are known or by a new name: corrections carry the initials. */
export function WhoBar() {
  const { t } = useTranslation()
  const session = useSession()
  const me = useSessionState((state) => state.me)
  const later = useUi((ui) => ui.whoLater)
  const [name, setName] = useState('')
  const [typed, setTyped] = useState<string | null>(null)
  if (me || later) return null
  const initials = typed ?? initialsOf(name)
  const isReady = name.trim() !== '' && initials.trim() !== ''
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) void session.setMe(name.trim(), initials.trim())
  }
  return (
    <form className="who" onSubmit={keep} aria-label={t('who.label')} data-pane="who">
      <span className="who-why">{t('who.why')}</span>
      <KnownEditors />
      <TextField className="who-field" value={name} onChange={setName} autoComplete="name">
        <Label>{t('who.name')}</Label>
        <Input className="input" />
      </TextField>
      <TextField className="who-field who-initials" value={initials} onChange={setTyped}>
        <Label>{t('who.initials')}</Label>
        <Input className="input" maxLength={5} />
      </TextField>
      <Button type="submit" look="primary" isDisabled={!isReady}>
        {t('who.keep')}
      </Button>
      <Button look="quiet" onPress={() => uiState.setState({ whoLater: true })}>
        {t('who.later')}
      </Button>
    </form>
  )
}
