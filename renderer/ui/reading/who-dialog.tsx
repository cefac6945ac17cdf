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
  const isFirst = useSessionState((state) => state.editors.length === 0)
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
    <Dialog
      title={t('reading.who.title')}
      onClose={closeDialog}
      foot={<Button onPress={closeDialog}>{t('app.cancel')}</Button>}
    >
      <p>{t('reading.who.why')}</p>
      <KnownEditors onChosen={closeDialog} autoFocus />
      <form className="who-add" onSubmit={add}>
        <Field label={t('reading.who.name')} value={name} onChange={setName} autoFocus={isFirst} />
        <Field label={t('who.initials')} value={initials} onChange={setTyped} />
        <Button type="submit" look="primary" isDisabled={!isReady}>
          {t('reading.who.add')}
        </Button>
      </form>
    </Dialog>
  )
}

/** The people who are known, one button each; the one who works here now is marked, another one takes the focus if it is asked for. Nothing where nobody is known. */
export function KnownEditors(props: {
  readonly onChosen?: () => void
  readonly autoFocus?: boolean
}) {
  const { onChosen, autoFocus = false } = props
  const { t } = useTranslation()
  const session = useSession()
  const editors = useSessionState((state) => state.editors)
  const me = useSessionState((state) => state.me)
  if (editors.length === 0) return null
  const likely = editors.find(({ id }) => id !== me?.id) ?? editors[0]
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
            autoFocus={autoFocus && editor === likely}
            onPress={() => choose(editor)}
          >
            {editor.name} <span className="who-known-initials">{editor.initials}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}
