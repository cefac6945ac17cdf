import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { ENTITY_KINDS, type EntityKind } from '../../../shared/entity/entity.ts'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { Select } from '../kit/select.tsx'

interface NewEntityProps {
  readonly kind: EntityKind
  /** What was searched for: most likely the name wanted. */
  readonly name: string
  readonly onCreate: (kind: EntityKind, name: string) => Promise<void>
}

/** A button with a small form that makes a register entry. */
export function NewEntity(props: NewEntityProps) {
  const { t } = useTranslation()
  return (
    <DialogTrigger>
      <Button>
        <Plus size={14} aria-hidden />
        {t('register.new')}
      </Button>
      <Popover className="popover" offset={6}>
        <Dialog className="popover-body" aria-label={t('register.new')}>
          {({ close }) => <NewEntityForm {...props} onDone={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function NewEntityForm(props: NewEntityProps & { onDone: () => void }) {
  const { t } = useTranslation()
  const [kind, setKind] = useState(props.kind)
  const [name, setName] = useState(props.name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    props.onDone()
    void props.onCreate(kind, name.trim())
  }
  return (
    <form className="new-entity" onSubmit={submit}>
      <Select
        label={t('register.kindLabel')}
        choices={ENTITY_KINDS.map((id) => ({ id, text: t(`register.kind.${id}`) }))}
        value={kind}
        onChange={(id) => setKind(ENTITY_KINDS.find((one) => one === id) ?? 'person')}
      />
      <Field label={t('register.name')} value={name} onChange={setName} autoFocus />
      <Button type="submit" look="primary" isDisabled={name.trim() === ''}>
        {t('register.make')}
      </Button>
    </form>
  )
}
