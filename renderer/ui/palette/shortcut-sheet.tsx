import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ALL_COMMANDS, keysOf } from '../../commands/all-commands.ts'
import { COMMAND_GROUPS, type Command } from '../../commands/command.ts'
import { foldText } from '../fold-text.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Field } from '../kit/field.tsx'
import { Keys } from '../kit/kbd.tsx'
import { platform } from '../platform.ts'
import { ReviewKeys } from '../review/review-keys.tsx'
import { useSessionState } from '../session-context.tsx'
import { closeDialog } from '../ui-state.ts'

/** All keys, by menu, searchable by word or key. */
export function ShortcutSheet() {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const isReview = useSessionState((state) => state.screen === 'review')
  const words = foldText(query).split(/\s+/).filter(Boolean)
  const shown = (command: Command) => {
    const keys = [...keysOf(command, platform), ...(command.tagKeys ?? [])]
    const text = foldText(`${t(command.title)} ${keys.join(' ').replace('Mod', 'Ctrl Cmd')}`)
    return keys.length > 0 && words.every((word) => text.includes(word))
  }
  const groups = COMMAND_GROUPS.map((group) => ({
    group,
    commands: ALL_COMMANDS.filter((command) => command.group === group && shown(command)),
  })).filter(({ commands }) => commands.length > 0)
  return (
    <Dialog
      title={t('shortcuts.title')}
      onClose={closeDialog}
      wide
      foot={<Button onPress={closeDialog}>{t('app.close')}</Button>}
    >
      <Field label={t('shortcuts.find')} value={query} onChange={setQuery} autoFocus />
      {groups.length === 0 ? <p className="muted">{t('shortcuts.nothing')}</p> : null}
      <div className="sheet">
        {isReview && query === '' ? <ReviewKeys /> : null}
        {groups.map(({ group, commands }) => (
          <section key={group}>
            <h3>{t(`menu.${group}`)}</h3>
            <dl>
              {commands.map((command) => (
                <Shortcut key={command.id} command={command} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function Shortcut({ command }: { command: Command }) {
  const { t } = useTranslation()
  const tagKey = command.tagKeys?.[0]
  return (
    <div className="shortcut">
      <dt>{t(command.title)}</dt>
      <dd>
        {keysOf(command, platform).map((keys) => (
          <Keys key={keys} keys={keys} />
        ))}
        {tagKey ? (
          <span className="shortcut-tag">
            {t('shortcuts.inTagMode')} <Keys keys={tagKey} />
          </span>
        ) : null}
      </dd>
    </div>
  )
}
