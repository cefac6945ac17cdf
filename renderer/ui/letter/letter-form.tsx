import { type ReactNode, useEffect, useReducer } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type HeaderField,
  type HeaderValues,
  LETTER_STATES,
  type Records,
} from '../../../shared/letter/records.ts'
import { CounterpartsPart } from '../original/counterparts-part.tsx'
import { ProposedState } from '../reading/letter-progress.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { ArchiveFields } from './archive-fields.tsx'
import { ChoiceField } from './choice-field.tsx'
import { DateFields } from './date-fields.tsx'
import { DraftField } from './draft-field.tsx'
import { HeaderPart } from './inferred.tsx'
import { useLetterUi } from './letter-store.ts'
import { PartyFields, PlaceField } from './party-fields.tsx'
import { readTime, showTime } from './read-time.ts'
import { useRecords } from './use-letter.ts'

type Header = Records['header']
type Put = <F extends HeaderField>(field: F, value: HeaderValues[F]) => void
interface PartProps {
  readonly header: Header
  readonly put: Put
  readonly isReadOnly: boolean
}

const DOC_TYPES = ['letter', 'cipher'] as const

/** The header of the letter as a form: every field can be corrected; each change is one undoable action, without a save button. */
export function LetterForm() {
  const session = useSession()
  const isReadOnly = useSessionState((state) => state.open?.readOnly ?? true)
  const { header } = useRecords('translation')
  useWantedField()
  // Drawn again at once: what is pressed next must start from this value, not from the one before.
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const put: Put = (field, value) => {
    session.editor('translation')?.setHeader(field, value)
    redraw()
  }
  const props = { header, put, isReadOnly }
  return (
    <form className="letter-form" onSubmit={(event) => event.preventDefault()}>
      <StateField {...props} />
      <TextPart field="title" tei="title" {...props} />
      <Parties field="senders" {...props} />
      <Parties field="recipients" {...props} />
      <HeaderPart field="date" tei="date" record={header.date}>
        <DateFields
          date={header.date?.value ?? { text: '', supplied: false }}
          onChange={(date) => put('date', date)}
          isReadOnly={isReadOnly}
        />
      </HeaderPart>
      <HeaderPart field="archive" tei="msIdentifier" record={header.archive}>
        <ArchiveFields
          references={header.archive?.value ?? []}
          onChange={(references) => put('archive', references)}
          isReadOnly={isReadOnly}
        />
      </HeaderPart>
      <DocType {...props} />
      <Transit {...props} />
      <CounterpartsPart record={header.counterparts} />
    </form>
  )
}

function StateField({ header, put, isReadOnly }: PartProps) {
  const { t } = useTranslation()
  return (
    <HeaderPart field="state" tei="revisionDesc" record={undefined}>
      <ChoiceField
        label={<span className="visually-hidden">{t('field.state')}</span>}
        value={header.state?.value ?? 'machine'}
        options={LETTER_STATES.map((id) => ({ id, label: t(`letterView.state.${id}`) }))}
        onChange={(state) => put('state', state)}
        isDisabled={isReadOnly}
      />
      <ProposedState
        state={header.state?.value ?? 'machine'}
        onTake={(state) => put('state', state)}
        isReadOnly={isReadOnly}
      />
    </HeaderPart>
  )
}

function DocType({ header, put, isReadOnly }: PartProps) {
  const { t } = useTranslation()
  return (
    <HeaderPart field="docType" record={header.docType}>
      <ChoiceField
        label={<span className="visually-hidden">{t('field.docType')}</span>}
        value={header.docType?.value ?? 'letter'}
        options={DOC_TYPES.map((id) => ({ id, label: t(`letterView.docType.${id}`) }))}
        onChange={(type) => put('docType', type)}
        isDisabled={isReadOnly}
      />
    </HeaderPart>
  )
}

function Parties(props: PartProps & { readonly field: 'senders' | 'recipients' }) {
  const { field, header, put, isReadOnly } = props
  const tei = field === 'senders' ? 'correspAction sent' : 'correspAction received'
  return (
    <HeaderPart field={field} tei={tei} record={header[field]}>
      <PartyFields
        parties={header[field]?.value ?? []}
        onChange={(parties) => put(field, parties)}
        isReadOnly={isReadOnly}
      />
    </HeaderPart>
  )
}

function Transit(props: PartProps) {
  return (
    <>
      <PlacePart field="sentPlace" {...props} />
      <TextPart field="transmitted" tei="date" {...props} />
      <TextPart field="dispatchNumber" tei="idno" {...props} />
      <PlacePart field="receivedPlace" {...props} />
      <TextPart field="received" tei="date" {...props} />
      <TextPart field="incomingNumber" tei="idno" {...props} />
    </>
  )
}

function PlacePart(props: PartProps & { readonly field: 'sentPlace' | 'receivedPlace' }) {
  const { field, header, put, isReadOnly } = props
  const session = useSession()
  return (
    <HeaderPart field={field} tei="placeName" record={header[field]}>
      <PlaceField
        place={header[field]?.value ?? null}
        onChange={(place) =>
          place ? put(field, place) : session.editor('translation')?.clearHeader(field)
        }
        isReadOnly={isReadOnly}
      />
    </HeaderPart>
  )
}

type TextFieldName = 'title' | 'transmitted' | 'received' | 'dispatchNumber' | 'incomingNumber'

function TextPart(
  props: PartProps & { readonly field: TextFieldName; readonly tei: string },
): ReactNode {
  const { field, tei, header, put, isReadOnly } = props
  const { t } = useTranslation()
  const session = useSession()
  const isTime = field === 'transmitted' || field === 'received'
  const day = header.date?.value.when ?? ''
  const value = header[field]?.value ?? ''
  const commit = (typed: string) => {
    if (typed === '' && field !== 'title') session.editor('translation')?.clearHeader(field)
    else put(field, isTime ? (readTime(typed, day) ?? typed) : typed)
  }
  const checks = {
    check: (typed: string) =>
      typed === '' || readTime(typed, day) ? null : t('letterView.date.badTime'),
    placeholder: '1934-09-14 15:27',
  }
  return (
    <HeaderPart field={field} tei={tei} record={header[field]}>
      <DraftField
        label={<span className="visually-hidden">{t(`field.${field}`)}</span>}
        value={isTime ? showTime(value) : value}
        onCommit={commit}
        isReadOnly={isReadOnly}
        isMultiline={field === 'title'}
        {...(isTime ? checks : {})}
      />
    </HeaderPart>
  )
}

// A problem of the header leads here: its field comes into view and takes the focus.
function useWantedField(): void {
  const wanted = useLetterUi((state) => state.wanted)
  useEffect(() => {
    if (!wanted) return
    useLetterUi.setState({ wanted: null })
    const part = document.getElementById(`header-${wanted}`)
    part?.scrollIntoView({ block: 'nearest' })
    part?.querySelector<HTMLElement>('input, textarea, button')?.focus()
  }, [wanted])
}
