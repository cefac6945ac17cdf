import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { EntityKind } from '../../../shared/entity/entity.ts'
import type { Party } from '../../../shared/letter/records.ts'
import { Button } from '../kit/button.tsx'
import { DraftField } from './draft-field.tsx'
import { EntityField } from './entity-field.tsx'

const PARTY_KINDS: readonly EntityKind[] = ['person', 'organisation']
const PLACE_KINDS: readonly EntityKind[] = ['place']

/** Senders or recipients: the words as printed, each with the register entry it means; several, added and removed here. */
export function PartyFields(props: {
  readonly parties: readonly Party[]
  readonly onChange: (parties: readonly Party[]) => void
  readonly isReadOnly: boolean
}) {
  const { t } = useTranslation()
  const { parties, onChange } = props
  const put = (index: number, party: Party) => onChange(parties.with(index, party))
  return (
    <>
      {parties.map((party, index) => (
        // The same name may stand twice: its place is what tells it apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div className="party" key={index}>
          <PartyWords
            party={party}
            kinds={PARTY_KINDS}
            onChange={(changed) => put(index, changed)}
            isReadOnly={props.isReadOnly}
          />
          {!props.isReadOnly && (
            <Button
              look="quiet"
              className="icon-button"
              aria-label={t('letterView.header.removeParty', { name: party.text })}
              onPress={() => onChange(parties.filter((_, other) => other !== index))}
            >
              <Trash2 aria-hidden size={14} />
            </Button>
          )}
        </div>
      ))}
      {!props.isReadOnly && (
        <Button
          look="link"
          className="add"
          onPress={() => onChange([...parties, { text: t('letterView.header.newParty') }])}
        >
          <Plus aria-hidden size={13} /> {t('letterView.header.addParty')}
        </Button>
      )}
    </>
  )
}

/** A place of the header: the words as printed and the register entry; empty words take it away. */
export function PlaceField(props: {
  readonly place: Party | null
  readonly onChange: (place: Party | null) => void
  readonly isReadOnly: boolean
}) {
  return (
    <PartyWords
      party={props.place ?? { text: '' }}
      kinds={PLACE_KINDS}
      onChange={(place) => props.onChange(place.text === '' && !place.entity ? null : place)}
      isReadOnly={props.isReadOnly}
    />
  )
}

function PartyWords(props: {
  readonly party: Party
  readonly kinds: readonly EntityKind[]
  readonly onChange: (party: Party) => void
  readonly isReadOnly: boolean
}) {
  const { t } = useTranslation()
  const { party } = props
  return (
    <div className="party-words">
      <DraftField
        className="inline-label"
        label={t('letterView.header.asPrinted')}
        value={party.text}
        onCommit={(text) => props.onChange({ ...party, text })}
        isReadOnly={props.isReadOnly}
      />
      <EntityField
        label={t('letterView.header.entryFor', { name: party.text })}
        kinds={props.kinds}
        value={party.entity ?? null}
        words={party.text}
        onChange={(entity) =>
          props.onChange(entity === null ? { text: party.text } : { text: party.text, entity })
        }
        isDisabled={props.isReadOnly}
      />
    </div>
  )
}
