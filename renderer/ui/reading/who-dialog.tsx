import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../../../shared/tei/edition-record.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Field } from '../kit/field.tsx'
import { initialsOf } from '../library/initials-of.ts'
import { useSession, useSessionState } from '../session-context.tsx'
import { closeDialog } from '../ui-state.ts'

/** Chooses who works here from those who are known, or adds a name. No account: only whose initials the work carries from now on. */
export function WhoDialog() {
  const { t } = useTranslation()
  const session = useSession()
  const [name, setName] = useState('')
  const [typed, setTyped] = useState<string | null>(null)
  const initials = typed ?? initialsOf(name)
  const isReady = name.trim() !== '' && initials.trim() !== ''
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    closeDialog()
    void session.setMe(name.trim(), initials.trim())
  }
  return (
    <Dialog title={t('reading.who.title')} onClose={closeDialog}>
      <p>{t('reading.who.why')}</p>
      <KnownEditors onChosen={closeDialog} />
      <form className="who-add" onSubmit={add}>
        <Field label={t('reading.who.name')} value={name} onChange={setName} />
        <Field label={t('who.initials')} value={initials} onChange={setTyped} />
        <Button type="submit" look="primary" isDisabled={!isReady}>
          {t('reading.who.add')}
        </Button>
      </form>
    </Dialog>
  )
}

/** The people who are known, one button each; the one who works here now is marked. Nothing where nobody is known. */
export function KnownEditors({ onChosen }: { readonly onChosen?: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const editors = useSessionState((state) => state.editors)
  const me = useSessionState((state) => state.me)
  if (editors.length === 0) return null
  const choose = ({ name, initials }: Editor) => {
    onChosen?.()
    void session.setMe(name, initials)
  }
  return (
    <ul className="who-known" aria-label={t('reading.who.known')}>
      {editors.map((editor) => (
        <li key={editor.id}>
          <Button
            {...(editor.id === me?.id ? { look: 'primary' as const } : {})}
            aria-current={editor.id === me?.id}
            onPress={() => choose(editor)}
          >
            {editor.name} <span className="who-known-initials">{editor.initials}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}
