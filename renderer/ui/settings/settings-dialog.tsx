import { useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { LOCALES } from '../i18n.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Field } from '../kit/field.tsx'
import { Select } from '../kit/select.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { closeDialog } from '../ui-state.ts'

const LANGUAGES = { en: 'English', ru: 'Русский', de: 'Deutsch' } as const
const THEMES = ['system', 'light', 'dark'] as const

/** Language, look, and who works here. What is chosen holds at once. */
export function SettingsDialog() {
  const { t } = useTranslation()
  const session = useSession()
  const settings = useSessionState((state) => state.settings)
  return (
    <Dialog
      title={t('command.settings')}
      onClose={closeDialog}
      foot={
        <Button look="primary" onPress={closeDialog}>
          {t('app.close')}
        </Button>
      }
    >
      <Select
        label={t('settings.language')}
        choices={LOCALES.map((id) => ({ id, text: LANGUAGES[id] }))}
        value={settings.locale}
        onChange={(id) => {
          const locale = LOCALES.find((one) => one === id)
          if (locale) void session.setSettings({ locale })
        }}
      />
      <RadioGroup
        className="field"
        value={settings.theme}
        onChange={(value) => {
          const theme = THEMES.find((one) => one === value)
          if (theme) void session.setSettings({ theme })
        }}
      >
        <Label className="field-label">{t('settings.theme')}</Label>
        {THEMES.map((theme) => (
          <Radio className="radio" key={theme} value={theme}>
            {t(`settings.${theme}`)}
          </Radio>
        ))}
      </RadioGroup>
      <Who />
    </Dialog>
  )
}

function Who() {
  const { t } = useTranslation()
  const session = useSession()
  const me = useSessionState((state) => state.me)
  const [name, setName] = useState(me?.name ?? '')
  const [initials, setInitials] = useState(me?.initials ?? '')
  const keep = () => {
    const isChanged = name.trim() !== me?.name || initials.trim() !== me?.initials
    if (name.trim() && initials.trim() && isChanged)
      void session.setMe(name.trim(), initials.trim())
  }
  return (
    <fieldset className="settings-who">
      <legend>{t('who.label')}</legend>
      <Field label={t('who.name')} tei="respStmt" value={name} onChange={setName} onCommit={keep} />
      <Field
        label={t('who.initials')}
        tei="@resp"
        value={initials}
        onChange={setInitials}
        onCommit={keep}
        help={t('who.why')}
      />
    </fieldset>
  )
}
