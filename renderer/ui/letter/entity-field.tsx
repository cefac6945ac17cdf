import { X } from 'lucide-react'
import { useState } from 'react'
import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Entity, EntityKind } from '../../../shared/entity/entity.ts'
import { useSession, useSessionState } from '../session-context.tsx'
import { matchEntities } from './match-entities.ts'

const SHOWN = 40
const MAKE = 'make:'

/** Finds a register entry by typing, or makes one on the spot; `words` are the printed words, offered first. */
export function EntityField(props: {
  readonly label: string
  readonly kinds: readonly EntityKind[]
  readonly value: string | null
  readonly words: string
  readonly onChange: (entity: string | null) => void
  readonly isDisabled?: boolean
}) {
  const { t } = useTranslation()
  const session = useSession()
  const entities = useSessionState((state) => state.entities)
  const counts = useSessionState((state) => state.mentionCounts)
  const chosen = entities.find(({ id }) => id === props.value) ?? null
  const [typed, setTyped] = useState<string | null>(null)
  const options = listOptions(entities, counts, props.kinds, typed || props.words, typed)
  const choose = async (key: string) => {
    setTyped(null)
    if (!key.startsWith(MAKE)) return props.onChange(key)
    const kind = props.kinds.find((one) => key.startsWith(`${MAKE}${one}`))
    if (kind) props.onChange((await session.createEntity(kind, (typed || props.words).trim())).id)
  }
  return (
    <ComboBox
      className="field entity-field"
      aria-label={props.label}
      menuTrigger="focus"
      items={options}
      value={props.value}
      inputValue={typed ?? chosen?.name ?? props.value ?? ''}
      onInputChange={(text) => setTyped(text === chosen?.name ? null : text)}
      onChange={(key) => key !== null && void choose(String(key))}
      onBlur={() => setTyped(null)}
      defaultFilter={() => true}
      isDisabled={props.isDisabled ?? false}
    >
      <Label className="visually-hidden">{props.label}</Label>
      <div className="entity-control">
        <Input className="input" placeholder={t('letterView.entity.find')} />
        {props.value !== null && !props.isDisabled && (
          <Button
            slot={null}
            className="btn btn-quiet icon-button"
            aria-label={t('letterView.entity.unlink')}
            onPress={() => props.onChange(null)}
          >
            <X aria-hidden size={13} />
          </Button>
        )}
      </div>
      <Popover className="popover" offset={4}>
        <ListBox className="list">{(option: Option) => <EntityOption option={option} />}</ListBox>
      </Popover>
    </ComboBox>
  )
}

type Option =
  | { readonly id: string; readonly entity: Entity; readonly form: string }
  | { readonly id: string; readonly make: EntityKind; readonly name: string }

function EntityOption({ option }: { readonly option: Option }) {
  const { t } = useTranslation()
  if ('make' in option) {
    const kind = t(`letterView.kind.${option.make}`)
    const words = t('letterView.entity.make', { name: option.name, kind })
    return (
      <ListBoxItem className="list-item" id={option.id} textValue={option.name}>
        <span className="option-make">{words}</span>
      </ListBoxItem>
    )
  }
  const { entity, form } = option
  return (
    <ListBoxItem className="list-item" id={option.id} textValue={entity.name}>
      <span>
        {entity.name}
        <small>{form === entity.name ? entity.original : form}</small>
      </span>
    </ListBoxItem>
  )
}

function listOptions(
  entities: readonly Entity[],
  counts: Readonly<Record<string, number>>,
  kinds: readonly EntityKind[],
  query: string,
  typed: string | null,
): readonly Option[] {
  const matches = matchEntities(entities, kinds, query, counts)
  // Nothing typed yet: the entries that answer the printed words come first, all others after them.
  const rest = typed ? [] : matchEntities(entities, kinds, '', counts)
  const seen = new Set(matches.map(({ entity }) => entity.id))
  const found = [...matches, ...rest.filter(({ entity }) => !seen.has(entity.id))].slice(0, SHOWN)
  const name = query.trim()
  const made = name === '' ? [] : kinds
  return [
    ...found.map(({ entity, form }) => ({ id: entity.id, entity, form })),
    ...made.map((make) => ({ id: `${MAKE}${make}`, make, name })),
  ]
}
