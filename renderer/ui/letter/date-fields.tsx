import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDate } from '../../../shared/import/read-date.ts'
import type { DateValue } from '../../../shared/letter/records.ts'
import { Button } from '../kit/button.tsx'
import { TickBox } from '../kit/tick-box.tsx'
import { ChoiceField } from './choice-field.tsx'
import { DATE_KINDS, type DateKind, dateKind, endsOf, isOrdered, withDates } from './date-kind.ts'
import { DraftField } from './draft-field.tsx'
import { readDateValue } from './read-date.ts'

/** The date of a letter: its words, how certain it is, and its ISO values, checked in plain words. */
export function DateFields(props: {
  readonly date: DateValue
  readonly onChange: (date: DateValue) => void
  readonly isReadOnly: boolean
}) {
  const { t } = useTranslation()
  const { date, onChange, isReadOnly } = props
  const read = readDate(date.text)?.date
  return (
    <>
      <DraftField
        label={t('letterView.header.asPrinted')}
        value={date.text}
        onCommit={(text) => onChange({ ...date, text })}
        isReadOnly={isReadOnly}
      />
      <DateValues {...props} />
      <div className="field-row between">
        <TickBox
          isSelected={date.supplied}
          onChange={(supplied) => onChange({ ...date, supplied })}
          isReadOnly={isReadOnly}
        >
          {t('letterView.date.supplied')}
        </TickBox>
        {read && !isReadOnly && differs(read, date) && (
          <Button look="link" onPress={() => onChange(withoutConfidence(read))}>
            {t('letterView.date.readWords')}
          </Button>
        )}
      </div>
    </>
  )
}

function DateValues(props: {
  readonly date: DateValue
  readonly onChange: (date: DateValue) => void
  readonly isReadOnly: boolean
}) {
  const { t } = useTranslation()
  const { date, onChange, isReadOnly } = props
  // A kind chosen before there is a value has nowhere to stand but here.
  const [asked, setAsked] = useState<{ kind: DateKind; date: DateValue } | null>(null)
  const kind = asked?.date === date ? asked.kind : dateKind(date)
  const ends = endsOf(date)
  const two = kind === 'between' || kind === 'range'
  const setEnds = (next: readonly [string, string]) => onChange(withDates(date, kind, next))
  const choose = (next: DateKind) => {
    if (next !== 'none' && ends.join('') === '') setAsked({ kind: next, date })
    else onChange(withDates(date, next, ends))
  }
  const field = (label: string, value: string, join: (value: string) => [string, string]) => (
    <DraftField
      label={label}
      value={value}
      placeholder="1934-09-14"
      check={(typed) => {
        const iso = typed === '' ? '' : readDateValue(typed)
        if (iso === null) return t('letterView.date.unreadable')
        return isOrdered(join(iso)) ? null : t('letterView.date.order')
      }}
      onCommit={(typed) => setEnds(join(readDateValue(typed) ?? ''))}
      isReadOnly={isReadOnly}
    />
  )
  return (
    <div className="field-row">
      <ChoiceField<DateKind>
        label={t('letterView.date.certainty')}
        value={kind}
        options={DATE_KINDS.map((id) => ({ id, label: t(`letterView.date.${id}`) }))}
        onChange={choose}
        isDisabled={isReadOnly}
      />
      {two && field(t('letterView.date.first'), ends[0], (value) => [value, ends[1]])}
      {two && field(t('letterView.date.last'), ends[1], (value) => [ends[0], value])}
      {!two &&
        kind !== 'none' &&
        field(t('letterView.date.value'), ends[0] || ends[1], (value) => [value, value])}
    </div>
  )
}

function withoutConfidence(read: DateValue & { readonly confidence: number }): DateValue {
  const { confidence: _, ...date } = read
  return date
}

function differs(read: DateValue, date: DateValue): boolean {
  const keys = ['when', 'notBefore', 'notAfter', 'from', 'to'] as const
  return keys.some((key) => read[key] !== date[key])
}
