import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuthorityLink, Entity } from '../../../shared/entity/entity.ts'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { uiState } from '../ui-state.ts'
import { AuthorityFields } from './authority-fields.tsx'
import { splitVariants } from './split-variants.ts'

const TEI = {
  person: 'persName',
  place: 'placeName',
  organisation: 'orgName',
  document: 'title',
} as const

/** One register entry; a field is kept when it is left. */
export function EntityForm({ entity }: { entity: Entity }) {
  const { t } = useTranslation()
  const session = useSession()
  const [name, setName] = useState(entity.name)
  const [original, setOriginal] = useState(entity.original ?? '')
  const [variants, setVariants] = useState(entity.variants.join('\n'))
  const [note, setNote] = useState(entity.note ?? '')
  const tei = TEI[entity.kind]

  const keep = (authority: readonly AuthorityLink[] = entity.authority) => {
    const next = makeEntity(entity, { name, original, variants, note }, authority)
    if (next && JSON.stringify(next) !== JSON.stringify(entity)) void session.putEntity(next)
  }
  return (
    <div className="entity-form">
      <div className="entity-head">
        <p className="muted">{t(`register.kind.${entity.kind}`)}</p>
        <h1>{entity.name}</h1>
      </div>
      <Field
        label={t('register.name')}
        tei={tei}
        value={name}
        onChange={setName}
        onCommit={() => keep()}
        error={name.trim() === '' ? t('register.nameEmpty') : null}
      />
      <Field
        label={t('register.original')}
        tei={`${tei} xml:lang`}
        value={original}
        onChange={setOriginal}
        onCommit={() => keep()}
      />
      <Field
        label={t('register.variants')}
        tei={`${tei} type="variant"`}
        value={variants}
        onChange={setVariants}
        onCommit={() => keep()}
        help={t('register.variantsHelp')}
        multiline
      />
      <AuthorityFields links={entity.authority} onChange={keep} />
      <Field
        label={t('register.note')}
        tei="note"
        value={note}
        onChange={setNote}
        onCommit={() => keep()}
        multiline
      />
      <Usage entity={entity} />
    </div>
  )
}

interface Typed {
  readonly name: string
  readonly original: string
  readonly variants: string
  readonly note: string
}

function makeEntity(
  { id, kind }: Entity,
  typed: Typed,
  authority: readonly AuthorityLink[],
): Entity | null {
  const name = typed.name.trim()
  if (name === '') return null
  return {
    id,
    kind,
    name,
    ...(typed.original.trim() ? { original: typed.original.trim() } : {}),
    variants: splitVariants(typed.variants),
    authority,
    ...(typed.note.trim() ? { note: typed.note.trim() } : {}),
  }
}

function Usage({ entity }: { entity: Entity }) {
  const { t } = useTranslation()
  const session = useSession()
  const count = useSessionState((state) => state.mentionCounts[entity.id] ?? 0)
  const remove = () => {
    uiState.setState({ entity: null })
    void session.removeEntity(entity.id)
    session.notify('good', t('register.removed', { name: entity.name }), {
      label: t('imports.redo'),
      run: () => void session.putEntity(entity),
    })
  }
  return (
    <div className="entity-use">
      <span className="muted">
        {count > 0 ? t('register.used', { count }) : t('register.unused')}
      </span>
      {count === 0 ? (
        <Button look="danger" onPress={remove}>
          {t('register.remove')}
        </Button>
      ) : null}
    </div>
  )
}
