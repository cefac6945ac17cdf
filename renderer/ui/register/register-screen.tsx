import { useMemo, useState } from 'react'
import {
  Input,
  ListBox,
  ListBoxItem,
  ListLayout,
  SearchField,
  Virtualizer,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { ENTITY_KINDS, type EntityKind } from '../../../shared/entity/entity.ts'
import { Button } from '../kit/button.tsx'
import { Segments } from '../kit/segments.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { uiState, useUi } from '../ui-state.ts'
import { EntityForm } from './entity-form.tsx'
import { listEntities } from './list-entities.ts'
import { NewEntity } from './new-entity.tsx'

const ALL = 'all'
const ROW = { rowHeight: 34, padding: 8 }

/** The registers: persons, places, organisations, documents, each entry with how often it is mentioned, and its form. */
export function RegisterScreen() {
  const { t } = useTranslation()
  const entities = useSessionState((state) => state.entities)
  const chosen = useUi((ui) => ui.entity)
  const entity = entities.find(({ id }) => id === chosen)
  return (
    <div className="register">
      {entity ? null : <h1 className="visually-hidden">{t('app.register')}</h1>}
      <RegisterList />
      <section className="register-entry" data-pane="entry" aria-label={t('register.entry')}>
        {entity ? (
          <EntityForm key={entity.id} entity={entity} />
        ) : (
          <div className="empty">
            <p>{entities.length === 0 ? t('register.empty') : t('register.choose')}</p>
          </div>
        )}
      </section>
    </div>
  )
}

function RegisterList() {
  const { t } = useTranslation()
  const session = useSession()
  const entities = useSessionState((state) => state.entities)
  const counts = useSessionState((state) => state.mentionCounts)
  const locale = useSessionState((state) => state.settings.locale)
  const chosen = useUi((ui) => ui.entity)
  const [kind, setKind] = useState<EntityKind | null>(null)
  const [query, setQuery] = useState('')
  const shown = useMemo(
    () => listEntities(entities, kind, query, locale),
    [entities, kind, query, locale],
  )
  const kinds = [
    { id: ALL, text: t('register.all') },
    ...ENTITY_KINDS.map((id) => ({ id, text: t(`register.kinds.${id}`) })),
  ]
  const create = async (newKind: EntityKind, name: string) => {
    const made = await session.createEntity(newKind, name)
    setKind(null)
    setQuery('')
    uiState.setState({ entity: made.id })
  }
  return (
    <section className="register-list" data-pane="entries" aria-label={t('app.register')}>
      <div className="register-tools">
        <Segments
          label={t('register.kindLabel')}
          items={kinds}
          selected={kind ?? ALL}
          onSelect={(id) => setKind(ENTITY_KINDS.find((one) => one === id) ?? null)}
        />
        <div className="register-find">
          <SearchField aria-label={t('register.find')} value={query} onChange={setQuery}>
            <Input className="input" placeholder={t('register.find')} />
          </SearchField>
          <NewEntity kind={kind ?? 'person'} name={query} onCreate={create} />
        </div>
      </div>
      <Virtualizer layout={ListLayout} layoutOptions={ROW}>
        <ListBox
          className="register-rows"
          aria-label={t('app.register')}
          items={shown.map((entity) => ({ ...entity, count: counts[entity.id] ?? 0 }))}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={chosen ? [chosen] : []}
          onSelectionChange={(keys) => {
            if (keys !== 'all') for (const key of keys) uiState.setState({ entity: String(key) })
          }}
          renderEmptyState={() => <Nothing query={query} onClear={() => setQuery('')} />}
        >
          {(entity) => (
            <ListBoxItem
              className="register-row"
              textValue={`${entity.name}, ${t(`register.kind.${entity.kind}`)}`}
            >
              <span className={`entity-name entity-${entity.kind}`}>{entity.name}</span>
              <span className="register-kind">{t(`register.kind.${entity.kind}`)}</span>
              <span className="count">
                {entity.count > 0 ? t('register.mentions', { count: entity.count }) : ''}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Virtualizer>
    </section>
  )
}

function Nothing({ query, onClear }: { query: string; onClear: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="register-nothing">
      <p className="muted">{query ? t('register.nothing') : t('register.noneOfKind')}</p>
      {query ? <Button onPress={onClear}>{t('library.clearAll')}</Button> : null}
    </div>
  )
}
